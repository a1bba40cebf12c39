/** Who sent a request, as far as proxies we trust have seen it, and whether it was sent from a page of ours. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that the outermost trusted proxy saw. Every proxy adds at the end of X-Forwarded-For whom it was called by, so
 * the first `trustedProxies` entries from the end are theirs, and all before them is what the caller made up. A shorter list
 * came past a proxy. Fastly-Client-IP is not believed: its own documentation says that it keeps what a caller sends.
 */
export function callerNetwork(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): string {
  const seen = [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(-trustedProxies || Number.POSITIVE_INFINITY);
  return toNetwork(seen[0] ?? socket.remoteAddress ?? '');
}

/** Whoever has one address of IPv6 has the whole /64 around it. */
function toNetwork(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [left = [], right] = address
    .toLowerCase()
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const blanks = right ? Array.from({ length: 8 - left.length - right.length }, () => '0') : [];
  const groups = [...left, ...blanks, ...(right ?? [])].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

/** Whom one provider serves: many who have a /64 have the whole /48 around it. Of an address of IPv4, itself. */
export const widerNetwork = (network: string): string =>
  network.includes('.') ? network : network.split(':').slice(0, 3).join(':');

/**
 * False for a form that stands on another site. Browsers name the page's origin; “null” is one that hides it, and other
 * programs name none. Hosting may have names beside the fixed one: the one that was called is ours too, and no page of
 * another site can choose these headers.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, listingUrl: string): boolean {
  const { origin } = headers;
  if (origin === undefined || origin === 'null') return true;
  const from = URL.parse(origin)?.host;
  const own = [URL.parse(listingUrl)?.host, headers.host, [headers['x-forwarded-host']].flat()[0]];
  return from !== undefined && own.includes(from);
}
