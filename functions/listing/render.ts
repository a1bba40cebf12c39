/** The public pages as full HTML documents: complete without scripts, in one request, for a cheap phone. */
import { renderCard } from './card.ts';
import { formatCount, formatInstant, type Html, html } from './html.ts';
import { renderPage } from './page.ts';
import type { ListingPage, ListingPointer } from './pages.ts';
import { renderPaging } from './paging.ts';
import { listingCss } from './style.ts';

export interface ListingParams {
  /** Mail address for questions and take-down requests. */
  contact?: string;
}

const heading = 'Gương điển hình tiên tiến, người tốt việc tốt';
const description =
  'Những cá nhân, tập thể, mô hình tiêu biểu đã được hội đồng các cấp công nhận và đồng ý công khai.';

export function renderListing(
  page: ListingPage,
  pointer: ListingPointer,
  params: ListingParams = {},
): string {
  if (pointer.total === 0) return renderEmpty(params);
  const { number } = page;
  return renderPage({
    ...frame(params),
    title: number === 1 ? heading : `${heading} – trang ${formatCount(number)}`,
    heading,
    lead: html`<p class="soft">${countWords(page, pointer)}</p>`,
    main: html`${page.rows.map(renderCard)}`,
    ...(pointer.pages > 1 ? { after: renderPaging(number, pointer.pages) } : {}),
  });
}

function countWords(page: ListingPage, pointer: ListingPointer): string {
  const total = `${formatCount(pointer.total)} gương được công khai`;
  const part = pointer.pages > 1 ? ` · trang này có ${page.rows.length}` : '';
  return `${total}${part} · cập nhật ${formatInstant(pointer.updatedAt)}`;
}

export const renderEmpty = (params: ListingParams = {}): string =>
  renderPage({
    ...frame(params),
    heading,
    lead: null,
    main: html`<p>Chưa có gương nào được công khai. Danh sách sẽ hiện ở đây ngay sau khi hội đồng công nhận và người được nêu tên đồng ý.</p>`,
  });

export const renderNotFound = (params: ListingParams = {}): string =>
  renderPage({
    ...frame(params),
    heading: 'Không tìm thấy trang này',
    lead: null,
    main: html`<p>Địa chỉ có thể đã gõ nhầm, hoặc trang không còn vì danh sách đã thay đổi.</p><p><a href="/">Xem danh sách từ trang đầu</a></p>`,
    indexed: false,
  });

export const renderError = (params: ListingParams = {}): string =>
  renderPage({
    ...frame(params),
    heading: 'Trang đang gặp sự cố',
    lead: null,
    main: html`<p>Chưa đọc được danh sách lúc này. Xin mở lại trang sau ít phút.</p><p><a href="/">Thử lại</a></p>`,
    indexed: false,
  });

const frame = (params: ListingParams) => ({
  description,
  foot: renderFoot(params),
  css: listingCss,
  indexed: true,
});

const renderFoot = ({ contact }: ListingParams): Html => html`
<p>Chỉ đăng những gương mà người, tập thể được nêu tên đã đồng ý công khai.</p>
<p>Người được nêu tên có quyền rút lại sự đồng ý hoặc đề nghị sửa bất cứ lúc nào: ${contact ? renderContact(contact) : 'xin liên hệ đơn vị đã giới thiệu'}.</p>`;

const renderContact = (contact: string): Html =>
  html`xin viết tới <a href="mailto:${contact}">${contact}</a>`;
