/** A unit without a Google account fills an .xlsx and goes through the same door: template, checks, tab, submission. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exemplarForm } from '../../../functions/domain/forms/exemplar.ts';
import type { CellValue } from '../../../functions/domain/row.ts';
import { unitTabColumns } from '../../../functions/domain/workbook.ts';
import { importAsClerk, run as runImport } from '../../../infra/cli/import-command.ts';
import { run as runTemplate } from '../../../infra/cli/template-command.ts';
import { staffEmail } from '../../../infra/local/samples/people.ts';
import type { ImportRequest } from '../../../infra/xlsx/import-list.ts';
import { type Office, startOffice } from '../../support/office.ts';
import { listOf, open, save } from './files.ts';

const unit = '31843';
const keys = unitTabColumns(exemplarForm).map(({ key }) => key);

let office: Office;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
  office = await startOffice({ data: folder });
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
  vi.restoreAllMocks();
});

/** The unit's template as the hub hands it out. */
async function download(unitId = unit): Promise<Uint8Array> {
  const workbook = office.workbooks.find(({ tabs }) => tabs.some((tab) => tab.unit === unitId));
  const sheetId = workbook?.tabs.find((tab) => tab.unit === unitId)?.sheetId;
  const response = await fetch(
    `${office.local.workspace.url}/template/${workbook?.spreadsheetId}/${sheetId}.xlsx`,
  );
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  return new Uint8Array(await response.arrayBuffer());
}

type Line = Record<string, CellValue | undefined>;

/** The template with these lines typed from line 3 on. */
async function fileOf(lines: readonly Line[], unitId = unit): Promise<Uint8Array> {
  const workbook = await open(await download(unitId));
  lines.forEach((line, index) => {
    keys.forEach((key, column) => {
      if (line[key] !== undefined && line[key] !== '')
        listOf(workbook).getCell(index + 3, column + 1).value = line[key];
    });
  });
  return save(workbook);
}

const imported = (bytes: Uint8Array, more: Partial<ImportRequest> = {}) =>
  importAsClerk(office.local, { bytes, ...more });

const names = async (unitId = unit): Promise<unknown[]> => {
  const { spreadsheetId, title } = office.tab(unitId);
  const read = await office.people.read(staffEmail('clerk', unitId), spreadsheetId, `'${title}'!F3:F`);
  return read.flat().filter((name) => name !== '');
};

const namesIn = (lines: readonly Line[]): unknown[] => lines.map(({ name }) => name);

describe('a right file', () => {
  it('is in the tab as the clerk would have typed it, once, and can be submitted', async () => {
    const lines = office.rows(unit, 5);
    const bytes = await fileOf(lines);
    expect(await imported(bytes)).toMatchObject({ ok: true, outcome: 'written', rows: 5, unitId: unit });
    expect(await names()).toEqual(namesIn(lines));
    const { counts } = office.local.workspace;
    const writes = counts.sheets.writes;
    expect(await imported(bytes)).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect(counts.sheets.writes).toBe(writes);
    expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 5 });
  });

  it('is written with the credential of the clerk and nobody else', async () => {
    const calls: string[] = [];
    await office.close();
    office = await startOffice({
      observe: ({ method, email }) => void (method === 'PUT' && calls.push(email)),
    });
    await imported(await fileOf(office.rows(unit, 2)));
    expect(calls).toEqual([staffEmail('clerk', unit)]);
  });

  it('stays text where it looks like a number, a date or an order', async () => {
    const [line = {}] = office.rows(unit, 1, ['Cá nhân']);
    const bytes = await fileOf([{ ...line, movement: '15/01', pledge: '0912', needs: '- gạch đầu dòng' }]);
    expect(await imported(bytes)).toMatchObject({ ok: true });
    const { spreadsheetId, title } = office.tab(unit);
    const [row = []] = await office.people.read(
      staffEmail('clerk', unit),
      spreadsheetId,
      `'${title}'!A3:AH3`,
    );
    const cell = (key: string) => row[keys.indexOf(key as never)];
    expect([cell('movement'), cell('pledge'), cell('needs')]).toEqual(['15/01', '0912', '- gạch đầu dòng']);
  });

  it('brings rows that people inserted themselves, also more than the tab has lines', async () => {
    const lines = office.rows(unit, 22);
    const bytes = await changed(await fileOf(lines), (list) => {
      for (let line = 3; line <= 42; line++) list.getCell(line, 1).value = null;
    });
    const result = await imported(bytes);
    expect(result).toMatchObject({ ok: true, rows: 22 });
    expect(result.ok && result.warnings.join()).not.toContain('mã hồ sơ ẩn');
    expect(await names()).toEqual(namesIn(lines));
    expect(await imported(bytes)).toMatchObject({ ok: true, outcome: 'unchanged' });
  });

  it('begins with a template that the page of the workbook offers for unit tabs only', async () => {
    const { url } = office.local.workspace;
    const { spreadsheetId } = office.tab(unit);
    const page = await (await fetch(`${url}/workbook/${spreadsheetId}/table`)).text();
    const offered = [...page.matchAll(/href="(\/template\/[^"]+)" download="([^"]+)"/g)];
    expect(offered.map(([, , name]) => name)).toEqual(['Xã Ninh Hòa.xlsx', 'Xã Lộc Ninh.xlsx']);
    for (const path of [`${spreadsheetId}/1.xlsx`, `${spreadsheetId}/x.xlsx`, 'khong-co/101.xlsx'])
      expect((await fetch(`${url}/template/${path}`)).status).toBe(404);
  });
});

