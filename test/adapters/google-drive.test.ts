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

test('tells what a file is, without its content', async () => {
  const files = await start(() => ({ body: { mimeType: 'image/heif', size: '2097152' } }));
  expect(await files.fileType('f')).toEqual({ mimeType: 'image/heif', bytes: 2_097_152 });
  expect(google.seen.map(({ query }) => query.alt)).toEqual([undefined]);
});

const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 0xc3, 0x28, 0xfe]);
const aFile = (content: Answer, size = String(bytes.length)) =>
  start(({ query }) => (query.alt === 'media' ? content : { body: { mimeType: 'image/jpeg', size } }));

test('reads the content of a file byte for byte', async () => {
  const files = await aFile({ body: bytes, headers: { 'content-type': 'image/jpeg' } });
  expect(await files.readFile('f', 100)).toEqual({ mimeType: 'image/jpeg', bytes: new Uint8Array(bytes) });
  expect(google.seen[1]).toMatchObject({
    path: '/drive/v3/files/f',
    query: { alt: 'media', supportsAllDrives: 'true' },
  });
});

test('does not ask for the content of a file that is too large', async () => {
  const files = await aFile({ body: bytes }, '15000001');
  expect(await files.readFile('f', 15_000_000)).toBe('too-large');
  expect(google.seen).toHaveLength(1);
});

test('does not hand out a file that has grown meanwhile', async () => {
  const files = await aFile({ body: bytes }, '3');
  expect(await files.readFile('f', 3)).toBe('too-large');
});

test('a document has no content of its own', async () => {
  const files = await start(() => ({ body: { mimeType: 'application/vnd.google-apps.document' } }));
  expect(await files.readFile('f', 100)).toBeUndefined();
  expect(google.seen).toHaveLength(1);
});

test.each([refusal(404, 'not found'), refusal(403, 'no', 'cannotDownloadFile')])(
  'content out of reach is none: %j',
  async (answer) => {
    const files = await aFile(answer);
    expect(await files.readFile('f', 100)).toBeUndefined();
  },
);

test('a rate limit on the content is waited for, and not taken for a file out of reach', async () => {
  let asked = 0;
  const files = await start(({ query }) => {
    if (query.alt !== 'media') return { body: { mimeType: 'image/jpeg', size: '7' } };
    asked += 1;
    return asked === 1 ? refusal(403, 'slow down', 'userRateLimitExceeded') : { body: bytes };
  });
  expect(await files.readFile('f', 100)).toMatchObject({ bytes: new Uint8Array(bytes) });
});

test('an outage is not taken for a file without content', async () => {
  const files = await aFile(refusal(503, 'down'));
  expect(await failureOf(files.readFile('f', 100))).toMatchObject({ status: 503 });
});

test('a rate limit or an outage is not taken for a missing file', async () => {
  const files = await start((_, index) =>
    index < 4 ? refusal(403, 'slow down', 'userRateLimitExceeded') : refusal(503, 'down'),
  );
  expect(await failureOf(files.fileName('f'))).toMatchObject({ status: 429 });
  expect(await failureOf(files.fileName('f'))).toMatchObject({ status: 503 });
});
