/** Text as people type and paste it, made comparable: one normal form, one kind of space, keys for search and for equality. */
import { memo } from './memo.ts';
import { isPlainLine, isPlainText } from './plain-text.ts';

/** Spaces that are not U+0020: NBSP, the typographic ones, the ideographic one; tabs too. */
const oddSpaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Zero width, soft hyphen, tags and what Unicode keeps free for such: pasted from Word and web pages, seen by nobody.
 * JavaScript's trim keeps most of them. Signs that turn the line around are strange, not forgotten: see below.
 */
const invisible = /(?![\u202a-\u202e\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;

/** Every way a line ends, Word's soft break (vertical tab) included. */
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/**
 * Characters that no Vietnamese text needs: controls, bidi overrides, private use (bullets of Word's symbol fonts),
 * the replacement character, halves of surrogate pairs. Tabs, line breaks and invisibles are dealt with above.
 */
const strange =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** NFC also mends Windows-1258 text (ê + U+0303), which is neither NFC nor NFD. */
const toNfc = (value: string): string => value.normalize('NFC');

const tidyLine = (line: string): string => line.replace(oddSpaces, ' ').replace(/ {2,}/g, ' ').trim();

/** For short text: one line, single spaces, nothing invisible. NFC again at the end: a removed mark may bring others together. */
export const cleanText = (value: string): string =>
  isPlainLine(value) ? value : toNfc(tidyLine(value.replace(invisible, '').replace(lineBreaks, ' ')));

/** For long text: the same within each line; at most one empty line between paragraphs. */
export const cleanLongText = (value: string): string => (isPlainText(value) ? value : tidyLines(value));

const tidyLines = (value: string): string =>
  toNfc(
    value
      .replace(invisible, '')
      .replace(lineBreaks, '\n')
      .split('\n')
      .map(tidyLine)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );

/** Whether the text, as `cleanLongText` gives it, still has more than one line. */
export const hasLineBreak = (value: string): boolean => cleanLongText(value).includes('\n');

/** The first strange character, as "U+F0B7", and the text just before it. */
export function strangeCharacter(value: string): { code: string; before: string } | undefined {
  const match = strange.exec(value);
  if (!match) return undefined;
  const hex = (match[0].codePointAt(0) as number).toString(16).toUpperCase();
  const before = [...cleanText(value.slice(0, match.index))].slice(-20).join('');
  return { code: `U+${'0'.repeat(Math.max(0, 4 - hex.length))}${hex}`, before };
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

// biome-ignore lint/suspicious/noMisleadingCharacterClass: letters and marks, decomposed, in any order
const wordWithMarks = /[a-zđ\u0300-\u036f]+/g;

/** Horn, breve and circumflex make other letters; the five tones do not. Moves the tones of a word behind its letters. */
const toneLast = (word: string): string => word.replace(tones, '') + (word.match(tones) ?? []).join('');

const foldClean = (text: string): string =>
  toNfc(
    text
      .toLowerCase()
      .replace(/\u00f0/g, 'đ')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
      .normalize('NFD')
      .replace(wordWithMarks, toneLast),
  );

/** A few thousand syllables make up all Vietnamese text. */
const foldWord = memo(4096, foldClean);

/** Names, headers and choices are remembered whole; a memory of stories would be large and never asked again. */
const longestRemembered = 200;

/** The same name is asked for by several checks, one after the other. */
const foldText = memo(512, (text) =>
  isPlainLine(text) ? text.split(' ').map(foldWord).join(' ') : foldClean(cleanText(text)),
);

/**
 * Equal for texts that a reader would call the same: NFC or NFD, spaces, capitals, "hoà" or "hòa", kinds of dashes,
 * quotes, and Eth (Ð) for Đ. A key, not for showing.
 */
export const compareKey = (value: string): string =>
  value.length <= longestRemembered ? foldText(value) : foldClean(cleanText(value));

/** For finding: lower case, no marks, đ as d. "Phường Đông Hải" and "phuong dong hai" give the same. */
export const searchKey = (value: string): string =>
  cleanText(value)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đ\u00f0]/g, 'd');

/** Characters as people count them: "ễ" is one however it was typed, an emoji is one. */
export const codePointLength = (value: string): number =>
  isPlainText(value) ? value.length : [...toNfc(value)].length;

/** A value of a cell shown inside a sentence: one line, at most 60 characters, nothing that turns the text around. */
export function echo(value: string | number | boolean, limit = 60): string {
  const shown = [...cleanText(String(value))].filter((character) => !strange.test(character));
  return shown.length <= limit ? shown.join('') : `${shown.slice(0, limit - 1).join('')}…`;
}

/** A sentence from words that also stand within one. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
