/** The page behind the link about a request: what is asked and by whom, both days, what happened so far, and the two forms to go on. */
import { reasonLimits } from '../domain/reason.ts';
import { askerWords, type Ending, endingWords } from '../domain/ticket.ts';
import { formatCount, formatDate, formatInstant, type Html, html } from './html.ts';
import { renderPage } from './page.ts';
import { formCss } from './style.ts';
import { renderBesides, type TicketEntries } from './ticket-entries.ts';

export interface TicketStep {
  at: string;
  /** '' when nobody of the staff did it. */
  who: string;
  what: string;
  words: string;
}

export interface TicketPage {
  /** "Đề nghị gỡ ảnh". */
  title: string;
  code: string;
  planNumber: string;
  timeZone: string;
  unitName: string;
  name: string;
  /** What is asked, and by whom. */
  wish: string;
  asker: string;
  contact: string;
  text: string;
  receivedAt: string;
  answerBy: string;
  settleBy: string;
  /** The public page; '' while there is none. */
  story: string;
  /** Why there is none. */
  off: string;
  isAnswered: boolean;
  steps: readonly TicketStep[];
  /** What can be chosen now, and what choosing it does; empty once it is ended. */
  endings: readonly { ending: Ending; does: string }[];
  /** How the text is mended; '' when that is done, or nothing is left to mend. */
  howToCorrect: string;
  /** "Đã gỡ ảnh", once it is ended. */
  ended: string;
  /** Nothing personal is left. */
  isForgotten: boolean;
  others: TicketEntries;
  /** Of the same exemplar, of other years and plans; `isWithin`: the reader may take it off from here. */
  otherPages: readonly { label: string; about: string; url: string; isWithin: boolean }[];
  /** What is proposed of them. */
  also: 'yes' | 'no';
  /** When the page was made. */
  at: string;
  readerName: string;
  action: string;
  token: string;
  /** What became of the last answer. */
  saved?: string;
  /** Why it was not taken; `typed` is what stood in the form. */
  error?: string;
  typed?: { action: string; ending: string; words: string; also: string };
}

const frame = {
  description: 'Trang để đơn vị xem và xử lý đề nghị sửa, gỡ một trang công khai.',
  css: formCss,
  indexed: false,
};

export function renderTicketPage(page: TicketPage): string {
  const { title, code, name, unitName, planNumber, error, saved, ended, readerName } = page;
  return renderPage({
    ...frame,
    title: `${error === undefined ? '' : 'Chưa ghi được – '}${title} ${code} – ${name}`,
    heading: title,
    lead: html`<p><b>${name}</b> · ${unitName}</p><p class="soft">Mã đề nghị ${code} · ${planNumber}</p>${page.others.ofStory > 0 && html`<p><a href="#khac">Còn ${formatCount(page.others.ofStory)} đề nghị khác về trang này</a></p>`}`,
    main: html`${error !== undefined && html`<div class="box" role="alert"><p><b>Chưa ghi được.</b> ${error}</p></div>`}${saved !== undefined && html`<div class="box" role="status"><p>${saved}</p></div>`}${ended !== '' && html`<div class="box" role="status"><p>Đề nghị đã kết thúc: <b>${ended}</b>.${!page.isAnswered && ' Chưa ai ghi việc trả lời người đề nghị; việc này còn được nhắc cho đến khi ghi.'}</p></div>`}
${renderAsked(page)}
${page.otherPages.length > 0 && renderOtherPages(page)}
<h2>Đã làm đến nay</h2>
<ol>${page.steps.map((step) => renderStep(step, page.timeZone))}</ol>
${renderAnswerForm(page)}
${page.endings.length > 0 && renderEndForm(page)}
${renderBesides(page.others)}
${page.others.ofOthers > 1 && renderDeclineForm(page)}`,
    foot: html`<p>Liên kết này dành riêng cho ${readerName}. Thông tin của người đề nghị chỉ dùng để giải quyết đề nghị; xin đừng chuyển tiếp thư hoặc liên kết.</p>`,
  });
}

