/** What came before a plan's demo: some scenes of an earlier period, then an administrator carries what was recognised over. */
import type { Plan } from '../../../functions/domain/plan.ts';
import { toUnitTree } from '../../../functions/domain/unit.ts';
import { carryLines } from '../../cli/carry-lines.ts';
import { decideCarry, saveCarried } from '../../provision/carry-plan.ts';
import { trialPlan, trialStart, workbooksOf } from '../trial.ts';
import { withPrefix } from './journal.ts';
import { createPeople } from './people.ts';
import { playScenes } from './play.ts';
import type { Scene } from './scene.ts';
import type { Past } from './script.ts';

export interface Earlier {
  period: string;
  scenes: readonly Scene[];
  /** Workbooks and people of that period. */
  setUp(past: Past): Promise<Plan>;
}

export async function playEarlier(past: Past, { period, scenes, setUp }: Earlier): Promise<void> {
  const { local, options, journal, print, onBroken } = past;
  const people = createPeople(local.urls);
  const plan = await setUp(past);
  await local.tickAndSettle();
  const workbooks = await workbooksOf(people, plan.id, period);
  print(`\nKỳ trước: ${plan.number} (${period}), ${plan.units.length} đơn vị, ${plan.issuer}`);
  const shown = await playScenes(scenes, {
    local,
    journal: withPrefix(journal, 'kỳ trước'),
    plan,
    period,
    workbooks,
    print: () => undefined,
  });
  for (const { isKept, promise } of shown) if (!isKept) onBroken(`kỳ trước: ${promise}`);
  print(`   ${shown.length} điều đã kiểm.`);

  const start = trialStart(options.period);
  if ((await people.now()) < start) await people.moveClock(start.toISOString());
  const next = trialPlan(options.plan, options.units);
  const order = {
    from: { plan, tree: toUnitTree(plan.units) },
    to: { plan: next, tree: toUnitTree(next.units), period: options.period },
    period,
    named: new Map<string, string>(),
    by: 'quantri@vidu.vn',
  };
  print(`\nMang sang: gs carry --from ${plan.id} --from-period ${period} --to ${next.id}`);
  const carries = await decideCarry(local.store, order, local.services.clock.now());
  for (const line of carryLines(carries, order.from.tree)) print(`   ${line}`);
  if (!(await saveCarried(local.store, carries))) onBroken('mang sang bị người khác chen ngang');
  const again = await decideCarry(local.store, order, local.services.clock.now());
  if (again.some(({ outcome }) => outcome === 'carried')) onBroken('mang sang lần nữa vẫn còn gương để mang');
}
