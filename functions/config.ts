/** Environment → settings of the cloud deployment; every missing or wrong one is told at once. */
import * as z from 'zod';
import { settingFault } from './config-words.ts';
import { httpsAddress } from './listing-config.ts';

const url = z.string().regex(httpsAddress);
const emails = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .pipe(z.array(z.email()).min(1));

/** The address holds a password, so it comes from Secret Manager and is never repeated in a fault. */
const smtpUrl = z.string().refine(isSmtpUrl);

function isSmtpUrl(text: string): boolean {
  const parsed = URL.parse(text);
  if (!parsed || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') return false;
  return (parsed.pathname === '' || parsed.pathname === '/') && parsed.search === '' && parsed.hash === '';
}

const schema = z.object({
  GOOGLE_CLOUD_PROJECT: z.string().min(1),
  LISTING_URL: url,
  // Who answers for the public pages, all optional: LISTING_PUBLISHER, LISTING_ADDRESS, LISTING_PHONE, LISTING_EMAIL
  // (listing/publisher.ts).
  FUNCTIONS_URL: url,
  /** At least 32 characters; from Secret Manager. Changing it kills the links in mails already sent. */
  LINK_SECRET: z.string().min(32),
  /** OAuth client ids whose identity tokens are accepted: the add-on's script project, and FUNCTIONS_URL for tasks. */
  OIDC_AUDIENCES: z.string().transform((text) => text.split(',').map((part) => part.trim())),
  /** Service accounts that Cloud Scheduler and Cloud Tasks call with. */
  PLATFORM_EMAILS: emails,
  MAIL_SENDER: z.email(),
  MAIL_SENDER_NAME: z.string().min(1),
  /** How mails leave: through the sender's Gmail mailbox, or through a mail server. */
  MAIL_TRANSPORT: z.enum(['gmail', 'smtp']).default('gmail'),
  /** With gmail: service account with domain-wide delegation for MAIL_SENDER. */
  MAIL_DELEGATOR: z.email().optional(),
  /** With smtp: the mail server with its credentials. */
  SMTP_URL: smtpUrl.optional(),
  /** Mails in any 24 hours. Google Workspace allows 2,000 a user; people who write by hand need some. */
  MAIL_DAILY_LIMIT: z.coerce.number().int().min(10).max(100_000).default(1_500),
  TASK_QUEUE: z.string().regex(/^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/),
  TASK_ACCOUNT: z.email(),
  DIGEST_HOUR: z.coerce.number().int().min(0).max(23).default(7),
  /**
   * How many proxies in front of the functions add to X-Forwarded-For. Behind Firebase Hosting and Cloud Run it is 2: the
   * edge of Hosting adds the citizen, Google's front end adds the edge ("citizen, edge", as others have measured; Google
   * documents no number). With 1 in its place all citizens would be a few edges; with 0 nothing but the socket counts.
   * Whoever calls a function's own address passes Hosting by and can still choose what stands there: only the limit of one
   * address rests on it.
   */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(2),
});

export type Config = z.infer<typeof schema>;

/** What a transport cannot do without; asked for beside everything else, so that all faults come at once. */
const needed = { gmail: 'MAIL_DELEGATOR', smtp: 'SMTP_URL' } as const;

function missingForTransport(environment: Readonly<Record<string, string | undefined>>): string[] {
  const transport = environment.MAIL_TRANSPORT ?? 'gmail';
  if (!Object.hasOwn(needed, transport)) return [];
  const name = needed[transport as keyof typeof needed];
  return environment[name] === undefined ? [name] : [];
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; faults: string[] };

/** Values are never repeated in a fault: they may be secrets. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const parsed = schema.safeParse(environment);
  const missing = missingForTransport(environment);
  if (parsed.success && missing.length === 0) return { ok: true, config: parsed.data };
  const wrong = parsed.error?.issues.map(({ path }) => String(path[0])) ?? [];
  const names = new Set([...wrong, ...missing]);
  return { ok: false, faults: [...names].map((name) => settingFault(name, environment[name])) };
}
