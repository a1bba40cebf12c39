/** Pages for what is not there: never was, no longer is, or cannot be read now. Each says what to do instead. */
import { html } from './html.ts';
import { renderPublicPage, type Site } from './site.ts';

const find = html`<form class="find" action="/" role="search"><p><label for="q">Tìm theo tên, việc làm, địa phương</label><input id="q" name="q" type="search" maxlength="100"></p><button class="main">Tìm</button></form>
`;

export const renderNotFound = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Không tìm thấy trang này',
    description: 'Địa chỉ không có trên trang Gương Sáng.',
    path: null,
    lead: null,
    main: html`<p>Địa chỉ có thể đã gõ nhầm hoặc bị cắt bớt khi chép.</p>
${find}<p><a href="/">Xem tất cả các gương</a> hoặc <a href="/don-vi">tìm theo đơn vị</a>.</p>`,
  });

/** A percent sign that begins no character. */
export const renderBadAddress = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Địa chỉ không đọc được',
    description: 'Địa chỉ có ký tự viết sai.',
    path: null,
    lead: null,
    main: html`<p>Địa chỉ có ký tự viết sai, thường do bị cắt giữa chừng khi chép. Xin chép lại cả địa chỉ, hoặc tìm ở đây.</p>
${find}<p><a href="/">Xem tất cả các gương</a> hoặc <a href="/don-vi">tìm theo đơn vị</a>.</p>`,
  });

/** No name, no reason: whoever was taken down owes nobody an explanation. */
export const renderGone = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Trang này không còn được công khai',
    description: 'Trang đã được gỡ khỏi danh sách công khai.',
    path: null,
    lead: null,
    main: html`<p>Gương trên trang này đã được gỡ khỏi danh sách công khai. Có thể người được nêu tên muốn được giữ sự riêng tư, hoặc nội dung đang được xem lại. Xin trân trọng điều đó; nếu đã chép hoặc chia sẻ nội dung, xin gỡ giúp.</p>
<p>Còn nhiều gương khác đang được công khai: <a href="/">xem các gương ấy</a>.</p>`,
  });

export const renderError = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Trang đang gặp sự cố',
    description: 'Trang tạm thời chưa đọc được.',
    path: null,
    lead: null,
    main: html`<p>Chưa đọc được danh sách lúc này. Xin mở lại trang sau ít phút.</p><p><a href="/">Thử lại</a></p>`,
  });
