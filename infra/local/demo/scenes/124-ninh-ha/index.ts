/** 124/UBND of phường Ninh Hà, scene by scene: January 2025, and the first half of February. */
import type { Script } from '../../script.ts';
import { gathered, looked, sentOn } from './council.ts';
import { monthlyLists } from './month.ts';
import { logged, onTheAir } from './publicity.ts';
import { mails, yearSoFar } from './year.ts';

export const ninhHaScript: Script = {
  units: 6,
  scenes: [monthlyLists, gathered, looked, onTheAir, sentOn, logged, yearSoFar, mails],
  isWhole: true,
};
