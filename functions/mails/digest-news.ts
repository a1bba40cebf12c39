/** The digest's sections for those who review, and the news for all: desks, results, days to come. */
import { type Block, bullets, heading, type Item, item, label, linkTo } from './blocks.ts';
import type { DailyDigestData, DeskLine, EventLine, ResultLine } from './data.ts';
import { grouped, shorten, type UnitLink } from './digest-duties.ts';
import { day, planName, say } from './wording.ts';

/** More names than this are read in the summary tab. */
const namedUnits = 15;

function unitsMissing({ missing, lastDay, isPast }: DeskLine): string {
  if (missing.length === 0) return '';
  const named = missing.slice(0, namedUnits).map((name) => say`${name}`);
  const rest = missing.length - named.length;
  const all = named.join('; ') + (rest > 0 ? ` và ${rest} đơn vị nữa` : '');
  const due = isPast ? `hạn: hết ngày ${day(lastDay)}, đã qua` : `hạn: hết ngày ${day(lastDay)}`;
  return `${missing.length} đơn vị chưa nộp (${due}): ${all}.`;
}

/** One desk can have several deadlines; what waits on it is one number. */
export const deskGroups = (desks: readonly DeskLine[]): DeskLine[][] =>
  grouped(desks, ({ unitName, plan, period, link }) => JSON.stringify([unitName, plan, period, link]));

export const waitingOn = (lines: readonly DeskLine[]): number =>
  Math.max(...lines.map(({ waiting }) => waiting));

function deskItem(lines: readonly DeskLine[], unitLink: UnitLink): Item {
  const { unitName, plan, period, link } = lines[0] as DeskLine;
  const waiting = waitingOn(lines);
  return item(
    say`${unitName} – ${planName(plan)}, ${period}`,
    [waiting > 0 ? `${waiting} hồ sơ đang chờ thẩm định.` : '', ...lines.map(unitsMissing)],
    unitLink(link, 'Mở trang tính thẩm định'),
  );
}

export const desksSection = ({ desks }: DailyDigestData, unitLink: UnitLink): Block[] =>
  desks.length === 0
    ? []
    : [
        heading('Việc thẩm định'),
        shorten(deskGroups(desks), (lines) => deskItem(lines, unitLink), 'nơi thẩm định'),
      ];

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
