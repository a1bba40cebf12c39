/** Who hears what on which morning: leads, overdue steps, events, returns and results, and silence on all other days. */
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { UnitRequest } from '../../functions/domain/request.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import { type DigestDay, isCalendarDay } from '../../functions/mails/digest-calendar.ts';
import type { DigestPerson, DigestState } from '../../functions/mails/digest-state.ts';
import { dueDigests } from '../../functions/mails/due-digests.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, tree, units } from '../domain/people.ts';

const plan = { ...kh113BacLieu, units };
const commune = '31843';

const staff: DigestPerson[] = [
  { email: 'clerk@vidu.vn', name: 'Trần Thị Mai', unitId: commune, role: 'clerk' },
  { email: 'head@vidu.vn', name: 'Lê Văn Tám', unitId: commune, role: 'head' },
  { email: 'reviewer@vidu.vn', name: 'Kim Thị Sa', unitId: '956', role: 'reviewer' },
  { email: 'head.above@vidu.vn', name: 'Sơn Văn Út', unitId: '956', role: 'head' },
];

const dutiesOf = (extensions: Record<string, { lastDay: string; reason: string }> = {}) =>
  new Map(
    units.flatMap((unit) => {
      const owed = duty(plan, unit, '2025', extensions[unit.id]);
      return owed ? [[unit.id, owed] as const] : [];
    }),
  );
const duties = dutiesOf();

const aState = (change: Partial<DigestState> = {}): DigestState => ({
  plan,
  period: '2025',
  tree,
  staff,
  submissions: new Map(),
  touched: [],
  doubts: [],
  requests: [],
  waiting: new Map(),
  typedRows: new Map([[commune, 4]]),
  duties,
  listNames: { law: 'Văn bản' },
  isNew: false,
  opensYear: false,
  holidayYears: new Map([[2025, 'checked']]),
  linkOf: (unitId) => `https://sheets.example/${unitId}`,
  reviewLinkOf: (unitId) => `https://sheets.example/review/${unitId}`,
  requestsLinkOf: (spreadsheetId) => `https://sheets.example/requests/${spreadsheetId}`,
  signLinkOf: ({ unitId }, email) => ({
    link: `https://sheets.example/sign/${unitId}/${email}`,
    expiresAt: '2025-03-01T00:00:00.000Z',
    isFirstLinkOver: false,
  }),
  scores: [],
  scoreLinkOf: (unitId, email) => `https://sheets.example/score/${unitId}/${email}`,
  ...change,
});

const aDay = (day: string, previousDay: string): DigestDay => ({
  day,
  previousDay,
  since: `${previousDay}T00:00:00.000Z`,
  until: `${day}T00:00:00.000Z`,
  holidays: holidaysOf({}),
  listingUrl: 'https://guong-sang.example',
});

const told = (state: DigestState, day: DigestDay): string[] => [...dueDigests([state], day).keys()].sort();

const sent = new Map<string, Submission>(
  [commune, '31846', '956'].map((unitId) => [
    unitId,
    { planId: plan.id, period: '2025', unitId, parentId: '956', state: 'submitted', versions: [] },
  ]),
);

const unsignedSince = (at: string, change: Partial<DigestState> = {}): DigestState => {
  const version = { snapshotId: 's', at, by: 'clerk@vidu.vn', late: false, rows: 5 };
  const waiting = { ...sent.get(commune)!, state: 'awaitingSignature' as const, versions: [version] };
  return aState({ submissions: new Map([...sent, [commune, waiting]]), ...change });
};

