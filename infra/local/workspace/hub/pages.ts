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

/** Somebody of a workbook's units, whom one may act as. */
export interface PersonAtWorkbook {
  email: string;
  name: string;
  role: string;
  unitName: string;
  /** Where their work is. */
  sheetId: number;
}

export interface HomeData {
  workbooks: Workbook[];
  /** What arrived since the clock was moved; absent when it was not just moved. */
  moved: { from: string; messages: readonly MailboxMessage[] } | undefined;
  /** Local ISO time. */
  now: string;
  links: { functions?: string; listing?: string };
  robot: string;
}

export function renderHome({ workbooks, now, links, robot, moved }: HomeData): string {
  const content = html`
${moved ? renderMoved(moved.from, now, moved.messages) : html``}
<section aria-labelledby="workbooks"><h2 id="workbooks">Sổ của các cấp</h2>
<p>Mở một sổ để làm việc như trong Google Sheets; trong sổ chọn mình là ai. <a href="/people">Ai là ai</a> kể mọi người và việc của họ.</p>
${renderWorkbooks(workbooks)}</section>
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

/** Enough to see what kind of mails fell due. */
const shownMails = 40;

function renderMoved(from: string, now: string, messages: readonly MailboxMessage[]): Html {
  const newest = messages.toReversed().slice(0, shownMails);
  const list = newest.map(
    ({ id, to, subject, date }) =>
      html`<li>${toReadable(date)} – <a href="/inbox/${id}">${subject || '(không có tiêu đề)'}</a> <span class="muted">tới ${to}</span></li>`,
  );
  const more = messages.length - newest.length;
  return html`<section aria-labelledby="moved" class="told"><h2 id="moved">Đồng hồ đã chạy từ ${toReadable(from)} đến ${toReadable(now)}</h2>
<p>${messages.length === 0 ? 'Không có việc gì đến hạn gửi thư trong thời gian đó.' : `${messages.length} thư đã gửi, mới nhất trước:`}</p>
<ul>${list}</ul>${more > 0 ? html`<p><a href="/inbox">Còn ${more} thư nữa trong hộp thư</a></p>` : html``}</section>`;
}

const roleNames: Record<string, string> = {
  clerk: 'Người lập',
  head: 'Thủ trưởng',
  reviewer: 'Người thẩm định',
  admin: 'Quản trị',
};

export interface PeopleOfWorkbook {
  workbook: Workbook;
  people: readonly PersonAtWorkbook[];
}

export function renderPeople(all: readonly PeopleOfWorkbook[]): string {
  const content = html`<p>Ai cũng là người giả định. Bấm “Mở sổ” để làm việc như người đó; bấm “Thư” để đọc thư của họ.
Thủ trưởng không cần vào sổ: họ ký bằng liên kết trong thư.</p>
${all.map(({ workbook, people }) => renderPeopleOf(workbook, people))}`;
  return renderPage('Ai là ai', content);
}

function renderPeopleOf({ spreadsheetId, title }: Workbook, people: readonly PersonAtWorkbook[]): Html {
  const rows = people.map(
    ({
      email,
      name,
      role,
      unitName,
      sheetId,
    }) => html`<tr><td>${unitName}</td><th scope="row">${name}</th><td>${roleNames[role] ?? role}</td>
<td><a href="/workbook/${spreadsheetId}?as=${encodeURIComponent(email)}#tab-${sheetId}">Mở sổ</a></td>
<td><a href="/inbox?to=${encodeURIComponent(email)}">Thư</a></td><td class="muted">${email}</td></tr>`,
  );
  return html`<section><details><summary>${title} <span class="muted">(${people.length} người)</span></summary>
<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col">Đơn vị</th><th scope="col">Họ và tên</th><th scope="col">Vai trò</th><th scope="col">Sổ</th><th scope="col">Thư</th><th scope="col">Địa chỉ</th></tr></thead>
<tbody>${rows}</tbody></table></div></details></section>`;
}

function renderWorkbooks(workbooks: readonly Workbook[]): Html {
  if (workbooks.length === 0) return html`<p>Chưa có sổ nào.</p>`;
  return html`<ul class="books">${workbooks.map(renderBook)}</ul>`;
}

function renderBook({ spreadsheetId, title, tabs, kind: book }: Workbook): Html {
  // The control sheet's own tabs tell the administrator what is in force; those of a level are hidden from everybody.
  const isShown = (kind: string): boolean => kind !== 'unit' && (kind !== 'machine' || book === 'control');
  const link = (tab: Workbook['tabs'][number]): Html =>
    html`<li><a href="/workbook/${spreadsheetId}#tab-${tab.sheetId}">${tab.title}</a></li>`;
  const units = tabs.filter(({ kind }) => kind === 'unit');
  return html`<li><h3><a href="/workbook/${spreadsheetId}">${title}</a></h3>
<ul class="tabs">${tabs.filter(({ kind }) => isShown(kind)).map(link)}</ul>
${units.length === 0 ? html`` : html`<details><summary>${units.length} trang của đơn vị</summary><ul class="tabs">${units.map(link)}</ul></details>`}</li>`;
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
  const content = html`<section aria-labelledby="mails"><h2 id="mails">Thư</h2>${messages.length === 0 ? html`<p>Chưa có thư.</p>` : table}</section>
<section aria-labelledby="people"><h2 id="people">Người nhận</h2>
<details><summary>${everyone.length} người có thư</summary>
<ul><li><a href="/inbox">Tất cả</a></li>${people}</ul></details></section>`;
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
