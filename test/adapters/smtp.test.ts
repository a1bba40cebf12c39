/** What a mail server may say at each step of a session, and what that means for the mail: no, later, or nobody knows. */
import { afterEach, expect, it } from 'vitest';
import { createSmtpMailer, toSmtpServer } from '../../functions/adapters/smtp.ts';
import type { Handover } from '../../functions/ports.ts';
import { type MailServer, type Orders, startMailServer } from '../support/mail-server.ts';

let server: MailServer;
afterEach(() => server.close());

const sender = { from: 'thi-dua@guong-sang.example', fromName: 'Gương Sáng' };
const message = {
  to: 'lan@vidu.vn',
  subject: 'Nhắc hạn',
  text: 'Kính gửi bà Lan. Mã thư: a1b2c3d4e5',
  html: '<p>a1b2c3d4e5</p>',
  key: 'a1b2c3d4e5',
};
const reply = (code: number) => ({ code, words: `5.0.0 Ly do ${code}` });

async function handOver(orders: Orders, { password = 'mở-ra', given = 'mở-ra' } = {}): Promise<Handover> {
  server = await startMailServer(password);
  server.orders = orders;
  const url = server.url.replace(encodeURIComponent(password), encodeURIComponent(given));
  return createSmtpMailer(toSmtpServer(url), sender).send('', message);
}

it('logs in with the password of the address and hands over', async () => {
  expect(await handOver({})).toEqual({ outcome: 'sent' });
  expect(server.kept).toMatchObject([{ to: ['lan@vidu.vn'] }]);
});

it.each<[string, Orders, Partial<Handover>]>([
  ['the recipient with 550', { rcptTo: reply(550) }, { outcome: 'refused', recipient: true }],
  ['the sender with 553', { mailFrom: reply(553) }, { outcome: 'refused', recipient: false }],
  ['the text with 554', { data: reply(554) }, { outcome: 'refused', recipient: false }],
  ['the recipient with 450', { rcptTo: reply(450) }, { outcome: 'later' }],
  ['the sender with 451', { mailFrom: reply(451) }, { outcome: 'later' }],
  ['the text with 452', { data: reply(452) }, { outcome: 'later' }],
  ['the login with 535: ours to mend, not the mail’s', { auth: reply(535) }, { outcome: 'later' }],
])('a server that refuses %s', async (_step, orders, wanted) => {
  const handover = await handOver(orders);
  expect(handover).toMatchObject(wanted);
  expect('words' in handover && handover.words).toMatch(/^Máy chủ thư trả lời: “\d+ 5\.0\.0 Ly do \d+”$/);
  expect(server.kept).toEqual([]);
});

it('a line that dies before the text is taken is a not-now', async () => {
  expect(await handOver({ drop: 'at recipient' })).toMatchObject({ outcome: 'later' });
  expect(server.kept).toEqual([]);
});

it('a line that dies after the text is unknown: the mail may have been taken', async () => {
  expect(await handOver({ drop: 'after text' })).toMatchObject({ outcome: 'unknown' });
  expect(server.kept).toHaveLength(1);
});

it('no server there is a not-now', async () => {
  server = await startMailServer();
  const mailer = createSmtpMailer(toSmtpServer('smtp://127.0.0.1:1'), sender);
  expect(await mailer.send('', message)).toEqual({
    outcome: 'later',
    words: 'Máy chủ thư không trả lời.',
  });
});

it('tells nobody the password, whatever goes wrong', async () => {
  const told = await handOver({}, { given: 'sai-nhưng-bí-mật' });
  expect(told).toMatchObject({ outcome: 'later' });
  expect(JSON.stringify(told)).not.toMatch(/sai-nh|c2FpL/);
});

it('speaks no plain text to another machine', async () => {
  server = await startMailServer();
  const { port } = toSmtpServer(server.url);
  // A name that leads here, but is not written as this machine.
  const elsewhere = { host: '0.0.0.0', port, secure: false, user: '', password: '' };
  const handover = await createSmtpMailer(elsewhere, sender).send('', message);
  expect(handover).toMatchObject({ outcome: 'later' });
  expect(server.kept).toEqual([]);
});

it.each([
  ['smtps://a:b@thu.vidu.vn', { host: 'thu.vidu.vn', port: 465, secure: true, user: 'a', password: 'b' }],
  ['smtp://thu.vidu.vn', { host: 'thu.vidu.vn', port: 587, secure: false, user: '', password: '' }],
  [
    'smtp://a%40b:c%3A%2F@[::1]:2525',
    { host: '::1', port: 2525, secure: false, user: 'a@b', password: 'c:/' },
  ],
])('reads %s', async (address, wanted) => {
  server = await startMailServer();
  expect(toSmtpServer(address)).toEqual(wanted);
});
