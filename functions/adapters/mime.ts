/** A mail as our handlers know it → MIME, the same for both transports. Pure but for the date and the boundary. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { isMailAddress } from '../domain/mail-address.ts';
import type { MailMessage } from '../ports.ts';

export interface Sender {
  from: string;
  fromName: string;
}

/** Also the word that the search in Sent looks for, so nothing but letters, digits and joining marks. */
const keyShape = /^[\w-]{8,128}$/;

/** Line breaks and other control characters: what turns one header into two. */
const control = /[\p{Cc}\u2028\u2029]/u;

/** A mail that must not leave as it is, however often it is tried. Handlers know it by `name`. */
export class MailRefused extends Error {
  constructor(why: string) {
    super(`mail refused: ${why}`);
    this.name = 'MailRefused';
  }
}

function refuseControl(value: string, part: string): void {
  if (control.test(value)) throw new MailRefused(`line break or control character in ${part}`);
}

export function requireKey(key: string): string {
  if (!keyShape.test(key)) throw new MailRefused('key is not one plain word');
  return key;
}

function checkAddress(address: string, part: string): void {
  refuseControl(address, part);
  if (!isMailAddress(address)) throw new MailRefused(`${part} is not one e-mail address`);
}

const keyLine = (key: string): string => `Mã thư: ${key}`;

/** Gmail searches bodies, not headers of our own: the key must stand in the text. */
const withKeyInText = (text: string, key: string): string =>
  text.includes(key) ? text : `${text}\n\n${keyLine(key)}\n`;

function withKeyInHtml(html: string, key: string): string {
  if (html.includes(key)) return html;
  const line = `<p style="color:#595959;font-size:12px">${keyLine(key)}</p>`;
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end < 0 ? html + line : html.slice(0, end) + line + html.slice(end);
}

/** One POST to this address stops the mails, without a page in between. */
function optOutHeaders(url: string | undefined): Record<string, string> {
  if (url === undefined) return {};
  if (!/^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/.test(url)) throw new MailRefused('opt-out address');
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Made from the key, so that a mail that comes back tells which it was. */
export const toMessageId = (key: string, from: string): string => `<${key}@${from.split('@')[1] ?? ''}>`;

export async function toMime(message: MailMessage, { from, fromName }: Sender): Promise<Buffer> {
  const key = requireKey(message.key);
  checkAddress(message.to, 'to');
  checkAddress(from, 'from');
  refuseControl(message.subject, 'subject');
  refuseControl(fromName, 'fromName');
  const composer = new MailComposer({
    from: { name: fromName, address: from },
    to: { name: '', address: message.to },
    subject: message.subject,
    messageId: toMessageId(key, from),
    text: withKeyInText(message.text, key),
    html: withKeyInHtml(message.html, key),
    // Vietnamese is mostly beyond ASCII; base64 also keeps every space at a line's end.
    textEncoding: 'base64',
    headers: {
      'X-Guong-Sang-Key': key,
      'Auto-Submitted': 'auto-generated',
      ...optOutHeaders(message.optOutUrl),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
