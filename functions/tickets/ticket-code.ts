/** The code of a request: the same for the same request, and keyed, so that nobody can try words until theirs comes first. */
import { createHmac } from 'node:crypto';
import { localDate } from '../domain/deadline.ts';
import type { CheckedForm, Ticket } from '../domain/ticket.ts';
import type { DocumentStore } from '../ports.ts';
import { paths } from '../records.ts';

export interface AskedOnDay extends Omit<Extract<CheckedForm, { ok: true }>, 'ok' | 'page'> {
  /** Of the story. */
  key: string;
  /** ISO date. */
  day: string;
}

/** `round`: how many of the same words on the same day were ended before. */
export function ticketCode(secret: string, asked: AskedOnDay, round: number): string {
  const { key, wish, asker, contact, text, day } = asked;
  const words = JSON.stringify([key, wish, asker, contact, text, day, round]);
  const digest = createHmac('sha256', secret).update(`ticket-code\n${words}`).digest('hex');
  return `DN-${digest.slice(0, 10).toUpperCase()}`;
}

/**
 * The same words about the same page on the same day in the plan's zone are one request, however often they are sent, until
 * it is ended: sent after that they are another.
 */
export async function readAsked(
  store: Pick<DocumentStore, 'read'>,
  secret: string,
  asked: Omit<AskedOnDay, 'day'>,
  { now, zone }: { now: Date; zone: string },
): Promise<{ code: string; known: Ticket | undefined }> {
  const day = localDate(now, zone);
  for (let round = 0; ; round += 1) {
    const code = ticketCode(secret, { ...asked, day }, round);
    const known = (await store.read<Ticket>(paths.ticket(code)))?.data;
    if (known === undefined || known.state === 'open') return { code, known };
  }
}
