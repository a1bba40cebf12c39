/**
 * Text for the eye as it is read out: days, months, measures and "so much per", in the order of the rules. Numbers stay
 * in digits, which readers on the air prefer, and abbreviations stay: whoever reads knows those of the place.
 */
import { sayCalendar } from './spoken-days.ts';
import {
  amountWords,
  countedWords,
  end,
  measures,
  measureWords,
  nameWords,
  perWords,
  timeWords,
} from './spoken-words.ts';

type Rule = [pattern: RegExp, spoken: string | ((...parts: string[]) => string)];

const number = (text: string): number => Number(text.replace(/\./g, '').replace(',', '.'));

const digitWords = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** "một nửa", "ba phần tư". */
const sayShare = (part: number, whole: number): string =>
  whole === 2 ? 'một nửa' : `${digitWords[part]} phần ${whole === 4 ? 'tư' : digitWords[whole]}`;

/** What one takes a part of, rather than counts: "1/3 số hộ". */
const sharedWords =
  'số|tổng số|quân số|dân số|diện tích|đất|công|sào|mẫu|ha|thời gian|chi phí|kinh phí|vốn|giá|tiền|lương|thu nhập|lợi nhuận|sản lượng|lượng|quãng đường|chiều dài|đoạn|phần|nhiệm kỳ|tháng|ngày|tấn|lít|kg|km';

const shareBefore =
  '(?<=(?<!\\p{L})(?:hơn|gần|khoảng|chừng|chiếm|bằng|giảm|quá|trên|dưới|ít nhất|tối thiểu|chưa tới) )';

const spokenPer: Record<string, string> = { h: 'giờ', s: 'giây' };

const sayPer = (per: string): string =>
  per.replace(/ ?\/ ?([^/]+)/g, (_, word: string) => ` một ${spokenPer[word] ?? word}`);

/** A telephone: "0291-3821234", "1900-6789"; "1900-1975" is a span of years, "05-07 hộ" a range. */
const isTelephone = (from: string, to: string, before: string): boolean =>
  /^0\d{2}/.test(from) ||
  (/^1[89]00$/.test(from) && Number(to) > 2100) ||
  [from, to].some((side) => /^\d{7,}$/.test(side)) ||
  telephoneBefore.test(before);

/** The word that says so, or the first figures: "(0291) 382-1234". */
const telephoneBefore =
  /(?<!\p{L})(?:hotline|tổng đài|đường dây nóng|điện thoại|đt|sđt|zalo|fax)(?: số)?:? $|(?<!\d)\(?0\d{2,}\)?(?:[ .–-]+\d+)*[ .–-]+$/iu;

