/**
 * WHAT: the locality names a hamlet, not a house: no house number, street or telephone.
 * WHY: a home address beside a name is personal data that nobody here needs (Luật 91/2025/QH15).
 */
import { phoneIn } from '../contact-data.ts';
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

/** "Ấp 30/4", "Tổ số 5", "Ấp Đường Củ": what follows such a word is the name of a place. */
const placeWord = '(?:ấp|khóm|thôn|xóm|bản|tổ|khu|khối|cụm|đội|phố|dân phố|buôn|làng|phường|xã|khu vực)';

const numberedPlace = new RegExp(`(^|[\\s,;(])${placeWord} (?:số )?\\d+[a-z]?(?:/\\d+)*(?!\\d)`, 'giu');
const namedPlace = new RegExp(`(^|[\\s,;(])${placeWord} đường(?!\\p{L})`, 'giu');

const houses = [
  /số nhà|nhà số/iu,
  /(^|[\s,;])sn\.? ?\d/iu,
  /(^|[,;] ?)số \d/iu,
  /\d+[a-z]?\/\d/iu,
  /(^|[,;] ?)\d+[a-z]? (?:đường|phố|\p{Lu})/u,
  /(^|[\s,;])(?:ngõ|ngách|hẻm|kiệt) (?:số )?\d/iu,
  /(^|[\s,;])[Đđ]ường (?:\p{Lu}|\d|số|tỉnh|quốc)/u,
];

/** Every one of the patterns, the telephone too, needs one of these. */
const anyHouse = /\d|đường|số/iu;

export const checkLocalityPrivate = eachRow((row) => {
  const locality = textAt(row, 'locality');
  if (!anyHouse.test(locality)) return undefined;
  const rest = locality.replace(numberedPlace, '$1ấp').replace(namedPlace, '$1ấp');
  const isPrivate = phoneIn(locality) !== undefined || houses.some((pattern) => pattern.test(rest));
  return isPrivate
    ? fault('error', 'locality-private', row, 'locality', { value: echo(locality) })
    : undefined;
});
