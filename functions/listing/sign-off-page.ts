/** The page behind the link a head of unit gets by mail: what would be signed, what signing means, and the two answers. */
import { kindLabel, kindLabels, type RowKind } from '../domain/form.ts';
import { cleanPublicText } from '../domain/public-row.ts';
import { reasonLimits } from '../domain/reason.ts';
import { formatCount, formatInstant, type Html, html } from './html.ts';
import { renderPage } from './page.ts';
import { formCss } from './style.ts';

export interface SignOffPage {
  unitName: string;
  planTitle: string;
  planNumber: string;
  /** What is signed, as the form is called. */
  listTitle: string;
  /** What one row is: "gương", "văn bản". */
  rowWord: string;
  timeZone: string;
  rows: { kind: RowKind; name: string; title: string }[];
  /** ISO instant. */
  submittedAt: string;
  clerk: string;
  headName: string;
  /** ISO instant. */
  expiresAt: string;
  /** Where the forms post to; same origin as the page, or its policy forbids it. */
  action: string;
  token: string;
  state: 'open' | 'signed' | 'sentBack' | 'expired' | 'superseded';
  /** Hash of the content: what is signed. */
  snapshotId: string;
  signed?: { at: string; by: string };
  /** Why the last answer was not taken. */
  error?: string;
  /** What the head had typed then. */
  reason?: string;
}

const headings: Record<SignOffPage['state'], string> = {
  open: 'Ký xác nhận danh sách',
  signed: 'Danh sách đã được ký xác nhận',
  sentBack: 'Danh sách đã được trả lại',
  expired: 'Liên kết đã hết hạn',
  superseded: 'Đã có danh sách mới hơn',
};

export function renderSignOffPage(page: SignOffPage): string {
  const { unitName, planNumber, planTitle, listTitle, state, error, headName } = page;
  const heading = headings[state];
  return renderPage({
    ...frame,
    title: `${error === undefined ? '' : 'Chưa thực hiện được – '}${heading} – ${unitName}`,
    heading,
    lead: html`<p>${unitName} · ${listTitle}</p><p class="soft">${planNumber} · ${planTitle}</p>`,
    main: html`${renderError(error)}${renderNotice(page)}${isListShown(state) && renderList(page)}${state === 'open' && renderForms(page)}`,
    foot: html`<p>Liên kết này dành riêng cho ${headName}. Xin đừng chuyển tiếp thư hoặc liên kết.</p>`,
  });
}

/** For a link that is not ours, was cut off, or speaks of something that is gone. */
export const renderBrokenLink = (): string =>
  renderPage({
    ...frame,
    heading: 'Liên kết không dùng được',
    lead: null,
    main: html`<p>Liên kết không đúng hoặc đã bị cắt bớt. Xin mở lại thư và bấm vào nút trong thư. Nếu vẫn không được, nhờ người lập danh sách nộp lại để có thư mới.</p>`,
    foot: html`<p>Xin đừng chuyển tiếp thư hoặc liên kết ký xác nhận.</p>`,
  });

const frame = {
  description: 'Trang để thủ trưởng đơn vị xem và ký xác nhận danh sách của đơn vị.',
  css: formCss,
  indexed: false,
};

const renderError = (error: string | undefined): Html | false =>
  error !== undefined &&
  html`<div class="box" role="alert"><p><b>Chưa thực hiện được.</b> ${error}</p></div>`;

function renderNotice(page: SignOffPage): Html {
  const { clerk, signed, expiresAt, timeZone, state } = page;
  if (state === 'open')
    return html`<p>Kính gửi Ông/Bà ${page.headName}: xin xem danh sách dưới đây, rồi ký xác nhận hoặc trả lại. Chỉ mở trang thì chưa phải là ký.</p>`;
  if (state === 'signed')
    return html`<div class="box"><p>Danh sách đã được ${signed !== undefined && html`${signed.by} `}ký xác nhận${signed !== undefined && ` lúc ${formatInstant(signed.at, timeZone)}`} và đã chuyển lên cấp trên. Mỗi liên kết chỉ ký được một lần. Không cần làm gì thêm, xin cảm ơn.</p></div>`;
  if (state === 'sentBack')
    return html`<div class="box"><p>Danh sách đã được trả lại. ${clerk} nhận được thư kèm lý do; khi danh sách được nộp lại, sẽ có thư mới để ký.</p></div>`;
  if (state === 'expired')
    return html`<div class="box"><p>Liên kết này dùng được đến ${formatInstant(expiresAt, timeZone)}, nay đã hết hạn; danh sách chưa được ký. Xin dùng liên kết mới trong thư nhắc gần nhất; nếu không thấy thư, nhờ ${clerk} nộp lại danh sách để có thư mới.</p></div>`;
  return html`<div class="box"><p>Sau khi gửi thư này, ${clerk} đã nộp một danh sách mới hơn. Xin mở thư mới nhất và dùng liên kết trong thư đó.</p></div>`;
}

