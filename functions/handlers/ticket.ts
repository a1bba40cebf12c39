/** The page of a request to mend or take down: GET shows it and changes nothing; POST records an answer, or does what was asked and ends it. */
import type { Dossier } from '../domain/dossier.ts';
import { longReason, reasonFault, reasonLimits } from '../domain/reason.ts';
import { askerWords, type Ending, endingWords, settle, type Ticket } from '../domain/ticket.ts';
import { answer, correctedSince, needsReason } from '../domain/ticket-course.ts';
import { parseTicketToken, type TicketList, ticketListUrl, ticketUrlUntil } from '../links/ticket-link.ts';
import { formatCount } from '../listing/html.ts';
import { renderTicketList } from '../listing/ticket-entries.ts';
import { renderBrokenTicketLink, renderTicketPage, type TicketPage } from '../listing/ticket-page.ts';
import { enqueueMails } from '../mailing/outbox.ts';
import { paths, readPlan, readStaff, saveOver } from '../records.ts';
import type { Services } from '../services.ts';
import { declineOthers } from '../tickets/decline-others.ts';
import { type ReachablePage, readReachable } from '../tickets/reachable-pages.ts';
import { handlerOf } from '../tickets/roles.ts';
import { endingWrites, endOtherTickets, type TakeOffAct } from '../tickets/take-off.ts';
import { endingsOf, toTicketPage } from '../tickets/ticket-view.ts';
import { readWaiting, toBesides, toEntries, type Visit } from '../tickets/waiting-tickets.ts';
import type { Page } from './confirm.ts';
import { publishNow } from './publish.ts';

export interface TicketForm {
  token: string;
  action: string;
  ending: string;
  /** 'yes': at the other pages of the exemplar too. */
  also: string;
  /** Of those that are declined together: 'yes', they were answered; and when the page was made that counted them. */
  answered: string;
  until: string;
  words: string;
}

interface Opened extends Visit {
  token: string;
}

const broken = (why: 'unknown' | 'expired'): Page => ({
  status: why === 'expired' ? 410 : 404,
  html: renderBrokenTicketLink(why),
});

/** `list`: instead of the request itself, the others of its story, or all that its reader answers for. */
export async function openTicket(
  services: Services,
  token: string,
  { list = '', from = '' }: { list?: string; from?: string } = {},
): Promise<Page> {
  const opened = await open(services, token);
  if (!opened.ok) return opened.page;
  return list === 'story' || list === 'all'
    ? listPage(services, opened, list, /^\d{1,6}$/.test(from) ? Number(from) : 0)
    : page(services, opened);
}

export async function ticket(services: Services, form: TicketForm): Promise<Page> {
  const opened = await open(services, form.token);
  if (!opened.ok) return opened.page;
  if (form.action === 'answer') return recordAnswer(services, opened, form);
  if (form.action === 'end') return end(services, opened, form);
  if (form.action === 'declineOthers') return declineAll(services, opened, form);
  return page(services, opened);
}

type OpenedOrNot = ({ ok: true } & Opened) | { ok: false; page: Page };

async function open(services: Services, token: string): Promise<OpenedOrNot> {
  const { store, settings, clock } = services;
  const payload = parseTicketToken(token, settings.linkSecret);
  if (!payload) return { ok: false, page: broken('unknown') };
  if (clock.now().toISOString() >= payload.expiresAt) return { ok: false, page: broken('expired') };
  const stored = await store.read<Ticket>(paths.ticket(payload.code));
  if (!stored) return { ok: false, page: broken('unknown') };
  const { planId, dossierId, unitId } = stored.data;
  const [loaded, staff, dossier] = await Promise.all([
    readPlan(store, planId),
    readStaff(store, { planId }),
    store.read<Dossier>(paths.dossier(planId, dossierId)),
  ]);
  // Who answers for the unit no longer may act no longer.
  const roles = staff.filter(({ email }) => email === payload.email);
  const reader = handlerOf(roles, unitId, loaded.tree);
  if (!reader) return { ok: false, page: broken('unknown') };
  const url = ticketUrlUntil(settings, payload);
  const { expiresAt } = payload;
  const otherPages = dossier ? await readReachable(services, dossier.data, payload.email) : [];
  return { ok: true, token, url, expiresAt, ticket: stored, dossier, loaded, staff, reader, otherPages };
}

