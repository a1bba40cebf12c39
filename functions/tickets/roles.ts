/** Who may do what about a public page: reviewers of its unit and of those above, and administrators; asked to by a ticket, also the unit itself. */
import type { UnitTree } from '../domain/unit.ts';
import type { StaffRecord } from '../records.ts';

/** Who takes a page down without being asked to. */
export function reviewerOf(
  roles: readonly StaffRecord[],
  unitId: string,
  tree: UnitTree,
): StaffRecord | undefined {
  const above = [unitId, ...tree.ancestors(unitId).map(({ id }) => id)];
  return roles.find(
    ({ role, unitId: at }) => role === 'admin' || (role === 'reviewer' && above.includes(at)),
  );
}

/** Who answers a request and ends it: what is asked is the named person's right, so the unit need not wait for its desk. */
export const handlerOf = (
  roles: readonly StaffRecord[],
  unitId: string,
  tree: UnitTree,
): StaffRecord | undefined =>
  roles.find(({ role, unitId: at }) => at === unitId && (role === 'clerk' || role === 'head')) ??
  reviewerOf(roles, unitId, tree);
