/** Environment → settings of the cloud deployment; every missing or wrong one is told at once. */
import * as z from 'zod';

const url = z
  .string()
  .regex(/^https:\/\/[^\s/]+(\/[^\s]*[^/])?$/, 'must be an https address without trailing slash');
const emails = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .pipe(z.array(z.email()).min(1));

const schema = z.object({
  GOOGLE_CLOUD_PROJECT: z.string().min(1),
  LISTING_URL: url,
  FUNCTIONS_URL: url,
  /** At least 32 characters; from Secret Manager. Changing it kills the links in mails already sent. */
  LINK_SECRET: z.string().min(32),
  /** OAuth client ids whose identity tokens are accepted: the add-on's script project, and FUNCTIONS_URL for tasks. */
  OIDC_AUDIENCES: z.string().transform((text) => text.split(',').map((part) => part.trim())),
  /** Service accounts that Cloud Scheduler and Cloud Tasks call with. */
  PLATFORM_EMAILS: emails,
  MAIL_SENDER: z.email(),
  MAIL_SENDER_NAME: z.string().min(1),
  /** Service account with domain-wide delegation for MAIL_SENDER. */
  MAIL_DELEGATOR: z.email(),
  TASK_QUEUE: z.string().regex(/^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/),
  TASK_ACCOUNT: z.email(),
  DIGEST_HOUR: z.coerce.number().int().min(0).max(23).default(7),
});

export type Config = z.infer<typeof schema>;

export type ParsedConfig = { ok: true; config: Config } | { ok: false; faults: string[] };

/** Values are never repeated in a fault: they may be secrets. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return { ok: true, config: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { ok: false, faults };
}
