/** HTTP functions that answer with pages: which methods they take, what was asked, and 304 for who has it already. */
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import { listing, type ReadStore } from './handlers/listing.ts';
import { guarded } from './http.ts';
import type { Answer } from './listing/answer.ts';
import type { Log } from './ports.ts';
import type { Settings } from './services.ts';

export const reading = ['GET', 'HEAD'] as const;

export function pageFunction(
  log: Log,
  methods: readonly string[],
  answer: (request: Request) => Promise<Answer | Answer<Buffer>>,
): HttpFunction {
  return (request, response) =>
    guarded(response, log, async () => {
      if (methods.includes(request.method)) send(request, response, await answer(request));
      else response.set('Allow', methods.join(', ')).status(405).end();
    });
}

export const queryOf = (request: Request): URLSearchParams =>
  new URLSearchParams(request.originalUrl.split('?')[1] ?? '');

export interface ListingServices {
  store: ReadStore;
  log: Log;
  settings: Pick<Settings, 'listingUrl'>;
}

export const listingFunction = ({ store, log, settings }: ListingServices): HttpFunction =>
  pageFunction(log, reading, (request) =>
    listing(store, settings.listingUrl, request.path, queryOf(request)),
  );

function send(
  request: Request,
  response: Response,
  { status, headers, body }: Answer | Answer<Buffer>,
): void {
  response.set({ ...headers });
  if (headers.ETag !== undefined && request.get('if-none-match') === headers.ETag) response.status(304).end();
  else response.status(status).send(body);
}
