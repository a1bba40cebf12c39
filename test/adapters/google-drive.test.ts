/** No change is lost between two looks, and a file out of reach is told from a service that does not answer. */
import { afterEach, expect, test } from 'vitest';
import { createFiles } from '../../functions/adapters/google-drive.ts';
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
  return createFiles(google.clients.drive, testLimited().limited);
}

test('starts at the token that Drive gives', async () => {
  const files = await start(() => ({ body: { startPageToken: '41' } }));
  expect(await files.startToken()).toBe('41');
});

test('reads every page of changes, each file once', async () => {
  const files = await start(({ query }) =>
    query.pageToken === '41'
      ? { body: { nextPageToken: '42', changes: [{ fileId: 'a' }, { fileId: 'b' }, {}] } }
      : { body: { newStartPageToken: '50', changes: [{ fileId: 'a' }, { fileId: 'c' }] } },
  );
  expect(await files.changesSince('41')).toEqual({ fileIds: ['a', 'b', 'c'], token: '50' });
  expect(google.seen.map(({ query }) => query.pageToken)).toEqual(['41', '42']);
  expect(google.seen[0]).toMatchObject({
    method: 'GET',
    path: '/drive/v3/changes',
    query: {
      pageSize: '1000',
      spaces: 'drive',
      includeRemoved: 'false',
      restrictToMyDrive: 'false',
      fields: 'nextPageToken,newStartPageToken,changes(fileId)',
    },
  });
});

test('nothing changed is one call', async () => {
  const files = await start(() => ({ body: { newStartPageToken: '41' } }));
  expect(await files.changesSince('41')).toEqual({ fileIds: [], token: '41' });
  expect(google.seen).toHaveLength(1);
});

test('an answer without a token is a failure, so the cursor stays where it is', async () => {
  const files = await start(() => ({ body: { changes: [{ fileId: 'a' }] } }));
  expect(await failureOf(files.changesSince('41'))).toMatchObject({ name: 'ServiceFailure' });
});

test('tells the name of a file within reach', async () => {
  const files = await start(() => ({ body: { name: 'Báo cáo thành tích.pdf' } }));
  expect(await files.fileName('f')).toBe('Báo cáo thành tích.pdf');
});

test.each([
  refusal(404, 'not found'),
  refusal(403, 'no', 'insufficientFilePermissions'),
  { body: { name: 'x', trashed: true } },
])('a file out of reach has no name: %j', async (answer) => {
  const files = await start(() => answer);
  expect(await files.fileName('f')).toBeUndefined();
});

test('a rate limit or an outage is not taken for a missing file', async () => {
  const files = await start((_, index) =>
    index < 4 ? refusal(403, 'slow down', 'userRateLimitExceeded') : refusal(503, 'down'),
  );
  expect(await failureOf(files.fileName('f'))).toMatchObject({ status: 429 });
  expect(await failureOf(files.fileName('f'))).toMatchObject({ status: 503 });
});
