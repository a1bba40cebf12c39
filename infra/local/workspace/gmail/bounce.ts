/** The mail that comes back from an address that does not exist, built as Google builds it (RFC 3464). */
import { randomBytes } from 'node:crypto';
import type { Incoming } from './mailbox.ts';

/** Nobody lives there: for trials of what happens then. */
const deadDomain = '@khong-ton-tai.vidu.vn';

export const isDead = (address: string): boolean => address.endsWith(deadDomain);

const daemon = 'mailer-daemon@googlemail.com';

const subject = 'Delivery Status Notification (Failure)';

/** The headers of a mail that was sent: what a notification gives back of it. */
const headOf = (raw: Uint8Array): string =>
  (/^([\s\S]*?)\r?\n\r?\n/.exec(Buffer.from(raw).toString('latin1'))?.[1] ?? '').replaceAll(/\r?\n/g, '\r\n');

export function toBounce(sent: Incoming, recipient: string, now: Date): Incoming {
  const boundary = randomBytes(12).toString('hex');
  const date = now.toUTCString().replace('GMT', '+0000');
  const messageId = `<${randomBytes(12).toString('hex')}@mx.google.com>`;
  const text = `Address not found\r\n\r\nYour message wasn't delivered to ${recipient} because the address couldn't be found, or is unable to receive mail.\r\n`;
  const headers: [string, string][] = [
    ['From', `Mail Delivery Subsystem <${daemon}>`],
    ['To', sent.parsed.from],
    ['Auto-Submitted', 'auto-replied'],
    ['Subject', subject],
    ['References', sent.parsed.messageId],
    ['In-Reply-To', sent.parsed.messageId],
    ['X-Failed-Recipients', recipient],
    ['Message-ID', messageId],
    ['Date', date],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/report; boundary="${boundary}"; report-type=delivery-status`],
  ];
  const raw = [
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    text,
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; googlemail.com',
    `Arrival-Date: ${date}`,
    `X-Original-Message-ID: ${sent.parsed.messageId}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Remote-MTA: dns; mx.vidu.vn. (192.0.2.25, the server for the domain.)',
    'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try',
    " 550-5.1.1 double-checking the recipient's email address for typos or unnecessary spaces. 550 5.1.1",
    `Last-Attempt-Date: ${date}`,
    '',
    `--${boundary}`,
    'Content-Type: message/rfc822',
    '',
    headOf(sent.raw),
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const parsed = {
    from: daemon,
    to: [sent.parsed.from],
    cc: [],
    bcc: [],
    subject,
    messageId,
    text,
    html: '',
    headers: headers.map(([name, value]) => ({ name, value })),
    attachments: [],
  };
  return { raw: Buffer.from(raw, 'latin1'), parsed };
}
