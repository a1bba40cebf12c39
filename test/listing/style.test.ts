/** The stylesheet and the headers: the policy allows our one style and nothing else, and the colours can be read. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noFilter } from '../../functions/listing/filter.ts';
import { renderList } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { emptyShelf } from '../../functions/listing/shelf.ts';
import { renderBrokenLink, renderSignOffPage } from '../../functions/listing/sign-off-page.ts';
import { renderStory } from '../../functions/listing/story-page.ts';
import {
  formCss,
  listCss,
  listingCss,
  listingHeaders,
  signOffHeaders,
} from '../../functions/listing/style.ts';
import { named, parseMarkup } from './markup.ts';
import { aPublicRow, shelfWith, site } from './rows.ts';
import { aSignOffPage } from './sign-off.ts';

const directives = (headers: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    (headers['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

const hashOf = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

const hashOfStyle = (html: string): string => {
  const styles = named(parseMarkup(html), 'style');
  expect(styles).toHaveLength(1);
  return hashOf(styles[0]?.text ?? '');
};

const listOf = (shelf = shelfWith([aPublicRow()])): string =>
  renderList(site, shelf, noFilter, look(shelf, noFilter));

describe('the policy', () => {
  it.each([
    ['the listing', listOf(), listingHeaders],
    ['the empty listing', listOf(emptyShelf()), listingHeaders],
    ['a story', renderStory(site, { row: aPublicRow(), planTitle: '', others: [] }), listingHeaders],
    ['the sign-off page', renderSignOffPage(aSignOffPage()), signOffHeaders],
    ['the page for a broken link', renderBrokenLink(), signOffHeaders],
  ])('of %s allows the style in it', (_, page, headers) => {
    expect(directives(headers).get('style-src')?.split(' ')).toContain(hashOfStyle(page));
  });

  it('allows no other style', () => {
    const hashesIn = (headers: Readonly<Record<string, string>>) =>
      directives(headers).get('style-src')?.split(' ');
    expect(hashesIn(listingHeaders)).toEqual([listCss, listingCss].map(hashOf));
    expect(hashesIn(signOffHeaders)).toEqual([formCss].map(hashOf));
  });

  it.each([
    ['the listing', listingHeaders, { 'img-src': "'self' data:", 'connect-src': "'self'" }],
    ['the sign-off page', signOffHeaders, { 'img-src': 'data:' }],
  ])('of %s forbids all the rest', (_, headers, allowed) => {
    const { 'style-src': style, ...rest } = Object.fromEntries(directives(headers));
    expect(style).not.toContain('unsafe');
    expect(rest).toEqual({
      'default-src': "'none'",
      ...allowed,
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY' });
  });

  it("keeps the head's page out of caches and search, and its address from other sites", () => {
    expect(signOffHeaders).toMatchObject({
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
      'Referrer-Policy': 'same-origin',
    });
  });
});

describe('the stylesheet', () => {
  it.each([
    ['public', listingCss],
    ['sign-off', formCss],
  ])('of the %s pages fetches nothing and cannot end its element', (_, css) => {
    expect(css).not.toMatch(/url\(|@import|@font-face|<|\n/);
  });

  it('prints letters in proportion: what is set in rem goes with the body', () => {
    const print = listingCss.slice(listingCss.indexOf('@media print'));
    expect(print).toMatch(/:root\{[^}]*font-size:[\d.]+pt\}/);
    expect(print).not.toMatch(/body\{[^}]*font-size/);
  });

  it('uses no variable that it does not set', () => {
    const set = new Set([...formCss.matchAll(/(--[a-z]+):/g)].map(([, name]) => name));
    const used = new Set([...formCss.matchAll(/var\((--[a-z]+)\)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !set.has(name))).toEqual([]);
  });

  const palettes = [...formCss.matchAll(/:root\{([^}]*--paper[^}]*)\}/g)].map(
    ([, body = '']) =>
      Object.fromEntries(
        [...body.matchAll(/--([a-z]+):(#[0-9a-f]+)/g)].map(([, name, hex]) => [name, hex]),
      ) as Record<string, string>,
  );

  it('has a light, a dark and a printed palette', () => {
    expect(palettes).toHaveLength(3);
  });

  it.each(palettes)('keeps text at 4.5 to 1 on %o', ({ paper = '', ink = '', soft = '', red = '' }) => {
    for (const colour of [ink, soft, red]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.1: (lighter + 0.05) / (darker + 0.05). */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it('on a narrow screen a label stands over its value, so that neither wraps word by word', () => {
  expect(formCss).toMatch(/@media\(max-width:34rem\)\{\.facts\{grid-template-columns:1fr[;}]/);
});
