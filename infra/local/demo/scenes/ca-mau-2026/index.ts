/** The model plan of Cà Mau in 2026, scene by scene: after a year of KH 113 in the old Bạc Liêu, without districts. */
import type { Script } from '../../script.ts';
import { registeredAgain } from './carried.ts';
import { days } from './days.ts';
import { communeLists, organisationLists } from './lists.ts';
import { past } from './past.ts';
import { publication } from './publication.ts';
import { mails, provinceReview } from './review.ts';
import { shortlistView } from './shortlist.ts';

export const caMau2026Script: Script = {
  past,
  // Heirs of the past's communes, and beside them somebody for every part: late, silent, returned, withdrawn.
  units: 15,
  scenes: [
    registeredAgain,
    communeLists,
    organisationLists,
    shortlistView,
    provinceReview,
    publication,
    days,
    mails,
  ],
  isWhole: true,
};
