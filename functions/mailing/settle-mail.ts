/**
 * What an administrator does with a mail that waits for a person: send it again or call it done. The act and its line in
 * the log are one commit. Sending again is another mail with a key of its own: no key is ever sent twice.
 */
import { randomUUID } from 'node:crypto';
import { contentHash } from '../content-hash.ts';
import type { DocumentStore, Write } from '../ports.ts';
import { type AddressTrouble, type MailLogEntry, type OutboxMail, paths, staleMailLog } from '../records.ts';
import type { Services } from '../services.ts';
import { releaseAddress } from './address-trouble.ts';
import { openStates, stateWords } from './mail-states.ts';
import { dayOfMail, unsent } from './outbox.ts';

export type Settled = { ok: true; message: string } | { ok: false; message: string };

type Context = Pick<Services, 'store' | 'clock'> & {
  /** Who does it. */
  by: string;
};

const changedMeanwhile: Settled = {
  ok: false,
  message: 'Thư vừa được nơi khác sửa, chưa làm gì. Hãy xem lại danh sách rồi làm lại.',
};

async function readOpen(store: DocumentStore, key: string) {
  const known = /^[a-f0-9]{32}$/.test(key) ? await store.read<OutboxMail>(paths.outbox(key)) : undefined;
  if (!known)
    return {
      refused: `Không có thư mã “${key.slice(0, 60)}”. Hãy chép đúng mã thư gồm 32 chữ số và chữ a–f, xem bằng: npm run gs -- mails`,
    };
  if (!openStates.includes(known.data.state))
    return {
      refused: `Thư ${key} ${stateWords[known.data.state]}, không cần xử lý. Chỉ xử lý thư không rõ, không gửi được, bị trả về hoặc đang giữ lại.`,
    };
  return { stored: known };
}

function logWrite({ clock, by }: Context, entry: Omit<MailLogEntry, 'at' | 'by'>): Write {
  const at = clock.now().toISOString();
  const data: MailLogEntry = { at, by, ...entry };
  return { kind: 'create', path: paths.mailLog(at, randomUUID()), data };
}

export async function settleMail(context: Context, key: string): Promise<Settled> {
  const { stored, refused } = await readOpen(context.store, key);
  if (!stored) return { ok: false, message: refused };
  const { path, data, version } = stored;
  const settled: OutboxMail = { ...data, state: 'settled', owed: false };
  const saved = await context.store.commit([
    { kind: 'replace', path, data: settled, version },
    logWrite(context, { action: 'settle', about: key, before: data.state }),
    staleMailLog,
  ]);
  return saved.ok ? { ok: true, message: `Đã ghi là xong: thư ${key} gửi ${data.to}.` } : changedMeanwhile;
}

/** The key of the mail that goes in its place says whose place that is: pressing twice makes one. */
const nextKey = (key: string): string => contentHash('resend', key).slice(0, 32);

export async function resendMail(context: Context, key: string): Promise<Settled> {
  const { store, clock } = context;
  const { stored, refused } = await readOpen(store, key);
  if (!stored) return { ok: false, message: refused };
  const { path, data, version } = stored;
  const trouble = await store.read<AddressTrouble>(paths.address(data.to));
  if (trouble?.data.blocked)
    return {
      ok: false,
      message: `Địa chỉ ${data.to} đã trả thư về nên chưa gửi lại. Hãy sửa dòng cán bộ của địa chỉ đó, hoặc nếu hộp thư đã dùng được: npm run gs -- mails --release ${data.to}`,
    };
  const fresh = nextKey(key);
  const now = clock.now();
  const again: OutboxMail = {
    ...data,
    ...unsent,
    text: data.text.replaceAll(key, fresh),
    html: data.html.replaceAll(key, fresh),
    createdAt: now.toISOString(),
    day: dayOfMail(now),
  };
  const settled: OutboxMail = { ...data, state: 'settled', owed: false };
  const saved = await store.commit([
    { kind: 'create', path: paths.outbox(fresh), data: again },
    { kind: 'replace', path, data: settled, version },
    logWrite(context, { action: 'resend', about: key, before: data.state, resentAs: fresh }),
    staleMailLog,
  ]);
  return saved.ok
    ? { ok: true, message: `Sẽ gửi lại cho ${data.to} trong ít phút, với mã thư mới ${fresh}.` }
    : changedMeanwhile;
}

/** For an address that works again although nothing about its owner has changed. */
export async function releaseMails(context: Context, email: string): Promise<Settled> {
  const { store } = context;
  const trouble = await store.read<AddressTrouble>(paths.address(email));
  if (!trouble?.data.blocked)
    return {
      ok: false,
      message: `Địa chỉ “${email.slice(0, 100)}” không bị giữ thư. Xem bằng: npm run gs -- mails`,
    };
  const entry = logWrite(context, { action: 'release', about: trouble.data.email, before: 'blocked' });
  const count = await releaseAddress(context, trouble.data.email, [entry]);
  if (count === undefined) return changedMeanwhile;
  return {
    ok: true,
    message: `Đã cho gửi lại đến ${trouble.data.email}; ${count} thư đang giữ sẽ đi trong ít phút.`,
  };
}
