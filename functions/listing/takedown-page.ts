/** The form to ask for correction or removal, and its answers. No account, no cookie; what was typed is never lost. */
import {
  askerWords,
  type FormField,
  type FormProblem,
  longestText,
  type TicketForm,
  wishWords,
} from '../domain/ticket.ts';
import { formatDate, type Html, html } from './html.ts';
import { renderPublicPage, type Site } from './site.ts';

export interface TakedownForm {
  /** The story it is about; null when the asker names it. */
  about: { key: string; name: string; title: string } | null;
  typed?: TicketForm;
  problems?: readonly FormProblem[];
}

export const takedownPath = '/de-nghi';

/** The form goes to a function of its own: writing and mailing need much that reading a page does not. */
const sendPath = `${takedownPath}/gui`;

/** People never see it; programs that fill in forms do. */
export const trapField = 'website';

const empty: TicketForm = { page: '', wish: '', asker: '', contact: '', text: '' };
const heading = 'Đề nghị sửa hoặc gỡ';
const description =
  'Người được nêu tên, người thân hoặc bất cứ ai thấy nội dung chưa đúng có thể đề nghị sửa hoặc gỡ một trang công khai.';

export function renderTakedownForm(
  site: Site,
  { about, typed = empty, problems = [] }: TakedownForm,
): string {
  const faultOf = (field: FormField) => problems.find((problem) => problem.field === field);
  return renderPublicPage(site, {
    title: problems.length > 0 ? `Chưa gửi được – ${heading}` : heading,
    heading,
    description,
    path: takedownPath,
    isIndexed: false,
    lead: html`<p>Không cần tài khoản. Đơn vị đã giới thiệu gương nhận được đề nghị ngay, trả lời trong 2 ngày làm việc và xử lý xong trong 15 ngày.</p>`,
    main: html`${problems.length > 0 && renderProblems(problems)}<form method="post" action="${sendPath}" novalidate>
${about ? html`<p>Về trang: <b><bdi>${about.name}</bdi></b>, <bdi>${about.title}</bdi></p><input type="hidden" name="page" value="${about.key}">` : renderInput('page', 'Địa chỉ trang cần sửa hoặc gỡ', 'Chép từ thanh địa chỉ của trình duyệt, ví dụ /guong/nguyen-thi-hoa-….', typed.page, faultOf('page'), 'off')}
${renderPick('wish', 'Đề nghị', wishWords, typed.wish)}
${renderPick('asker', 'Người đề nghị', askerWords, typed.asker)}
${renderInput('contact', 'Điện thoại hoặc thư điện tử', 'Chỉ để đơn vị trả lời; không công khai.', typed.contact, faultOf('contact'), 'email')}
<label for="text">Nội dung</label><p class="soft" id="text-goi-y">Điều cần sửa, hoặc lý do nếu muốn nêu. Xin đừng gửi số căn cước.</p>
<textarea id="text" name="text" rows="6" required maxlength="${longestText}" aria-describedby="text-goi-y"${invalid(faultOf('text'))}>${typed.text}</textarea>
<p class="hide" aria-hidden="true"><label for="${trapField}">Để trống ô này</label><input id="${trapField}" name="${trapField}" tabindex="-1" autocomplete="off"></p>
<p><button class="main">Gửi đề nghị</button></p>
</form>`,
  });
}

const invalid = (problem: FormProblem | undefined): Html | false =>
  problem !== undefined && html` aria-invalid="true"`;

const renderProblems = (problems: readonly FormProblem[]): Html =>
  html`<div class="box" role="alert"><h2>Chưa gửi được</h2><ul>${problems.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul></div>
`;

const renderInput = (
  field: FormField,
  label: string,
  hint: string,
  value: string,
  problem: FormProblem | undefined,
  autocomplete: string,
): Html =>
  html`<label for="${field}">${label}</label><p class="soft" id="${field}-goi-y">${hint}</p><input id="${field}" name="${field}" value="${value}" required maxlength="300" autocomplete="${autocomplete}" aria-describedby="${field}-goi-y"${invalid(problem)}>`;

/** The first button carries the field's id, where the list of faults leads. */
const renderPick = (
  field: FormField,
  legend: string,
  words: Readonly<Record<string, string>>,
  chosen: string,
): Html =>
  html`<fieldset class="pick"><legend>${legend}</legend>${Object.entries(words).map(
    ([value, label], index) => {
      const id = index === 0 ? field : `${field}-${value}`;
      return html`<label for="${id}"><input type="radio" id="${id}" name="${field}" value="${value}" required${value === chosen && html` checked`}>${label}</label>`;
    },
  )}</fieldset>`;

export const renderTaken = (
  site: Site,
  ticket: { code: string; answerBy: string; settleBy: string },
): string =>
  renderPublicPage(site, {
    heading: 'Đã nhận đề nghị',
    description,
    path: null,
    lead: html`<p>Mã đề nghị: <b>${ticket.code}</b></p>`,
    main: html`<p>Đơn vị đã giới thiệu gương vừa được báo. Đơn vị sẽ trả lời trước hết ngày ${formatDate(ticket.answerBy)} và xử lý xong trước hết ngày ${formatDate(ticket.settleBy)}.</p><p>Xin ghi lại mã đề nghị để hỏi khi cần. Trang này không gửi thư xác nhận.</p><p><a href="/">Về danh sách</a></p>`,
  });

export const renderTooMany = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Chưa nhận được đề nghị',
    description,
    path: null,
    lead: null,
    main: html`<p>Trong một giờ qua đã có quá nhiều đề nghị được gửi tới. Xin bấm quay lại để giữ nội dung đã viết, rồi gửi lại sau một giờ; việc gấp xin liên hệ trực tiếp đơn vị đã giới thiệu gương.</p>`,
  });
