/** The tab Ngày nghỉ: days off beside weekends, which deadlines and reminders step around. */
import { formatDate } from '../../domain/date.ts';
import type { DayOff } from '../../domain/plan.ts';
import { clean, faultTwins, type ReadLines } from './cells.ts';
import { type ControlTab, said } from './tab.ts';

export const daysOffTab: ControlTab = {
  id: 'daysOff',
  sheetId: 6,
  title: 'Ngày nghỉ',
  help: 'Mỗi dòng một ngày nghỉ, ngoài thứ bảy và chủ nhật. Thêm ngày nghỉ Tết khi có thông báo hằng năm.',
  identity: ['date'],
  label: ({ date, name }) => `${formatDate(String(date))} (${name})`,
  columns: [
    {
      key: 'date',
      header: 'Ngày',
      help: 'Ngày/tháng/năm.',
      example: '30/04/2026',
      type: 'date',
      min: '2020-01-01',
      max: '2099-12-31',
      required: 'all',
      width: 120,
    },
    {
      key: 'name',
      header: 'Tên ngày nghỉ',
      help: 'Tên gọi.',
      example: 'Ngày Chiến thắng',
      type: 'text',
      max: 150,
      required: 'all',
      width: 260,
    },
    {
      key: 'source',
      header: 'Căn cứ',
      help: 'Luật, thông báo. Năm tạm tính: kiểm tra xong thì ghi số thông báo của năm đó thay vào.',
      example: 'Bộ luật Lao động 2019, Điều 112',
      type: 'text',
      max: 300,
      width: 320,
    },
  ],
  linesOf: ({ daysOff }) => daysOff.map((day) => said({ ...day })),
};

export function readDaysOff({ lines }: ReadLines): DayOff[] {
  faultTwins(
    lines,
    ({ values }) => String(values.date ?? ''),
    'date',
    'control-line-twice',
    ({ values }) => formatDate(String(values.date)),
  );
  return lines.flatMap(({ values: { date, name, source } }) =>
    date === undefined ? [] : [{ date: String(date), name: clean(name), source: clean(source) }],
  );
}
