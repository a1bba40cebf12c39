/** spreadsheets.batchUpdate without HTTP: all requests on one draft, in order, or an error that names the one at fault. */
import { ApiError } from '../../api.ts';
import type { Draft } from '../draft.ts';
import { cellRequests } from './cells.ts';
import { contentRequests } from './contents.ts';
import { lineRequests } from './lines.ts';
import { objectRequests } from './objects.ts';
import type { RequestHandler } from './shared.ts';
import { sheetRequests } from './sheets.ts';

const handlers: Record<string, RequestHandler | undefined> = {
  ...sheetRequests,
  ...cellRequests,
  ...lineRequests,
  ...contentRequests,
  ...objectRequests,
};

export type BatchRequest = Record<string, unknown>;

/** Replies in Google's shape: as many as requests, empty where there is nothing to say. The draft is spoilt when this throws. */
export function applyRequests(draft: Draft, requests: readonly BatchRequest[]): Record<string, object>[] {
  if (requests.length === 0) throw new ApiError(400, 'Must specify at least one request.');
  const chosen = requests.map(choose);
  return chosen.map(([name, handler, body], index) => {
    try {
      const reply = handler(draft, body);
      return reply ? { [name]: reply } : {};
    } catch (error) {
      throw error instanceof ApiError
        ? new ApiError(error.status, `Invalid requests[${index}].${name}: ${error.message}`)
        : error;
    }
  });
}

/** Looked through before anything is applied, so that an unknown request is named whatever came before it. */
function choose(request: BatchRequest, index: number): [string, RequestHandler, unknown] {
  const names = Object.keys(request ?? {});
  const [name] = names;
  if (names.length !== 1 || name === undefined) {
    throw new ApiError(
      400,
      `Invalid requests[${index}]: ${names.length === 0 ? 'No request set.' : 'oneof field is already set.'}`,
    );
  }
  const handler = handlers[name];
  if (!handler) throw new ApiError(400, `Invalid requests[${index}]: not emulated: ${name}`);
  return [name, handler, request[name] ?? {}];
}
