/** The scoreboard as CSV that Excel opens by a double click in Viet Nam: UTF-8 with BOM, semicolons, no live formulas. */
import { formatDate } from '../../functions/domain/date.ts';
import { viDateTime } from '../../functions/domain/format.vi.ts';
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
  if (type === 'date') return formatDate(String(value));
  return toField(type === 'moment' ? viDateTime(new Date(value), timeZone) : String(value));
}

export function reportCsv({ lines, loaded }: Report): string {
  const { timeZone } = loaded.plan;
  const rows = [
    reportColumns.map(({ header }) => toField(header)),
    ...lines.map((line) => reportColumns.map(({ type, value }) => shown(value(line), type, timeZone))),
  ];
  return `\ufeff${rows.map((row) => `${row.join(';')}\r\n`).join('')}`;
}
