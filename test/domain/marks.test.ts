/** Every rule of the scoreboard by table: points, of how many, and the sentence each rests on. */
import { describe, expect, test } from 'vitest';
import { type Dossier, forward } from '../../functions/domain/dossier.ts';
import { type Mark, marksOf } from '../../functions/domain/marks.ts';
import type { ScoreWeight } from '../../functions/domain/scoring.ts';
import type { UnitStanding } from '../../functions/domain/unit-standing.ts';
import { aDossier, decided, later, units } from './people.ts';
import {
  afterDue,
  anAgreed,
  anExtension,
  approved,
  aRequest,
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

const markOf = (id: string, standing: UnitStanding, now = afterDue): Mark =>
  marksOf(standing, scoring.weights, zone, now).marks.find((mark) => mark.id === id) as Mark;

const sent = (given: Parameters<typeof aVersion>[0]) =>
  aStanding({ submission: aSubmission([aVersion(given)]) });
const nil = sent({ rows: 0, nil: true });
const zero = sent({ rows: 0 });
const missing = aStanding({ submission: undefined });

describe('on time', () => {
  test.each<[string, UnitStanding, number, string]>([
    ['in time', aStanding(), 40, 'nộp 20:15 14/01/2025, mã nội dung đã ký 3f2a9c7e, hạn hết ngày 14/01/2025'],
    [
      'late',
      sent({ at: at('16', '09:00') }),
      0,
      'nộp 09:00 16/01/2025, mã nội dung đã ký 3f2a9c7e, trễ 2 ngày, hạn hết ngày 14/01/2025',
    ],
    [
      'in added time',
      aStanding({ submission: aSubmission([aVersion({ at: at('16') })]), extension: anExtension() }),
      40,
      'nộp 08:00 16/01/2025, mã nội dung đã ký 3f2a9c7e, trong thời gian gia hạn, hạn hết ngày 14/01/2025, gia hạn đến hết ngày 17/01/2025',
    ],
    ['missing', missing, 0, 'chưa nộp, hạn hết ngày 14/01/2025 đã qua'],
    [
      'no case',
      nil,
      40,
      'báo không có trường hợp, nộp 20:15 14/01/2025, mã nội dung đã ký 3f2a9c7e, hạn hết ngày 14/01/2025',
    ],
    [
      'empty',
      zero,
      0,
      'nộp 20:15 14/01/2025, mã nội dung đã ký 3f2a9c7e, danh sách trống và không báo “Không có trường hợp” nên không tính là đã nộp, hạn hết ngày 14/01/2025',
    ],
    [
      'unsigned',
      aStanding({ submission: aSubmission([unsigned()], 'awaitingSignature') }),
      0,
      'nộp 20:15 14/01/2025, mã nội dung 3f2a9c7e, thủ trưởng chưa ký nên danh sách chưa đến cấp trên, hạn hết ngày 14/01/2025',
    ],
    [
      'sent back',
      aStanding({ submission: aSubmission([unsigned({ sentBackAt: at('15', '07:30') })], 'sentBack') }),
      0,
      'nộp 20:15 14/01/2025, mã nội dung 3f2a9c7e, thủ trưởng trả lại 07:30 15/01/2025, chưa nộp lại, hạn hết ngày 14/01/2025',
    ],
  ])('%s', (_, standing, points, evidence) => {
    expect(markOf('on-time', standing)).toEqual({
      id: 'on-time',
      label: 'Nộp đúng hạn',
      points,
      of: 40,
      evidence,
    });
  });

  test('what is not yet due says no more than that', () => {
    expect(markOf('on-time', missing, beforeDue).evidence).toBe('chưa nộp, hạn hết ngày 14/01/2025');
  });
});

describe('quota', () => {
  test.each([
    [6, 30],
    [5, 30],
    [4, 24],
    [1, 6],
  ])('%i exemplars of five give %i points', (rows, points) => {
    expect(markOf('quota', sent({ rows }))).toMatchObject({
      points,
      of: 30,
      evidence: `${rows} gương, chỉ tiêu 5–6`,
    });
  });

  test.each([
    ['missing', missing, { points: 0, of: 30, evidence: 'chưa có danh sách, chỉ tiêu 5–6' }],
    ['empty', zero, { points: 0, of: 30 }],
    ['no case', nil, { points: 0, of: 0, evidence: 'không có trường hợp nên không tính tiêu chí này' }],
  ])('%s', (_, standing, mark) => {
    expect(markOf('quota', standing)).toMatchObject(mark);
  });
});

describe('chosen and published', () => {
  test('five points for each that the level above chose, up to twenty, named by their ids', () => {
    const some = aStanding({ dossiers: [promoted(2), approved(3), promoted(1)] });
    expect(markOf('chosen', some)).toMatchObject({
      points: 10,
      of: 20,
      evidence: '2 gương được cấp trên chọn: 2025-31843-001, 2025-31843-002',
    });
    expect(markOf('chosen', aStanding({ dossiers: [1, 2, 3, 4, 5].map(promoted) })).points).toBe(20);
  });

  test('a choice taken back counts no more', () => {
    const dossiers = [decided(promoted(1), 'hold', '956')];
    expect(markOf('chosen', aStanding({ dossiers }))).toMatchObject({
      points: 0,
      evidence: 'chưa có gương được cấp trên chọn',
    });
  });

  test('a choice that the next level sent back has to be made again', () => {
    const at95 = { from: '956', to: '95', by: 'thutruong@vidu.vn', snapshotId: 's2' };
    const above = forward(promoted(1), at95, later(2));
    const standing = (dossier: Dossier) => aStanding({ dossiers: [dossier] });
    expect(markOf('chosen', standing(above)).points).toBe(5);
    expect(markOf('chosen', standing(decided(above, 'return', '95'))).points).toBe(0);
  });

  test('at the top, where nothing is above, approving is choosing', () => {
    const dossiers = [{ ...decided({ ...aDossier(1), at: '95' }, 'approve', '95') }];
    const district = aStanding({ unit: units[1]!, collecting: units[0]!, dossiers });
    expect(markOf('chosen', district).points).toBe(5);
    expect(markOf('chosen', aStanding({ dossiers: [approved(1)] })).points).toBe(0);
  });

  test('two points for each on the public page, up to ten', () => {
    const dossiers = [shown(approved(1)), shown(approved(2)), approved(3)];
    expect(markOf('published', aStanding({ dossiers }))).toMatchObject({ points: 4, of: 10 });
    expect(markOf('published', nil)).toMatchObject({ points: 0, of: 0 });
    expect(markOf('published', missing)).toMatchObject({ points: 0, of: 10, evidence: 'chưa có danh sách' });
  });
});

describe('what is taken away', () => {
  test.each([
    [at('14', '23:59'), 0, 'không trễ'],
    [at('15', '00:00'), -2, 'trễ 1 ngày'],
    [at('16'), -4, 'trễ 2 ngày'],
    [at('31'), -20, 'trễ 17 ngày'],
  ])('sent %s takes %i', (moment, points, evidence) => {
    expect(markOf('late', sent({ at: moment }))).toMatchObject({ points, of: 0, evidence });
  });

  test('steps of several days count from their first day', () => {
    const weekly: ScoreWeight[] = [{ id: 'late', label: 'Trễ', rule: 'late', points: 20, each: 5, days: 7 }];
    const points = (day: string) => marksOf(sent({ at: at(day) }), weekly, zone, afterDue).marks[0]?.points;
    expect([points('15'), points('21'), points('22'), points('28'), points('29')]).toEqual([
      -5, -5, -10, -10, -15,
    ]);
  });

  test('a list that never came is not also late', () => {
    expect(markOf('late', missing)).toMatchObject({ points: 0, evidence: 'chưa có danh sách' });
  });

  test('each exemplar sent back counts once, however often; those of other desks do not', () => {
    const twice = returned(1);
    const again = { ...twice, history: [...twice.history, ...twice.history] };
    expect(markOf('returned', aStanding({ dossiers: [again, approved(2)] }))).toMatchObject({
      points: -2,
      evidence: '1 gương bị trả lại: 2025-31843-001',
    });
    const district = aStanding({ unit: units[1]!, collecting: units[0]!, dossiers: [returned(1)] });
    expect(markOf('returned', district)).toMatchObject({ points: 0, evidence: 'không gương nào bị trả lại' });
    const many = aStanding({ dossiers: [1, 2, 3, 4, 5, 6].map(returned) });
    expect(markOf('returned', many).points).toBe(-10);
  });
});

describe('objections', () => {
  const adjusted = (requests: UnitStanding['requests']) =>
    marksOf(aStanding({ requests }), scoring.weights, zone, afterDue).marks.slice(scoring.weights.length);

  test('one that was agreed to stands beside the marks, with who, when and why', () => {
    expect(adjusted([anAgreed(5)])).toEqual([
      {
        id: 'adjust-DN1-001',
        label: 'Điều chỉnh theo phản hồi',
        points: 5,
        of: 0,
        evidence: 'phản hồi DN1-001: +5, Nhật ký mạng xác nhận lỗi (thamdinh@vidu.vn, 09:30 19/01/2025)',
      },
    ]);
  });

  test('open, refused and pointless ones change nothing, nor does more time', () => {
    const refused = anAgreed(4);
    const no = { ...refused, answer: { ...refused.answer!, decision: 'disagree' as const } };
    expect(adjusted([aRequest(), no, anAgreed(0), anAgreed(3, { kind: 'extension' })])).toEqual([]);
  });
});
