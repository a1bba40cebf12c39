/** The scoreboard as CSV that Excel opens by a double click in Viet Nam: UTF-8 with BOM, semicolons, no live formulas. */
import { formatDate } from '../../functions/domain/date.ts';
import { viDateTime } from '../../functions/domain/format.vi.ts';
import { pointsWords } from '../../functions/domain/judging.ts';
import { judgedColumns, judgedRows } from './judged-sheet.ts';
import { type CellType, type Report, reportColumns } from './report-lines.ts';

/** A program may run a cell that begins so (OWASP, CSV injection); the apostrophe makes it text, also after spaces. */
const live = /^[\s]*[=+\-@\t\r]/;

function toField(text: string): string {
  const safe = live.test(text) ? `'${text}` : text;
  return /[;"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function shown(value: string | number, type: CellType, timeZone: string): string {
  if (value === '') return '';
  if (type === 'number') return String(value);
  if (type === 'points') return pointsWords(Number(value));
  if (type === 'date') return formatDate(String(value));
  return toField(type === 'moment' ? viDateTime(new Date(value), timeZone) : String(value));
}

interface CsvColumn {
  header: string;
  type: CellType;
}

function toCsv(
  columns: readonly CsvColumn[],
  rows: readonly (readonly (string | number)[])[],
  timeZone: string,
): string {
  const lines = [
    columns.map(({ header }) => toField(header)),
    ...rows.map((row) => row.map((value, index) => shown(value, columns[index]?.type ?? 'text', timeZone))),
  ];
  return `\ufeff${lines.map((line) => `${line.join(';')}\r\n`).join('')}`;
}

export const reportCsv = ({ lines, loaded }: Report): string =>
  toCsv(
    reportColumns,
    lines.map((line) => reportColumns.map(({ value }) => value(line))),
    loaded.plan.timeZone,
  );

/** A CSV is one table, so what came of judging is a file of its own. */
export const judgedCsv = ({ judged, loaded }: Report): string =>
  toCsv(judgedColumns, judgedRows(judged, loaded), loaded.plan.timeZone);
