/**
 * What a Thẩm định tab that stands must get to show the columns of its form: headings, hidden keys, widths. Pure. Lines that
 * stand keep what they say; where people moved the columns, the tab is left alone.
 */
import type { WorkbookRequest } from '../../functions/adapters/workbook-admin.ts';
import type { Form } from '../../functions/domain/form.ts';
import { headerLine, keyLine, reviewColumns } from '../../functions/domain/workbook.ts';
import type { StandingSheet } from './mend-tab.ts';
import { headerFormat, text, widthRequest } from './tab-requests.ts';

/** The same place whatever the form. */
const fixed = ['key', 'unit', 'status', 'decision', 'reason'];

export function mendReviewTab(sheet: StandingSheet, form: Form): WorkbookRequest[] {
  const wanted = reviewColumns(form);
  const sheetId = sheet.properties?.sheetId ?? 0;
  const [headers = [], keys = []] = [headerLine, keyLine].map((line) =>
    (sheet.data?.[0]?.rowData?.[line - 1]?.values ?? []).map(
      ({ userEnteredValue }) => userEnteredValue?.stringValue ?? '',
    ),
  );
  const last = keys.indexOf('remark');
  const missing = wanted.length - 1 - last;
  const isKnown = fixed.every((key) => keys.indexOf(key) === wanted.findIndex((one) => one.key === key));
  if (last < 0 || missing < 0 || !isKnown) return [];
  const inserted: WorkbookRequest[] =
    missing === 0
      ? []
      : [
          {
            insertDimension: {
              range: { sheetId, dimension: 'COLUMNS', startIndex: last, endIndex: last + missing },
              inheritFromBefore: true,
            },
          },
        ];
  const changed = wanted.flatMap((column, index) => {
    // What was the remark is one still, further to the right.
    const isSame =
      index < last
        ? keys[index] === column.key && headers[index] === column.header
        : column.key === 'remark' && headers[last] === column.header;
    return isSame ? [] : heading(sheetId, column, index);
  });
  return [...inserted, ...changed];
}

const heading = (
  sheetId: number,
  { key, header, width }: { key: string; header: string; width: number },
  columnIndex: number,
): WorkbookRequest[] => [
  {
    updateCells: {
      start: { sheetId, rowIndex: headerLine - 1, columnIndex },
      rows: [{ values: [{ ...text(header), userEnteredFormat: headerFormat }] }],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  },
  {
    updateCells: {
      start: { sheetId, rowIndex: keyLine - 1, columnIndex },
      rows: [{ values: [text(key)] }],
      fields: 'userEnteredValue',
    },
  },
  widthRequest(sheetId, columnIndex, width),
];
