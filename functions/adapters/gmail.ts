/** The Mailer port over Gmail: a draft is made, remembered by its id, then sent; a draft can be sent only once. */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { Mailer } from '../ports.ts';
import { ServiceFailure } from './failures.ts';
import { requireKey, type Sender, toMime } from './mime.ts';
import type { Call, Limited } from './retry.ts';

const userId = 'me';

const write = (method: string, ambiguous: Call['ambiguous']): Call => ({
  service: 'gmail',
  method,
  kind: 'write',
  ambiguous,
});

/** 404, or a 400 that speaks of the draft; a 400 about an address is not a draft that is gone. */
function isGone(error: unknown): boolean {
  if (!(error instanceof ServiceFailure) || error.service !== 'gmail') return false;
  return error.status === 404 || (error.status === 400 && /draft|already|not found/i.test(error.reason));
}

export function createMailer(client: gmail_v1.Gmail, limited: Limited, sender: Sender): Mailer {
  const { drafts, messages } = client.users;
  return {
    async createDraft(message) {
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

    async sendDraft(draftId) {
      try {
        await limited(write('drafts.send', 'reread'), () =>
          drafts.send({ userId, requestBody: { id: draftId }, fields: 'id' }),
        );
        return 'sent';
      } catch (error) {
        if (isGone(error)) return 'gone';
        throw error;
      }
    },

    async wasSent(key) {
      const q = `in:sent "${requireKey(key)}"`;
      const call: Call = { service: 'gmail', method: 'messages.list', kind: 'read', ambiguous: 'repeat' };
      const found = await limited(call, () =>
        messages.list({ userId, q, maxResults: 1, fields: 'messages(id)' }),
      );
      return (found.messages ?? []).length > 0;
    },

    async deleteDraft(draftId) {
      try {
        await limited(write('drafts.delete', 'repeat'), () => drafts.delete({ userId, id: draftId }));
      } catch (error) {
        if (!(error instanceof ServiceFailure && error.status === 404)) throw error;
      }
    },
  };
}
