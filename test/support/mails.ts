/** Builds raw mails as the product makes them, for tests that send some. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
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
