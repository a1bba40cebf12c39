/** Lists on which nobody decides, as demos play them: one slip is refused in words, the rest is stored under the head's name, nothing twice. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '../../../../functions/domain/plan.ts';
import type { Submission } from '../../../../functions/domain/submission.ts';
import { fileLists, isSignedByHeads, rowsOf } from '../../../../infra/local/demo/filed-lists.ts';
import { openJournal } from '../../../../infra/local/demo/journal.ts';
import { createStage, type Stage } from '../../../../infra/local/demo/stage.ts';
import { staffEmail } from '../../../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../../../support/office.ts';

const period = '2025.TC';

const plan: Plan = {
  ...smallPlan,
  obligations: [
    ...smallPlan.obligations,
    ...['agency', 'cluster'].map((unitKind) => ({
      ids: ['BL-07'],
      unitKind,
      form: 'standards',
      quota: { min: 1 },
      deadline: { kind: 'yearly', month: 1, day: 31, strict: false } as const,
      headSignOff: true,
      nilReport: false,
    })),
  ],
};

let office: Office;
let stage: Stage;
const said: string[] = [];

beforeAll(async () => {
  office = await startOffice({ plan, startAt: new Date('2025-01-20T08:00:00+07:00') });
  stage = createStage({
    local: office.local,
    journal: openJournal(undefined),
    plan,
    period: '2025',
    workbooks: office.workbooks,
    print: (line) => void said.push(line),
    onPromise: () => undefined,
  });
});
afterAll(() => office.close());

const file = (points = '100') => {
  const units = plan.units.filter(({ kind }) => kind === 'agency' || kind === 'cluster');
  return fileLists(stage, {
    period,
    units,
    slip: { points: '140' },
    linesOf: ({ id }) => [{ code: `${id}-1`, points }],
  });
};

it('says why the slip is refused, and stores what each unit typed, signed by its own head', async () => {
  const { lists, refused } = await file();
  expect(refused?.join('\n')).toContain('cột “Điểm tối đa”');
  expect(said.join('\n')).toContain('140');
  expect(rowsOf(lists).map(({ values }) => [values.code, values.points])).toEqual([
    ['CK01-1', 100],
    ['CQ01-1', 100],
  ]);
  expect(isSignedByHeads(lists)).toBe(true);
  expect(lists.map(({ signedBy }) => signedBy)).toEqual(['CK01', 'CQ01'].map((id) => staffEmail('head', id)));
});

it('does nothing a second time, and then has no refusal to tell', async () => {
  const { lists, refused } = await file('60');
  expect(refused).toBeUndefined();
  expect(rowsOf(lists).map(({ values }) => values.points)).toEqual([100, 100]);
  const sent = await office.local.store.list<Submission>('submissions', { where: { period } });
  expect(sent.map(({ data }) => data.versions.length)).toEqual([1, 1]);
});

it('takes a list for unsigned while one head has not signed, or another person has', async () => {
  const { lists } = await file();
  expect(isSignedByHeads(lists.map((list, at) => (at === 0 ? { ...list, signedBy: '' } : list)))).toBe(false);
  expect(isSignedByHeads(lists.map((list) => ({ ...list, signedBy: staffEmail('head', 'CK01') })))).toBe(
    false,
  );
  expect(isSignedByHeads([])).toBe(false);
});