describe('a list that is due on 14/01', () => {
  test.each([
    ['2025-01-03', '2025-01-02', ['clerk@vidu.vn']],
    ['2025-01-06', '2025-01-03', []],
    ['2025-01-09', '2025-01-08', ['clerk@vidu.vn', 'head@vidu.vn']],
    ['2025-01-10', '2025-01-09', []],
    ['2025-01-13', '2025-01-10', ['clerk@vidu.vn', 'head@vidu.vn']],
    ['2025-01-14', '2025-01-13', ['clerk@vidu.vn', 'head@vidu.vn']],
    ['2025-01-15', '2025-01-14', ['clerk@vidu.vn', 'head@vidu.vn', 'reviewer@vidu.vn']],
    ['2025-01-16', '2025-01-15', []],
    ['2025-01-21', '2025-01-20', ['clerk@vidu.vn', 'head.above@vidu.vn', 'head@vidu.vn', 'reviewer@vidu.vn']],
  ])('on %s', (day, previous, people) => {
    expect(told(aState(), aDay(day, previous))).toEqual(people);
    const deadlines = [...duties.values()].map(({ deadline }) => deadline);
    expect(isCalendarDay(plan, '2025', units, deadlines, aDay(day, previous))).toBe(people.length > 0);
  });

  test('nobody is told once it is sent', () => {
    for (const day of ['2025-01-03', '2025-01-09', '2025-01-13', '2025-01-14', '2025-01-15', '2025-01-21'])
      expect(told(aState({ submissions: sent }), aDay(day, '2025-01-02'))).toEqual([]);
  });

  test('a lead that fell on a day without digests is told on the next', () => {
    const line = dueDigests([aState()], aDay('2025-01-10', '2025-01-08')).get('clerk@vidu.vn')?.coming[0];
    expect(line).toMatchObject({ workingDaysLeft: 2, counter: '4, chỉ tiêu 5–6', lastDay: '2025-01-14' });
  });

  test('a head who has a list to sign is told so', () => {
    const digest = dueDigests([unsignedSince('2025-01-10T09:00:00.000Z')], aDay('2025-01-13', '2025-01-10'));
    expect(digest.get('head@vidu.vn')?.coming[0]).toMatchObject({ awaitsSignature: true });
  });
});

describe('a head', () => {
  const lead = aDay('2025-01-09', '2025-01-08');
  const withRows = (count: number) => aState({ typedRows: new Map([[commune, count]]) });

  test('is not asked at a lead when the rows are there and only the clerk has to send them', () => {
    expect(told(withRows(4), lead)).toContain('head@vidu.vn');
    expect(told(withRows(5), lead)).toEqual(['clerk@vidu.vn']);
  });

  test('is called on the last working day all the same', () => {
    expect(told(withRows(5), aDay('2025-01-14', '2025-01-13'))).toContain('head@vidu.vn');
  });

  test('is told of a list sent in time that it is not late, only unsigned', () => {
    const version = {
      snapshotId: 's',
      at: '2025-01-14T16:59:00.000Z',
      by: 'clerk@vidu.vn',
      late: false,
      rows: 5,
    };
    const unsigned = { ...sent.get(commune)!, state: 'awaitingSignature' as const, versions: [version] };
    const digests = dueDigests(
      [aState({ submissions: new Map([[commune, unsigned]]) })],
      aDay('2025-01-15', '2025-01-14'),
    );
    expect(digests.get('head@vidu.vn')?.overdue).toMatchObject([{ awaitsSignature: true, sentInTime: true }]);
    expect(digests.get('reviewer@vidu.vn')?.desks[0]?.missing).toContain('Xã Ninh Hòa (chờ thủ trưởng ký)');
    const late = { ...unsigned, versions: [{ ...version, at: '2025-01-14T17:00:00.000Z' }] };
    const then = dueDigests(
      [aState({ submissions: new Map([[commune, late]]) })],
      aDay('2025-01-15', '2025-01-14'),
    );
    expect(then.get('head@vidu.vn')?.overdue).toMatchObject([{ sentInTime: false }]);
  });

  test('of the unit above hears who is missing from the plan’s step on, with the days', () => {
    const digests = dueDigests([aState()], aDay('2025-01-21', '2025-01-20'));
    expect(digests.get('head.above@vidu.vn')?.escalations).toMatchObject([
      { missing: ['Xã Ninh Hòa', 'Xã Lộc Ninh'], lastDay: '2025-01-14', daysLate: 7 },
    ]);
  });
});

test('a plan that closes asks nobody any more, above or below', () => {
  const closing: Plan = { ...plan, closeAfterDays: 7 };
  expect(told(aState({ plan: closing }), aDay('2025-01-15', '2025-01-14'))).toHaveLength(3);
  expect(told(aState({ plan: closing }), aDay('2025-01-21', '2025-01-20'))).toEqual([]);
});

describe('a unit with more time', () => {
  const extended = aState({
    duties: dutiesOf({ [commune]: { lastDay: '2025-01-17', reason: 'Mưa lũ, mất điện ba ngày' } }),
  });

  test('is not late by the plan’s day, and reminded by its own', () => {
    expect(dueDigests([extended], aDay('2025-01-15', '2025-01-14')).get('clerk@vidu.vn')).toBeUndefined();
    expect(
      dueDigests([extended], aDay('2025-01-16', '2025-01-15')).get('clerk@vidu.vn')?.coming,
    ).toMatchObject([
      { workingDaysLeft: 1, extended: { lastDay: '2025-01-17', reason: 'Mưa lũ, mất điện ba ngày' } },
    ]);
    expect(told(extended, aDay('2025-01-20', '2025-01-17'))).toContain('clerk@vidu.vn');
  });

  test('is missing for the reviewers only after its own day', () => {
    const missing = (day: string, before: string) =>
      dueDigests([extended], aDay(day, before))
        .get('reviewer@vidu.vn')
        ?.desks.map((line) => [line.lastDay, ...line.missing]);
    expect(missing('2025-01-15', '2025-01-14')).toEqual([['2025-01-14', 'Xã Lộc Ninh']]);
    expect(missing('2025-01-20', '2025-01-17')).toEqual([['2025-01-17', 'Xã Ninh Hòa']]);
  });
});

