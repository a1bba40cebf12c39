/** Only a token that Google signed for us, with a verified e-mail, names a person; an issuer out of reach is no verdict. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createIdentity } from '../../functions/adapters/identity.ts';
import { failureOf } from './fake-google.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const audience = 'addon.apps.googleusercontent.com';
let server: Server;
let certsUrl: string;
let broken = false;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(broken ? 500 : 200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify({ k1: publicKey.export({ type: 'spki', format: 'pem' }) }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  certsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const good = { email: 'Lan@Example.vn', email_verified: true };

interface Changes {
  claims?: Record<string, unknown>;
  aud?: string;
  iss?: string;
  kid?: string;
  age?: number;
  key?: typeof privateKey;
}

function sign({
  claims = good,
  aud = audience,
  iss = 'https://accounts.google.com',
  kid = 'k1',
  age = 0,
  key = privateKey,
}: Changes = {}) {
  const now = Math.floor(Date.now() / 1000) - age;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(iss)
    .setAudience(aud)
    .setSubject('123')
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(key);
}

const identity = () => createIdentity({ audiences: [audience, 'second'], certsUrl });

test('names the person behind a good token, for any of the audiences', async () => {
  expect(await identity().verify(await sign())).toEqual({ ok: true, email: 'lan@example.vn' });
  expect(await identity().verify(await sign({ aud: 'second' }))).toEqual({
    ok: true,
    email: 'lan@example.vn',
  });
});

test.each<[string, Changes]>([
  ['for somebody else', { aud: 'other' }],
  ['of another issuer', { iss: 'https://example.com' }],
  ['of an unknown key', { kid: 'k2' }],
  ['signed by somebody else', { key: other.privateKey }],
  ['that is too old', { age: 10_000 }],
  ['from the future', { age: -10_000 }],
])('a token %s is invalid', async (_, changes) => {
  expect(await identity().verify(await sign(changes))).toEqual({ ok: false, reason: 'invalid' });
});

test('a token without a signature is invalid', async () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [, payload] = (await sign()).split('.');
  const token = `${encode({ alg: 'none', kid: 'k1' })}.${payload}.`;
  expect(await identity().verify(token)).toEqual({ ok: false, reason: 'invalid' });
});

test.each([
  [{}],
  [{ email: 'lan@example.vn' }],
  [{ email: 'lan@example.vn', email_verified: false }],
  [{ email: 'lan@example.vn', email_verified: 'true' }],
  [{ email_verified: true }],
])('a token with %j is unverified', async (claims) => {
  expect(await identity().verify(await sign({ claims }))).toEqual({ ok: false, reason: 'unverified' });
});

test('nonsense never throws', async () => {
  const verify = identity().verify;
  const part = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.tuple(part, part, part).map((parts) => parts.join('.')),
      ),
      async (token) => {
        expect(await verify(token)).toEqual({ ok: false, reason: 'invalid' });
      },
    ),
    { numRuns: 60 },
  );
});

test('an issuer out of reach is a failure, not a bad token, and tells nothing of the token', async () => {
  broken = true;
  try {
    const token = await sign();
    const error = await failureOf(identity().verify(token));
    expect(error).toMatchObject({ name: 'ServiceFailure', service: 'identity' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token.split('.')[1]);
  } finally {
    broken = false;
  }
});

test('nothing is logged about a refused token', async () => {
  const spies = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) => vi.spyOn(console, name));
  await identity().verify(await sign({ age: 10_000 }));
  for (const spy of spies) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

test('certificates may come from this machine only, and an audience must be named', () => {
  expect(() => createIdentity({ audiences: ['a'], certsUrl: 'http://example.com/certs' })).toThrow(
    'loopback',
  );
  expect(() => createIdentity({ audiences: [] })).toThrow('audience');
  expect(() => createIdentity({ audiences: [''] })).toThrow('audience');
});
