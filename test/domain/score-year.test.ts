/** Periods add up over a year, and the marks of a unit that ended stand with whoever took its work over, once. */
import { describe, expect, test } from 'vitest';
import { heirNote, yearBoard, yearScore } from '../../functions/domain/score-year.ts';
import type { ScoreRecord } from '../../functions/domain/scoreboard.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';

const old = { validTo: '2025-06-30' };
const units: Unit[] = [
  { id: '1', name: 'Tỉnh', kind: 'province', parent: null },
  { id: 'a', name: 'Xã An', kind: 'commune', parent: '1', ...old, successor: 'm' },
  { id: 'b', name: 'Xã Bình', kind: 'commune', parent: '1', ...old, successor: 'm' },
  { id: 'm', name: 'Phường Mới', kind: 'commune', parent: '1', validFrom: '2025-07-01' },
  { id: 'c', name: 'Xã Cũ', kind: 'commune', parent: '1' },
  { id: 'z', name: 'Xã Vắng', kind: 'commune', parent: '1', ...old },
];
const tree = toUnitTree(units);
const unit = (id: string): Unit => tree.get(id) as Unit;

const record = (unitId: string, period: string, total: number, isDue = true, of = 100): ScoreRecord => ({
  planId: 'p',
  unitId,
  period,
  parentId: '1',
  history: [
    { at: '', cause: '', total: 0, of: 100, isDue, marks: [] },
    { at: '', cause: '', total, of, isDue, marks: [] },
  ],
});

const records = [
  record('a', '2025-05', 80),
  record('a', '2025-06', 60),
  record('b', '2025-06', 50),
  record('m', '2025-07', 90),
  record('m', '2025-08', 10, false),
  record('c', '2025-05', 70),
  record('c', '2025-06', 30, true, 40),
  record('c', '2024-12', 99),
  record('z', '2025-05', 20),
];

const inAutumn = '2025-09-01';
const inSpring = '2025-06-15';

describe('a year', () => {
  test('adds the periods that are due, each by its last entry, and no other year’s', () => {
    expect(yearScore(unit('c'), records, tree, '2025', inAutumn)).toMatchObject({
      points: 100,
      of: 140,
      periods: 2,
      note: '',
    });
    expect(yearScore(unit('c'), records, tree, '2024', inAutumn)).toMatchObject({ points: 99, of: 100 });
  });

  test('gives the successor what its predecessors earned, and says so', () => {
    expect(yearScore(unit('m'), records, tree, '2025', inAutumn)).toMatchObject({
      points: 280,
      of: 400,
      periods: 4,
      note: 'gồm điểm của Xã An (đến 30/06/2025); gồm điểm của Xã Bình (đến 30/06/2025)',
    });
  });

  test('loses no mark and counts none twice, before the reform and after', () => {
    for (const day of [inSpring, inAutumn]) {
      const board = yearBoard(records, tree, '2025', day);
      expect(board.reduce((sum, { points }) => sum + points, 0)).toBe(400);
    }
    const names = (day: string) => yearBoard(records, tree, '2025', day).map((line) => line.unit.name);
    expect(names(inSpring)).toEqual(['Xã An', 'Xã Bình', 'Phường Mới', 'Xã Cũ', 'Xã Vắng']);
    expect(names(inAutumn)).toEqual(['Phường Mới', 'Xã Cũ', 'Xã Vắng']);
  });

  test('gives the marks of a unit that was split to its successor alone', () => {
    const split = toUnitTree([
      ...units,
      { id: 's', name: 'Xã Tách', kind: 'commune', parent: '1', validFrom: '2025-07-01', splitFrom: 'a' },
    ]);
    const board = yearBoard(records, split, '2025', inAutumn);
    expect(board.reduce((sum, { points }) => sum + points, 0)).toBe(400);
    expect(yearScore(split.get('s') as Unit, records, split, '2025', inAutumn)).toMatchObject({
      points: 0,
      note: '',
    });
  });

  test('passes marks on over several steps', () => {
    const chain = toUnitTree([
      ...units.filter(({ id }) => id !== 'm'),
      { ...unit('m'), validTo: '2025-08-31', successor: 'n' },
      { id: 'n', name: 'Phường Sau', kind: 'commune', parent: '1', validFrom: '2025-09-01' },
    ]);
    const line = yearBoard(records, chain, '2025', inAutumn).find((one) => one.unit.id === 'n');
    expect(line).toMatchObject({ points: 280, of: 400 });
    expect(line?.note).toContain('Phường Mới (đến 31/08/2025)');
    expect(line?.note).toContain('Xã An (đến 30/06/2025)');
  });
});

test('a unit that ended says where its marks go; one that stands says nothing', () => {
  expect(heirNote(unit('a'), tree, inSpring)).toBe('');
  expect(heirNote(unit('a'), tree, inAutumn)).toBe('kết thúc 30/06/2025, điểm chuyển sang Phường Mới');
  expect(heirNote(unit('z'), tree, inAutumn)).toBe('kết thúc 30/06/2025, chưa có đơn vị kế thừa');
  expect(heirNote(unit('c'), tree, inAutumn)).toBe('');
});
