/** Fails closed: an address that test settings may name must be this very machine. */

export const isLoopbackHost = (host: string): boolean =>
  /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[?::1\]?)$/.test(host);

export function requireLoopback(address: string, setting: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Error(`${setting} is not an address`);
  }
  if (!isLoopbackHost(url.hostname) || !/^https?:$/.test(url.protocol))
    throw new Error(`${setting} must be a loopback address`);
  return url;
}
