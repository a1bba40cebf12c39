/** The link a scorer gets by mail: it names one person at one desk, and an end. */
import * as z from 'zod';
import type { Settings } from '../services.ts';
import { parseSignedToken, toSignedToken } from './signed-link.ts';

const payloadSchema = z.strictObject({
  planId: z.string(),
  unitId: z.string(),
  email: z.string(),
  /** ISO instant after which the link is dead. */
  expiresAt: z.string(),
});

export type ScorePayload = z.infer<typeof payloadSchema>;

/** Each digest brings a new one. */
const lifeMs = 30 * 86_400_000;

export const scoreUrl = (
  { functionsUrl, linkSecret }: Pick<Settings, 'functionsUrl' | 'linkSecret'>,
  about: Omit<ScorePayload, 'expiresAt'>,
  now: Date,
): string => {
  const payload = { ...about, expiresAt: new Date(now.getTime() + lifeMs).toISOString() };
  return `${functionsUrl}/score?token=${toSignedToken('score', payload, linkSecret)}`;
};

/** Expiry is for the caller to judge, so that it can say so kindly. */
export const parseScoreToken = (token: string, secret: string): ScorePayload | undefined =>
  parseSignedToken('score', payloadSchema, token, secret);
