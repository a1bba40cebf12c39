/** What was carried over waits in the tabs of its units; their clerks ask anew, keep some, and add this year's below. */
import { toA1 } from '../../../functions/domain/a1.ts';
import type { Dossier } from '../../../functions/domain/dossier.ts';
import { exemplarForm } from '../../../functions/domain/forms/exemplar.ts';
import { askedAnew } from '../../../functions/domain/registered-again.ts';
import { firstDataLine, systemColumns } from '../../../functions/domain/workbook.ts';
import { staffEmail } from '../samples/people.ts';
import { blankRow, type TypedRow } from '../samples/rows.ts';
import { tabOf, typeRows } from '../trial.ts';
import { dossiers, type Stage } from './stage.ts';

/** Units with what was carried over to them, by number. */
export async function heirsOf(stage: Stage): Promise<Map<string, Dossier[]>> {
  const carried = (await dossiers(stage)).filter(({ carriedFrom }) => carriedFrom !== undefined);
  return Map.groupBy(
    carried.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ unitId }) => unitId,
  );
}

/** In the unit's tab, with nothing that was said for the year before. */
export async function waitsInTab(stage: Stage, unitId: string, own: readonly Dossier[]): Promise<boolean> {
  const { spreadsheetId, title } = tabOf(stage.workbooks, unitId);
  const lines = await stage.people.read(
    staffEmail('clerk', unitId),
    spreadsheetId,
    `'${title}'!A${firstDataLine}:A`,
  );
  const ids = new Set(lines.map(([id]) => id));
  return own.every(
    ({ id, status, row }) =>
      ids.has(id) && (status !== 'carried' || [...askedAnew].every((key) => row.values[key] === undefined)),
  );
}

/** What this year's are promised to do; invented, one after the other. */
const pledges = [
  'hướng dẫn thêm 10 hộ làm theo',
  'kèm cặp một điển hình mới',
  'giữ vững kết quả, mở thêm một buổi truyền nghề',
];

export const pledgeOf = ({ period }: Stage, ordinal: number): string =>
  `Năm ${period} ${pledges[ordinal % pledges.length]}`;

/** dd/MM/yyyy of the answers. */
export async function typeConsents(stage: Stage, unitId: string, count: number, on: string): Promise<void> {
  await typeColumn(
    stage,
    unitId,
    'consent',
    Array.from({ length: count }, () => ['Đồng ý', on]),
  );
}

export async function typePledges(stage: Stage, unitId: string, count: number): Promise<void> {
  await typeColumn(
    stage,
    unitId,
    'pledge',
    Array.from({ length: count }, (_, ordinal) => [pledgeOf(stage, ordinal)]),
  );
}

/** From the first line down; cells beside it where a row has more than one. */
async function typeColumn({ people, workbooks }: Stage, unitId: string, key: string, rows: string[][]) {
  const { spreadsheetId, title } = tabOf(workbooks, unitId);
  const column = systemColumns.length + exemplarForm.columns.findIndex((one) => one.key === key);
  await people.type(
    staffEmail('clerk', unitId),
    spreadsheetId,
    `'${title}'!${toA1(column, firstDataLine)}`,
    rows,
  );
}

/** Of the unit's carried lines the first so many stay; the others are cleared, and fresh ones stand there and below. */
export async function typeBelow(
  { people, workbooks }: Stage,
  unitId: string,
  lines: { kept: number; carried: number; fresh: readonly TypedRow[] },
): Promise<void> {
  const { kept, carried, fresh } = lines;
  const rows = [...Array.from({ length: carried - kept }, blankRow), ...fresh];
  await typeRows(people, tabOf(workbooks, unitId), unitId, rows, kept);
}
