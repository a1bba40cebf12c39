/** A unit's .xlsx through the same door as its tab: the same checks, the same sentences, then its rows into that tab. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { WorkbookAdmin } from '../../functions/adapters/workbook-admin.ts';
import { groupProblems } from '../../functions/domain/messages.vi.ts';
import { hasErrors, inSheetOrder, type Problem } from '../../functions/domain/problem.ts';
import { rowIdPrefix, unitTabOf, type Workbook } from '../../functions/domain/workbook.ts';
import { duty, judgeTab } from '../../functions/lists/unit-list.ts';
import type { DocumentStore, Sheets } from '../../functions/ports.ts';
import { type LoadedPlan, paths, readPlan, readWorkbooksOf } from '../../functions/records.ts';
import { type Filling, fillTab } from './fill-tab.ts';
import type { TemplateMark } from './mark.ts';
import { type FilledList, readFilledList } from './read-list.ts';
import {
  fileFaults,
  goneTab,
  noClerk,
  otherThan,
  unknownPlan,
  unknownSeat,
  wouldLose,
} from './refusals.vi.ts';
import { countFaults, tellFaults } from './told-faults.ts';

export interface ImportWorld {
  store: DocumentStore;
  sheets: Sheets;
  admin: WorkbookAdmin;
  /** In whose name the rows are written: the clerk's, or the administrator's; undefined when the unit has no clerk. */
  writerFor(planId: string, unitId: string): Promise<sheets_v4.Sheets | undefined>;
  now: Date;
}

export interface ImportRequest {
  bytes: Uint8Array;
  /** What the file must be of; what is left out, the file decides. */
  expected?: Partial<Omit<TemplateMark, 'form'>>;
  /** Rows of the tab that the file does not have may go. */
  replace?: boolean;
}

export interface Imported {
  ok: true;
  outcome: 'written' | 'unchanged';
  planId: string;
  unitId: string;
  unitName: string;
  spreadsheetId: string;
  rows: number;
  hiddenLines: number[];
  warnings: string[];
}

export interface NotImported {
  ok: false;
  message: string;
  /** Every problem in the list, as the sheet itself would tell it. */
  problems: string[];
}

const refuse = (message: string, problems: string[] = []): NotImported => ({ ok: false, message, problems });

export async function importList(
  world: ImportWorld,
  { bytes, expected = {}, replace = false }: ImportRequest,
): Promise<Imported | NotImported> {
  const read = await readFilledList(bytes);
  if (!read.ok) return refuse(read.message);
  const seat = await findSeat(world.store, read.list.mark, expected);
  if (!seat.ok) return seat;
  const judged = judge(read.list, seat, world.now);
  if (judged.problems.some(({ code }) => code === 'tab-wrong'))
    return refuse(fileFaults['no-list'], groupProblems(judged.problems, seat.form));
  if (hasErrors(judged.problems))
    return refuse(
      `Chưa nhập danh sách của ${seat.unit.name}: ${countFaults(judged.problems)}. Bảng tính chưa có gì thay đổi; sửa trong tệp rồi nhập lại.`,
      tellFaults(judged.problems, seat.form),
    );
  if (judged.raw.length === 0) return refuse(fileFaults.blank);
  const target = await readTarget(world, seat);
  if (!target) return refuse(goneTab(seat.unit.name));
  const prefix = rowIdPrefix(seat.workbook.period, seat.unit.id);
  const filling = fillTab(seat.form, target.values, judged.raw, prefix);
  const faults = [...target.problems, ...(filling.ok ? [] : filling.problems)];
  if (!filling.ok || faults.length > 0)
    return refuse(
      `Chưa nhập được: trang của ${seat.unit.name} trên bảng tính đã bị đổi khác mẫu. Hãy sửa trên bảng tính như sau rồi nhập lại.`,
      groupProblems(
        faults.map((problem) => ({ ...problem, tab: target.title })),
        seat.form,
      ),
    );
  if (filling.lost.length > 0 && !replace) return refuse(wouldLose(filling.lost));
  const writer = await world.writerFor(seat.workbook.planId, seat.unit.id);
  if (!writer) return refuse(noClerk(seat.unit.name));
  if (!filling.isSame) await write(world.admin, writer, seat, target.title, filling);
  return {
    ok: true,
    outcome: filling.isSame ? 'unchanged' : 'written',
    planId: seat.workbook.planId,
    unitId: seat.unit.id,
    unitName: seat.unit.name,
    spreadsheetId: seat.workbook.spreadsheetId,
    rows: judged.raw.length,
    hiddenLines: read.list.hiddenLines,
    warnings: groupProblems(judged.problems, seat.form),
  };
}

