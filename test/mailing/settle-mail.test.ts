/** What an administrator decides about a mail: done once, logged with who and when, and no key is ever sent twice. */
import { expect, it } from 'vitest';
import type { MailState } from '../../functions/mailing/mail-states.ts';
import { releaseMails, resendMail, settleMail } from '../../functions/mailing/settle-mail.ts';
import { type MailLogEntry, type OutboxMail, paths } from '../../functions/records.ts';
import { fakeMailer, keyOf, openPostRoom, type PostRoom } from '../support/post-room.ts';

const key = keyOf(1);
const email = 'nguoilap.31843@vidu.vn';

async function aRoom(state: MailState = 'uncertain') {
  const mailer = fakeMailer('smtp');
  const room = await openPostRoom(mailer);
  await room.employ({ email });
  await room.owe({ key, state, owed: false, transport: 'smtp', attempts: 3, words: 'no answer' });
  return { mailer, room, context: { ...room.services, by: 'Phạm Thu Hà' } };
}

const log = async ({ store }: PostRoom): Promise<MailLogEntry[]> =>
  (await store.list<MailLogEntry>('mailLog')).map(({ data }) => data);

it.each(['uncertain', 'failed', 'bounced', 'held'] as const)(
  'settles a mail that is %s, and logs who did',
  async (state) => {
    const { mailer, room, context } = await aRoom(state);
    expect(await settleMail(context, key)).toMatchObject({ ok: true });
    expect(await room.mail(key)).toMatchObject({ state: 'settled', owed: false });
    expect(await log(room)).toEqual([
      { at: room.now, by: 'Phạm Thu Hà', action: 'settle', about: key, before: state },
    ]);
    await room.round();
    expect(mailer.sent).toEqual([]);
  },
);

it('sends again as another mail with its own key, in the text too, and keeps the old one as settled', async () => {
  const { mailer, room, context } = await aRoom();
  expect(await resendMail(context, key)).toMatchObject({ ok: true });
  await room.round();
  const [entry] = await log(room);
  const fresh = entry?.resentAs as string;
  expect(entry).toMatchObject({ action: 'resend', about: key, before: 'uncertain', by: 'Phạm Thu Hà' });
  expect(fresh).toMatch(/^[a-f0-9]{32}$/);
  expect(await room.states()).toEqual({ [key]: 'settled', [fresh]: 'sent' });
  expect(mailer.sent.map((mail) => mail.key)).toEqual([fresh]);
  expect(mailer.sent[0]?.text).toContain(fresh);
  expect(`${mailer.sent[0]?.text} ${mailer.sent[0]?.html}`).not.toContain(key);
});

it('resends once, however often it is asked, also at the same moment', async () => {
  const { mailer, room, context } = await aRoom();
  const answers = await Promise.all([resendMail(context, key), resendMail(context, key)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await resendMail(context, key)).ok).toBe(false);
  await room.round();
  expect(mailer.sent).toHaveLength(1);
  expect(await log(room)).toHaveLength(1);
});

it.each(['pending', 'sending', 'sent', 'stopped', 'settled'] as const)(
  'leaves a mail alone that is %s, and says why',
  async (state) => {
    const { room, context } = await aRoom(state);
    for (const act of [settleMail, resendMail]) {
      const { ok, message } = await act(context, key);
      expect(ok).toBe(false);
      expect(message).toContain('không cần xử lý');
    }
    expect(await log(room)).toEqual([]);
  },
);

it.each(['', 'x', '../staff/y', keyOf(9)])('knows no mail "%s", and says where keys stand', async (wrong) => {
  const { room, context } = await aRoom();
  for (const act of [settleMail, resendMail]) {
    const { ok, message } = await act(context, wrong);
    expect(ok).toBe(false);
    expect(message).toContain('npm run gs -- mails');
  }
  expect(await log(room)).toEqual([]);
});

it('sends nothing again to an address that gives mails back, until it is released', async () => {
  const { mailer, room, context } = await aRoom();
  const held = keyOf(2);
  mailer.answers = [{ outcome: 'refused', words: '550 5.1.1', recipient: true }];
  await room.owe({ key: held });
  await room.deliver(held);
  await room.owe({ key: keyOf(3) });
  await room.deliver(keyOf(3));
  expect((await room.states())[keyOf(3)]).toBe('held');

  const refused = await resendMail(context, key);
  expect(refused).toMatchObject({ ok: false, message: expect.stringContaining(`--release ${email}`) });

  expect(await releaseMails(context, email)).toMatchObject({
    ok: true,
    message: expect.stringContaining('1 thư'),
  });
  expect((await releaseMails(context, email)).ok).toBe(false);
  await room.round();
  expect((await room.states())[keyOf(3)]).toBe('sent');
  expect(await resendMail(context, key)).toMatchObject({ ok: true });
  expect((await log(room)).map(({ action, about }) => [action, about]).sort()).toEqual([
    ['release', email],
    ['resend', key],
  ]);
});

it('adds to the log and never writes over it, within one moment too', async () => {
  const { room, context } = await aRoom();
  await room.owe({ key: keyOf(2), state: 'failed', owed: false });
  await Promise.all([settleMail(context, key), settleMail(context, keyOf(2))]);
  expect(await log(room)).toHaveLength(2);
  const mail = await room.store.read<OutboxMail>(paths.outbox(key));
  expect(mail?.data.words).toBe('no answer');
});
