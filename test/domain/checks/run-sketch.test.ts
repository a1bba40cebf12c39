/** A sketch never hides a near copy, and tells other stories apart without reading them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeNearCopies, sketchRuns } from '../../../functions/domain/checks/run-sketch.ts';
import { compareKey } from '../../../functions/domain/text.ts';
import { anyText, sentenceOf, words } from '../vietnamese.ts';

function toRuns(text: string): Set<string> {
  const list = compareKey(text.replace(/\n/g, ' '))
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '');
  return new Set(list.slice(2).map((_, index) => list.slice(index, index + 3).join(' ')));
}

function similarity(one: string, other: string): number {
  const [a, b] = [toRuns(one), toRuns(other)];
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared / (a.size + b.size - shared || 1);
}

const mayBe = (one: string, other: string): boolean => {
  const [a, b] = [sketchRuns(one), sketchRuns(other)];
  return a === undefined || b === undefined || mayBeNearCopies(a, b);
};

/** Ways to type the same words. */
const retype = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => text.replaceAll(' ', ', '),
  (text: string) => text.replace(' ', '\n\n– “'),
  (text: string) => text.replaceAll('oẻ', 'ỏe').replaceAll('uỷ', 'ủy'),
  (text: string) => text.replace(' ', ' 😀 '),
);

const edits = fc.array(
  fc.tuple(fc.nat(200), fc.nat(2), fc.oneof(fc.constantFrom(...words, 'a\u0308b', 'σ', '½'), anyText)),
  {
    maxLength: 6,
  },
);
const pair = fc
  .record({ text: sentenceOf(3, 120), edits, retype })
  .map(({ text, edits: list, retype: again }) => {
    const copy = text.split(' ');
    for (const [at, gone, word] of list) copy.splice(at % copy.length, gone, word);
    return { text, copy: again(copy.join(' ')) };
  });

describe('a sketch', () => {
  it('lets every pair through that shares four fifths of its runs', () => {
    fc.assert(
      fc.property(pair, ({ text, copy }) => {
        if (similarity(text, copy) >= 0.8) expect(mayBe(text, copy)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is equal for texts that read the same', () => {
    fc.assert(
      fc.property(sentenceOf(3, 40), retype, (text, again) => {
        expect(sketchRuns(again(text))).toEqual(sketchRuns(text));
      }),
    );
  });

  it('tells long texts of other words apart', () => {
    const half = words.length / 2;
    const [one, other] = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
    expect(mayBe(one, other)).toBe(false);
  });

  it('counts runs, and has none for fewer than three words', () => {
    expect(
      ['', 'một hai', 'một hai ba', 'một hai ba một hai ba'].map((text) => sketchRuns(text)?.runs),
    ).toEqual([0, 0, 1, 4]);
  });

  it('is not made of words in letters beyond the basic plane', () => {
    expect(sketchRuns('một 𝐡𝐚𝐢 ba bốn')).toBeUndefined();
  });
});
