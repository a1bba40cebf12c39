/** The Identity port: whose token is this? Signed by Google for one of our audiences, with a verified e-mail. */
import { OAuth2Client, type TokenPayload } from 'google-auth-library';
import type { Identity } from '../ports.ts';
import { ServiceFailure, toFailure } from './failures.ts';
import { requireLoopback } from './loopback.ts';

export interface IdentityConfig {
  /** OAuth client id of the add-on, service URLs for robots. */
  audiences: string[];
  /** Certificates of the local issuer; must be a loopback address. */
  certsUrl?: string;
}

type Verdict = Awaited<ReturnType<Identity['verify']>>;

const invalid: Verdict = { ok: false, reason: 'invalid' };

function createClient(certsUrl: string | undefined): OAuth2Client {
  if (certsUrl === undefined) return new OAuth2Client();
  const { href } = requireLoopback(certsUrl, 'certsUrl');
  return new OAuth2Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: href, oauth2FederatedSignonJwkCertsUrl: href },
    // A proxy named in the environment must never see what is meant for this machine.
    transporterOptions: { noProxy: ['127.0.0.1', 'localhost', '[::1]'] },
  });
}

/** The library lets a token live five minutes past its end, for clocks that are wrong; ours is Google's own. */
function toVerdict(payload: TokenPayload | undefined): Verdict {
  if (!payload || payload.exp * 1000 <= Date.now()) return invalid;
  if (!payload.email || payload.email_verified !== true) return { ok: false, reason: 'unverified' };
  return { ok: true, email: payload.email.toLowerCase() };
}

export function createIdentity({ audiences, certsUrl }: IdentityConfig): Identity {
  // The library takes an empty list for "nobody", but an absent one for "anybody": neither is what we mean.
  if (audiences.length === 0 || audiences.some((audience) => audience === '')) {
    throw new Error('identity: at least one audience, none of them empty');
  }
  const client = createClient(certsUrl);

  /** The same two steps as verifyIdToken, apart: "cannot tell" must not look like "bad token". */
  const readCerts = async () => {
    try {
      return (await client.getFederatedSignonCertsAsync()).certs;
    } catch (error) {
      const failure = toFailure(error, 'identity', 'certificates');
      if (failure instanceof ServiceFailure) throw failure;
      throw new ServiceFailure({
        service: 'identity',
        method: 'certificates',
        fate: 'unknown',
        code: 'unreadable',
      });
    }
  };

  return {
    async verify(token) {
      // Spares a request for what cannot be a signed token.
      if (token.split('.').length !== 3) return invalid;
      const certs = await readCerts();
      try {
        const ticket = await client.verifySignedJwtWithCertsAsync(token, certs, audiences, client.issuers);
        return toVerdict(ticket.getPayload());
      } catch {
        // The library's sentence contains the token's payload: it goes no further.
        return invalid;
      }
    },
  };
}
