/** What handlers ask of the world. Types only: adapters implement them, index.ts joins them. */
import type { CellValue } from './domain/row.ts';

// --- documents -----------------------------------------------------------------------------------------

/** Plain JSON: no undefined, no array directly inside an array, at most 1 MiB (Firestore's own limits). */
export type DocumentData = Record<string, unknown>;

export interface StoredDocument<T = DocumentData> {
  /** "collection/id", two segments or four. */
  path: string;
  data: T;
  /** Opaque; changes at every write of the document. */
  version: string;
}

export type Write =
  /** Must not exist. */
  | { kind: 'create'; path: string; data: object }
  /** Must exist at this version. */
  | { kind: 'replace'; path: string; data: object; version: string }
  /** Whatever was there. */
  | { kind: 'put'; path: string; data: object }
  /** With a version: must exist at it. Without: gone afterwards, whatever was there. */
  | { kind: 'delete'; path: string; version?: string }
  /** Writes nothing; the commit fails unless the document is at this version (null: does not exist). */
  | { kind: 'check'; path: string; version: string | null };

/**
 * `versions`: what each document that was created, replaced or put is at now, by path. `conflicts`: the paths whose
 * precondition did not hold; then nothing was written.
 */
export type CommitResult =
  | { ok: true; versions: Readonly<Record<string, string>> }
  | { ok: false; conflicts: string[] };

export interface ListQuery {
  /** Equality on top-level fields; all must hold. */
  where?: Record<string, string | number | boolean>;
  /** Ordered by document id; only ids greater than this. */
  after?: string;
  /** At most this many; absent means all. */
  limit?: number;
}

export interface DocumentStore {
  read<T = DocumentData>(path: string): Promise<StoredDocument<T> | undefined>;
  readMany<T = DocumentData>(paths: readonly string[]): Promise<(StoredDocument<T> | undefined)[]>;
  /** Documents directly in a collection ("dossiers", "pages/g1/parts"), ordered by id. */
  list<T = DocumentData>(collection: string, query?: ListQuery): Promise<StoredDocument<T>[]>;
  /** All or nothing. */
  commit(writes: readonly Write[]): Promise<CommitResult>;
}

// --- sheets --------------------------------------------------------------------------------------------

/** One tab's values as rows of cells; ragged: trailing blanks are left out, as Google does. */
export interface TabValues {
  sheetId: number;
  values: CellValue[][];
}

export interface TabStructure {
  sheetId: number;
  title: string;
  hidden: boolean;
  /** A1 ranges of merged cells. */
  merges: string[];
  /** 1-based rows hidden by hand or by a filter. */
  hiddenRows: number[];
}

/** One call replaces whole machine tabs and adds lines to a review tab, all or nothing. */
export interface MachineWrite {
  /** The whole content from A1; RAW; `clearRows` rows after the content are emptied. */
  replace: { sheetId: number; values: (string | number)[][]; clearRows: number }[];
  /** Lines added after the last row with data. A cell that starts with "=" is a formula only if `formulaColumns` has its index. */
  append: { sheetId: number; values: (string | number)[][]; formulaColumns: number[] }[];
}

export interface Sheets {
  /** One call. Formulas come as their text, dates as serial numbers. A tab that is gone is left out. */
  readTabs(spreadsheetId: string, sheetIds: readonly number[]): Promise<TabValues[]>;
  /** One call. */
  readStructure(spreadsheetId: string): Promise<TabStructure[]>;
  /** One call. Not retried on an unknown outcome: read again, then decide. */
  writeMachine(spreadsheetId: string, write: MachineWrite): Promise<void>;
}

// --- files ---------------------------------------------------------------------------------------------

export interface ChangePage {
  /** Files that changed since the token. */
  fileIds: string[];
  /** Where to go on. */
  token: string;
}

export interface FileType {
  mimeType: string;
  /** 0 for what has no content of its own. */
  bytes: number;
}

