/** What a reader gets: status, headers, body; the same content gives the same ETag. */
import { hash } from 'node:crypto';
import { listingHeaders } from './style.ts';

export interface Answer<Body extends string | Buffer = string> {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Body;
}

/** How long a public answer may live in the CDN: the longest a withdrawn row can still be seen. */
const publicCache = 'public, max-age=60, s-maxage=300';

/** Of whatever is no page. */
export const plainHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'",
};

const etagOf = (body: string): string => `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;

/** 200 and 410 may be kept; a fault may not, since it may be over in a minute. */
export const pageAnswer = (
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = listingHeaders,
): Answer => ({
  status,
  headers: {
    ...headers,
    'Cache-Control': status === 200 || status === 410 ? publicCache : 'no-store',
    ETag: etagOf(body),
  },
  body,
});

/**
 * A photo's address never shows another picture, so a reader's browser need not ask again; the CDN keeps it no longer than
 * the story, which may be withdrawn.
 */
const photoCache = 'public, max-age=2592000, s-maxage=300, immutable';

export const photoAnswer = (id: string, jpeg: Buffer): Answer<Buffer> => ({
  status: 200,
  headers: {
    ...plainHeaders,
    'Content-Type': 'image/jpeg',
    'Cache-Control': photoCache,
    ETag: `"${id}"`,
  },
  body: jpeg,
});

/** Whoever answers a form is told something of his own. */
export const privateAnswer = (body: string, status = 200): Answer => ({
  status,
  headers: { ...listingHeaders, 'Cache-Control': 'no-store' },
  body,
});

export const fileAnswer = (type: string, body: string, more: Record<string, string> = {}): Answer => ({
  status: 200,
  headers: {
    ...plainHeaders,
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': publicCache,
    ETag: etagOf(body),
    ...more,
  },
  body,
});

/** What is no page is told in its own kind: "Không có đơn vị…" as text, for programs and for whoever opens a file. */
export const textFault = (sentence: string, status = 404): Answer =>
  pageAnswer(`${sentence}\n`, status, { ...plainHeaders, 'Content-Type': 'text/plain; charset=utf-8' });

export interface FaultProblem {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
}

/** As RFC 9457 has it. */
export const problemFault = (problem: FaultProblem): Answer =>
  pageAnswer(`${JSON.stringify(problem)}\n`, problem.status, {
    ...plainHeaders,
    'Content-Type': 'application/problem+json; charset=utf-8',
  });

/** Short-lived: a name may be mended twice in a day. */
export const redirect = (location: string): Answer => ({
  status: 301,
  headers: { ...plainHeaders, Location: location, 'Cache-Control': 'public, max-age=60, s-maxage=300' },
  body: '',
});

/** Nothing was asked that could be kept. */
export const seeOther = (location: string): Answer => ({
  status: 303,
  headers: { ...plainHeaders, Location: location, 'Cache-Control': 'no-store' },
  body: '',
});
