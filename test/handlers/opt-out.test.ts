/** Stopping what is no duty: opening the link changes nothing, one press stops, the person alone, and duties still come. */
import { expect, it } from 'vitest';
import { openOptOut, optOut } from '../../functions/handlers/opt-out.ts';
import { optOutUrl } from '../../functions/links/opt-out-link.ts';
import { signOffLink } from '../../functions/links/sign-off-link.ts';
import { renderMail } from '../../functions/mails/index.ts';
import { aNews } from '../mails/cast.ts';
import { fakeMailer, keyOf, openPostRoom, type PostRoom } from '../support/post-room.ts';

const [first, second, third] = [keyOf(1), keyOf(2), keyOf(3)];
const news = (key: string) => ({
  key,
  ...renderMail('news', aNews(), key),
  priority: 'news' as const,
  topic: 'news' as const,
});

async function aRoom() {
  const mailer = fakeMailer('gmail');
  return { mailer, room: await openPostRoom(mailer) };
}

const tokenIn = (url = ''): string => new URL(url).searchParams.get('token') ?? '';

/** A news mail has arrived; its link. */
async function withNews() {
  const { mailer, room } = await aRoom();
  await room.owe(news(first));
  await room.round();
  const [mail] = mailer.sent;
  return { mailer, room, mail: mail!, token: tokenIn(mail?.optOutUrl) };
}

const stored = ({ store }: PostRoom) => store.list('optOuts');

it('gives the same link to the mail program and to the reader', async () => {
  const { mail } = await withNews();
  expect(mail.optOutUrl).toMatch(/^https:\/\/ham\.vidu\.vn\/optOut\?token=[\w-]+\.[\w-]+$/);
  expect(mail.text).toContain(mail.optOutUrl);
  expect(mail.html).toContain(`href="${mail.optOutUrl}"`);
});

it('changes nothing when the link is opened, however often', async () => {
  const { room, token } = await withNews();
  for (let time = 0; time < 3; time += 1) {
    const { status, html } = await openOptOut(room.services, token);
    expect(status).toBe(200);
    expect(html).toContain('Thôi nhận thư loại này?');
    expect(html).toContain('Chỉ mở trang thì chưa có gì thay đổi');
  }
  expect(await stored(room)).toEqual([]);
});

it.each(['stop', ''])('stops by one POST (action "%s"), for this person and this kind', async (action) => {
  const { mailer, room, token } = await withNews();
  const { html } = await optOut(room.services, { token, action });
  expect(html).toContain('Đã thôi nhận thư loại này');
  expect(await stored(room)).toMatchObject([
    { data: { email: 'nguoilap.31843@vidu.vn', stopped: { news: room.now } } },
  ]);
  await room.owe(news(second), { ...news(third), to: 'khac@vidu.vn' }, { key: keyOf(4) });
  await room.round();
  expect(await room.states()).toEqual({
    [first]: 'sent',
    [second]: 'stopped',
    [third]: 'sent',
    [keyOf(4)]: 'sent',
  });
  expect(mailer.sent).toHaveLength(3);
});

it('is the same when pressed twice, and lets the mails come again', async () => {
  const { room, token } = await withNews();
  await optOut(room.services, { token, action: 'stop' });
  const [before] = await stored(room);
  await optOut(room.services, { token, action: 'stop' });
  expect((await stored(room))[0]?.version).toBe(before?.version);
  expect((await openOptOut(room.services, token)).html).toContain('Nhận lại');
  await optOut(room.services, { token, action: 'resume' });
  await room.owe(news(second));
  await room.round();
  expect((await room.mail(second)).state).toBe('sent');
});

it('says on the page which mails still come and why', async () => {
  const { room, token } = await withNews();
  for (const { html } of [
    await openOptOut(room.services, token),
    await optOut(room.services, { token, action: '' }),
    await openOptOut(room.services, 'x'),
  ]) {
    expect(html).toContain('Thư về việc phải làm');
    expect(html).toContain('là nhiệm vụ theo kế hoạch nên không có mục thôi nhận');
  }
});

it.each<[string, (token: string, secret: string) => string]>([
  ['altered in one letter', (token) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')],
  ['cut off', (token) => token.slice(0, 20)],
  ['with something behind it', (token) => `${token}.x`],
  ['of nothing', () => ''],
  [
    'meant for signing',
    (_token, secret) =>
      tokenIn(
        signOffLink(
          { functionsUrl: 'https://ham.vidu.vn', linkSecret: secret },
          { planId: 'a', period: 'b', unitId: 'c', snapshotId: 'd', email: 'e' },
          new Date('2025-01-08T00:00:00Z'),
        ).link,
      ),
  ],
  [
    'of another secret',
    () =>
      tokenIn(
        optOutUrl(
          { functionsUrl: 'https://ham.vidu.vn', linkSecret: 'z'.repeat(32) },
          { email: 'nguoilap.31843@vidu.vn', topic: 'news' },
        ),
      ),
  ],
])('refuses a link %s, and changes nothing', async (_what, alter) => {
  const { room, token } = await withNews();
  const wrong = alter(token, room.services.settings.linkSecret);
  for (const { status, html } of [
    await openOptOut(room.services, wrong),
    await optOut(room.services, { token: wrong, action: 'stop' }),
  ]) {
    expect(status).toBe(404);
    expect(html).toContain('chưa có gì thay đổi');
    expect(html).not.toContain('vidu.vn');
  }
  expect(await stored(room)).toEqual([]);
});

it('gives a duty no way out, neither in its foot nor in its headers', async () => {
  const { mailer, room } = await aRoom();
  await room.owe({ key: first });
  await room.round();
  expect(mailer.sent[0]?.optOutUrl).toBeUndefined();
  expect(`${mailer.sent[0]?.text} ${mailer.sent[0]?.html}`).not.toContain('optOut');
});
