/** A list as it was sent, with all that papers say of it: the snapshot's rows and those chosen from the units below. */
import type { Form } from '../domain/form.ts';
import type { Plan } from '../domain/plan.ts';
import type { Row } from '../domain/row.ts';
import type { Snapshot, SubmissionVersion } from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import { moment } from '../mails/wording.ts';
import { type Office, officeOf } from './office.ts';

export interface ListedRow {
  row: Row;
  /** The unit that wrote it. */
  unit: Unit;
}

export interface SentList {
  plan: Plan;
  unit: Unit;
  /** Who collects the list. */
  collecting: Unit;
  period: string;
  form: Form;
  snapshot: Snapshot;
  version: SubmissionVersion;
  /** Which of the versions it is, from 1, and how many there are. */
  ordinal: number;
  versions: number;
  rows: readonly ListedRow[];
}

export const officeOfList = ({ unit, collecting }: SentList): Office => officeOf(unit, collecting);

/** What the paper was made from, so that it can be held against what was sent. */
export function originOf({ plan, version, ordinal, versions, snapshot }: SentList): string {
  const signed =
    version.signedAt === undefined
      ? 'chưa có chữ ký của thủ trưởng trên hệ thống'
      : `thủ trưởng ký trên hệ thống lúc ${moment(version.signedAt, plan)}`;
  return `Lập từ bản danh sách nộp lần ${ordinal} trong ${versions} lần, lúc ${moment(version.at, plan)}; ${signed}. Mã bản nộp (SHA-256): ${snapshot.id}`;
}
