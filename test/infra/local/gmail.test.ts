/** Drives the emulated Gmail through Google's own client: drafts that are sent once, delivery and limits. */
import * as fc from 'fast-check';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBounce } from '../../../functions/adapters/bounce-report.ts';
import type { MailboxMessage } from '../../../infra/local/workspace/local.ts';
import { gmailClient } from '../../support/google-clients.ts';
import { aRaw } from '../../support/mails.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

const clerk = 'nguoi.lap@vinh-trach.example';
const userId = 'me';
let workspace: TestWorkspace;
let robots: gmail_v1.Gmail;
let clerks: gmail_v1.Gmail;
let lastKey = 0;

const aKey = () => {
  lastKey += 1;
  return `khoa${lastKey}`;
};

const createDraft = async (raw: string) =>
  (await robots.users.drafts.create({ userId, requestBody: { message: { raw } } })).data.id ?? '';

const sendDraft = (id: string) => robots.users.drafts.send({ userId, requestBody: { id } });

const search = async (q: string, client = robots) =>
  ((await client.users.messages.list({ userId, q })).data.messages ?? []).map((one) => one.id);

async function mailboxOf(to: string): Promise<MailboxMessage[]> {
  const response = await fetch(`${workspace.url}/mailbox.json?to=${encodeURIComponent(to)}`);
  return ((await response.json()) as { messages: MailboxMessage[] }).messages;
}

beforeAll(async () => {
  workspace = await startTestWorkspace();
  robots = await gmailClient(workspace, testRobot);
  clerks = await gmailClient(workspace, clerk);
});
afterAll(() => workspace.close());

describe('a draft', () => {
  it('is sent once; the second send finds nothing', async () => {
    const key = aKey();
    const id = await createDraft(await aRaw({ key }));
    await sendDraft(id);
    await expect(sendDraft(id)).rejects.toMatchObject({
      status: 404,
      message: 'Requested entity was not found.',
    });
    expect((await mailboxOf(clerk)).filter((one) => one.headers['X-Guong-Sang-Key'] === key)).toHaveLength(1);
    expect(await search(`in:sent ${key}`)).toHaveLength(1);
  });

  it('sends once even when many try at the same time', async () => {
    const key = aKey();
    const id = await createDraft(await aRaw({ key }));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => sendDraft(id)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await mailboxOf(clerk)).filter((one) => one.headers['X-Guong-Sang-Key'] === key)).toHaveLength(1);
  });

  it('cannot be sent once it is deleted, nor by others', async () => {
    const id = await createDraft(await aRaw());
    await expect(clerks.users.drafts.send({ userId, requestBody: { id } })).rejects.toMatchObject({
      status: 404,
    });
    await robots.users.drafts.delete({ userId, id });
    await expect(sendDraft(id)).rejects.toMatchObject({ status: 404 });
    await expect(robots.users.drafts.delete({ userId, id })).rejects.toMatchObject({ status: 404 });
  });

  it('is listed, read and changed until it is sent', async () => {
    const id = await createDraft(await aRaw({ subject: 'Bản đầu' }));
    await robots.users.drafts.update({
      userId,
      id,
      requestBody: { message: { raw: await aRaw({ subject: 'Bản sửa' }) } },
    });
    const { data } = await robots.users.drafts.get({ userId, id });
    expect(data.message?.payload?.headers).toContainEqual({ name: 'Subject', value: 'Bản sửa' });
    const listed = (await robots.users.drafts.list({ userId })).data.drafts ?? [];
    expect(listed.map((one) => one.id)).toContain(id);
    await sendDraft(id);
    expect(
      ((await robots.users.drafts.list({ userId })).data.drafts ?? []).map((one) => one.id),
    ).not.toContain(id);
  });

  it('delivers at most once, whatever is tried in whatever order', async () => {
    const steps = fc.array(fc.constantFrom('send', 'delete', 'update'), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (tried) => {
        const key = aKey();
        const raw = await aRaw({ key });
        const id = await createDraft(raw);
        const acts = {
          send: () => sendDraft(id),
          delete: () => robots.users.drafts.delete({ userId, id }),
          update: () => robots.users.drafts.update({ userId, id, requestBody: { message: { raw } } }),
        };
        for (const step of tried) await acts[step as keyof typeof acts]().catch(() => undefined);
        const ends = tried.filter((step) => step !== 'update');
        expect(await search(`in:sent ${key}`)).toHaveLength(ends[0] === 'send' ? 1 : 0);
      }),
      { numRuns: 15 },
    );
  });
});

