/** A block pasted beyond the last line: the tab grows as in Google Sheets, and nothing that was pasted is lost. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toRefusal } from '../../../../infra/local/grid/refusals.ts';
import { staffEmail } from '../../../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../../../support/office.ts';
import { sheetIdOf } from '../../../support/office-acts.ts';

const unit = '31843';
let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

async function post(path: string, body: object): Promise<{ status: number; body: { desk?: string } }> {
  const response = await fetch(`${office.local.urls.workspace}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { desk?: string } };
}

async function look(): Promise<{ revision: string; rows: number }> {
  const { spreadsheetId } = office.tab(unit);
  const email = encodeURIComponent(staffEmail('clerk', unit));
  const address = `${office.local.urls.workspace}/grid/books/${spreadsheetId}?as=${email}&tab=${sheetIdOf(office, unit)}`;
  const { revision, tabs } = (await (await fetch(address)).json()) as {
    revision: string;
    tabs: { rowCount: number }[];
  };
  return { revision, rows: tabs[0]?.rowCount ?? 0 };
}

it('fifty lines from line 21 on are all there, in a tab of sixty-two lines', async () => {
  const { spreadsheetId, title } = office.tab(unit);
  const email = staffEmail('clerk', unit);
  const sheetId = sheetIdOf(office, unit);
  const opened = await post('/grid/desks', { email, spreadsheetId, sheetId });
  const { revision, rows } = await look();
  expect(rows).toBe(62);
  const values = Array.from({ length: 50 }, (_, index) => ['Cá nhân', 'Ông', `Nguyễn Văn ${index + 1}`]);
  const blocks = [{ row: 20, column: 3, values }];
  const { status } = await post(`/grid/desks/${opened.body.desk}/edit`, { sheetId, seen: revision, blocks });
  expect(status).toBe(200);
  expect((await look()).rows).toBe(70);
  expect(await office.people.read(email, spreadsheetId, `'${title}'!D21:F70`)).toEqual(values);
});

it.each(['row [63]', 'column [AK]'])('what cannot be written is said in Vietnamese: %s', (beyond) => {
  const said = `Invalid data[0]: Requested writing within range ['Xã Ninh Hòa'!D21:H62], but tried writing to ${beyond}`;
  expect(toRefusal(new Error(said)).message).toMatch(/^Khối dán .* Hãy .*\.$/);
});
