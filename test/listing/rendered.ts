/** Pages that several tests look at. */
import { type Filter, noFilter } from '../../functions/listing/filter.ts';
import { renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import type { Shelf } from '../../functions/listing/shelf.ts';
import { renderStory } from '../../functions/listing/story-page.ts';
import { realisticPublicRows } from './realistic.ts';
import { aLead, aPublicRow, shelfWith, site } from './rows.ts';

export const shelf = shelfWith(realisticPublicRows());

export const listOf = (of: Shelf, filter: Filter = noFilter): string =>
  renderList(site, of, filter, look(of, filter));

export const storyOf = (fields = {}): string =>
  renderStory(site, {
    row: aPublicRow(fields),
    planTitle: 'Kế hoạch',
    others: [aLead({ id: '2025-31813-004' })],
  });

export const aPhoto = { id: 'ab12'.repeat(5), width: 960, height: 720, alt: 'Bà Hoa bên vuông tôm' };
