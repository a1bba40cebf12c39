/** The digest's sections for those above: what waits on a desk, who below is missing, who is long overdue. */
import { type Block, heading, type Item, item, linkTo, paragraph } from './blocks.ts';
import type { DailyDigestData, DeskLine, DoubtLine, EscalationLine, ScoringLine } from './digest-data.ts';
import { grouped, shorten, type UnitLink } from './digest-duties.ts';
import { day, planName, say, sayLong } from './wording.ts';

/** More names than this are read in the summary tab. */
const namedUnits = 15;

function names(missing: readonly string[]): string {
  const named = missing.slice(0, namedUnits).map((name) => say`${name}`);
  const rest = missing.length - named.length;
  return named.join('; ') + (rest > 0 ? ` và ${rest} đơn vị nữa` : '');
}

const unitsMissing = ({ missing, lastDay }: DeskLine): string =>
  missing.length === 0
    ? ''
    : `${missing.length} đơn vị chưa nộp (hạn: hết ngày ${day(lastDay)}, đã qua): ${names(missing)}.`;

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

const scoringItem = (line: ScoringLine): Item =>
  item(
    say`${line.unitName} – ${planName(line.plan)}, ${line.period}`,
    [`${line.open} bài đang chờ Ông/Bà chấm. Điểm của Ông/Bà chỉ Ông/Bà thấy.`],
    linkTo(line.link, 'Mở trang chấm bài'),
  );

export const scoringsSection = ({ scorings }: DailyDigestData): Block[] =>
  scorings.length === 0 ? [] : [heading('Bài dự thi chờ chấm'), shorten(scorings, scoringItem, 'nơi chấm')];

const doubtItem = ({ unitName, plan, period, id, name, causes, reason, story, sheet }: DoubtLine): Item =>
  item(
    say`${name} (mã hồ sơ ${id})`,
    [
      say`${unitName} – ${planName(plan)}, ${period}.`,
      `${causes.map(({ header, word }) => say`${header}: “${word}”`).join('; ')}.`,
      reason === '' ? '' : sayLong`Lý do: ${reason}`,
    ],
    [...linkTo(story, 'Xem trang công khai'), ...linkTo(sheet, 'Mở bảng theo dõi')],
  );

export const doubtsSection = ({ doubts }: DailyDigestData): Block[] =>
  doubts.length === 0
    ? []
    : [
        heading(`Gương công khai cần xem lại (${doubts.length})`),
        shorten(doubts, doubtItem, 'gương'),
        paragraph(
          'Xin Ông/Bà quyết định có gỡ các gương này khỏi trang công khai không. Muốn gỡ, hãy chọn dòng của gương ở tab Thẩm định rồi bấm Gương sáng › Gỡ công khai…; để nguyên thì không phải làm gì, hệ thống không tự gỡ.',
        ),
      ];

const escalationItem = (line: EscalationLine, unitLink: UnitLink): Item =>
  item(
    say`${line.unitName} – ${planName(line.plan)}, ${line.period}`,
    [
      `${line.missing.length} đơn vị chưa nộp, đã trễ ${line.daysLate} ngày (hạn: hết ngày ${day(line.lastDay)}): ${names(line.missing)}.`,
      'Xin Ông/Bà đôn đốc thủ trưởng các đơn vị này; người cần thêm thời gian có thể được gia hạn kèm lý do.',
    ],
    unitLink(line.link, 'Mở trang tính'),
  );

/** The head of a collecting unit is not asked to do the reviewers' work, only to press. */
export const escalationsSection = ({ escalations }: DailyDigestData, unitLink: UnitLink): Block[] =>
  escalations.length === 0
    ? []
    : [
        heading('Đơn vị cấp dưới quá hạn chưa nộp'),
        shorten(escalations, (line) => escalationItem(line, unitLink), 'nơi nhận'),
      ];
