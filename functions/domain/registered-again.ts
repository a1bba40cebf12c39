/**
 * Rows carried over from an earlier year: what is asked of them anew, which of them a list holds, and which nobody has
 * touched yet. Where they come from only the dossiers know; the sheet itself does not say.
 */
import type { Dossier } from './dossier.ts';
import { exemplarForm } from './forms/exemplar.ts';
import { naturalKey, type RawRow, type Row } from './row.ts';

/**
 * What was said for another year stays behind: a consent was given for another page, and perhaps to another office; a
 * pledge is of its own year ("hằng năm tổ chức đăng ký thi đua", KH 113, II.3).
 */
export const askedAnew: ReadonlySet<string> = new Set([
  'pledge',
  'consent',
  'consentDate',
  'guardianConsent',
]);

/** Whom a row is about: a carried dossier is known again by it. */
export const exemplarKey = ({ values }: Pick<Row, 'values'>): string => naturalKey(exemplarForm, values);

/** Row → the period that it was carried over from, as the signed list will have it; undefined for what is new. */
export function toEarlierPeriod(existing: readonly Dossier[]): (row: Row) => string | undefined {
  const sent = new Map<string, string>();
  const waiting = new Map<string, string>();
  for (const { id, status, row, carriedFrom } of existing) {
    if (!carriedFrom) continue;
    if (status === 'carried') waiting.set(exemplarKey(row), carriedFrom.period);
    else sent.set(id, carriedFrom.period);
  }
  return (row) => sent.get(row.id) ?? (waiting.size > 0 ? waiting.get(exemplarKey(row)) : undefined);
}

/** How many lines of a tab are somebody's work: one that was carried over and of which nothing has been asked is not yet. */
export function countTouched(raw: readonly RawRow[], existing: readonly Dossier[]): number {
  const waiting = new Set(existing.filter(({ status }) => status === 'carried').map(({ id }) => id));
  const isUntouched = ({ rowId, cells }: RawRow): boolean =>
    waiting.has(rowId) && [...askedAnew].every((key) => cells[key] === undefined);
  return raw.filter((line) => !isUntouched(line)).length;
}

/** What a carried row that was sent is: for staff alone, because a pledge is internal. */
export function againWords(row: Row | undefined): string {
  const pledge = String(row?.values.pledge ?? '');
  return pledge === ''
    ? 'Vào lại danh sách, chưa ghi nội dung đăng ký thi đua'
    : `Đăng ký thi đua lại: ${pledge}`;
}
