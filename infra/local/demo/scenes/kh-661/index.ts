/** KH 661 of an unnamed province, scene by scene: the four stages of 2023. */
import type { Script } from '../../script.ts';
import { multiplied, nurtured, publicityPlans, summedUp } from './followed.ts';
import { foundAndHonoured } from './found.ts';
import { lifeOfOne } from './life.ts';

export const kh661Script: Script = {
  startOn: '2023-04-10',
  units: 3,
  scenes: [foundAndHonoured, publicityPlans, nurtured, summedUp, multiplied, lifeOfOne],
  isWhole: true,
};
