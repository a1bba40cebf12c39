/** Provisioning asks Google for exactly what it means, finds all of its files, and may be repeated. */
import { afterEach, expect, test } from 'vitest';
import { createWorkbookAdmin, toQuery } from '../../functions/adapters/workbook-admin.ts';
import {
  type Answer,
  type FakeGoogle,
  failureOf,
  refusal,
  type Seen,
  startFakeGoogle,
  testLimited,
} from './fake-google.ts';

let google: FakeGoogle;
afterEach(() => google.close());

async function start(answer: (request: Seen, index: number) => Answer) {
  google = await startFakeGoogle(answer);
  return createWorkbookAdmin(google.clients, testLimited().limited);
}

test('makes, reads and changes a workbook', async () => {
  const admin = await start(() => ({ body: { id: 'new', spreadsheetId: 'new', replies: [{}] } }));
  expect(await admin.createSpreadsheet('KH 113: Giá Rai', { plan: 'kh' })).toBe('new');
  await admin.get('new', 'sheets.properties');
  expect(await admin.batchUpdate('new', [{ deleteSheet: { sheetId: 0 } }])).toMatchObject({ replies: [{}] });
  expect(google.seen).toMatchObject([
    {
      method: 'POST',
      path: '/drive/v3/files',
      body: {
        name: 'KH 113: Giá Rai',
        appProperties: { plan: 'kh' },
        mimeType: 'application/vnd.google-apps.spreadsheet',
      },
    },
    { method: 'GET', path: '/v4/spreadsheets/new', query: { fields: 'sheets.properties' } },
    {
      method: 'POST',
      path: '/v4/spreadsheets/new:batchUpdate',
      body: { requests: [{ deleteSheet: { sheetId: 0 } }] },
    },
  ]);
});

test('a workbook perhaps made is not made twice', async () => {
  const admin = await start(() => ({ status: 503 }));
  expect(await failureOf(admin.createSpreadsheet('A', {}))).toMatchObject({ name: 'OutcomeUnknownError' });
  expect(google.seen).toHaveLength(1);
});

test('finds files by their marks over all pages, quotes made harmless', async () => {
  expect(toQuery({ plan: "a'b\\" })).toBe(
    "appProperties has { key='plan' and value='a\\'b\\\\' } and trashed = false",
  );
  const admin = await start(({ query }) =>
    query.pageToken
      ? { body: { files: [{ id: '2', name: 'B' }] } }
      : { body: { nextPageToken: 'p2', files: [{ id: '1', name: 'A', appProperties: { plan: 'kh' } }] } },
  );
  expect(await admin.findByAppProperties({ plan: 'kh' })).toEqual([
    { id: '1', name: 'A', appProperties: { plan: 'kh' } },
    { id: '2', name: 'B', appProperties: {} },
  ]);
  expect(google.seen).toHaveLength(2);
});

test('shares without an e-mail of Google, lists and takes back', async () => {
  const admin = await start(({ method }) => {
    if (method === 'POST') return { body: { id: 'perm' } };
    if (method === 'DELETE') return { status: 204 };
    return { body: { permissions: [{ id: 'perm', emailAddress: 'lan@example.vn', role: 'writer' }] } };
  });
  expect(await admin.share('f', 'lan@example.vn', 'writer')).toBe('perm');
  expect(await admin.listPermissions('f')).toEqual([{ id: 'perm', email: 'lan@example.vn', role: 'writer' }]);
  await admin.unshare('f', 'perm');
  expect(google.seen).toMatchObject([
    {
      method: 'POST',
      path: '/drive/v3/files/f/permissions',
      query: { sendNotificationEmail: 'false' },
      body: { type: 'user', emailAddress: 'lan@example.vn', role: 'writer' },
    },
    { method: 'GET', path: '/drive/v3/files/f/permissions' },
    { method: 'DELETE', path: '/drive/v3/files/f/permissions/perm' },
  ]);
});

test('taking back what is already gone is a success, what is forbidden is not', async () => {
  const admin = await start((_, index) => (index === 0 ? refusal(404, 'not found') : refusal(403, 'no')));
  await admin.unshare('f', 'perm');
  expect(await failureOf(admin.unshare('f', 'perm'))).toMatchObject({ status: 403 });
});
