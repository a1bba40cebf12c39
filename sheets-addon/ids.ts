/** "Cấp mã cho dòng mới": the hidden id, and the status formulas beside it, for lines that people inserted or copied. */
import { keyLine, statusFormula } from '../functions/domain/workbook.ts';
import { report, toast } from './dialog.ts';
import { type GivenId, highestOf, idsToGive } from './row-ids.ts';
import { readUnitTab, type Sheet, type UnitTab } from './sheet.ts';

/** Numbers once given are remembered with the document: a deleted line's number must not go to another. */
const memoryKey = (sheet: Sheet): string => `highest-id-${sheet.getSheetId()}`;

export function giveIds(sheet: Sheet): void {
  // Two people pressing at once must not give one number twice.
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(10_000)) {
    toast('Đang có người khác cấp mã. Hãy thử lại sau vài giây.');
    return;
  }
  try {
    const tab = readUnitTab(sheet);
    if (!tab) toast('Hãy mở tab của đơn vị mình rồi bấm “Cấp mã cho dòng mới”.');
    else if (!tab.owner || !tab.columns.has('rowId')) report('Chưa cấp được mã', noOwner);
    else give(tab, tab.owner);
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

const noOwner =
  'Tab này không còn mã hồ sơ ẩn nào ở cột A để đánh số tiếp, hoặc là bản sao của một tab. Hãy mở tab gốc của đơn vị, hoặc khôi phục trong Tệp › Nhật ký phiên bản.';

function give(tab: UnitTab, owner: NonNullable<UnitTab['owner']>): void {
  const { sheet, values, raw, columns } = tab;
  const idColumn = columns.get('rowId') ?? 0;
  const filled = new Set(raw.map(({ line }) => line));
  const lines = values.slice(keyLine).map((row, index) => {
    const line = keyLine + 1 + index;
    return { line, id: String(row[idColumn] ?? '').trim(), isFilled: filled.has(line) };
  });
  const memory = PropertiesService.getDocumentProperties();
  const given = idsToGive(lines, owner, Number(memory.getProperty(memoryKey(sheet)) ?? 0));
  if (given.length === 0) {
    toast('Mọi dòng đã có mã riêng, không phải cấp thêm.');
    return;
  }
  for (const run of runsOf(given)) write(tab, run);
  memory.setProperty(memoryKey(sheet), String(highestOf(given, owner)));
  report(
    'Đã cấp mã',
    `Đã cấp mã cho ${given.length} dòng của tab “${sheet.getName()}”.`,
    given.map(describe),
  );
}

const describe = ({ line, id, before }: GivenId): string =>
  before === ''
    ? `Dòng ${line}: mã mới ${id}.`
    : `Dòng ${line}: mã mới ${id}, vì mã cũ ${before} thuộc dòng khác hoặc đơn vị khác.`;

/** Lines that follow one another are written in one call. */
function runsOf(given: readonly GivenId[]): GivenId[][] {
  const runs: GivenId[][] = [];
  for (const one of given) {
    const last = runs[runs.length - 1];
    if (last && one.line === (last[last.length - 1]?.line ?? 0) + 1) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function write({ sheet, values, columns }: UnitTab, run: readonly GivenId[]): void {
  const [first] = run;
  if (!first) return;
  const column = (index: number) => sheet.getRange(first.line, index + 1, run.length, 1);
  // As text: "2025-1-001" would else become a date.
  column(columns.get('rowId') ?? 0)
    .setNumberFormat('@')
    .setValues(run.map(({ id }) => [id]));
  for (const key of ['status', 'issues'] as const) {
    const index = values[keyLine - 1]?.indexOf(key) ?? -1;
    const isBlank = run.every(({ line }) => (values[line - 1]?.[index] ?? '') === '');
    if (index >= 0 && isBlank) column(index).setFormulas(run.map(() => [statusFormula(key)]));
  }
}
