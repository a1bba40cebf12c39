/** One thing that one person is told, by which a year's mails are counted: what is due on one side, what arrived on the other. */

/** In the order of a digest: of several things in one mail the first carries it, the others are merged into it. */
export const kinds = {
  receipt: 'Biên nhận danh sách',
  signature: 'Mời thủ trưởng ký',
  signed: 'Báo người lập: thủ trưởng đã ký',
  sentBack: 'Thủ trưởng trả lại danh sách',
  returned: 'Dòng bị trả lại',
  overdue: 'Báo quá hạn (người lập, thủ trưởng)',
  reminder: 'Nhắc hạn (người lập)',
  headReminder: 'Nhắc hạn (thủ trưởng)',
  lastCall: 'Gọi lần cuối',
  signing: 'Nhắc danh sách chờ ký',
  newRows: 'Hồ sơ chờ thẩm định',
  missing: 'Danh sách chưa nộp (người thẩm định)',
  escalation: 'Báo thủ trưởng cấp trên',
  result: 'Kết quả thẩm định',
  news: 'Tin vui cho thủ trưởng',
  event: 'Ngày của kế hoạch',
  undated: 'Hỏi ngày truyền thống',
  unknown: 'Không rõ loại',
} as const;

export type ItemKind = keyof typeof kinds;

export interface Item {
  /** ISO date of the mail. */
  day: string;
  to: string;
  kind: ItemKind;
  /** What tells it from another of its kind: days left, days late, how many are missing, the day it speaks of. */
  about: string;
}

export const itemKey = ({ day, to, kind, about }: Item): string => `${day} ${to} ${kind} ${about}`.trim();
