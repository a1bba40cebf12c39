/** Who asks: what the last trusted proxy saw, whatever a caller claims; and forms of other sites. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerNetwork, isFromOwnPage, widerNetwork } from '../functions/caller.ts';

const networkOf = (forwarded: string | undefined, proxies: number, more = {}): string =>
  callerNetwork(
    {
      headers: { ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }), ...more },
      socket: { remoteAddress: '169.254.1.1' } as never,
    },
    proxies,
  );

describe('the caller', () => {
  it.each([
    ['behind Hosting and Cloud Run, the one before the edge', '203.0.113.7, 34.96.0.1', 2, '203.0.113.7'],
    ['with an address made up before it, the same', '1.1.1.1, 203.0.113.7, 34.96.0.1', 2, '203.0.113.7'],
    ['past Hosting, whoever Cloud Run saw', '203.0.113.7', 2, '203.0.113.7'],
    ['behind one proxy, the last', '1.1.1.1,203.0.113.7', 1, '203.0.113.7'],
    ['behind none, the other end of the line', '1.1.1.1', 0, '169.254.1.1'],
    ['without a header, the other end of the line', undefined, 2, '169.254.1.1'],
    ['with an empty header, the other end of the line', ' , ', 2, '169.254.1.1'],
  ])('is %s', (_, forwarded, proxies, network) => {
    expect(networkOf(forwarded, proxies)).toBe(network);
  });

  it('is never what a caller writes before the entries of the proxies', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (forged, fastly) => {
        const headers = { 'fastly-client-ip': fastly, forwarded: `for=${fastly}` };
        expect(networkOf(`${forged}, 203.0.113.7, 34.96.0.1`, 2, headers)).toBe('203.0.113.7');
      }),
    );
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ])('with the address %s is one with the whole network %s', (address, network) => {
    expect(networkOf(address, 1)).toBe(network);
  });

  it.each([
    ['2001:db8:1:2:3::1', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
  ])('with the address %s is in the wider network %s', (address, network) => {
    expect(widerNetwork(networkOf(address, 1))).toBe(network);
  });
});

describe('a form', () => {
  const site = 'https://guong-sang.vidu.vn';
  const isOwn = (origin?: string, more = {}) =>
    isFromOwnPage(
      { host: 'takedown-abc.a.run.app', ...(origin === undefined ? {} : { origin }), ...more },
      site,
    );

  it.each([undefined, 'null', site])('whose origin is %s is ours', (origin) => {
    expect(isOwn(origin)).toBe(true);
  });

  it('on another name of Hosting is ours when that name was called', () => {
    const origin = 'https://guong-sang.web.app';
    expect(isOwn(origin, { 'x-forwarded-host': 'guong-sang.web.app' })).toBe(true);
    expect(isOwn(origin)).toBe(false);
  });

  it.each(['https://evil.vn', `${site}.evil.vn`, 'https://x@evil.vn', 'guong-sang.vidu.vn', ''])(
    'whose origin is %j is of another site',
    (origin) => {
      expect(isOwn(origin)).toBe(false);
    },
  );
});
