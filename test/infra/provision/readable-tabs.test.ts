/** Tabs that are only read look like it: titles and headings stand out, and what ships as right is not marked as wrong. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exemplarForm } from '../../../functions/domain/forms/exemplar.ts';
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { guideRows, isGuideHeading } from '../../../functions/workbooks/guide-tab.ts';
import { openControl, provisionAgain } from '../../support/control.ts';
import { type Office, startOffice } from '../../support/office.ts';
import { workbookOf } from '../../support/office-acts.ts';

let office: Office;
let controlId: string;

beforeAll(async () => {
  office = await startOffice();
  await provisionAgain(office);
  controlId = (await openControl(office)).id;
});
afterAll(() => office.close());

const fields =
  'sheets(properties,data(rowMetadata,rowData(values(userEnteredValue,userEnteredFormat,dataValidation))))';

async function dataOf(spreadsheetId: string, title: string) {
  const book = await office.local.google.admin.get(spreadsheetId, fields);
  const data = book.sheets?.find(({ properties }) => properties?.title === title)?.data?.[0];
  const rows = (data?.rowData ?? []).map(({ values = [] }) => values);
  const isBold = (line: number, column = 0): boolean =>
    rows[line]?.[column]?.userEnteredFormat?.textFormat?.bold === true;
  const textOf = (line: number, column = 0): string =>
    rows[line]?.[column]?.userEnteredValue?.stringValue ?? '';
  return { rows, isBold, textOf, height: data?.rowMetadata?.[0]?.pixelSize ?? 0 };
}

it('sets the headings of Hướng dẫn in bold, and gives its title room', async () => {
  const { rows, isBold, textOf, height } = await dataOf(workbookOf(office, '956'), 'Hướng dẫn');
  const bold = rows.flatMap((_, line) => (isBold(line) ? [textOf(line)] : []));
  expect(bold.slice(1)).toEqual(['Cách làm', 'Ai nộp', 'Cột']);
  expect(bold[0]).toMatch(/^Hướng dẫn: Kế hoạch/);
  expect(height).toBeGreaterThan(30);
});

it('takes no column of a form for a heading', () => {
  const [collecting, ...children] = kh113BacLieu.units;
  const rows = guideRows(kh113BacLieu, '2025', collecting!, children, exemplarForm);
  expect(rows.filter(isGuideHeading).length).toBe(3);
  expect(isGuideHeading(['Cách làm', 'Điều đã làm', 'Ví dụ'])).toBe(false);
});

it('sets apart on Tình trạng what each line is, and the headers of Nhật ký thư', async () => {
  const status = await dataOf(controlId, 'Tình trạng');
  expect([status.isBold(0), status.isBold(1), status.isBold(1, 1)]).toEqual([true, true, false]);
  expect(status.height).toBeGreaterThan(30);
  expect(status.rows[5]?.[1]?.userEnteredFormat?.wrapStrategy).toBe('WRAP');
  const mails = await dataOf(controlId, 'Nhật ký thư');
  expect([mails.isBold(0), mails.isBold(0, 4), mails.isBold(1)]).toEqual([true, true, false]);
});

it('offers on Hạn nộp every word that it ships with', async () => {
  const { rows, textOf } = await dataOf(controlId, 'Hạn nộp');
  const lines = rows.flatMap((_, line) => (line >= 2 && textOf(line, 1) !== '' ? [line] : []));
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines)
    for (const [column, cell] of (rows[line] ?? []).entries()) {
      const { type, values = [] } = cell.dataValidation?.condition ?? {};
      const shown = textOf(line, column);
      if (type !== 'ONE_OF_LIST' || shown === '') continue;
      expect(values.map(({ userEnteredValue }) => userEnteredValue)).toContain(shown);
    }
});
