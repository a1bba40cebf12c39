/** Clients reach the workspace of this machine or Google, never anything between, and never load all of googleapis. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toAssertion } from '../../functions/adapters/gmail-delegation.ts';
import { createGoogleClients } from '../../functions/adapters/google-auth.ts';
import { secretToken, startFakeGoogle } from './fake-google.ts';

const localToken = async () => 'x';
const mailSender = 'thi-dua@example.vn';

test.each([
  'https://sheets.googleapis.com/',
  'http://10.0.0.5:8787',
  'http://127.0.0.1@example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com',
  'file:///tmp/x',
  'ftp://127.0.0.1/',
  'nonsense',
  '',
])('refuses %j as the address of the local workspace', (rootUrl) => {
  expect(() => createGoogleClients({ rootUrl, localToken, mailSender })).toThrow('rootUrl');
});

test.each(['http://127.0.0.1:8787', 'http://localhost:8787/', 'http://[::1]:8787'])('takes %s', (rootUrl) => {
  expect(() => createGoogleClients({ rootUrl, localToken, mailSender })).not.toThrow();
});

test('a local token without a local address would go to Google, so it is refused, and the reverse', () => {
  expect(() => createGoogleClients({ localToken, mailSender })).toThrow('belong together');
  expect(() => createGoogleClients({ rootUrl: 'http://127.0.0.1:1', mailSender })).toThrow('belong together');
});

test('every service calls the local address, and mail goes out as its sender', async () => {
  const google = await startFakeGoogle(() => ({ body: {} }));
  const { sheets, drive, gmail, tasks } = google.clients;
  await sheets.spreadsheets.get({ spreadsheetId: 's' });
  await drive.changes.getStartPageToken();
  await gmail.users.messages.list({ userId: 'me' });
  await tasks.projects.locations.queues.tasks.create({
    parent: 'projects/p/locations/l/queues/q',
    requestBody: {},
  });
  await google.close();
  expect(google.seen.map(({ method, path, authorization }) => `${method} ${path} ${authorization}`)).toEqual([
    `GET /v4/spreadsheets/s Bearer ${secretToken}`,
    `GET /drive/v3/changes/startPageToken Bearer ${secretToken}`,
    `GET /gmail/v1/users/me/messages Bearer ${secretToken}-${mailSender}`,
    `POST /v2/projects/p/locations/l/queues/q/tasks Bearer ${secretToken}`,
  ]);
});

test('a proxy of the environment never sees local calls', async () => {
  const google = await startFakeGoogle(() => ({ body: {} }));
  const before = process.env.HTTP_PROXY;
  process.env.HTTP_PROXY = 'http://127.0.0.1:1';
  try {
    await google.clients.sheets.spreadsheets.get({ spreadsheetId: 's' });
  } finally {
    if (before === undefined) delete process.env.HTTP_PROXY;
    else process.env.HTTP_PROXY = before;
    await google.close();
  }
  expect(google.seen).toHaveLength(1);
});

test('the library repeats nothing of its own', async () => {
  const google = await startFakeGoogle(() => ({ status: 503 }));
  await expect(google.clients.sheets.spreadsheets.get({ spreadsheetId: 's' })).rejects.toThrow();
  await google.close();
  expect(google.seen).toHaveLength(1);
});

test('the assertion for the mailbox names robot, mailbox and scopes for one hour', () => {
  const delegation = { delegator: 'robot@p.iam', subject: mailSender, scopes: ['a', 'b'] };
  expect(toAssertion(delegation, 1_000)).toEqual({
    iss: 'robot@p.iam',
    sub: mailSender,
    scope: 'a b',
    aud: 'https://oauth2.googleapis.com/token',
    iat: 1_000,
    exp: 4_600,
  });
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

test('nothing in functions imports the whole of googleapis', () => {
  const whole = /from\s+['"]googleapis['"]|import\(\s*['"]googleapis['"]|require\(\s*['"]googleapis['"]/;
  const sources = sourcesUnder(join(import.meta.dirname, '../../functions'));
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((file) => whole.test(readFileSync(file, 'utf8')))).toEqual([]);
});
