/** The list: search, filters as links, the leads of one page, where to go on; and when nothing fits, what to try. */
import { facets, unitParameter } from './facets.ts';
import { type Filter, isFiltered, listHref, noFilter, withValue } from './filter.ts';
import { chosenWords, renderChosen, renderFilters, unknownFilters } from './filter-links.ts';
import { formatCount, formatInstant, type Html, html } from './html.ts';
import { renderLeads } from './lead-item.ts';
import { type Look, totalOf } from './look.ts';
import { mostResults } from './rank.ts';
import type { Shelf } from './shelf.ts';
import { feedName, renderPublicPage, type Site } from './site.ts';
import { lineage } from './unit-index.ts';

const heading = 'Gương điển hình tiên tiến, người tốt việc tốt';
const description =
  'Những cá nhân, tập thể, mô hình tiêu biểu đã được hội đồng các cấp công nhận và đồng ý công khai.';

export function renderList(site: Site, shelf: Shelf, filter: Filter, look: Look): string {
  const words = wordsOf(shelf, filter);
  const about = words === '' ? heading : `${words} – ${heading}`;
  return renderPublicPage(site, {
    title: filter.place ? `${about} (trang tiếp)` : about,
    heading,
    description: words === '' ? description : `${words}: ${formatCount(look.total)} gương. ${description}`,
    // Past the end nobody stands whose name the address could rightly have.
    path: listHref(look.leads.length === 0 ? { ...filter, place: null } : filter),
    isList: true,
    // Whoever sends an address around could else make a search engine say his words under our name.
    ...(filter.query === '' ? {} : { isIndexed: false, canonical: null }),
    // A page with nobody is the list again to a search engine.
    ...(filter.query === '' && look.leads.length === 0 ? { canonical: '/' } : {}),
    head: html`
<link rel="alternate" type="application/atom+xml" title="${feedName}" href="${listHref({ ...filter, place: null }, '/nguon.xml')}">${renderRels(filter, look)}`,
    lead:
      shelf.total === 0
        ? null
        : html`<p class="soft">${formatCount(shelf.total)} gương được công khai · cập nhật ${formatInstant(shelf.updatedAt)}</p>`,
    main:
      shelf.total === 0
        ? renderNobody()
        : html`${renderSearch(filter)}${renderNarrow(shelf, filter, look)}${renderResults(shelf, filter, look)}`,
    ...(look.before || look.after ? { after: renderPages(filter, look) } : {}),
  });
}

/** "Kết quả tìm kiếm, Lĩnh vực: Kinh tế": for titles, so without the words that a reader typed. */
export const wordsOf = (shelf: Shelf, filter: Filter): string =>
  [filter.query && 'Kết quả tìm kiếm', ...chosenWords(shelf, filter).map(({ words }) => words)]
    .filter(Boolean)
    .join(', ');

const renderNobody = (): Html =>
  html`<p>Chưa có gương nào được công khai. Danh sách sẽ hiện ở đây ngay sau khi hội đồng công nhận và người được nêu tên đồng ý.</p>`;

const renderSearch = ({ query, values }: Filter): Html => html`<form class="find" action="/" role="search">
<p><label for="q">Tìm theo tên, việc làm, địa phương</label><input id="q" name="q" type="search" value="${query}" maxlength="100" autocomplete="off"></p>
${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="main">Tìm</button>
</form>
`;

const renderNarrow = (shelf: Shelf, filter: Filter, look: Look): Html | null =>
  (look.total > 0 &&
    html`<details class="loc"><summary>Lọc danh sách</summary><nav aria-label="Lọc danh sách"><h2 class="hide">Lọc theo</h2>${renderFilters(shelf, filter, look)}</nav></details>
`) ||
  null;

function renderResults(shelf: Shelf, filter: Filter, look: Look): Html {
  if (look.total === 0) return html`${renderChosen(shelf, filter)}${renderNothing(shelf, filter)}`;
  const count = isFiltered(filter)
    ? `${formatCount(look.total)} gương ${look.isNear ? 'gần đúng' : 'phù hợp'}${filter.query === '' ? '' : ` với “${filter.query}”`}`
    : 'Mới được công nhận';
  return html`<h2>${count}</h2>
${renderChosen(shelf, filter)}${renderLineage(shelf, filter)}${look.isNear && html`<p>Không có gương nào khớp đúng những chữ này.</p>`}${look.isTooMany && html`<p>Chỉ xem được ${formatCount(mostResults)} gương phù hợp nhất. Hãy thêm từ hoặc chọn thêm điều kiện lọc.</p>`}
${look.leads.length > 0 ? renderLeads(look.leads) : renderPastEnd(filter)}`;
}

