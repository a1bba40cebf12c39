/** Mails on the real local stack: an address that is dead, a mail server instead of Gmail, and the way out over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpMailer, toSmtpServer } from '../../functions/adapters/smtp.ts';
import type { Mailer } from '../../functions/ports.ts';
import { type AddressTrouble, type OutboxMail, paths } from '../../functions/records.ts';
import { mailSender } from '../../infra/local/runtime/local.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { provision } from '../../infra/provision/provision.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { aMail } from '../support/mails.ts';
import { type Office, startOffice } from '../support/office.ts';
import { keyOf } from '../support/post-room.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ failuresExpected: true });
});
afterAll(() => office.close());

const mailsTo = async (to: string): Promise<OutboxMail[]> =>
  (await office.local.store.list<OutboxMail>('outbox', { where: { to } })).map(({ data }) => data);

const staffWith = (email: string) => {
  const head = staffEmail('head', '31843');
  return sampleStaff(office.plan.units).map((person) =>
    person.email === head ? { ...person, email } : person,
  );
};

const employ = (email: string) =>
  provision({
    store: office.local.store,
    admin: office.local.google.admin,
    plan: office.plan,
    period: '2025',
    staff: staffWith(email),
    listingUrl: office.local.urls.listing,
  });

describe('a head of unit whose address does not exist', () => {
  const dead = 'thutruong.cu@khong-ton-tai.vidu.vn';

  it('is found out by the mail that comes back, and the administrator reads it the next morning', async () => {
    await employ(dead);
    await office.type('31843', office.rows('31843', 5));
    expect((await office.submit('31843')).body.ok).toBe(true);
    await office.settle();
    await office.settle();
    expect((await mailsTo(dead)).map(({ kind, state }) => [kind, state])).toEqual([
      ['signOffRequest', 'bounced'],
    ]);
    const trouble = await office.local.store.read<AddressTrouble>(paths.address(dead));
    expect(trouble?.data).toMatchObject({ blocked: true, words: expect.stringContaining('does not exist') });
    await office.people.moveClock('2025-01-09T07:30:00+07:00');
    await office.settle();
    const report = (await office.people.mailbox('quantri@vidu.vn')).find(({ subject }) =>
      subject.includes('thư chưa đến tay người nhận'),
    );
    expect(report?.text).toContain(dead);
    expect(report?.text).toContain('550');
  });

  it('gets the link at the right address as soon as the entry is mended and the clerk presses again', async () => {
    const right = 'thutruong.moi@vidu.vn';
    await employ(right);
    const again = await office.submit('31843');
    expect(again.body).toMatchObject({ ok: true, repeated: true });
    await office.settle();
    expect((await mailsTo(right)).map(({ kind, state }) => [kind, state])).toContainEqual([
      'signOffRequest',
      'sent',
    ]);
  });
});

describe('with a mail server instead of Gmail', () => {
  let server: MailServer;
  let gmail: Mailer;
  beforeAll(async () => {
    server = await startMailServer();
    gmail = office.local.services.mailer;
    office.local.services.mailer = createSmtpMailer(toSmtpServer(server.url), {
      from: mailSender,
      fromName: 'Gương Sáng',
    });
  });
  afterAll(async () => {
    office.local.services.mailer = gmail;
    await server.close();
  });
  beforeEach(() => {
    server.orders = {};
    server.kept.length = 0;
  });

  it('brings receipt, request and signed receipt of a list, each once', async () => {
    await office.send('31846', office.rows('31846', 5)).catch(() => undefined);
    await office.settle();
    const mails = await office.local.store.list<OutboxMail>('outbox', { where: { transport: 'smtp' } });
    expect(mails.map(({ data }) => data.kind).sort()).toEqual(['receipt', 'signOffRequest']);
    expect(mails.every(({ data }) => data.state === 'sent')).toBe(true);
    expect(server.kept).toHaveLength(2);
  });

  it('never sends a second time what was taken without an answer, and says that nobody knows', async () => {
    const key = keyOf(501);
    server.orders = { drop: 'after text' };
    await office.local.store.commit([{ kind: 'create', path: paths.outbox(key), data: aMail({ key }) }]);
    await office.settle();
    server.orders = {};
    for (let time = 0; time < 3; time += 1) await office.settle();
    expect(server.kept).toHaveLength(1);
    expect((await office.local.store.read<OutboxMail>(paths.outbox(key)))?.data.state).toBe('uncertain');
  });

  it('tries again what the server put off', async () => {
    const key = keyOf(502);
    server.orders = { data: { code: 451, words: '4.3.0 thu lai sau' } };
    await office.local.store.commit([{ kind: 'create', path: paths.outbox(key), data: aMail({ key }) }]);
    const { tick } = await import('../../functions/handlers/tick.ts');
    await tick(office.local.services);
    await new Promise((resolve) => setTimeout(resolve, 60));
    server.orders = {};
    await office.settle();
    await office.settle();
    expect((await office.local.store.read<OutboxMail>(paths.outbox(key)))?.data).toMatchObject({
      state: 'sent',
    });
    expect(server.kept).toHaveLength(1);
  });
});

describe('the way out over HTTP', () => {
  const key = keyOf(600);
  const ask = (url: string, method: string, body?: URLSearchParams) =>
    fetch(url, { method, ...(body ? { body } : {}) });
  const stopped = async () => (await office.local.store.list('optOuts')).length;

  it('is in the headers of the mail; opening stops nothing, one press of the mail program does', async () => {
    const foot = '</div>\n</div>\n</td></tr></table>';
    const mail = aMail({ key, topic: 'news', priority: 'news', html: `<p>${key}</p>${foot}` });
    await office.local.store.commit([{ kind: 'create', path: paths.outbox(key), data: mail }]);
    await office.settle();
    const response = await fetch(`${office.local.urls.workspace}/mailbox.json?to=${mail.to}`);
    const { messages } = (await response.json()) as {
      messages: { text: string; headers: Record<string, string> }[];
    };
    const { headers } = messages.find(({ text }) => text.includes(key))!;
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const url = headers['List-Unsubscribe']?.replace(/^<|>$/g, '') as string;
    for (const method of ['GET', 'HEAD']) {
      expect((await ask(url, method)).status).toBe(200);
      expect((await ask(`${url}&action=stop`, method)).status).toBe(200);
    }
    expect((await ask(url, 'PUT')).status).toBe(405);
    expect(await stopped()).toBe(0);
    const pressed = await ask(url, 'POST', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }));
    expect(pressed.status).toBe(200);
    expect(pressed.redirected).toBe(false);
    expect(await stopped()).toBe(1);
  });

  it('answers a broken link with a page that says so', async () => {
    const response = await ask(`${office.local.urls.functions}/optOut?token=abc`, 'POST');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Liên kết không dùng được');
  });
});
