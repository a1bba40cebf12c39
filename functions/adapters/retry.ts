/** The one retry layer, behind the limiter: the libraries' own retries are off, since they burn quota unseen. */
import pRetry from 'p-retry';
import { OutcomeUnknownError, ServiceFailure, toFailure } from './failures.ts';
import type { Limiter, Priority } from './limiter.ts';

export interface Call {
  service: 'sheets' | 'drive' | 'gmail' | 'tasks' | 'firestore';
  method: string;
  kind: 'read' | 'write';
  /** repeat: doing it twice changes nothing. reread: an unknown outcome is thrown, never tried again. */
  ambiguous: 'repeat' | 'reread';
}

/** Runs one API call under quota and retry, and answers its data. */
export type Limited = <T>(call: Call, attempt: () => Promise<{ data: T }>) => Promise<T>;

export interface RetryOptions {
  /** After the first attempt. */
  retries: number;
  /** First wait; doubles up to `maxMs`. */
  baseMs: number;
  maxMs: number;
  /** A longer Retry-After is thrown to the task queue rather than waited for. */
  maxRetryAfterMs: number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
}

const defaults: RetryOptions = {
  retries: 5,
  baseMs: 1_000,
  maxMs: 32_000,
  maxRetryAfterMs: 65_000,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/** Truncated exponential back-off, between half and the whole of the step, so that callers spread out. */
export const backoffMs = (
  attempt: number,
  options: Pick<RetryOptions, 'baseMs' | 'maxMs' | 'random'>,
): number => Math.min(options.maxMs, options.baseMs * 2 ** (attempt - 1)) * (0.5 + options.random() / 2);

function canRepeat(failure: ServiceFailure, call: Call): boolean {
  if (failure.fate === 'refused') return false;
  return failure.fate !== 'unknown' || call.ambiguous === 'repeat';
}

async function attemptOnce<T>(call: Call, attempt: () => Promise<{ data: T }>): Promise<T> {
  try {
    return (await attempt()).data;
  } catch (error) {
    const failure = toFailure(error, call.service, call.method);
    if (failure instanceof ServiceFailure && failure.fate === 'unknown' && call.ambiguous === 'reread') {
      throw new OutcomeUnknownError(failure);
    }
    throw failure;
  }
}

export interface LimitedBy {
  limiter: Limiter;
  identity: string;
  priority: Priority;
  retry?: Partial<RetryOptions>;
}

export function createLimited({ limiter, identity, priority, retry }: LimitedBy): Limited {
  const options: RetryOptions = { ...defaults, ...retry };
  return (call, attempt) =>
    pRetry(() => limiter.run({ kind: call.kind, identity, priority }, () => attemptOnce(call, attempt)), {
      retries: options.retries,
      // The waiting is done in shouldRetry, where Retry-After is known.
      minTimeout: 0,
      shouldRetry: async ({ error, attemptNumber }) => {
        if (!(error instanceof ServiceFailure) || !canRepeat(error, call)) return false;
        const asked = error.retryAfterMs ?? 0;
        if (asked > options.maxRetryAfterMs) return false;
        await options.sleep(Math.max(asked, backoffMs(attemptNumber, options)));
        return true;
      },
    });
}