const renderAsked = (page: TicketPage): Html => html`<dl class="facts">
<dt>Đề nghị</dt><dd>${page.wish}</dd>
<dt>Người đề nghị</dt><dd>${page.asker}</dd>
<dt>Liên hệ</dt><dd>${page.isForgotten ? 'Đã xóa' : html`<b>${page.contact}</b>`}</dd>
<dt>Nhận lúc</dt><dd>${formatInstant(page.receivedAt, page.timeZone)}</dd>
<dt>Trả lời</dt><dd>chậm nhất ngày ${formatDate(page.answerBy)}</dd>
<dt>Xử lý xong</dt><dd>chậm nhất ngày ${formatDate(page.settleBy)}</dd>
<dt>Trang công khai</dt><dd>${page.story === '' ? page.off : html`<a href="${page.story}">Mở trang</a>`}</dd>
</dl>
${page.isForgotten ? html`<p class="soft">Cách liên hệ và nội dung đã được xóa sau khi đề nghị kết thúc; phần còn lại được giữ làm hồ sơ.</p>` : html`<h2>Nội dung</h2><p class="long">${page.text}</p>`}`;

const renderOtherPages = ({
  otherPages,
}: TicketPage): Html => html`<h2>Trang công khai khác của gương này</h2>
<ul>${otherPages.map(({ label, about, url, isWithin }) => html`<li><a href="${url}">${label}</a> <span class="soft">· ${about}${!isWithin && ' · nơi khác phụ trách; nếu đề nghị gồm cả trang này, xin chuyển đến đơn vị đó'}</span></li>`)}</ul>`;

const renderAlso = ({ otherPages, also, typed }: TicketPage): Html | false => {
  const count = otherPages.filter(({ isWithin }) => isWithin).length;
  const chosen = typed?.also || also;
  const option = (value: 'yes' | 'no', words: string): Html =>
    html`<label for="also-${value}"><input type="radio" id="also-${value}" name="also" value="${value}"${chosen === value && html` checked`}><span>${words}</span></label>`;
  return (
    count > 0 &&
    html`<fieldset class="pick"><legend>Trang công khai khác của gương này (${formatCount(count)})</legend>${option('yes', 'Khi gỡ ảnh, gỡ trang thì gỡ như vậy ở cả các trang đó')}${option('no', 'Giữ nguyên các trang đó')}</fieldset>`
  );
};

const renderStep = ({ at, who, what, words }: TicketStep, timeZone: string): Html =>
  html`<li>${what} <span class="soft">· ${formatInstant(at, timeZone)}${who !== '' && ` · ${who}`}</span>${words !== '' && html`<br><span class="long">${words}</span>`}</li>`;

const typedIn = ({ typed }: TicketPage, action: string): string =>
  typed?.action === action ? typed.words : '';

const renderAnswerForm = (page: TicketPage): Html | false =>
  !page.isForgotten &&
  html`<form method="post" action="${page.action}">${renderToken(page)}
<h2>${page.isAnswered ? 'Trả lời thêm' : 'Trả lời người đề nghị'}</h2>
<p>Xin xác minh người đề nghị, trả lời theo cách liên hệ ở trên, rồi ghi lại tại đây. Máy không tự trả lời thay.</p>
<label for="tra-loi">Đã trả lời thế nào</label>
<p class="soft" id="tra-loi-goi-y">Từ ${formatCount(reasonLimits.least)} đến ${formatCount(reasonLimits.most)} ký tự, ví dụ: “Đã gọi điện, hẹn gỡ ảnh trong ngày”.</p>
<textarea id="tra-loi" name="words" required minlength="${reasonLimits.least}" maxlength="${reasonLimits.most}" aria-describedby="tra-loi-goi-y">${typedIn(page, 'answer')}</textarea>
<button${!page.isAnswered && html` class="main"`} name="action" value="answer">Đã trả lời người đề nghị</button>
</form>`;

