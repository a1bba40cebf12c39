/** Tổng hợp and Đề nghị as they are provisioned: what stays in view, drop-downs, stamped keys, who may type where. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestColumn, requestKey, requestLines } from '../../functions/domain/forms/request.ts';
import { summaryColumns, summaryHeaderRows } from '../../functions/domain/summary.ts';
import { sheetIds, tabTitles } from '../../functions/domain/workbook.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { provision } from '../../infra/provision/provision.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { workbookOf } from '../support/office-acts.ts';

const desk = '956';
let office: Office;

beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const fields =
  'sheets(properties,protectedRanges,data(columnMetadata,rowData(values(userEnteredValue,dataValidation))))';

async function sheetOf(id: number) {
  const book = await office.local.google.admin.get(workbookOf(office, desk), fields);
  return book.sheets?.find(({ properties }) => properties?.sheetId === id);
}

it('keeps the headers of Tổng hợp in view, each column as wide as it needs', async () => {
  const sheet = await sheetOf(sheetIds.summary);
  expect(sheet?.properties?.gridProperties?.frozenRowCount).toBe(summaryHeaderRows);
  const widths = sheet?.data?.[0]?.columnMetadata?.map(({ pixelSize }) => pixelSize);
  expect(widths?.slice(0, summaryColumns.length)).toEqual(summaryColumns.map(({ width }) => width));
});

it('stamps every line of Đề nghị with a hidden key, and offers units, kinds and decisions', async () => {
  const sheet = await sheetOf(sheetIds.requests);
  const rows = sheet?.data?.[0]?.rowData ?? [];
  const keys = rows.slice(2).map(({ values }) => values?.[0]?.userEnteredValue?.stringValue);
  expect(keys).toEqual(Array.from({ length: requestLines }, (_, index) => requestKey(1, index + 1)));
  expect(sheet?.data?.[0]?.columnMetadata?.[0]?.hiddenByUser).toBe(true);
  const offered = (key: Parameters<typeof requestColumn>[0]) =>
    rows[2]?.values?.[requestColumn(key)]?.dataValidation?.condition?.values?.map(
      ({ userEnteredValue }) => userEnteredValue,
    );
  expect(offered('unit')).toEqual(['Xã Ninh Hòa', 'Xã Lộc Ninh']);
  expect(offered('kind')).toEqual(['Gia hạn', 'Phản hồi điểm', 'Vướng mắc', 'Vì sao trễ']);
  expect(offered('lateReason')).toEqual([
    'Thiên tai, dịch bệnh',
    'Chờ xác minh',
    'Thay đổi nhân sự',
    'Lỗi kỹ thuật',
    'Lý do khác',
  ]);
  expect(offered('decision')).toEqual(['Đồng ý', 'Không đồng ý']);
});

it('leaves the units’ columns open to all, down to the last line, and nothing else', async () => {
  const sheet = await sheetOf(sheetIds.requests);
  expect(sheet?.protectedRanges).toHaveLength(1);
  expect(sheet?.protectedRanges?.[0]).toMatchObject({
    unprotectedRanges: [
      { startRowIndex: 2, endRowIndex: 2 + requestLines, startColumnIndex: 1, endColumnIndex: 6 },
    ],
  });
  const type = (cell: string) =>
    office.people.type(
      staffEmail('clerk', '31843'),
      workbookOf(office, desk),
      `'${tabTitles.requests}'!${cell}`,
      [['x']],
    );
  for (const cell of [`D${2 + requestLines}`, 'F3']) await type(cell);
  for (const cell of ['A3', 'B1', 'B2', 'G3', 'H3', 'I3', 'J3'])
    await expect(type(cell), cell).rejects.toThrow(/protected/);
});

it('is set up again without a change, and mended when somebody took the protection away', async () => {
  const again = () =>
    provision({
      store: office.local.store,
      admin: office.local.google.admin,
      plan: smallPlan,
      period: '2025',
      staff: sampleStaff(smallPlan.units),
      listingUrl: office.local.urls.listing,
    });
  expect((await again()).changes).toBe(0);
  const before = await sheetOf(sheetIds.requests);
  const id = before?.protectedRanges?.[0]?.protectedRangeId ?? 0;
  await office.local.google.admin.batchUpdate(workbookOf(office, desk), [
    { deleteProtectedRange: { protectedRangeId: id } },
  ]);
  await again();
  const after = await sheetOf(sheetIds.requests);
  expect(after?.protectedRanges?.[0]?.unprotectedRanges).toEqual(
    before?.protectedRanges?.[0]?.unprotectedRanges,
  );
});
