/** The digest's sections for those who send lists: rows to mend, lists overdue, deadlines that come. */
import { extensionLabel } from '../domain/deadline-label.ts';
import {
  type Block,
  bullets,
  heading,
  type Item,
  item,
  type Link,
  label,
  links,
  paragraph,
} from './blocks.ts';
import type { DailyDigestData, DutyLine, ReturnedLine } from './digest-data.ts';
import { ownRequestLines } from './digest-requests.ts';
import { day, planName, say, sayLong } from './wording.ts';

/** A mail with more is not read, and Gmail cuts it; the sheet has the rest. */
const shown = 40;

export function shorten<Line>(lines: readonly Line[], toItem: (line: Line) => Item, noun: string): Block {
  const rest = lines.length - shown;
  const items = lines.slice(0, shown).map(toItem);
  return bullets(rest > 0 ? [...items, item(`và ${rest} ${noun} nữa`)] : items);
}

/** Gives the link of a unit, or none where the mail's one button already leads there. */
export type UnitLink = (url: string, label: string) => Link[];

/** In the order in which each group first appears. */
export function grouped<Line>(lines: readonly Line[], keyOf: (line: Line) => string): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return [...groups.values()];
}

const returnedItem = ({ id, name, reason, by }: ReturnedLine): Item =>
  item(say`${name} (mã hồ sơ ${id})`, [`${say`Ý kiến của ${by}`}: ${sayLong`“${reason}”`}`]);

export function returnedSection({ returned }: DailyDigestData, unitLink: UnitLink): Block[] {
  if (returned.length === 0) return [];
  const units = grouped(returned, ({ unitName, link }) => JSON.stringify([unitName, link]));
  return [
    heading(`Dòng bị trả lại (${returned.length})`),
    paragraph('Xin Ông/Bà sửa ngay tại dòng đó rồi nộp lại; không cần lập dòng mới.'),
    ...units.flatMap((lines) => {
      const { unitName, link } = lines[0] as ReturnedLine;
      return [
        label(say`${unitName}`),
        shorten(lines, returnedItem, 'dòng'),
        links(unitLink(link, 'Mở trang tính để sửa')),
      ];
    }),
  ];
}

/** "trước ngày 15" is said as the plan says it, and then what it means. */
const deadline = ({ strict, namedDate, lastDay, extended }: DutyLine): string => {
  if (extended)
    return `${strict ? 'trước ngày' : 'hết ngày'} ${day(namedDate)}, ${sayLong`${extensionLabel(extended)}`}`;
  return strict
    ? `trước ngày ${day(namedDate)}, tức muộn nhất hết ngày ${day(lastDay)}`
    : `hết ngày ${day(lastDay)}`;
};

function timeLeft(line: DutyLine, today: string): string {
  if (line.workingDaysLeft > 0) return `còn ${line.workingDaysLeft} ngày làm việc`;
  return line.lastDay === today ? 'hôm nay là ngày cuối' : 'sau hôm nay không còn ngày làm việc nào';
}

const dutyItem = (line: DutyLine, unitLink: UnitLink): Item =>
  item(
    say`${line.unitName}`,
    [
      line.counter === '' ? '' : say`Số lượng: ${line.counter}`,
      line.papers.length === 0 ? '' : sayLong`Văn bản phải kèm theo: ${line.papers.join('; ')}`,
      line.awaitsSignature ? 'Danh sách đã lập, đang chờ thủ trưởng đơn vị ký xác nhận.' : '',
      ...ownRequestLines(line),
    ],
    unitLink(line.link, 'Mở trang tính'),
  );

/** Units with the same deadline stand under one sentence about it. */
function dutyGroups(
  lines: readonly DutyLine[],
  sentence: (line: DutyLine) => string,
  unitLink: UnitLink,
): Block[] {
  const said = (line: DutyLine) => say`${planName(line.plan)}, ${line.period} – ${sentence(line)}.`;
  return grouped(lines, said).flatMap((group) => [
    label(said(group[0] as DutyLine)),
    shorten(group, (line) => dutyItem(line, unitLink), 'đơn vị'),
  ]);
}

const howToSendLate =
  'Danh sách quá hạn vẫn nộp được: xin hoàn thiện trong trang tính rồi bấm “Nộp danh sách” như bình thường; hệ thống ghi nhận là nộp trễ. Xin nêu lý do trễ ở tab Đề nghị, loại “Vì sao trễ”.';

const howToSignLate =
  'Thủ trưởng đơn vị vẫn ký được theo liên kết trong thư mới nhất; ký xong, danh sách được chuyển lên cấp trên ngay.';

/** A list that its clerk sent in time is not late, whenever it is signed. */
const delay = ({ sentInTime, daysLate }: DutyLine): string =>
  sentInTime ? 'người lập đã nộp đúng hạn, thủ trưởng chưa ký' : `đã trễ ${daysLate} ngày`;

export function overdueSection({ overdue }: DailyDigestData, unitLink: UnitLink): Block[] {
  if (overdue.length === 0) return [];
  const sorted = overdue.toSorted((a, b) => b.daysLate - a.daysLate);
  return [
    heading(`Quá hạn (${overdue.length})`),
    ...dutyGroups(sorted, (line) => `${delay(line)} (hạn nộp: ${deadline(line)})`, unitLink),
    paragraph(overdue.every(({ awaitsSignature }) => awaitsSignature) ? howToSignLate : howToSendLate),
  ];
}

export function comingSection({ coming, day: today }: DailyDigestData, unitLink: UnitLink): Block[] {
  if (coming.length === 0) return [];
  const sorted = coming.toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft);
  return [
    heading(`Sắp đến hạn (${coming.length})`),
    ...dutyGroups(sorted, (line) => `${timeLeft(line, today)}: ${deadline(line)}`, unitLink),
  ];
}
