/** The guide of KH 113 in 2025, and the same with other plans, for the tests. */
import type { Obligation, Plan } from '../../functions/domain/plan.ts';
import type { GuideInput } from '../../functions/guide/guide.ts';
import { type Picture, pictureWords } from '../../functions/guide/pictures.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import { smallPlan } from '../support/office.ts';

/** As if all had been taken. */
export const allPictures: Picture[] = pictureWords.map((words) => ({ ...words, width: 1400, height: 800 }));

export function aGuide(plan: Plan = smallPlan, pictures: readonly Picture[] = allPictures): GuideInput {
  const period = '2025';
  const obligations = plan.obligations.flatMap(({ unitKind }) => {
    const unit = plan.units.find(({ kind }) => kind === unitKind);
    return (unit && duty(plan, unit, period)) ?? [];
  });
  const [first, ...rest] = obligations;
  if (!first) throw new Error('a plan that asks nothing');
  return { plan, period, form: first.form, obligations: [first, ...rest], pictures };
}

/** The plan with each of its obligations otherwise. */
export const withDuties = (over: Partial<Obligation>, plan: Plan = smallPlan): Plan => ({
  ...plan,
  obligations: plan.obligations.map((obligation) => ({ ...obligation, ...over })),
});
