/** What the machine says of a workbook: one line per row key for the machine tab. Pure; the same input gives the same lines. */
import type { CheckedTab } from './check-tab.ts';
import { type Dossier, isOffList, isWaiting } from './dossier.ts';
import type { Form } from './form.ts';
import { sentence } from './messages.vi.ts';
import type { Problem } from './problem.ts';
import type { Row } from './row.ts';
import { dossierLabel } from './status-label.ts';
import { isSameRow } from './submission.ts';
import type { UnitTree } from './unit.ts';
import { machineColumns, parseReviewKey, reviewKey } from './workbook.ts';

/** key, status, issues, unit: see machineColumns. */
export type VerdictLine = [key: string, status: string, issues: string, unitId: string];

const shownIssues = 3;

/** "Năm sinh: …; Tóm tắt thành tích: … (còn 2 lỗi nữa)". */
export function issuesText(problems: readonly Problem[], form: Form): string {
  const [stillPublic = [], errors = [], warnings = []] = ['first', 'error', 'warning'].map((place) =>
    problems.filter(({ code, severity }) => (code === 'consent-not-sent' ? 'first' : severity) === place),
  );
  const errorsFirst = [...stillPublic, ...errors, ...warnings];
  const shown = errorsFirst.slice(0, shownIssues).map((problem) => {
    const header = form.columns.find((column) => column.key === problem.column)?.header;
    return header === undefined ? sentence(problem, form) : `${header}: ${sentence(problem, form)}`;
  });
  const rest = errorsFirst.length - shown.length;
  return shown.join(' • ') + (rest > 0 ? ` • (còn ${rest} điều nữa)` : '');
}

/** A list that was sent and that the head has not signed: its rows have no dossiers yet. */
export interface UnsignedList {
  rows: readonly Row[];
  isSentBack: boolean;
}

/** What a unit tab is judged with, beside its cells and dossiers. */
export interface UnitTabState {
  form: Form;
  tree: UnitTree;
  unsigned: UnsignedList | undefined;
}

/** Lines of one unit tab. A row without an id of its own is told by the add-on and the submit answer, by line. */
export function unitVerdict(
  tab: CheckedTab,
  unitId: string,
  dossiers: readonly Dossier[],
  { form, tree, unsigned }: UnitTabState,
): VerdictLine[] {
  const sentById = new Map(unsigned?.rows.map((row) => [row.id, row]));
  const dossierById = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const rowById = new Map(tab.rows.map((row) => [row.id, row]));
  const problemsByLine = Map.groupBy(tab.problems, (problem) => problem.line ?? 0);
  const lines = new Map<string, VerdictLine>();
  for (const raw of tab.raw) {
    const row = raw.rowId === '' ? undefined : rowById.get(raw.rowId);
    if (raw.rowId === '') continue;
    const problems = problemsByLine.get(raw.line) ?? [];
    const dossier = dossierById.get(raw.rowId);
    const sent = sentById.get(raw.rowId);
    const status = rowStatus(problems, dossier, tree, {
      edited: dossier && row && !isSameRow(row, dossier.row),
      unsigned: sent && row && unsigned && { ...unsigned, isSame: isSameRow(row, sent) },
    });
    const reason = dossier?.status === 'returned' ? `Lý do trả lại: ${dossier.returnReason}` : '';
    const issues = [reason, issuesText(problems, form)].filter((text) => text !== '').join(' • ');
    lines.set(raw.rowId, [raw.rowId, status, issues, unitId]);
  }
  return [...lines.values()].sort(byKey);
}

interface RowState {
  /** Other than its dossier. */
  edited: boolean | undefined;
  /** It stands in a list that the head has not signed. */
  unsigned: { isSentBack: boolean; isSame: boolean } | undefined;
}

const editedSince = 'Đã sửa sau khi nộp, chưa nộp lại';

function rowStatus(
  problems: readonly Problem[],
  dossier: Dossier | undefined,
  tree: UnitTree,
  { edited, unsigned }: RowState,
): string {
  if (dossier && problems.some(({ code }) => code === 'row-locked'))
    return `${dossierLabel(dossier, tree)}; dòng đã sửa khác bản được duyệt`;
  if (problems.some((problem) => problem.severity === 'error')) return 'Có lỗi, cần sửa';
  if (unsigned && (!dossier || edited || isOffList(dossier))) {
    if (!unsigned.isSame) return editedSince;
    return unsigned.isSentBack ? 'Thủ trưởng trả lại, chưa nộp lại' : 'Đã nộp, chờ thủ trưởng ký';
  }
  if (dossier?.status === 'carried') return dossierLabel(dossier, tree);
  if (dossier && edited) return dossier.status === 'returned' ? 'Đã sửa, chờ nộp lại' : editedSince;
  if (dossier && dossier.status !== 'recalled') return dossierLabel(dossier, tree);
  return problems.length > 0 ? 'Được, có điều nên xem' : 'Hợp lệ, chưa nộp';
}

/** What a review line is told from, beside its dossier. */
interface ReviewState {
  tree: UnitTree;
  /** How far judging is, by dossier; for this desk alone. */
  judged: ReadonlyMap<string, string>;
}

/** Lines that show reviewers the state of what stands in their tab, or is about to be added to it. */
export function reviewVerdict(
  dossiers: readonly Dossier[],
  keys: ReadonlySet<string>,
  added: readonly Dossier[],
  about: ReviewState,
): VerdictLine[] {
  const all = new Set([...keys, ...added.map(({ id, round }) => reviewKey(id, round))]);
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  return [...all]
    .flatMap((key): VerdictLine[] => {
      const parsed = parseReviewKey(key);
      const dossier = byId.get(parsed?.dossierId ?? '');
      return parsed && dossier ? [[key, reviewLabel(dossier, parsed.round, about), '', dossier.unitId]] : [];
    })
    .sort(byKey);
}

/** A line about an earlier round says so, unless the dossier only went up from there. */
function reviewLabel(dossier: Dossier, round: number, { tree, judged }: ReviewState): string {
  const later = dossier.history.filter((event) => event.round > round && event.action !== 'forward');
  const replaced =
    round < dossier.round && later.some(({ action }) => action === 'submit' || action === 'return');
  if (replaced) return 'Đã có lần gửi mới hơn';
  // The line was written once; a copy that came later shows here.
  const hint = isWaiting(dossier) && (dossier.alike ?? []).length > 0 ? ['có hồ sơ gần giống'] : [];
  const points = judged.get(dossier.id) ?? [];
  return [dossierLabel(dossier, tree), ...hint, points].flat().join('; ');
}

const byKey = (a: VerdictLine, b: VerdictLine): number => (a[0] < b[0] ? -1 : 1);

/** Rows of the machine tab before its lines: what it was computed from and when, then the headers. */
export const machineTab = (
  lines: readonly VerdictLine[],
  header: { epoch: number; contentHash: string; checkedAt: string },
): (string | number)[][] => [
  ['epoch', header.epoch, header.contentHash, header.checkedAt],
  [...machineColumns],
  ...lines,
];

export const machineHeaderRows = 2;

/** The machine tab as read back: whether it says exactly what was computed (all but epoch and time). */
export function saysTheSame(
  readBack: readonly (readonly unknown[])[],
  lines: readonly VerdictLine[],
  contentHash: string,
): boolean {
  if (readBack[0]?.[2] !== contentHash || readBack.length !== lines.length + machineHeaderRows) return false;
  return lines.every((line, index) => {
    const read = readBack[index + machineHeaderRows] ?? [];
    return line.every((cell, column) => (read[column] ?? '') === cell) && read.length <= line.length;
  });
}
