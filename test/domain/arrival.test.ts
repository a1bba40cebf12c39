/** How a list came: missing, unsigned, empty, without cases, in time, in added time and late are never mixed up. */
import { expect, test } from 'vitest';
import { acceptedVersion, arrivalOf } from '../../functions/domain/arrival.ts';
import { nextStep } from '../../functions/domain/next-step.ts';
import { standingLabel, type UnitStanding } from '../../functions/domain/unit-standing.ts';
import {
  afterDue,
  anExtension,
  aStanding,
  aSubmission,
  at,
  aVersion,
  beforeDue,
  deadline,
  unsigned,
  zone,
} from './standings.ts';

const none = { submission: undefined };
const sentBack = unsigned({ sentBackAt: at('15'), sentBackReason: 'Bổ sung số liệu cho gương thứ hai' });

const cases: [string, UnitStanding, Date, object, string][] = [
  ['nothing yet, still in time', aStanding(none), beforeDue, { kind: 'waiting', isDue: false }, 'Chưa nộp'],
  [
    'nothing, the day has passed',
    aStanding(none),
    afterDue,
    { kind: 'missing', isDue: true },
    'Quá hạn, chưa nộp',
  ],
  [
    'nothing, but in added time',
    aStanding({ ...none, extension: anExtension({ lastDay: '2025-01-22' }) }),
    afterDue,
    { kind: 'waiting', isDue: false },
    'Chưa nộp, được gia hạn đến 22/01/2025',
  ],
  [
    'nothing, and the added time is over too',
    aStanding({ ...none, extension: anExtension() }),
    afterDue,
    { kind: 'missing', isDue: true },
    'Quá hạn, chưa nộp',
  ],
  [
    'sent, not signed',
    aStanding({ submission: aSubmission([unsigned()], 'awaitingSignature') }),
    afterDue,
    { kind: 'unsigned', when: undefined },
    'Chờ thủ trưởng ký',
  ],
  [
    'sent back by the head',
    aStanding({ submission: aSubmission([sentBack], 'sentBack') }),
    afterDue,
    { kind: 'sentBack', when: undefined },
    'Thủ trưởng trả lại',
  ],
  [
    'an empty list without a word',
    aStanding({ submission: aSubmission([aVersion({ rows: 0 })]) }),
    afterDue,
    { kind: 'zero', when: undefined, rows: 0 },
    'Nộp danh sách trống',
  ],
  [
    'no case, said in time',
    aStanding({ submission: aSubmission([aVersion({ rows: 0, nil: true })]) }),
    afterDue,
    { kind: 'nil', when: 'onTime' },
    'Không có trường hợp',
  ],
  [
    'no case, said late',
    aStanding({ submission: aSubmission([aVersion({ rows: 0, nil: true, at: at('15', '00:00') })]) }),
    afterDue,
    { kind: 'nil', when: 'late', daysLate: 1 },
    'Không có trường hợp',
  ],
  [
    'the last minute',
    aStanding({ submission: aSubmission([aVersion({ at: at('14', '23:59') })]) }),
    afterDue,
    { kind: 'list', when: 'onTime', daysLate: 0 },
    'Đã nộp',
  ],
  [
    'midnight',
    aStanding({ submission: aSubmission([aVersion({ at: at('15', '00:00') })]) }),
    afterDue,
    { kind: 'list', when: 'late', daysLate: 1 },
    'Đã nộp',
  ],
  [
    'late by the plan, in added time',
    aStanding({ submission: aSubmission([aVersion({ at: at('17', '23:59') })]), extension: anExtension() }),
    afterDue,
    { kind: 'list', when: 'extended', daysLate: 0 },
    'Đã nộp',
  ],
  [
    'late even so, counted from the added day',
    aStanding({ submission: aSubmission([aVersion({ at: at('19') })]), extension: anExtension() }),
    afterDue,
    { kind: 'list', when: 'late', daysLate: 2 },
    'Đã nộp',
  ],
  [
    'in time, though added time was given as well',
    aStanding({ extension: anExtension() }),
    afterDue,
    { kind: 'list', when: 'onTime' },
    'Đã nộp',
  ],
];

