/** The link to a request about a public page, for one person who answers for it: it names the request, the person and an end. */
import * as z from 'zod';
import type { Settings } from '../services.ts';
import { parseSignedToken, toSignedToken } from './signed-link.ts';

const payloadSchema = z.strictObject({
  code: z.string(),
  email: z.string(),
  /** ISO instant after which the link is dead. */
  expiresAt: z.string(),
});

export type TicketPayload = z.infer<typeof payloadSchema>;

/** Longer than the law gives to settle; each digest that tells of the request brings a new one. */
const lifeMs = 30 * 86_400_000;

export const ticketUrl = (
  { functionsUrl, linkSecret }: Pick<Settings, 'functionsUrl' | 'linkSecret'>,
  about: Omit<TicketPayload, 'expiresAt'>,
  now: Date,
): string => {
  const payload = { ...about, expiresAt: new Date(now.getTime() + lifeMs).toISOString() };
  return `${functionsUrl}/ticket?token=${toSignedToken('ticket', payload, linkSecret)}`;
};

/** Expiry is for the caller to judge, so that it can say so kindly. */
export const parseTicketToken = (token: string, secret: string): TicketPayload | undefined =>
  parseSignedToken('ticket', payloadSchema, token, secret);
