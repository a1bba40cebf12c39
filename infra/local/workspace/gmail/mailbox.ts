/** Mails and drafts of every address of the workspace: kept, delivered, and sent exactly once per draft. */
import { randomBytes } from 'node:crypto';
import { ApiError, type WorkspaceStorage } from '../api.ts';
import { isDead, toBounce } from './bounce.ts';
import { createMailShelf } from './mail-shelf.ts';
import { completeHeaders, type ParsedMail, withoutBcc } from './mime.ts';

export interface Mail {
  id: string;
  threadId: string;
  /** Whose mailbox it lies in. */
  owner: string;
  labels: string[];
  /** Milliseconds of the workspace's clock. */
  date: number;
  /** Grows with every mail: the order of arrival, also within one millisecond. */
  sequence: number;
  /** Raw MIME, base64url. */
  raw: string;
  parsed: ParsedMail;
}

export interface Draft {
  id: string;
  owner: string;
  messageId: string;
}

/** A mail on its way in: the bytes and what was read from them. */
export interface Incoming {
  raw: Uint8Array;
  parsed: ParsedMail;
  threadId?: string | undefined;
}

export interface Mailboxes {
  createDraft(owner: string, mail: Incoming): Draft;
  updateDraft(owner: string, id: string, mail: Incoming): Draft;
  deleteDraft(owner: string, id: string): void;
  draft(owner: string, id: string): Draft;
  drafts(owner: string): Draft[];
  /** Consumes the draft and delivers; a second call finds no draft. */
  sendDraft(owner: string, id: string, changed?: Incoming): Mail;
  send(owner: string, mail: Incoming): Mail;
  mail(owner: string, id: string): Mail;
  /** Newest first. */
  mails(owner: string): Mail[];
  /** Every mail that lies in somebody's inbox, oldest first. */
  delivered(): Mail[];
}

const notFound = () => new ApiError(404, 'Requested entity was not found.');

export function createMailboxes(
  storage: WorkspaceStorage,
  now: () => Date,
  takeMail: (email: string) => void,
): Mailboxes {
  const shelf = createMailShelf(storage);
  const drafts = storage.table<Draft>('drafts');
  const counters = storage.table<number>('mailCounters');

  function put(owner: string, labels: string[], { raw, parsed, threadId }: Incoming): Mail {
    const id = newId();
    const sequence = (counters.get('mail') ?? 0) + 1;
    counters.put('mail', sequence);
    const encoded = Buffer.from(raw).toString('base64url');
    const mail = {
      id,
      threadId: threadId ?? id,
      owner,
      labels,
      date: now().getTime(),
      sequence,
      raw: encoded,
      parsed,
    };
    shelf.add(mail);
    return mail;
  }

  function findDraft(owner: string, id: string): Draft {
    const found = drafts.get(id);
    if (found?.owner !== owner) throw notFound();
    return found;
  }

  function removeDraft(draft: Draft): void {
    drafts.delete(draft.id);
    shelf.remove(draft.owner, draft.messageId);
  }

  function send(owner: string, incoming: Incoming): Mail {
    const recipients = toRecipients(incoming.parsed);
    takeMail(owner);
    const complete = addHeaders(owner, incoming, now());
    const toSelf = recipients.includes(owner);
    const sent = put(owner, toSelf ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'], complete);
    for (const recipient of recipients)
      if (isDead(recipient)) put(owner, ['INBOX', 'UNREAD'], toBounce(complete, recipient, now()));
      else if (recipient !== owner) put(recipient, ['INBOX', 'UNREAD'], withoutBcc(complete));
    return sent;
  }

  return {
    createDraft(owner, mail) {
      const draft = { id: `r${newId()}`, owner, messageId: put(owner, ['DRAFT'], mail).id };
      drafts.put(draft.id, draft);
      return draft;
    },
    updateDraft(owner, id, mail) {
      const earlier = findDraft(owner, id);
      shelf.remove(owner, earlier.messageId);
      const draft = { ...earlier, messageId: put(owner, ['DRAFT'], mail).id };
      drafts.put(id, draft);
      return draft;
    },
    deleteDraft: (owner, id) => removeDraft(findDraft(owner, id)),
    draft: findDraft,
    drafts: (owner) =>
      drafts
        .entries()
        .map(([, draft]) => draft)
        .filter((draft) => draft.owner === owner),
    sendDraft(owner, id, changed) {
      const draft = findDraft(owner, id);
      const mail = shelf.find(owner, draft.messageId);
      if (!mail) throw notFound();
      removeDraft(draft);
      const kept = { raw: Buffer.from(mail.raw, 'base64url'), parsed: mail.parsed, threadId: mail.threadId };
      return send(owner, changed ?? kept);
    },
    send,
    mail(owner, id) {
      const found = shelf.find(owner, id);
      if (!found) throw notFound();
      return found;
    },
    mails: shelf.of,
    delivered: () => shelf.all().filter((mail) => mail.labels.includes('INBOX')),
  };
}

function toRecipients({ to, cc, bcc }: ParsedMail): string[] {
  const all = [...to, ...cc, ...bcc].map((address) => address.toLowerCase());
  if (all.length === 0) throw new ApiError(400, 'Recipient address required');
  if (all.length > 100) throw new ApiError(400, 'Too many recipients');
  const wrong = all.find((address) => !/^[^@\s<>]+@[^@\s<>]+$/.test(address));
  if (wrong) throw new ApiError(400, 'Invalid To header');
  return [...new Set(all)];
}

/** Sender, date and id that Gmail fills in; a foreign sender becomes the account's own address. */
function addHeaders(owner: string, incoming: Incoming, now: Date): Incoming {
  const messageId = incoming.parsed.messageId || `<${newId()}@mail.workspace.local>`;
  const date = now.toUTCString().replace('GMT', '+0000');
  const raw = completeHeaders(incoming.raw, { From: owner, Date: date, 'Message-ID': messageId });
  const headers = [...incoming.parsed.headers];
  for (const [name, value] of Object.entries({ From: owner, Date: date, 'Message-ID': messageId }))
    if (!headers.some((one) => one.name.toLowerCase() === name.toLowerCase())) headers.push({ name, value });
  return { ...incoming, raw, parsed: { ...incoming.parsed, from: owner, messageId, headers } };
}

/** Gmail's ids are sixteen hexadecimal digits. */
function newId(): string {
  return randomBytes(8).toString('hex');
}
