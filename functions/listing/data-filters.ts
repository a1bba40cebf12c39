/** By what the addresses of data can be narrowed, told at /du-lieu: each filter, where its value stands in a row, the values there are. */
import { type DataField, dataFields } from './data-schema.ts';
import { facets, unitParameter } from './facets.ts';
import { noFilter } from './filter.ts';
import { type Choice, choicesOf } from './filter-links.ts';
import { formatCount, type Html, html } from './html.ts';
import { look } from './look.ts';
import type { Shelf } from './shelf.ts';

export function renderDataFilters(shelf: Shelf): Html {
  const seen = look(shelf, noFilter, 0);
  return html`<h2 id="loc">Điều kiện lọc</h2>
<p>Dùng được với danh sách và nguồn tin Atom; bản tin phát thanh chỉ nhận <code>don-vi</code>. Nhiều điều kiện nối bằng <code>&amp;</code>, ví dụ <a href="/du-lieu/guong.csv?loai=mo-hinh">các mô hình dạng CSV</a>. Giá trị là chữ của trường tương ứng viết thường, không dấu, nối bằng gạch ngang. Thứ tự khác hoặc điều kiện lạ được chuyển hướng (301) về địa chỉ chuẩn; giá trị không có thì trả lời lỗi 404.</p>
<dl><dt><code>q</code> · Tìm kiếm</dt><dd>Từ cần tìm, không cần dấu. Khi không gương nào khớp đúng, có các gương gần đúng: JSON ghi <code>isNear</code> là <code>true</code>, tệp CSV có tên <code>guong-sang-gan-dung.csv</code>, tên nguồn tin có chữ “gần đúng”.</dd>
${renderFilter(unitParameter, 'Đơn vị', html`Gồm cả các đơn vị cấp dưới, đơn vị kế thừa và đơn vị có trước khi sáp nhập. Chọn ở <a href="/don-vi">trang Đơn vị</a>.`)}${facets.map(
  ({ name, label }, index) => renderFilter(name, label, renderValues(choicesOf(shelf, seen, index))),
)}</dl>`;
}

function renderFilter(name: string, label: string, values: Html): Html {
  const field = dataFields.find(({ filter }) => filter?.name === name);
  return html`<dt><code>${name}</code> · ${label}</dt><dd>${field !== undefined && renderSource(field)}${values}</dd>
`;
}

const renderSource = ({ key, filter }: DataField): Html =>
  html`Trường <code>${key}</code>${filter?.part !== undefined && `, ${filter.part}`}. `;

/** More are at /loc. */
const mostValues = 8;

function renderValues(choices: readonly Choice[]): Html {
  const rest = choices.length - mostValues;
  const shown = choices
    .slice(0, mostValues)
    .map(
      ({ slug, label }, index) =>
        html`${index > 0 && ', '}<code>${slug}</code>${label !== slug && ` (${label})`}`,
    );
  if (shown.length === 0) return html`Chưa có giá trị nào.`;
  return html`Hiện có ${shown}${rest > 0 && html` và <a href="/loc">${formatCount(rest)} giá trị khác</a>`}.`;
}
