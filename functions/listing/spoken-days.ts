/**
 * Days, months and quarters as they are said. "27-7" is a day and "2-3 hộ" a range: what decides is a word that says a
 * day, a day that everybody knows, or that a range never falls; whatever stays in doubt is left as it is written.
 */
import {
  amountWords,
  countedWords,
  end,
  measureWords,
  nameWords,
  timesWords,
  timeWords,
} from './spoken-words.ts';

/** Day and month, of what is celebrated every year. */
const knownDays = new Set(
  '3-2 27-2 8-3 26-3 10-3 30-4 1-5 19-5 1-6 11-6 21-6 28-6 27-7 28-7 19-8 2-9 13-10 14-10 17-10 20-10 18-11 20-11 22-12'.split(
    ' ',
  ),
);

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (day: number, month: number): boolean => day >= 1 && day <= (daysOf[month - 1] ?? 0);

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;

const dayWords =
  'ngày|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|mừng|kỷ niệm|kỉ niệm|quốc khánh|mùng|mồng|rạng|rạng sáng';

/** Of several days one word says it: "ngày 3, 5/3". */
const dayBefore = new RegExp(`(?<!\\p{L})(?:${dayWords}),? (?:\\d{1,2}(?:, ?| và | hoặc | đến ))*$`, 'iu');

/** "mỗi ngày 2-3 lần" is no day, and "các ngày 5-7" are several. */
const daysBefore = new RegExp(
  `(?<!\\p{L})(?:mỗi|một|(?<!thứ )hai|mấy|từng|nửa|cả|các|những|(?<![-/\\d])\\d+) (?:${dayWords}) $`,
  'iu',
);

/** Nothing is counted from here: "trước 5/9". */
const slashedBefore = /(?<!\p{L})(?:trước|vào|nhân|hạn) $/iu;

const nameBefore = new RegExp(`(?<!\\p{L})(?:${nameWords}) $`, 'iu');

/** After these a number that falls, "từ 15-8", can only be a day. */
const whenBefore = /(?<!\p{L})(?:từ|đến|tới|trước|sau|vào|nhân|hạn|qua|chào mừng) $/iu;

/** "đạt từ 1-5", "tỷ số 3-2", "ấp 30/4": whatever it is, no day. */
const otherBefore = new RegExp(
  `(?<!\\p{L})(?:${nameWords}|đợt|kỳ|bậc|cấp|hạng|loại|khóa|khoá|thứ|bài|trang|câu|phòng|nhóm|cụm|vòng|tầng|từ|khoảng|chừng|điểm|mức|đạt|được|còn|tăng|giảm|chiếm|bằng|hơn|gần|tuổi|tỷ số|tỉ số|thắng|thua|hòa|hoà) $`,
  'iu',
);

const timesAfter = new RegExp(`^ ?(?:${timesWords}|${amountWords}|${measureWords})${end}`, 'iu');

/** "2-3 hộ"; "ngày 5-7 tháng 3"; "mùng 1-3 Tết"; "2-3 năm", and not "2-9 năm 2024". */
const countedNext = ` ?(?:(?:hằng|hàng|mỗi|trong) tháng|${countedWords}|${timesWords}|${amountWords}|${measureWords}|con|cây|căn|chiếc|tuổi|phần|cuộc|mô hình|tập thể|cá nhân|gương|đồng chí|cán bộ|tết|${timeWords.replace('năm|', 'năm(?! (?:\\d{4}|nay|ngoái|trước|sau|đó|ấy|này|qua))|')})${end}`;

const countedAfter = new RegExp(`^${countedNext}`, 'iu');

/** What follows a day that nothing else says is one. */
const freeAfter =
  /^(?:$|\n|[.,;:!?…)\]”"]| (?:và|hoặc|hay|đến|tới|vừa|sắp|hằng năm|hàng năm|năm \d)(?!\p{L}))/iu;

const joint = /^(?:,| và| hoặc| hay| đến| tới) ?(?:(?:các )?(?:ngày|dịp|lễ) )?$/iu;

const fullDayNext = /^(?:,| và| hoặc| đến) (?:ngày )?\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d)/iu;

const slashed =
  '\\d{1,2}/\\d{1,2}(?:/(?:19|20)\\d\\d)?|\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d|\\d{1,2}/(?:19|20)\\d\\d';
const dashed = '\\d{1,2}-\\d{1,2}(?:-(?:19|20)\\d\\d)?';

