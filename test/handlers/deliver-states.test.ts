/** What a transport answers decides what becomes of a mail: each answer, with drafts and without, and never a second sending. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MailState } from '../../functions/mailing/mail-states.ts';
import type { Handover } from '../../functions/ports.ts';
import { fakeMailer, keyOf, openPostRoom, type PostRoom } from '../support/post-room.ts';

const key = keyOf(1);
const transports = ['gmail', 'smtp'] as const;

async function aRoom(transport: 'gmail' | 'smtp', answers: Handover[] = []) {
  const mailer = fakeMailer(transport);
  mailer.answers = answers;
  const room = await openPostRoom(mailer);
  await room.owe({ key });
  return { mailer, room };
}

const later: Handover = { outcome: 'later', words: '450 4.2.1 try again later' };
const refused: Handover = { outcome: 'refused', words: '554 5.7.1 rejected', recipient: false };
const unknown: Handover = { outcome: 'unknown', words: 'no answer' };

it.each(transports)(
  '%s: a definite no closes the mail as failed, with the words of the server',
  async (transport) => {
    const { mailer, room } = await aRoom(transport, [refused]);
    expect(await room.deliver(key)).toBe('failed');
    expect(await room.mail(key)).toMatchObject({ state: 'failed', owed: false, words: '554 5.7.1 rejected' });
    expect([await room.deliver(key), mailer.sent.length, mailer.tickets.size]).toEqual(['failed', 0, 0]);
  },
);

it.each(transports)(
  '%s: a not-now is tried again, at once at first and then in growing waits',
  async (transport) => {
    const { mailer, room } = await aRoom(transport, Array(7).fill(later));
    for (let time = 0; time < 5; time += 1) expect(await room.deliver(key)).toBe('retry');
    expect((await room.mail(key)).words).toContain('try again later');
    expect(await room.deliver(key)).toBe('waiting');
    room.later(10);
    expect(await room.deliver(key)).toBe('retry');
    room.later(19);
    expect(await room.deliver(key)).toBe('waiting');
    room.later(1);
    expect(await room.deliver(key)).toBe('retry');
    room.later(40);
    expect(await room.deliver(key)).toBe('sent');
    expect(mailer.sent).toHaveLength(1);
  },
);

it.each(transports)('%s: after twenty tries a person is called', async (transport) => {
  const { mailer, room } = await aRoom(transport, Array(20).fill(later));
  for (let time = 0; time < 20; time += 1) {
    await room.deliver(key);
    room.later(6 * 60);
  }
  expect((await room.mail(key)).state).toBe('failed');
  expect(mailer.sent).toEqual([]);
});

it('without drafts an unknown outcome goes to a person at once, and is never sent again by itself', async () => {
  const { mailer, room } = await aRoom('smtp', [unknown]);
  expect(await room.deliver(key)).toBe('uncertain');
  for (let round = 0; round < 5; round += 1) {
    room.later(60);
    await room.round();
  }
  expect([(await room.mail(key)).state, mailer.sent.length]).toEqual(['uncertain', 0]);
});

it('with drafts an unknown outcome is tried again, since a draft is sent once', async () => {
  const { mailer, room } = await aRoom('gmail', [unknown]);
  expect(await room.deliver(key)).toBe('retry');
  expect(await room.deliver(key)).toBe('sent');
  expect(mailer.sent).toHaveLength(1);
});

it('without drafts a claim whose owner is gone waits ten minutes, then a person is called', async () => {
  const { mailer, room } = await aRoom('smtp');
  mailer.send = async () => {
    throw new Error('the process died here');
  };
  await expect(room.deliver(key)).rejects.toThrow('died');
  expect(await room.mail(key)).toMatchObject({ state: 'sending', claimedAt: room.now });
  mailer.send = fakeMailer('smtp').send;
  room.later(9);
  expect(await room.deliver(key)).toBe('waiting');
  room.later(1);
  expect(await room.deliver(key)).toBe('uncertain');
});

it('hands a mail over once when many workers take it at the same moment', async () => {
  for (const transport of transports) {
    const { mailer, room } = await aRoom(transport);
    await Promise.all(Array.from({ length: 6 }, () => room.deliver(key)));
    await room.round();
    expect([mailer.sent.length, (await room.mail(key)).state, mailer.tickets.size]).toEqual([1, 'sent', 0]);
  }
});

it('goes on with its own claim when the answer of the store was lost', async () => {
  const { mailer, room } = await aRoom('smtp');
  const { commit } = room.store;
  let lost = false;
  room.store.commit = async (writes) => {
    const saved = await commit(writes);
    const isClaim = writes.some(({ path }) => path.startsWith('mailQuotas/'));
    if (lost || !isClaim) return saved;
    lost = true;
    // As a store tells that tries a commit again which had gone through.
    return { ok: false, conflicts: [`outbox/${key}`] };
  };
  expect(await room.deliver(key)).toBe('sent');
  expect([lost, mailer.sent.length]).toEqual([true, 1]);
});

it.each([
  ['begun', { state: 'sending', ticket: 'r9', claimedAt: '2025-01-08T01:00:00.000Z' }, 'uncertain'],
  ['put off', { state: 'pending' }, 'failed'],
] as const)('a mail %s by one transport is never sent by the other', async (_what, given, wanted) => {
  const mailer = fakeMailer('smtp');
  const room = await openPostRoom(mailer);
  await room.owe({ key, transport: 'gmail', ...given });
  expect(await room.deliver(key)).toBe(wanted);
  expect((await room.mail(key)).words).toContain('Cách gửi thư đã đổi');
  expect(mailer.sent).toEqual([]);
});

it('a mail that must not leave as it is fails at once, and others go on', async () => {
  const { mailer, room } = await aRoom('gmail');
  mailer.prepare = async () => {
    throw Object.assign(new Error('mail refused: subject'), { name: 'MailRefused' });
  };
  expect(await room.deliver(key)).toBe('failed');
  expect((await room.mail(key)).words).toContain('ký tự không được phép');
});

const answer = fc.constantFrom<Handover>({ outcome: 'sent' }, later, refused, unknown);
const act = fc.constantFrom('deliver', 'twice', 'round', 'wait');
/** From which a mail never comes back by itself. */
const closed: readonly MailState[] = ['sent', 'failed', 'uncertain'];

it('is handed over at most once and ends visibly, whatever is answered and in whatever order workers come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...transports),
      fc.array(answer, { maxLength: 8 }),
      fc.array(act, { minLength: 1, maxLength: 12 }),
      async (transport, answers, acts) => {
        const { mailer, room } = await aRoom(transport, [...answers]);
        const seen: MailState[] = [];
        for (const one of acts) {
          await perform(one, room);
          seen.push((await room.mail(key)).state);
        }
        for (let day = 0; day < 30; day += 1) {
          room.later(12 * 60);
          await room.round();
        }
        const end = (await room.mail(key)).state;
        expect(closed).toContain(end);
        expect(mailer.sent.length).toBe(end === 'sent' ? 1 : 0);
        const firstClosed = seen.findIndex((state) => closed.includes(state));
        if (firstClosed >= 0) expect(new Set([...seen.slice(firstClosed), end]).size).toBe(1);
        expect(mailer.tickets.size).toBe(0);
      },
    ),
    { numRuns: 150 },
  );
});

async function perform(act: string, room: PostRoom): Promise<void> {
  if (act === 'deliver') await room.deliver(key);
  else if (act === 'twice') await Promise.all([room.deliver(key), room.deliver(key)]);
  else if (act === 'round') await room.round();
  else room.later(25);
}
