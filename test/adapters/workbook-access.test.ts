/** What the functions may do to a workbook: shares and guards, told apart by what is about one address and what passes. */
import { afterEach, expect, test } from 'vitest';
import { createWorkbookAccess } from '../../functions/adapters/workbook-access.ts';
import { createWorkbookAdmin } from '../../functions/adapters/workbook-admin.ts';
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
  return createWorkbookAccess(createWorkbookAdmin(google.clients, testLimited().limited));
}

test('reads shares with the owner marked, addresses in lower case', async () => {
  const access = await start(() => ({
    body: {
      permissions: [
        { id: '1', emailAddress: 'May@vidu.vn', role: 'owner' },
        { id: '2', emailAddress: 'lan@vidu.vn', role: 'writer' },
      ],
    },
  }));
  expect(await access.readShares('s')).toEqual([
    { id: '1', email: 'may@vidu.vn', isOwner: true },
    { id: '2', email: 'lan@vidu.vn', isOwner: false },
  ]);
});

test('reads the guards of whole tabs and no others', async () => {
  const access = await start(() => ({
    body: {
      sheets: [
        {
          properties: { sheetId: 101 },
          protectedRanges: [
            { protectedRangeId: 5, range: { sheetId: 101 }, editors: { users: ['lan@vidu.vn'] } },
            { protectedRangeId: 6, range: { sheetId: 101, startRowIndex: 0, endRowIndex: 1 } },
          ],
        },
        { properties: { sheetId: 102 } },
      ],
    },
  }));
  expect(await access.readGuards('s')).toEqual([{ id: 5, sheetId: 101, editors: ['lan@vidu.vn'] }]);
});

test('shares as an editor without a mail about it, and ends a share', async () => {
  const access = await start(() => ({ body: { id: '9' } }));
  expect(await access.share('s', 'lan@vidu.vn')).toBe(true);
  await access.unshare('s', '9');
  expect(google.seen).toMatchObject([
    {
      method: 'POST',
      path: '/drive/v3/files/s/permissions',
      query: { sendNotificationEmail: 'false' },
      body: { type: 'user', emailAddress: 'lan@vidu.vn', role: 'writer' },
    },
    { method: 'DELETE', path: '/drive/v3/files/s/permissions/9' },
  ]);
});

test.each([
  refusal(400, 'There is no Google account associated with this email address.'),
  refusal(403, 'The domain administrators have set a policy that disallows sharing.'),
])('tells an address that cannot be shared with: %j', async (answer) => {
  const access = await start(() => answer);
  expect(await access.share('s', 'la@vidu.vn')).toBe(false);
});

test.each([refusal(403, 'Sharing rate limit exceeded.'), refusal(401, 'no'), { status: 503 }])(
  'does not take for the address’s fault what passes: %j',
  async (answer) => {
    const access = await start(() => answer);
    expect(await failureOf(access.share('s', 'lan@vidu.vn'))).toMatchObject({ service: 'drive' });
  },
);

test('says who may type on a tab in one call, and warns no more than it refuses', async () => {
  const access = await start(() => ({ body: { replies: [{}] } }));
  await access.setEditors('s', [{ id: 5, editors: ['lan@vidu.vn'] }]);
  expect(google.seen).toMatchObject([
    {
      method: 'POST',
      path: '/v4/spreadsheets/s:batchUpdate',
      body: {
        requests: [
          {
            updateProtectedRange: {
              protectedRange: {
                protectedRangeId: 5,
                editors: { users: ['lan@vidu.vn'] },
                warningOnly: false,
              },
              fields: 'editors,warningOnly',
            },
          },
        ],
      },
    },
  ]);
});
