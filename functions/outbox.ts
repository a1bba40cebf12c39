/** Mails owed: written in the same commit as the state they tell of, so that neither can be without the other. */
import { contentHash } from './content-hash.ts';
import { localDate } from './domain/deadline.ts';
import { type MailData, type MailKind, renderMail } from './mails/index.ts';
import type { Write } from './ports.ts';
import { type OutboxMail, paths } from './records.ts';
import type { Services } from './services.ts';

export interface OwedMail {
  key: string;
  write: Write;
}

/** `about` makes the key: the same mail about the same thing to the same person is one document, so is sent once. */
export function oweMail<K extends MailKind>(
  kind: K,
  to: string,
  about: readonly string[],
  data: MailData[K],
  now: Date,
): OwedMail {
  // Half a hash is unique enough, and short enough to stand in the small print of a mail.
  const key = contentHash(kind, to, ...about).slice(0, 32);
  const { subject, text, html } = renderMail(kind, data, key);
  const mail: OutboxMail = {
    kind,
    to,
    subject,
    text,
    html,
    state: 'pending',
    owed: true,
    draftId: '',
    attempts: 0,
    goneAt: '',
    createdAt: now.toISOString(),
    day: localDate(now, 'Asia/Ho_Chi_Minh'),
    sentAt: '',
  };
  return { key, write: { kind: 'create', path: paths.outbox(key), data: mail } };
}

/** Hands the mails to the queue; `tick` finds those whose task was lost. */
export async function enqueueMails({ tasks }: Services, keys: readonly string[]): Promise<void> {
  for (const key of keys) await tasks.enqueue({ name: 'deliver', id: `deliver-${key}`, body: { key } });
}

export async function enqueueSync({ tasks }: Services, spreadsheetId: string, cause: string): Promise<void> {
  await tasks.enqueue({ name: 'sync', id: `sync-${spreadsheetId}-${cause}`, body: { spreadsheetId } });
}

export async function enqueuePublish({ tasks }: Services, cause: string): Promise<void> {
  await tasks.enqueue({ name: 'publish', id: `publish-${cause}`, body: {} });
}
