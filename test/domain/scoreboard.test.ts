/** Scores stay within bounds, late never pays, order does not matter; the history only grows, and says why. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ScoreRecord, scoreOf, withScore } from '../../functions/domain/scoreboard.ts';
import type { ScoreWeight, Scoring } from '../../functions/domain/scoring.ts';
import type { SubmissionVersion } from '../../functions/domain/submission.ts';
import type { UnitStanding } from '../../functions/domain/unit-standing.ts';
import {
  afterDue,
  anAgreed,
  anExtension,
  approved,
  aStanding,
  aSubmission,
  at,
  aVersion,
  beforeDue,
  promoted,
  returned,
  scoring,
  shown,
  unsigned,
  zone,
} from './standings.ts';

const anyPoints = fc.integer({ min: 1, max: 60 });
const anyWeight = fc
  .record({
    rule: fc.constantFrom('onTime', 'quota', 'chosen', 'published', 'late', 'returned'),
    points: anyPoints,
    each: fc.integer({ min: 1, max: 20 }),
    days: fc.integer({ min: 1, max: 10 }),
  })
  .map((weight) => ({ ...weight, label: weight.rule }));
const anyScoring: fc.Arbitrary<Scoring> = fc
  .array(anyWeight, { minLength: 1, maxLength: 8 })
  .map((weights) => ({
    note: 'thử',
    weights: weights.map((weight, index) => ({ ...weight, id: `w${index}` })) as ScoreWeight[],
  }));

const anyInstant = fc
  .integer({ min: 0, max: 30 * 24 * 60 })
  .map((minutes) => new Date(Date.parse(at('01', '00:00')) + minutes * 60_000).toISOString());

const anyVersion: fc.Arbitrary<SubmissionVersion> = fc
  .record({
    at: anyInstant,
    rows: fc.integer({ min: 0, max: 9 }),
    nil: fc.boolean(),
    signed: fc.boolean(),
    sentBack: fc.boolean(),
  })
  .map(({ signed, sentBack, nil, rows, at: moment }) => {
    const given = { at: moment, rows: nil ? 0 : rows, ...(nil ? { nil } : {}) };
    if (signed) return aVersion(given);
    return unsigned({ ...given, ...(sentBack ? { sentBackAt: moment, sentBackReason: 'xem lại' } : {}) });
  });

const anyDossiers = fc
  .array(fc.constantFrom(promoted, approved, returned), { maxLength: 8 })
  .map((made) => made.map((make, index) => shown(make(index + 1))));

const anyStanding: fc.Arbitrary<UnitStanding> = fc
  .record({
    versions: fc.array(anyVersion, { maxLength: 4 }),
    isSubmitted: fc.boolean(),
    dossiers: anyDossiers,
    day: fc.option(fc.integer({ min: 15, max: 31 }), { nil: undefined }),
    points: fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 4 }),
  })
  .map(({ versions, isSubmitted, dossiers, day, points }) => {
    const sorted = versions.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    return aStanding({
      submission:
        sorted.length === 0
          ? undefined
          : aSubmission(sorted, isSubmitted ? 'submitted' : 'awaitingSignature'),
      dossiers,
      extension: day === undefined ? undefined : anExtension({ lastDay: `2025-01-${day}` }),
      requests: points.map((value, index) => anAgreed(value, { key: `DN1-00${index}` })),
    });
  });

const score = (standing: UnitStanding, by: Scoring = scoring, now = afterDue) =>
  scoreOf(standing, by, zone, now);

describe('a score', () => {
  test('is from 0 to what can be had, a whole number, each mark within its own', () => {
    fc.assert(
      fc.property(anyStanding, anyScoring, fc.constantFrom(beforeDue, afterDue), (standing, by, now) => {
        const { total, of, marks } = score(standing, by, now);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(of);
        expect(Number.isInteger(total)).toBe(true);
        for (const [index, weight] of by.weights.entries()) {
          const mark = marks[index]!;
          expect(Object.is(mark.points, -0)).toBe(false);
          expect(Math.abs(mark.points)).toBeLessThanOrEqual(weight.points);
          if (mark.of > 0) expect(mark.points).toBeLessThanOrEqual(mark.of);
          expect(mark.evidence).not.toBe('');
        }
      }),
    );
  });

  test('does not rise by a list that is sent late', () => {
    const inTime = fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
      .map((counts) => counts.map((rows) => aVersion({ rows, at: at('14') })));
    const late = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(inTime, late, anyScoring, anyDossiers, (versions, counts, by, dossiers) => {
        const more = counts.map((rows) => aVersion({ rows, at: at('18') }));
        const before = score(aStanding({ submission: aSubmission(versions), dossiers }), by);
        const after = score(aStanding({ submission: aSubmission([...versions, ...more]), dossiers }), by);
        expect(after.total).toBeLessThanOrEqual(before.total);
      }),
    );
  });

  test('is never better for the same list sent later', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyScoring, anyDossiers, (one, other, by, dossiers) => {
        const [early, later] = [one, other].toSorted() as [string, string];
        const of = (moment: string) =>
          score(aStanding({ submission: aSubmission([aVersion({ at: moment })]), dossiers }), by).total;
        expect(of(later)).toBeLessThanOrEqual(of(early));
      }),
    );
  });

  test('gives nothing for time to whoever sent nothing, an empty list, or none that is signed', () => {
    const empty = fc.constantFrom(
      undefined,
      aSubmission([aVersion({ rows: 0 })]),
      aSubmission([unsigned()], 'awaitingSignature'),
      aSubmission([unsigned({ sentBackAt: at('14', '21:00') })], 'sentBack'),
    );
    fc.assert(
      fc.property(empty, anyScoring, fc.constantFrom(beforeDue, afterDue), (submission, by, now) => {
        const { marks, arrival } = score(aStanding({ submission }), by, now);
        expect(arrival.when).toBeUndefined();
        for (const [index, { rule }] of by.weights.entries())
          if (rule === 'onTime') expect(marks[index]?.points).toBe(0);
      }),
    );
  });

  test('does not depend on the order in which things were read', () => {
    fc.assert(
      fc.property(anyStanding, fc.infiniteStream(fc.nat()), (standing, numbers) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, rank: numbers.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const other = {
          ...standing,
          dossiers: shuffled(standing.dossiers),
          requests: shuffled(standing.requests),
        };
        expect(score(other)).toEqual(score(standing));
      }),
    );
  });

  test('is the same whatever the hour, once the day has passed', () => {
    fc.assert(
      fc.property(anyStanding, fc.integer({ min: 12, max: 5000 }), (standing, days) => {
        const later = new Date(afterDue.getTime() + days * 86_400_000);
        const latest = new Date(later.getTime() + 86_400_000);
        expect(score(standing, scoring, later)).toEqual(score(standing, scoring, latest));
      }),
    );
  });
});

describe('history', () => {
  const about = { planId: 'kh-113', unitId: '31843', period: '2025', parentId: '956' };
  const see = (before: ScoreRecord | undefined, standing: UnitStanding, now = afterDue) =>
    withScore(before, score(standing, scoring, now), about, now);
  const must = (record: ScoreRecord | undefined): ScoreRecord => record as ScoreRecord;

  test('has nothing to say of a unit that has sent nothing and still has time', () => {
    expect(see(undefined, aStanding({ submission: undefined }), beforeDue)).toBeUndefined();
  });

  test('says missing, then late, then forgiven by added time, each with its cause; nothing is written over', () => {
    const late = aSubmission([aVersion({ at: at('16', '09:00') })]);
    const missing = must(see(undefined, aStanding({ submission: undefined })));
    const sent = must(see(missing, aStanding({ submission: late })));
    const forgiven = must(see(sent, aStanding({ submission: late, extension: anExtension() })));
    expect(forgiven.history.map(({ total, of }) => [total, of])).toEqual([
      [0, 100],
      [26, 100],
      [70, 100],
    ]);
    expect(forgiven.history.slice(0, 2)).toEqual(sent.history);
    expect(sent.history.slice(0, 1)).toEqual(missing.history);
    expect(missing.history[0]?.cause).toContain('Nộp đúng hạn: 0, chưa nộp, hạn hết ngày 14/01/2025 đã qua');
    expect(sent.history[1]?.cause).toContain('Đạt chỉ tiêu: 0 → 30, 5 gương');
    expect(sent.history[1]?.cause).toContain('Trễ hạn: 0 → −4, trễ 2 ngày');
    expect(forgiven.history[2]?.cause).toContain('Nộp đúng hạn: 0 → 40');
    expect(forgiven.history[2]?.cause).toContain('gia hạn đến hết ngày 17/01/2025');
    expect(forgiven.history[2]?.cause).toContain('Trễ hạn: −4 → 0');
  });

  test('an objection that was agreed to is one entry more that names only itself', () => {
    const sent = must(see(undefined, aStanding()));
    const adjusted = must(see(sent, aStanding({ requests: [anAgreed(5)] })));
    expect(adjusted.history).toHaveLength(2);
    expect(adjusted.history[1]).toMatchObject({
      total: 75,
      cause:
        'Điều chỉnh theo phản hồi: 5, phản hồi DN1-001: +5, Nhật ký mạng xác nhận lỗi (thamdinh@vidu.vn, 09:30 19/01/2025)',
    });
  });

  test('says that the day has passed when nothing else changed', () => {
    const submission = aSubmission([unsigned()], 'awaitingSignature');
    const waiting = must(see(undefined, aStanding({ submission }), beforeDue));
    const due = must(see(waiting, aStanding({ submission })));
    expect(due.history.map(({ isDue }) => isDue)).toEqual([false, true]);
    expect(due.history[1]?.cause).toBe('Hạn nộp đã qua');
  });

  test('names a criterion that the plan no longer has', () => {
    const before = must(see(undefined, aStanding()));
    const fewer = { ...scoring, weights: scoring.weights.filter(({ id }) => id !== 'published') };
    const after = must(withScore(before, score(aStanding(), fewer), about, afterDue));
    expect(after.history[1]?.cause).toBe('Được công khai: không còn chấm');
  });

  test('the same state, seen again or read back with its keys in another order, adds nothing', () => {
    fc.assert(
      fc.property(anyStanding, anyStanding, (first, second) => {
        const one = see(undefined, first);
        const two = see(one, second) ?? one;
        if (!two) return;
        const stored = JSON.parse(JSON.stringify(two, keysBackwards)) as ScoreRecord;
        expect(see(stored, second)).toBeUndefined();
        expect(two.history.slice(0, one?.history.length ?? 0)).toEqual(one?.history ?? []);
      }),
    );
  });

  function keysBackwards(_: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toReversed());
  }
});
