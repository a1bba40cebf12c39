/** The ready-made first page is the first page of the whole list, word for word. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { lookAtFront, toFront } from '../../functions/listing/front.ts';
import { toLead } from '../../functions/listing/lead.ts';
import { createLexicon } from '../../functions/listing/lexicon.ts';
import { renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { compareLeads } from '../../functions/listing/roll.ts';
import { toShelf } from '../../functions/listing/shelf.ts';
import { count, daysOf, parseTally, type Tally, toTallyLines } from '../../functions/listing/tally.ts';
import { aLead, aPublicRow, manyPublicRows, shelfWith, site } from './rows.ts';

function frontPage(rows: readonly PublicRow[]): string {
  const whole = shelfWith(rows);
  const leads = rows.map(toLead).sort(compareLeads);
  const tally: Tally = new Map();
  for (const lead of leads) count(tally, lead, 1);
  const front = JSON.parse(JSON.stringify(toFront(leads.length, leads, tally)));
  const lexicon = createLexicon();
  const shelf = toShelf({
    ...whole,
    lexicon,
    segments: [],
    plans: [...whole.plans.values()],
    total: front.total,
  });
  return renderList(site, shelf, noFilter, lookAtFront(front, lexicon));
}

const wholePage = (rows: readonly PublicRow[]): string => {
  const shelf = shelfWith(rows);
  return renderList(site, shelf, noFilter, look(shelf, noFilter));
};

it.each([0, 1, 49, 50, 51, 400])('with %i rows', (total) => {
  const rows = manyPublicRows(total).map((row, index) => ({
    ...row,
    id: `${row.id}${index}`,
    unitId: index % 3 === 0 ? '31813' : '31816',
    unit: index % 3 === 0 ? 'Phường 2' : 'Phường 3',
  }));
  expect(frontPage(rows)).toBe(wholePage(rows));
});

it('with values that are written in two ways, or leave nothing in an address', () => {
  const rows = ['Kinh tế', 'kinh tế', 'KINH TẾ', '★', ''].map((sector, index) =>
    aPublicRow({ id: `2025-31813-00${index}`, sector, movement: index % 2 === 0 ? '' : 'Một phong trào' }),
  );
  expect(frontPage(rows)).toBe(wholePage(rows));
});

it('counts back to nothing, in whatever order leads come and go', () => {
  const leads = manyPublicRows(30).map(toLead);
  fc.assert(
    fc.property(fc.shuffledSubarray(leads), fc.shuffledSubarray(leads), (some, order) => {
      const tally: Tally = new Map();
      for (const lead of some) count(tally, lead, 1);
      const read = parseTally(toTallyLines(tally));
      expect(read).toEqual(new Map([...tally].sort(([a], [b]) => (a < b ? -1 : 1))));
      for (const lead of order) count(read, lead, 1);
      for (const lead of [...some, ...order]) count(read, lead, -1);
      expect(read).toEqual(new Map());
    }),
  );
});

it('counts days of a plan’s leads, and no longer those of a lead that went', () => {
  const tally: Tally = new Map();
  const lead = aLead();
  const other = aLead({ planId: 'kh-282', id: '2025-31813-009' });
  for (const one of [lead, lead, other]) count(tally, one, 1);
  expect(daysOf(tally, lead.planId)).toEqual(new Map([[26, 2]]));
  count(tally, lead, -1);
  expect(daysOf(parseTally(toTallyLines(tally)), lead.planId)).toEqual(new Map([[26, 1]]));
  count(tally, lead, -1);
  expect(daysOf(tally, lead.planId).size).toBe(0);
  expect(daysOf(tally, 'kh-282')).toEqual(new Map([[26, 1]]));
});
