/** KH 282 of Hà Nội in 2024, scene by scene: exemplars, nurturing plans, the writing contest in two rounds, its ten years. */
import type { Script } from '../../script.ts';
import { archive, remindedDays, reports } from './archive.ts';
import { final, preliminary, wardWorks } from './contest.ts';
import { exemplarLists, nurturingPlans, papersOfUnits } from './lists.ts';

export const kh282Script: Script = {
  units: 3,
  scenes: [
    exemplarLists,
    nurturingPlans,
    wardWorks,
    preliminary,
    final,
    remindedDays,
    archive,
    papersOfUnits,
    reports,
  ],
  isWhole: true,
};