describe('nothing is written', () => {
  it('when one cell is wrong: every problem is told as the tab itself would be', async () => {
    const lines: Line[] = office.rows(unit, 3).map((line) => ({ ...line }));
    const wrong = [{ ...lines[0], sector: 'Kinh tế biển', summary: 'Ngắn' }, ...lines.slice(1)];
    const result = await imported(await fileOf(wrong));
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('còn 2 chỗ cần sửa') });
    expect(await names()).toEqual([]);
    await office.type(unit, wrong as never);
    const { body } = await office.submit(unit);
    const told = (body.problems ?? []).map(({ message }) => message);
    expect(result.ok ? [] : result.problems).toEqual(told.slice(0, 2));
  });

  it('counts what must be mended, puts it first, and marks what is only worth a look', async () => {
    const lines: Line[] = office.rows(unit, 3).map((line) => ({ ...line }));
    const wrong = [{ ...lines[0], keyResults: 'Nhiều hộ làm theo' }, lines[1]!, { ...lines[2], sector: 'x' }];
    const result = await imported(await fileOf(wrong as Line[]));
    expect(result.ok ? '' : result.message).toContain('còn 1 chỗ cần sửa, 1 điều nên xem (ghi “Lưu ý”)');
    expect(result.ok ? [] : result.problems.map((said) => said.startsWith('Lưu ý: '))).toEqual([false, true]);
  });

  it.each<[string, RegExp, (bytes: Uint8Array) => Promise<Uint8Array>]>([
    [
      'merged cells',
      /gộp làm một, hãy chọn Trang chủ \(Home\) › .*\(Unmerge Cells\)/,
      (bytes) => changed(bytes, (list) => list.mergeCells('H3:I3')),
    ],
    [
      'a renamed header',
      /tiêu đề đang ghi “Tên”/,
      (bytes) => changed(bytes, (list) => (list.getCell('F1').value = 'Tên')),
    ],
    ['no headers', /không thấy biểu danh sách/, (bytes) => changed(bytes, (list) => list.spliceRows(1, 2))],
    ['no rows', /chưa có dòng nào/, () => download()],
  ])('when the file has %s', async (_what, sentence, change) => {
    const result = await imported(await change(await fileOf(office.rows(unit, 2))));
    expect(result.ok ? '' : [result.message, ...result.problems].join('\n')).toMatch(sentence);
    expect(await names()).toEqual([]);
  });

  it('when the file is of another unit, period or plan than asked for or than there is', async () => {
    const bytes = await fileOf(office.rows(unit, 2));
    const message = async (file: Uint8Array, more?: Partial<ImportRequest>) => {
      const result = await imported(file, more);
      return result.ok ? 'đã nhập' : result.message;
    };
    expect(await message(bytes, { expected: { unit: '31846' } })).toContain(
      'đơn vị “31843”, không phải đơn vị “31846”',
    );
    expect(await message(bytes, { expected: { period: '2024' } })).toContain('không phải kỳ “2024”');
    const marked = (cell: string, value: string) =>
      changed(bytes, (_list, mark) => (mark.getCell(cell).value = value));
    expect(await message(await marked('B2', 'kh-99'))).toContain('“kh-99”, chưa được dựng ở đây');
    expect(await message(await marked('B3', '2024'))).toContain('kỳ 2024');
    expect(await message(await marked('B4', '99999'))).toContain('đơn vị “99999”');
    // Another unit's mark on this unit's rows: the hidden ids tell.
    const swapped = await imported(await marked('B4', '31846'));
    expect(swapped.ok ? [] : swapped.problems.join()).toContain('31843');
    expect([await names(), await names('31846')]).toEqual([[], []]);
  });

  it('when rows of the tab would be lost, unless that is wanted', async () => {
    const [first, second, third] = office.rows(unit, 3);
    await office.type(unit, [first!, second!]);
    const bytes = await fileOf([first!, { rowId: `2025-${unit}-009`, ...third! }]);
    // Line 4 of the file bears another id than line 4 of the tab.
    const result = await imported(bytes);
    expect(result.ok ? '' : result.message).toContain(`dòng 4 (${second!.name})`);
    expect(await names()).toEqual(namesIn([first!, second!]));
    expect(await imported(bytes, { replace: true })).toMatchObject({ ok: true, outcome: 'written' });
    expect(await names()).toEqual(namesIn([first!, third!]));
  });

  it('when people have changed the headers of the tab', async () => {
    const { spreadsheetId, title } = office.tab(unit);
    await office.people.type(staffEmail('clerk', unit), spreadsheetId, `'${title}'!D1`, [['Thể loại']]);
    const result = await imported(await fileOf(office.rows(unit, 2)));
    expect(result.ok ? '' : result.problems.join()).toContain('Thể loại');
    expect(await names()).toEqual([]);
  });
});

