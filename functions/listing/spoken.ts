/**
 * Text for the eye as it is read out: days, months, measures and "so much per", in the order of the rules. Numbers stay
 * in digits, which readers on the air prefer, and abbreviations stay: whoever reads knows those of the place.
 */

const measures: Record<string, string> = {
  '%': 'phần trăm',
  'km²': 'ki-lô-mét vuông',
  km2: 'ki-lô-mét vuông',
  km: 'ki-lô-mét',
  'm²': 'mét vuông',
  m2: 'mét vuông',
  'm³': 'mét khối',
  m3: 'mét khối',
  m: 'mét',
  cm: 'xăng-ti-mét',
  mm: 'mi-li-mét',
  ha: 'héc-ta',
  kg: 'ki-lô-gam',
  đ: 'đồng',
};

const measureWords = Object.keys(measures)
  .sort((one, other) => other.length - one.length)
  .join('|');

/** What so much is counted by: "4 giờ/hồ sơ". */
const perWords = `hồ sơ|người|hộ|năm|quý|tháng|tuần|ngày|đêm|buổi|giờ|phút|vụ|lứa|lượt|lần|suất|tấn|lít|công|sào|${measureWords}`;

/** People counted out of others: "15/18 hộ". */
const countedWords =
  'hộ|người|em|cháu|học sinh|hội viên|đảng viên|đoàn viên|thành viên|tiêu chí|chỉ tiêu|điểm|xã|phường|ấp|khóm|thôn|tổ|chi bộ|đơn vị|trường|lớp|cơ sở|doanh nghiệp|tuyến|hồ sơ|vụ|gia đình|diện tích|số';

const dayWords = 'ngày|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|mừng|quốc khánh|mùng|mồng';

/** Before such a word n/m is the name of a place or the number of a paper. */
const nameWords = 'số|ấp|khóm|thôn|khu phố|khu|tổ|lớp|đường|phố|hẻm|ngõ|quốc lộ|kế hoạch|quyết định';

const end = '(?![\\p{L}\\p{N}²³])';

type Rule = [pattern: RegExp, spoken: string | ((...parts: string[]) => string)];

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;
const number = (text: string): number => Number(text.replace(/\./g, '').replace(',', '.'));

const rules: readonly Rule[] = [
  // 05/03/2025
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    (_, day = '', month = '', year = '') => `${Number(day)} tháng ${Number(month)} năm ${year}`,
  ],
  // tháng 3-5/2025
  [
    /(?<!\p{L})(tháng) (\d{1,2}) ?[-–] ?(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/giu,
    (_, word = '', from = '', to = '', year = '') =>
      `${word} ${Number(from)} đến tháng ${Number(to)} năm ${year}`,
  ],
  // tháng 11/2021, 11/2021
  [
    new RegExp(
      `(?<![\\d/.,]|(?:${nameWords}) )(tháng )?(?<![\\d/.,])(\\d{1,2})/((?:19|20)\\d\\d)(?![\\d/-])`,
      'giu',
    ),
    (all, word = 'tháng ', month = '', year = '') =>
      isMonth(month) ? `${word}${Number(month)} năm ${year}` : all,
  ],
  // quý II/2025
  [/(?<!\p{L})(quý (?:[IV]{1,3}|[1-4]))\/((?:19|20)\d\d)(?![\d/])/giu, '$1 năm $2'],
  // ngày 5/3 và 6/3
  [
    new RegExp(
      `(?<!\\p{L})(?:${dayWords}) \\d{1,2}/\\d{1,2}(?:(?:, ?| và | đến | ?[-–] ?)(?:ngày )?\\d{1,2}/\\d{1,2})*(?![\\d/,.]\\d|\\d|/)`,
      'giu',
    ),
    (all) =>
      all
        .replace(/(\d{1,2})\/(\d{1,2})/g, (one, day, month) =>
          isMonth(month) ? `${Number(day)} tháng ${Number(month)}` : one,
        )
        .replace(/(\d) ?[-–] ?(?=\d)/g, '$1 đến '),
  ],
  // 7h30
  [
    /(?<![\p{L}\d])(\d{1,2})h(\d{2})?(?![\p{L}\d])/gu,
    (_, hour = '', minute = '') => `${hour} giờ ${minute}`.trim(),
  ],
  // 60 km/h
  [/(\d ?km)\/h(?![\p{L}\d])/gu, '$1/giờ'],
  // 3.5 km: a point of two or one more digits parts no thousands
  [
    new RegExp(
      `(?<![\\d.,/])(\\d+)\\.(\\d{1,2})(?= ?(?:${measureWords}|${Object.values(measures).join('|')}|triệu|tỷ|tỉ|tấn|điểm|lần|giờ|năm|tháng)${end})`,
      'gu',
    ),
    '$1,$2',
  ],
  // 3,8/4; 15/18 hộ
  [
    new RegExp(
      `(?<![\\d.,/]|(?:${nameWords}|${dayWords}) )(\\d[\\d.]*(?:,\\d+)?)/(\\d[\\d.]*(?:,\\d+)?)(?![\\d/.,-]\\S|\\d|/)( ?(?:${countedWords})${end})?`,
      'giu',
    ),
    (all, part = '', whole = '', counted = '') => {
      const isYear = /^(?:19|20)\d\d$/.test(whole);
      const isClear = counted !== '' || /,/.test(part + whole) || (number(whole) > 12 && !isYear);
      return isClear && number(part) <= number(whole) ? `${part} trên ${whole}${counted}` : all;
    },
  ],
  // 320 triệu đồng/ha/năm
  [
    new RegExp(
      `(\\d[\\d.,]*(?: ?%| ?[\\p{L}²³]+[23]?)(?: \\p{L}+){0,3}?)((?: ?/ ?(?:${perWords})${end})+)`,
      'gu',
    ),
    (_, amount = '', per = '') => amount + per.replace(/ ?\/ ?/g, ' một '),
  ],
  // 18 km, một ha
  [
    new RegExp(`((?:\\d|(?<!\\p{L})một) ?)(${measureWords})${end}`, 'gu'),
    (_, before = '', measure = '') => `${before.trim()} ${measures[measure]}`,
  ],
  // 15-20 hộ, 2021-2025
  [/(?<![\p{L}\d.,/-])(\d[\d.,]*) ?[-–] ?(\d[\d.,]*)(?![\p{L}\d/-])/gu, '$1 đến $2'],
];

/** "320 triệu đồng/ha/năm, ngày 5/3" → "320 triệu đồng một héc-ta một năm, ngày 5 tháng 3". */
export const toSpoken = (text: string): string =>
  rules.reduce((said, [pattern, spoken]) => said.replace(pattern, spoken as string), text);

/** "2025-02" → "tháng 2 năm 2025". */
export const spokenMonth = (month: string): string =>
  `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;
