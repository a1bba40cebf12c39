/**
 * Words that may tell of a person what the law calls sensitive, and the number of a house. A machine cannot know whom
 * they are about, so they are told as something to consider; what is plainly about many or about prevention is left alone.
 */

/** Sensitive by NĐ 356/2025/NĐ-CP, điều 4: state of health. Told when the words before say that somebody has it. */
const illnesses =
  'hiv|aids|ung thư|tâm thần|trầm cảm|động kinh|lao phổi|viêm gan|suy thận|vô sinh|hiếm muộn|bệnh hiểm nghèo';

/** The same article: crime, private life. */
const pasts = 'tiền án|tiền sự|nghiện ma t(?:úy|uý)|xâm hại|hiếp dâm';

const somebody = '(?:bị|mắc|nhiễm|bệnh|có|dương tính với|điều trị|vì|do|từng)';

const sensitive = new RegExp(
  `(?<!\\p{L})${somebody} (?:\\p{L}+ ){0,2}?(?:${illnesses}|${pasts})(?!\\p{L})`,
  'giu',
);

/** Few texts have any of these; the careful patterns are only for those. */
const anyWord = new RegExp(`${illnesses}|${pasts}`, 'i');
const anyHouse = /nhà|đường|phố/i;

/** Beside the words, in their sentence: prevention, denial, or several people. */
const nobody =
  /(?<!\p{L})(?:phòng|chống|tuyên truyền|tầm soát|khám|bệnh viện|chuyên khoa|trạm|quỹ|chương trình|dự án|không(?! may)|chưa|nguy cơ|khỏi|(?:\d[\d.,]*|các|những|nhiều|mọi|số) (?:\p{L}+ )?(?:người|bệnh nhân|trường hợp|ca|em|cháu|hộ|trẻ|học sinh|phụ nữ|chị em|bà con|đối tượng))(?!\p{L})/iu;

const day = '(?:[Nn]gày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|dịp|lễ|trước|sau|vào|và|đường|phố)';
const ward =
  '(?:[Tt]ổ|[Kk]hu|[Kk]hóm|[Ấấ]p|[Tt]hôn|[Đđ]ội|[Cc]ụm|bộ|[Tt]uyến|[Cc]ầu|[Cc]hốt|[Tt]rạm|[Cc]ống|[Ll]ô|[Pp]hố|[Tt]rường)';

/** "số nhà 12"; "số 12 đường Trần Phú"; "12/3 đường Trần Phú", where a day may stand before a road. The basic data of điều 3. */
const house = new RegExp(
  [
    '(?<!\\p{L})(?:[Ss]ố nhà|[Nn]hà số):? ?\\d+[a-zA-Z]?(?:/\\d+)*(?!\\d| (?:căn|ngôi|cái|hộ|nhà)(?!\\p{L}))',
    `(?<!\\p{L}|${ward} )[Ss]ố \\d+[a-zA-Z]?(?:/\\d+)*,? (?:đường|phố)(?: \\p{Lu}\\p{L}*)+`,
    `(?<![\\d./]|${day} )\\d+[a-zA-Z]?(?:/\\d+[a-zA-Z]?)+,? (?:đường|phố)(?: \\p{Lu}\\p{L}*)+`,
  ].join('|'),
  'gu',
);

/** "nhiễm HIV", as it was typed. */
export const sensitiveWords = (text: string): string[] =>
  [...(anyWord.test(text) ? text.matchAll(sensitive) : [])].flatMap(({ 0: found, index }) => {
    const sentence = text.slice(Math.max(0, index - 80), index).replace(/^[\s\S]*[.;!?\n]/, '');
    return nobody.test(sentence + found) ? [] : [found];
  });

export const houseNumbers = (text: string): string[] =>
  [...(anyHouse.test(text) ? text.matchAll(house) : [])].map(([found]) => found);