/** "30/4-1/5", "30-4 – 1-5": the dash between two days. */
const dashesBetween: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\d/.,-])(${slashed}) ?[-–] ?(?=(?:${slashed})(?![\\p{L}\\d/-]))`, 'gu'),
  new RegExp(`(?<![\\p{L}\\d/.,-])(${dashed})(?: [-–] |–)(?=(?:${dashed})(?![\\p{L}\\d/-]))`, 'gu'),
];

/** 5/3, 5-3, 5-3-2025, 5.3.2025, 5-7/3. */
const anyDay =
  /(?<![\p{L}\d/.,+–-])(?:(\d{1,2}) ?[-–] ?)?(\d{1,2})( ?[-–] ?|\/|\.)(\d{1,2})(?:\3((?:19|20)\d\d))?(?![\p{L}\d]|[-–/.,]\d|[-/]\p{L})/gu;

/** As far as words beside a day are looked at. */
const sight = 40;

interface DayMonth {
  /** "5-7/3" begins with it. */
  from: number;
  day: number;
  month: number;
  isDashed: boolean;
  before: string;
  after: string;
  /** Joined to a day just before it. */
  isNext: boolean;
}

function sayDays(text: string): string {
  let lastEnd = -1;
  return text.replace(anyDay, (all, from, day, sign, month, year, at: number) => {
    const end = at + all.length;
    const one: DayMonth = {
      from: Number(from ?? 0),
      day: Number(day),
      month: Number(month),
      isDashed: sign !== '/' && sign !== '.',
      before: text.slice(Math.max(0, at - sight), at),
      after: text.slice(end, end + sight),
      isNext: lastEnd >= 0 && joint.test(text.slice(lastEnd, at)),
    };
    const canBe = isDay(one.day, one.month) && (!from || (!one.isDashed && one.from < one.day));
    if (!canBe || (year === undefined && (sign === '.' || !saysDay(one)))) return all;
    lastEnd = end;
    const first = one.from === 0 ? '' : `${one.from} đến `;
    return `${first}${one.day} tháng ${one.month}${year === undefined ? '' : ` năm ${year}`}`;
  });
}

function saysDay({ from, day, month, isDashed, before, after, isNext }: DayMonth): boolean {
  const isKnown = knownDays.has(`${day}-${month}`);
  const falls = day > month;
  const isCounted = countedAfter.test(after);
  if (from > 0) return !isCounted && !nameBefore.test(before);
  if (isNext || (dayBefore.test(before) && !daysBefore.test(before)))
    return falls || !(isKnown ? timesAfter.test(after) : isCounted);
  if (fullDayNext.test(after)) return true;
  if (isCounted) return false;
  if (whenBefore.test(before) && (falls || (!isDashed && slashedBefore.test(before)))) return true;
  if (!isKnown) return false;
  return isFallingNext(after) || (!otherBefore.test(before) && (falls || freeAfter.test(after)));
}

/** "từ 2-9 đến 20-11" */
function isFallingNext(after: string): boolean {
  const [, day, month] = /^ (?:đến|tới) (?:ngày )?(\d{1,2})[-/](\d{1,2})(?![\d/-])/iu.exec(after) ?? [];
  return Number(day) > Number(month) && isDay(Number(day), Number(month));
}

type Rule = [pattern: RegExp, said: string | ((...parts: string[]) => string)];

const months: readonly Rule[] = [
  // tháng 3-5/2025
  [
    /(?<!\p{L})(tháng) (\d{1,2}) ?[-–] ?(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/giu,
    (_, word = '', from = '', to = '', year = '') =>
      `${word} ${Number(from)} đến tháng ${Number(to)} năm ${year}`,
  ],
  // tháng 11/2021, tháng 9-2024
  [
    /(?<!\p{L})(tháng )(\d{1,2})[-/]((?:19|20)\d\d)(?![\p{L}\d/-])/giu,
    (all, word = '', month = '', year = '') => (isMonth(month) ? `${word}${Number(month)} năm ${year}` : all),
  ],
  // 11/2021, 09-2024; 5-2000 hộ is a range
  [
    new RegExp(
      `(?<![\\p{L}\\d/.,+-]|(?:${nameWords}|tháng) )(\\d{1,2})(?:/|-(?!\\d{4}${countedNext}))((?:19|20)\\d\\d)(?![\\p{L}\\d/-])`,
      'giu',
    ),
    (all, month = '', year = '') => (isMonth(month) ? `tháng ${Number(month)} năm ${year}` : all),
  ],
  // quý II/2025
  [/(?<!\p{L})(quý (?:[IV]{1,3}|[1-4]))[-/]((?:19|20)\d\d)(?![\d/])/giu, '$1 năm $2'],
];

/** "dịp 20-11, 2/9/2025, quý I/2025" → "dịp 20 tháng 11, 2 tháng 9 năm 2025, quý I năm 2025". */
export function sayCalendar(text: string): string {
  const apart = text.replace(/(?<=\d[-/]\d{1,2}),(?=\d{1,2}[-/]\d{1,2}(?!\d))/g, ', ');
  const linked = dashesBetween.reduce((said, dash) => said.replace(dash, '$1 đến '), apart);
  return months.reduce((said, [pattern, words]) => said.replace(pattern, words as string), sayDays(linked));
}
