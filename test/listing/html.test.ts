/** The tag that makes HTML: whatever people typed comes back as the text they typed, never as markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  formatCount,
  formatDate,
  formatInstant,
  html,
  toSafeUrl,
  trusted,
} from '../../functions/listing/html.ts';
import { hostileText } from './hostile.ts';
import { decodeEntities, parseMarkup } from './markup.ts';

describe('escaping', () => {
  it('leaves nothing that begins a tag or ends an attribute, and loses nothing', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(decodeEntities(escapeHtml(text))).toBe(text);
      }),
    );
  });

  it('keeps text apart from markup, in elements and in attributes', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [element, ...others] = parseMarkup(html`<p title="${text}">${text}</p>`.html);
        expect(others).toEqual([]);
        expect(element).toMatchObject({ attributes: { title: text }, text });
      }),
    );
  });

  it('puts markup of the same tag in as it is, one or many, and escapes only once', () => {
    const item = (text: string) => html`<li>${text}</li>`;
    expect(html`<ul>${['a', '<b>'].map(item)}${item('&')}</ul>`.html).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li><li>&amp;</li></ul>',
    );
  });

  it.each([null, false, '', []] as const)('leaves nothing for %j', (value) => {
    expect(html`a${value}b`.html).toBe('ab');
  });

  it('shows zero, and takes constants of ours on trust', () => {
    expect(html`${0}${trusted('<br>')}`.html).toBe('0<br>');
  });
});

describe('addresses', () => {
  it.each([
    ['https://anh.vidu.vn/a b', 'https://anh.vidu.vn/a%20b'],
    ['http://vidu.vn', 'http://vidu.vn/'],
    ['https://vidu.vn/"><script>', 'https://vidu.vn/%22%3E%3Cscript%3E'],
  ])('takes %s', (url, safe) => {
    expect(toSafeUrl(url)).toBe(safe);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://vidu.vn/1',
    '//xau.vn/x',
    '/anh.jpg',
    'ảnh ở thư mục chung',
    'https://drive.google.com@xau.vn/',
    'https://:x@xau.vn/',
    '',
  ])('refuses "%s"', (url) => {
    expect(toSafeUrl(url)).toBeUndefined();
  });

  it('never gives anything but a web address that needs no escaping of quotes or brackets', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          hostileText,
          hostileText.map((text) => `https://a.vn/${text}`),
        ),
        (url) => {
          const safe = toSafeUrl(url);
          if (safe !== undefined) expect(safe).toMatch(/^https?:\/\/[^"<>\s@]+/);
        },
      ),
    );
  });
});

describe('dates and numbers', () => {
  it.each([
    ['2025-01-15', '15/01/2025'],
    ['2025-01-15T08:00:00Z', '15/01/2025'],
    ['', ''],
    ['hôm qua', 'hôm qua'],
  ])('writes the date %j as %j', (iso, shown) => {
    expect(formatDate(iso)).toBe(shown);
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [1_234_567, '1.234.567'],
  ])('groups the digits of %d', (count, shown) => {
    expect(formatCount(count)).toBe(shown);
  });

  it('groups any count in threes and changes no digit', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(formatCount(count)).toMatch(/^\d{1,3}(\.\d{3})*$/);
        expect(Number(formatCount(count).replaceAll('.', ''))).toBe(count);
      }),
    );
  });

  it.each([
    ['2025-01-15T01:05:00.000Z', undefined, '08:05 ngày 15/01/2025'],
    ['2025-01-15T17:00:00.000Z', undefined, '00:00 ngày 16/01/2025'],
    ['2025-01-15T17:00:00.000Z', 'UTC', '17:00 ngày 15/01/2025'],
  ])('tells the instant %s in the zone %s', (instant, zone, shown) => {
    expect(formatInstant(instant, zone)).toBe(shown);
  });

  it('is at home what Intl says, at every minute of our time', () => {
    const zone = 'Asia/Ho_Chi_Minh';
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const [day, time] = format.format(date).split(', ');
          expect(formatInstant(date.toISOString())).toBe(`${time} ngày ${day}`);
        },
      ),
    );
  });
});
