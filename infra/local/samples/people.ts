/** Invented staff for the trial: nobody here exists. */
import type { Plan, Staff, StaffRole } from '../../../functions/domain/plan.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { inventName } from './names.ts';
import { createRandom } from './random.ts';

const mailboxes: Record<StaffRole, string> = {
  clerk: 'nguoilap',
  head: 'thutruong',
  reviewer: 'thamdinh',
  scorer: 'giamkhao',
  admin: 'quantri',
};

/** vidu ("example"): predictable, so that a reader of the trial can guess any address. */
export const staffEmail = (role: StaffRole, unitId: string): string =>
  role === 'admin' ? 'quantri@vidu.vn' : `${mailboxes[role]}.${unitId.toLowerCase()}@vidu.vn`;

/** A desk has several scorers. */
export const scorerEmail = (unitId: string, number: number): string =>
  `${mailboxes.scorer}${number}.${unitId.toLowerCase()}@vidu.vn`;

function inventStaff(role: StaffRole, unitId: string, number?: number): Staff {
  const random = createRandom('staff', role, unitId, ...(number === undefined ? [] : [String(number)]));
  const name = inventName(random.pick(['female', 'male'] as const), random);
  const email = number === undefined ? staffEmail(role, unitId) : scorerEmail(unitId, number);
  return { email, name, unitId, role };
}

/** One more than a work needs, so that not everybody scores everything. */
const extraScorers = 1;

/** Everybody a unit needs; whoever has units below also reviews, and judges where the plan says so; the top has the administrator. */
export function sampleStaff(
  units: readonly Unit[],
  { judging, unitKinds = {} }: Partial<Pick<Plan, 'judging' | 'unitKinds'>> = {},
): Staff[] {
  const collecting = new Set(units.map((unit) => unit.parent));
  return units.flatMap((unit) => {
    const roles: StaffRole[] = ['clerk', 'head'];
    if (collecting.has(unit.id)) roles.push('reviewer');
    if (unit.parent === null) roles.push('admin');
    const judges =
      collecting.has(unit.id) && judging?.rounds[unitKinds[unit.kind]?.level ?? ''] !== undefined;
    const scorers = judges ? judging.scorers + extraScorers : 0;
    return [
      ...roles.map((role) => inventStaff(role, unit.id)),
      ...Array.from({ length: scorers }, (_, index) => inventStaff('scorer', unit.id, index + 1)),
    ];
  });
}
