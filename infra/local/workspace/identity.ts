/** The local identity issuer: signs tokens like Google's for any e-mail, and recognises them again as bearer tokens. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { WorkspaceStorage } from './api.ts';

const issuer = 'https://accounts.google.com';
const oneHour = 3600;
const mostKept = 1000;

export interface TokenRequest {
  email: string;
  audience?: string;
  /** Seconds; negative for a token that has expired. */
  expiresIn?: number;
  verified?: boolean;
}

export interface Issuer {
  issue(request: TokenRequest): Promise<string>;
  /** E-mail behind a bearer token; undefined when it is not ours, has expired or its e-mail is unverified. */
  emailOf(token: string): Promise<string | undefined>;
  /** Key id → PEM, as google-auth-library reads it. */
  certificates(): Record<string, string>;
  keySet(): Promise<{ keys: JWK[] }>;
}

/** Tokens follow the real clock, not the virtual one: their readers (google-auth-library) know no other. */
export function createIssuer(storage: WorkspaceStorage, audiences: readonly string[]): Issuer {
  const { id, pem } = readKey(storage);
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  /** A token comes with thousands of calls, and looking at its signature costs more than many of them. */
  const verified = new Map<string, { email: string; until: number }>();
  const certificates = { [id]: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  return {
    issue({ email, audience, expiresIn = oneHour, verified: isVerified = true }) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ email: email.toLowerCase(), email_verified: isVerified })
        .setProtectedHeader({ alg: 'RS256', kid: id, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(toSubject(email))
        .setAudience(audience ?? audiences[0] ?? 'guong-sang-local')
        .setIssuedAt(Math.min(now, now + expiresIn))
        .setExpirationTime(now + expiresIn)
        .sign(privateKey);
    },
    async emailOf(token) {
      const known = verified.get(token);
      if (known && Date.now() < known.until) return known.email;
      try {
        const { payload } = await jwtVerify(token, publicKey, { issuer, algorithms: ['RS256'] });
        const { email, email_verified, exp = 0 } = payload;
        if (email_verified !== true || typeof email !== 'string') return undefined;
        if (verified.size >= mostKept) verified.clear();
        verified.set(token, { email, until: exp * 1000 });
        return email;
      } catch {
        return undefined;
      }
    },
    certificates: () => certificates,
    keySet: async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: id, alg: 'RS256', use: 'sig' }] }),
  };
}

export function toOpenIdConfiguration(root: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: `${root}/jwks`,
    token_endpoint: `${root}/token`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** The key is made once and kept, so that a token outlives a restart. */
function readKey(storage: WorkspaceStorage): { id: string; pem: string } {
  const table = storage.table<{ id: string; pem: string }>('identity');
  const kept = table.get('key');
  if (kept) return kept;
  const key = { id: randomUUID(), pem: freshPem() };
  table.put('key', key);
  return key;
}

let pem: string | undefined;

/** Of one process, all new workspaces have one key: making it is most of what an empty workspace costs. */
function freshPem(): string {
  pem ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return pem;
}

/** Google's subject is a stable string of digits; one e-mail, one subject. */
function toSubject(email: string): string {
  const digest = createHash('sha256').update(email.toLowerCase()).digest();
  return `1${digest.readBigUInt64BE().toString().padStart(20, '0')}`;
}
