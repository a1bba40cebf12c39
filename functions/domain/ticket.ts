/** A request to mend or take down a public page: what is asked, by whom, and the days the law gives (NĐ 356/2025). */
import { answerBy } from './answer-by.ts';
import { localDate } from './deadline.ts';
import { cleanPublicText } from './public-row.ts';
import { addDays, type Holidays } from './working-days.ts';

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

/** Working days in which whoever asked is answered. */
export const answerDays = 2;

/**
 * Days in which it is done. NĐ 356/2025/NĐ-CP as law firms' tables give it, the decree's own text was not at hand: an answer
 * within 02 working days; consent that is withdrawn, within 15 days; other rights within 10 to 20 days by kind, so the
 * shortest is kept for a correction.
 */
export const settleDays: Readonly<Record<Wish, number>> = { correct: 10, photo: 15, remove: 15 };

/** As typed into the form. */
export interface TicketForm {
  /** Key of the story, or its address. */
  page: string;
  wish: string;
  asker: string;
  contact: string;
  text: string;
  /** Not seen by people; programs that fill in every field are told to empty it. */
  blank: string;
}

/** What came of a request. */
export const endingWords = {
  photoRemoved: 'Đã gỡ ảnh',
  pageRemoved: 'Đã gỡ cả trang',
  corrected: 'Đã sửa',
  declined: 'Không làm theo',
} as const;

export type Ending = keyof typeof endingWords;

export interface TicketEvent {
  at: string;
  /** 'forget': contact and text were deleted, some time after the end. */
  action: 'open' | 'answer' | 'settle' | 'forget';
  /** '' for the public and for the machine. */
  by: string;
  /** Of 'answer': what was answered. Of 'settle': why it ended so; absent when nothing had to be said. */
  words?: string;
  ending?: Ending;
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
  /** ISO dates: `answerDays` and the wish's `settleDays` after it came. */
  answerBy: string;
  settleBy: string;
  /** closed: ended, and nothing personal is left of it. */
  state: 'open' | 'settled' | 'closed';
  history: TicketEvent[];
}

export type FormField = keyof TicketForm;

export interface FormProblem {
  field: FormField;
  message: string;
}

/** How the address of a story looks. */
export const examplePage = '/guong/nguyen-thi-hoa-k7f3m2q9ab';

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
    fault('page', `Chưa có địa chỉ trang. Hãy chép địa chỉ trang cần sửa hoặc gỡ, ví dụ “${examplePage}”.`);
  if (!isWish(wish)) fault('wish', `Chưa chọn điều đề nghị. Hãy chọn một dòng, ví dụ “${wishWords.remove}”.`);
  if (!isAsker(asker))
    fault('asker', `Chưa chọn người đề nghị là ai. Hãy chọn một dòng, ví dụ “${askerWords.self}”.`);
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
      `${length === 0 ? 'Nội dung đang để trống' : `Nội dung mới có ${length} ký tự`}. Hãy viết ít nhất ${shortestText} ký tự, ví dụ “Tôi rút lại sự đồng ý công khai”.`,
    );
  if (length > longestText)
    fault(
      'text',
      `Nội dung dài quá ${longestText} ký tự. Hãy viết ngắn lại; giấy tờ kèm theo gửi cho đơn vị sau.`,
    );
  if (form.blank !== '')
    fault('blank', 'Ô cuối cùng phải để trống mà đang có chữ. Hãy xóa chữ trong ô đó rồi gửi lại.');
  if (problems.length > 0 || !isWish(wish) || !isAsker(asker)) return { ok: false, problems };
  return { ok: true, page, wish, asker, contact, text };
}

const isContact = (contact: string): boolean =>
  contact.length <= longestContact &&
  (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(contact) || /^\+?\d{8,15}$/.test(contact.replace(/[\s.()-]/g, '')));

/** Around Tết two working days may end after ten days: then it is done when it is answered. */
export function ticketClocks(
  wish: Wish,
  receivedAt: Date,
  zone: string,
  holidays: Holidays,
): Pick<Ticket, 'answerBy' | 'settleBy'> {
  const received = localDate(receivedAt, zone);
  const answered = answerBy(received, answerDays, holidays);
  const settled = addDays(received, settleDays[wish]);
  return { answerBy: answered, settleBy: settled < answered ? answered : settled };
}

/** Settled once; what is settled stays as it is. */
export function settle(
  ticket: Ticket,
  { by, ending, words = '' }: { by: string; ending: Ending; words?: string },
  now: Date,
): Ticket {
  if (ticket.state !== 'open') return ticket;
  const said = words.trim() === '' ? {} : { words: words.trim() };
  const event: TicketEvent = { at: now.toISOString(), action: 'settle', by, ending, ...said };
  return { ...ticket, state: 'settled', history: [...ticket.history, event] };
}
