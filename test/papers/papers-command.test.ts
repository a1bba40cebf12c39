/** Papers of a small province that has worked: read back from the .docx, they say what was sent, decided and asked. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import { decisionWords } from '../../functions/domain/workbook.ts';
import { toDocx } from '../../functions/papers/docx.ts';
import { readPlan, type StaffRecord } from '../../functions/records.ts';
import { isRefused, paperKinds } from '../../infra/cli/paper-kinds.ts';
import { run as papersCommand } from '../../infra/cli/papers-command.ts';
import { readLines } from '../../infra/cli/papers-data.ts';
import { run as provisionCommand } from '../../infra/cli/provision-command.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import { provision } from '../../infra/provision/provision.ts';
import { type Office, startOffice } from '../support/office.ts';
import { cellAt, communeIds, manyCommunes, nameOf, typeAt } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';
import { pressAnswer, typeRequest } from '../support/requests.ts';
import { type ReadPaper, readDocx } from './read-docx.ts';

/** A district may send one line, with no paper beside it: what papers show is the matter here, not quotas. */
const easy = (plan: Plan): Plan => ({
  ...plan,
  obligations: plan.obligations.map(({ attachment: _, ...owed }) => ({
    ...owed,
    quota: owed.unitKind === 'district' ? { min: 1, target: 15 } : owed.quota,
  })),
});

const plan = easy(manyCommunes(3));
const [first = '', second = '', silent = ''] = communeIds(plan);
const desk = '956';
const id = (unit: string, ordinal: number): string => `2025-${unit}-${String(ordinal).padStart(3, '0')}`;
const reason = 'Bổ sung số liệu kết quả năm 2024';
let office: Office;

beforeAll(async () => {
  office = await startOffice({ plan });
  await office.send(first, office.rows(first, 5));
  await office.send(second, office.rows(second, 5));
  await decideAtDesk(office, desk, {
    [id(first, 1)]: [decisionWords.promote, ''],
    [id(first, 2)]: [decisionWords.approve, ''],
    [id(first, 3)]: [decisionWords.return, reason],
    [id(first, 4)]: [decisionWords.hold, 'Chờ xác minh thêm'],
  });
  await typeRequest(office, staffEmail('clerk', second), desk, 3, {
    unit: nameOf(office, second),
    kind: 'Vướng mắc',
    text: 'Chưa có kinh phí in sách nêu gương',
  });
  await typeRequest(office, staffEmail('reviewer', desk), desk, 3, {
    answer: 'Huyện đã bổ sung từ quỹ thi đua, khen thưởng',
  });
  expect((await pressAnswer(office, desk)).body).toMatchObject({ ok: true, answered: 1 });
  await office.type('CQ01', office.rows('CQ01', 3));
  expect((await office.submit('CQ01')).body).toMatchObject({ ok: true });
  await office.local.queue.idle();
  await office.submit(desk);
  await office.local.queue.idle();
  await office.sign(desk);
  await office.settle();
}, 120_000);
afterAll(() => office.close());

async function make(kind: string, unitId: string) {
  const { store, services } = office.local;
  const now = services.clock.now();
  const loaded = await readPlan(store, plan.id);
  const unit = loaded.tree.get(unitId)!;
  const lines = (await readLines(store, plan.id, '2025', now))!;
  return paperKinds[kind]!.make({ store, loaded, unit, period: '2025', lines, now });
}

async function paperOf(kind: string, unitId: string): Promise<ReadPaper> {
  const made = await make(kind, unitId);
  if (isRefused(made)) throw new Error(made.refusal);
  return readDocx(await toDocx(made));
}

async function refusalOf(kind: string, unitId: string): Promise<string> {
  const made = await make(kind, unitId);
  return isRefused(made) ? made.refusal : 'không từ chối';
}

const submissionOf = async (unitId: string): Promise<Submission> =>
  (await office.local.store.read<Submission>(`submissions/${plan.id}_${unitId}_2025`))!.data;

