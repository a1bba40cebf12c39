/** A citizen asks for a page to be mended or taken down: a ticket with its legal clocks, and mails to those who must act. */
import type { Dossier } from '../domain/dossier.ts';
import {
  type CheckedForm,
  checkTicketForm,
  type FormProblem,
  type Ticket,
  type TicketForm,
  ticketClocks,
  type Wish,
  wishWords,
} from '../domain/ticket.ts';
import type { Unit } from '../domain/unit.ts';
import { type Answer, privateAnswer } from '../listing/answer.ts';
import { toLead } from '../listing/lead.ts';
import type { Site } from '../listing/site.ts';
import {
  type AboutStory,
  fromElsewhere,
  renderTakedownForm,
  renderTaken,
  type TakedownForm,
  toAbout,
  tooMany,
} from '../listing/takedown-page.ts';
import { enqueueMails } from '../mailing/outbox.ts';
import { takedownMails } from '../mailing/submission-mails.ts';
import { holidaysOf } from '../plans/holidays.ts';
import type { Write } from '../ports.ts';
import { ofPlans, siteOf } from '../publishing/public-site.ts';
import { withPublished } from '../publishing/published.ts';
import type { Story } from '../publishing/published-story.ts';
import { paths, readPlan } from '../records.ts';
import type { Services } from '../services.ts';
import { readNamedStory, unknownPage } from '../tickets/named-page.ts';
import { readAsked } from '../tickets/ticket-code.ts';
import { takeMails, takeTurn } from './takedown-limit.ts';

export interface TakedownRequest {
  form: TicketForm;
  /** Where the request came from; never kept but as a keyed hash, see takedown-limit.ts. */
  address: string;
  /** Sent by a form that stands on another site. */
  isForeign: boolean;
}

export async function takedown(services: Services, request: TakedownRequest): Promise<Answer> {
  const { store, clock, settings } = services;
  const now = clock.now();
  const { form } = request;
  const checked = checkTicketForm(form);
  const { site, found } = await readPage(services, form.page);
  const row = found === 'gone' ? undefined : found?.row;
  const about = row ? toAbout(row) : null;
  const refused = (status: number, why: Pick<TakedownForm, 'problems' | 'notice'>): Answer =>
    privateAnswer(renderTakedownForm(site, { about, typed: form, ...why }), status);
  if (request.isForeign) return refused(403, { notice: fromElsewhere });
  const problems = problemsOf(form, checked, about, found === 'gone');
  if (!checked.ok || !row || problems.length > 0) return refused(422, { problems });
  const lead = toLead(row);
  const loaded = await readPlan(store, lead.planId);
  const dossier = await store.read<Dossier>(paths.dossier(lead.planId, lead.id));
  const parentId = dossier?.data.parentId ?? '';
  const answering = { unit: lead.unit, office: officeOf(loaded.tree.get(parentId)) };
  const today = { now, zone: loaded.plan.timeZone };
  const asked = { ...checked, key: lead.key };
  const { code, known } = await readAsked(store, settings.linkSecret, asked, today);
  if (known) return privateAnswer(renderTaken(site, known, answering));
  const turn = await takeTurn(services, request.address);
  if (turn !== 'taken') return refused(429, { notice: tooMany(turn, answering) });
  const ticket: Ticket = {
    code,
    planId: lead.planId,
    dossierId: lead.id,
    unitId: lead.unitId,
    parentId,
    key: lead.key,
    wish: checked.wish,
    asker: checked.asker,
    contact: checked.contact,
    text: checked.text,
    receivedAt: now.toISOString(),
    ...ticketClocks(checked.wish, now, loaded.plan.timeZone, holidaysOf(loaded.plan)),
    state: 'open',
    history: [{ at: now.toISOString(), action: 'open', by: '' }],
  };
  const owed = await takedownMails(services, loaded, ticket, lead, now);
  // Beyond the bound a request is kept all the same, and told in the digest of those who answer.
  const mails = (await takeMails(services, request.address, ticket, owed.length)) ? owed : [];
  const writes: Write[] = [
    { kind: 'create', path: paths.ticket(code), data: ticket },
    ...mails.map(({ write }) => write),
  ];
  const saved = await store.commit(writes);
  if (saved.ok) {
    services.log.info('a take-down was asked for', { code, unit: ticket.unitId, mails: mails.length });
    await enqueueMails(
      services,
      mails.map(({ key }) => key),
    );
  }
  // Not saved: the same request came twice at once, and the other one was quicker.
  return privateAnswer(renderTaken(site, ticket, answering));
}

interface AskedPage {
  /** With whoever answers for the pages. */
  site: Site;
  found: Story | 'gone' | undefined;
}

const readPage = ({ store, settings }: Services, page: string): Promise<AskedPage> =>
  withPublished(store, async (published) => ({
    site: ofPlans(siteOf(settings), published),
    found: await readNamedStory(store, published, page),
  }));

/** Faults of the form, and what it asks that there is not. */
function problemsOf(
  form: TicketForm,
  checked: CheckedForm,
  about: AboutStory | null,
  isGone: boolean,
): FormProblem[] {
  const problems = checked.ok ? [] : checked.problems;
  if (!about && !problems.some(({ field }) => field === 'page')) {
    return [{ field: 'page', message: unknownPage(form.page, isGone) }, ...problems];
  }
  if (about && !about.hasPhoto && form.wish === ('photo' satisfies Wish)) {
    const message = `Trang này không có ảnh để gỡ. Hãy chọn “${wishWords.correct}” hoặc “${wishWords.remove}”.`;
    return [{ field: 'wish', message }, ...problems];
  }
  return problems;
}

const officeOf = (unit: Unit | undefined): string => unit?.reviewBody ?? unit?.name ?? '';
