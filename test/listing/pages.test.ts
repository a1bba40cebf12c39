/** How the roll is ordered and cut: the same rows always give the same pages, and none is lost or shown twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { compareRows, toPages } from '../../functions/listing/pages.ts';
import { aPublicRow, manyPublicRows } from './rows.ts';

const namesOf = (rows: readonly PublicRow[]): string[] => rows.map(({ name }) => name);

/** Few names and days, so that ties are common; ids are unique. */
const someRows = fc
  .array(
    fc.record({
      name: fc.constantFrom('An', 'Ẩn', 'Ân', 'ân', 'Đạt', 'Dũng', 'Bình', 'Bình'.normalize('NFD')),
      approvedOn: fc.constantFrom('2025-01-09', '2025-01-10', '2024-12-31', ''),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, index) => aPublicRow({ ...row, id: `2025-31813-${1000 + index}` })));

const shuffled = (rows: PublicRow[]) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }));

describe('order', () => {
  it('has the newest recognition first', () => {
    const days = ['2024-12-31', '2025-10-02', '2025-09-30'];
    const [page] = toPages(days.map((approvedOn) => aPublicRow({ id: approvedOn, approvedOn })));
    expect(page?.rows.map(({ approvedOn }) => approvedOn)).toEqual([
      '2025-10-02',
      '2025-09-30',
      '2024-12-31',
    ]);
  });

  it('has names of one day in the order of a Vietnamese list', () => {
    const names = ['Đạt', 'Dũng', 'Ẩn', 'An', 'Êm', 'Em', 'Ánh', 'Bình'];
    const [page] = toPages(names.map((name) => aPublicRow({ id: name, name })));
    expect(namesOf(page?.rows ?? [])).toEqual(['An', 'Ánh', 'Ẩn', 'Bình', 'Dũng', 'Đạt', 'Em', 'Êm']);
  });

  it('lets the code decide between people of one name and day', () => {
    const rows = ['2025-31813-003', '2025-31813-001'].map((id) => aPublicRow({ id }));
    expect(toPages(rows)[0]?.rows.map(({ id }) => id)).toEqual(['2025-31813-001', '2025-31813-003']);
  });

  it('lets the plan decide between rows of one code, which two plans may give', () => {
    const rows = ['282/KH-UBND', '113/KH-UBND'].map((planNumber) => aPublicRow({ planNumber }));
    expect(toPages(rows)).toEqual(toPages(rows.toReversed()));
  });

  it('never ties, and never contradicts itself', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        for (const a of rows)
          for (const b of rows) {
            expect(compareRows(a, b) === 0).toBe(a === b);
            expect(Math.sign(compareRows(a, b)) + Math.sign(compareRows(b, a))).toBe(0);
          }
      }),
      { numRuns: 20 },
    );
  });
});

describe('pages', () => {
  it('are the same, byte for byte, in whatever order the rows were read', () => {
    fc.assert(
      fc.property(someRows.chain(shuffled), fc.integer({ min: 1, max: 12 }), ([rows, other], size) => {
        expect(JSON.stringify(toPages(other, size))).toBe(JSON.stringify(toPages(rows, size)));
      }),
    );
  });

  it('have every row once, are full but for the last, and count from 1', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 12 }), (rows, size) => {
        const before = [...rows];
        const pages = toPages(rows, size);
        expect(pages.flatMap((page) => page.rows)).toEqual(rows.toSorted(compareRows));
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
        expect(pages.slice(0, -1).every((page) => page.rows.length === size)).toBe(true);
        expect(rows).toEqual(before);
      }),
    );
  });

  it.each([
    [0, [0]],
    [50, [50]],
    [51, [50, 1]],
    [100, [50, 50]],
  ])('of %d rows have %j', (count, sizes) => {
    expect(toPages(manyPublicRows(count)).map(({ rows }) => rows.length)).toEqual(sizes);
  });

  it('keep their content when only a later page changes', () => {
    const rows = manyPublicRows(120);
    const last = toPages(rows).at(-1)?.rows.at(-1);
    const fewer = toPages(rows.filter((row) => row !== last));
    expect(fewer.slice(0, 2)).toEqual(toPages(rows).slice(0, 2));
  });
});
