/** Judging: who scores what, when the desk sees points, and what may be typed as points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgedWords,
  parsePoints,
  pointsWords,
  type Scorecard,
  scorersFor,
} from '../../functions/domain/judging.ts';
import type { Judging } from '../../functions/domain/plan.ts';

const judging: Judging = {
  form: 'exemplar',
  scorers: 2,
  spread: 15,
  rounds: { district: 'Sơ khảo' },
  shows: ['title'],
};

const card = (scorer: string, points: number): Scorecard => ({
  planId: 'p',
  period: '2025',
  dossierId: 'd',
  deskId: '956',
  round: 1,
  scorer,
  points,
  remark: '',
  history: [{ at: '2025-01-01T00:00:00Z', points, remark: '' }],
});

describe('what the desk reads', () => {
  it.each([
    [[], 'Sơ khảo: 0/2 giám khảo đã chấm'],
    [[card('a', 80)], 'Sơ khảo: 1/2 giám khảo đã chấm'],
    [[card('a', 80), card('b', 89)], 'Sơ khảo: 2/2 giám khảo đã chấm, trung bình 84,5 điểm'],
    [
      [card('a', 60.5), card('b', 89)],
      'Sơ khảo: 2/2 giám khảo đã chấm, trung bình 74,75 điểm; chênh 28,5 điểm, nên xem lại',
    ],
  ])('%#: %2$s', (cards, words) => {
    expect(judgedWords('Sơ khảo', cards, judging)).toBe(words);
  });
});

it.each([
  ['0', 0],
  ['100', 100],
  ['84,5', 84.5],
  ['84.5', 84.5],
  [' 7 ', 7],
])('takes %j as points', (text, points) => {
  expect(parsePoints(text)).toBe(points);
});

it.each(['', '-1', '100,5', '101', '84,3', '1e2', 'tám', '8 4', '٨٤'])('refuses %j as points', (text) => {
  expect(parsePoints(text)).toBeUndefined();
});

it('points said in Vietnamese are read back as they were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (halves) => {
      expect(parsePoints(pointsWords(halves / 2))).toBe(halves / 2);
    }),
  );
});

describe('who scores a work', () => {
  const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 0, maxLength: 8 });

  it('is so many people as asked, everybody if there are fewer, and those who have scored stay', () => {
    fc.assert(
      fc.property(fc.string(), people, fc.nat({ max: 3 }), (id, emails, count) => {
        const cards = emails.slice(0, count).map((email) => card(email, 50));
        const chosen = scorersFor({ id }, emails, cards, judging);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.length).toBe(Math.max(cards.length, Math.min(emails.length, judging.scorers)));
        for (const { scorer } of cards) expect(chosen).toContain(scorer);
      }),
    );
  });

  it('does not change with the order of the staff list, nor when somebody not chosen leaves', () => {
    fc.assert(
      fc.property(fc.string(), people, (id, emails) => {
        const chosen = scorersFor({ id }, emails, [], judging);
        expect(scorersFor({ id }, emails.toReversed(), [], judging)).toEqual(chosen);
        const others = emails.filter((email) => !chosen.includes(email));
        expect(
          scorersFor(
            { id },
            emails.filter((email) => email !== others[0]),
            [],
            judging,
          ),
        ).toEqual(chosen);
      }),
    );
  });

  it('spreads a thousand works evenly over five scorers', () => {
    const emails = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@vidu.vn`);
    const counts = new Map(emails.map((email) => [email, 0]));
    for (let number = 0; number < 1000; number += 1)
      for (const email of scorersFor({ id: `2025-31843-${number}` }, emails, [], judging))
        counts.set(email, (counts.get(email) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(80);
  });
});
