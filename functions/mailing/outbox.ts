/** Mails owed: written in the same commit as the state they tell of, so that neither can be without the other. */
import { contentHash } from '../content-hash.ts';
import { localDate } from '../domain/deadline.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import { type MailData, type MailKind, renderMail } from '../mails/index.ts';
import { ruleFor } from '../mails/kinds.ts';
import type { DocumentStore, Write } from '../ports.ts';
import { type OutboxMail, officeZone, paths } from '../records.ts';
import type { Services } from '../services.ts';

export interface OwedMail {
  key: string;
  write: Write;
}

const noAddress =
  'Địa chỉ trong danh sách cán bộ không phải một địa chỉ thư. Hãy sửa trong danh sách cán bộ.';

/** The day by which the log of mails finds one. */
export const dayOfMail = (at: Date): string => localDate(at, officeZone);

/** Owed and not yet begun. */
export const unsent = {
  state: 'pending',
  owed: true,
  transport: '',
  ticket: '',
  nonce: '',
  claimedAt: '',
  attempts: 0,
  dueAt: '',
  goneAt: '',
  words: '',
  sentAt: '',
} as const satisfies Partial<OutboxMail>;

/** Half a hash is unique enough, and short enough to stand in the small print of a mail. */
export const mailKey = (kind: MailKind, to: string, about: readonly string[]): string =>
  contentHash(kind, to, ...about).slice(0, 32);

/** `about` makes the key: the same mail about the same thing to the same person is one document, so is sent once. */
export function oweMail<K extends MailKind>(
  kind: K,
  to: string,
  about: readonly string[],
  data: MailData[K],
  now: Date,
): OwedMail {
  const key = mailKey(kind, to, about);
  const { subject, text, html } = renderMail(kind, data, key);
  const mail: OutboxMail = {
    ...unsent,
    kind,
    to: to.toLowerCase(),
    subject,
    text,
    html,
    ...ruleFor(kind, data),
    // One wrong address must not keep the mails of all others back: it is kept, and shown to the administrator.
    ...(isMailAddress(to) ? {} : { state: 'failed', owed: false, words: noAddress }),
    createdAt: now.toISOString(),
    day: dayOfMail(now),
  };
  return { key, write: { kind: 'create', path: paths.outbox(key), data: mail } };
}

const perCommit = 20;

/** Saves those that a try before a crash has not saved already; false when somebody else was at it at the same moment. */
export async function saveNew(store: DocumentStore, owed: readonly OwedMail[]): Promise<boolean> {
  for (let start = 0; start < owed.length; start += perCommit) {
    const batch = owed.slice(start, start + perCommit).map(({ write }) => write);
    const known = await store.readMany(batch.map(({ path }) => path));
    const fresh = batch.filter((_, index) => !known[index]);
    if (fresh.length > 0 && !(await store.commit(fresh)).ok) return false;
  }
  return true;
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
