/** Danh sách and tờ trình of any sent list: long ones, empty ones, hostile ones, lists of another form. */
import { expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Snapshot } from '../../functions/domain/submission.ts';
import { toDocx } from '../../functions/papers/docx.ts';
import { listPaper } from '../../functions/papers/list-paper.ts';
import type { ListedRow, SentList } from '../../functions/papers/sent-list.ts';
import { submissionPaper } from '../../functions/papers/submission-paper.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aRow, units } from '../domain/people.ts';
import { aVersion } from '../domain/standings.ts';
import { type ReadPaper, readDocx } from './read-docx.ts';

const [province, district, commune] = units;

const listed = (ordinal: number, given: Partial<ListedRow['row']> = {}): ListedRow => ({
  row: { ...aRow(ordinal, { sector: 'Kinh tế' }), ...given },
  unit: commune!,
});

const aList = (
  rows: ListedRow[],
  given: Partial<SentList> = {},
  snapshot: Partial<Snapshot> = {},
): SentList => ({
  plan: kh113BacLieu,
  unit: commune!,
  collecting: district!,
  period: '2025',
  form: exemplarForm,
  snapshot: {
    id: 'c58e33db6a5cc931b917a8af245d3b68f26b84bf44030cffc1ca53f295be8923',
    planId: kh113BacLieu.id,
    period: '2025',
    unitId: commune!.id,
    formId: 'exemplar',
    rows: rows.map(({ row }) => row),
    promoted: [],
    nil: false,
    attachment: null,
    createdAt: '',
    ...snapshot,
  },
  version: aVersion({ signedName: 'Trần Văn An' }),
  ordinal: 2,
  versions: 3,
  rows,
  ...given,
});

const list = async (given: SentList): Promise<ReadPaper> => readDocx(await toDocx(listPaper(given)));
const letter = async (given: SentList): Promise<ReadPaper> => readDocx(await toDocx(submissionPaper(given)));

it('sets 500 rows, kind by kind, numbered from one end to the other', async () => {
  const kinds = ['model', 'individual', 'collective'] as const;
  const rows = Array.from({ length: 500 }, (_, index) => listed(index + 1, { kind: kinds[index % 3]! }));
  const { tables, text } = await list(aList(rows));
  const lines = tables[0]!.slice(1).map(({ cells }) => cells);
  expect(lines.filter(({ length }) => length === 1).map(([words]) => words)).toEqual([
    'I. Cá nhân (167)',
    'II. Tập thể (166)',
    'III. Mô hình (167)',
  ]);
  const numbered = lines.filter(({ length }) => length > 1);
  expect(numbered.map(([ordinal]) => Number(ordinal))).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
  const names = new Set(numbered.map(([, name]) => name));
  expect(names.size).toBe(500);
  expect(tables[0]!.filter(({ isHeader }) => isHeader)).toHaveLength(1);
  expect(text).toContain('Danh sách có 500 trường hợp: 167 cá nhân, 166 tập thể, 167 mô hình.');
});

it('names the version, its moments and its hash', async () => {
  const { text, foot } = await list(aList([listed(1)]));
  expect(text).toContain(
    'Lập từ bản danh sách nộp lần 2 trong 3 lần, lúc 20:15 ngày 14/01/2025; thủ trưởng ký trên hệ thống lúc 08:00 ngày 16/01/2025. Mã bản nộp (SHA-256): c58e33db6a5cc931b917a8af245d3b68f26b84bf44030cffc1ca53f295be8923',
  );
  expect(foot).toContain('Trần Văn An');
});

it('says that there is no case, instead of an empty table', async () => {
  const nil = aList([], {}, { nil: true });
  const { tables, text } = await list(nil);
  expect(tables).toEqual([]);
  expect(text).toContain('Không có trường hợp.');
  const sent = await letter(nil);
  expect(sent.tables).toEqual([]);
  expect(sent.text).toContain('báo cáo năm 2025 không có trường hợp đề nghị.');
  expect(sent.text).not.toContain('danh sách kèm theo');
});

