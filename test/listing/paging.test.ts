/** The links from page to page: every page within reach, every address one that the page itself understands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageNumber, renderPaging, toPageHref, toPageNumbers } from '../../functions/listing/paging.ts';
import { named, parseMarkup } from './markup.ts';

const place = fc
  .integer({ min: 1, max: 5000 })
  .chain((pages) => fc.tuple(fc.integer({ min: 1, max: pages }), fc.constant(pages)));

describe('a page number in an address', () => {
  it.each([
    [undefined, 1],
    ['', 1],
    ['1', 1],
    ['27', 27],
  ])('reads %j as %d', (value, number) => {
    expect(parsePageNumber(value)).toBe(number);
  });

  it.each(['0', '-1', '01', '1.5', '1e3', '0x10', ' 2', '2 ', 'hai', '12345678', '٣', 2, ['2'], null])(
    'takes %j for no page number',
    (value) => {
      expect(parsePageNumber(value)).toBeUndefined();
    },
  );

  it('comes back from the address of any page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (page) => {
        expect(parsePageNumber(new URLSearchParams(toPageHref(page)).get('trang'))).toBe(page);
      }),
    );
  });
});

describe('the numbers shown', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [3, 5, [1, 2, 3, 4, 5]],
    [1, 9, [1, 2, 0, 9]],
    [4, 9, [1, 2, 3, 4, 5, 0, 9]],
    [5, 9, [1, 0, 4, 5, 6, 0, 9]],
    [9, 9, [1, 0, 8, 9]],
  ])('on page %d of %d are %j', (current, pages, shown) => {
    expect(toPageNumbers(current, pages)).toEqual(shown);
  });

  it('are few, rise, hold the first, the last and this one, and no gap hides a single page', () => {
    fc.assert(
      fc.property(place, ([current, pages]) => {
        const shown = toPageNumbers(current, pages);
        const numbers = shown.filter((page) => page !== 0);
        expect(shown.length).toBeLessThanOrEqual(7);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers).toEqual(expect.arrayContaining([1, current, pages]));
        shown.forEach((page, index) => {
          const jump = (shown[index + 1] ?? 0) - (shown[index - 1] ?? 0);
          expect(page === 0 ? jump > 2 : true).toBe(true);
        });
      }),
    );
  });
});

describe('the links', () => {
  it('mark this page once, lead to others only, and step by one', () => {
    fc.assert(
      fc.property(place, ([current, pages]) => {
        const elements = parseMarkup(renderPaging(current, pages).html);
        const links = named(elements, 'a').map(({ attributes }) => ({
          page: parsePageNumber(new URLSearchParams(attributes.href).get('trang')) ?? Number.NaN,
          rel: attributes.rel,
        }));
        expect(elements.filter(({ attributes }) => attributes['aria-current'] === 'page')).toHaveLength(1);
        expect(links.every(({ page }) => page >= 1 && page <= pages && page !== current)).toBe(true);
        expect(links.find(({ rel }) => rel === 'prev')?.page).toBe(current > 1 ? current - 1 : undefined);
        expect(links.find(({ rel }) => rel === 'next')?.page).toBe(current < pages ? current + 1 : undefined);
      }),
    );
  });

  it('are called by what they show, so that a voice command finds them', () => {
    const links = named(parseMarkup(renderPaging(1500, 3000).html), 'a');
    for (const { attributes, text } of links) expect(attributes['aria-label'] ?? text).toContain(text);
    expect(links.map(({ text }) => text)).toContain('1.499');
  });

  it('stand in a named navigation that tells where one is', () => {
    const [nav] = parseMarkup(renderPaging(2, 1200).html);
    expect(nav).toMatchObject({ name: 'nav', attributes: { 'aria-label': 'Các trang' } });
    expect(nav?.text).toContain('Trang 2 trên 1.200');
  });
});
