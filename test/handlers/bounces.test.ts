/** An address that gives mails back: told once, shown, later mails held until its staff entry changes, nothing lost silently. */
import { describe, expect, it } from 'vitest';
import { type AddressTrouble, type OutboxMail, paths } from '../../functions/records.ts';
import { type FakeMailer, fakeMailer, keyOf, openPostRoom, type PostRoom } from '../support/post-room.ts';

const email = 'nguoilap.31843@vidu.vn';
const words = '550-5.1.1 The email account that you tried to reach does not exist.';
const [first, second, third] = [keyOf(1), keyOf(2), keyOf(3)];

async function aRoom(): Promise<{ mailer: FakeMailer; room: PostRoom }> {
  const mailer = fakeMailer('gmail');
  const room = await openPostRoom(mailer);
  await room.employ({ email });
  await room.employ({ email: 'quantri@vidu.vn', name: 'Phạm Thu Hà', role: 'admin' });
  return { mailer, room };
}

const bounceOf = (room: PostRoom, key: string, given: object = {}) => ({
  key,
  address: email,
  at: room.now,
  status: '5.1.1',
  words,
  ...given,
});

/** One mail left and came back. */
async function bounced(given: object = {}) {
  const { mailer, room } = await aRoom();
  await room.owe({ key: first });
  await room.round();
  mailer.bounces = [bounceOf(room, first, given)];
  room.later(10);
  await room.round();
  return { mailer, room };
}

const trouble = async ({ store }: PostRoom): Promise<AddressTrouble | undefined> =>
  (await store.read<AddressTrouble>(paths.address(email)))?.data;

const reports = async ({ store }: PostRoom): Promise<OutboxMail[]> =>
  (await store.list<OutboxMail>('outbox', { where: { kind: 'dailyDigest', to: 'quantri@vidu.vn' } })).map(
    ({ data }) => data,
  );

describe('a mail that came back', () => {
  it('is shown as bounced, and its address is remembered with when and the words', async () => {
    const { mailer, room } = await bounced();
    expect(await room.mail(first)).toMatchObject({ state: 'bounced', owed: false, words });
    expect(await trouble(room)).toMatchObject({
      email,
      at: mailer.bounces[0]?.at,
      words,
      key: first,
      blocked: true,
    });
  });

  it('holds later mails to the address, and only those', async () => {
    const { mailer, room } = await bounced();
    await room.owe({ key: second }, { key: third, to: 'thutruong.31843@vidu.vn' });
    await room.round();
    expect(await room.mail(second)).toMatchObject({ state: 'held', owed: false, words });
    expect((await room.mail(third)).state).toBe('sent');
    expect(mailer.sent.map(({ key }) => key)).toEqual([first, third]);
  });

  it('lets the held mails go when the staff entry changes', async () => {
    const { mailer, room } = await bounced();
    await room.owe({ key: second });
    await room.round();
    await room.employ({ email, name: 'Trần Thị Mai Lan' });
    await room.round();
    expect((await room.mail(second)).state).toBe('sent');
    expect((await trouble(room))?.blocked).toBe(false);
    expect(mailer.sent.map(({ key }) => key)).toEqual([first, second]);
  });

  it('holds nothing any more from the moment the entry has changed, without waiting for a tick', async () => {
    const { room } = await bounced();
    await room.employ({ email, name: 'Trần Thị Mai Lan' });
    await room.owe({ key: second });
    expect(await room.deliver(second)).toBe('sent');
  });

  it('is told once: reading the same notification again does not block an address that was released', async () => {
    const { mailer, room } = await bounced();
    await room.employ({ email, name: 'Trần Thị Mai Lan' });
    await room.round();
    expect(mailer.bounces).toHaveLength(1);
    await room.round();
    expect((await trouble(room))?.blocked).toBe(false);
  });

  it.each([
    ['a mailbox that is full for now', { status: '4.2.2' }],
    ['a forwarding to another address', { address: 'nha.rieng@vidu.vn' }],
  ])('does not hold later mails because of %s', async (_what, given) => {
    const { room } = await bounced(given);
    expect((await room.mail(first)).state).toBe('bounced');
    await room.owe({ key: second });
    await room.round();
    expect((await room.mail(second)).state).toBe('sent');
  });

  it('is found although the search shows it an hour late', async () => {
    const { mailer, room } = await aRoom();
    await room.owe({ key: first });
    await room.round();
    const late = bounceOf(room, first);
    room.later(50);
    await room.round();
    mailer.bounces = [late];
    await room.round();
    expect((await room.mail(first)).state).toBe('bounced');
  });

  it.each([keyOf(77), '../staff/x', 'x'])('of a mail that is not ours (%s) changes nothing', async (key) => {
    const { mailer, room } = await aRoom();
    mailer.bounces = [bounceOf(room, key)];
    await room.round();
    expect(await room.store.list('addresses')).toEqual([]);
  });
});

