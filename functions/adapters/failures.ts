/** What went wrong at an outside service, in words that are safe to log: no token, no payload, no library error object. */

/** refused: a clear no. throttled: not done, try later. unsent: never reached the service. unknown: perhaps done. */
export type Fate = 'refused' | 'throttled' | 'unsent' | 'unknown';

interface FailureParts {
  service: string;
  method: string;
  fate: Fate;
  status?: number | undefined;
  /** The service's own sentence, tokens blanked; for deciding and for the cause, never for the message. */
  reason?: string | undefined;
  /** Google's own words for it: "exportSizeLimitExceeded". */
  words?: readonly string[];
  code?: string | undefined;
  retryAfterMs?: number | undefined;
}

/** A service did not do what was asked. Caught at the entry point only. */
export class ServiceFailure extends Error {
  readonly service: string;
  readonly method: string;
  readonly fate: Fate;
  readonly status: number | undefined;
  readonly reason: string;
  readonly words: readonly string[];
  readonly retryAfterMs: number | undefined;
  constructor(parts: FailureParts) {
    const what = parts.status ?? `no answer (${parts.code ?? 'unknown error'})`;
    const cause = parts.reason ? { cause: new Error(parts.reason) } : {};
    super(`${parts.service} ${parts.method} failed: ${what}`, cause);
    this.name = 'ServiceFailure';
    this.service = parts.service;
    this.method = parts.method;
    this.fate = parts.fate;
    this.status = parts.status;
    this.reason = parts.reason ?? '';
    this.words = parts.words ?? [];
    this.retryAfterMs = parts.retryAfterMs;
  }
}

/** The write may or may not have happened: read again, then decide. Handlers know it by `name`. */
export class OutcomeUnknownError extends ServiceFailure {
  constructor(failure: ServiceFailure) {
    const { service, method, status, reason } = failure;
    super({ service, method, fate: 'unknown', status, reason, code: 'outcome unknown' });
    this.name = 'OutcomeUnknownError';
  }
}

interface HttpAnswer {
  status: number;
  headers?: { get?(name: string): string | null };
  data?: unknown;
}

/** The parts of gaxios' error that are read here; its type is private to several copies of the library. */
interface HttpError extends Error {
  config?: { url?: unknown };
  response?: HttpAnswer;
  code?: unknown;
}

const isHttpError = (error: unknown): error is HttpError => error instanceof Error && 'config' in error;

/** The connection was never made, so the service has seen nothing. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Drive and Gmail word their per-minute limits as 403; daily limits must not be retried and are not here. */
const throttleReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);

/** Where credentials come from: an error there says nothing about the call itself. */
const credentialUrl = /oauth2\.googleapis\.com|\/computeMetadata\/|iamcredentials|\/\/sts\./;

const maxReason = 300;

/** Anything that looks like an access token or a signed token is blanked. */
const blankTokens = (text: string): string =>
  text.replace(/ya29\.[\w.-]+|eyJ[\w.-]+|Bearer\s+\S+/gi, '[token]').slice(0, maxReason);

interface GoogleError {
  error?: { message?: unknown; errors?: { reason?: unknown }[] } | string;
}

/** Whoever asks for text gets the error as text too. */
function parseBody(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

function readReason(data: unknown): { reason: string; words: string[] } {
  const error = typeof data === 'object' && data !== null ? (data as GoogleError).error : undefined;
  if (typeof error === 'string') return { reason: blankTokens(error), words: [] };
  const reason = typeof error?.message === 'string' ? blankTokens(error.message) : '';
  const words = Array.isArray(error?.errors) ? error.errors.map((one) => String(one.reason)) : [];
  return { reason, words };
}

/** Retry-After is seconds or an HTTP date. */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

const isThrottle = (status: number, words: readonly string[]): boolean =>
  status === 429 || (status === 403 && words.some((word) => throttleReasons.has(word)));

function fateOf(status: number, atCredentials: boolean): Fate {
  if (status < 500 && status !== 408) return 'refused';
  return atCredentials ? 'unsent' : 'unknown';
}

/** A library error → our failure; anything that is no answer of the network is a bug and comes back as it is. */
export function toFailure(error: unknown, service: string, method: string): unknown {
  if (error instanceof ServiceFailure || !isHttpError(error)) return error;
  const atCredentials = credentialUrl.test(String(error.config?.url ?? ''));
  const source = atCredentials ? { service: 'auth', method: `token for ${service}` } : { service, method };
  const { response } = error;
  if (response) return answerFailure(source, response, atCredentials);
  return networkFailure(source, error, atCredentials);
}

/** No answer came. */
export function networkFailure(
  source: { service: string; method: string },
  error: unknown,
  atCredentials = false,
): ServiceFailure {
  const { code: own, name = 'unknown error' } = (error ?? {}) as Error & { code?: unknown };
  const code = typeof own === 'string' ? own : name;
  const unsent = atCredentials || unsentCodes.has(code);
  return new ServiceFailure({ ...source, fate: unsent ? 'unsent' : 'unknown', code });
}

/** What an answer that is no success means; `atCredentials` when the call itself was not heard. */
export function answerFailure(
  source: { service: string; method: string },
  { status, headers, data }: HttpAnswer,
  atCredentials = false,
): ServiceFailure {
  const { reason, words } = readReason(parseBody(data));
  const throttled = isThrottle(status, words);
  return new ServiceFailure({
    ...source,
    reason,
    words,
    fate: throttled ? 'throttled' : fateOf(status, atCredentials),
    status: throttled ? 429 : status,
    retryAfterMs: parseRetryAfter(headers?.get?.('retry-after'), Date.now()),
  });
}
