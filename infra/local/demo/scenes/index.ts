/** The trial's year of KH 113, scene by scene: every obligation is played by people over HTTP and shown with what came of it. */
import { communeLists, districtReview } from './districts.ts';
import { reminders, traditionDay } from './mails.ts';
import { provinceLists, provinceReview, sheets } from './province.ts';
import { publication } from './publication.ts';
import type { Scene } from './scene.ts';

export const kh113Scenes: readonly Scene[] = [
  communeLists,
  districtReview,
  provinceLists,
  provinceReview,
  publication,
  traditionDay,
  reminders,
  sheets,
];