const headOf = async (unitId: string): Promise<string> =>
  (await office.local.store.list<StaffRecord>('staff', { where: { unitId, role: 'head' } }))[0]!.data.name;

const cells = ({ tables }: ReadPaper): string[][] =>
  tables.flatMap((table) => table.map((line) => line.cells));

it('lists every row that was sent, as it was sent, and says from which version', async () => {
  const paper = await paperOf('danh-sach', first);
  const { versions } = await submissionOf(first);
  expect(paper.text).toContain(`Mã bản nộp (SHA-256): ${versions[0]?.snapshotId}`);
  expect(paper.text).toContain('nộp lần 1 trong 1 lần, lúc 08:00 ngày 08/01/2025');
  expect(paper.text).toContain('Danh sách có 05 trường hợp');
  const rows = cells(paper);
  const printed = rows.flat().join('\n');
  for (const { title } of office.rows(first, 5)) expect(printed).toContain(title!);
  expect(rows.filter(([ordinal]) => /^\d+$/.test(ordinal!)).map(([ordinal]) => ordinal)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  expect(paper.foot).toContain(await headOf(first));
});

it('shows nothing private: no consent, no photo, no address of a person’s mail', async () => {
  for (const [kind, unit] of [
    ['danh-sach', first],
    ['to-trinh', first],
    ['bien-ban', desk],
    ['bao-cao', desk],
  ] as const) {
    const { text } = await paperOf(kind, unit);
    expect(text).not.toMatch(/Chưa hỏi|Đồng ý, không ảnh|drive\.google|@vidu\.vn/);
  }
});

it('lays the list before the level above with its figures', async () => {
  const paper = await paperOf('to-trinh', first);
  expect(paper.head).toContain('UBND HUYỆN HỒNG DÂN\nỦY BAN NHÂN DÂN\n');
  expect(paper.head).toContain('Số: ……/TTr-UBND');
  expect(paper.text).toContain('Kính gửi: Ủy ban nhân dân huyện Hồng Dân');
  expect(paper.text).toContain('gồm 05 trường hợp (chỉ tiêu của kế hoạch: 05–06)');
  expect(cells(paper).at(-1)?.at(-1)).toBe('5');
  expect(paper.foot).toContain('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH');
});

it('brings what was chosen from below as it was when it was chosen, with the unit that wrote it', async () => {
  const before = await paperOf('danh-sach', desk);
  const row = cells(before).find(([ordinal]) => ordinal === '1');
  expect(row?.[1]).toContain(`(${nameOf(office, first)})`);
  // Sent back all the way down and mended: what the district sent stays what it sent.
  await decideAtDesk(office, '95', { [id(first, 1)]: [decisionWords.return, reason] });
  await decideAtDesk(office, desk, { [id(first, 1)]: [decisionWords.return, reason] });
  await typeAt(office, first, cellAt('title', 3), [['Tên gương đã sửa sau khi trả lại']]);
  const { body } = await office.submit(first);
  expect(body).toMatchObject({ ok: true });
  await office.local.queue.idle();
  await office.sign(first);
  await office.settle();
  expect((await paperOf('danh-sach', first)).text).toContain('Tên gương đã sửa sau khi trả lại');
  const after = await paperOf('danh-sach', desk);
  expect(cells(after)).toEqual(cells(before));
  expect(after.text).toContain((await submissionOf(desk)).versions[0]?.snapshotId);
});

it('leaves the name of the head blank while nobody has signed', async () => {
  const paper = await paperOf('to-trinh', 'CQ01');
  expect(paper.text).toContain('chưa có chữ ký của thủ trưởng trên hệ thống');
  expect(paper.text).not.toContain(await headOf('CQ01'));
  expect(paper.foot).toMatch(/THỦ TRƯỞNG ĐƠN VỊ\n…+$/);
});

it('records for the council what was decided and why, and leaves people and votes to them', async () => {
  const paper = await paperOf('bien-ban', desk);
  const rows = new Map(cells(paper).map((row) => [row[1], row]));
  const outcome = (unit: string, ordinal: number) => rows.get(id(unit, ordinal))?.slice(5);
  expect(outcome(first, 2)).toEqual(['Duyệt', '', '……/……']);
  expect(outcome(first, 4)).toEqual(['Để lại xem thêm', 'Chờ xác minh thêm', '……/……']);
  // Sent anew after it was returned: it lies before the council again.
  expect(outcome(first, 1)).toEqual(['Chưa có kết luận', '', '……/……']);
  expect(outcome(first, 3)).toEqual(['Trả lại', reason, '……/……']);
  expect(outcome(second, 1)).toEqual(['Chưa có kết luận', '', '……/……']);
  expect(paper.text).toContain('02 trong 03 đơn vị đã gửi danh sách');
  for (const words of ['Thời gian bắt đầu:', 'Địa điểm:', 'Thành phần tham dự:', 'Chủ trì (chủ tọa):'])
    expect(paper.text).toMatch(new RegExp(`${words.replaceAll(/[()]/g, '\\$&')} …{6,}`));
  expect(paper.foot).toMatch(/^THƯ KÝ\n…+\nCHỦ TỌA\n…+$/);
});

it('records for the council above what it sent back, however far down it has gone since', async () => {
  const rows = new Map(cells(await paperOf('bien-ban', '95')).map((row) => [row[1], row]));
  expect(rows.get(id(first, 1))?.slice(5)).toEqual(['Trả lại', reason, '……/……']);
  expect(rows.has(id(first, 2))).toBe(false);
});

it('reports what a district collected, what it decided and how it helped', async () => {
  const paper = await paperOf('bao-cao', desk);
  const rows = cells(paper);
  expect(rows).toContainEqual(['1', nameOf(office, first), '1', '1', '1', '0', '0', '0']);
  expect(rows).toContainEqual(['3', nameOf(office, silent), '1', '0', '0', '0', '0', '1']);
  expect(rows).toContainEqual(['1', nameOf(office, first), '5', '5', '2', '1', '0', '1']);
  expect(rows).toContainEqual(['', 'Cộng', '15', '10', '2', '1', '0', '1']);
  expect(rows).toContainEqual([
    '1',
    nameOf(office, second),
    'Chưa có kinh phí in sách nêu gương',
    'Huyện đã bổ sung từ quỹ thi đua, khen thưởng',
  ]);
  expect(paper.text).toContain('Kính gửi: Ủy ban nhân dân tỉnh Bạc Liêu');
});

it('reports the years of the plan of the province', async () => {
  const paper = await paperOf('tong-ket', '95');
  expect(paper.text).toContain('Tổng kết việc thực hiện Kế hoạch số 113/KH-UBND giai đoạn 2022 - 2025');
  expect(
    cells(paper)
      .find(([period]) => period === 'năm 2025')
      ?.slice(0, 3),
  ).toEqual(['năm 2025', '3', '1']);
});

it('says why a paper cannot be made', async () => {
  expect(await refusalOf('danh-sach', silent)).toContain(
    `${nameOf(office, silent)} chưa nộp danh sách năm 2025`,
  );
  expect(await refusalOf('to-trinh', '95')).toContain('Tỉnh Bạc Liêu không phải nộp danh sách');
  expect(await refusalOf('bien-ban', first)).toContain('Không có đơn vị nào nộp danh sách năm 2025');
  expect(await refusalOf('bao-cao', 'CK01')).toContain('Không có đơn vị nào nộp danh sách năm 2025');
  expect(await refusalOf('tong-ket', silent)).toContain('Không có đơn vị nào nộp danh sách');
});

it('lays the year before beside this one, once the plan has run in both', async () => {
  expect((await paperOf('bao-cao', desk)).text).toContain('không có số liệu của kỳ trước');
  const { store, google, urls } = office.local;
  const staff = sampleStaff(plan.units);
  await provision({ store, admin: google.admin, plan, period: '2024', staff, listingUrl: urls.listing });
  const rows = cells(await paperOf('bao-cao', desk));
  expect(rows).toContainEqual(['Nội dung', 'năm 2024', 'năm 2025', 'So sánh']);
  expect(rows).toContainEqual(['Phải gửi', '3', '3', 'Không đổi']);
  expect(rows).toContainEqual([nameOf(office, first), '0', '5', 'Tăng 5']);
  const years = cells(await paperOf('tong-ket', desk));
  expect(years.filter(([period]) => period?.startsWith('năm 20')).map((row) => row.slice(0, 5))).toEqual([
    ['năm 2024', '3', '0', '0', '0'],
    ['năm 2025', '3', '2', '2', '10'],
  ]);
});

it('is a command that writes all or nothing, and overwrites nothing by itself', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-papers-'));
  const data = join(folder, 'data');
  const out = join(folder, 'van-ban');
  const plain = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--data', data];
  const there = [...plain, '--out', out, '--unit', '956'];
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await expect(papersCommand(there)).rejects.toThrow('Không có thư mục');
    await provisionCommand([...plain]);
    for (const [args, words] of [
      [[...there, '--paper', 'thu-moi'], '--paper “thu-moi”'],
      [[...there, 'x'], 'Không hiểu “x”'],
      [[...plain, '--unit', '99999', '--out', out], '--unit “99999”'],
      [[...there, '--paper', 'danh-sach', '--paper', 'bien-ban'], 'chưa nộp danh sách năm 2025'],
      [[...plain, '--unit', '31843', '--out', out], 'Không có đơn vị nào nộp danh sách'],
    ] as const)
      await expect(papersCommand([...args])).rejects.toThrow(words);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    await papersCommand(there);
    const names = [
      'Bao-cao-so-ket-Huyen-Hong-Dan-2025.docx',
      'Bao-cao-tong-ket-Huyen-Hong-Dan-2022-2025.docx',
      'Bien-ban-Huyen-Hong-Dan-2025.docx',
    ];
    expect((await readdir(out)).sort()).toEqual(names);
    const said = stdout.mock.calls.flat().join('');
    expect(said).toContain(`Đã ghi: ${join(out, names[2]!)}`);
    expect(said).toContain('Không làm Danh sách, Tờ trình: Huyện Hồng Dân chưa nộp danh sách năm 2025.');
    const notFolder = join(out, names[0]!);
    await expect(papersCommand([...there, '--out', notFolder])).rejects.toThrow('Không ghi được vào thư mục');
    // A file that cannot be replaced: nothing else is left lying about.
    const blocked = join(folder, 'vuong');
    await mkdir(join(blocked, `${names[2]}.tmp`), { recursive: true });
    await expect(papersCommand([...there, '--out', blocked])).rejects.toThrow('Không ghi được vào thư mục');
    expect(await readdir(blocked)).toEqual([`${names[2]}.tmp`]);
    // The same data again is the same file, so there is nothing to overwrite.
    const first = await readFile(join(out, names[0]!));
    await papersCommand(there);
    expect((await readFile(join(out, names[0]!))).equals(first)).toBe(true);
    await writeFile(join(out, names[2]!), 'đã điền tay');
    await expect(papersCommand(there)).rejects.toThrow(
      `Đã có tệp “${join(out, names[2]!)}” với nội dung khác`,
    );
    expect(await readFile(join(out, names[2]!), 'utf8')).toBe('đã điền tay');
    await papersCommand([...there, '--overwrite', '--paper', 'bien-ban']);
    expect(readDocx(new Uint8Array(await readFile(join(out, names[2]!)))).text).toContain('BIÊN BẢN');
    expect((await readdir(out)).sort()).toEqual(names);
  } finally {
    stdout.mockRestore();
    await rm(folder, { recursive: true });
  }
});
