/** The period before: a small Bạc Liêu plays KH 113 in 2025, then an administrator carries what was recognised over. */
import { toUnitTree } from '../../../../../functions/domain/unit.ts';
import { carryLines } from '../../../../cli/carry-lines.ts';
import { decideCarry, saveCarried } from '../../../../provision/carry-plan.ts';
import { provisionTrial, trialPlan, trialStart, workbooksOf } from '../../../trial.ts';
import { withPrefix } from '../../journal.ts';
import { createPeople } from '../../people.ts';
import { playScenes } from '../../play.ts';
import type { Past, Script } from '../../script.ts';
import { communeLists, districtReview } from '../kh-113-bac-lieu/districts.ts';
import { listsInTime, provinceLists, provinceReview } from '../kh-113-bac-lieu/province.ts';
import { publication } from '../kh-113-bac-lieu/publication.ts';

const earlier = { plan: 'kh-113-bac-lieu', period: '2025', units: 3 };
const scenes = [communeLists, districtReview, listsInTime, provinceLists, provinceReview, publication];

async function play({ local, options, journal, print, onBroken }: Past): Promise<void> {
  const people = createPeople(local.urls);
  const { plan } = await provisionTrial(local, earlier);
  await local.tickAndSettle();
  const workbooks = await workbooksOf(people, plan.id, earlier.period);
  print(`\nKỳ trước: ${plan.number} (${earlier.period}), ${plan.units.length} đơn vị của tỉnh Bạc Liêu cũ`);
  const shown = await playScenes(scenes, {
    local,
    journal: withPrefix(journal, 'kỳ trước'),
    plan,
    period: earlier.period,
    workbooks,
    print: () => undefined,
  });
  for (const { isKept, promise } of shown) if (!isKept) onBroken(`kỳ trước: ${promise}`);
  print(`   ${shown.length} điều đã kiểm, như khi chạy riêng kế hoạch này.`);

  const start = trialStart(options.period);
  if ((await people.now()) < start) await people.moveClock(start.toISOString());
  const next = trialPlan(options.plan, options.units);
  const order = {
    from: { plan, tree: toUnitTree(plan.units) },
    to: { plan: next, tree: toUnitTree(next.units), period: options.period },
    period: earlier.period,
    named: new Map<string, string>(),
    by: 'quantri@vidu.vn',
  };
  print(`\nMang sang: gs carry --from ${plan.id} --to ${next.id}`);
  const carries = await decideCarry(local.store, order, local.services.clock.now());
  for (const line of carryLines(carries, order.from.tree)) print(`   ${line}`);
  if (!(await saveCarried(local.store, carries))) onBroken('mang sang bị người khác chen ngang');
  const again = await decideCarry(local.store, order, local.services.clock.now());
  if (again.some(({ outcome }) => outcome === 'carried')) onBroken('mang sang lần nữa vẫn còn gương để mang');
}

export const past: NonNullable<Script['past']> = { startAt: trialStart(earlier.period), play };
