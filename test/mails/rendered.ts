/** Keeps a mail as files, so that a change of wording is read as wording: the subject leads the text. */
import { expect } from 'vitest';
import { type MailData, type MailKind, renderMail } from '../../functions/mails/index.ts';
import { key } from './cast.ts';

export async function expectRendered<K extends MailKind>(kind: K, name: string, data: MailData[K]) {
  const { subject, text, html } = renderMail(kind, data, key);
  await expect(`Tiêu đề: ${subject}\n\n${text}`).toMatchFileSnapshot(`rendered/${name}.txt`);
  await expect(html).toMatchFileSnapshot(`rendered/${name}.html`);
  return { subject, text, html };
}
