/** The signed link a head of unit gets by mail: it names one snapshot, one person and an end. */
import * as z from 'zod';
import type { Settings } from '../services.ts';
import { parseSignedToken, toSignedToken } from './signed-link.ts';

const payloadSchema = z.strictObject({
  planId: z.string(),
  period: z.string(),
  unitId: z.string(),
  snapshotId: z.string(),
  email: z.string(),
  /** ISO instant after which the link is dead. */
  expiresAt: z.string(),
});

export type SignOffPayload = z.infer<typeof payloadSchema>;

/** Long enough for a holiday; each reminder brings a new link, and a newer list makes all earlier ones void. */
export const signOffLifeMs = 30 * 86_400_000;

export interface SignOffLink {
  link: string;
  /** ISO instant. */
  expiresAt: string;
}

/** Several may be alive for one list: what is signed once is signed, by whichever of them. */
export function signOffLink(
  { functionsUrl, linkSecret }: Pick<Settings, 'functionsUrl' | 'linkSecret'>,
  about: Omit<SignOffPayload, 'expiresAt'>,
  now: Date,
): SignOffLink {
  const expiresAt = new Date(now.getTime() + signOffLifeMs).toISOString();
  const token = toSignedToken('sign-off', { ...about, expiresAt } satisfies SignOffPayload, linkSecret);
  return { link: `${functionsUrl}/confirm?token=${token}`, expiresAt };
}

/** Expiry is for the caller to judge, so that it can say so kindly. */
export const parseSignOffToken = (token: string, secret: string): SignOffPayload | undefined =>
  parseSignedToken('sign-off', payloadSchema, token, secret);