export interface Files {
  startToken(): Promise<string>;
  /** All changes since the token, every page of them. */
  changesSince(token: string): Promise<ChangePage>;
  /** Name of a file the robot can read; undefined when there is none or it may not. */
  fileName(fileId: string): Promise<string | undefined>;
  /** What Drive says a readable file is; undefined as above. */
  fileType(fileId: string): Promise<FileType | undefined>;
  /**
   * The content of a readable file; undefined as above, and for documents, which have none. `known`: what `fileType` has
   * said already, so that this is one call and not two.
   */
  readFile(
    fileId: string,
    maxBytes: number,
    known?: FileType,
  ): Promise<{ mimeType: string; bytes: Uint8Array } | 'too-large' | undefined>;
  /** A Google document as plain text, one call; undefined as above. Drive exports 10 MB at most. */
  exportText(fileId: string): Promise<{ text: string } | 'too-large' | undefined>;
}

// --- access --------------------------------------------------------------------------------------------

export interface Share {
  id: string;
  /** Lower case. */
  email: string;
  isOwner: boolean;
}

/** Who may open a workbook that the robot made, and who may type on its guarded tabs; nothing else of it. */
export interface WorkbookAccess {
  readShares(spreadsheetId: string): Promise<Share[]>;
  /** Guards of whole tabs, with those who may type there all the same. */
  readGuards(spreadsheetId: string): Promise<{ id: number; sheetId: number; editors: string[] }[]>;
  /** As an editor, without a mail about it; false when no such address can be shared with. */
  share(spreadsheetId: string, email: string): Promise<boolean>;
  /** A share that is gone is a success. */
  unshare(spreadsheetId: string, shareId: string): Promise<void>;
  setEditors(spreadsheetId: string, guards: readonly { id: number; editors: string[] }[]): Promise<void>;
}

// --- mail ----------------------------------------------------------------------------------------------

export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Kept in the header X-Guong-Sang-Key and in the Message-ID, so that a sent mail can be found again. */
  key: string;
  /** Where one POST stops mails of this kind (RFC 8058); absent for a duty. */
  optOutUrl?: string;
}

/** What became of a mail that was handed over. `words` are a Vietnamese sentence for administrators, which may quote the server. */
export type Handover =
  | { outcome: 'sent' }
  /** The ticket was used up or taken away, perhaps by an earlier try whose answer was lost. */
  | { outcome: 'gone' }
  /** A definite no about this mail; `recipient`: because of the address. It never left. */
  | { outcome: 'refused'; words: string; recipient: boolean }
  /** A definite not-now: it has not left, and may be tried again. */
  | { outcome: 'later'; words: string }
  /** Perhaps it left. */
  | { outcome: 'unknown'; words: string };

/** A mail that came back. */
export interface Bounce {
  /** Of the mail that could not be delivered. */
  key: string;
  address: string;
  /** ISO instant. */
  at: string;
  /** Enhanced status code, RFC 3463: "5.1.1". */
  status: string;
  words: string;
}

/**
 * Sending in two steps, with the claim stored between them, so that a crash never sends twice. A ticket is what the first
 * step left behind: a draft's id with Gmail, nothing with SMTP.
 */
export interface Mailer {
  readonly transport: 'gmail' | 'smtp';
  /** The mailbox that mails leave from, whose quota they count against. */
  readonly sender: string;
  /** Whether the same ticket may be handed over again after an unknown outcome: a draft is used up by sending. */
  readonly resumable: boolean;
  /** Throws an error named MailRefused for a mail that must not leave as it is. */
  prepare(message: MailMessage): Promise<string>;
  send(ticket: string, message: MailMessage): Promise<Handover>;
  /** Takes the ticket of a mail that was not sent away; one that is gone is a success. */
  discard(ticket: string): Promise<void>;
  /** Whether a sent mail with this key can be found; false also where nobody can look. */
  wasSent(key: string): Promise<boolean>;
  /** Mails that came back after this instant, perhaps some from before again; [] where refusals are told at once. */
  bouncesSince(instant: string): Promise<Bounce[]>;
}

// --- the rest ------------------------------------------------------------------------------------------

export type TaskName = 'sync' | 'deliver' | 'publish' | 'control';

export interface Tasks {
  /** At-least-once, soon. `id` makes repeats cheap; correctness never rests on it. */
  enqueue(task: { name: TaskName; id: string; body: Record<string, string> }): Promise<void>;
}

export interface Identity {
  /** The person or robot behind a bearer token, or why it is refused. Never throws on a bad token. */
  verify(
    token: string,
  ): Promise<{ ok: true; email: string } | { ok: false; reason: 'invalid' | 'unverified' }>;
}

export interface Clock {
  now(): Date;
}

export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}
