/** Invented staff for the trial: nobody here exists. */
import type { Staff, StaffRole } from '../../../functions/domain/plan.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { inventName } from './names.ts';
import { createRandom } from './random.ts';

const mailboxes: Record<StaffRole, string> = {
  clerk: 'nguoilap',
  head: 'thutruong',
  reviewer: 'thamdinh',
  admin: 'quantri',
};

/** vidu ("example"): predictable, so that a reader of the trial can guess any address. */
export const staffEmail = (role: StaffRole, unitId: string): string =>
  role === 'admin' ? 'quantri@vidu.vn' : `${mailboxes[role]}.${unitId.toLowerCase()}@vidu.vn`;

function inventStaff(role: StaffRole, unitId: string): Staff {
  const random = createRandom('staff', role, unitId);
  const name = inventName(random.pick(['female', 'male'] as const), random);
  return { email: staffEmail(role, unitId), name, unitId, role };
}

/** Everybody a unit needs; whoever has units below also reviews; the top has the administrator. */
export function sampleStaff(units: readonly Unit[]): Staff[] {
  const collecting = new Set(units.map((unit) => unit.parent));
  return units.flatMap((unit) => {
    const roles: StaffRole[] = ['clerk', 'head'];
    if (collecting.has(unit.id)) roles.push('reviewer');
    if (unit.parent === null) roles.push('admin');
    return roles.map((role) => inventStaff(role, unit.id));
  });
}
