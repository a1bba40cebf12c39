/** Builds raw mails as the product makes them, and mails of the outbox, for tests that send some. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { unsent } from '../../functions/mailing/outbox.ts';
import type { OutboxMail } from '../../functions/records.ts';
import { testRobot } from './workspace.ts';

interface MailParts {
  to?: string;
  bcc?: string;
  subject?: string;
  text?: string;
  html?: string;
  key?: string;
}

/** Base64url MIME of a mail; the boring parts are given. */
export async function aRaw(parts: MailParts = {}): Promise<string> {
  const {
    to = 'nguoi.lap@vinh-trach.example',
    subject = 'Nhắc hạn nộp',
    text = 'Kính gửi đơn vị',
    html = '<p>Kính gửi đơn vị</p>',
    key,
  } = parts;
  const headers = key === undefined ? {} : { 'X-Guong-Sang-Key': key };
  const bcc = parts.bcc === undefined ? {} : { bcc: parts.bcc };
  const mail = new MailComposer({ from: testRobot, to, ...bcc, subject, text, html, headers }).compile();
  mail.keepBcc = true;
  return (await mail.build()).toString('base64url');
}

/** A mail that is owed and not yet begun, as the outbox keeps it. */
export const aMail = (given: Partial<OutboxMail> & { key: string }): OutboxMail => {
  const { key, ...fields } = given;
  return {
    ...unsent,
    kind: 'receipt',
    to: 'nguoilap.31843@vidu.vn',
    subject: `Thư thử ${key}`,
    text: `Nội dung thư thử.\n\nMã thư: ${key}\n`,
    html: `<p>Nội dung thư thử.</p><p>Mã thư: ${key}</p>`,
    priority: 'urgent',
    topic: '',
    createdAt: '2025-01-08T01:00:00.000Z',
    day: '2025-01-08',
    ...fields,
  };
};