describe('once a year', () => {
  const morning = aDay('2025-03-03', '2025-02-28');

  test('the clerk of a unit without a tradition day is told how to enter it', () => {
    const digests = dueDigests([aState({ submissions: sent, opensYear: true })], morning);
    expect([...digests.keys()]).toEqual(['clerk@vidu.vn']);
    expect(digests.get('clerk@vidu.vn')?.undated).toMatchObject([{ unitName: 'Xã Ninh Hòa' }]);
    expect(told(aState({ submissions: sent }), morning)).toEqual([]);
  });

  test('a unit with one is reminded of it instead', () => {
    const dated = units.map((unit) => (unit.id === commune ? { ...unit, anniversary: '03-17' } : unit));
    const state = aState({ tree: toUnitTree(dated), submissions: sent, opensYear: true });
    expect(told(state, aDay('2025-01-02', '2024-12-31'))).toEqual([]);
    expect(dueDigests([state], morning).get('head@vidu.vn')?.events).toMatchObject([
      { date: '2025-03-17', workingDaysLeft: 10 },
    ]);
  });
});

describe('a deadline in a year whose holidays nobody has listed', () => {
  const admin: DigestPerson = { email: 'admin@vidu.vn', name: 'Bình', unitId: '95', role: 'admin' };
  const aGap = (standing: 'checked' | 'unchecked' | 'missing', opensYear: boolean) =>
    aState({ staff: [admin], holidayYears: new Map([[2025, standing]]), opensYear });
  const opening = aDay('2025-01-02', '2024-12-31');
  const lead = aDay('2025-01-03', '2025-01-02');
  const quiet = aDay('2025-01-07', '2025-01-06');

  test.each([
    ['missing', opening, true, 1],
    ['missing', lead, false, 1],
    ['missing', quiet, false, 0],
    ['unchecked', opening, true, 1],
    ['unchecked', lead, false, 0],
    ['checked', opening, true, 0],
  ] as const)(
    '%s: the administrator is told at the start and when it matters',
    (standing, day, opens, mails) => {
      const gaps = dueDigests([aGap(standing, opens)], day).get('admin@vidu.vn')?.holidayGaps ?? [];
      expect(gaps).toHaveLength(mails);
      if (mails > 0) expect(gaps).toMatchObject([{ year: 2025, isMissing: standing === 'missing' }]);
    },
  );
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

describe('a follow-up that speaks against a public exemplar', () => {
  const exemplar: Dossier = { ...aDossier(), public: true };
  const higher: DigestPerson = {
    email: 'higher@vidu.vn',
    name: 'Thạch Văn Ba',
    unitId: '95',
    role: 'reviewer',
  };
  const sentAt = (at: string): Dossier => ({
    ...aDossier(),
    status: 'filed',
    period: '2025-H1.TD',
    row: {
      ...exemplar.row,
      values: { conclusion: 'Thôi theo dõi', reason: 'Chuyển đi nơi khác từ tháng tư' },
    },
    history: [{ at, by: 'clerk@vidu.vn', unitId: commune, action: 'submit', round: 1 }],
  });
  const day = aDay('2025-03-05', '2025-03-04');
  const askedAfter = (at: string): string[] =>
    told(
      aState({ staff: [...staff, higher], submissions: sent, doubts: [{ followUp: sentAt(at), exemplar }] }),
      day,
    );

  test('is a question to the reviewers above alone', () => {
    expect(askedAfter('2025-03-04T03:00:00.000Z')).toEqual(['reviewer@vidu.vn']);
  });

  test('is not asked again when the digest before has asked', () => {
    expect(askedAfter('2025-03-03T23:00:00.000Z')).toEqual([]);
  });
});

describe('papers and words that end', () => {
  const decree = { list: 'law', value: 'Nghị định 152/2025/NĐ-CP', validTo: '2027-02-28', source: '' };
  const admin: DigestPerson = { email: 'admin@vidu.vn', name: 'Bình', unitId: '95', role: 'admin' };
  const state = (isNew = false) =>
    aState({ plan: { ...plan, catalogues: [decree] }, staff: [...staff, admin], isNew });
  const tell = (day: string, before: string, isNew = false) =>
    [...dueDigests([state(isNew)], aDay(day, before))].filter(([, { endings }]) => endings.length > 0);

  test.each([
    ['2026-11-30', '2026-11-29', 90],
    ['2026-12-01', '2026-11-27', 89],
    ['2027-01-29', '2027-01-28', 30],
    ['2027-02-22', '2027-02-19', 6],
  ])('are told to administrators alone on %s', (day, before, daysLeft) => {
    const [[email, { endings }] = ['', { endings: [] }], ...others] = tell(day, before);
    expect(email).toBe('admin@vidu.vn');
    expect(others).toEqual([]);
    expect(endings).toMatchObject([{ list: 'Văn bản', lastDay: '2027-02-28', daysLeft }]);
  });

  test.each([
    ['2026-11-29', '2026-11-28'],
    ['2026-12-15', '2026-12-14'],
    ['2027-03-01', '2027-02-26'],
  ])('are not told on %s', (day, before) => {
    expect(tell(day, before)).toEqual([]);
  });

  test('are told by the first digest of a plan, however late it starts', () => {
    expect(tell('2026-12-15', '2026-12-14', true)).toHaveLength(1);
    expect(tell('2026-10-15', '2026-10-14', true)).toEqual([]);
  });
});

describe('a list that waits for the signature', () => {
  const both = ['clerk@vidu.vn', 'head@vidu.vn'];
  const unsigned = unsignedSince('2025-02-13T09:00:00.000Z');

  test.each([
    ['not the day after it was sent', '2025-02-14', '2025-02-13', []],
    ['on the first morning of each week', '2025-02-17', '2025-02-14', both],
    ['not in the middle of a week', '2025-02-18', '2025-02-17', []],
    ['and still when the first link has run out', '2025-03-24', '2025-03-21', both],
    ['until the plan ends', '2026-01-05', '2026-01-02', []],
  ])('is told to head and clerk %s', (_when, day, previous, people) => {
    expect(told(unsigned, aDay(day, previous))).toEqual(people);
  });

  test('is not told on a Monday when it was sent on the Friday before', () => {
    expect(told(unsignedSince('2025-02-14T09:00:00.000Z'), aDay('2025-02-17', '2025-02-14'))).toEqual([]);
  });

  test('brings the head a link of their own, and the clerk none that signs', () => {
    const digests = dueDigests([unsigned], aDay('2025-02-17', '2025-02-14'));
    expect(digests.get('head@vidu.vn')?.signings).toMatchObject([
      {
        link: `https://sheets.example/sign/${commune}/head@vidu.vn`,
        isForHead: true,
        workingDaysWaited: 2,
        clerkName: 'Trần Thị Mai',
      },
    ]);
    expect(digests.get('clerk@vidu.vn')?.signings).toMatchObject([
      { link: `https://sheets.example/${commune}`, isForHead: false, headNames: ['Lê Văn Tám'] },
    ]);
  });

  test('comes with the link when the calendar speaks of the list', () => {
    const state = unsignedSince('2025-01-13T09:00:00.000Z');
    const digests = dueDigests([state], aDay('2025-01-15', '2025-01-14'));
    expect(digests.get('head@vidu.vn')).toMatchObject({ overdue: [{}], signings: [{ isForHead: true }] });
    expect(digests.get('clerk@vidu.vn')).toMatchObject({ overdue: [{}], signings: [] });
  });
});

describe('a request that nobody has answered', () => {
  const aRequest = (change: Partial<UnitRequest> = {}): UnitRequest => {
    const askedAt = change.askedAt ?? '2025-01-13T03:00:00.000Z';
    return {
      key: 'DN1-001',
      unitId: commune,
      kind: 'extension',
      text: 'Mất điện ba ngày',
      lastDay: '2025-01-17',
      lateReason: '',
      planId: plan.id,
      period: '2025',
      parentId: '956',
      spreadsheetId: 'book',
      state: 'open',
      askedAt,
      answer: null,
      history: [{ at: askedAt, action: 'asked', by: '', text: 'Mất điện ba ngày' }],
      ...change,
    };
  };
  const help = (change: Partial<UnitRequest> = {}) =>
    aRequest({ kind: 'difficulty', lastDay: '', ...change });
  const above = ['head.above@vidu.vn', 'reviewer@vidu.vn'];
  const asking = (...requests: UnitRequest[]) => aState({ submissions: sent, requests });

  test.each([
    ['the morning after it came', '2025-02-12', '2025-02-11', ['clerk@vidu.vn', 'reviewer@vidu.vn']],
    ['not the day after that', '2025-02-13', '2025-02-12', []],
    ['after three working days the head too', '2025-02-14', '2025-02-13', ['head.above@vidu.vn']],
    ['on the first morning of each week both', '2025-02-17', '2025-02-14', above],
    ['not in the middle of a week', '2025-02-19', '2025-02-18', []],
    ['and still a month later', '2025-03-17', '2025-03-14', above],
  ])('is told to those who must answer: %s', (_when, day, previous, people) => {
    expect(told(asking(help({ askedAt: '2025-02-11T03:00:00.000Z' })), aDay(day, previous))).toEqual(people);
  });

  test.each<[string, Partial<UnitRequest>, boolean[]]>([
    ['was noted in its name', {}, [false]],
    [
      'was changed',
      { history: [{ at: '2025-02-11T04:00:00.000Z', action: 'changed', by: '', text: '' }] },
      [false],
    ],
    [
      'was emptied',
      {
        state: 'dropped',
        history: [
          { at: '2025-02-03T04:00:00.000Z', action: 'asked', by: '', text: '' },
          { at: '2025-02-11T04:00:00.000Z', action: 'dropped', by: '', text: '' },
        ],
      },
      [true],
    ],
    [
      'came and went within a day',
      {
        state: 'dropped',
        history: [
          { at: '2025-02-11T04:00:00.000Z', action: 'asked', by: '', text: '' },
          { at: '2025-02-11T05:00:00.000Z', action: 'dropped', by: '', text: '' },
        ],
      },
      [],
    ],
  ])(
    'is told to the clerks of the unit it names the next morning, once, when it %s',
    (_what, change, lines) => {
      const state = asking(help({ askedAt: '2025-02-11T03:00:00.000Z', ...change }));
      const morning = dueDigests([state], aDay('2025-02-12', '2025-02-11'));
      expect(morning.get('clerk@vidu.vn')?.asked.map(({ isDropped }) => isDropped) ?? []).toEqual(lines);
      expect(morning.get('head@vidu.vn')).toBeUndefined();
      expect(told(state, aDay('2025-02-13', '2025-02-12'))).not.toContain('clerk@vidu.vn');
    },
  );

  test('for more time wakes the reviewers on the last day of the unit', () => {
    const early = { askedAt: '2025-01-08T03:00:00.000Z' };
    const lastDay = aDay('2025-01-14', '2025-01-13');
    expect(told(asking(aRequest(early)), lastDay)).toEqual(['reviewer@vidu.vn']);
    expect(told(asking(help(early)), lastDay)).toEqual([]);
  });

  test('stands in a digest that comes anyway, those about a deadline that is near or past first, then the oldest', () => {
    const requests = [
      help({ key: 'DN1-004', askedAt: '2025-01-13T03:00:00.000Z' }),
      help({ key: 'DN1-003', askedAt: '2025-01-06T03:00:00.000Z' }),
      aRequest({ unitId: '31846' }),
    ];
    const digests = dueDigests([aState({ requests })], aDay('2025-01-15', '2025-01-14'));
    const digest = digests.get('reviewer@vidu.vn');
    expect(digest?.desks).toHaveLength(1);
    expect(digest?.requests).toMatchObject([
      {
        unitName: 'Huyện Hồng Dân',
        isForHead: false,
        link: 'https://sheets.example/requests/book',
        requests: [
          {
            unitName: 'Xã Lộc Ninh',
            kind: 'Gia hạn',
            key: 'DN1-001',
            askedOn: '2025-01-13',
            deadline: { lastDay: '2025-01-14', workingDaysLeft: -1 },
          },
          { key: 'DN1-003', askedOn: '2025-01-06', deadline: null },
          { key: 'DN1-004' },
        ],
      },
    ]);
  });

  test('is said to the unit beside its own overdue list, and a stated reason for delay is no request', () => {
    const requests = [aRequest(), aRequest({ key: 'DN1-002', kind: 'delay', lateReason: 'verifying' })];
    const digests = dueDigests([aState({ requests })], aDay('2025-01-15', '2025-01-14'));
    for (const email of ['clerk@vidu.vn', 'head@vidu.vn'])
      expect(digests.get(email)?.overdue[0]?.requests).toEqual([
        { kind: 'Gia hạn', askedOn: '2025-01-13', parentName: 'Huyện Hồng Dân' },
      ]);
    expect(digests.get('reviewer@vidu.vn')?.requests[0]?.requests).toHaveLength(1);
  });
});
