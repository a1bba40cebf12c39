/** A request to mend or take down a public page: what is asked, by whom, and the days the law gives (NĐ 356/2025). */
import { localDate } from './deadline.ts';
import { cleanPublicText } from './public-row.ts';
import { type Holidays, isWorkingDay } from './working-days.ts';

export const wishWords = {
  correct: 'Sửa nội dung chưa đúng',
  photo: 'Gỡ ảnh, giữ bài',
  remove: 'Gỡ cả trang',
} as const;

export const askerWords = {
  self: 'Người được nêu tên',
  relative: 'Người thân, người đại diện của người được nêu tên',
  other: 'Người khác',
} as const;

export type Wish = keyof typeof wishWords;
export type Asker = keyof typeof askerWords;

/** As typed into the form. */
export interface TicketForm {
  /** Key of the story, or its address. */
  page: string;
  wish: string;
  asker: string;
  contact: string;
  text: string;
}

export interface TicketEvent {
  at: string;
  action: 'open' | 'settle';
  /** '' for the public. */
  by: string;
}

export interface Ticket {
  code: string;
  planId: string;
  dossierId: string;
  /** The unit that wrote the row, and the one above it, whose reviewers may take it down. */
  unitId: string;
  parentId: string;
  key: string;
  wish: Wish;
  asker: Asker;
  contact: string;
  text: string;
  receivedAt: string;
  /** ISO dates: an answer within two working days, settled within fifteen days. */
  answerBy: string;
  settleBy: string;
  state: 'open' | 'settled';
  history: TicketEvent[];
}

export type FormField = 'page' | 'wish' | 'asker' | 'contact' | 'text';

export interface FormProblem {
  field: FormField;
  message: string;
}

export const longestText = 2000;
const shortestText = 10;
const longestContact = 120;

export type CheckedForm =
  | { ok: true; page: string; wish: Wish; asker: Asker; contact: string; text: string }
  | { ok: false; problems: FormProblem[] };

const isWish = (word: string): word is Wish => Object.hasOwn(wishWords, word);
const isAsker = (word: string): word is Asker => Object.hasOwn(askerWords, word);

/** Everything wrong at once. Whether the page is known is for whoever knows the pages. */
export function checkTicketForm(form: TicketForm): CheckedForm {
  const { wish, asker } = form;
  const page = cleanPublicText(form.page, 300);
  const contact = cleanPublicText(form.contact, longestContact + 1);
  const text = cleanPublicText(form.text, longestText + 1, true);
  const length = [...text].length;
  const problems: FormProblem[] = [];
  const fault = (field: FormField, message: string) => problems.push({ field, message });
  if (page === '')
    fault(
      'page',
      'Chưa có địa chỉ trang. Hãy chép địa chỉ trang cần sửa hoặc gỡ, ví dụ /guong/nguyen-thi-hoa-….',
    );
  if (!isWish(wish))
    fault('wish', 'Chưa chọn điều đề nghị. Hãy chọn một trong ba: sửa, gỡ ảnh hoặc gỡ cả trang.');
  if (!isAsker(asker)) fault('asker', 'Chưa chọn người đề nghị là ai. Hãy chọn một trong ba dòng.');
  if (!isContact(contact))
    fault(
      'contact',
      contact === ''
        ? 'Chưa có cách liên hệ. Hãy ghi số điện thoại hoặc địa chỉ thư điện tử, ví dụ 0912 345 678.'
        : `Cách liên hệ “${contact.slice(0, 40)}” chưa phải số điện thoại hay thư điện tử. Hãy ghi ví dụ 0912 345 678 hoặc ten@vidu.vn.`,
    );
  if (length < shortestText)
    fault(
      'text',
      `Nội dung mới có ${length} ký tự. Hãy viết ít nhất ${shortestText} ký tự, ví dụ “Tôi rút lại sự đồng ý công khai”.`,
    );
  if (length > longestText)
    fault(
      'text',
      `Nội dung dài quá ${longestText} ký tự. Hãy viết ngắn lại; giấy tờ kèm theo gửi cho đơn vị sau.`,
    );
  if (problems.length > 0 || !isWish(wish) || !isAsker(asker)) return { ok: false, problems };
  return { ok: true, page, wish, asker, contact, text };
}

const isContact = (contact: string): boolean =>
  contact.length <= longestContact &&
  (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(contact) || /^\+?\d{8,15}$/.test(contact.replace(/[\s.()-]/g, '')));

/** Two working days after the day it came, and fifteen days after it. */
export function ticketClocks(
  receivedAt: Date,
  zone: string,
  holidays: Holidays,
): Pick<Ticket, 'answerBy' | 'settleBy'> {
  const received = localDate(receivedAt, zone);
  let answerBy = received;
  for (let left = 2; left > 0; ) {
    answerBy = dayAfter(answerBy, 1);
    if (isWorkingDay(answerBy, holidays)) left -= 1;
  }
  return { answerBy, settleBy: dayAfter(received, 15) };
}

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Settled once; what is settled stays as it is. */
export const settle = (ticket: Ticket, by: string, now: Date): Ticket =>
  ticket.state === 'settled'
    ? ticket
    : {
        ...ticket,
        state: 'settled',
        history: [...ticket.history, { at: now.toISOString(), action: 'settle', by }],
      };