describe('an address refused at once, as mail servers do', () => {
  it('fails the mail with the server’s words and holds the next', async () => {
    const mailer = fakeMailer('smtp');
    const room = await openPostRoom(mailer);
    await room.employ({ email });
    mailer.answers = [{ outcome: 'refused', words, recipient: true }];
    await room.owe({ key: first });
    expect(await room.deliver(first)).toBe('failed');
    await room.owe({ key: second });
    expect(await room.deliver(second)).toBe('held');
    expect(await trouble(room)).toMatchObject({ key: first, words, blocked: true });
    expect(mailer.sent).toEqual([]);
  });
});

describe('the administrator', () => {
  it('is told the next working morning, once, of every kind, and again while it stands open', async () => {
    const { room } = await bounced();
    await room.owe({ key: second }, { key: third, state: 'uncertain', owed: false });
    await room.round();
    room.now = '2025-01-09T00:05:00.000Z';
    await room.round();
    await room.round();
    const told = await reports(room);
    expect(told.map(({ to }) => to)).toEqual(['quantri@vidu.vn']);
    // One mail a person a day: no second one beside the digest.
    expect(await room.store.list('outbox', { where: { to: 'quantri@vidu.vn' } })).toHaveLength(1);
    for (const part of [
      '3 thư chưa đến tay',
      'Thư bị trả về (1)',
      'Thư đang giữ lại',
      'Thư không rõ',
      email,
      words,
      second,
    ])
      expect(`${told[0]?.subject} ${told[0]?.html}`).toContain(part);
    room.now = '2025-01-10T00:05:00.000Z';
    await room.round();
    expect(await reports(room)).toHaveLength(2);
  });

  it('hears nothing when nothing is wrong, nor before seven, nor on a day off', async () => {
    const { mailer, room } = await aRoom();
    await room.owe({ key: first });
    await room.round();
    room.now = '2025-01-09T00:05:00.000Z';
    await room.round();
    mailer.bounces = [bounceOf(room, first)];
    await room.round();
    for (const now of ['2025-01-09T23:59:00.000Z', '2025-01-11T00:05:00.000Z', '2025-01-12T05:00:00.000Z']) {
      room.now = now;
      await room.round();
    }
    expect(await reports(room)).toEqual([]);
    room.now = '2025-01-13T00:05:00.000Z';
    await room.round();
    expect(await reports(room)).toHaveLength(1);
  });

  it('hears nothing of mails that are only on their way, however the clock has jumped', async () => {
    const { room } = await aRoom();
    await room.owe({ key: first, createdAt: '2024-12-31T00:00:00.000Z' });
    room.now = '2025-01-09T00:05:00.000Z';
    await room.round();
    expect(await reports(room)).toEqual([]);
  });

  it('is told of mails that the server puts off, with its words', async () => {
    const { room } = await aRoom();
    const words = '450 4.2.1 try later';
    await room.owe({ key: first, attempts: 9, words, dueAt: '2025-01-09T05:00:00.000Z' });
    room.now = '2025-01-09T00:05:00.000Z';
    await room.round();
    const [report] = await reports(room);
    expect(report?.subject).toContain('1 thư đang chờ');
    expect(report?.text).toContain(words);
  });

  it('is told how many wait when the quota is used up', async () => {
    const mailer = fakeMailer('gmail');
    const room = await openPostRoom(mailer, 3);
    await room.employ({ email: 'quantri@vidu.vn', name: 'Phạm Thu Hà', role: 'admin' });
    room.now = '2025-01-08T05:00:00.000Z';
    await room.round();
    await room.owe(...[1, 2, 3, 4, 5].map((number) => ({ key: keyOf(number), createdAt: room.now })));
    await room.round();
    room.now = '2025-01-09T00:05:00.000Z';
    await room.round();
    expect(await reports(room)).toMatchObject([{ subject: '3 thư đang chờ đến lượt gửi', state: 'sent' }]);
  });
});
