/** What is read of a desk: months of the year so far, predecessors' scores, and dossiers that went back down. */
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { boardOf } from '../../functions/domain/board.ts';
import { type Dossier, forward } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { ScoreRecord } from '../../functions/domain/scoreboard.ts';
import { summaryCells } from '../../functions/domain/summary.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import type { Workbook } from '../../functions/domain/workbook.ts';
import { paths } from '../../functions/records.ts';
import { loadDesk, toStanding } from '../../functions/workbooks/desk-state.ts';
import { aDossier, decided, later } from '../domain/people.ts';
import { smallPlan, smallUnits } from '../support/office.ts';

const bookOf = (unitId: string, period: string, ...unitIds: string[]): Workbook => ({
  spreadsheetId: `book-${unitId}`,
  planId: smallPlan.id,
  period,
  unitId,
  part: 1,
  tabs: unitIds.map((id, index) => ({ sheetId: 101 + index, title: id, kind: 'unit', unitId: id })),
});

const put = (path: string, data: object) => ({ kind: 'put', path, data }) as const;

it('adds up the months of a monthly plan, those of a predecessor included', async () => {
  const merged: Unit[] = [
    ...smallUnits.map((unit) =>
      unit.id === '31843' ? { ...unit, validTo: '2025-02-28', successor: '31846' } : unit,
    ),
  ];
  const plan: Plan = {
    ...smallPlan,
    units: merged,
    obligations: smallPlan.obligations.map((duty) => ({
      ...duty,
      deadline: { kind: 'monthly', day: 15, strict: true },
      nilReport: true,
    })),
  };
  const store = createSqliteStore(':memory:');
  const score = (unitId: string, period: string, total: number): ScoreRecord => ({
    planId: plan.id,
    unitId,
    period,
    parentId: '956',
    history: [{ at: '2025-01-20T00:00:00Z', cause: '', total, of: 100, isDue: true, marks: [] }],
  });
  const scores = [
    score('31846', '2025-01', 80),
    score('31846', '2025-02', 60),
    score('31843', '2025-02', 40),
    score('31846', '2025-04', 99),
    score('31846', '2024-12', 99),
  ];
  await store.commit(scores.map((record) => put(paths.score(plan.id, record.unitId, record.period), record)));
  const loaded = { plan, tree: toUnitTree(merged) };
  const workbook = bookOf('956', '2025-03', '31846');
  const state = await loadDesk(store, workbook, loaded);
  expect(state.scores.map(({ data }) => `${data.unitId} ${data.period}`).sort()).toEqual([
    '31843 2025-02',
    '31846 2025-01',
    '31846 2025-02',
  ]);
  const standing = toStanding(loaded.tree.get('31846') as Unit, workbook, state, loaded, 0)!;
  const now = new Date('2025-03-20T08:00:00+07:00');
  const [line] = boardOf(
    {
      ...loaded,
      period: '2025-03',
      standings: [standing],
      records: state.scores.map(({ data }) => data),
    },
    now,
  );
  const cells = summaryCells(line!, plan, now);
  expect(cells).toMatchObject({ standing: 'Quá hạn, chưa nộp', score: 0, of: 100, year: '180/400' });
  expect(cells.evidence).toContain('gồm điểm của Xã Ninh Hòa (đến 28/02/2025)');
  store.close();
});

it('counts against a district what the province sent back to it, and not what the district sent back below', async () => {
  const store = createSqliteStore(':memory:');
  const up = (dossier: Dossier): Dossier =>
    forward(
      decided(dossier, 'promote', '956'),
      { from: '956', to: '95', by: 'thutruong@vidu.vn', snapshotId: 's2' },
      later(2),
    );
  const ofPlan = (dossier: Dossier): Dossier => ({ ...dossier, planId: smallPlan.id });
  const dossiers = [
    decided(up(aDossier(1)), 'return', '95'),
    up(aDossier(2)),
    decided(up(aDossier(3)), 'approve', '95'),
    decided(aDossier(4), 'return', '956'),
  ].map(ofPlan);
  await store.commit(dossiers.map((dossier) => put(paths.dossier(smallPlan.id, dossier.id), dossier)));
  const loaded = { plan: smallPlan, tree: toUnitTree(smallUnits) };
  const board = async (unitId: string, child: string) => {
    const workbook = bookOf(unitId, '2025', child);
    const state = await loadDesk(store, workbook, loaded);
    const standing = toStanding(loaded.tree.get(child) as Unit, workbook, state, loaded, 0)!;
    const now = new Date('2025-02-20T08:00:00+07:00');
    const [line] = boardOf({ ...loaded, period: '2025', standings: [standing], records: [] }, now);
    return summaryCells(line!, smallPlan, now);
  };
  expect(await board('95', '956')).toMatchObject({ returned: 1, chosen: 1 });
  expect(await board('956', '31843')).toMatchObject({ returned: 1, chosen: 2 });
  store.close();
});
