/** What each plan's text obliges to, by the plan's id. */
import { ninhHaDuties } from './124-ninh-ha.ts';
import { caMau2026Duties } from './ca-mau-2026.ts';
import type { PlanDuty } from './duty.ts';
import { kh99Duties } from './kh-99-ha-noi.ts';
import { kh113Duties } from './kh-113-bac-lieu.ts';
import { kh282Duties } from './kh-282-ha-noi.ts';
import { kh661Duties } from './kh-661.ts';

export const dutiesOf: Readonly<Record<string, readonly PlanDuty[]>> = {
  'kh-113-bac-lieu': kh113Duties,
  '124-ninh-ha': ninhHaDuties,
  'kh-99-ha-noi': kh99Duties,
  'kh-282-ha-noi': kh282Duties,
  'kh-661': kh661Duties,
  'ca-mau-2026': caMau2026Duties,
};
