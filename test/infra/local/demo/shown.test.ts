/** The demo's table of duties: what is proof, what is not, and when a duty without a scene fails. */
import { expect, it } from 'vitest';
import type { PlanDuty } from '../../../../functions/plans/duties/duty.ts';
import { dutiesOf } from '../../../../functions/plans/duties/index.ts';
import { presets } from '../../../../functions/plans/index.ts';
import { scripts } from '../../../../infra/local/demo/scenes/index.ts';
import { dutyLines, type Shown } from '../../../../infra/local/demo/shown.ts';

const duty = (id: string, carriedBy: PlanDuty['carriedBy'] = 'software'): PlanDuty => ({
  id,
  title: `Việc ${id}`,
  carriedBy,
  how: 'Ai đó làm.',
});
const shown = (ids: string[], promise: string, isKept = true): Shown => ({ ids, promise, isKept });
const scenes = [{ ids: ['A', 'B'] }];

it('tells the promise that speaks of the fewest duties', () => {
  const promises = [shown(['A', 'B'], 'cả hai'), shown(['A'], 'riêng A'), shown(['A', 'B'], 'cả hai nữa')];
  const lines = dutyLines([duty('A'), duty('B')], scenes, promises, true);
  expect(lines).toEqual([
    { text: 'A ✓ Việc A: riêng A (và 2 điều nữa)' },
    { text: 'B ✓ Việc B: cả hai nữa (và 1 điều nữa)' },
  ]);
});

it('fails for one broken promise among kept ones', () => {
  const promises = [shown(['A'], 'được'), shown(['A'], 'không được', false), shown(['B'], 'được')];
  expect(dutyLines([duty('A'), duty('B')], scenes, promises, false)).toEqual([
    { text: 'A ✗ Việc A: không được', fault: 'A: không được' },
    { text: 'B ✓ Việc B: được' },
  ]);
});

it('fails for a scene that shows nothing of a duty it claims', () => {
  const [, line] = dutyLines([duty('A'), duty('B')], scenes, [shown(['A'], 'được')], false);
  expect(line?.fault).toBe('B: cảnh không cho thấy gì');
});

it('fails for a duty of the software without a scene only where the script is whole', () => {
  const open = [duty('C'), duty('D', 'people')];
  expect(dutyLines(open, scenes, [], false).map(({ fault }) => fault)).toEqual([undefined, undefined]);
  expect(dutyLines(open, scenes, [], true).map(({ fault }) => fault)).toEqual([
    'C: chưa trình diễn',
    undefined,
  ]);
});

it.each(Object.entries(scripts))('the scenes of %s claim only duties of the plan', (planId, script) => {
  const known = new Set(dutiesOf[planId]?.map(({ id }) => id));
  expect(known.size).toBeGreaterThan(0);
  expect(script.scenes.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
});

it.each(Object.entries(dutiesOf))(
  'the duties of %s are numbered once, and its rules name only them',
  (planId, duties) => {
    const ids = duties.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const plan = presets[planId]!;
    const named = [...plan.obligations.flatMap((owed) => owed.ids), ...plan.events.map(({ id }) => id)];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  },
);
