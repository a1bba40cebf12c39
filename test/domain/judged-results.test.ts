/** The outcome of judging: an average only when all have scored, a line for each desk, never what one scorer gave. */
import { expect, it } from 'vitest';
import { type Dossier, forward } from '../../functions/domain/dossier.ts';
import { judgedResults } from '../../functions/domain/judged-results.ts';
import type { Scorecard } from '../../functions/domain/judging.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, later, tree } from './people.ts';

const plan: Plan = {
  ...kh113BacLieu,
  judging: {
    form: 'exemplar',
    scorers: 2,
    spread: 15,
    rounds: { district: 'Sơ khảo', province: 'Chung khảo' },
    shows: ['title'],
  },
};

const card = (dossier: Dossier, scorer: string, points: number): Scorecard => ({
  planId: plan.id,
  period: dossier.period,
  dossierId: dossier.id,
  deskId: dossier.at,
  round: dossier.round,
  scorer,
  points,
  remark: '',
  history: [{ at: '2025-01-10T02:00:00Z', points, remark: '' }],
});

const results = (dossiers: readonly Dossier[], cards: readonly Scorecard[]) =>
  judgedResults({ plan, tree }, dossiers, cards).map(({ dossier, desk, ...rest }) => ({
    work: dossier.id,
    desk: desk.id,
    ...rest,
  }));

const waiting = aDossier();
const open = {
  work: waiting.id,
  desk: '956',
  round: 'Sơ khảo',
  scorers: 2,
  isWide: false,
  decision: undefined,
  remark: '',
  prize: '',
};

it('a work that waits has a line with how many have scored, and no average before all have', () => {
  expect(results([waiting], [])).toEqual([{ ...open, scored: 0 }]);
  expect(results([waiting], [card(waiting, 'a', 90)])).toEqual([{ ...open, scored: 1 }]);
});

it('with all scores there is the average and how far they are apart; from the plan’s spread on it is wide', () => {
  const given = (points: number) => [card(waiting, 'a', 90), card(waiting, 'b', points)];
  expect(results([waiting], given(75.5))).toEqual([{ ...open, scored: 2, average: 82.75, apart: 14.5 }]);
  expect(results([waiting], given(75))[0]).toMatchObject({ average: 82.5, apart: 15, isWide: true });
});

it('a work that went on has a line at each desk, with each desk’s own scores, decision and remark', () => {
  const chosen = decided(waiting, 'promote', '956');
  const sent = forward(chosen, { from: '956', to: '95', by: 'x', snapshotId: 's2' }, later(2));
  const prized = decided(sent, 'approve', '95', 'Giải Nhất');
  const cards = [card(waiting, 'a', 80), card(waiting, 'b', 84), card(sent, 'c', 91), card(sent, 'd', 92)];
  expect(results([sent], cards)[1]).toMatchObject({ desk: '95', scored: 2, decision: undefined });
  expect(results([prized], cards)).toEqual([
    { ...open, scored: 2, average: 82, apart: 4, decision: 'promote' },
    {
      ...open,
      desk: '95',
      round: 'Chung khảo',
      scored: 2,
      average: 91.5,
      apart: 1,
      decision: 'approve',
      remark: 'Giải Nhất',
    },
  ]);
});

it('scores of an earlier text count no more once the work came back', () => {
  const returned = decided(waiting, 'return', '956');
  const again: Dossier = {
    ...returned,
    at: '956',
    status: 'submitted',
    round: 2,
    history: [
      ...returned.history,
      { at: '2025-01-11T00:00:00Z', by: 'x', unitId: '31843', action: 'submit', round: 2 },
    ],
  };
  const cards = [card(waiting, 'a', 40), card(waiting, 'b', 44)];
  expect(results([returned], cards)[0]).toMatchObject({ average: 42, decision: 'return' });
  expect(results([again], cards)).toEqual([{ ...open, scored: 0 }]);
});

it('a work that the desk above gave back waits below for new scores', () => {
  const chosen = decided(waiting, 'promote', '956');
  const sent = forward(chosen, { from: '956', to: '95', by: 'x', snapshotId: 's2' }, later(2));
  const back = decided(sent, 'return', '95');
  expect([back.at, back.round]).toEqual(['956', 3]);
  const cards = [card(waiting, 'a', 80), card(waiting, 'b', 84), card(sent, 'c', 70), card(sent, 'd', 72)];
  expect(results([back], cards)).toMatchObject([
    { desk: '956', scored: 0, decision: undefined },
    { desk: '95', scored: 2, average: 71, decision: 'return' },
  ]);
});

it('a work sent straight to the top is judged there alone; a plan without judging has no results', () => {
  const own = { ...aDossier(), unitId: '956', parentId: '95', at: '95' };
  expect(results([own], []).map(({ desk, round }) => [desk, round])).toEqual([['95', 'Chung khảo']]);
  expect(judgedResults({ plan: kh113BacLieu, tree }, [waiting], [])).toEqual([]);
});

it('takes the prize from the archive of the same year, by name and authors however they are typed, once a work', () => {
  const values = { name: 'Người giữ lửa  lớp học', title: 'Phạm Thu Hằng; Đỗ Quốc Bình' };
  const row = { ...waiting.row, values };
  const chosen = { ...decided(waiting, 'promote', '956'), row };
  const sent: Dossier = forward(chosen, { from: '956', to: '95', by: 'x', snapshotId: 's2' }, later(2));
  const filed = (year: number, prize: string, more: Record<string, string> = {}) => ({
    ...row,
    values: { ...values, year, prize, ...more },
  });
  const prizes = (...archive: (typeof row)[]) =>
    judgedResults({ plan, tree }, [sent], [], archive).map(({ desk, prize }) => [desk.id, prize]);
  const typedElsewhere = { name: 'NGƯỜI GIỮ LỬA lớp học'.normalize('NFD') };
  expect(prizes(filed(2025, 'Giải Nhất', typedElsewhere), filed(2024, 'Giải Ba'))).toEqual([
    ['956', ''],
    ['95', 'Giải Nhất'],
  ]);
  expect(prizes(filed(2025, 'Giải Nhất', { title: 'Vũ Đức Long' })).map(([, prize]) => prize)).toEqual([
    '',
    '',
  ]);
  expect(prizes().map(([, prize]) => prize)).toEqual(['', '']);
});