type Seat = { ok: true } & Pick<LoadedPlan, 'plan'> & {
    unit: NonNullable<ReturnType<LoadedPlan['tree']['get']>>;
    workbook: Workbook;
    tab: NonNullable<ReturnType<typeof unitTabOf>>;
    form: NonNullable<ReturnType<typeof duty>>['form'];
  };

/** The unit's tab, or why the file has none here. */
async function findSeat(
  store: DocumentStore,
  mark: TemplateMark,
  expected: NonNullable<ImportRequest['expected']>,
): Promise<Seat | NotImported> {
  for (const part of ['plan', 'period', 'unit'] as const) {
    const wanted = expected[part];
    if (wanted !== undefined && wanted !== mark[part]) return refuse(otherThan(part, mark[part], wanted));
  }
  const isKnown = /^[A-Za-z0-9-]{1,100}$/.test(mark.plan) && (await store.read(paths.plan(mark.plan)));
  if (!isKnown) return refuse(unknownPlan(mark.plan));
  const { plan, tree } = await readPlan(store, mark.plan);
  const unit = tree.get(mark.unit);
  const owed = unit && duty(plan, unit, mark.period);
  const workbooks = unit?.parent ? await readWorkbooksOf(store, plan.id, mark.period, unit.parent) : [];
  for (const workbook of workbooks) {
    const tab = unit && unitTabOf(workbook, unit.id);
    if (unit && tab && owed?.form.id === mark.form)
      return { ok: true, plan, unit, workbook, tab, form: owed.form };
  }
  return refuse(unknownSeat(mark.unit, mark.period));
}

function judge({ title, values, merges }: FilledList, { plan, unit, workbook, tab, form }: Seat, now: Date) {
  const checked = judgeTab(plan, unit, workbook.period, { ...tab, title }, form, values, now);
  const problems = inSheetOrder([...mergedProblems(merges, title), ...checked.problems]).map(
    (problem): Problem => ({ ...problem, params: { ...problem.params, in: 'excel' } }),
  );
  // A line that people inserted into the file gets its number from the tab that it is written into.
  return { raw: checked.raw, problems: problems.filter(({ code }) => code !== 'row-key-missing') };
}

const mergedProblems = (merges: readonly string[], tab: string): Problem[] =>
  merges.map((a1) => ({ code: 'cells-merged', severity: 'error', tab, a1, params: { range: a1 } }));

async function readTarget({ sheets }: ImportWorld, { workbook, tab }: Seat) {
  const [tabs, structure] = await Promise.all([
    sheets.readTabs(workbook.spreadsheetId, [tab.sheetId]),
    sheets.readStructure(workbook.spreadsheetId),
  ]);
  const values = tabs[0]?.values;
  const shape = structure.find(({ sheetId }) => sheetId === tab.sheetId);
  if (!values || !shape) return undefined;
  return { values, title: shape.title, problems: mergedProblems(shape.merges, shape.title) };
}

const quote = (title: string): string => `'${title.replaceAll("'", "''")}'`;

/** One call over all lines: RAW, so that nothing is read as a formula or a date on the way. */
async function write(
  admin: WorkbookAdmin,
  writer: sheets_v4.Sheets,
  { workbook: { spreadsheetId }, tab: { sheetId } }: Seat,
  title: string,
  { range, block, lastLine }: Filling,
): Promise<void> {
  const { sheets = [] } = await admin.get(
    spreadsheetId,
    'sheets(properties(sheetId,gridProperties(rowCount)))',
  );
  const found = sheets.find(({ properties }) => properties?.sheetId === sheetId);
  const missing = lastLine - (found?.properties?.gridProperties?.rowCount ?? lastLine);
  if (missing > 0)
    await admin.batchUpdate(spreadsheetId, [
      { appendDimension: { sheetId, dimension: 'ROWS', length: missing } },
    ]);
  await writer.spreadsheets.values.update({
    spreadsheetId,
    range: `${quote(title)}!${range}`,
    valueInputOption: 'RAW',
    requestBody: { values: block },
  });
}