async function recordAnswer(services: Services, opened: Opened, form: TicketForm): Promise<Page> {
  const { ticket: stored, reader } = opened;
  const fault = faultOf('Lời ghi', form.words, 'Đã gọi điện trả lời, hẹn gỡ trong ngày');
  if (fault !== undefined) return page(services, opened, { error: fault, typed: form });
  if (stored.data.state === 'closed') return page(services, opened);
  const now = services.clock.now();
  const after = answer(stored.data, { by: reader.email, words: form.words }, now);
  if (after === stored.data) return page(services, opened, { saved: 'Lời trả lời này đã được ghi.' });
  const saved = await services.store.commit([saveOver(stored.path, stored, after)]);
  return saved.ok ? again(services, form, 'Đã ghi việc trả lời người đề nghị.') : overtaken(services, form);
}

async function declineAll(services: Services, opened: Opened, form: TicketForm): Promise<Page> {
  const { words, answered, until } = form;
  const fault = faultOf('Lý do', words, 'Đề nghị không nêu chỗ nào của bài chưa đúng');
  if (fault !== undefined) return page(services, opened, { error: fault, typed: form });
  const act = { by: opened.reader.email, words, isAnswered: answered === 'yes', until };
  const declined = await declineOthers(services, opened.ticket.data, act, services.clock.now());
  services.log.info('requests about a page were declined together', { declined });
  return again(services, form, `Đã ghi “Không làm theo” cho ${formatCount(declined)} đề nghị.`);
}

const faultOf = (name: string, words: string, example: string): string | undefined => {
  switch (reasonFault(words)) {
    case 'short':
      return `${name} còn ngắn; hãy ghi ít nhất ${reasonLimits.least} ký tự, ví dụ “${example}”.`;
    case 'long':
      return longReason(name, words);
    default:
      return undefined;
  }
};

const isEnding = (word: string): word is Ending => Object.hasOwn(endingWords, word);

async function end(services: Services, opened: Opened, form: TicketForm): Promise<Page> {
  const { ticket: stored, reader } = opened;
  const { ending } = form;
  // Ended meanwhile: the page says by whom and how.
  if (stored.data.state !== 'open') return page(services, opened);
  const fault = endFault(opened, form);
  if (fault !== undefined || !isEnding(ending))
    return page(services, opened, { error: fault ?? '', typed: form });
  const now = services.clock.now();
  const own = settle(stored.data, { by: reader.email, ending, words: form.words }, now);
  const together = form.also === 'yes' ? opened.otherPages.filter(({ role }) => role !== undefined) : [];
  const act: TakeOffAct = {
    by: reader.email,
    unitId: reader.unitId,
    reason: reasonOf(own, form.words),
    together: [...together.map((one) => one.stored.path), ...(opened.dossier ? [opened.dossier.path] : [])],
  };
  // The request ends last: what fails before is pressed again.
  const elsewhere = await endElsewhere(services, together, ending, act, now);
  // What went off goes off the pages at once, also when the rest has to be pressed again.
  const halfway = async (): Promise<Page> => {
    if (together.length > 0) await publishNow(services);
    await enqueueMails(services, elsewhere.mails);
    return overtaken(services, form);
  };
  if (!elsewhere.ok) return halfway();
  const { loaded, dossier } = opened;
  const { writes, mails } = dossier
    ? await endingWrites(services, { loaded, stored: dossier }, ending, act, now)
    : { writes: [], mails: [] };
  // A withdrawal ends every request about the page; this one with the words that were typed here.
  const others = writes.filter(({ path }) => path !== stored.path);
  const saved = await services.store.commit([...others, saveOver(stored.path, stored, own)]);
  if (!saved.ok) return halfway();
  services.log.info('a request about a page was ended', { code: own.code, ending });
  if (others.length > 0 || together.length > 0) await publishNow(services);
  await enqueueMails(services, [...elsewhere.mails, ...mails]);
  if (ending === 'pageRemoved')
    for (const page of [...(dossier ? [dossier] : []), ...together.map((one) => one.stored)])
      await endOtherTickets(services, page.data, act, now);
  return openTicket(services, form.token);
}

