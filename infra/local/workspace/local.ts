/** The workspace's own paths for tests and tools: tokens, keys, clock, mailbox, workbooks, faults and counts. */
import type { IncomingMessage } from 'node:http';
import { ApiError, type ApiRequest, type ApiResponse } from './api.ts';
import { parseTime, toLocalIso, type WorkspaceClock } from './clock.ts';
import type { Counts } from './counts.ts';
import { type Faults, parseFaultSettings } from './faults.ts';
import type { Mail, Mailboxes } from './gmail/mailbox.ts';
import { type Issuer, toOpenIdConfiguration } from './identity.ts';
import { createRouter, noContent, ok } from './router.ts';
import type { Workbook } from './spreadsheets.ts';

export type LocalService = (request: ApiRequest) => Promise<ApiResponse> | undefined;

export interface LocalOptions {
  clock: WorkspaceClock;
  mailboxes: Mailboxes;
  workbooks: () => Workbook[];
  issuer: Issuer;
  counts: Counts;
  faults: Faults;
  root: () => string;
}

/** Google's certificates are kept by their readers too; without this each call of a function would fetch them. */
const keptByReaders = { 'cache-control': 'public, max-age=3600' };

export function createLocalRoutes(options: LocalOptions): LocalService {
  const { clock, issuer, counts, faults } = options;
  const clockBody = () => ({ now: toLocalIso(clock.now()) });
  return createRouter<Promise<ApiResponse>>({
    'GET /token': async ({ query }) => {
      const token = await issuer.issue(readTokenRequest(query));
      return query.get('format') === 'text' ? { status: 200, body: token } : ok({ token });
    },
    'GET /certs': async () => ({ ...ok(issuer.certificates()), headers: keptByReaders }),
    'GET /jwks': async () => ok(await issuer.keySet()),
    'GET /.well-known/openid-configuration': async () => ok(toOpenIdConfiguration(options.root())),
    'GET /clock': async () => ok(clockBody()),
    'PUT /clock': async ({ body }) => {
      await clock.moveTo(parseTime((body as { now?: unknown } | undefined)?.now));
      return ok(clockBody());
    },
    'GET /mailbox.json': async ({ query }) =>
      ok({ messages: readMailbox(options.mailboxes, query.get('to')) }),
    'GET /workbooks.json': async () => ok({ workbooks: options.workbooks() }),
    'GET /counts.json': async () => ok({ sheets: counts.sheets, drive: counts.drive, gmail: counts.gmail }),
    'POST /counts/reset': async () => {
      counts.reset();
      return noContent;
    },
    'GET /faults': async () => ok(faults.settings),
    'PUT /faults': async ({ body }) => {
      faults.set(parseFaultSettings(body));
      return ok(faults.settings);
    },
    'DELETE /faults': async () => {
      faults.clear();
      return noContent;
    },
  });
}

function readTokenRequest(query: URLSearchParams): Parameters<Issuer['issue']>[0] {
  const email = query.get('email') ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(email))
    throw new ApiError(400, 'Cần một địa chỉ thư: /token?email=ten@co-quan.vn.');
  const audience = query.get('audience');
  const seconds = query.get('expiresIn');
  const expiresIn = Number(seconds ?? 0);
  if (!Number.isSafeInteger(expiresIn)) throw new ApiError(400, 'expiresIn là số giây, có thể âm.');
  return {
    email,
    verified: query.get('verified') !== 'false',
    ...(audience === null ? {} : { audience }),
    ...(seconds === null ? {} : { expiresIn }),
  };
}

export interface MailboxMessage {
  id: string;
  to: string;
  from: string;
  subject: string;
  date: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** What arrived, newest last; `to` is the mailbox, which for a blind copy is not in the mail's own headers. */
export function readMailbox(mailboxes: Mailboxes, to: string | null): MailboxMessage[] {
  const wanted = to?.toLowerCase();
  return mailboxes
    .delivered()
    .filter((mail) => wanted === undefined || mail.owner === wanted)
    .map(toMessage);
}

export function toMessage({ id, owner, date, parsed }: Mail): MailboxMessage {
  const headers = Object.fromEntries(parsed.headers.map((one) => [one.name, one.value]));
  const { from, subject, text, html } = parsed;
  return { id, to: owner, from, subject, date: toLocalIso(new Date(date)), text, html, headers };
}

/**
 * Tokens for any e-mail are handed out here, so nothing but this machine may ask: a foreign host name (a page that
 * rebinds its name to loopback) and writes from a foreign page are refused.
 */
export function refuseForeign(request: IncomingMessage): void {
  const host = request.headers.host ?? '';
  const isLocal = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
  const { origin } = request.headers;
  const isOwnPage = request.method === 'GET' || origin === undefined || origin === `http://${host}`;
  if (!isLocal || !isOwnPage) throw new ApiError(403, 'Chỉ dùng được từ chính máy này.');
}
