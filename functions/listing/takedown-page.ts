/** The form to ask for correction or removal, and its answers. No account, no cookie; what was typed is never lost. */
import type { PublicRow } from '../domain/public-row.ts';
import {
  answerDays,
  askerWords,
  examplePage,
  type FormField,
  type FormProblem,
  longestText,
  settleDays,
  type Ticket,
  type TicketForm,
  type Wish,
  wishWords,
} from '../domain/ticket.ts';
import { toKey } from './address.ts';
import { formatDate, type Html, html } from './html.ts';
import { renderPublicPage, type Site } from './site.ts';

/** The story a request is about. */
export interface AboutStory {
  key: string;
  name: string;
  title: string;
  hasPhoto: boolean;
}

export const toAbout = ({ planId, id, name, title, photo }: PublicRow): AboutStory => ({
  key: toKey(planId, id),
  name,
  title,
  hasPhoto: photo !== null,
});

export interface TakedownForm {
  /** Null when the asker names it. */
  about: AboutStory | null;
  typed?: TicketForm;
  problems?: readonly FormProblem[];
  /** Why it was not taken, when no field is to blame. */
  notice?: Html;
}

/** Who answers: the unit that introduced the exemplar, and where it was reviewed; '' when nobody is above. */
export interface Answering {
  unit: string;
  office: string;
}

export const takedownPath = '/de-nghi';

/** The form goes to a function of its own: writing and mailing need much that reading a page does not. */
const sendPath = `${takedownPath}/gui`;

const empty: TicketForm = { page: '', wish: '', asker: '', contact: '', text: '', blank: '' };
const heading = 'Đề nghị sửa hoặc gỡ';
const description =
  'Người được nêu tên, người thân hoặc bất cứ ai thấy nội dung chưa đúng có thể đề nghị sửa hoặc gỡ một trang công khai.';

const labels: Readonly<Record<FormField, string>> = {
  page: 'Địa chỉ trang cần sửa hoặc gỡ',
  wish: 'Đề nghị',
  asker: 'Người đề nghị',
  contact: 'Điện thoại hoặc thư điện tử',
  text: 'Nội dung',
  blank: 'Ô này xin để trống',
};

const hints: Partial<Record<FormField, string>> = {
  page: `Chép từ thanh địa chỉ của trình duyệt, hoặc dòng “Địa chỉ trang” trên bản in, ví dụ ${examplePage}`,
  contact: 'Chỉ để đơn vị trả lời; không công khai.',
  text: 'Điều cần sửa, hoặc lý do nếu muốn nêu. Xin đừng gửi số căn cước.',
};

const isWish = (wish: string): wish is Wish => Object.hasOwn(wishWords, wish);

export function renderTakedownForm(
  site: Site,
  { about, typed = empty, problems = [], notice }: TakedownForm,
): string {
  const isRefused = problems.length > 0 || notice !== undefined;
  const faultOf = (field: FormField) => problems.find((problem) => problem.field === field)?.message;
  const input = (field: FormField, autocomplete: string) =>
    renderInput(field, typed[field], faultOf(field), autocomplete);
  const wishes = Object.keys(wishWords)
    .filter(isWish)
    .filter((wish) => wish !== 'photo' || (about?.hasPhoto ?? true))
    .map((wish): Choice => [wish, wishWords[wish], `xong trong ${settleDays[wish]} ngày`]);
  const askers = Object.entries(askerWords).map(([asker, words]): Choice => [asker, words]);
  return renderPublicPage(site, {
    title: isRefused ? `Chưa gửi được – ${heading}` : heading,
    heading,
    description,
    path: takedownPath,
    isIndexed: false,
    lead: html`<p>Không cần tài khoản. Đơn vị đã giới thiệu gương trả lời trong ${answerDays} ngày làm việc.</p>`,
    main: html`${isRefused && renderRefusal(problems, notice)}<form method="post" action="${sendPath}" novalidate>
${about ? html`<p>Về trang: <b><bdi>${about.name}</bdi></b>, <bdi>${about.title}</bdi></p><input type="hidden" name="page" value="${about.key}">` : input('page', 'off')}
${renderPick('wish', wishes, typed.wish, faultOf('wish'))}
${renderPick('asker', askers, typed.asker, faultOf('asker'))}
${input('contact', 'email')}
${renderField('text', faultOf('text'), (described) => html`<textarea id="text" name="text" rows="6" required maxlength="${longestText}"${described}>${typed.text}</textarea>`)}
${typed.blank === '' ? html`<p class="hide" aria-hidden="true"><label for="blank">${labels.blank}</label><input id="blank" name="blank" tabindex="-1" autocomplete="off"></p>` : input('blank', 'off')}
<p><button class="main">Gửi đề nghị</button></p>
</form>`,
  });
}

/** A link for every fault leads to its field, where the sentence stands again. */
const renderRefusal = (problems: readonly FormProblem[], notice: Html | undefined): Html =>
  html`<div class="box" role="alert"><h2>Chưa gửi được</h2>${notice !== undefined && html`<p>${notice}</p>`}${problems.length > 0 && html`<ul>${problems.map(({ field, message }) => html`<li><a href="#${field}">${labels[field]}</a>: ${message}</li>`)}</ul>`}</div>
`;

