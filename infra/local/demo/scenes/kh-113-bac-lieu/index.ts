/** The trial's year of KH 113, scene by scene: what the units owe is played by people over HTTP and shown with what came of it. */
import type { Script } from '../../script.ts';
import { communeLists, districtReview } from './districts.ts';
import { firstHalf, secondHalf } from './follow-ups.ts';
import { found } from './found.ts';
import { reminders, traditionDay } from './mails.ts';
import { media } from './media.ts';
import { nurturingPlans, standards } from './nurturing.ts';
import { planEnd } from './plan-end.ts';
import { listsInTime, provinceLists, provinceReview, sheets } from './province.ts';
import { publication } from './publication.ts';
import { difficulties } from './requests.ts';
import { registeredAgain, yearBeforeIsQuiet } from './second-year.ts';

import { past } from './year-before.ts';
import { papersOfUnits, publicityLog } from './year-end.ts';

export const kh113Script: Script = {
  past,
  units: 3,
  scenes: [
    registeredAgain,
    communeLists,
    districtReview,
    standards,
    listsInTime,
    nurturingPlans,
    provinceLists,
    provinceReview,
    publication,
    found,
    media,
    difficulties,
    traditionDay,
    firstHalf,
    secondHalf,
    publicityLog,
    papersOfUnits,
    planEnd,
    reminders,
    yearBeforeIsQuiet,
    sheets,
  ],
  isWhole: true,
};
