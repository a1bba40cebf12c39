/** The part of a mail that names the other public pages of an exemplar; nothing when there is none. */
import { type Block, bullets, item, linkTo, paragraph } from './blocks.ts';
import type { OtherPageLine } from './data.ts';
import { planName, say } from './wording.ts';

export const otherPages = (pages: readonly OtherPageLine[], opening: string): Block[] =>
  pages.length === 0
    ? []
    : [
        paragraph(opening),
        bullets(
          pages.map(({ name, period, unitName, plan, url }) =>
            item(say`${name}, ${period} (${unitName} – ${planName(plan)})`, [], linkTo(url, 'Xem trang')),
          ),
        ),
      ];
