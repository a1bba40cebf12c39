/** KH 99 of Hà Nội, scene by scene: 2023, the year in which plan and standards were due. */
import type { Script } from '../../script.ts';
import { chosenInTime, headsAnswer, standardsReplaced } from './chosen.ts';
import { publicityPlans, standardsSent, whoHasNot } from './papers.ts';
import { reached } from './reached.ts';

export const kh99Script: Script = {
  period: '2023',
  startOn: '2023-04-03',
  units: 3,
  scenes: [publicityPlans, standardsSent, whoHasNot, chosenInTime, headsAnswer, standardsReplaced, reached],
  isWhole: true,
};
