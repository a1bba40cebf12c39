/** Takes HTTP requests apart, has them answered by Google's services or the workspace's own, and writes the answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, type ApiRequest, type ApiResponse } from './api.ts';
import {
  answerGoogle,
  cut,
  type Exchange,
  type GoogleDoor,
  isGooglePath,
  toErrorResponse,
  unauthenticated,
} from './google.ts';
import { toErrorPage } from './hub/error-page.ts';
import type { Issuer } from './identity.ts';
import { normalisePath, parseBody, parseJson, readBytes } from './incoming.ts';
import { type LocalService, refuseForeign } from './local.ts';

export interface Served extends GoogleDoor {
  issuer: Issuer;
  /** The workspace's own paths; the first that knows one answers. */
  local: readonly LocalService[];
  observe: ((exchange: Exchange) => void) | undefined;
}

export async function serve(
  parts: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(`http://workspace${request.url ?? '/'}`);
    const path = normalisePath(url.pathname);
    const raw = await readBytes(request);
    refuseForeign(request);
    if (isGooglePath(path))
      await serveGoogle(parts, { path, query: url.searchParams, raw }, request, response);
    else send(response, await answerLocal(parts, { path, query: url.searchParams, raw }, request));
  } catch (error) {
    send(response, toFailure(error));
  }
}

interface Received {
  path: string;
  query: URLSearchParams;
  raw: Uint8Array;
}

async function serveGoogle(
  parts: Served,
  { path, query, raw }: Received,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  let request: ApiRequest | undefined;
  let answer: ApiResponse | typeof cut;
  try {
    const email = await parts.issuer.emailOf(
      /^Bearer\s+(\S+)$/i.exec(incoming.headers.authorization ?? '')?.[1] ?? '',
    );
    if (email === undefined) throw unauthenticated;
    request = { method, path, query, email, ...parseBody(path, incoming.headers['content-type'] ?? '', raw) };
    answer = await answerGoogle(parts, request);
  } catch (error) {
    answer = toFailure(error);
  }
  if (answer === cut) {
    response.destroy();
    return;
  }
  const { status, body: responseBody } = answer;
  const email = request?.email ?? '';
  parts.observe?.({ method, path, query, email, requestBody: request?.body, status, responseBody });
  send(response, answer);
}

/** A browser gets a page also where there is none; a program gets what it can read. */
const answerLocal = (parts: Served, received: Received, incoming: IncomingMessage): Promise<ApiResponse> => {
  const answer = serveLocal(parts, received, incoming);
  return incoming.headers.accept?.includes('text/html') ? answer.catch(toErrorPage) : answer;
};

async function serveLocal(
  parts: Served,
  { path, query, raw }: Received,
  incoming: IncomingMessage,
): Promise<ApiResponse> {
  const contentType = incoming.headers['content-type'] ?? '';
  const body = contentType.includes('json') ? parseJson(raw) : undefined;
  const request: ApiRequest = {
    method: incoming.method ?? 'GET',
    path,
    query,
    body,
    raw,
    contentType,
    email: '',
  };
  for (const route of parts.local) {
    const response = await route(request);
    if (response) return response;
  }
  throw new ApiError(404, `Không có trang ${path.slice(0, 120)}.`);
}

function toFailure(error: unknown): ApiResponse {
  if (error instanceof ApiError) return toErrorResponse(error);
  console.error('workspace: unexpected failure', error);
  return toErrorResponse(new ApiError(500, 'Internal error encountered.'));
}

function send(
  response: ServerResponse,
  { status, body, contentType, headers = {}, stream }: ApiResponse,
): void {
  if (response.destroyed || response.headersSent) return;
  if (status >= 300 && status < 400) {
    response.writeHead(status, { location: String(body) }).end();
    return;
  }
  const isPlain = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = isPlain ? body : JSON.stringify(body ?? {});
  const type = contentType ?? (isPlain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
  const usual = { 'content-type': type, 'cache-control': 'no-store', ...protections(type) };
  response.writeHead(status, { ...usual, ...headers });
  if (stream) stream(response);
  else response.end(status === 204 ? undefined : bytes);
}

/** Pages show text that anybody typed or mailed; besides escaping, the browser is told to run nothing. */
function protections(type: string): Record<string, string> {
  if (!type.startsWith('text/html')) return { 'x-content-type-options': 'nosniff' };
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'";
  return { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' };
}
