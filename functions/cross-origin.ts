/**
 * What pages of other sites may fetch: data, feeds and radio scripts, whatever their addresses answer, since a browser
 * hides a redirection or a fault that does not say so.
 */

const isData = (path: string): boolean => /^\/(?:du-lieu|phat-thanh)\/|^\/nguon\.xml|\.json\/*$/.test(path);

const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link',
};

/** Headers of every answer of a path; undefined for what only our own pages may read. */
export const crossOriginHeaders = (path: string): Readonly<Record<string, string>> | undefined =>
  isData(path) ? openToAll : undefined;

/** Asked by browsers before what is no plain request, such as one with If-None-Match. */
export const preflightHeaders = (methods: readonly string[]): Readonly<Record<string, string>> => ({
  Allow: [...methods, 'OPTIONS'].join(', '),
  'Access-Control-Allow-Methods': methods.join(', '),
  'Access-Control-Allow-Headers': 'If-None-Match, *',
  'Access-Control-Max-Age': '86400',
});
