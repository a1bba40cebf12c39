/** The survey asks about every word that may be in an old encoding, and about hardly any word twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSurvey } from '../../functions/domain/legacy-suspects.ts';
import { isPlainText, trait } from '../../functions/domain/plain-text.ts';
import { anyText, sentenceOf, words } from './vietnamese.ts';

const isSuspect = (survey: (text: string) => number, text: string): boolean =>
  (survey(text) & trait.suspect) !== 0;

const word = /[A-Za-z0-9\u00a1-\u024f\u03bc\u1e00-\u1eff]+/g;
const isInDoubt = (text: string): boolean => /[^\u0020-\u007e]/.test(text) && !/[\dăđĩũơưạ-ỹ]/i.test(text);

/** Some differ in their first letters only, or in a capital. */
const oldWords = [
  'nhaø',
  'c¸n',
  'bé',
  'Nhân',
  'nhân',
  'là',
  'm²',
  'µm',
  '«là»',
  'nghiêng',
  'riêng',
  'giêng',
  'nghiêngà',
  'thậtlàdàiquá',
  'ǖ',
  'ñ',
];
const mixed = fc
  .array(fc.oneof(fc.constantFrom(...words, ...oldWords, '10à', ' ', '\n', '-', '😀'), anyText))
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')));

describe('a survey', () => {
  it('is suspicious just when a word in doubt is not harmless, however often it was asked', () => {
    fc.assert(
      fc.property(fc.array(mixed, { maxLength: 6 }), fc.constantFrom(...oldWords), (texts, bad) => {
        const survey = createSurvey((text) => text !== bad && text.length % 7 !== 3);
        for (const text of [...texts, ...texts]) {
          const expected = (text.match(word) ?? []).some(
            (one) => isInDoubt(one) && (one === bad || one.length % 7 === 3),
          );
          expect([text, isSuspect(survey, text)]).toEqual([text, expected]);
        }
      }),
    );
  });

  it('asks about a common word once', () => {
    const asked: string[] = [];
    const survey = createSurvey((text) => asked.push(text) > 0);
    for (let turn = 0; turn < 3; turn++) survey('Nhân dân và nhân dân là một, cán bộ là công bộc');
    expect(asked).toEqual(['Nhân', 'dân', 'và', 'nhân', 'là', 'cán', 'công']);
  });

  it.each([
    ['giêng', 'riêng'],
    ['nghiêng', 'giêng'],
    ['Nhân', 'nhân'],
    ['tàinhân', 'nhân'],
  ])('having found “%s” harmless, still asks about “%s”', (harmless, bad) => {
    const survey = createSurvey((text) => text !== bad);
    expect([harmless, bad, harmless].map((text) => isSuspect(survey, text))).toEqual([false, true, false]);
  });

  it('asks again about a word that was not harmless', () => {
    const survey = createSurvey((text) => text !== 'nhaø');
    expect([isSuspect(survey, 'nhaø'), isSuspect(survey, 'nhà'), isSuspect(survey, 'x nhaø')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('agrees with the plain pass on what is clean, when no word is suspect', () => {
    const survey = createSurvey(() => true);
    fc.assert(
      fc.property(fc.oneof(mixed, sentenceOf(0, 9)), (text) => {
        expect([text, (survey(text) & trait.odd) === 0]).toEqual([text, isPlainText(text)]);
      }),
    );
  });
});
