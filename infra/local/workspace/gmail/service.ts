/** Gmail v1 as far as the product uses it: drafts, sending, search and reading, for one's own mailbox only. */
import { ApiError, type ApiRequest, type ApiResponse, type WorkspaceStorage } from '../api.ts';
import { createRouter, noContent, ok, type Routes } from '../router.ts';
import { parseMask, pick } from '../sheets/fields.ts';
import type { Draft, Incoming, Mail, Mailboxes } from './mailbox.ts';
import { decodeRaw, parseMail } from './mime.ts';
import { parseSearch } from './search.ts';
import { toMailView } from './views.ts';

export interface GmailOptions {
  storage: WorkspaceStorage;
  mailboxes: Mailboxes;
  now: () => Date;
  /** How long a sent mail stays out of searches. */
  searchLagSeconds: () => number;
}

/** Asynchronous only while a mail is being read; what it does then is one transaction. */
export type GmailService = (request: ApiRequest) => Promise<ApiResponse | undefined>;

const systemLabels = ['INBOX', 'SENT', 'DRAFT', 'UNREAD', 'STARRED', 'IMPORTANT', 'SPAM', 'TRASH'];
const root = '/gmail/v1/users/{user}';

export function createGmailService(options: GmailOptions): GmailService {
  const { storage, mailboxes } = options;
  const route = createRouter<(mail: Incoming | undefined) => ApiResponse>(createRoutes(options));
  return async (request) => {
    const run = route(request);
    if (!run) return undefined;
    requireOwn(request);
    const mail = await readIncoming(request);
    return storage.transaction(() => run(mail));
  };

  function createRoutes({
    now,
    searchLagSeconds,
  }: GmailOptions): Routes<(mail: Incoming | undefined) => ApiResponse> {
    const owner = (request: ApiRequest) => request.email.toLowerCase();
    const draftView = ({ id, messageId }: Draft, mail: Record<string, unknown>) => ({
      id,
      message: { ...mail, id: messageId },
    });
    const short = ({ id, threadId, labels }: Mail) => ({ id, threadId, labelIds: labels });
    const shortDraft = (draft: Draft) =>
      draftView(draft, short(mailboxes.mail(draft.owner, draft.messageId)));

    const createDraft = (request: ApiRequest) => (mail: Incoming | undefined) =>
      answer(request, shortDraft(mailboxes.createDraft(owner(request), requireMail(mail))));
    const send = (request: ApiRequest) => (mail: Incoming | undefined) =>
      answer(request, short(mailboxes.send(owner(request), requireMail(mail))));

    const listMails = (request: ApiRequest) => () => {
      const { query } = request;
      const test = parseSearch(query.get('q') ?? '');
      const labels = query.getAll('labelIds');
      const indexedUntil = now().getTime() - searchLagSeconds() * 1000;
      const found = mailboxes
        .mails(owner(request))
        .filter(
          (mail) =>
            mail.date <= indexedUntil && labels.every((label) => mail.labels.includes(label)) && test(mail),
        );
      const items = found.map(({ id, threadId }) => ({ id, threadId }));
      return answer(request, toPage('messages', items, query));
    };

    const listDrafts = (request: ApiRequest) => () => {
      const test = parseSearch(request.query.get('q') ?? '');
      const items = mailboxes
        .drafts(owner(request))
        .map((draft) => ({ draft, mail: mailboxes.mail(draft.owner, draft.messageId) }))
        .filter(({ mail }) => test(mail))
        .sort((one, other) => other.mail.sequence - one.mail.sequence)
        .map(({ draft, mail }) => draftView(draft, { threadId: mail.threadId }));
      return answer(request, toPage('drafts', items, request.query));
    };

    const readMail = (request: ApiRequest, id: string) => {
      const format = request.query.get('format') ?? 'full';
      return toMailView(mailboxes.mail(owner(request), id), format, request.query.getAll('metadataHeaders'));
    };

    return {
      [`GET ${root}/profile`]: (request) => () => {
        const own = mailboxes.mails(owner(request));
        const threadsTotal = new Set(own.map((mail) => mail.threadId)).size;
        const historyId = String(own[0]?.sequence ?? 1);
        return answer(request, {
          emailAddress: request.email,
          messagesTotal: own.length,
          threadsTotal,
          historyId,
        });
      },
      [`GET ${root}/labels`]: (request) => () =>
        answer(request, { labels: systemLabels.map((id) => ({ id, name: id, type: 'system' })) }),
      [`POST ${root}/drafts`]: createDraft,
      [`POST /upload${root}/drafts`]: createDraft,
      [`GET ${root}/drafts`]: listDrafts,
      [`POST ${root}/drafts/send`]: (request) => (mail) =>
        answer(request, short(mailboxes.sendDraft(owner(request), readDraftId(request.body), mail))),
      [`GET ${root}/drafts/{id}`]: (request, _user, id) => () => {
        const draft = mailboxes.draft(owner(request), id);
        return answer(request, draftView(draft, readMail(request, draft.messageId)));
      },
      [`PUT ${root}/drafts/{id}`]: (request, _user, id) => (mail) =>
        answer(request, shortDraft(mailboxes.updateDraft(owner(request), id, requireMail(mail)))),
      [`DELETE ${root}/drafts/{id}`]: (request, _user, id) => () => {
        mailboxes.deleteDraft(owner(request), id);
        return noContent;
      },
      [`POST ${root}/messages/send`]: send,
      [`POST /upload${root}/messages/send`]: send,
      [`GET ${root}/messages`]: listMails,
      [`GET ${root}/messages/{id}`]: (request, _user, id) => () => answer(request, readMail(request, id)),
    };
  }
}