const rules: readonly Rule[] = [
  // đ/c
  [/(?<!\p{L})(đ)\/c(?!\p{L})/giu, (_, first = '') => (first === 'đ' ? 'đồng chí' : 'Đồng chí')],
  // 7h30, 19g30, 9h
  [
    /(?<![\p{L}\d])(\d{1,2})(?:h(\d{2})?|g(\d{2}))(?![\p{L}\d])/gu,
    (_, hour = '', minute = '', other = '') => `${hour} giờ ${minute || other}`.trim(),
  ],
  // 7 giờ 30 - 9 giờ
  [/(?<=\d giờ(?: \d{2})?) ?[-–] ?(?=\d{1,2} giờ(?!\p{L}))/gu, ' đến '],
  // 3.5 km: a point of two or one more digits parts no thousands
  [
    new RegExp(
      `(?<![\\d.,/])(\\d+)\\.(\\d{1,2})(?= ?(?:${measureWords}|${Object.values(measures).join('|')}|${amountWords}|điểm|lần|giờ|năm|tháng)${end})`,
      'gu',
    ),
    '$1,$2',
  ],
  // 1/3 số hộ, gần 2/3
  [
    new RegExp(
      `(?<![\\p{L}\\d.,/-]|\\d )(?:${shareBefore}(?!2/9)([1-9])/([2-9]|10)(?![\\p{L}\\d/-]|[.,]\\d)|(?<!(?<!\\p{L})(?:${nameWords}) )([1-9])/([2-9]|10)(?= (?:${sharedWords})${end}))`,
      'giu',
    ),
    (all, ...found) => {
      const [part = 0, whole = 0] = found.slice(0, 4).filter(Boolean).map(Number);
      return part < whole ? sayShare(part, whole) : all;
    },
  ],
  // 3,8/4; 15/18 hộ
  [
    new RegExp(
      `(?<![\\d.,/]|(?:${nameWords}) )(\\d[\\d.]*(?:,\\d+)?)/(\\d[\\d.]*(?:,\\d+)?)(?![\\d/.,-]\\S|\\d|/)( ?(?:${countedWords})${end})?`,
      'giu',
    ),
    (all, part = '', whole = '', counted = '') => {
      const isYear = /^(?:19|20)\d\d$/.test(whole);
      const isClear = counted !== '' || /,/.test(part + whole) || (number(whole) > 12 && !isYear);
      return isClear && number(part) <= number(whole) ? `${part} trên ${whole}${counted}` : all;
    },
  ],
  // 72 bóng đèn/8 km, 30 hồ sơ/2 ngày
  [
    new RegExp(
      `(\\d[\\d.,]*(?: ?%| ?[\\p{L}²³]+[23]?)(?: \\p{L}+){0,3}?) ?/ ?(\\d[\\d.,]*)(?= ?(${measureWords}|${timeWords})${end})`,
      'gu',
    ),
    (_, amount = '', count = '', what = '') =>
      `${amount} ${timeWords.split('|').includes(what) ? 'trong' : 'trên'} ${count}`,
  ],
  // 320 triệu đồng/ha/năm
  [
    new RegExp(
      `(\\d[\\d.,]*(?: ?%| ?[\\p{L}²³]+[23]?)(?: \\p{L}+){0,3}?)((?: ?/ ?(?:${perWords})${end})+)`,
      'gu',
    ),
    (_, amount = '', per = '') => amount + sayPer(per),
  ],
  // đồng/kg, kWh/tháng
  [
    new RegExp(`(?<![\\p{L}\\d/])(${amountWords}|${measureWords})((?: ?/ ?(?:${perWords})${end})+)`, 'gu'),
    (_, what = '', per = '') => (measures[what] ?? what) + sayPer(per),
  ],
  // 18 km, một ha, mỗi m²
  [
    new RegExp(
      `((?:\\d|(?<!\\p{L})(?:[Mm]ột|[Mm]ỗi|[Tt]ừng|[Nn]ửa|[Mm]ấy|[Vv]ài|[Hh]ai|[Bb]a|bốn|năm|sáu|bảy|tám|chín|mười|mươi|tư|rưỡi|trăm|nghìn|ngàn|triệu)) ?)(${measureWords})${end}`,
      'gu',
    ),
    (_, before = '', measure = '') => `${before.trim()} ${measures[measure]}`,
  ],
  // 15-20 hộ, 95% - 98%, 2021-2025: a range rises
  [
    new RegExp(
      `(?<![\\p{L}\\d.,/+–-])(\\d[\\d.,]*)((?: (?:${Object.values(measures).join('|')}|${amountWords}))?) ?[-–] ?(\\d[\\d.,]*)(?![\\p{L}\\d/–-])`,
      'gu',
    ),
    (all, from = '', measure = '', to = '', at = '', text = '') =>
      number(from) < number(to) && !isTelephone(from, to, text.slice(0, Number(at)).slice(-40))
        ? `${from}${measure} đến ${to}`
        : all,
  ],
];

/** "320 triệu đồng/ha/năm, ngày 5/3" → "320 triệu đồng một héc-ta một năm, ngày 5 tháng 3". */
export const toSpoken = (text: string): string =>
  rules.reduce((said, [pattern, spoken]) => said.replace(pattern, spoken as string), sayCalendar(text));

/** "2025-02" → "tháng 2 năm 2025". */
export const spokenMonth = (month: string): string =>
  `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;
