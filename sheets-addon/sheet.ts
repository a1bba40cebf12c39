/** The unit tab as the add-on sees it: read once, judged by the same rules as on the server, painted once. */
import { type CheckedTab, checkTab } from '../functions/domain/check-tab.ts';
import type { Form } from '../functions/domain/form.ts';
import { splitKeyCell } from '../functions/domain/key-cell.ts';
import { inSheetOrder, type Problem } from '../functions/domain/problem.ts';
import type { CellValue } from '../functions/domain/row.ts';
import { formOfTab } from '../functions/domain/tab-form.ts';
import { firstDataLine, keyLine, rowIdPrefix, sheetIds } from '../functions/domain/workbook.ts';
import { toCellValues, toIso } from './cells.ts';
import { judgeLines, paintOfCell, withoutStillToCome } from './edited-rows.ts';
import { type Paint, paintsOfLine, repaint, toPaints } from './paint.ts';
import type { TabKind } from './panel-state.ts';
import { type Owner, ownerOf } from './row-ids.ts';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const machineTabs: ReadonlySet<number> = new Set(Object.values(sheetIds));

/** By the sheet's id, which stays when people rename or move the tab. */
export const kindOf = (sheet: Sheet): TabKind => {
  const id = sheet.getSheetId();
  return id === sheetIds.review ? 'review' : machineTabs.has(id) ? 'other' : 'unit';
};

const today = (): string => toIso(new Date());

export interface UnitTab extends CheckedTab {
  sheet: Sheet;
  values: CellValue[][];
  /** As the tab's hidden key row describes it. */
  form: Form;
  /** Absent on a copy of a tab, or when all ids are gone. */
  owner: Owner | undefined;
}

/** Undefined when the tab is no unit's. */
export function readUnitTab(sheet: Sheet): UnitTab | undefined {
  if (kindOf(sheet) !== 'unit') return undefined;
  const unit = sheet
    .getDeveloperMetadata()
    .filter((tag) => tag.getKey() === 'unit')
    .map((tag) => tag.getValue() ?? '')[0];
  const area = sheet.getDataRange();
  const values = toCellValues(area.getValues(), area.getFormulas());
  const form = formOfTab(values);
  const keys = values[keyLine - 1] ?? [];
  const idColumn = Math.max(
    0,
    keys.findIndex((value) => splitKeyCell(value)?.key === 'rowId'),
  );
  const owner = unit
    ? ownerOf(
        values.map((row) => String(row[idColumn] ?? '')),
        unit,
      )
    : undefined;
  const expectedIdPrefix = owner ? rowIdPrefix(owner.period, owner.unit) : '';
  const context = { form, today: today(), tab: sheet.getName(), expectedIdPrefix };
  const checked = checkTab(form, values, context);
  const merges = area.getMergedRanges().map((merged): Problem => {
    const a1 = merged.getA1Notation();
    return { code: 'cells-merged', severity: 'error', tab: context.tab, a1, params: { range: a1 } };
  });
  return { ...checked, problems: inSheetOrder([...merges, ...checked.problems]), sheet, values, form, owner };
}

/** Columns of the form, from the first to the last, counted from 0. */
function formSpan(columns: CheckedTab['columns']): [number, number] {
  const indexes = [...columns].filter(([key]) => key !== 'rowId').map(([, index]) => index);
  return [Math.min(...indexes), Math.max(...indexes)];
}

const kindColumn = (form: Form, columns: CheckedTab['columns']): number =>
  columns.get(form.kindColumn ?? '') ?? formSpan(columns)[0];

/** The whole tab: what is wrong is marked, what was mended is cleared. */
export function paintUnitTab({ sheet, values, form, problems, columns }: UnitTab): void {
  if (columns.size === 0 || values.length < firstDataLine) return;
  const paints = toPaints(problems, form, kindColumn(form, columns));
  paintBlock(sheet, [firstDataLine, values.length], formSpan(columns), paints);
}

function paintBlock(
  sheet: Sheet,
  [from, to]: [number, number],
  [left, right]: [number, number],
  paints: ReadonlyMap<string, Paint>,
): void {
  const block = sheet.getRange(from, left + 1, to - from + 1, right - left + 1);
  const before = { notes: block.getNotes(), backgrounds: block.getBackgrounds() };
  const after = repaint(before, paints, { column: left, firstLine: from });
  if (!after) return;
  block.setNotes(after.notes);
  block.setBackgrounds(after.backgrounds);
}

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** At most three calls to the sheet for one line, six for a pasted block. */
export function paintEdit({ range, oldValue }: Pick<EditEvent, 'range'> & { oldValue?: unknown }): void {
  const sheet = range.getSheet();
  if (kindOf(sheet) !== 'unit') return;
  const from = Math.max(range.getRow(), firstDataLine);
  const to = range.getLastRow();
  if (to < from) return;
  const values = toCellValues(sheet.getRange(`1:${to}`).getValues());
  const lines = { values, from, to, today: today() };
  const form = formOfTab(values);
  if (range.getNumRows() === 1 && range.getNumColumns() === 1) {
    const edit = { line: from, column: range.getColumn() - 1, oldValue: toOldValue(oldValue) };
    const painted = paintOfCell(form, lines, edit);
    if (painted?.span) paintLine(sheet, from, painted.span, toPaints(painted.problems, form, 0));
    return;
  }
  if (from < to) lines.values = withFormulas(sheet, lines);
  const judged = judgeLines(form, lines);
  if (!judged) return;
  const shown = withoutStillToCome(judged.problems, lines.values, judged.columns);
  const paints = toPaints(shown, form, 0);
  if (from === to) paintLine(sheet, from, formSpan(judged.columns), paints);
  else paintBlock(sheet, [from, to], formSpan(judged.columns), paints);
}

const toOldValue = (value: unknown): CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';

function withFormulas(
  sheet: Sheet,
  lines: { values: CellValue[][]; from: number; to: number },
): CellValue[][] {
  const formulas = sheet.getRange(`${lines.from}:${lines.to}`).getFormulas();
  const edited = toCellValues(lines.values.slice(lines.from - 1), formulas);
  return [...lines.values.slice(0, lines.from - 1), ...edited];
}

/** Without reading what was there: three calls would not do. */
function paintLine(
  sheet: Sheet,
  line: number,
  [left, right]: [number, number],
  paints: ReadonlyMap<string, Paint>,
): void {
  const block = sheet.getRange(line, left + 1, 1, right - left + 1);
  const { notes, backgrounds } = paintsOfLine(paints, line, [left, right]);
  block.setNotes(notes);
  block.setBackgrounds(backgrounds);
}
