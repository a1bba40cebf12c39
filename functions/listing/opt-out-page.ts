/** The page behind "Thôi nhận thư loại này": says what would stop and what will still come, and asks for one press. */
import { type Html, html } from './html.ts';
import { renderPage } from './page.ts';
import { formCss } from './style.ts';

export interface OptOutPage {
  email: string;
  /** Completes "thư …". */
  topic: string;
  isStopped: boolean;
  /** Where the form posts to; same origin as the page. */
  action: string;
  token: string;
}

const frame = {
  description: 'Trang để chọn thôi nhận hoặc nhận lại một loại thư của Gương Sáng.',
  css: formCss,
  indexed: false,
};

const duties = html`<p class="soft">Thư về việc phải làm (nhắc hạn, giấy báo nhận, mời ký, danh sách hoặc dòng bị trả lại, báo gỡ công khai) vẫn được gửi: đó là nhiệm vụ theo kế hoạch nên không có mục thôi nhận. Nếu Ông/Bà không còn phụ trách, nhờ người quản trị sửa danh sách cán bộ.</p>`;

export function renderOptOutPage(page: OptOutPage): string {
  const { email, topic, isStopped } = page;
  return renderPage({
    ...frame,
    heading: isStopped ? 'Đã thôi nhận thư loại này' : 'Thôi nhận thư loại này?',
    lead: html`<p>${email}</p>`,
    main: html`${
      isStopped
        ? html`<div class="box"><p>Từ nay địa chỉ này không nhận thư ${topic} nữa.</p></div>`
        : html`<p>Nếu bấm nút dưới đây, địa chỉ này sẽ không nhận thư ${topic} nữa. Chỉ mở trang thì chưa có gì thay đổi.</p>`
    }${renderForm(page)}${duties}`,
    foot: html`<p>Liên kết này dành riêng cho ${email}. Xin đừng chuyển tiếp.</p>`,
  });
}

const renderForm = ({ action, token, isStopped }: OptOutPage): Html =>
  html`<form method="post" action="${action}"><input type="hidden" name="token" value="${token}">
<button class="main" name="action" value="${isStopped ? 'resume' : 'stop'}">${isStopped ? 'Nhận lại' : 'Thôi nhận'}</button>
</form>`;

export const renderBrokenOptOut = (): string =>
  renderPage({
    ...frame,
    heading: 'Liên kết không dùng được',
    lead: null,
    main: html`<p>Liên kết không đúng hoặc đã bị cắt bớt, nên chưa có gì thay đổi. Xin mở lại thư và bấm đúng vào dòng “Thôi nhận thư loại này” ở cuối thư.</p>${duties}`,
    foot: html`<p>Xin đừng chuyển tiếp thư hoặc liên kết.</p>`,
  });
