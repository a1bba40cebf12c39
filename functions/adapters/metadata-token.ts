/** Access tokens of the service account that a function runs as, asked of Google's metadata server: no library to load first. */
import { answerFailure, networkFailure, ServiceFailure } from './failures.ts';
import { type PlainAnswer, send } from './plain-http.ts';

export interface AccessTokens {
  /** One that lives long enough for a call. */
  token(): Promise<string>;
  /** The one at hand was refused. */
  forget(): void;
}

/** Google's server gives a new token when the old one has five minutes left. */
const spareMs = 4 * 60_000;
const timeoutMs = 5_000;
const path = '/computeMetadata/v1/instance/service-accounts/default/token';

const source = { service: 'auth', method: 'token for firestore' };

function parseAnswer(text: string): { token: string; seconds: number } {
  try {
    const { access_token: token, expires_in: seconds } = JSON.parse(text);
    if (typeof token === 'string' && typeof seconds === 'number') return { token, seconds };
  } catch {
    // Told below, without what was in it.
  }
  throw new ServiceFailure({ ...source, fate: 'unsent', code: 'unreadable' });
}

export function createMetadataTokens(
  host = 'metadata.google.internal',
  now: () => number = Date.now,
): AccessTokens {
  let known = { token: '', until: 0 };
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { status, headers, text } = await send(`http://${host}${path}`, {
      headers: { 'Metadata-Flavor': 'Google' },
      timeoutMs,
    }).catch((error: unknown): PlainAnswer => {
      throw networkFailure(source, error, true);
    });
    // Nothing was asked of Firestore yet, so a server that is busy may be asked again.
    if (status !== 200) throw answerFailure(source, { status, headers }, true);
    const { token, seconds } = parseAnswer(text);
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
