/** Access tokens of the service account that a function runs as, asked of Google's metadata server: no library to load first. */
import { answerFailure, networkFailure, ServiceFailure } from './failures.ts';

export interface AccessTokens {
  /** One that lives long enough for a call. */
  token(): Promise<string>;
  /** The one at hand was refused. */
  forget(): void;
}

/** Google's server gives a new token when the old one has five minutes left. */
const spareMs = 4 * 60_000;
const timeoutMs = 5_000;

const source = { service: 'auth', method: 'token for firestore' };

interface TokenAnswer {
  access_token?: unknown;
  expires_in?: unknown;
}

export function createMetadataTokens(
  host = 'metadata.google.internal',
  now: () => number = Date.now,
): AccessTokens {
  let known = { token: '', until: 0 };
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const response = await fetch(
      `http://${host}/computeMetadata/v1/instance/service-accounts/default/token`,
      { headers: { 'Metadata-Flavor': 'Google' }, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' },
    ).catch((error: unknown) => {
      throw networkFailure(source, error, true);
    });
    const data = (await response.json().catch(() => ({}))) as TokenAnswer;
    // Nothing was asked of Firestore yet, so a server that is busy may be asked again.
    if (!response.ok)
      throw answerFailure(source, { status: response.status, headers: response.headers, data }, true);
    const { access_token: token, expires_in: seconds } = data;
    if (typeof token !== 'string' || typeof seconds !== 'number')
      throw new ServiceFailure({ ...source, fate: 'unsent', code: 'unreadable' });
    known = { token, until: now() + seconds * 1000 - spareMs };
    return token;
  }

  return {
    async token() {
      if (now() < known.until) return known.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      known = { token: '', until: 0 };
    },
  };
}
