/** Words as Word counts them in Vietnamese: each syllable between spaces is one, marks alone are none. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords } from '../../functions/domain/word-count.ts';

it.each([
  ['', 0],
  ['  \n\t ', 0],
  ['Người giữ lửa lớp học ven sông', 7],
  ['Mười năm qua – bà Mai, 62 tuổi – vẫn dạy.', 9],
  ['Năm 2024: 1.650 từ; 3/4 số hộ (85,5%)', 8],
  ['… – “ ” * • ---', 0],
  ['xã-hội, Covid-19', 2],
  ['dòng\r\nmới\u00a0cách\ufeffliền', 4],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

const syllable = fc.constantFrom('lửa', 'Đường', 'ấp', '2024', 'nghĩa,', '(huyện', 'Ơ', 'xã-hội.', '62%');
const mark = fc.constantFrom('–', '…', '•', '“”', '*');
const space = fc.constantFrom(' ', '\n', '\t', '  ', '\r\n', '\u00a0', ' \n ');

it('counts as many words as were written, whatever stands between them, in NFC and NFD', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(syllable, mark), space), { maxLength: 60 }), (written) => {
      const text = written.map(([group, between]) => group + between).join('');
      const words = written.filter(([group]) => /[\p{L}\p{N}]/u.test(group)).length;
      expect(countWords(text)).toBe(words);
      expect(countWords(text.normalize('NFD'))).toBe(words);
    }),
  );
});

it('two texts one after the other have the words of both', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(countWords(`${one} ${other}`)).toBe(countWords(one) + countWords(other));
    }),
  );
});
