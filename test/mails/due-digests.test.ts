/** Who hears what on which morning: leads, overdue steps, events, returns and results, and silence on all other days. */
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import { type DigestDay, isCalendarDay } from '../../functions/mails/digest-calendar.ts';
import { type DigestPerson, type DigestState, dueDigests } from '../../functions/mails/due-digests.ts';
import { holidays } from '../../functions/plans/holidays.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { duty } from '../../functions/unit-list.ts';
import { aDossier, decided, tree, units } from '../domain/people.ts';

const plan = { ...kh113BacLieu, units };
const commune = '31843';

const staff: DigestPerson[] = [
  { email: 'clerk@vidu.vn', name: 'Trần Thị Mai', unitId: commune, role: 'clerk' },
  { email: 'head@vidu.vn', name: 'Lê Văn Tám', unitId: commune, role: 'head' },
  { email: 'reviewer@vidu.vn', name: 'Kim Thị Sa', unitId: '956', role: 'reviewer' },
];

const duties = new Map(
  units.flatMap((unit) => {
    const owed = duty(plan, unit, '2025');
    return owed ? [[unit.id, owed] as const] : [];
  }),
);

const aState = (change: Partial<DigestState> = {}): DigestState => ({
  plan,
  period: '2025',
  tree,
  staff,
  submissions: new Map(),
  touched: [],
  waiting: new Map(),
  typedRows: new Map([[commune, 4]]),
  duties,
  linkOf: (unitId) => `https://sheets.example/${unitId}`,
  reviewLinkOf: (unitId) => `https://sheets.example/review/${unitId}`,
  ...change,
});

const aDay = (day: string, previousDay: string): DigestDay => ({
  day,
  previousDay,
  since: `${previousDay}T00:00:00.000Z`,
  until: `${day}T00:00:00.000Z`,
  holidays,
  listingUrl: 'https://guong-sang.example',
});

const told = (state: DigestState, day: DigestDay): string[] => [...dueDigests([state], day).keys()].sort();

const sent = new Map<string, Submission>(
  [commune, '31846', '956'].map((unitId) => [
    unitId,
    { planId: plan.id, period: '2025', unitId, parentId: '956', state: 'submitted', versions: [] },
  ]),
);

describe('a list that is due on 14/01', () => {
  test.each([
    ['2025-01-03', '2025-01-02', ['clerk@vidu.vn']],
    ['2025-01-06', '2025-01-03', []],
    ['2025-01-09', '2025-01-08', ['clerk@vidu.vn', 'head@vidu.vn', 'reviewer@vidu.vn']],
    ['2025-01-10', '2025-01-09', []],
    ['2025-01-13', '2025-01-10', ['clerk@vidu.vn', 'head@vidu.vn', 'reviewer@vidu.vn']],
    ['2025-01-14', '2025-01-13', []],
    ['2025-01-15', '2025-01-14', ['clerk@vidu.vn', 'head@vidu.vn', 'reviewer@vidu.vn']],
    ['2025-01-16', '2025-01-15', []],
  ])('on %s', (day, previous, people) => {
    expect(told(aState(), aDay(day, previous))).toEqual(people);
    const deadlines = [...duties.values()].map(({ deadline }) => deadline);
    expect(isCalendarDay(plan, '2025', deadlines, aDay(day, previous))).toBe(people.length > 0);
  });

  test('nobody is told once it is sent', () => {
    for (const day of ['2025-01-03', '2025-01-09', '2025-01-13', '2025-01-15'])
      expect(told(aState({ submissions: sent }), aDay(day, '2025-01-02'))).toEqual([]);
  });

  test('a lead that fell on a day without digests is told on the next', () => {
    const line = dueDigests([aState()], aDay('2025-01-10', '2025-01-08')).get('clerk@vidu.vn')?.coming[0];
    expect(line).toMatchObject({ workingDaysLeft: 2, counter: '4/05–06', lastDay: '2025-01-14' });
  });

  test('a head who has a list to sign is told so', () => {
    const waiting = new Map([[commune, { ...sent.get(commune)!, state: 'awaitingSignature' as const }]]);
    const digest = dueDigests([aState({ submissions: waiting })], aDay('2025-01-13', '2025-01-10'));
    expect(digest.get('head@vidu.vn')?.coming[0]).toMatchObject({ awaitsSignature: true });
  });
});

describe('what reviewers decided', () => {
  const window = aDay('2025-01-13', '2025-01-10');
  const only = (touched: Dossier[], submissions = sent) => aState({ touched, submissions });

  test('a returned row goes to the clerk, and to the head only the second time', () => {
    const once = decided(aDossier(), 'return', '956');
    expect(told(only([once]), window)).toEqual(['clerk@vidu.vn']);
    const twice = { ...once, history: [...once.history, { ...once.history.at(-1)!, round: 2 }] };
    expect(told(only([twice]), window)).toEqual(['clerk@vidu.vn', 'head@vidu.vn']);
  });

  test('a row that was mended since is not called returned', () => {
    const mended: Dossier = { ...decided(aDossier(), 'return', '956'), status: 'submitted', at: '956' };
    expect(dueDigests([only([mended])], window).get('clerk@vidu.vn')).toBeUndefined();
  });

  test.each([
    [decided(aDossier(), 'approve', '956'), 'approved'],
    [decided(aDossier(), 'promote', '956'), 'promoted'],
    [{ ...decided(aDossier(), 'approve', '956'), public: true }, 'published'],
  ] as const)('a result goes to the clerk once', (dossier, outcome) => {
    const digest = dueDigests([only([dossier])], window);
    expect(digest.get('clerk@vidu.vn')?.results).toMatchObject([{ id: dossier.id, outcome }]);
    expect(told(only([dossier]), aDay('2025-01-14', '2025-01-13'))).toEqual([]);
  });

  test('new rows wake the reviewer, old ones do not', () => {
    const state = { ...only([aDossier()]), waiting: new Map([['956', 3]]) };
    expect(dueDigests([state], window).get('reviewer@vidu.vn')?.desks).toMatchObject([
      { waiting: 3, missing: [] },
    ]);
    expect(told(state, aDay('2025-01-20', '2025-01-17'))).toEqual([]);
  });
});

test('units hear of 11/6 ten working days before, once', () => {
  const district: DigestPerson = { email: 'huyen@vidu.vn', name: 'An', unitId: '956', role: 'clerk' };
  const state = aState({ staff: [district], submissions: sent });
  expect(told(state, aDay('2025-05-27', '2025-05-26'))).toEqual([]);
  expect(dueDigests([state], aDay('2025-05-28', '2025-05-27')).get('huyen@vidu.vn')?.events).toMatchObject([
    { date: '2025-06-11', workingDaysLeft: 10 },
  ]);
  expect(told(state, aDay('2025-05-29', '2025-05-28'))).toEqual([]);
});

test('one mail for a person with two roles, each thing said once', () => {
  const both = staff.map((person) => ({ ...person, email: 'A@vidu.vn' })).slice(0, 2);
  const digests = dueDigests([aState({ staff: both })], aDay('2025-01-13', '2025-01-10'));
  expect([...digests.keys()]).toEqual(['a@vidu.vn']);
  expect(digests.get('a@vidu.vn')?.coming).toHaveLength(1);
});