describe('delivery', () => {
  it('puts a mail into the boxes of all recipients and hides the blind copy', async () => {
    const raw = await aRaw({
      to: `${clerk}, thu.truong@vinh-trach.example`,
      bcc: 'luu@example.vn',
      subject: 'Gửi nhiều nơi',
    });
    await robots.users.messages.send({ userId, requestBody: { raw } });
    for (const to of [clerk, 'thu.truong@vinh-trach.example', 'luu@example.vn']) {
      const [last] = (await mailboxOf(to)).slice(-1);
      expect(last).toMatchObject({ to, from: testRobot, subject: 'Gửi nhiều nơi' });
      expect(JSON.stringify(last?.headers).toLowerCase()).not.toContain('bcc');
    }
    const [id] = await search('subject:"Gửi nhiều nơi" in:inbox', clerks);
    const { data } = await clerks.users.messages.get({ userId, id: id ?? '', format: 'raw' });
    expect(Buffer.from(data.raw ?? '', 'base64url').toString()).not.toMatch(/luu@example/);
  });

  it('lists the mailbox oldest first, with text, HTML and Vietnamese time', async () => {
    const to = 'thu.tu@example.vn';
    for (const subject of ['một', 'hai', 'ba'])
      await robots.users.messages.send({
        userId,
        requestBody: { raw: await aRaw({ to, subject, text: `Thư ${subject}` }) },
      });
    const messages = await mailboxOf(to);
    expect(messages.map((one) => one.subject)).toEqual(['một', 'hai', 'ba']);
    expect(messages[0]).toMatchObject({ text: 'Thư một\n', html: '<p>Kính gửi đơn vị</p>\n' });
    expect(messages[0]?.date).toMatch(/\+07:00$/);
  });

  it.each([
    ['no recipient', 'Subject: x\r\n\r\nx', 'Recipient address required'],
    ['a recipient that is no address', 'To: xin chao\r\n\r\nx', 'Invalid To header'],
  ])('refuses %s', async (_name, mime, message) => {
    const raw = Buffer.from(mime).toString('base64url');
    await expect(robots.users.messages.send({ userId, requestBody: { raw } })).rejects.toMatchObject({
      status: 400,
      message,
    });
  });

  it('takes a mail as an upload too', async () => {
    const body = Buffer.from(await aRaw({ subject: 'Tải lên' }), 'base64url').toString('utf8');
    const media = { mimeType: 'message/rfc822', body };
    await robots.users.messages.send({ userId, media }, { rootUrl: workspace.url });
    expect((await mailboxOf(clerk)).at(-1)?.subject).toBe('Tải lên');
  });

  it('brings any subject and text through unharmed', async () => {
    const words = fc.array(
      fc.constantFrom('Đồng', 'chí', 'Nguyễn', 'Thị', 'ệ', '1.234,5', '“gương”', '<b>', '&', '😀'),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(words, words, async (subject, text) => {
        const raw = await aRaw({
          to: 'moi.chu@example.vn',
          subject: subject.join(' '),
          text: text.join(' '),
        });
        await robots.users.messages.send({ userId, requestBody: { raw } });
        const last = (await mailboxOf('moi.chu@example.vn')).at(-1);
        expect([last?.subject, last?.text.trim()]).toEqual([subject.join(' '), text.join(' ')]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an address that does not exist', () => {
  const dead = 'ai-do@khong-ton-tai.vidu.vn';

  it('gives the mail back to its sender, as Google does, and to nobody else', async () => {
    const key = aKey().padEnd(32, '0');
    const { data: sent } = await robots.users.messages.send({
      userId,
      requestBody: { raw: await aRaw({ to: `${dead}, ${clerk}`, key, subject: 'Mời ký' }) },
    });
    expect(await mailboxOf(dead)).toEqual([]);
    const id = (await search('from:mailer-daemon in:inbox'))[0] ?? '';
    expect(id).not.toBe(sent.id);
    const { data } = await robots.users.messages.get({ userId, id, format: 'raw' });
    const raw = Buffer.from(data.raw ?? '', 'base64url');
    const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
    expect(mail.from?.address).toBe('mailer-daemon@googlemail.com');
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual([
      'message/delivery-status',
      'message/rfc822',
    ]);
    expect(readBounce(raw.toString('latin1'), '2025-01-08T00:00:00.000Z')).toMatchObject({
      key,
      address: dead,
      status: '5.1.1',
      words: expect.stringContaining('does not exist'),
    });
    expect(await search('from:mailer-daemon', clerks)).toEqual([]);
  });

  it('is found from a second on, and not before it', async () => {
    const now = Math.floor(workspace.clock.now().getTime() / 1000);
    expect(await search(`from:mailer-daemon after:${now - 3600}`)).toHaveLength(1);
    expect(await search(`from:mailer-daemon after:${now + 3600}`)).toEqual([]);
    expect(await search(`from:mailer-daemon before:${now - 3600}`)).toEqual([]);
    await expect(search('from:mailer-daemon after:hom-qua')).rejects.toMatchObject({ status: 400 });
  });
});

describe('limits', () => {
  it('stops at the daily cap without losing the draft, and goes on a day later', async () => {
    const limited = await startTestWorkspace({ quotas: { gmail: { messagesPerDay: 1 } } });
    const client = await gmailClient(limited, testRobot);
    const raw = await aRaw();
    const draft = await client.users.drafts.create({ userId, requestBody: { message: { raw } } });
    await client.users.messages.send({ userId, requestBody: { raw } });
    const send = () => client.users.drafts.send({ userId, requestBody: { id: draft.data.id ?? '' } });
    await expect(send()).rejects.toMatchObject({ status: 429 });
    await limited.clock.moveTo(new Date(limited.clock.now().getTime() + 24 * 3600_000 + 1000));
    await send();
    await limited.close();
  });
});
