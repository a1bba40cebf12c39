/** An address that gives mails back: remembered with the server's words, mails to it held, let go when its entry changes. */

import type { Write } from '../ports.ts';
import { type AddressTrouble, type OutboxMail, paths, staleMailLog } from '../records.ts';
import type { Services } from '../services.ts';
import type { StoredMail } from './claim-mail.ts';
import { staffMark } from './staff-mark.ts';

/** To be written in the commit that closes the mail which came back. */
export async function troubleWrites(
  { store }: Services,
  { path, data }: StoredMail,
  words: string,
  at: Date,
): Promise<Write[]> {
  const email = data.to.toLowerCase();
  const trouble: AddressTrouble = {
    email,
    at: at.toISOString(),
    words,
    key: path.slice('outbox/'.length),
    staff: await staffMark(store, email),
    blocked: true,
  };
  return [{ kind: 'put', path: paths.address(email), data: trouble }];
}

/** Whose entry has changed since: their held mails are owed again. */
export async function releaseChanged(services: Services): Promise<void> {
  const { store } = services;
  const blocked = await store.list<AddressTrouble>('addresses', { where: { blocked: true } });
  for (const { data } of blocked)
    if (data.staff !== (await staffMark(store, data.email))) await releaseAddress(services, data.email);
}

const perCommit = 50;

/**
 * The address is freed in the last commit: what a crash leaves undone, the next round finds. Answers how many mails go
 * now; undefined when somebody changed one of them meanwhile.
 */
export async function releaseAddress(
  { store }: Pick<Services, 'store'>,
  email: string,
  also: readonly Write[] = [],
): Promise<number | undefined> {
  const held = await store.list<OutboxMail>('outbox', { where: { to: email, state: 'held' } });
  const path = paths.address(email);
  const trouble = await store.read<AddressTrouble>(path);
  const freed: Write[] = held.map(({ path: mail, data, version }) => ({
    kind: 'replace',
    path: mail,
    data: { ...data, state: 'pending', owed: true, words: '' } satisfies OutboxMail,
    version,
  }));
  if (trouble)
    freed.push({
      kind: 'replace',
      path,
      data: { ...trouble.data, blocked: false },
      version: trouble.version,
    });
  if (freed.length > 0) freed.push(staleMailLog);
  freed.push(...also);
  for (let start = 0; start < freed.length; start += perCommit)
    if (!(await store.commit(freed.slice(start, start + perCommit))).ok) return undefined;
  return held.length;
}
