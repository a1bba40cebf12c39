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

export interface Files {
  startToken(): Promise<string>;
  /** All changes since the token, every page of them. */
  changesSince(token: string): Promise<ChangePage>;
  /** Name of a file the robot can read; undefined when there is none or it may not. */
  fileName(fileId: string): Promise<string | undefined>;
}

// --- mail ----------------------------------------------------------------------------------------------

export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Kept in the header X-Guong-Sang-Key, so that a sent mail can be found again. */
  key: string;
}

/** Sending in two steps, so that a crash between them never sends twice (reliability: outbox with drafts). */
export interface Mailer {
  createDraft(message: MailMessage): Promise<string>;
  /** 'gone': the draft was consumed or deleted, perhaps by an earlier try whose answer was lost. */
  sendDraft(draftId: string): Promise<'sent' | 'gone'>;
  /** Whether a sent mail carries this key. */
  wasSent(key: string): Promise<boolean>;
  deleteDraft(draftId: string): Promise<void>;
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