const faultId = (field: FormField): string => `${field}-loi`;

const renderFault = (field: FormField, fault: string | undefined): Html | false =>
  fault !== undefined && html`<p class="fault" id="${faultId(field)}">${fault}</p>`;

/** Label, hint and fault of a field; the field is told which of them describe it. */
function renderField(field: FormField, fault: string | undefined, control: (described: Html) => Html): Html {
  const hint = hints[field];
  const about = [hint && `${field}-goi-y`, fault && faultId(field)].filter(Boolean).join(' ');
  const described = html`${about !== '' && html` aria-describedby="${about}"`}${fault !== undefined && html` aria-invalid="true"`}`;
  return html`<label for="${field}">${labels[field]}</label>${hint !== undefined && html`<p class="soft" id="${field}-goi-y">${hint}</p>`}${renderFault(field, fault)}${control(described)}`;
}

const renderInput = (
  field: FormField,
  value: string,
  fault: string | undefined,
  autocomplete: string,
): Html =>
  renderField(
    field,
    fault,
    (described) =>
      html`<input id="${field}" name="${field}" value="${value}"${field !== 'blank' && html` required`} maxlength="300" autocomplete="${autocomplete}"${described}>`,
  );

type Choice = readonly [value: string, words: string, more?: string];

/** The first button carries the field's id, where the list of faults leads. */
const renderPick = (
  field: FormField,
  choices: readonly Choice[],
  chosen: string,
  fault: string | undefined,
): Html =>
  html`<fieldset class="pick" role="radiogroup"${fault !== undefined && html` aria-invalid="true" aria-describedby="${faultId(field)}"`}><legend>${labels[field]}</legend>${renderFault(field, fault)}${choices.map(
    ([value, words, more], index) => {
      const id = index === 0 ? field : `${field}-${value}`;
      return html`<label for="${id}"><input type="radio" id="${id}" name="${field}" value="${value}" required${value === chosen && html` checked`}><span>${words}${more !== undefined && html` <span class="soft">(${more})</span>`}</span></label>`;
    },
  )}</fieldset>`;

/** Whom to ask beside this page. */
const whom = ({ unit, office }: Answering): Html =>
  office === '' || office === unit
    ? html`<bdi>${unit}</bdi>, đơn vị đã giới thiệu gương`
    : html`<bdi>${unit}</bdi>, đơn vị đã giới thiệu gương, hoặc <bdi>${office}</bdi>, nơi thẩm định`;

export const renderTaken = (
  site: Site,
  ticket: Pick<Ticket, 'code' | 'wish' | 'answerBy' | 'settleBy'>,
  answering: Answering,
): string =>
  renderPublicPage(site, {
    heading: 'Đã nhận đề nghị',
    description,
    path: null,
    lead: html`<p>Mã đề nghị: <b>${ticket.code}</b></p>`,
    main: html`<dl><dt>Đề nghị</dt><dd>${wishWords[ticket.wish]}</dd><dt>Trả lời</dt><dd>chậm nhất ngày ${formatDate(ticket.answerBy)} (trong ${answerDays} ngày làm việc)</dd><dt>Xử lý xong</dt><dd>chậm nhất ngày ${formatDate(ticket.settleBy)} (trong ${settleDays[ticket.wish]} ngày)</dd></dl><p>Xin ghi lại mã đề nghị: trang này không gửi thư xác nhận. Khi cần hỏi, xin nêu mã với ${whom(answering)}.</p><p><a href="/">Về danh sách</a></p>`,
  });

/** For whoever comes to ask about a page that is off already, before anything is written. */
export const renderNothingToAsk = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Trang này đã được gỡ',
    description,
    path: null,
    lead: null,
    main: html`<p>Trang không còn được công khai, nên không cần gửi đề nghị sửa hoặc gỡ. Nếu vừa được gỡ, trang có thể còn hiện trong ít phút ở trình duyệt đã mở.</p><p><a href="${takedownPath}">Đề nghị về trang khác</a> hoặc <a href="/">về danh sách</a>.</p>`,
  });

/** Said above the form, which keeps what was typed. */
export const tooMany = (whose: 'address' | 'all', answering: Answering): Html =>
  html`Trong một giờ qua, ${whose === 'address' ? 'nhiều đề nghị đã được gửi từ kết nối mạng này' : 'hệ thống đã nhận quá nhiều đề nghị'}, nên chưa nhận thêm được. Nội dung đã viết vẫn còn ở dưới: xin để trang này mở và gửi lại sau một giờ. Việc gấp xin liên hệ trực tiếp ${whom(answering)}.`;

export const fromElsewhere = html`Đề nghị này được gửi từ một trang web khác nên chưa được nhận. Nếu đúng là của ông, bà, xin đọc lại nội dung ở dưới rồi bấm “Gửi đề nghị”.`;
