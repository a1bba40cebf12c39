/** Filters, counts and paging: the numbers say what a plain loop over all rows would say, and new rows move nobody's place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { toSlug } from '../../functions/domain/public-row.ts';
import { toKey } from '../../functions/listing/address.ts';
import { facets } from '../../functions/listing/facets.ts';
import { type Filter, noFilter, parseFilter, toQuery, withValue } from '../../functions/listing/filter.ts';
import { choicesOf } from '../../functions/listing/filter-links.ts';
import { toLead } from '../../functions/listing/lead.ts';
import { dictionaryOf } from '../../functions/listing/lexicon.ts';
import { look, mended } from '../../functions/listing/look.ts';
import { compareLeads } from '../../functions/listing/roll.ts';
import { aPublicRow, shelfWith } from './rows.ts';

const someRows = fc
  .array(
    fc.record({
      kind: fc.constantFrom('individual' as const, 'collective' as const, 'model' as const),
      sector: fc.constantFrom('Kinh tế', 'Văn hóa – xã hội', ''),
      stage: fc.constantFrom('Phát hiện', 'Bồi dưỡng'),
      movement: fc.constantFrom('Dân vận khéo', 'Dân Vận Khéo', ''),
      period: fc.constantFrom('2024', '2025', '2025-03'),
      approvedOn: fc.constantFrom('2025-01-09', '2025-01-10', ''),
      name: fc.constantFrom('An', 'Bình', 'Đạt'),
    }),
    { maxLength: 60 },
  )
  .map((rows) => rows.map((row, index) => aPublicRow({ ...row, id: `2025-31813-${100 + index}` })));

const someFilter: fc.Arbitrary<Filter> = fc
  .record(
    {
      loai: fc.constantFrom('ca-nhan', 'tap-the', 'mo-hinh'),
      'linh-vuc': fc.constantFrom('kinh-te', 'khong-co'),
      khau: fc.constantFrom('phat-hien', 'boi-duong'),
      'phong-trao': fc.constant('dan-van-kheo'),
      nam: fc.constantFrom('2024', '2025'),
    },
    { requiredKeys: [] },
  )
  .map((values) => ({ ...noFilter, values: values as Record<string, string> }));

const fits = (row: PublicRow, values: Filter['values']): boolean =>
  facets.every(({ name, read }) => values[name] === undefined || toSlug(read(toLead(row))) === values[name]);

const inOrder = (rows: readonly PublicRow[]) => rows.map(toLead).sort(compareLeads);

describe('a look', () => {
  it('leaves the rows that fit, in the order of the roll, and counts them', () => {
    fc.assert(
      fc.property(someRows, someFilter, (rows, filter) => {
        const wanted = inOrder(rows.filter((row) => fits(row, filter.values)));
        const { leads, total } = look(shelfWith(rows), filter, 1000);
        expect(leads).toEqual(wanted);
        expect(total).toBe(wanted.length);
      }),
    );
  });

  it('offers every other value with just as many as choosing it would leave', () => {
    fc.assert(
      fc.property(someRows, someFilter, (rows, filter) => {
        const shelf = shelfWith(rows);
        const seen = look(shelf, filter);
        facets.forEach(({ name }, index) => {
          const offered = new Map(choicesOf(shelf, seen, index).map(({ slug, count }) => [slug, count]));
          for (const slug of dictionaryOf(shelf.lexicon, name).slugs)
            expect(offered.get(slug) ?? 0).toBe(look(shelf, withValue(filter, name, slug)).total);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('pages', () => {
  it('have every row once, forwards and back', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const shelf = shelfWith(rows);
        const seen: string[] = [];
        let page = look(shelf, noFilter, size);
        seen.push(...page.leads.map(({ key }) => key));
        for (; page.after; seen.push(...page.leads.map(({ key }) => key)))
          page = look(shelf, { ...noFilter, place: page.after }, size);
        expect(seen).toEqual(inOrder(rows).map(({ key }) => key));
        if (page.before) {
          const back = look(shelf, { ...noFilter, place: page.before }, size);
          expect(back.leads.at(-1)?.key).toBe(seen[seen.indexOf(page.leads[0]!.key) - 1]);
        }
      }),
    );
  });

  const rows = Array.from({ length: 30 }, (_, index) =>
    aPublicRow({
      id: `2025-31813-${100 + index}`,
      approvedOn: `2025-01-${String(30 - Math.floor(index / 3)).padStart(2, '0')}`,
    }),
  );
  const first = look(shelfWith(rows), noFilter, 10);
  const second = look(shelfWith(rows), { ...noFilter, place: first.after }, 10);

  it('keep their place when rows come in above', () => {
    const fresh = Array.from({ length: 7 }, (_, index) =>
      aPublicRow({ id: `2025-31816-${index}`, approvedOn: '2025-02-01' }),
    );
    const after = look(shelfWith([...fresh, ...rows]), { ...noFilter, place: first.after }, 10);
    expect(after.leads).toEqual(second.leads);
  });

  const without = (...keys: string[]) =>
    shelfWith(rows.filter(({ planId, id }) => !keys.includes(toKey(planId, id))));

  it('go on where they should when the row they hang on is taken down, on whatever day, and others with it', () => {
    const oneDay = rows.map((row, index) => ({
      ...row,
      approvedOn: '2025-02-18',
      name: `Trần Văn ${index % 7}`,
    }));
    const all = inOrder(oneDay);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 29 }),
        fc.subarray(all, { minLength: 0, maxLength: 20 }),
        (size, others) => {
          const { after } = look(shelfWith(oneDay), noFilter, size);
          const gone = new Set([...others, all[size - 1]!].map(({ key }) => key));
          const left = shelfWith(oneDay.filter(({ planId, id }) => !gone.has(toKey(planId, id))));
          const wanted = all.slice(size).filter(({ key }) => !gone.has(key));
          expect(look(left, { ...noFilter, place: after }, 100).leads).toEqual(wanted);
          const read = all.slice(0, size).filter(({ key }) => !gone.has(key));
          const back = look(left, { ...noFilter, place: { ...after!, kind: 'truoc' } }, read.length + 1);
          expect(back.leads.slice(0, read.length)).toEqual(read);
        },
      ),
    );
  });

  it('of a search go on after as many as were read', () => {
    const tom = { ...noFilter, query: 'nuoi tom' };
    const { after, leads } = look(shelfWith(rows), tom, 10);
    const seen = look(shelfWith(rows), { ...tom, place: after }, 10).leads;
    expect(look(without(leads.at(-1)!.key), { ...tom, place: after }, 10).leads).toEqual(seen);
  });

  it('hang on somebody who is there as soon as they are asked for again', () => {
    const { after, leads } = first;
    expect(mended(shelfWith(rows), { ...noFilter, place: after })).toBeUndefined();
    const left = without(after!.key);
    const mend = mended(left, { ...noFilter, place: after })!;
    expect(mend.place?.key).toBe(leads.at(-2)?.key);
    expect(look(left, mend, 10).leads).toEqual(second.leads);
    const typed = mended(shelfWith(rows), { ...noFilter, place: { ...after!, rank: 'lời của người lạ' } });
    expect(typed?.place).toEqual(after);
    const everybodyBefore = without(...leads.map(({ key }) => key));
    expect(mended(everybodyBefore, { ...noFilter, place: after })?.place).toBeNull();
  });

  it('hang on a day and key alone where an old address says no more', () => {
    const old: Filter = { ...noFilter, place: { ...first.after!, rank: '' } };
    expect(look(shelfWith(rows), old, 10).leads).toEqual(second.leads);
    expect(mended(shelfWith(rows), old)).toBeUndefined();
    // The day of whoever is gone, so that nobody is passed over.
    expect(look(without(old.place!.key), old, 10).leads[0]?.approvedOn).toBe(old.place?.day);
  });

  it('end with nobody, and the page before is the last one', () => {
    const past: Filter = {
      ...noFilter,
      place: { kind: 'sau', day: '1990-01-01', key: 'zzzzzzzzzz', rank: '' },
    };
    const { leads, before, after } = look(shelfWith(rows), past, 10);
    expect([leads, after]).toEqual([[], null]);
    expect(look(shelfWith(rows), { ...noFilter, place: before }, 10).leads).toEqual(inOrder(rows).slice(-10));
  });
});

describe('an address', () => {
  it('is read back as the filter it was made of', () => {
    const words = fc.constantFrom('', 'nuôi tôm', 'a&b=c #', '%41', 'Đặng');
    fc.assert(
      fc.property(someFilter, words, fc.constantFrom('', 'Lê Thị Ẩn.', '12', '0.'), (filter, query, rank) => {
        const whole: Filter = {
          ...filter,
          query,
          place: { kind: 'sau', day: '2025-01-09', key: 'abcdefghjk', rank },
        };
        expect(parseFilter(new URLSearchParams(toQuery(whole)))).toEqual(whole);
      }),
    );
  });

  it('keeps of the words that are asked for what can be read', () => {
    const asked = (text: string): string => parseFilter(new URLSearchParams({ q: text })).query;
    expect(asked('nuôi\u0000tôm\u001b')).toBe('nuôi tôm');
    expect(asked('nu\u200bôi \u202etôm\ud800')).toBe('nuôi tôm');
    expect(asked('nuôi tôm'.normalize('NFD'))).toBe('nuôi tôm');
  });

  it.each([
    '?q=%00',
    '?loai=%3Cscript%3E',
    '?trang=2',
    '?q=%20%20',
    '?sau=x',
    '?sau=2025-01-09.abc',
    '?don-vi=../x',
    '?fbclid=1',
  ])('loses what is not understood: %s', (text) => {
    expect(toQuery(parseFilter(new URLSearchParams(text)))).toBe('');
  });
});
