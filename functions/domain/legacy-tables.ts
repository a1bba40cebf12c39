/** The letters of TCVN3 (ABC) and VNI as they look in Windows-1252: [Unicode, old], one table each, read both ways. */

type Pair = readonly [unicode: string, legacy: string];

/** "à µ ả ¶" → pairs. */
const pairs = (line: string): Pair[] => {
  const cells = line.split(' ');
  return cells.flatMap((cell, index) =>
    index % 2 === 0 ? [[cell, cells[index + 1] as string] as const] : [],
  );
};

/** TCVN 5712:1993, VN3. ư is the soft hyphen (U+00AD). No capitals with tones. */
export const tcvn3Letters: readonly Pair[] = [
  'à µ ả ¶ ã · á ¸ ạ ¹ ă ¨ ằ » ẳ ¼ ẵ ½ ắ ¾ ặ Æ â © ầ Ç ẩ È ẫ É ấ Ê ậ Ë đ ®',
  'è Ì ẻ Î ẽ Ï é Ð ẹ Ñ ê ª ề Ò ể Ó ễ Ô ế Õ ệ Ö ì × ỉ Ø ĩ Ü í Ý ị Þ',
  'ò ß ỏ á õ â ó ã ọ ä ô « ồ å ổ æ ỗ ç ố è ộ é ơ ¬ ờ ê ở ë ỡ ì ớ í ợ î',
  'ù ï ủ ñ ũ ò ú ó ụ ô ư \u00ad ừ õ ử ö ữ ÷ ứ ø ự ù ỳ ú ỷ û ỹ ü ý ý ỵ þ',
  'Ă ¡ Â ¢ Ê £ Ô ¤ Ơ ¥ Ư ¦ Đ §',
].flatMap(pairs);

/** VNI-Windows: a base letter, then a mark that says tone and shape at once; í, ì, ỉ, ĩ, ị, ỵ, ơ, ư and đ are one character. */
const vniSmall: readonly Pair[] = [
  'á aù à aø ả aû ã aõ ạ aï ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä',
  'é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò',
  'ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï',
  'ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ',
].flatMap(pairs);

/** Ÿ would be outside Latin-1, so capitals are made letter by letter: every mark used here has its capital in Latin-1. */
export const vniLetters: readonly Pair[] = [
  ...vniSmall,
  ...vniSmall.map(([unicode, legacy]) => [unicode.toUpperCase(), legacy.toUpperCase()] as const),
];