function answer(request: ApiRequest, value: unknown): ApiResponse {
  const fields = request.query.get('fields');
  return ok(fields ? pick(value, parseMask(fields)) : value);
}

function requireOwn(request: ApiRequest): void {
  const user = decodeURIComponent(/\/users\/([^/]+)/.exec(request.path)?.[1] ?? '');
  if (user !== 'me' && user.toLowerCase() !== request.email.toLowerCase())
    throw new ApiError(403, `Delegation denied for ${request.email}`);
}

/** The mail of a request, whichever way it came: bytes of an upload, a message, or a draft's message. */
async function readIncoming(request: ApiRequest): Promise<Incoming | undefined> {
  const body = (request.body ?? {}) as {
    raw?: unknown;
    threadId?: string;
    message?: { raw?: unknown; threadId?: string };
  };
  const message = body.message ?? body;
  const isUpload = request.path.startsWith('/upload/');
  if (!isUpload && message.raw === undefined) return undefined;
  const raw = isUpload ? request.raw : decodeRaw(message.raw);
  return { raw, parsed: await parseMail(raw), threadId: message.threadId };
}

function requireMail(mail: Incoming | undefined): Incoming {
  if (!mail)
    throw new ApiError(
      400,
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
    );
  return mail;
}

function readDraftId(body: unknown): string {
  const id = (body as { id?: unknown } | undefined)?.id;
  if (typeof id !== 'string') throw new ApiError(400, 'Missing draft id');
  return id;
}

function toPage(name: string, items: readonly unknown[], query: URLSearchParams): Record<string, unknown> {
  const from = Number(query.get('pageToken') ?? 0);
  if (!Number.isSafeInteger(from) || from < 0) throw new ApiError(400, 'Invalid pageToken');
  const size = Math.min(500, Math.max(1, Number(query.get('maxResults') ?? 100)));
  const next = items.length > from + size ? { nextPageToken: String(from + size) } : {};
  // Gmail leaves an empty list out.
  const page = items.length === 0 ? {} : { [name]: items.slice(from, from + size) };
  return { ...page, ...next, resultSizeEstimate: items.length };
}
