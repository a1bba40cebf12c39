/** The Mailer port over Gmail: a draft is made, remembered by its id, then sent; a draft can be sent only once. */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { Bounce, Handover, Mailer } from '../ports.ts';
import { readBounce } from './bounce-report.ts';
import { ServiceFailure } from './failures.ts';
import { serverGaveCode, serverSaid, serverSilent } from './mail-words.ts';
import { requireKey, type Sender, toMime } from './mime.ts';
import type { Call, Limited } from './retry.ts';

const userId = 'me';

const write = (method: string, ambiguous: Call['ambiguous']): Call => ({
  service: 'gmail',
  method,
  kind: 'write',
  ambiguous,
});

const read = (method: string): Call => ({ service: 'gmail', method, kind: 'read', ambiguous: 'repeat' });

/** 404, or a 400 that speaks of the draft; a 400 about an address is not a draft that is gone. */
function isGone(error: unknown): boolean {
  if (!(error instanceof ServiceFailure) || error.service !== 'gmail') return false;
  return error.status === 404 || (error.status === 400 && /draft|already|not found/i.test(error.reason));
}

const wordsOf = ({ reason, status }: ServiceFailure): string =>
  serverSaid(reason, status === undefined ? serverSilent : serverGaveCode(status));

/** A 400 is about this mail; every other no (credentials, quota, no connection) passes. */
function toHandover(error: unknown): Handover {
  if (isGone(error)) return { outcome: 'gone' };
  if (!(error instanceof ServiceFailure)) throw error;
  const words = wordsOf(error);
  if (error.fate === 'unknown') return { outcome: 'unknown', words };
  if (error.status === 400)
    return { outcome: 'refused', words, recipient: /recipient|to header/i.test(error.reason) };
  return { outcome: 'later', words };
}

/** Google itself and most servers, or those of Microsoft: braces are Gmail's "one of these". */
const bounceWriters = '{from:mailer-daemon from:postmaster}';

export function createGmailMailer(client: gmail_v1.Gmail, limited: Limited, sender: Sender): Mailer {
  const { drafts, messages } = client.users;

  /** Every page of the answer. */
  async function findAll(q: string): Promise<string[]> {
    const ids: string[] = [];
    let pageToken: string | undefined;
    do {
      const found = await limited(read('messages.list'), () =>
        messages.list({ userId, q, maxResults: 100, ...(pageToken === undefined ? {} : { pageToken }) }),
      );
      ids.push(...(found.messages ?? []).flatMap(({ id }) => id ?? []));
      pageToken = found.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return ids;
  }

  async function bounceIn(id: string): Promise<Bounce | undefined> {
    const mail = await limited(read('messages.get'), () =>
      messages.get({ userId, id, format: 'raw', fields: 'raw,internalDate' }),
    );
    const at = new Date(Number(mail.internalDate ?? 0)).toISOString();
    return readBounce(Buffer.from(mail.raw ?? '', 'base64url').toString('latin1'), at);
  }

  return {
    transport: 'gmail',
    sender: sender.from,
    resumable: true,

    async prepare(message) {
      const raw = (await toMime(message, sender)).toString('base64url');
      const draft = await limited(write('drafts.create', 'reread'), () =>
        drafts.create({ userId, requestBody: { message: { raw } }, fields: 'id' }),
      );
      if (draft.id) return draft.id;
      throw new ServiceFailure({
        service: 'gmail',
        method: 'drafts.create',
        fate: 'unknown',
        code: 'answer without an id',
      });
    },

    async send(ticket) {
      try {
        await limited(write('drafts.send', 'reread'), () =>
          drafts.send({ userId, requestBody: { id: ticket }, fields: 'id' }),
        );
        return { outcome: 'sent' };
      } catch (error) {
        return toHandover(error);
      }
    },

    async discard(ticket) {
      try {
        await limited(write('drafts.delete', 'repeat'), () => drafts.delete({ userId, id: ticket }));
      } catch (error) {
        if (!(error instanceof ServiceFailure && error.status === 404)) throw error;
      }
    },

    async wasSent(key) {
      const q = `in:sent "${requireKey(key)}"`;
      const found = await limited(read('messages.list'), () =>
        messages.list({ userId, q, maxResults: 1, fields: 'messages(id)' }),
      );
      return (found.messages ?? []).length > 0;
    },

    async bouncesSince(instant) {
      const seconds = Math.floor(Date.parse(instant) / 1000);
      const bounces: Bounce[] = [];
      for (const id of await findAll(`${bounceWriters} after:${seconds}`)) {
        const bounce = await bounceIn(id);
        if (bounce) bounces.push(bounce);
      }
      return bounces;
    },
  };
}
