/** The scoreboard as CSV and .xlsx says what the Tổng hợp tab says, number by number, and nothing in it can run. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SummaryKey, summaryColumns, summaryHeaderRows } from '../../../functions/domain/summary.ts';
import { sheetIds, tabTitles } from '../../../functions/domain/workbook.ts';
import { sync } from '../../../functions/handlers/sync.ts';
import { run as provisionCommand } from '../../../infra/cli/provision-command.ts';
import { run as reportCommand } from '../../../infra/cli/report-command.ts';
import { staffEmail } from '../../../infra/local/samples/people.ts';
import { writeReport } from '../../../infra/xlsx/report.ts';
import { reportCsv } from '../../../infra/xlsx/report-csv.ts';
import { type Report, readReport, reportColumns } from '../../../infra/xlsx/report-lines.ts';
import { type Office, startOffice } from '../../support/office.ts';
import { communeIds, manyCommunes, nameOf, workbookOf } from '../../support/office-acts.ts';
import { pressAnswer, typeRequest } from '../../support/requests.ts';
import { open } from './files.ts';

const plan = manyCommunes(3);
const [punctual = '', late = '', missing = ''] = communeIds(plan);
const desk = '956';
let office: Office;
let report: Report;

beforeAll(async () => {
  office = await startOffice({ plan });
  await office.send(punctual, office.rows(punctual, 6));
  await office.people.moveClock('2025-01-20T09:00:00+07:00');
  await office.send(late, office.rows(late, 5));
  await typeRequest(office, staffEmail('clerk', late), desk, 3, {
    unit: nameOf(office, late),
    kind: 'Phản hồi điểm',
    text: 'Mạng lỗi; "đã gửi" trước hạn',
  });
  await typeRequest(office, staffEmail('clerk', missing), desk, 4, {
    unit: nameOf(office, missing),
    kind: 'Vì sao trễ',
    lateReason: 'Chờ xác minh',
  });
  await typeRequest(office, staffEmail('reviewer', desk), desk, 3, {
    decision: 'Đồng ý',
    points: 5,
    answer: 'Nhật ký mạng xác nhận; cộng lại',
  });
  expect((await pressAnswer(office, desk)).body).toMatchObject({ ok: true, answered: 1 });
  await office.settle();
  for (const unit of [desk, '95'])
    await sync(office.local.services, workbookOf(office, unit), { force: true });
  report = (await readReport(
    office.local.store,
    plan.id,
    '2025',
    office.local.services.clock.now(),
  )) as Report;
});
afterAll(() => office.close());

/** RFC 4180 with semicolons, written without a look at the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let index = 0; index < body.length; index += 1) {
    const sign = body[index] as string;
    if (isQuoted) {
      if (sign === '"' && body[index + 1] === '"') {
        field += sign;
        index += 1;
      } else if (sign === '"') isQuoted = false;
      else field += sign;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === ';' || sign === '\n') {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\n') rows.push([]);
    } else if (sign !== '\r') field += sign;
  }
  rows.pop();
  return rows;
}

async function tabLines(of: string): Promise<Record<SummaryKey, unknown>[]> {
  const [tab] = await office.local.services.sheets.readTabs(workbookOf(office, of), [sheetIds.summary]);
  const units = new Set(plan.units.map(({ name }) => name));
  return (tab?.values ?? [])
    .slice(summaryHeaderRows)
    .filter(([name]) => units.has(String(name)))
    .map(
      (cells) =>
        Object.fromEntries(summaryColumns.map(({ key }, index) => [key, cells[index] ?? ''])) as Record<
          SummaryKey,
          unknown
        >,
    );
}

const shared: [SummaryKey, string][] = [
  ['unit', 'Đơn vị'],
  ['counter', 'Số lượng/chỉ tiêu'],
  ['standing', 'Tình trạng'],
  ['daysLate', 'Trễ (ngày)'],
  ['whyLate', 'Vì sao trễ'],
  ['returned', 'Trả lại'],
  ['approved', 'Đã duyệt'],
  ['chosen', 'Được chọn'],
  ['published', 'Công khai'],
  ['requests', 'Đề nghị, phản hồi'],
  ['score', 'Điểm'],
  ['of', 'Trên'],
  ['evidence', 'Căn cứ'],
];

it('says in CSV what the tabs say, line by line', async () => {
  const [headers = [], ...rows] = parseCsv(reportCsv(report));
  const lines = [...(await tabLines('95')), ...(await tabLines(desk))];
  expect(rows).toHaveLength(lines.length);
  const column = (header: string): number => headers.indexOf(header);
  for (const [index, line] of lines.entries()) {
    for (const [key, header] of shared) expect(rows[index]?.[column(header)], header).toBe(String(line[key]));
    const year = `${rows[index]?.[column('Điểm cả năm')]}/${rows[index]?.[column('Trên (cả năm)')]}`;
    expect(year === '/' ? '' : year).toBe(line.year);
    expect(rows[index]?.[column('Nộp lúc')]).toBe(line.sentAt);
    expect(rows[index]?.[column('Gia hạn đến')]).toBe(line.extension);
  }
  const ofMissing = rows.find((row) => row[column('Mã đơn vị')] === missing);
  expect(ofMissing?.[column('Vì sao trễ')]).toBe('đơn vị nêu: Chờ xác minh');
  expect(rows.map((row) => row[column('Điểm')])).toEqual(expect.arrayContaining(['70', '23', '0']));
});

it('says in .xlsx what the tabs say, numbers as numbers and days as days', async () => {
  const workbook = await open(await writeReport(report));
  const sheet = workbook.getWorksheet(tabTitles.summary)!;
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  const headers = reportColumns.map((_, index) => sheet.getCell(1, index + 1).text);
  const cell = (row: number, header: string) => sheet.getCell(row, headers.indexOf(header) + 1).value;
  const lines = [...(await tabLines('95')), ...(await tabLines(desk))];
  expect(sheet.rowCount).toBe(lines.length + 1);
  for (const [index, line] of lines.entries())
    for (const [key, header] of shared) expect(cell(index + 2, header) ?? '', header).toEqual(line[key]);
  const lateRow = lines.findIndex(({ unit }) => unit === nameOf(office, late)) + 2;
  expect(cell(lateRow, 'Ngày cuối đúng hạn')).toEqual(new Date('2025-01-14T00:00:00Z'));
  expect((cell(lateRow, 'Nộp lúc') as Date).toISOString()).toMatch(/^2025-01-20T09:/);
  expect(cell(lateRow, 'Điểm')).toBe(23);
});

it('brings the history and the evidence of every mark on a second sheet', async () => {
  const workbook = await open(await writeReport(report));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Tổng hợp',
    'Lịch sử và căn cứ',
    'Cả năm',
    'Vòng đời',
    'Cách chấm điểm',
  ]);
  const rows: unknown[][] = [];
  workbook.worksheets[1]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  const ofLate = rows.filter(([id]) => id === late);
  const totals = ofLate.filter(([, , , criterion]) => criterion === 'Tổng điểm').map((row) => row[4]);
  expect(totals.at(-1)).toBe(23);
  const last = ofLate.slice(ofLate.findLastIndex(([, , , criterion]) => criterion === 'Tổng điểm'));
  const sum = last.slice(1).reduce((points, row) => points + Number(row[4]), 0);
  expect(sum).toBe(23);
  expect(last[0]?.[6]).toContain('Điều chỉnh theo phản hồi: 5');
  expect(last.at(-1)?.[6]).toContain('Nhật ký mạng xác nhận; cộng lại');
});

it('tells of each exemplar when each stage was reached, the days until it was recognised, and their median', async () => {
  const reviewed = structuredClone(report.lives.slice(0, 3));
  for (const [index, life] of reviewed.entries()) life.days = [4, 30, 11][index];
  const told = { ...report, lives: reviewed };
  const sheet = (await open(await writeReport(told))).getWorksheet('Vòng đời')!;
  const rows: unknown[][] = [];
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  const days = rows[0]?.indexOf('Số ngày từ khi gửi đến khi được công nhận') ?? -1;
  expect(rows.slice(1).map((row) => row[days])).toEqual([4, 30, 11, 11]);
  const [, first = []] = rows;
  expect(first[0]).toBe(reviewed[0]?.dossier.id);
  expect(first[rows[0]?.indexOf('Phát hiện') ?? -1]).toEqual(
    new Date(`${reviewed[0]?.steps[0]?.on}T00:00:00Z`),
  );
  expect(String(first.at(-1))).toContain('Phát hiện, đưa vào danh sách (');
});

it('gives each unit its median in the table, and nothing while nobody is recognised', () => {
  const [headers = [], ...rows] = parseCsv(reportCsv(report));
  const column = headers.indexOf('Ngày đến khi được công nhận (trung vị)');
  expect(rows.every((row) => row[column] === '')).toBe(true);
  const [line] = report.lines;
  const told = { ...report, lines: [{ ...line!, daysToHonour: 12 }] };
  expect(parseCsv(reportCsv(told))[1]?.[column]).toBe('12');
});

it('adds the year up for every unit', async () => {
  const workbook = await open(await writeReport(report));
  const rows: unknown[][] = [];
  workbook.worksheets[2]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  const byId = new Map(rows.slice(1).map((row) => [row[0], row]));
  expect(byId.get(late)).toMatchObject({ 2: 1, 3: 23, 4: 100 });
  expect(byId.get(missing)).toMatchObject({ 2: 1, 3: 0, 4: 100 });
});

it('lets no cell run as a formula and loses no text, whatever people typed', () => {
  const base = report.lines[0]!;
  const typed = fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '+84', '-5 hộ', '@vidu', '\t=1', ' =CMD()', 'a;b', '"', 'hai\ndòng', "'=1"),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const clean = text.replaceAll('\r', '');
      const cells = { ...base.cells, whyLate: clean };
      const csv = reportCsv({ ...report, lines: [{ ...base, cells }] });
      const [headers = [], row = []] = parseCsv(csv);
      expect(row).toHaveLength(headers.length);
      const field = row[headers.indexOf('Vì sao trễ')] as string;
      expect(field).not.toMatch(/^\s*[=+\-@]/);
      expect([clean, `'${clean}`]).toContain(field);
    }),
  );
});

it('opens by a double click in Excel: a mark of its encoding, semicolons, lines of Windows', () => {
  const csv = reportCsv(report);
  expect(csv.startsWith('\ufeffNơi nhận;Mã đơn vị;Đơn vị;')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(csv).toBe(csv.normalize('NFC'));
});

it('has nothing to report where nothing was set up', async () => {
  expect(await readReport(office.local.store, plan.id, '2024', new Date())).toBeUndefined();
});

it('is a command that writes the file or says what to type instead', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-report-'));
  const data = join(folder, 'data');
  const plain = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--data', data];
  const out = join(folder, 'tong-hop.csv');
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await expect(reportCommand([...plain, '--out', out])).rejects.toThrow('Không có thư mục');
    await provisionCommand(plain);
    for (const [args, words] of [
      [[...plain, '--out', 'tong-hop.pdf'], '.csv hoặc .xlsx'],
      [plain, 'Thiếu --out'],
      [[...plain, '--out', out, 'x'], 'Không hiểu “x”'],
      [[...plain, '--ra', out], '--ra'],
      [['--plan', 'x', '--period', '2025', '--out', out], 'Không có kế hoạch “x”'],
      [['--plan', 'kh-113-bac-lieu', '--period', '2019', '--out', out], '--period “2019”'],
      [[...plain, '--out', out, '--unit', '99999'], 'không có đơn vị mã này'],
      [[...plain, '--out', join(folder, 'khong-co', 'a.csv')], 'Không ghi được tệp'],
    ] as const)
      await expect(reportCommand([...args])).rejects.toThrow(words);
    await reportCommand([...plain, '--out', out, '--unit', '954']);
    expect(parseCsv(await readFile(out, 'utf8')).length).toBeGreaterThan(5);
    const plans = join(folder, 'ke-hoach-boi-duong.csv');
    await reportCommand(['--plan', 'kh-113-bac-lieu', '--period', '2025.BD', '--data', data, '--out', plans]);
    expect(parseCsv(await readFile(plans, 'utf8')).length).toBeGreaterThan(5);
    const sheet = join(folder, 'tong-hop.XLSX');
    await reportCommand([...plain, '--out', sheet, '--unit', '31813']);
    expect(stdout.mock.calls.flat().join('')).toContain('Đã ghi tổng hợp 1 đơn vị');
    expect((await open(new Uint8Array(await readFile(sheet)))).worksheets).toHaveLength(4);
  } finally {
    stdout.mockRestore();
    await rm(folder, { recursive: true });
  }
});
