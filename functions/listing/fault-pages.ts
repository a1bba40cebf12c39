/** Pages for what is not there: never was, no longer is, or cannot be read now. Each says what to do instead. */
import { html } from './html.ts';
import { renderPublicPage, type Site } from './site.ts';

export const renderNotFound = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Không tìm thấy trang này',
    description: 'Địa chỉ không có trên trang Gương Sáng.',
    path: null,
    lead: null,
    main: html`<p>Địa chỉ có thể đã gõ nhầm hoặc bị cắt bớt khi chép.</p>
<form class="find" action="/" role="search"><p><label for="q">Tìm theo tên, việc làm, địa phương</label><input id="q" name="q" type="search" maxlength="100"></p><button class="main">Tìm</button></form>
<p><a href="/">Xem cả danh sách</a> hoặc <a href="/don-vi">tìm theo đơn vị</a>.</p>`,
  });

/** No name, no reason: whoever was taken down owes nobody an explanation. */
export const renderGone = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Trang này không còn được công khai',
    description: 'Trang đã được gỡ khỏi danh sách công khai.',
    path: null,
    lead: null,
    main: html`<p>Gương trên trang này đã được gỡ khỏi danh sách công khai. Có thể người được nêu tên muốn được giữ sự riêng tư, hoặc nội dung đang được xem lại. Xin trân trọng điều đó; nếu đã chép hoặc chia sẻ nội dung, xin gỡ giúp.</p>
<p>Còn nhiều gương khác đang được công khai: <a href="/">xem danh sách</a>.</p>`,
  });

export const renderError = (site: Site): string =>
  renderPublicPage(site, {
    heading: 'Trang đang gặp sự cố',
    description: 'Trang tạm thời chưa đọc được.',
    path: null,
    lead: null,
    main: html`<p>Chưa đọc được danh sách lúc này. Xin mở lại trang sau ít phút.</p><p><a href="/">Thử lại</a></p>`,
  });
