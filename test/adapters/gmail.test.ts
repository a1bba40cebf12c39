/** A mail is sent once: drafts are made and sent with one call each, and doubt is told, never resolved by trying again. */
import PostalMime from 'postal-mime';
import { afterEach, expect, test } from 'vitest';
import { createGmailMailer } from '../../functions/adapters/gmail.ts';
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
  return createGmailMailer(google.clients.gmail, testLimited().limited, {
    from: 'thi-dua@example.vn',
    fromName: 'Gương Sáng',
  });
}

const message = {
  to: 'lan@example.vn',
  subject: 'Đã nhận danh sách',
  text: 'Kính gửi bà Lan',
  html: '<p>Kính gửi bà Lan</p>',
  key: 'a1b2c3d4e5',
};

test('a draft is one call that carries the whole mail', async () => {
  const mailer = await start(() => ({ body: { id: 'd1' } }));
  expect(await mailer.prepare(message)).toBe('d1');
  expect(google.seen).toHaveLength(1);
  expect(google.seen[0]).toMatchObject({ method: 'POST', path: '/gmail/v1/users/me/drafts' });
  const { raw } = google.seen[0]!.body.message;
  expect(raw).toMatch(/^[\w-]+$/);
  const mail = await PostalMime.parse(Buffer.from(raw, 'base64url'));
  expect(mail).toMatchObject({ subject: message.subject, to: [{ address: message.to }] });
});

test('a mail that is refused never reaches Gmail', async () => {
  const mailer = await start(() => ({ body: { id: 'd1' } }));
  await expect(mailer.prepare({ ...message, subject: 'x\nBcc: y@z.vn' })).rejects.toThrow('mail refused');
  expect(google.seen).toEqual([]);
});

test('sending is one call with the id of the draft', async () => {
  const mailer = await start(() => ({ body: { id: 'm1' } }));
  expect(await mailer.send('d1', message)).toEqual({ outcome: 'sent' });
  expect(google.seen).toMatchObject([
    { method: 'POST', path: '/gmail/v1/users/me/drafts/send', body: { id: 'd1' } },
  ]);
});

test.each([
  refusal(404, 'Requested entity was not found.'),
  refusal(400, 'Message not a draft'),
  refusal(400, 'The draft may have already been sent'),
])('a draft that was consumed or deleted is gone: %j', async (answer) => {
  const mailer = await start(() => answer);
  expect(await mailer.send('d1', message)).toEqual({ outcome: 'gone' });
  expect(google.seen).toHaveLength(1);
});

test('a 400 about an address refuses the mail because of its recipient; it is not a draft that is gone', async () => {
  const mailer = await start(() => refusal(400, 'Invalid To header'));
  expect(await mailer.send('d1', message)).toEqual({
    outcome: 'refused',
    words: 'Máy chủ thư trả lời: “Invalid To header”',
    recipient: true,
  });
});

test('what is about our credentials and not about the mail lets it wait', async () => {
  const mailer = await start(() => refusal(403, 'Delegation denied for thi-dua@example.vn'));
  expect(await mailer.send('d1', message)).toMatchObject({
    outcome: 'later',
    words: expect.stringContaining('Delegation'),
  });
});

test.each([
  [{ status: 500 }, 'Máy chủ thư báo mã lỗi 500.'],
  [{ status: 503 }, 'Máy chủ thư báo mã lỗi 503.'],
  [{ reset: true }, 'Máy chủ thư không trả lời.'],
])('an unknown outcome is told in Vietnamese and not tried again: %j', async (answer, words) => {
  const mailer = await start(() => answer);
  expect(await mailer.send('d1', message)).toEqual({ outcome: 'unknown', words });
  expect(await failureOf(mailer.prepare(message))).toMatchObject({ name: 'OutcomeUnknownError' });
  expect(google.seen).toHaveLength(2);
});

test('a clear rate limit on sending is waited out', async () => {
  const mailer = await start((_, index) => (index === 0 ? refusal(429, 'quota') : { body: { id: 'm1' } }));
  expect(await mailer.send('d1', message)).toEqual({ outcome: 'sent' });
  expect(google.seen).toHaveLength(2);
});

test('a sent mail is found by its key in Sent', async () => {
  const mailer = await start((_, index) => ({ body: index === 0 ? { messages: [{ id: 'm1' }] } : {} }));
  expect(await mailer.wasSent(message.key)).toBe(true);
  expect(await mailer.wasSent(message.key)).toBe(false);
  expect(google.seen[0]).toMatchObject({
    method: 'GET',
    path: '/gmail/v1/users/me/messages',
    query: { q: 'in:sent "a1b2c3d4e5"' },
  });
});

test('a key that is more than a word cannot widen the search', async () => {
  const mailer = await start(() => ({}));
  await expect(mailer.wasSent('x" OR in:anywhere "')).rejects.toThrow('mail refused');
  expect(google.seen).toEqual([]);
});

test('deleting a draft that is gone is a success', async () => {
  const mailer = await start(
    (_, index) => [{ status: 204 }, refusal(404, 'not found'), refusal(403, 'no')][index]!,
  );
  await mailer.discard('d1');
  await mailer.discard('d1');
  expect(await failureOf(mailer.discard('d1'))).toMatchObject({ status: 403 });
  expect(google.seen[0]).toMatchObject({ method: 'DELETE', path: '/gmail/v1/users/me/drafts/d1' });
});

test('what came back is asked for in one search, whoever writes of it', async () => {
  const mailer = await start(() => ({ body: {} }));
  expect(await mailer.bouncesSince('2025-01-08T00:00:00.000Z')).toEqual([]);
  expect(google.seen).toMatchObject([
    {
      path: '/gmail/v1/users/me/messages',
      query: { q: '{from:mailer-daemon from:postmaster} after:1736294400' },
    },
  ]);
});
