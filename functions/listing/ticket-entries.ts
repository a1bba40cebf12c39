/** Requests about public pages one below the other, each with its days and its link: beside a request, and as a list of their own. */
import { formatCount, formatDate, formatInstant, type Html, html } from './html.ts';
import { renderPage } from './page.ts';
import { formCss } from './style.ts';

export interface TicketEntry {
  code: string;
  /** "Đề nghị gỡ ảnh". */
  title: string;
  name: string;
  unitName: string;
  asker: string;
  receivedAt: string;
  timeZone: string;
  /** "Đã gỡ ảnh"; '' while it is open. */
  ended: string;
  /** Those that run. */
  clocks: readonly { of: 'answer' | 'settle'; lastDay: string; isLate: boolean }[];
  link: string;
}

/** What stands beside a request. */
export interface TicketEntries {
  /** The first ones about the same story. */
  entries: readonly TicketEntry[];
  ofStory: number;
  /** About the same story, with the one that was opened: by people who are not named, and not answered. */
  ofOthers: number;
  /** About other stories for which the reader answers. */
  elsewhere: number;
  lists: { story: string; all: string };
}

export interface TicketListPage {
  list: 'story' | 'all';
  planNumber: string;
  /** Of the story, when the list is about one. */
  name: string;
  total: number;
  from: number;
  entries: readonly TicketEntry[];
  /** '' where there is none. */
  previous: string;
  next: string;
  /** To the request from which the reader came. */
  back: { link: string; label: string };
  readerName: string;
}

const clockWords = { answer: 'trả lời', settle: 'xử lý xong' } as const;

const renderEntry = (entry: TicketEntry): Html =>
  html`<li><a href="${entry.link}">${entry.title}: ${entry.name} (${entry.code})</a><br><span class="soft">${entry.unitName} · ${entry.asker} · nhận lúc ${formatInstant(entry.receivedAt, entry.timeZone)}${entry.ended !== '' && ` · đã kết thúc: ${entry.ended}`}${entry.clocks.map(({ of, lastDay, isLate }) => html` · ${clockWords[of]} chậm nhất ngày ${formatDate(lastDay)}${isLate && html` <b>(quá hạn)</b>`}`)}</span></li>`;

export const renderBesides = ({ entries, ofStory, elsewhere, lists }: TicketEntries): Html | false =>
  ofStory + elsewhere > 0 &&
  html`<h2 id="khac">Đề nghị khác đang chờ</h2>
${ofStory > 0 && html`<p>Về trang này: ${formatCount(ofStory)} đề nghị.</p><ol>${entries.map(renderEntry)}</ol>`}
${ofStory > entries.length && html`<p><a href="${lists.story}">Xem mọi đề nghị về trang này</a></p>`}
<p>${elsewhere > 0 && `Về các trang khác mà Ông/Bà phụ trách: ${formatCount(elsewhere)} đề nghị. `}<a href="${lists.all}">Xem mọi đề nghị đang chờ</a></p>`;

const headings: Record<TicketListPage['list'], string> = {
  story: 'Các đề nghị về cùng một trang',
  all: 'Các đề nghị đang chờ',
};

export function renderTicketList(page: TicketListPage): string {
  const { list, planNumber, name, total, from, entries, previous, next, back, readerName } = page;
  return renderPage({
    title: `${headings[list]} – ${planNumber}`,
    description: 'Danh sách các đề nghị sửa, gỡ trang công khai đang chờ đơn vị.',
    css: formCss,
    indexed: false,
    heading: headings[list],
    lead: html`${name !== '' && html`<p><b>${name}</b></p>`}<p class="soft">${planNumber} · ${total === 0 ? 'không có đề nghị nào' : `${formatCount(from + 1)}–${formatCount(from + entries.length)} trong ${formatCount(total)} đề nghị`}</p>`,
    main: html`<p>Đề nghị gỡ đứng trước đề nghị sửa; người được nêu tên, người thân đứng trước người khác; rồi đến hạn gần nhất. Đề nghị đã kết thúc mà chưa ghi việc trả lời đứng cuối.</p>
<ol start="${String(from + 1)}">${entries.map(renderEntry)}</ol>
${(previous !== '' || next !== '') && html`<p>${previous !== '' && html`<a href="${previous}">Trang trước</a> `}${next !== '' && html`<a href="${next}">Trang sau</a>`}</p>`}
<p><a href="${back.link}">Trở lại: ${back.label}</a></p>`,
    foot: html`<p>Liên kết ở trang này dành riêng cho ${readerName}; xin đừng chuyển tiếp.</p>`,
  });
}
