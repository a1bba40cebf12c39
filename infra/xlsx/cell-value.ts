/** A cell of an .xlsx as the Sheets adapter would give it: formulas as text, dates as serial numbers, text plain. */
import type { Cell, CellValue as ExcelValue } from 'exceljs';
import type { CellValue } from '../../functions/domain/row.ts';

export function toCellValue(cell: Cell): CellValue {
  // Of a merged block the first cell alone holds the value, as in Sheets.
  if (cell.isMerged && cell.master !== cell) return '';
  return isFormula(cell.value) ? `=${cell.formula ?? ''}` : toPlain(cell.value);
}

const isFormula = (value: ExcelValue): boolean =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);

/** The text of a link is what people see; it may itself be rich text or, against the library's types, a number. */
function toPlain(value: unknown): CellValue {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n');
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return toSerial(value);
  if (typeof value !== 'object' || value === null) return '';
  if ('richText' in value)
    return toPlain((value.richText as { text?: string }[]).map(({ text }) => text ?? '').join(''));
  if ('text' in value) return toPlain(value.text);
  return 'error' in value ? String(value.error) : '';
}

const dayLength = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/**
 * Back to the number in the file: whether a number is shown as a date is the form's business. The reader has already
 * turned the Mac's serials (from 1904) into the usual ones, and kept milliseconds.
 */
function toSerial(date: Date): number {
  const days = (date.getTime() - epoch) / dayLength;
  // Past the last day that a date can have; any huge number is refused with the same sentence.
  return Number.isNaN(days) ? Number.MAX_SAFE_INTEGER : Math.round(days * 1e8) / 1e8;
}
