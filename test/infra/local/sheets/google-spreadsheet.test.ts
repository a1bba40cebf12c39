/** An independent client, google-spreadsheet, does its usual work against the service. */
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { expect, it } from 'vitest';
import { ApiError } from '../../../../infra/local/workspace/api.ts';
import { oneTab } from '../../../support/sheets-workspace.ts';

/** Answers the client's requests without a socket; folds slashes as the server does. */
function connect({ call, id }: ReturnType<typeof oneTab>): GoogleSpreadsheet {
  const document = new GoogleSpreadsheet(id, { token: 'x' });
  const answer = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/v4/spreadsheets', '').replaceAll('/:', ':').replace(/\/$/, '');
    const query: Record<string, string[]> = {};
    for (const name of new Set(searchParams.keys())) query[name] = searchParams.getAll(name);
    const text = await request.text();
    try {
      return Response.json(
        call(request.method, path, { query, ...(text ? { body: JSON.parse(text) } : {}) }),
      );
    } catch (error) {
      if (error instanceof ApiError) return Response.json(error.toBody(), { status: error.status });
      throw error;
    }
  };
  const client = document.sheetsApi.extend({ fetch: answer, retry: 0 });
  Object.assign(document, { sheetsApi: client });
  return document;
}

it('adds, reads, changes and deletes rows', async () => {
  const book = oneTab();
  book.write('A1', [['Họ tên', 'Năm sinh']]);
  const document = connect(book);
  await document.loadInfo();
  expect([document.title, document.locale, document.sheetCount]).toEqual(['Sổ thử', 'vi_VN', 1]);
  const sheet = document.sheetsById[7]!;
  await sheet.addRows([{ 'Họ tên': 'Nguyễn Thị Hoa', 'Năm sinh': 1985 }, { 'Họ tên': 'Trần Văn Bé' }]);
  const lines = await sheet.getRows();
  expect(lines.map((line) => [line.rowNumber, line.get('Họ tên'), line.get('Năm sinh')])).toEqual([
    [2, 'Nguyễn Thị Hoa', '1985'],
    [3, 'Trần Văn Bé', ''],
  ]);
  lines[1]!.set('Năm sinh', 1990);
  await lines[1]!.save();
  await lines[0]!.delete();
  expect(book.read()).toEqual([
    ['Họ tên', 'Năm sinh'],
    ['Trần Văn Bé', 1990],
  ]);
});

it('loads cells, writes values, formats and notes, and reads them back', async () => {
  const book = oneTab();
  const document = connect(book);
  await document.loadInfo();
  const sheet = document.sheetsByTitle['Xã A']!;
  await sheet.loadCells('A1:C3');
  const cell = sheet.getCellByA1('B2');
  cell.value = 5;
  cell.note = 'ghi chú';
  cell.backgroundColorStyle = { rgbColor: { red: 1, green: 0, blue: 0, alpha: 1 } };
  sheet.getCellByA1('C3').formula = '=B2*2';
  await sheet.saveUpdatedCells();
  await sheet.loadCells('A1:C3');
  expect(sheet.getCellByA1('C3').value).toBe(10);
  expect(sheet.getCellByA1('B2').note).toBe('ghi chú');
  expect(sheet.getCellByA1('B2').backgroundColor).toMatchObject({ red: 1 });
  await sheet.loadCells({ startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 });
  expect(sheet.getCell(1, 1).value).toBe(5);
});

it('makes, renames, resizes and removes tabs', async () => {
  const book = oneTab();
  const document = connect(book);
  await document.loadInfo();
  const added = await document.addSheet({ title: 'Mới', headerValues: ['a', 'b'] });
  await added.updateProperties({ title: 'Cũ' });
  await added.resize({ rowCount: 50, columnCount: 3 });
  expect(book.get().sheets[1].properties).toMatchObject({
    title: 'Cũ',
    gridProperties: { rowCount: 50, columnCount: 3 },
  });
  expect(book.read('Cũ!A1:B1')).toEqual([['a', 'b']]);
  await added.delete();
  await document.updateProperties({ title: 'Đổi tên' });
  expect(book.get().sheets).toHaveLength(1);
  expect(document.title).toBe('Đổi tên');
});
