/** A unit's list for one period: what was sent, when, by whom, signed or sent back. */
import type { Row } from './row.ts';

export interface Attachment {
  /** Số, ký hiệu of the paper, e.g. "12/KH-UBND". */
  documentNumber: string;
  /** ISO date of the paper. */
  documentDate: string;
  url: string;
}

/**
 * What one cell names, as it was understood when the list was sent. It stands in the snapshot and not in the row: cells
 * stay as typed, and a row that does not change keeps its snapshot, so later lists and standards change nothing of it.
 */
export interface Citation {
  /** Id of the row, key of its column. */
  row: string;
  column: string;
  /** Dossiers, or codes of criteria. */
  ids: string[];
  /** Of criteria: the snapshot of the standards they stand in. */
  list?: string;
}

/** What was submitted is what is reviewed: a snapshot never changes. Its id is a hash of its content. */
export interface Snapshot {
  id: string;
  planId: string;
  period: string;
  unitId: string;
  formId: string;
  /** Rows typed by the unit itself. */
  rows: Row[];
  /** Dossiers chosen from the units below, with the round that was chosen. */
  promoted: { dossierId: string; round: number }[];
  /** "Không có trường hợp". */
  nil: boolean;
  attachment: Attachment | null;
  /** Absent when no cell of the form names anything. */
  cites?: Citation[];
  createdAt: string;
}

export interface SubmissionVersion {
  snapshotId: string;
  at: string;
  by: string;
  late: boolean;
  rows: number;
  /** "Không có trường hợp": said, so that it differs from an empty list. */
  nil?: boolean;
  signedBy?: string;
  /** As the staff list had it then: who signed stays known when the person has left. */
  signedName?: string;
  signedAt?: string;
  sentBackAt?: string;
  sentBackReason?: string;
}

/**
 * awaitingSignature: sent by the clerk, the head has not answered.
 * submitted: with the parent's reviewers. sentBack: the head did not sign.
 */
export type SubmissionState = 'awaitingSignature' | 'submitted' | 'sentBack';

export interface Submission {
  planId: string;
  period: string;
  unitId: string;
  parentId: string;
  state: SubmissionState;
  /** Oldest first; the last one is in force. */
  versions: SubmissionVersion[];
}

/** One content, one text: what the snapshot's id is the hash of. Order of lines and time of sending do not count. */
export function canonicalContent(content: Omit<Snapshot, 'id' | 'createdAt'>): string {
  const rows = content.rows
    .map(({ id, kind, values, words }) => ({ id, kind, values: sortedEntries(values), words }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const promoted = [...content.promoted].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  const { planId, period, unitId, formId, nil, attachment, cites = [] } = content;
  return JSON.stringify([
    planId,
    period,
    unitId,
    formId,
    rows,
    promoted,
    nil,
    attachment && sortedEntries(attachment),
    ...(cites.length > 0 ? [canonicalCites(cites)] : []),
  ]);
}

const canonicalCites = (cites: readonly Citation[]): string[] =>
  cites.map(({ row, column, ids, list = '' }) => JSON.stringify([row, column, ids, list])).sort();

const sortedEntries = (values: object): [string, unknown][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

export const isSameRow = (a: Row, b: Row): boolean =>
  a.kind === b.kind && JSON.stringify(sortedEntries(a.values)) === JSON.stringify(sortedEntries(b.values));

export const currentVersion = (submission: Submission): SubmissionVersion =>
  submission.versions[submission.versions.length - 1] as SubmissionVersion;
