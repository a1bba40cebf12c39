/** The signed link a head of unit gets by mail: it names one snapshot, one person and an end. */
import * as z from 'zod';
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

export const toSignOffToken = (payload: SignOffPayload, secret: string): string =>
  toSignedToken('sign-off', payload, secret);

/** Expiry is for the caller to judge, so that it can say so kindly. */
export const parseSignOffToken = (token: string, secret: string): SignOffPayload | undefined =>
  parseSignedToken('sign-off', payloadSchema, token, secret);
