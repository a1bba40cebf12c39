/** Searches and reads the emulated mailbox through Google's own client: whole words, late indexing, formats, own mail only. */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gmailClient } from '../../support/google-clients.ts';
import { aRaw } from '../../support/mails.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

const clerk = 'nguoi.lap@vinh-trach.example';
const userId = 'me';
let workspace: TestWorkspace;
let robots: gmail_v1.Gmail;
let clerks: gmail_v1.Gmail;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  robots = await gmailClient(workspace, testRobot);
  clerks = await gmailClient(workspace, clerk);
});
afterAll(() => workspace.close());

const search = async (q: string, client = robots) =>
  ((await client.users.messages.list({ userId, q })).data.messages ?? []).map((one) => one.id);

describe('search', () => {
  it('finds by key, message id, address, subject and place, and whole words only', async () => {
    const raw = await aRaw({
      to: 'tim@example.vn',
      subject: 'Quá hạn kỳ 2025',
      text: 'Mã thư: abc-123-def',
      key: 'abc-123-def',
    });
    const sent = await robots.users.messages.send({ userId, requestBody: { raw } });
    const id = sent.data.id;
    const { data } = await robots.users.messages.get({
      userId,
      id: id ?? '',
      format: 'metadata',
      metadataHeaders: ['Message-ID'],
    });
    expect(data.payload?.headers).toHaveLength(1);
    const messageId = data.payload?.headers?.[0]?.value ?? '';
    for (const q of [
      'in:sent abc-123-def',
      '"Mã thư: abc-123-def"',
      `rfc822msgid:${messageId}`,
      'to:tim@example.vn',
      'subject:"quá hạn" in:sent',
      '{to:khac@example.vn to:tim@example.vn} in:sent',
    ])
      expect(await search(q), q).toEqual([id]);
    for (const q of [
      'in:inbox abc-123-def',
      'abc-123-de',
      'bc-123',
      '-in:sent abc-123-def',
      'rfc822msgid:khac@x',
      '{to:khac@example.vn from:tim@example.vn}',
      '-{to:khac@example.vn to:tim@example.vn} abc-123-def',
    ])
      expect(await search(q), q).toEqual([]);
  });

  it('does not find a sent mail before the lag that was ordered is over', async () => {
    workspace.faults.set({ searchLagSeconds: 60 });
    await robots.users.messages.send({ userId, requestBody: { raw: await aRaw({ key: 'khoa1' }) } });
    expect(await search('in:sent khoa1')).toEqual([]);
    await workspace.clock.moveTo(new Date(workspace.clock.now().getTime() + 61_000));
    expect(await search('in:sent khoa1')).toHaveLength(1);
    workspace.faults.clear();
  });
});

describe('reading', () => {
  it('answers each format with its own part of the mail', async () => {
    const { data: sent } = await robots.users.messages.send({ userId, requestBody: { raw: await aRaw() } });
    const read = async (format: string) =>
      (await robots.users.messages.get({ userId, id: sent.id ?? '', format })).data;
    const full = await read('full');
    expect(full.payload?.mimeType).toBe('multipart/alternative');
    expect(Buffer.from(full.payload?.parts?.[0]?.body?.data ?? '', 'base64url').toString()).toBe(
      'Kính gửi đơn vị\n',
    );
    expect((await read('minimal')).payload).toBeUndefined();
    expect((await read('raw')).raw).toBeTruthy();
    expect((await read('metadata')).payload?.headers).toContainEqual({
      name: 'Subject',
      value: 'Nhắc hạn nộp',
    });
  });

  it('is for one’s own mailbox only', async () => {
    const [id] = await search('in:sent');
    await expect(clerks.users.messages.get({ userId, id: id ?? '' })).rejects.toMatchObject({ status: 404 });
    await expect(clerks.users.messages.list({ userId: testRobot })).rejects.toMatchObject({ status: 403 });
    expect((await clerks.users.getProfile({ userId: clerk })).data.emailAddress).toBe(clerk);
    expect((await clerks.users.labels.list({ userId })).data.labels?.map((one) => one.id)).toContain('SENT');
  });
});
