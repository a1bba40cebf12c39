/** What the sidebar asks for: everything wrong in the active tab, where the list stands, and sending it. */

import { type ExemplarKind, type Form, kindLabels, toKind } from '../functions/domain/form.ts';
import { problemLine } from '../functions/domain/messages.vi.ts';
import { inSheetOrder, type Problem } from '../functions/domain/problem.ts';
import type { RawRow } from '../functions/domain/row.ts';
import type { RefusalResponse, SubmitRequest, SubmitResponse, UnitResponse } from '../functions/requests.ts';
import type { PanelState, Sending, ShownProblem } from './panel-state.ts';
import { callCheck, callSubmit } from './server.ts';
import { kindOf, paintUnitTab, readUnitTab, type Sheet } from './sheet.ts';

const placeOf = ({ a1, line }: { [key in 'a1' | 'line']?: Problem[key] | undefined }): string =>
  a1 ?? (line === undefined ? '' : `${line}:${line}`);

/** Every line is in one of the counts, so that they add up. */
function kindsOf(raw: readonly RawRow[], { kindColumn }: Form): string {
  if (kindColumn === undefined) return '';
  const kinds = raw.map(({ cells }) => toKind(String(cells[kindColumn] ?? '')));
  const unclear = kinds.filter((kind) => kind === undefined).length;
  return [
    ...(Object.keys(kindLabels) as ExemplarKind[])
      .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => `${count} ${kindLabels[kind].toLowerCase()}`),
    ...(unclear > 0 ? [`${unclear} dòng chưa ghi đúng loại`] : []),
  ].join(', ');
}

/** A list has a few rows; beyond that the question would take longer than it is worth. */
const mostLinesAsked = 100;

/** People take hidden and filtered lines for left out. They are submitted all the same, so they are counted beforehand. */
const hiddenAmong = (sheet: Sheet, lines: readonly number[]): number =>
  lines
    .slice(0, mostLinesAsked)
    .filter((line) => sheet.isRowHiddenByUser(line) || sheet.isRowHiddenByFilter(line)).length;

/** What a row that is approved, or a key row that is spoilt or older than the plan, makes the sheet judge otherwise. */
const ofTheForm: ReadonlySet<string> = new Set(['choice-unknown', 'required-blank']);

/** The server decides: what it finds no fault with is none, what it alone finds is told too, and it says more of what both find. */
function withServer(mine: readonly ShownProblem[], unit: UnitResponse | null): ShownProblem[] {
  if (unit === null) return [...mine];
  const theirs = unit.problems.map((problem) => ({ ...problem, place: placeOf(problem) }));
  const isIn = (
    some: readonly Pick<ShownProblem, 'code' | 'place'>[],
    { code, place }: ShownProblem,
  ): boolean => some.some((one) => one.code === code && one.place === place);
  const all = [
    ...mine.filter((problem) => !ofTheForm.has(problem.code) && !isIn(theirs, problem)),
    ...theirs.map(({ severity, code, place, message }): ShownProblem => ({ severity, code, place, message })),
  ];
  return inSheetOrder(all.map((problem) => ({ problem, a1: problem.place }))).map(({ problem }) => problem);
}

/** Checks and paints the tab here, and asks the server where the list stands. */
export function readState(sheet: Sheet = SpreadsheetApp.getActiveSheet()): PanelState {
  const tab = readUnitTab(sheet);
  const state: PanelState = {
    kind: kindOf(sheet),
    sheetId: sheet.getSheetId(),
    tab: sheet.getName(),
    problems: [],
    summary: '',
    rows: 0,
    hidden: 0,
    unit: null,
    notice: '',
  };
  if (!tab) return state;
  paintUnitTab(tab);
  const problems = tab.problems.map(
    (problem): ShownProblem => ({
      severity: problem.severity,
      code: problem.code,
      place: placeOf(problem),
      message: problemLine(problem, tab.form),
    }),
  );
  const hidden = hiddenAmong(
    sheet,
    tab.raw.map(({ line }) => line),
  );
  const local = { ...state, problems, rows: tab.raw.length, hidden, summary: kindsOf(tab.raw, tab.form) };
  const answer = callCheck();
  if (!answer.ok) return { ...local, notice: answer.message };
  const unit = answer.units.find(({ sheetId }) => sheetId === state.sheetId) ?? null;
  const notice =
    unit === null ? 'Đây không phải tab đơn vị mà bạn phụ trách, nên chỉ xem được lỗi, không nộp được.' : '';
  return { ...local, problems: withServer(problems, unit), unit, notice };
}

export function activate(sheetId: number, place: string): void {
  const sheet = SpreadsheetApp.getActive()
    .getSheets()
    .find((one) => one.getSheetId() === sheetId);
  if (sheet && place !== '') sheet.getRange(place).activate();
}

export function send({
  unit,
  documentNumber,
  documentDate,
  url,
  nil,
}: Sending): SubmitResponse | RefusalResponse {
  const attachment: SubmitRequest['attachment'] =
    documentNumber === undefined
      ? undefined
      : { documentNumber, documentDate: documentDate ?? '', url: url ?? '' };
  return callSubmit({ unit, ...(attachment ? { attachment } : {}), ...(nil ? { nil } : {}) });
}