it('tells in the letter who proposed what, by kind and sector, and what goes with it', async () => {
  const rows = [
    { ...listed(1, { kind: 'model' }), unit: units[3]! },
    { ...listed(2), unit: district! },
    {
      ...listed(3, { values: { name: 'Tổ 3', sector: 'Quốc phòng – an ninh' }, kind: 'collective' }),
      unit: district!,
    },
  ];
  const attachment = {
    documentNumber: '12/KH-UBND',
    documentDate: '2025-02-05',
    url: 'https://drive.google.com/x',
  };
  const given = aList(
    rows,
    { unit: district!, collecting: { ...province!, reviewBody: 'Sở Nội vụ' } },
    { attachment },
  );
  const { tables, text, files } = await letter(given);
  expect(text).toContain('Kính gửi: Sở Nội vụ\n');
  expect(text).toContain(
    'gồm 03 trường hợp (chỉ tiêu của kế hoạch: ít nhất 10–15): 01 cá nhân, 01 tập thể, 01 mô hình.',
  );
  expect(text).toContain('Trong đó 01 trường hợp chọn từ danh sách của các đơn vị gửi lên, 02 trường hợp');
  expect(text).toContain(
    'Kèm theo: Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến số 12/KH-UBND ngày 05 tháng 02 năm 2025.',
  );
  expect([...files.values()].join('')).not.toContain('drive.google.com');
  expect(tables[0]!.map(({ cells }) => cells)).toEqual([
    ['Loại', 'Kinh tế', 'Văn hóa – xã hội', 'Quốc phòng – an ninh', 'Xây dựng hệ thống chính trị', 'Cộng'],
    ['Cá nhân', '1', '0', '0', '0', '1'],
    ['Tập thể', '0', '0', '1', '0', '1'],
    ['Mô hình', '1', '0', '0', '0', '1'],
    ['Cộng', '2', '0', '1', '0', '3'],
  ]);
});

it('says so where the whole list was chosen from below', async () => {
  const { text } = await letter(aList([listed(1), listed(2)], { unit: district!, collecting: province! }));
  expect(text).toContain('02 cá nhân. Tất cả được chọn từ danh sách của các đơn vị gửi lên.');
  expect((await letter(aList([listed(1)]))).text).not.toContain('gửi lên');
});

it('sets what people typed into a row as text', async () => {
  const values = {
    name: '{ DATE }',
    title: '<w:br/>&lt;',
    summary: 'dòng một\r\n\u0007=1+1',
    sector: 'Kinh tế',
  };
  const { tables, files } = await list(aList([listed(1, { values })]));
  const row = tables[0]!.at(-1)!.cells.join('|');
  expect(row).toContain('{ DATE }');
  expect(row).toContain('<w:br/>&lt;\ndòng một\n=1+1');
  expect(files.get('word/document.xml')).not.toContain('instrText');
});

it('prints the list of any other form by its own columns', async () => {
  const form = {
    ...exemplarForm,
    id: 'nurturing-plan',
    title: 'Danh sách bồi dưỡng, nhân rộng',
    columns: exemplarForm.columns.filter(({ key }) =>
      ['kind', 'name', 'birthYear', 'stage', 'achievedFrom', 'consent'].includes(key),
    ),
  };
  const values = {
    name: 'Nguyễn Thị Hoa',
    birthYear: 1985,
    stage: 'Bồi dưỡng',
    achievedFrom: '2022-03-01',
    consent: 'Đồng ý',
  };
  const { tables, text } = await list(aList([listed(1, { values })], { form }));
  expect(text).toContain('DANH SÁCH\nbồi dưỡng, nhân rộng năm 2025');
  expect(tables[0]!.map(({ cells }) => cells)).toEqual([
    ['TT', 'Họ tên cá nhân, tên tập thể hoặc mô hình', 'Năm sinh', 'Từ ngày', 'Khâu'],
    ['I. Cá nhân (01)'],
    ['1', 'Nguyễn Thị Hoa', '1985', '01/03/2022', 'Bồi dưỡng'],
  ]);
});
