/** A citizen asks for a page to be mended or taken down: a ticket with its legal clocks, and mails to those who must act. */
import { contentHash } from '../content-hash.ts';
import type { Dossier } from '../domain/dossier.ts';
import {
  type CheckedForm,
  checkTicketForm,
  type FormProblem,
  type Ticket,
  type TicketForm,
  ticketClocks,
} from '../domain/ticket.ts';
import { keyOfStoryPath } from '../listing/address.ts';
import { type Answer, privateAnswer } from '../listing/answer.ts';
import { type Lead, toLead } from '../listing/lead.ts';
import { renderTakedownForm, renderTaken, renderTooMany } from '../listing/takedown-page.ts';
import { enqueueMails } from '../mailing/outbox.ts';
import { takedownMails } from '../mailing/submission-mails.ts';
import { holidaysOf } from '../plans/holidays.ts';
import type { DocumentStore, Write } from '../ports.ts';
import { withPublished } from '../publishing/published.ts';
import { readStory } from '../publishing/published-story.ts';
import { paths, readPlan } from '../records.ts';
import type { Services } from '../services.ts';
import { takeMails, takeTurn } from './takedown-limit.ts';

export interface TakedownRequest {
  form: TicketForm;
  /** What stood in the field that people do not see. */
  trap: string;
  /** Where the request came from; kept as a hash, and for an hour only. */
  address: string;
}

export async function takedown(services: Services, request: TakedownRequest): Promise<Answer> {
  const { store, clock, settings } = services;
  const site = { url: settings.listingUrl };
  const now = clock.now();
  const checked = checkTicketForm(request.form);
  const lead = await leadOfPage(store, request.form.page);
  const problems = problemsOf(checked, lead);
  if (!checked.ok || !lead) {
    const about = lead ? { key: lead.key, name: lead.name, title: lead.title } : null;
    return privateAnswer(renderTakedownForm(site, { about, typed: request.form, problems }), 422);
  }
  const loaded = await readPlan(store, lead.planId);
  const clocks = ticketClocks(now, loaded.plan.timeZone, holidaysOf(loaded.plan));
  const code = codeOf(lead, checked, now);
  // A program that fills in every field is thanked like everybody, and nothing is kept.
  if (request.trap !== '') return privateAnswer(renderTaken(site, { code, ...clocks }));
  const known = await store.read<Ticket>(paths.ticket(code));
  if (known) return privateAnswer(renderTaken(site, known.data));
  if ((await takeTurn(services, request.address)) !== 'taken') return privateAnswer(renderTooMany(site), 429);
  const dossier = await store.read<Dossier>(paths.dossier(lead.planId, lead.id));
  const ticket: Ticket = {
    code,
    planId: lead.planId,
    dossierId: lead.id,
    unitId: lead.unitId,
    parentId: dossier?.data.parentId ?? '',
    key: lead.key,
    wish: checked.wish,
    asker: checked.asker,
    contact: checked.contact,
    text: checked.text,
    receivedAt: now.toISOString(),
    ...clocks,
    state: 'open',
    history: [{ at: now.toISOString(), action: 'open', by: '' }],
  };
  const owed = await takedownMails(services, loaded, ticket, lead, now);
  // Beyond the bound a request is kept all the same, and told in the digest of those who answer.
  const mails = (await takeMails(services, lead.key, owed.length)) ? owed : [];
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
  return privateAnswer(renderTaken(site, ticket));
}

/** Undefined when the page is not there, or no longer. */
async function leadOfPage(store: DocumentStore, page: string): Promise<Lead | undefined> {
  const path = URL.parse(page.trim(), 'https://trang.vn')?.pathname ?? '';
  const key = keyOfStoryPath(path) ?? page.trim();
  const found = await withPublished(store, (published) => readStory(store, published, key));
  return found === undefined || found === 'gone' ? undefined : toLead(found.row);
}

function problemsOf(checked: CheckedForm, lead: Lead | undefined): FormProblem[] {
  const problems = checked.ok ? [] : checked.problems;
  if (lead || problems.some(({ field }) => field === 'page')) return problems;
  const message =
    'Không tìm thấy trang này, hoặc trang đã được gỡ. Hãy mở trang cần sửa hoặc gỡ rồi bấm “Đề nghị sửa hoặc gỡ trang này” ở cuối trang.';
  return [{ field: 'page', message }, ...problems];
}

/** The same words about the same page on the same day are one request, however often they are sent. */
function codeOf(lead: Lead, form: Extract<CheckedForm, { ok: true }>, now: Date): string {
  const parts = [lead.key, form.wish, form.asker, form.contact, form.text, now.toISOString().slice(0, 10)];
  return `DN-${contentHash(...parts)
    .slice(0, 10)
    .toUpperCase()}`;
}
