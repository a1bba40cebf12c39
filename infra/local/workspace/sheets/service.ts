/** Google Sheets v4 of the embedded workspace: paths to methods; the grid itself knows nothing of HTTP. */
import type { ApiRequest, ApiResponse, ApiService, WorkspaceContext } from '../api.ts';
import type { Call } from './call.ts';
import { parseMask, pick } from './fields.ts';
import {
  batchUpdate,
  copyTo,
  createMethod,
  getByDataFilter,
  getMetadata,
  getMethod,
  searchMetadata,
} from './spreadsheet-methods.ts';
import { storeOf } from './store.ts';
import {
  batchClear,
  batchClearByDataFilter,
  batchGet,
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  batchUpdateValues,
} from './values-batch-methods.ts';
import { appendValues, clearValues, getValues, updateValues } from './values-methods.ts';

export { readTabsForPeople } from './people.ts';

type Method = (call: Call) => object;

/** By verb and what follows the spreadsheet's id. */
const methods: Record<string, Method | undefined> = {
  'GET ': getMethod,
  'POST :batchUpdate': batchUpdate,
  'POST :getByDataFilter': getByDataFilter,
  'GET /values:batchGet': batchGet,
  'POST /values:batchUpdate': batchUpdateValues,
  'POST /values:batchClear': batchClear,
  'POST /values:batchGetByDataFilter': batchGetByDataFilter,
  'POST /values:batchUpdateByDataFilter': batchUpdateByDataFilter,
  'POST /values:batchClearByDataFilter': batchClearByDataFilter,
  'POST /developerMetadata:search': searchMetadata,
};

export function createSheetsService(context: WorkspaceContext): ApiService {
  const store = storeOf(context);
  return (request): ApiResponse | undefined => {
    const path = /^\/v4\/spreadsheets(?:\/([^/:]+)(.*))?$/s.exec(request.path);
    if (!path) return undefined;
    const [, id, rest = ''] = path;
    if (id === undefined) {
      return request.method === 'POST'
        ? answer(request, createMethod({ request, context, store }))
        : undefined;
    }
    const call = { request, context, store, id: decode(id) };
    const method = methods[`${request.method} ${rest}`] ?? findMethod(request.method, rest);
    return method && answer(request, method(call));
  };
}

function findMethod(verb: string, rest: string): Method | undefined {
  const values = /^\/values\/(.+)$/s.exec(rest)?.[1];
  if (values !== undefined) return valuesMethod(verb, values);
  const copied = /^\/sheets\/(\d+):copyTo$/.exec(rest)?.[1];
  if (copied && verb === 'POST') return (call) => copyTo(call, Number(copied));
  const metadata = /^\/developerMetadata\/(\d+)$/.exec(rest)?.[1];
  return metadata && verb === 'GET' ? (call) => getMetadata(call, Number(metadata)) : undefined;
}

function valuesMethod(verb: string, rest: string): Method | undefined {
  if (verb === 'GET') return (call) => getValues(call, decode(rest));
  if (verb === 'PUT') return (call) => updateValues(call, decode(rest));
  const [, range = '', action] = /^(.*):(append|clear)$/s.exec(rest) ?? [];
  if (verb !== 'POST' || action === undefined) return undefined;
  return (call) => (action === 'append' ? appendValues : clearValues)(call, decode(range));
}

/** Whether or not the server has decoded the path already. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function answer(request: ApiRequest, body: object): ApiResponse {
  const fields = request.query.get('fields');
  return { status: 200, body: fields ? pick(body, parseMask(fields)) : body };
}
