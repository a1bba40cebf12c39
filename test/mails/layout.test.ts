/** Every mail on a phone, in the dark, for a screen reader: what the one layout promises for all of them. */
import { describe, expect, it } from 'vitest';
import { type MailData, type MailKind, renderMail } from '../../functions/mails/index.ts';
import {
  aDigest,
  aDuty,
  aNews,
  aReceipt,
  aRequestAnswer,
  aSentBack,
  aSignedReceipt,
  aSignOffRequest,
  aTakedown,
  aTrouble,
  aWithdrawal,
  key,
  noTroubles,
} from './cast.ts';

const mails: { [K in MailKind]: MailData[K] } = {
  receipt: aReceipt(),
  signOffRequest: aSignOffRequest(),
  sentBack: aSentBack(),
  signedReceipt: aSignedReceipt(),
  withdrawalNotice: aWithdrawal(),
  takedownRequest: aTakedown(),
  requestAnswer: aRequestAnswer(),
  news: aNews(),
  dailyDigest: aDigest({ coming: [aDuty()], mailTroubles: { ...noTroubles, failed: [aTrouble()] } }),
};

const px = (html: string, name: string): number[] =>
  [...html.matchAll(new RegExp(`${name}:(\\d+)px`, 'g'))].map(([, number]) => Number(number));

describe.each(Object.keys(mails) as MailKind[])('mail %s', (kind) => {
  const { html, text } = renderMail(kind, mails[kind] as never, key);

  it('is one column that shrinks to a phone, in letters of 16 px and more', () => {
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('width=device-width');
    const [column = ''] = html.match(/<div style="max-width:600px[^"]*"/) ?? [];
    expect(px(column, 'font-size')[0]).toBeGreaterThanOrEqual(16);
    // Nothing has a width of its own that a small screen could not hold.
    expect([...html.matchAll(/(?<!max-|-)width:(\d+)px/g)].map(([, width]) => width)).toEqual([]);
    expect([...html.matchAll(/ width="([^"]+)"/g)].map(([, width]) => width)).toEqual(['100%']);
    expect(html.match(/<table role="presentation"/g)).toHaveLength(1);
  });

  it('has buttons that a thumb hits', () => {
    for (const [button] of html.matchAll(/<a [^>]*display:inline-block[^>]*>/g)) {
      const [padding = 0] = px(button, 'padding');
      expect(2 * padding + 16 * 1.5).toBeGreaterThanOrEqual(44);
    }
  });

  it('says that it can be dark, and has dark colours', () => {
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toMatch(/prefers-color-scheme:dark\)\{\.page\{background:#191714!important/);
  });

  it('has the same links in text and in HTML', () => {
    const inText = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);
    const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
    expect(inHtml).toEqual(inText);
  });
});

it.each([
  ['receipt', aReceipt().link],
  ['sentBack', aSentBack().link],
  ['signedReceipt', aSignedReceipt().link],
  ['signOffRequest', aSignOffRequest().link],
] as const)('the one button of %s leads straight to where the work is', (kind, link) => {
  const { html } = renderMail(kind, mails[kind] as never, key);
  const [button = ''] = html.match(/<a [^>]*display:inline-block[^>]*>/) ?? [];
  expect(button.replaceAll('&amp;', '&')).toContain(`href="${link}"`);
});
