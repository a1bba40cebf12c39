/** The course of a request after it came: answered, ended with what was done or why not, and at last forgotten but for the record. */
import type { Dossier } from './dossier.ts';
import { type Ending, endingWords, type Ticket, type TicketEvent, type Wish } from './ticket.ts';

/** What a request is called where it is the subject. */
export const wishTitles: Record<Wish, string> = {
  correct: 'Đề nghị sửa nội dung',
  photo: 'Đề nghị gỡ ảnh',
  remove: 'Đề nghị gỡ cả trang',
};

/** What was done, in the words of those who read of it. */
export const stepWords: Record<TicketEvent['action'], string> = {
  open: 'Nhận đề nghị',
  answer: 'Đã trả lời người đề nghị',
  settle: 'Kết thúc',
  forget: 'Xóa cách liên hệ và nội dung',
};

/** Which ends give what was asked. */
const fulfilled: Record<Wish, readonly Ending[]> = {
  correct: ['corrected'],
  photo: ['photoRemoved', 'pageRemoved'],
  remove: ['pageRemoved'],
};

/** The law lets an office refuse, or do otherwise than asked, if it says why. */
export const needsReason = (wish: Wish, ending: Ending): boolean => !fulfilled[wish].includes(ending);

export const isAnswered = ({ history }: Pick<Ticket, 'history'>): boolean =>
  history.some(({ action }) => action === 'answer');

export const endOf = ({ history }: Pick<Ticket, 'history'>): TicketEvent | undefined =>
  history.findLast(({ action }) => action === 'settle');

/** "Đã gỡ ảnh"; '' while it is open. */
export function endWords(ticket: Pick<Ticket, 'history'>): string {
  const end = endOf(ticket);
  if (!end) return '';
  return end.ending ? endingWords[end.ending] : 'Đã xử lý';
}

/** Also after the end, when the outcome is told. The same words again by the same person are one answer. */
export function answer(ticket: Ticket, { by, words }: { by: string; words: string }, now: Date): Ticket {
  const said = words.trim();
  const last = ticket.history.findLast(({ action }) => action === 'answer');
  if (last?.by === by && last.words === said) return ticket;
  const event: TicketEvent = { at: now.toISOString(), action: 'answer', by, words: said };
  return { ...ticket, history: [...ticket.history, event] };
}

/** Changed since: sent with other content after the request came, and approved after that. A row sent as it was makes no new round. */
export function correctedSince({ history, status, approvals }: Dossier, receivedAt: string): boolean {
  const sent = history.findLast(({ action, at }) => action === 'submit' && at > receivedAt);
  const isApproved = history.some(
    ({ action, at }) => sent !== undefined && at > sent.at && (action === 'approve' || action === 'promote'),
  );
  return isApproved && approvals.length > 0 && status !== 'returned' && status !== 'held';
}

/** Days after the end in which whoever asked may still be called back. */
export const daysKept = 30;

/** Not before the answer is recorded: without the contact nobody could give it any more. */
export const isToForget = (ticket: Ticket, now: Date): boolean =>
  ticket.state === 'settled' &&
  isAnswered(ticket) &&
  now.getTime() - Date.parse(endOf(ticket)?.at ?? ticket.receivedAt) >= daysKept * 86_400_000;

/** What is left is the record: which page, what was asked and by what kind of person, the days, who did what with which words. */
export const forget = (ticket: Ticket, now: Date): Ticket => ({
  ...ticket,
  state: 'closed',
  contact: '',
  text: '',
  history: [...ticket.history, { at: now.toISOString(), action: 'forget', by: '' }],
});
