/** The rows of a feed: those that sorting all of them would put first, and none is read to find them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastChangeOf, lastDayOf, toLeadLine } from '../../functions/listing/lead.ts';
import { newest } from '../../functions/listing/newest.ts';
import { leadOf, shelfOf } from '../../functions/listing/shelf.ts';
import { aLead, updatedAt } from './rows.ts';

const someLead = fc.record({
  approvedOn: fc.constantFrom('2025-01-09', '2025-03-05', ''),
  changedOn: fc.constantFrom(
    '2025-03-04',
    '2025-03-05',
    '2025-03-05T08:00:00+07:00',
    '2025-03-05T08:00:01+07:00',
    '2025-12-31T23:00:00+07:00',
    '',
  ),
});

it('picks those that changed last, to the second, equals in the order of the roll', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(someLead, { minLength: 1 })),
      fc.nat({ max: 9 }),
      fc.gen(),
      (parts, most, gen) => {
        const documents = parts.map((leads) =>
          leads.map((lead) => toLeadLine({ ...aLead(), ...lead })).join('\n'),
        );
        const shelf = shelfOf(documents, [], updatedAt);
        const all = Array.from({ length: shelf.total }, (_, position) => position);
        const some = all.filter(() => gen(fc.boolean));
        const timeOf = (position: number): number => Date.parse(lastChangeOf(leadOf(shelf, position))) || 0;
        const sorted = some.toSorted((a, b) => timeOf(b) - timeOf(a));
        expect(newest(shelf, Uint32Array.from(some), most)).toEqual(sorted.slice(0, most));
      },
    ),
  );
});

it.each([
  ['2025-03-05', '', '2025-03-05', '2025-03-05T00:00:00+07:00'],
  ['2025-03-05', '2025-03-04', '2025-03-05', '2025-03-05T00:00:00+07:00'],
  ['2025-03-05', '2025-03-05T08:00:00+07:00', '2025-03-05', '2025-03-05T08:00:00+07:00'],
  ['2025-03-05', '2025-03-09', '2025-03-09', '2025-03-09T00:00:00+07:00'],
  ['', '2025-03-09T08:00:00+07:00', '2025-03-09', '2025-03-09T08:00:00+07:00'],
  ['', '', '', ''],
])(
  'recognised "%s", changed "%s": the day is "%s", the instant "%s"',
  (approvedOn, changedOn, day, instant) => {
    expect([lastDayOf({ approvedOn, changedOn }), lastChangeOf({ approvedOn, changedOn })]).toEqual([
      day,
      instant,
    ]);
  },
);
