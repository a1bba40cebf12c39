/** The page behind a scorer's link: the works that wait for this scorer's points, and those given, which only this scorer sees. */
import { formatCount, type Html, html } from './html.ts';
import { renderPage } from './page.ts';
import { formCss } from './style.ts';

export interface ScoredWork {
  dossierId: string;
  round: number;
  name: string;
  facts: { header: string; text: string; link: boolean }[];
  /** As this scorer gave them; '' when not yet. */
  points: string;
  remark: string;
}

export interface ScorePage {
  unitName: string;
  planNumber: string;
  planTitle: string;
  /** "Sơ khảo". */
  judgingName: string;
  scorerName: string;
  works: readonly ScoredWork[];
  action: string;
  token: string;
  /** What became of the last answer. */
  saved?: string;
  /** Why it was not taken; `typed` is what stood in the form. */
  error?: string;
  typed?: { dossierId: string; points: string; remark: string };
}

/** More are shown once these are done: a phone need not load hundreds of forms. */
const openAtOnce = 20;

const frame = {
  description: 'Trang để giám khảo chấm bài dự thi.',
  css: formCss,
  indexed: false,
};

export function renderScorePage(page: ScorePage): string {
  const { unitName, planNumber, planTitle, judgingName, scorerName, works, saved, error, typed } = page;
  const open = works.filter(({ points }) => points === '');
  const done = works.filter(({ points }) => points !== '');
  const rest = open.length - openAtOnce;
  return renderPage({
    ...frame,
    title: `${error === undefined ? '' : 'Chưa ghi được – '}Chấm bài ${judgingName.toLocaleLowerCase('vi')} – ${unitName}`,
    heading: `Chấm bài: ${judgingName.toLocaleLowerCase('vi')}`,
    lead: html`<p>${unitName}</p><p class="soft">${planNumber} · ${planTitle}</p>`,
    main: html`${error !== undefined && html`<div class="box" role="alert"><p><b>Chưa ghi được điểm.</b> ${error}</p>${typed !== undefined && html`<p><a href="#${idOf(typed.dossierId)}">Sửa ở bài này</a></p>`}</div>`}${saved !== undefined && html`<div class="box" role="status"><p>${saved}</p></div>`}
<p>Kính gửi Ông/Bà ${scorerName}: mỗi bài chấm từ 0 đến 100 điểm, có thể lẻ nửa điểm. Điểm của Ông/Bà chỉ Ông/Bà thấy; Ban Tổ chức chỉ thấy điểm trung bình khi đủ giám khảo đã chấm. Tên tác giả không hiện ở trang này.</p>
<h2>${open.length === 0 ? 'Không còn bài nào chờ chấm' : `${formatCount(open.length)} bài chờ chấm`}</h2>
${open.slice(0, openAtOnce).map((work) => renderWork(page, work))}
${rest > 0 && html`<p class="soft">Còn ${formatCount(rest)} bài nữa, sẽ hiện ra khi chấm xong các bài trên.</p>`}
${done.length > 0 && html`<h2>${formatCount(done.length)} bài đã chấm</h2><p class="soft">Sửa được cho đến khi Ban Tổ chức quyết định về bài.</p>${done.map((work) => renderWork(page, work))}`}`,
    foot: html`<p>Liên kết này dành riêng cho ${scorerName}. Xin đừng chuyển tiếp thư hoặc liên kết.</p>`,
  });
}

const idOf = (dossierId: string): string => `diem-${dossierId.replaceAll(/[^A-Za-z0-9]/g, '-')}`;

function renderWork({ action, token, typed }: ScorePage, work: ScoredWork): Html {
  const { dossierId, round, name, facts } = work;
  const shown = typed?.dossierId === dossierId ? typed : work;
  const id = idOf(dossierId);
  return html`<article><h3>${name}</h3><dl class="facts">${facts.map(renderFact)}</dl>
<form method="post" action="${action}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="dossier" value="${dossierId}"><input type="hidden" name="round" value="${round}">
<label for="${id}">Điểm (0 đến 100)</label><input id="${id}" name="points" inputmode="decimal" required maxlength="5" value="${shown.points}" autocomplete="off">
<label for="${id}-nx">Nhận xét (nếu có)</label><textarea id="${id}-nx" name="remark" rows="2" maxlength="1000">${shown.remark}</textarea>
<button class="main">${work.points === '' ? 'Ghi điểm' : 'Sửa điểm'}</button></form></article>
`;
}

const renderFact = ({ header, text, link }: ScoredWork['facts'][number]): Html =>
  html`<dt>${header}</dt><dd>${link ? html`<a href="${text}" rel="noreferrer noopener">Mở bài</a>` : text}</dd>`;

/** For a link that is not ours, is over, or whose reader judges no longer. */
export const renderBrokenScoreLink = (why: 'unknown' | 'expired'): string =>
  renderPage({
    ...frame,
    heading: why === 'expired' ? 'Liên kết đã hết hạn' : 'Liên kết không dùng được',
    lead: null,
    main:
      why === 'expired'
        ? html`<p>Liên kết dùng được 30 ngày. Thư sáng ngày làm việc đầu tuần có liên kết mới khi còn bài chờ chấm; cần ngay thì nhờ Ban Tổ chức.</p>`
        : html`<p>Liên kết không đúng, đã bị cắt bớt, hoặc Ông/Bà không còn trong danh sách giám khảo. Xin mở lại thư mới nhất và bấm vào nút trong thư.</p>`,
    foot: html`<p>Xin đừng chuyển tiếp thư hoặc liên kết chấm bài.</p>`,
  });
