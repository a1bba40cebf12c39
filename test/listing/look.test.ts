/** Filters, counts and paging: the numbers say what a plain loop over all rows would say, and new rows move nobody's place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { toSlug } from '../../functions/domain/public-row.ts';
import { facets } from '../../functions/listing/facets.ts';
import { type Filter, noFilter, parseFilter, toQuery, withValue } from '../../functions/listing/filter.ts';
import { choicesOf } from '../../functions/listing/filter-links.ts';
import { toLead } from '../../functions/listing/lead.ts';
import { dictionaryOf } from '../../functions/listing/lexicon.ts';
import { look } from '../../functions/listing/look.ts';
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

  it('pass nobody over when the row they hang on is taken down', () => {
    const gone = first.leads.at(-1)!;
    const left = rows.filter(({ id }) => id !== gone.id);
    const after = look(shelfWith(left), { ...noFilter, place: first.after }, 10);
    const shown = new Set(after.leads.map(({ key }) => key));
    const missed = second.leads.filter(({ key }) => !shown.has(key));
    // At most the end of the page moves to the next one: it begins with the day of whoever is gone.
    expect(missed.map(({ key }) => key)).toEqual(
      second.leads.slice(second.leads.length - missed.length).map(({ key }) => key),
    );
    expect(missed.length).toBeLessThan(3);
  });
});

describe('an address', () => {
  it('is read back as the filter it was made of', () => {
    const words = fc.constantFrom('', 'nuôi tôm', 'a&b=c #', '%41', 'Đặng');
    fc.assert(
      fc.property(someFilter, words, (filter, query) => {
        const whole: Filter = {
          ...filter,
          query,
          place: { kind: 'sau', day: '2025-01-09', key: 'abcdefghjk' },
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
