/** The duties of each plan that ships, by the plan's id. */
import { caMau2026Duties } from './ca-mau-2026.ts';
import type { Duty } from './duty.ts';
import { kh113Duties } from './kh-113-bac-lieu.ts';

export type { Duty } from './duty.ts';

export const dutiesOf: Readonly<Record<string, readonly Duty[]>> = {
  'kh-113-bac-lieu': kh113Duties,
  'ca-mau-2026': caMau2026Duties,
};
