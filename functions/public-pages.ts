/** Functions that answer with pages: which methods they take, what was asked, 304 for who has it already, a page for a failure. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { crossOriginHeaders, preflightHeaders } from './cross-origin.ts';
import { listing, type ReadStore } from './handlers/listing.ts';
import { type Answer, pageAnswer, plainHeaders } from './listing/answer.ts';
import { faultAnswer } from './listing/fault-answer.ts';
import { renderBadAddress } from './listing/fault-pages.ts';
import type { Site } from './listing/site.ts';
import type { Log } from './ports.ts';
import { siteOf } from './publishing/public-site.ts';
import type { Settings } from './services.ts';

export const reading = ['GET', 'HEAD'] as const;

export interface PageServices {
  log: Log;
  settings: Pick<Settings, 'listingUrl' | 'publisher'>;
}

/** Only what node:http knows, so that it serves with and without the functions framework. */
export type PageFunction<Request extends IncomingMessage = IncomingMessage> = (
  request: Request,
  response: ServerResponse,
) => Promise<void>;

export const pageFunction =
  <Request extends IncomingMessage>(
    { log, settings }: PageServices,
    methods: readonly string[],
    answer: (request: Request) => Promise<Answer | Answer<Buffer>>,
  ): PageFunction<Request> =>
  async (request, response) => {
    const open = crossOriginHeaders(pathOf(request));
    if (open && request.method === 'OPTIONS') {
      response.writeHead(204, { ...plainHeaders, ...open, ...preflightHeaders(methods) }).end();
      return;
    }
    if (!methods.includes(request.method ?? '')) {
      const allowed = open ? [...methods, 'OPTIONS'] : methods;
      response.writeHead(405, { ...plainHeaders, ...open, Allow: allowed.join(', ') }).end();
      return;
    }
    try {
      send(request, response, await answer(request), open);
    } catch (error) {
      log.error('a page could not be made', { error: error instanceof Error ? error.stack : String(error) });
      if (!response.headersSent)
        send(request, response, faultAnswer(siteOf(settings), pathOf(request), 'failure'), open);
    }
  };

/** RFC 9110, 13.1.2: "*", or a list of tags, which a proxy that repacked a page has marked as weak. */
const hasAlready = (asked: string | undefined, tag: string | undefined): boolean =>
  tag !== undefined &&
  asked !== undefined &&
  (asked.trim() === '*' || [...asked.matchAll(/"[^"]*"/g)].some(([one]) => one === tag));

const pathOf = ({ url = '/' }: IncomingMessage): string => {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
};

/** Whatever stands behind the first "?" is the query, others among it. */
export function askedIn(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const path = pathOf(request);
  return { path, query: new URLSearchParams(request.url?.slice(path.length + 1)) };
}

export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The functions framework has no room for it: it answers such addresses itself, in English, before a function is asked. */
export const badAddress = (site: Site): Answer => pageAnswer(renderBadAddress(site), 400);

export interface ListingServices extends PageServices {
  store: ReadStore;
}

export const listingFunction = (services: ListingServices): PageFunction =>
  pageFunction(services, reading, (request) => {
    const { path, query } = askedIn(request);
    if (!isReadable(path)) return Promise.resolve(badAddress(siteOf(services.settings)));
    const { listingUrl, publisher } = services.settings;
    return listing(services.store, listingUrl, path, query, publisher);
  });

export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers: own, body }: Answer | Answer<Buffer>,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = { ...own, ...more };
  if (status === 200 && hasAlready(request.headers['if-none-match'], headers.ETag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
