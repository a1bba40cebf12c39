/** The signed link a head of unit gets by mail: it names one snapshot, one person and an end, and cannot be altered. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

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

const signature = (body: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(body).digest();

/** URL-safe; no spaces, survives being wrapped by mail programs. */
export function toSignOffToken(payload: SignOffPayload, secret: string): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${body}.${signature(body, secret).toString('base64url')}`;
}

/** undefined: not ours, or altered. Expiry is for the caller to judge, so that it can say so kindly. */
export function parseSignOffToken(token: string, secret: string): SignOffPayload | undefined {
  const [body = '', given = '', ...rest] = token.split('.');
  const expected = signature(body, secret);
  const actual = Buffer.from(given, 'base64url');
  if (rest.length > 0 || actual.length !== expected.length || !timingSafeEqual(actual, expected))
    return undefined;
  const parsed = payloadSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}
