/**
 * Rows for a new tab from what was carried over to its unit: typed once, before people have the tab, each with a note
 * that says where it comes from. A tab that people have already is never written into.
 */
import type { WorkbookRequest } from '../../functions/adapters/workbook-admin.ts';
import { isoToSerial } from '../../functions/domain/date.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Form } from '../../functions/domain/form.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { firstDataLine, stampedRows, systemColumns } from '../../functions/domain/workbook.ts';

export interface CarriedRow {
  id: string;
  /** In the order of the form's columns; '' is blank. */
  cells: CellValue[];
  note: string;
}

export const inOrderOfNumbers = (dossiers: readonly Dossier[]): Dossier[] =>
  dossiers.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export const toCarriedRows = (form: Form, dossiers: readonly Dossier[]): CarriedRow[] =>
  inOrderOfNumbers(dossiers).map(({ id, row, carriedFrom }) => ({
    id,
    cells: form.columns.map(({ key, type }) => {
      const value = row.values[key] ?? '';
      return type === 'date' && typeof value === 'string' && value !== '' ? isoToSerial(value) : value;
    }),
    note: `Mang sang từ ${carriedFrom?.unit ?? ''}, kỳ ${carriedFrom?.period ?? ''} (hồ sơ ${carriedFrom?.dossierId ?? ''}). Còn muốn đăng ký thì hỏi và ghi điều đăng ký thi đua năm nay, hỏi lại ý kiến về việc công khai, sửa cho đúng rồi nộp; không thì xóa dòng này.`,
  }));

const toCell = (value: CellValue) =>
  value === ''
    ? {}
    : {
        userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) },
      };

/**
 * After the requests that make the tab: its first lines get these rows and their numbers, as many as it has lines with a
 * number. For the others the unit gets a file (`carried-left.ts`).
 */
export function carriedRequests(sheetId: number, carried: readonly CarriedRow[]): WorkbookRequest[] {
  if (carried.length === 0) return [];
  const rows = carried.slice(0, stampedRows);
  const start = { sheetId, rowIndex: firstDataLine - 1 };
  return [
    {
      updateCells: {
        start: { ...start, columnIndex: 0 },
        rows: rows.map(({ id }) => ({ values: [toCell(id)] })),
        fields: 'userEnteredValue',
      },
    },
    {
      updateCells: {
        start: { ...start, columnIndex: systemColumns.length },
        rows: rows.map(({ cells, note }) => ({
          values: cells.map((value, index) => ({ ...toCell(value), ...(index === 0 ? { note } : {}) })),
        })),
        fields: 'userEnteredValue,note',
      },
    },
  ];
}