test.each(cases)('%s', (_, standing, now, arrival, label) => {
  expect(arrivalOf(standing, zone, now)).toMatchObject(arrival);
  expect(standingLabel(standing, now)).toBe(label);
});

test.each(['2025-01-14', '2025-01-10'])('%s, no later than the plan’s own day, adds nothing', (lastDay) => {
  const standing = aStanding({ submission: undefined, extension: anExtension({ lastDay }) });
  expect(standing.deadline).toEqual(deadline);
});

test('time rests on the first list that the head did not send back', () => {
  const versions = [sentBack, aVersion({ at: at('16'), rows: 6 })];
  const arrival = arrivalOf(aStanding({ submission: aSubmission(versions) }), zone, afterDue);
  expect(arrival).toMatchObject({ when: 'late', daysLate: 2, version: { at: at('16') } });
});

test('a later version takes exemplars away but adds none, and does not make the first late', () => {
  const more = [aVersion({ rows: 5 }), aVersion({ at: at('18'), rows: 9 })];
  const fewer = [aVersion({ rows: 5 }), aVersion({ at: at('18'), rows: 3 })];
  const of = (versions: typeof more) =>
    arrivalOf(aStanding({ submission: aSubmission(versions) }), zone, afterDue);
  expect(of(more)).toMatchObject({ when: 'onTime', rows: 5 });
  expect(of(fewer)).toMatchObject({ when: 'onTime', rows: 3 });
});

test('"no case" said in time does not make a list that follows late be in time', () => {
  const versions = [aVersion({ rows: 0, nil: true }), aVersion({ at: at('20'), rows: 5 })];
  const arrival = arrivalOf(aStanding({ submission: aSubmission(versions) }), zone, afterDue);
  expect(arrival).toMatchObject({ kind: 'list', when: 'late', daysLate: 6 });
});

test('a signed list stands while a newer one waits for its signature', () => {
  const submission = aSubmission([aVersion(), unsigned({ at: at('18') })], 'awaitingSignature');
  expect(acceptedVersion(submission)?.at).toBe(aVersion().at);
  expect(arrivalOf(aStanding({ submission }), zone, afterDue)).toMatchObject({
    kind: 'list',
    when: 'onTime',
  });
});

const ending = (validTo: string, more: Partial<UnitStanding> = none): UnitStanding => {
  const standing = aStanding(none);
  return { ...standing, unit: { ...standing.unit, validTo }, ...more };
};

test('a unit that ends before its day owes nothing, unless it has sent before', () => {
  const ended = ending('2025-01-13');
  expect(arrivalOf(ended, zone, afterDue)).toMatchObject({ kind: 'waiting', isDue: false });
  expect(standingLabel(ended, afterDue)).toBe('Kết thúc ngày 13/01/2025, không phải nộp');
  expect(nextStep(ended, beforeDue)).toContain('đơn vị kế thừa đăng ký');
  const sent = ending('2025-01-13', { submission: aSubmission() });
  expect(standingLabel(sent, afterDue)).toBe('Đã nộp');
  expect(arrivalOf(sent, zone, afterDue)).toMatchObject({ kind: 'list', isDue: true });
});

test('a unit that ends on its day or later owes its list, also in time that it was granted', () => {
  expect(arrivalOf(ending('2025-01-14'), zone, afterDue)).toMatchObject({ kind: 'missing', isDue: true });
  const { deadline: extended } = aStanding({ ...none, extension: anExtension({ lastDay: '2025-01-30' }) });
  expect(standingLabel(ending('2025-01-18', { ...none, deadline: extended }), afterDue)).toContain(
    'được gia hạn',
  );
});

test('whoever takes over is told to register for both', () => {
  const heir = aStanding(none);
  const absorbed = [{ ...heir.unit, id: '31846', name: 'Xã Lộc Ninh' }];
  expect(nextStep({ ...heir, absorbed }, beforeDue)).toContain(
    'Đơn vị mình kế thừa Xã Lộc Ninh: đăng ký cả gương của đơn vị đó.',
  );
  expect(nextStep(heir, beforeDue)).not.toContain('kế thừa');
});
