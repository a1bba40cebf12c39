/** A link that carries what it is about and cannot be altered; each purpose signs for itself, so none opens another's door. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';

type Purpose = 'sign-off' | 'opt-out' | 'score' | 'ticket';

const signature = (purpose: Purpose, body: string, secret: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${body}`).digest('base64url');

/** URL-safe; no spaces, survives being wrapped by mail programs. */
export function toSignedToken(purpose: Purpose, payload: object, secret: string): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${body}.${signature(purpose, body, secret)}`;
}

/** undefined: not ours, for something else, or altered, be it by one letter. */
export function parseSignedToken<T>(
  purpose: Purpose,
  schema: z.ZodType<T>,
  token: string,
  secret: string,
): T | undefined {
  const [body = '', given = '', ...rest] = token.split('.');
  // As text: decoding would overlook letters that carry no bits.
  const expected = Buffer.from(signature(purpose, body, secret));
  const actual = Buffer.from(given);
  if (rest.length > 0 || actual.length !== expected.length || !timingSafeEqual(actual, expected))
    return undefined;
  const parsed = schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}
