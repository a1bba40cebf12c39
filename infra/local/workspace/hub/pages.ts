/** The pages of the hub: workbooks and clock, one workbook as tables, the inbox and one mail. */
import type { MailboxMessage } from '../local.ts';
import type { Workbook } from '../spreadsheets.ts';
import { type Html, html } from './html.ts';
import { renderPage } from './page.ts';

export interface TabForPeople {
  title: string;
  sheetId: number;
  hidden: boolean;
  values: string[][];
}

export interface HomeData {
  workbooks: Workbook[];
  /** Local ISO time. */
  now: string;
  links: { functions?: string; listing?: string };
  robot: string;
}

export function renderHome({ workbooks, now, links, robot }: HomeData): string {
  const content = html`
<section aria-labelledby="workbooks"><h2 id="workbooks">Sổ của các cấp</h2>${renderWorkbooks(workbooks)}</section>
<section aria-labelledby="clock"><h2 id="clock">Đồng hồ</h2>
<p>Bây giờ là <strong><time datetime="${now}">${toReadable(now)}</time></strong>.
Chuyển tới một thời điểm sau đó thì việc đến hạn sẽ chạy ngay: nhắc hạn, gửi thư, công khai.</p>
<form method="post" action="/clock">
<label>Chuyển tới (giờ Việt Nam)<input type="datetime-local" name="now" required min="${now.slice(0, 16)}" value="${now.slice(0, 16)}"></label>
<button>Chuyển đồng hồ</button>
</form></section>
<section aria-labelledby="addresses"><h2 id="addresses">Địa chỉ</h2><dl>
${renderLink('Trang công khai', links.listing)}${renderLink('Các hàm', links.functions)}
<dt>Tài khoản máy</dt><dd>${robot}</dd>
<dt>Thẻ đăng nhập thử</dt><dd><code>/token?email=…</code> – cấp cho mọi địa chỉ thư, chỉ dùng để chạy thử</dd>
</dl></section>`;
  return renderPage('Sổ và đồng hồ', content);
}

function renderWorkbooks(workbooks: readonly Workbook[]): Html {
  if (workbooks.length === 0) return html`<p>Chưa có sổ nào.</p>`;
  return html`<ul class="books">${workbooks.map(renderBook)}</ul>`;
}

function renderBook({ spreadsheetId, title, tabs }: Workbook): Html {
  const link = (tab: Workbook['tabs'][number]): Html =>
    html`<li><a href="/workbook/${spreadsheetId}#tab-${tab.sheetId}">${tab.title}</a></li>`;
  const units = tabs.filter(({ kind }) => kind === 'unit');
  return html`<li><h3><a href="/workbook/${spreadsheetId}">${title}</a></h3>
<ul class="tabs">${tabs.filter(({ kind }) => kind !== 'unit').map(link)}</ul>
<details><summary>${units.length} trang của đơn vị</summary><ul class="tabs">${units.map(link)}</ul></details></li>`;
}

function renderLink(label: string, url: string | undefined): Html {
  return url === undefined ? html`` : html`<dt>${label}</dt><dd><a href="${url}">${url}</a></dd>`;
}

/** `templates`: by sheet, where its form can be had as a file. */
export function renderWorkbook(
  title: string,
  tabs: readonly TabForPeople[],
  templates: ReadonlyMap<number, string>,
): string {
  const list = tabs.map(
    (tab) => html`<li><a href="#tab-${tab.sheetId}">${tab.title}</a>${tab.hidden ? ' (ẩn)' : ''}</li>`,
  );
  const content = html`<p>Chỉ để xem; sửa trong sổ chung.</p>
<nav aria-label="Các trang tính"><ul>${list}</ul></nav>
${tabs.map((tab) => renderTab(tab, templates.get(tab.sheetId)))}`;
  return renderPage(title, content);
}

function renderTab({ title, sheetId, hidden, values }: TabForPeople, template: string | undefined): Html {
  const width = Math.max(0, ...values.map((row) => row.length));
  const letters = Array.from({ length: width }, (_, index) => html`<th scope="col">${toLetters(index)}</th>`);
  const rows = values.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => html`<td>${row[column] ?? ''}</td>`);
    return html`<tr><th scope="row">${index + 1}</th>${cells}</tr>`;
  });
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Bảng"><table><caption>${values.length} dòng có nội dung</caption>
<thead><tr><th scope="col"><span aria-label="Dòng">#</span></th>${letters}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section aria-labelledby="tab-${sheetId}"><h2 id="tab-${sheetId}">${title}${hidden ? ' (ẩn)' : ''}</h2>
${template === undefined ? html`` : html`<p><a href="${template}" download="${title}.xlsx">Tải tệp Excel để điền</a></p>`}
${values.length === 0 ? html`<p>Trang trống.</p>` : table}</section>`;
}

export function renderInbox(
  messages: readonly MailboxMessage[],
  everyone: readonly string[],
  to: string | null,
): string {
  const people = everyone.map(
    (one) => html`<li><a href="/inbox?to=${encodeURIComponent(one)}">${one}</a></li>`,
  );
  const rows = messages.toReversed().map(
    (one) => html`<tr><td>${toReadable(one.date)}</td><td>${one.to}</td><td>${one.from}</td>
<th scope="row"><a href="/inbox/${one.id}">${one.subject || '(không có tiêu đề)'}</a></th></tr>`,
  );
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Bảng"><table><caption>${messages.length} thư, mới nhất trước</caption>
<thead><tr><th scope="col">Lúc</th><th scope="col">Tới</th><th scope="col">Từ</th><th scope="col">Tiêu đề</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  const content = html`<section aria-labelledby="people"><h2 id="people">Người nhận</h2>
<ul><li><a href="/inbox">Tất cả</a></li>${people}</ul></section>
<section aria-labelledby="mails"><h2 id="mails">Thư</h2>${messages.length === 0 ? html`<p>Chưa có thư.</p>` : table}</section>`;
  return renderPage(to === null ? 'Hộp thư' : `Hộp thư của ${to}`, content);
}

/** The mail runs nothing; its links open in a new tab, because a sign-off link must work. */
export function renderMail(message: MailboxMessage): string {
  const frame = html`<iframe title="Nội dung thư" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${`<base target="_blank">${message.html}`}"></iframe>`;
  const content = html`<section aria-label="Thư"><dl>
<dt>Từ</dt><dd>${message.from}</dd><dt>Tới</dt><dd><a href="/inbox?to=${encodeURIComponent(message.to)}">${message.to}</a></dd>
<dt>Lúc</dt><dd><time datetime="${message.date}">${toReadable(message.date)}</time></dd></dl></section>
${message.html === '' ? html`` : html`<section aria-labelledby="shown"><h2 id="shown">Thư như người nhận thấy</h2>${frame}</section>`}
<section aria-labelledby="text"><h2 id="text">Bản chữ</h2><pre>${message.text}</pre></section>`;
  return renderPage(message.subject || '(không có tiêu đề)', content);
}

/** "08:00 ngày 08/01/2025" from local ISO time. */
function toReadable(localIso: string): string {
  const [date = '', time = ''] = localIso.split('T');
  return `${time.slice(0, 5)} ngày ${date.split('-').reverse().join('/')}`;
}

function toLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : toLetters(Math.floor(index / 26) - 1) + last;
}