/** A link that leads nowhere any more shows no names. */
const isListShown = (state: SignOffPage['state']): boolean => state !== 'expired' && state !== 'superseded';

function renderList(page: SignOffPage): Html {
  const { rows, rowWord, clerk, submittedAt, expiresAt, timeZone, state, snapshotId, signed } = page;
  return html`<h2>${rows.length === 0 ? 'Không có trường hợp' : `Danh sách gồm ${formatCount(rows.length)} ${rowWord}`}</h2>
<dl class="facts">
${countWords(rows) !== '' && html`<dt>Gồm có</dt><dd>${countWords(rows)}</dd>`}
<dt>Người lập</dt><dd>${clerk}</dd>
<dt>Nộp lúc</dt><dd>${formatInstant(submittedAt, timeZone)}</dd>
${state === 'signed' && signed !== undefined && html`<dt>Người ký</dt><dd>${signed.by}</dd><dt>Ký lúc</dt><dd>${formatInstant(signed.at, timeZone)}</dd>`}
<dt>Mã nội dung</dt><dd>${snapshotId}</dd>
${state === 'open' && html`<dt>Ký trước</dt><dd>${formatInstant(expiresAt, timeZone)}</dd>`}
</dl>
${rows.length === 0 ? html`<p>Đơn vị báo cáo kỳ này không có trường hợp nào để giới thiệu.</p>` : html`<ol>${rows.map(renderRow)}</ol>`}`;
}

/** "3 cá nhân, 1 tập thể". */
const countWords = (rows: SignOffPage['rows']): string =>
  Object.entries(kindLabels)
    .map(([kind, label]) => ({ label, count: rows.filter((row) => row.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${formatCount(count)} ${label.toLocaleLowerCase('vi')}`)
    .join(', ');

/** Cleaned as the public page cleans: what the head reads is what the public would read. */
const renderRow = ({ kind, name, title }: SignOffPage['rows'][number]): Html =>
  html`<li><b>${cleanPublicText(name)}</b> ${kind !== 'entry' && html`<span class="soft">· ${kindLabel(kind)}</span>`}<br>${cleanPublicText(title)}</li>`;

const signedFor = ({ rows, rowWord }: SignOffPage): string => {
  if (rows.length === 0) return 'nội dung báo cáo này';
  return rows.some(({ kind }) => kind !== 'entry')
    ? `việc xét chọn và giới thiệu những ${rowWord} có tên trong danh sách`
    : `những ${rowWord} ghi trong danh sách`;
};

/** Two forms, so that an empty reason keeps nobody from signing. */
const renderForms = (page: SignOffPage): Html => html`<h2>Ký xác nhận</h2>
<p>Khi ký, thủ trưởng đơn vị chịu trách nhiệm về ${signedFor(page)}. Danh sách được chuyển ngay lên cấp trên; tên người ký, thời điểm ký và mã nội dung đã ký được lưu lại.</p>
<form method="post" action="${page.action}">${renderToken(page)}
<button class="main" name="action" value="sign">Ký xác nhận</button>
</form>
<h2>Chưa ký được?</h2>
<form method="post" action="${page.action}">${renderToken(page)}
<label for="ly-do">Lý do trả lại</label>
<p class="soft" id="goi-y">Từ ${formatCount(reasonLimits.least)} đến ${formatCount(reasonLimits.most)} ký tự, ví dụ: “Bổ sung số liệu cho ${page.rowWord} thứ hai”. ${page.clerk} sẽ nhận được lý do này qua thư.</p>
<textarea id="ly-do" name="reason" required minlength="${reasonLimits.least}" maxlength="${reasonLimits.most}" aria-describedby="goi-y">${page.reason ?? ''}</textarea>
<button name="action" value="sendBack">Trả lại cho người lập</button>
</form>`;

const renderToken = ({ token }: SignOffPage): Html =>
  html`<input type="hidden" name="token" value="${token}">`;
