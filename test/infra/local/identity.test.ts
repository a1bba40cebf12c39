/** Holds the local issuer against Google's own verifier: good tokens pass, every kind of bad one is refused. */
import { OAuth2Client } from 'google-auth-library';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestWorkspace, type TestWorkspace, testAudience } from '../../support/workspace.ts';

const email = 'nguoi.lap@vinh-trach.example';
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.close());

async function fetchToken(query = ''): Promise<string> {
  const response = await fetch(`${workspace.url}/token?email=${email}${query}`);
  return ((await response.json()) as { token: string }).token;
}

async function verify(idToken: string, audience = testAudience) {
  const client = new OAuth2Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: `${workspace.url}/certs` },
  });
  return (await client.verifyIdToken({ idToken, audience })).getPayload();
}

const profileStatus = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${workspace.url}/gmail/v1/users/me/profile`, { headers })).status;
};

it('gives a token that Google’s verifier accepts', async () => {
  const payload = await verify(await fetchToken());
  expect(payload).toMatchObject({
    email,
    email_verified: true,
    iss: 'https://accounts.google.com',
    aud: testAudience,
  });
  expect(payload?.sub).toMatch(/^\d{21}$/);
});

it('gives the same person the same subject, whatever the case of the address', async () => {
  const other = await workspace.issuer.issue({ email: email.toUpperCase() });
  expect((await verify(other))?.sub).toBe((await verify(await fetchToken()))?.sub);
});

it('gives the token as plain text when asked', async () => {
  const text = await (await fetch(`${workspace.url}/token?email=${email}&format=text`)).text();
  expect((await verify(text))?.email).toBe(email);
});

it('says by the token for whom it is and whether the e-mail is verified', async () => {
  expect((await verify(await fetchToken('&audience=khac'), 'khac'))?.aud).toBe('khac');
  expect((await verify(await fetchToken('&verified=false')))?.email_verified).toBe(false);
  await expect(verify(await fetchToken('&audience=khac'))).rejects.toThrow(/audience/);
});

it('gives expired tokens on request, which nobody accepts', async () => {
  const token = await fetchToken('&expiresIn=-400');
  await expect(verify(token)).rejects.toThrow(/too late/);
  expect(await profileStatus(token)).toBe(401);
});

it('does not know a token again once its time is over, though it knew it before', async () => {
  const token = await fetchToken('&expiresIn=100');
  expect(await workspace.issuer.emailOf(token)).toBe(email);
  vi.useFakeTimers({ now: Date.now() + 101_000, toFake: ['Date'] });
  try {
    expect(await workspace.issuer.emailOf(token)).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

it('lets a reader keep the certificates, as Google does', async () => {
  const client = new OAuth2Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: `${workspace.url}/certs` },
  });
  const first = await client.getFederatedSignonCertsAsync();
  const again = await client.getFederatedSignonCertsAsync();
  expect(again.certs).toBe(first.certs);
});

it('accepts its own verified token as bearer and nothing else', async () => {
  const token = await fetchToken();
  const [head, , signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ email: 'khac@example.vn', email_verified: true })).toString(
    'base64url',
  );
  expect(await profileStatus(token)).toBe(200);
  for (const bad of ['', 'x', `${head}.${forged}.${signature}`, await fetchToken('&verified=false')])
    expect(await profileStatus(bad), bad).toBe(401);
});

it('publishes its key as a key set too', async () => {
  const url = `${workspace.url}/.well-known/openid-configuration`;
  const { jwks_uri } = (await (await fetch(url)).json()) as { jwks_uri: string };
  const { payload } = await jwtVerify(await fetchToken(), createRemoteJWKSet(new URL(jwks_uri)));
  expect(payload.email).toBe(email);
});

it.each(['/token', '/token?email=khong-phai-thu', `/token?email=${email}&expiresIn=mai`])(
  'refuses %s',
  async (path) => {
    expect((await fetch(workspace.url + path)).status).toBe(400);
  },
);
