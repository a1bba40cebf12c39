/** The pass that tells clean text from the rest never calls text clean that cleaning would change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsPlain, isPlainLine, isPlainText, trait, traits } from '../../functions/domain/plain-text.ts';
import { anyText, sentenceOf } from './vietnamese.ts';

/** Said in other words than in text.ts: whatever Unicode calls a control, a format, a mark or a space, but U+0020. */
const hidden = /[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]/u;
const isTidy = (line: string): boolean => !/^ | $| {2}/.test(line) && !hidden.test(line.replaceAll(' ', ''));

const pieces = fc.array(
  fc.oneof(anyText, sentenceOf(1, 3), fc.constantFrom(' ', '\n', '  ', '-', '“', '₫', 'e\u0302')),
  { maxLength: 5 },
);
const text = fc.oneof(
  pieces.map((parts) => parts.join(' ')),
  pieces.map((parts) => parts.join('')),
);

describe('plain characters', () => {
  it('are visible, composed and no marks', () => {
    for (let code = 0; code < traits.length; code++) {
      const character = String.fromCharCode(code);
      if (((traits[code] ?? 0) & (trait.odd | trait.gap)) !== 0) continue;
      expect([code, hidden.test(character), character.normalize('NFC')]).toEqual([code, false, character]);
    }
  });

  it('include every letter of Vietnamese', () => {
    for (const letter of 'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz')
      for (const tone of ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']) {
        const composed = (letter + tone).normalize('NFC');
        if (composed.length > 1) continue;
        expect([composed, isPlainLine(composed)]).toEqual([composed, true]);
        expect(isPlainLine(composed.toUpperCase())).toBe(true);
      }
  });
});

describe('plain text', () => {
  it('is composed, with nothing hidden, and spaces only between words', () => {
    fc.assert(
      fc.property(text, (value) => {
        if (isPlainLine(value)) expect([value, isTidy(value)]).toEqual([value.normalize('NFC'), true]);
        if (isPlainText(value))
          expect(value.split('\n').map(isTidy)).toEqual(value.split('\n').map(() => true));
      }),
    );
  });

  it('is what nearly all sentences are', () => {
    fc.assert(
      fc.property(sentenceOf(1, 20), (value) => isPlainLine(value) && isPlainText(`${value}.\n${value}`)),
    );
  });

  it.each(['', ' a', 'a ', 'a  b', 'a\u00a0b', 'e\u0323', 'a\u00adb', '😀', 'a\tb', '\ufffd'])(
    'is not %j',
    (value) => {
      expect([isPlainLine(value), isPlainText(value)]).toEqual([false, false]);
    },
  );

  it('has single line feeds between words, when it is long text', () => {
    expect(['a\nb', 'a\n\nb', 'a \nb', '\na', 'a\n'].map(isPlainText)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(isPlainLine('a\nb')).toBe(false);
  });
});

it('a text begins plain by its first character', () => {
  expect(['a', '=1', 'đ', '', ' a', '\u200b=1', '\n', '\u0301', '😀'].map(beginsPlain)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});
