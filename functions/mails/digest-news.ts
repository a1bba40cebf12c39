/** The digest's news: results, days to come, and what an administrator has to enter: days, holidays, what follows a paper that ends. */
import { type Block, bullets, heading, type Item, item, label, linkTo, paragraph } from './blocks.ts';
import type { DailyDigestData, EndingLine, EventLine, HolidayGapLine, ResultLine } from './digest-data.ts';
import { grouped, shorten } from './digest-duties.ts';
import { day, planName, say } from './wording.ts';

const outcomes: Record<ResultLine['outcome'], string> = {
  approved: 'Đã thẩm định',
  promoted: 'Được chọn lên cấp trên',
  published: 'Đã công khai',
  withdrawn: 'Đã gỡ công khai',
};

const resultItem = ({ name, id, unitName, by, link }: ResultLine): Item =>
  item(
    say`${name} (mã hồ sơ ${id})`,
    [by === '' ? say`${unitName}` : say`${unitName}; do ${by} quyết định`],
    linkTo(link, 'Xem trang công khai'),
  );

export const resultsSection = ({ results }: DailyDigestData): Block[] =>
  results.length === 0
    ? []
    : [
        heading(`Kết quả mới (${results.length})`),
        ...grouped(results, ({ outcome }) => outcome).flatMap((lines) => [
          label(`${outcomes[(lines[0] as ResultLine).outcome]}:`),
          shorten(lines, resultItem, 'hồ sơ'),
        ]),
      ];

/** "11/6/2025": days of remembrance are written as plans name them, without leading zeros. */
function eventItem({ name, date, workingDaysLeft }: EventLine): Item {
  const [year, month, dayOfMonth] = date.split('-');
  const left = workingDaysLeft > 0 ? `, còn ${workingDaysLeft} ngày làm việc` : '';
  return item(say`${name}`, [say`Ngày ${Number(dayOfMonth)}/${Number(month)}/${year ?? ''}` + left]);
}

export const eventsSection = ({ events }: DailyDigestData): Block[] =>
  events.length === 0 ? [] : [heading('Ngày sắp tới'), bullets(events.map(eventItem))];

/** Units are told in one mail a year what cannot be reminded of. */
export const undatedSection = ({ undated }: DailyDigestData): Block[] =>
  undated.length === 0
    ? []
    : [
        heading('Ngày truyền thống chưa khai'),
        ...grouped(undated, ({ eventName }) => eventName).flatMap((lines) => [
          label(say`${lines[0]?.eventName ?? ''}`),
          shorten(lines, ({ unitName }) => item(say`${unitName}`), 'đơn vị'),
        ]),
        paragraph(
          'Hệ thống chưa biết ngày truyền thống của đơn vị nên không nhắc được việc này. Xin báo người quản trị kế hoạch ghi ngày, tháng vào cột “Ngày truyền thống” của tab Đơn vị trong Sổ điều hành, ví dụ 19/05.',
        ),
      ];

const gapItem = ({ plan, year, isMissing }: HolidayGapLine): Item =>
  item(say`Năm ${year} – ${planName(plan)}`, [
    isMissing
      ? 'Chưa có danh mục ngày nghỉ: hạn và ngày nhắc đang tính như chỉ nghỉ thứ Bảy, Chủ nhật, có thể rơi vào ngày lễ, Tết.'
      : 'Danh mục ngày nghỉ chưa được đối chiếu với thông báo nghỉ lễ, Tết của năm.',
  ]);

export const holidaysSection = ({ holidayGaps }: DailyDigestData): Block[] =>
  holidayGaps.length === 0
    ? []
    : [
        heading('Ngày nghỉ cần bổ sung, kiểm tra'),
        bullets(holidayGaps.map(gapItem)),
        paragraph('Xin ghi hoặc sửa các ngày nghỉ của năm đó trong tab Ngày nghỉ của Sổ điều hành.'),
      ];

const endingItem = ({ plan, list, value, lastDay, daysLeft, source }: EndingLine): Item =>
  item(say`${value} (${list}, ${planName(plan)})`, [
    `Dùng được hết ngày ${day(lastDay)}, còn ${daysLeft} ngày.`,
    ...(source === '' ? [] : [say`Căn cứ: ${source}.`]),
  ]);

export const endingsSection = ({ endings }: DailyDigestData): Block[] =>
  endings.length === 0
    ? []
    : [
        heading('Sắp hết hiệu lực'),
        bullets(endings.map(endingItem)),
        paragraph(
          'Xin tìm văn bản hoặc giá trị thay thế, ghi vào tab Danh mục của Sổ điều hành kèm ngày bắt đầu; nếu được kéo dài, sửa cột ngày hết hiệu lực.',
        ),
      ];