/** A number under the name of a unit that merged is not only its own. */
function renderLineage({ units }: Shelf, { values }: Filter): Html | null {
  const unit = units.bySlug.get(values[unitParameter] ?? '');
  if (!unit || lineage(units, unit.slug).length === 1) return null;
  return html`<p class="soft">Gồm cả gương của đơn vị kế thừa hoặc có trước ${unit.name}: <a href="/don-vi/${unit.slug}">số liệu riêng của ${unit.name}</a>.</p>`;
}

/** The list has become shorter, or the address was typed by hand. */
const renderPastEnd = (filter: Filter): Html =>
  html`<p>Đã hết danh sách: sau chỗ này không còn gương nào. <a href="${listHref({ ...filter, place: null })}">Xem lại từ đầu</a>.</p>`;

/** What would bring somebody: one condition less, other words, the whole list. */
function renderNothing(shelf: Shelf, filter: Filter): Html {
  const chosen = [unitParameter, ...facets.map(({ name }) => name)].filter(
    (name) => filter.values[name] !== undefined,
  );
  const labels = new Map(chosenWords(shelf, filter).map(({ name, words }) => [name, words]));
  const without = chosen.flatMap((name) => {
    const other = withValue(filter, name, undefined);
    const total = totalOf(shelf, other);
    return total === 0
      ? []
      : [{ href: listHref(other), words: labels.get(name) ?? filter.values[name]!, total }];
  });
  const plain: Filter = { ...noFilter, values: filter.values };
  const unsearched = filter.query !== '' && chosen.length > 0 ? totalOf(shelf, plain) : 0;
  return html`<h2>Không có gương nào phù hợp</h2>
<p>Có thể thử:</p>
<ul>${without.map(({ href, words, total }) => html`<li><a href="${href}">Bỏ “${words}”</a>: còn ${formatCount(total)} gương</li>`)}
${unsearched > 0 && html`<li><a href="${listHref(plain)}">Bỏ những chữ tìm kiếm</a>: còn ${formatCount(unsearched)} gương</li>`}
${filter.query !== '' && html`<li>Viết ít chữ hơn, ví dụ chỉ họ tên hoặc chỉ việc làm; không cần dấu</li>`}
<li><a href="/">Xem tất cả các gương</a></li></ul>`;
}

function renderRels(filter: Filter, { before, after }: Look): Html {
  const link = (rel: string, place: Filter['place']): Html | false =>
    place !== null &&
    html`
<link rel="${rel}" href="${listHref({ ...filter, place })}">`;
  return html`${link('prev', before)}${link('next', after)}`;
}

function renderPages(filter: Filter, { before, after }: Look): Html {
  const step = (place: Filter['place'], rel: string, label: string): Html | false =>
    place !== null && html`<li><a href="${listHref({ ...filter, place })}" rel="${rel}">${label}</a></li>`;
  return html`<nav class="pages" aria-label="Các trang"><ul class="row">
${before !== null && html`<li><a href="${listHref({ ...filter, place: null })}">Trang đầu</a></li>`}${step(before, 'prev', 'Trang trước')}${step(after, 'next', 'Trang sau')}
</ul></nav>`;
}

/** An address with a value of a filter that nobody has: what is typed there is not repeated. */
export function renderUnknownFilter(site: Site, shelf: Shelf, filter: Filter): string {
  const unknown = unknownFilters(shelf, filter);
  const rest = unknown.reduce((left, { name }) => withValue(left, name, undefined), filter);
  const total = totalOf(shelf, rest);
  return renderPublicPage(site, {
    heading: 'Không có mục lọc này',
    description: 'Địa chỉ có một điều kiện lọc không có trên trang Gương Sáng.',
    path: null,
    lead: null,
    main: html`<p>Không có gương nào thuộc ${unknown.map(({ label }) => label.toLowerCase()).join(', ')} ghi trong địa chỉ. Địa chỉ có thể đã gõ nhầm hoặc bị cắt bớt khi chép.</p>
<p>Có thể thử:</p>
<ul>${isFiltered(rest) && total > 0 && html`<li><a href="${listHref(rest)}">Bỏ điều kiện ấy</a>: còn ${formatCount(total)} gương</li>`}<li><a href="/loc">Chọn trong các mục lọc hiện có</a></li><li><a href="/">Xem tất cả các gương</a></li></ul>
${renderSearch(noFilter)}`,
  });
}

/** Every value of every filter, for lists too long for the page of the list itself. */
export const renderAllFilters = (site: Site, shelf: Shelf, filter: Filter, look: Look): string =>
  renderPublicPage(site, {
    heading: 'Lọc danh sách',
    description: 'Mọi đơn vị, lĩnh vực, phong trào, khâu, năm và kế hoạch có gương được công khai.',
    path: listHref(filter, '/loc'),
    isIndexed: false,
    canonical: null,
    lead: html`<p class="soft"><a href="${listHref({ ...filter, place: null })}">Xem ${formatCount(look.total)} gương phù hợp</a></p>`,
    main: html`${renderChosen(shelf, filter)}<h2 class="hide">Chọn thêm</h2>${renderFilters(shelf, filter, look, true)}`,
  });
