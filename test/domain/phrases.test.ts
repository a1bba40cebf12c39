/** Texts as runs of three words: what is marked is what both have, and nothing of a text is lost in marking. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countShared, readTexts, sharedParts } from '../../functions/domain/phrases.ts';
import { cleanLongText } from '../../functions/domain/text.ts';

const mark = (text: string, other: string): string =>
  sharedParts(text, readTexts([other]).phrases)
    .map((part) => (part.shared ? `[${part.text}]` : part.text))
    .join('');

it.each([
  ['nothing', 'Bà Hoa nuôi tôm', 'Ông Năm hiến đất làm đường', 'Bà Hoa nuôi tôm'],
  ['two words are no run', 'Bà Hoa nuôi tôm', 'Bà Hoa hiến đất', 'Bà Hoa nuôi tôm'],
  [
    'the whole, signs at its ends left out',
    '“Giúp 12 hộ thoát nghèo.”',
    'giúp 12 hộ thoát nghèo',
    '“[Giúp 12 hộ thoát nghèo].”',
  ],
  [
    'two runs that follow one another are one',
    'Năm 2024, bà giúp đỡ 12 hộ khó khăn',
    'giúp đỡ 12 hộ, rồi bà giúp đỡ',
    'Năm 2024, [bà giúp đỡ 12 hộ] khó khăn',
  ],
  [
    'runs with other words between are two',
    'một hai ba bốn năm sáu bảy',
    'một hai ba và năm sáu bảy',
    '[một hai ba] bốn [năm sáu bảy]',
  ],
  [
    'runs that touch without a run across are one',
    'một hai ba bốn năm sáu',
    'bốn năm sáu một hai ba',
    '[một hai ba bốn năm sáu]',
  ],
  [
    'other case, tone position and normal form',
    'Xoá nhà tạm cho dân',
    'XÓA  NHÀ TẠM'.normalize('NFD'),
    '[Xoá nhà tạm] cho dân',
  ],
])('marks %s', (_what, text, other, marked) => expect(mark(text, other)).toBe(marked));

it('does not run from one text into the next', () => {
  expect(countShared(readTexts(['a b', 'c d']).phrases, readTexts(['a b c d']).phrases)).toBe(0);
});

it('takes for figures the words with digits, each once', () => {
  expect(readTexts(['Năm 2024 giúp 12 hộ', '12 hộ, 3,5ha']).figures).toHaveLength(4);
});

const words = fc.array(fc.constantFrom('hoà', 'giúp', 'đỡ', '12', 'hộ', '“', '.', '\n', 'x'), {
  maxLength: 40,
});

it('keeps every letter of the text, marks it wholly against itself, and nothing against nothing', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [text, other] = [left.join(' '), right.join(' ')];
      const { phrases } = readTexts([text]);
      const parts = sharedParts(text, readTexts([other]).phrases);
      expect(parts.map((part) => part.text).join('')).toBe(cleanLongText(text));
      expect(parts.every((part) => part.text !== '')).toBe(true);
      expect(sharedParts(text, new Uint32Array()).some(({ shared }) => shared)).toBe(false);
      expect(countShared(phrases, phrases)).toBe(phrases.length);
      if (phrases.length > 0)
        expect(sharedParts(text, phrases).filter(({ shared }) => shared)).toHaveLength(1);
    }),
  );
});

it('counts the same from both sides, as sets do', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [one, other] = [readTexts([left.join(' ')]).phrases, readTexts([right.join(' ')]).phrases];
      expect(countShared(one, other)).toBe(countShared(other, one));
      expect(countShared(one, other)).toBe([...one].filter((phrase) => other.includes(phrase)).length);
    }),
  );
});
