/** Functions that answer with pages: which methods they take, what was asked, 304 for who has it already, a page for a failure. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listing, type ReadStore } from './handlers/listing.ts';
import { type Answer, pageAnswer, plainHeaders } from './listing/answer.ts';
import { faultAnswer } from './listing/fault-answer.ts';
import { renderBadAddress } from './listing/fault-pages.ts';
import type { Site } from './listing/site.ts';
import type { Log } from './ports.ts';
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
    const isOpen = isOpenToAll(askedIn(request).path);
    if (isOpen && request.method === 'OPTIONS') {
      response.writeHead(204, { ...plainHeaders, ...openToAll, ...preflight }).end();
      return;
    }
    if (!methods.includes(request.method ?? '')) {
      const allowed = isOpen ? [...methods, 'OPTIONS'] : methods;
      response
        .writeHead(405, { ...plainHeaders, Allow: allowed.join(', '), ...(isOpen ? openToAll : {}) })
        .end();
      return;
    }
    try {
      send(request, response, await answer(request));
    } catch (error) {
      log.error('a page could not be made', { error: error instanceof Error ? error.stack : String(error) });
      if (!response.headersSent)
        send(request, response, faultAnswer(siteOf(settings), askedIn(request).path, 'failure'));
    }
  };

/** RFC 9110, 13.1.2: "*", or a list of tags, which a proxy that repacked a page has marked as weak. */
const hasAlready = (asked: string | undefined, tag: string | undefined): boolean =>
  tag !== undefined &&
  asked !== undefined &&
  (asked.trim() === '*' || [...asked.matchAll(/"[^"]*"/g)].some(([one]) => one === tag));

export function askedIn(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const url = request.url ?? '/';
  // Whatever stands behind the first "?" is the query, others among it.
  const at = url.indexOf('?');
  return at < 0
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, at), query: new URLSearchParams(url.slice(at + 1)) };
}

/** What other sites' pages may fetch, whatever it answers: a way that leads on or a fault is data too. */
const isOpenToAll = (path: string): boolean =>
  /^\/(?:du-lieu|phat-thanh)\/|^\/nguon\.xml|\.json\/*$/.test(path);

const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link',
};

/** Asked by browsers before what is no plain request, such as one with If-None-Match. */
const preflight = {
  Allow: [...reading, 'OPTIONS'].join(', '),
  'Access-Control-Allow-Methods': reading.join(', '),
  'Access-Control-Allow-Headers': 'If-None-Match, *',
  'Access-Control-Max-Age': '86400',
};

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

const siteOf = ({ listingUrl, publisher }: PageServices['settings']): Site => ({
  url: listingUrl,
  ...(publisher ? { publisher } : {}),
});

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
): void {
  const headers = isOpenToAll(askedIn(request).path) ? { ...own, ...openToAll } : own;
  if (status === 200 && hasAlready(request.headers['if-none-match'], headers.ETag)) {
    response.writeHead(304, { ...headers }).end();
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
