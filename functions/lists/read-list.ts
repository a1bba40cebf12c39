/** All that a submission is judged by, read before anything is written: the tab, its shape, earlier dossiers, the paper. */
import { readHeldIds } from '../desks/holds.ts';
import { lockedRows } from '../domain/accept-list.ts';
import { withPlace } from '../domain/check-tab.ts';
import { checkList, oneComplaintPerCell } from '../domain/checks/index.ts';
import { localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { inSheetOrder, type Problem } from '../domain/problem.ts';
import { citationsOf } from '../domain/references.ts';
import { rollUp, toPromoted } from '../domain/roll-up.ts';
import type { RawRow, Row } from '../domain/row.ts';
import type { Snapshot, Submission } from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import type { Workbook, WorkbookTab } from '../domain/workbook.ts';
import type { StoredDocument } from '../ports.ts';
import { type LoadedPlan, readDossiers, readSubmission } from '../records.ts';
import type { SubmitRequest } from '../requests.ts';
import type { Services } from '../services.ts';
import { parseAttachment } from './attachment.ts';
import { countEntryWords } from './entry-words.ts';
import { findPhotoProblems } from './photo-problems.ts';
import { readCitable } from './read-citable.ts';
import { isOfReference } from './told-at-sending.ts';
import { contextOf, duty, isUnreadable, judgeTab } from './unit-list.ts';

export interface ReadList {
  problems: Problem[];
  /** Those of rows that only a submission looks for. */
  onlyHere: Problem[];
  raw: RawRow[];
  /** Rows held back because another line has their hidden id. */
  copies: Row[];
  content: Omit<Snapshot, 'id' | 'createdAt'>;
  chosen: Dossier[];
  /** What became of the unit's rows so far. */
  existing: Dossier[];
  hiddenRows: number;
  before: StoredDocument<Submission> | undefined;
}

export async function readList(
  { store, sheets, files }: Services,
  workbook: Workbook,
  loaded: LoadedPlan,
  unit: Unit,
  tab: WorkbookTab,
  request: SubmitRequest,
  now: Date,
): Promise<ReadList> {
  const { planId, period, spreadsheetId } = workbook;
  const { plan, tree } = loaded;
  const today = localDate(now, plan.timeZone);
  const owed = duty(plan, unit, period)!;
  const desks = [unit, ...tree.ancestors(unit.id)].map(({ id }) => id);
  const [tabs, structure, existing, before, onHold, citable, ...atDesks] = await Promise.all([
    sheets.readTabs(spreadsheetId, [tab.sheetId]),
    sheets.readStructure(spreadsheetId),
    readDossiers(store, { planId, period, unitId: unit.id }),
    readSubmission(store, planId, unit.id, period),
    readHeldIds(store, { planId, period }),
    readCitable(store, loaded, unit, period, owed.form, today),
    ...(tree.children(unit.id).length > 0
      ? desks.map((at) => readDossiers(store, { planId, period, at }))
      : []),
  ]);
  const chosen = rollUp(
    atDesks.flat().map(({ data }) => data),
    unit.id,
    tree,
    onHold,
  );
  const shape = structure.find(({ sheetId }) => sheetId === tab.sheetId);
  const values = tabs[0]?.values;
  const title = shape?.title ?? tab.title;
  const nil = request.nil === true;
  // Whoever has nobody to nurture brings no plan of nurturing.
  const rule = nil ? undefined : owed.obligation.attachment;
  const attachment = await parseAttachment(rule, request.attachment, {
    tab: title,
    today,
    files,
  });
  const known = existing.map(({ data }) => data);
  const given = { existing: known, citable };
  const checked = judgeTab(plan, unit, period, { ...tab, title }, owed.form, values ?? [], now, given);
  const inPlace = (problem: Problem): Problem => withPlace(problem, title, checked.columns);
  const photos = (await findPhotoProblems(files, checked.rows)).map(inPlace);
  const counted = await countEntryWords(files, owed.form, checked.rows, lockedRows(known));
  const missing: Problem[] = values
    ? []
    : [{ code: 'tab-missing', severity: 'error', tab: tab.title, params: { unit: unit.name } }];
  const merged = (shape?.merges ?? []).map(
    (a1): Problem => ({ code: 'cells-merged', severity: 'error', tab: title, a1, params: { range: a1 } }),
  );
  const nilProblems = nil
    ? checkNil(owed.obligation.nilReport, checked.raw.length + chosen.length, title)
    : [];
  // Of a tab that could not be read nothing is known, not even that it is empty.
  const listProblems =
    nil || !values || (isUnreadable(checked) && checked.raw.length === 0)
      ? []
      : checkList(checked.rows, {
          ...contextOf(plan, unit, period, { ...tab, title }, owed.form, now),
          quota: owed.obligation.quota,
          allowedKinds: owed.obligation.allowedKinds,
          promoted: chosen.map(({ row }) => ({ kind: row.kind })),
          unreadRows: checked.raw.length - checked.rows.length,
        }).map(inPlace);
  const cites = citationsOf(owed.form, checked.rows, citable);
  const words = counted.problems.map(inPlace);
  const ofReferences = checked.problems.filter(isOfReference);
  return {
    raw: checked.raw,
    copies: checked.copies ?? [],
    onlyHere: [...words, ...photos, ...ofReferences],
    problems: values
      ? inSheetOrder([
          ...merged,
          // Of a cell that has both, what was counted is told, and not what was typed.
          ...oneComplaintPerCell([...words, ...checked.problems]),
          ...nilProblems,
          ...listProblems,
          ...photos,
          ...attachment.problems,
        ])
      : missing,
    content: {
      planId,
      period,
      unitId: unit.id,
      formId: owed.form.id,
      rows: counted.rows,
      promoted: chosen.map((dossier) => toPromoted(dossier, unit.id)),
      nil,
      attachment: attachment.attachment,
      ...(cites.length > 0 ? { cites } : {}),
    },
    chosen,
    existing: known,
    hiddenRows: shape?.hiddenRows.filter((line) => checked.raw.some((raw) => raw.line === line)).length ?? 0,
    before,
  };
}

function checkNil(allowed: boolean, rows: number, tab: string): Problem[] {
  if (!allowed) return [{ code: 'nil-not-allowed', severity: 'error', tab, params: {} }];
  return rows > 0 ? [{ code: 'nil-with-rows', severity: 'error', tab, params: { count: rows } }] : [];
}
