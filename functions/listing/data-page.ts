/** What can be taken away and used: open data with its schema, feeds, scripts for the radio. */
import { toSlug } from '../domain/public-row.ts';
import { renderDataFilters } from './data-filters.ts';
import { dataFields, schemaPath, schemaVersion, storyFields } from './data-schema.ts';
import { formatCount, type Html, html } from './html.ts';
import { pageSize } from './look.ts';
import { rowsPerAnswer } from './open-data.ts';
import { mostStories, partsOf, type RadioMonth, radioHref, radioMonths } from './radio.ts';
import type { Shelf } from './shelf.ts';
import { feedName, renderPublicPage, type Site } from './site.ts';

/** Months whose links stand on the page. */
const mostMonths = 12;

export function renderDataPage(site: Site, shelf: Shelf): string {
  const found = radioMonths(shelf, mostMonths + 1);
  const months = found.slice(0, mostMonths);
  const older = found[mostMonths];
  const [plan] = [...shelf.plans.keys()];
  return renderPublicPage(site, {
    heading: 'Dữ liệu mở',
    description: 'Danh sách gương điển hình dưới dạng JSON, CSV, nguồn tin Atom và bản tin phát thanh.',
    path: '/du-lieu',
    lead: html`<p>Ai cũng được dùng lại, miễn là ghi nguồn và gỡ xuống khi trang gốc đã gỡ.</p>`,
    main: html`<h2>Tải về</h2>
<ul><li><a href="/du-lieu/guong.csv">Danh sách dạng CSV</a>, mở được bằng Excel</li><li><a href="/du-lieu/guong.json">Danh sách dạng JSON</a></li><li><a href="/nguon.xml">Nguồn tin Atom “${feedName}”</a>: ${pageSize} gương, xếp theo lần đổi cuối của trang, mới nhất trước${plan !== undefined && html`; cũng có <a href="/nguon.xml?ke-hoach=${toSlug(plan)}">nguồn tin của một kế hoạch</a>`}</li></ul>
<p>Toàn bộ nội dung của một gương ở <code>/du-lieu/guong/</code>, mã trang và <code>.json</code>. Trang web khác gọi thẳng được mọi địa chỉ dữ liệu (CORS) và đọc được <code>ETag</code>, <code>Last-Modified</code>, <code>Link</code>.</p>
<h3>Danh sách nhiều phần</h3>
<p>Mỗi lần tải được ${formatCount(rowsPerAnswer)} dòng, ngày công nhận mới nhất trước; phần còn lại ở địa chỉ <code>next</code> (JSON) hoặc ở tiêu đề <code>Link</code> (CSV). Danh sách có thể đổi trong lúc tải: một gương vừa đổi tên hoặc vừa được công nhận thêm có thể bị sót hoặc lặp. Tải xong, xin so <code>updatedAt</code> (JSON) hoặc tiêu đề <code>Last-Modified</code> (CSV) của các phần: giống nhau là đủ, khác nhau thì tải lại từ đầu sau vài phút.</p>
<p>Trong CSV, ô bắt đầu bằng =, +, - hoặc @ có thêm dấu ' ở trước để bảng tính không coi là công thức: “-5 kg” thành “'-5 kg”. JSON giữ nguyên.</p>
${renderDataFilters(shelf)}
<h2>Bản tin phát thanh</h2>
${months.length === 0 ? html`<p>Chưa có tháng nào.</p>` : html`<p>Văn bản để đọc trên đài: ngày tháng, đơn vị đo và phép chia viết theo lời nói (“5/3/2025” là “5 tháng 3 năm 2025”, “triệu đồng/ha” là “triệu đồng một héc-ta”); con số và chữ viết tắt để nguyên. Mỗi phần nhiều nhất ${mostStories} gương. Thêm <code>?don-vi=</code> và phần cuối của địa chỉ trang đơn vị để lấy riêng một nơi: chỉ những gương của chính đơn vị ấy và các đơn vị trực thuộc, không kể gương của đơn vị trước đây hay đơn vị kế thừa.</p><ul>${months.map(renderMonth)}</ul>${older !== undefined && html`<p>Trên đây là ${mostMonths} tháng gần nhất có gương; các tháng trước ở địa chỉ cùng dạng, ví dụ <a href="${radioHref(older.month)}">${older.label}</a>.</p>`}`}
<h2 id="luoc-do">Lược đồ, phiên bản ${schemaVersion}</h2>
<p>Trường mới có thể được thêm vào cuối; trường đã có không đổi tên và không đổi nghĩa trong cùng phiên bản. Dùng cho máy: <a href="${schemaPath}">lược đồ dạng JSON Schema</a>.</p>
<p>Phiên bản 2 khác phiên bản 1: một gương có đúng các trường của danh sách, cùng tên và cùng nghĩa (<code>id</code> là mã trang, <code>dossier</code> là mã hồ sơ, <code>kind</code> viết bằng tiếng Việt, <code>unitCode</code>, <code>above</code>, <code>recognisedOn</code>…), thay cho các tên riêng trước đây (<code>key</code>, <code>unitId</code>, <code>unitPath</code>, <code>approvedOn</code>…); danh sách chỉ thêm <code>changedOn</code>. Thêm sau trong phiên bản 2: <code>planSlug</code>, <code>unitSlug</code> ở mỗi dòng, <code>isNear</code> ở danh sách JSON; <code>schema</code> của một gương chỉ vào phần lược đồ của gương.</p>
<h3>Danh sách (JSON, CSV) và mỗi gương</h3>
${renderFields(dataFields)}
<h3>Chỉ có ở mỗi gương</h3>
${renderFields(storyFields)}
<p>Khi có lỗi, địa chỉ <code>.json</code> trả lời bằng <code>application/problem+json</code> (<code>status</code>, <code>title</code>, <code>detail</code>), địa chỉ <code>.csv</code> và <code>.txt</code> bằng một câu; gương đã gỡ là lỗi 410.</p>`,
  });
}

const renderFields = (fields: readonly { key: string; label: string; meaning: string }[]): Html =>
  html`<dl>${fields.map(({ key, label, meaning }) => html`<dt><code>${key}</code> · ${label}</dt><dd>${meaning}.</dd>`)}</dl>`;

/** Links to parts; those of a month of hundreds are also in each part. */
const mostLinks = 9;

function renderMonth({ month, label, total }: RadioMonth): Html {
  const parts = Array.from({ length: Math.min(mostLinks, partsOf(total)) }, (_, index) => index + 1).slice(1);
  const links = parts.map(
    (part) =>
      html`, <a href="${radioHref(month, part)}">phần ${part}<span class="hide"> của ${label.toLowerCase()}</span></a>`,
  );
  return html`<li><a href="${radioHref(month)}">${label}</a> (${formatCount(total)} gương)${links}${partsOf(total) > mostLinks && ', …'}</li>`;
}
