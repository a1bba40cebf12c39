/** The trial's year of KH 113, scene by scene: what the units owe is played by people over HTTP and shown with what came of it. */
import type { Script } from '../../script.ts';
import { communeLists, districtReview } from './districts.ts';
import { reminders, traditionDay } from './mails.ts';
import { provinceLists, provinceReview, sheets } from './province.ts';
import { publication } from './publication.ts';

export const kh113Script: Script = {
  scenes: [
    communeLists,
    districtReview,
    provinceLists,
    provinceReview,
    publication,
    traditionDay,
    reminders,
    sheets,
  ],
  isWhole: false,
};
