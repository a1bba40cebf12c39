/** Between the plan as the store keeps it, with its days off and lists, and what the control sheet shows. */
import type { Plan, Staff } from '../../domain/plan.ts';
import { daysOff } from '../holidays.ts';
import { firstCatalogues } from './lists.ts';
import type { ControlState } from './tab.ts';

/** A plan that no control sheet has touched yet has the days off and lists that ship with the project. */
export const toControlState = (plan: Plan, staff: readonly Staff[]): ControlState => ({
  plan,
  staff: staff.map(({ email, name, unitId, role }) => ({ email, name, unitId, role })),
  daysOff: plan.daysOff ?? daysOff,
  catalogues: plan.catalogues ?? firstCatalogues,
});

export const toStoredPlan = ({ plan, daysOff: days, catalogues }: ControlState): Plan => ({
  ...plan,
  daysOff: days,
  catalogues,
});
