/** One reason for all that people who are not named asked about a story: nobody presses two thousand times, and each keeps its own record. */
import { settle, type Ticket } from '../domain/ticket.ts';
import { answer } from '../domain/ticket-course.ts';
import { isOfOthers } from '../domain/ticket-order.ts';
import { saveOver } from '../records.ts';
import type { Services } from '../services.ts';

interface Decline {
  by: string;
  words: string;
  /** They were told so, or cannot be: then no answer is owed any more. */
  isAnswered: boolean;
  /** ISO instant: what came later nobody has seen. */
  until: string;
}

/** A commit has room for these. */
const atOnce = 200;

/** How many it was; what somebody else changes meanwhile is left to people. */
export async function declineOthers(
  { store }: Pick<Services, 'store'>,
  { planId, dossierId }: Pick<Ticket, 'planId' | 'dossierId'>,
  { by, words, isAnswered, until }: Decline,
  now: Date,
): Promise<number> {
  const read = (state: Ticket['state']) =>
    store.list<Ticket>('tickets', { where: { planId, dossierId, state, asker: 'other' } });
  const [open, settled] = await Promise.all([read('open'), read('settled')]);
  const writes = [...open, ...settled]
    .filter(({ data }) => isOfOthers(data) && data.receivedAt <= until)
    .flatMap((stored) => {
      const answered = isAnswered ? answer(stored.data, { by, words }, now) : stored.data;
      const after = settle(answered, { by, ending: 'declined', words }, now);
      return after === stored.data ? [] : [saveOver(stored.path, stored, after)];
    });
  let declined = 0;
  for (let start = 0; start < writes.length; start += atOnce) {
    const part = writes.slice(start, start + atOnce);
    if ((await store.commit(part)).ok) declined += part.length;
  }
  return declined;
}
