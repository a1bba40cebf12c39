/** A mail as our handlers know it → MIME, ready for Gmail. Pure but for the date and the boundary. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailMessage } from '../ports.ts';

export interface Sender {
  from: string;
  fromName: string;
}

/** Also the word that the search in Sent looks for, so nothing but letters, digits and joining marks. */
const keyShape = /^[\w-]{8,128}$/;
const addressShape = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/;

/** Line breaks and other control characters: what turns one header into two. */
const control = /[\p{Cc}\u2028\u2029]/u;

function refuseControl(value: string, part: string): void {
  if (control.test(value)) throw new Error(`mail refused: line break or control character in ${part}`);
}

export function requireKey(key: string): string {
  if (!keyShape.test(key)) throw new Error('mail refused: key is not one plain word');
  return key;
}

function checkAddress(address: string, part: string): void {
  refuseControl(address, part);
  // One mailbox only: a comma would quietly add a second recipient.
  if (!addressShape.test(address)) throw new Error(`mail refused: ${part} is not one e-mail address`);
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
    text: withKeyInText(message.text, key),
    html: withKeyInHtml(message.html, key),
    // Vietnamese is mostly beyond ASCII; base64 also keeps every space at a line's end.
    textEncoding: 'base64',
    headers: { 'X-Guong-Sang-Key': key, 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
