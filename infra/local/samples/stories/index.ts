/** All story templates, and which of them can be told of a unit. */
import type { ExemplarKind } from '../../../../functions/domain/form.ts';
import type { Field, Setting, Story } from '../story.ts';
import { localCollectives } from './collectives.ts';
import { firmStories } from './firm.ts';
import { localModels } from './models.ts';
import { officeStories } from './office.ts';
import { officeModels } from './office-models.ts';
import { economyPeople } from './people-economy.ts';
import { publicPeople } from './people-public.ts';
import { societyPeople } from './people-society.ts';

export const allStories: readonly Story[] = [
  ...economyPeople,
  ...societyPeople,
  ...publicPeople,
  ...localCollectives,
  ...localModels,
  ...officeStories,
  ...officeModels,
  ...firmStories,
];

export interface StoryWish {
  kind: ExemplarKind;
  settings: readonly Setting[];
  /** Absent: any field. */
  fields?: readonly Field[];
  coast: boolean;
  /** A town ward: no rice fields. */
  ward: boolean;
}

export const storiesFor = (wish: StoryWish): Story[] =>
  allStories.filter(
    (story) =>
      story.kind === wish.kind &&
      wish.settings.includes(story.setting) &&
      (wish.fields === undefined || wish.fields.includes(story.field)) &&
      (story.where !== 'coast' || wish.coast) &&
      !(wish.ward && story.field === 'farm'),
  );