const renderEndForm = (
  page: TicketPage,
): Html => html`<form method="post" action="${page.action}">${renderToken(page)}
<h2>Kết thúc đề nghị</h2>
${page.howToCorrect !== '' && html`<p>${page.howToCorrect}</p>`}
<fieldset class="pick"><legend>Kết quả</legend>${page.endings.map(({ ending, does }) => renderEnding(page, ending, does))}</fieldset>
${renderAlso(page)}
<label for="ly-do">Lý do</label>
<p class="soft" id="ly-do-goi-y">Bắt buộc khi không làm theo hoặc làm khác điều được đề nghị, từ ${formatCount(reasonLimits.least)} ký tự; xin báo cả cho người đề nghị. Xin đừng ghi thông tin riêng của người đó.</p>
<textarea id="ly-do" name="words" maxlength="${reasonLimits.most}" aria-describedby="ly-do-goi-y">${typedIn(page, 'end')}</textarea>
<button class="main" name="action" value="end">Làm và kết thúc đề nghị</button>
</form>`;

/** For a page that very many ask about. */
const renderDeclineForm = (
  page: TicketPage,
): Html => html`<form method="post" action="${page.action}">${renderToken(page)}<input type="hidden" name="until" value="${page.at}">
<h2>Không làm theo cùng một lúc</h2>
<p>Ghi “Không làm theo”, cùng một lý do, cho cả ${formatCount(page.others.ofOthers)} đề nghị về trang này do “${askerWords.other}” gửi mà chưa ai trả lời. Đề nghị của người được nêu tên, người thân và trang công khai giữ nguyên.</p>
<label for="ly-do-chung">Lý do chung</label>
<p class="soft" id="ly-do-chung-goi-y">Từ ${formatCount(reasonLimits.least)} ký tự, được ghi vào từng đề nghị.</p>
<textarea id="ly-do-chung" name="words" required minlength="${reasonLimits.least}" maxlength="${reasonLimits.most}" aria-describedby="ly-do-chung-goi-y">${typedIn(page, 'declineOthers')}</textarea>
<fieldset class="pick"><legend>Việc trả lời những người này</legend>${(
  [
    ['no', 'Chưa trả lời, còn được nhắc'],
    ['yes', 'Đã trả lời như trên, hoặc cách liên hệ không dùng được'],
  ] as const
).map(
  ([value, words], index) =>
    html`<label for="answered-${value}"><input type="radio" id="answered-${value}" name="answered" value="${value}"${index === 0 && html` checked`}><span>${words}</span></label>`,
)}</fieldset>
<button name="action" value="declineOthers">Không làm theo cả ${formatCount(page.others.ofOthers)} đề nghị</button>
</form>`;

const renderEnding = ({ typed }: TicketPage, ending: Ending, does: string): Html =>
  html`<label for="${ending}"><input type="radio" id="${ending}" name="ending" value="${ending}" required${typed?.ending === ending && html` checked`}><span><b>${endingWords[ending]}</b>: ${does}</span></label>`;

const renderToken = ({ token }: TicketPage): Html =>
  html`<input type="hidden" name="token" value="${token}">`;

/** For a link that is not ours, is over, or whose reader answers for this page no longer. */
export const renderBrokenTicketLink = (why: 'unknown' | 'expired'): string =>
  renderPage({
    ...frame,
    heading: why === 'expired' ? 'Liên kết đã hết hạn' : 'Liên kết không dùng được',
    lead: null,
    main:
      why === 'expired'
        ? html`<p>Liên kết dùng được 30 ngày. Đề nghị nào còn chờ thì thư buổi sáng của ngày làm việc tới có liên kết mới.</p>`
        : html`<p>Liên kết không đúng, đã bị cắt bớt, hoặc Ông/Bà không còn phụ trách đơn vị này. Xin mở lại thư mới nhất và bấm vào nút trong thư.</p>`,
    foot: html`<p>Xin đừng chuyển tiếp thư hoặc liên kết.</p>`,
  });