async function changed(
  bytes: Uint8Array,
  work: (list: ReturnType<typeof listOf>, mark: ReturnType<typeof listOf>) => unknown,
): Promise<Uint8Array> {
  const workbook = await open(bytes);
  work(listOf(workbook), workbook.worksheets[2]!);
  return save(workbook);
}

describe('on the command line', () => {
  it('a file is imported and submitted as the clerk in one go', async () => {
    const out: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
    const file = join(folder, 'danh-sach.xlsx');
    await writeFile(file, await fileOf(office.rows(unit, 5)));
    await office.close();
    await runImport([file, '--data', folder, '--submit']);
    office = await startOffice({ data: folder });
    expect(out.join('')).toMatch(/Đã ghi 5 dòng vào trang của Xã Ninh Hòa\.\n.*đã nộp danh sách 5 gương/s);
    expect(await office.people.mailbox(staffEmail('head', unit))).toHaveLength(1);
  });

  it.each([
    [['khong-co.xlsx'], 'Không có tệp “khong-co.xlsx”.'],
    [['a.xlsx', '--google', '--submit'], 'Trên Google không nộp thay'],
    [['a.xlsx', '--submit', '--attachment-number', '5/KH'], 'cần đủ ba phần'],
    [[], 'Hãy ghi tên một tệp .xlsx.'],
  ])('a wrong call is told what is missing: %j', async (args, sentence) => {
    await expect(runImport(args)).rejects.toThrow(sentence);
  });

  it('a template is written for a unit that owes a list, and for no other', async () => {
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const out = join(folder, 'mau.xlsx');
    const flags = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--out', out];
    await runTemplate([...flags, '--unit', unit]);
    const workbook = await open(await readFile(out));
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Thị trấn Ngan Dừa', 'visible'],
      ['Hướng dẫn', 'visible'],
      ['GuongSang', 'veryHidden'],
    ]);
    await expect(runTemplate([...flags, '--unit', '95'])).rejects.toThrow('--unit “95”');
  });
});
