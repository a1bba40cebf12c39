/** A fault told in the kind that was asked for: a page to people, a problem (RFC 9457) to who reads JSON, a sentence in a file. */
import { type Answer, pageAnswer, problemFault, textFault } from './answer.ts';
import { renderError, renderGone, renderNotFound } from './fault-pages.ts';
import type { Site } from './site.ts';

interface Fault {
  status: number;
  title: string;
  detail: string;
  page(site: Site): string;
}

const faults = {
  notFound: {
    status: 404,
    title: 'Không tìm thấy địa chỉ này',
    detail: 'Địa chỉ có thể đã gõ nhầm hoặc bị cắt bớt khi chép; các địa chỉ dữ liệu có ở /du-lieu.',
    page: renderNotFound,
  },
  unknownFilter: {
    status: 404,
    title: 'Không có mục lọc này',
    detail: 'Địa chỉ có một điều kiện lọc không có; xin bỏ điều kiện ấy hoặc chọn trong các mục ở /loc.',
    page: renderNotFound,
  },
  gone: {
    status: 410,
    title: 'Gương này không còn được công khai',
    detail: 'Gương đã được gỡ khỏi danh sách công khai; nếu đã chép hoặc chia sẻ nội dung, xin gỡ giúp.',
    page: renderGone,
  },
  failure: {
    status: 503,
    title: 'Chưa đọc được danh sách',
    detail: 'Xin thử lại sau ít phút.',
    page: renderError,
  },
} satisfies Record<string, Fault>;

/** `page`: for people, where more can be said than of this fault in general. */
export function faultAnswer(
  site: Site,
  path: string,
  name: keyof typeof faults,
  page: Fault['page'] = faults[name].page,
): Answer {
  const { status, title, detail } = faults[name];
  if (path.endsWith('.json')) return problemFault({ type: 'about:blank', title, status, detail });
  if (/\.(?:csv|txt)$/.test(path)) return textFault(`${title}. ${detail}`, status);
  return pageAnswer(page(site), status);
}
