/** The link in the foot of a mail that is no duty: it names one person and one kind of mail, and has no end. */
import * as z from 'zod';
import { type MailTopic, topics } from '../mails/kinds.ts';
import type { Settings } from '../services.ts';
import { parseSignedToken, toSignedToken } from './signed-link.ts';

const payloadSchema = z.strictObject({
  email: z.string(),
  topic: z.enum(Object.keys(topics) as [MailTopic, ...MailTopic[]]),
});

export type OptOutPayload = z.infer<typeof payloadSchema>;

export const optOutUrl = (
  { functionsUrl, linkSecret }: Pick<Settings, 'functionsUrl' | 'linkSecret'>,
  payload: OptOutPayload,
): string => `${functionsUrl}/optOut?token=${toSignedToken('opt-out', payload, linkSecret)}`;

export const parseOptOutToken = (token: string, secret: string): OptOutPayload | undefined =>
  parseSignedToken('opt-out', payloadSchema, token, secret);
