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

type Signer = Pick<Settings, 'functionsUrl' | 'linkSecret'>;

export const ticketUrl = (signer: Signer, about: Omit<TicketPayload, 'expiresAt'>, now: Date): string =>
  ticketUrlUntil(signer, { ...about, expiresAt: new Date(now.getTime() + lifeMs).toISOString() });

/** From the page of one request to another's: such a link ends with the one that led there, so none renews itself. */
export const ticketUrlUntil = ({ functionsUrl, linkSecret }: Signer, payload: TicketPayload): string =>
  `${functionsUrl}/ticket?token=${toSignedToken('ticket', payload, linkSecret)}`;

/** What is listed behind a link: requests about the same story, or all that its reader answers for in the plan. */
export type TicketList = 'story' | 'all';

export const ticketListUrl = (url: string, list: TicketList, from = 0): string =>
  `${url}&list=${list}${from > 0 ? `&from=${from}` : ''}`;

/** Expiry is for the caller to judge, so that it can say so kindly. */
export const parseTicketToken = (token: string, secret: string): TicketPayload | undefined =>
  parseSignedToken('ticket', payloadSchema, token, secret);
