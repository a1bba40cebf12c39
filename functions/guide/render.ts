/** The guide for staff as one HTML page that needs no script: who does what, each task step by step, every column. */
import { periodLabel } from '../domain/period.ts';
import { type Html, html } from '../listing/html.ts';
import { renderPage } from '../listing/page.ts';
import { planName } from '../mails/wording.ts';
import { type GuideInput, numberOf, type SectionId, sectionIds } from './guide.ts';
import { sections } from './sections/index.ts';
import { guideCss } from './style.ts';

export const guidePath = '/huong-dan';

/** Address of the guide of a plan in a period, below the listing's. */
export const guideHref = (planId: string, period: string): string =>
  `${guidePath}?${new URLSearchParams({ 'ke-hoach': planId, ky: period })}`;

const heading = 'Hướng dẫn dùng Gương Sáng';
const description = 'Dành cho cán bộ các đơn vị: điền danh sách, sửa, nộp, ký, thẩm định và gỡ công khai.';

export function renderGuide(guide: GuideInput): string {
  const { plan, period } = guide;
  return renderPage({
    ...frame,
    heading,
    lead: html`<p>${planName(plan.number)}, ${periodLabel(period)}</p><p class="soft">${plan.title}</p>
<p class="soft">Hình chụp ở bản chạy thử với người và việc giả định; Google Sheets trông hơi khác, các nút và lời nhắc thì như nhau.</p>`,
    main: html`${contents}${sectionIds.map((id) => renderSection(id, guide))}`,
  });
}

/** Before the first plan is set up there is nothing to explain. */
export const renderNoGuide = (): string =>
  renderPage({
    ...frame,
    heading: 'Chưa có hướng dẫn',
    lead: null,
    main: html`<p>Chưa có kế hoạch nào được dựng. Hướng dẫn sẽ hiện ở đây ngay khi có kế hoạch.</p>`,
    indexed: false,
  });

const frame = {
  description,
  css: guideCss,
  indexed: true,
  foot: html`<p>Có điều chưa rõ, xin hỏi nơi nhận danh sách hoặc người quản trị.</p>
<p><a href="/">Xem trang công khai</a></p>`,
};

const titleOf = (id: SectionId): string => `${numberOf(id)}. ${sections[id].title}`;

const contents: Html = html`<nav class="muc-luc" aria-labelledby="muc-luc"><h2 id="muc-luc">Mục lục</h2>
<ul>
${sectionIds.map((id) => html`<li><a href="#${id}">${titleOf(id)}</a></li>\n`)}</ul></nav>
`;

const renderSection = (
  id: SectionId,
  guide: GuideInput,
): Html => html`<section id="${id}" aria-labelledby="${id}-ten"><h2 id="${id}-ten">${titleOf(id)}</h2>
${sections[id].body(guide)}
<p class="ve"><a href="#muc-luc">Về mục lục</a></p></section>
`;
