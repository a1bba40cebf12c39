/** The last line of a mail's foot: the link that stops mails of its kind. A duty has none. */
import { html } from '../listing/html.ts';
import { type MailTopic, topics } from './kinds.ts';
import { footEnd } from './layout.ts';

const label = 'Thôi nhận thư loại này';

/** Put in when the mail leaves: until then nobody knows at which address the function answers. */
export function withOptOut(
  mail: { text: string; html: string },
  stop: { topic: MailTopic; url: string },
): { text: string; html: string } {
  const what = `Đây là thư ${topics[stop.topic]}, Ông/Bà có thể thôi nhận.`;
  const line = html`<p style="margin:0 0 6px">${what} <a class="link" href="${stop.url}" style="color:#8f1d1a">${label}</a></p>`;
  const at = mail.html.lastIndexOf(footEnd);
  if (at < 0) throw new Error('a mail without a foot');
  return {
    text: `${mail.text.trimEnd()}\n${what} ${label}:\n${stop.url}\n`,
    html: `${mail.html.slice(0, at)}${line.html}\n${mail.html.slice(at)}`,
  };
}