/** The same at the other pages of the exemplar, each in a commit of its own. */
async function endElsewhere(
  services: Services,
  pages: readonly ReachablePage[],
  ending: Ending,
  act: TakeOffAct,
  now: Date,
): Promise<{ ok: boolean; mails: string[] }> {
  const owed: string[] = [];
  for (const page of pages) {
    const own = { ...act, unitId: page.role?.unitId ?? act.unitId };
    const { writes, mails } = await endingWrites(services, page, ending, own, now);
    if (writes.length > 0 && !(await services.store.commit(writes)).ok) return { ok: false, mails: owed };
    owed.push(...mails);
  }
  return { ok: true, mails: owed };
}

function endFault({ ticket: { data }, dossier }: Opened, { ending, words }: TicketForm): string | undefined {
  if (!isEnding(ending)) return 'Hãy chọn một kết quả.';
  if (ending === 'corrected' && !(dossier && correctedSince(dossier.data, data.receivedAt)))
    return 'Từ khi nhận đề nghị, dòng của gương chưa được sửa và duyệt lại, nên chưa kết thúc bằng “Đã sửa” được. Hãy sửa theo cách ghi ở trên, hoặc chọn kết quả khác kèm lý do.';
  if (!endingsOf(data, dossier?.data).some((offered) => offered.ending === ending))
    return 'Trang này không có ảnh để gỡ. Hãy chọn kết quả khác.';
  if (needsReason(data.wish, ending) || words.trim() !== '')
    return faultOf('Lý do', words, 'Người đề nghị không chứng minh được là người thân');
  return undefined;
}

const reasonOf = ({ code, asker }: Ticket, words: string): string =>
  words.trim() || `Theo đề nghị ${code} của ${askerWords[asker].toLowerCase()}`;

async function again(services: Services, { token }: TicketForm, saved: string): Promise<Page> {
  const opened = await open(services, token);
  return opened.ok ? page(services, opened, { saved }) : opened.page;
}

async function overtaken(services: Services, form: TicketForm): Promise<Page> {
  const opened = await open(services, form.token);
  if (!opened.ok) return opened.page;
  const error =
    'Vừa có người khác ghi vào đề nghị hoặc hồ sơ này. Xin xem lại bên dưới rồi bấm lại nếu còn cần.';
  return page(services, opened, { error, typed: form });
}

const page = async (
  services: Services,
  opened: Opened,
  more: Pick<TicketPage, 'saved' | 'error' | 'typed'> = {},
): Promise<Page> => ({
  status: more.error === undefined ? 200 : 422,
  html: renderTicketPage({
    ...toTicketPage(opened, services.settings),
    others: await toBesides(services, opened),
    at: services.clock.now().toISOString(),
    token: opened.token,
    ...more,
  }),
});

/** So many on one page of the list. */
const listed = 100;

async function listPage(services: Services, opened: Opened, list: TicketList, from: number): Promise<Page> {
  const all = (await readWaiting(services, opened))[list];
  const { title, name, planNumber, code, readerName } = toTicketPage(opened, services.settings);
  const at = (start: number): string => ticketListUrl(opened.url, list, start);
  return {
    status: 200,
    html: renderTicketList({
      list,
      planNumber,
      name: list === 'story' ? name : '',
      total: all.length,
      from,
      entries: await toEntries(services, opened, all.slice(from, from + listed)),
      previous: from > 0 ? at(Math.max(0, from - listed)) : '',
      next: from + listed < all.length ? at(from + listed) : '',
      back: { link: opened.url, label: `${title} ${code}` },
      readerName,
    }),
  };
}
