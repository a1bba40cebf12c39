/** The writing contest of KH 282 in two rounds: works of a ward to the district, with those of an agency to the city, their results, the ten years. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { contestArchiveForm } from '../../functions/domain/forms/contest-archive.ts';
import { contestEntryForm } from '../../functions/domain/forms/contest-entry.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Snapshot } from '../../functions/domain/submission.ts';
import {
  decisionWords,
  reviewColumns,
  sheetIds,
  systemColumns,
  tabTitles,
} from '../../functions/domain/workbook.ts';
import { kh282HaNoi } from '../../functions/plans/kh-282-ha-noi.ts';
import { readPlan } from '../../functions/records.ts';
import { isRefused, paperKinds } from '../../infra/cli/paper-kinds.ts';
import { readLines } from '../../infra/cli/papers-data.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { sampleStaff, scorerEmail, staffEmail } from '../../infra/local/samples/people.ts';
import { workText } from '../../infra/local/samples/work-text.ts';
import { provision } from '../../infra/provision/provision.ts';
import { judgedTitle } from '../../infra/xlsx/judged-sheet.ts';
import { writeReport } from '../../infra/xlsx/report.ts';
import { judgedCsv } from '../../infra/xlsx/report-csv.ts';
import { readReport } from '../../infra/xlsx/report-lines.ts';
import { open } from '../infra/xlsx/files.ts';
import { type Office, startOffice, traditionDay } from '../support/office.ts';
import { decideAtDesk, publicIds } from '../support/office-views.ts';
import { openScores, postScore, scoreLink, worksOn } from '../support/scoring.ts';

const [ward, district, agency, standing, city] = ['00592', '019', 'HNS15', 'HNT01', '01'] as const;
const [period, archive] = ['2024.DT', '2024.LT'] as const;
const kept: readonly string[] = [ward, district, agency, standing, city];

const plan = {
  ...kh282HaNoi,
  units: kh282HaNoi.units
    .filter(({ id }) => kept.includes(id))
    .map((unit) => ({ ...unit, anniversary: traditionDay })),
};

let office: Office;
let calls: string[] = [];
let books: Office['workbooks'];
beforeAll(async () => {
  office = await startOffice({
    plan,
    period,
    startAt: new Date('2024-04-08T08:00:00+07:00'),
    observe: ({ method, path, email }) => {
      if (email === robot && path.startsWith('/drive/v3/files/'))
        calls.push(`${method} ${path.endsWith('/export') ? 'export' : 'about'}`);
    },
  });
  books = office.workbooks;
  for (const name of names) works.set(name, await documentOf(1650, name));
  // The city also collects other lists; its desk here is that of the contest.
  office.workbooks = books.filter((book) => book.period === period);
});
afterAll(() => office.close());

const names = [
  contestEntryForm.columns.find(({ key }) => key === 'name')?.example ?? '',
  ...['Chuyện người lái đò', 'Tiếng trống trường', 'Bếp ăn không đồng', 'Bảng đen vùng cao'],
];
/** By name, a document of 1.650 words each that the robot may read. */
const works = new Map<string, string>();
const entry = (change: Record<string, string> = {}): string[] => {
  const fileUrl = works.get(change.name ?? names[0] ?? '') ?? '';
  return contestEntryForm.columns.map(
    ({ key, example }) => ({ publishedOn: '20/03/2024', fileUrl, ...change })[key] ?? example,
  );
};

const documentOf = (words: number, name = `Bài ${words} từ`, reader = robot): Promise<string> =>
  office.people.uploadDocument(staffEmail('clerk', ward), name, reader, workText(words));

async function submit(unit: string, rows: string[][], { spreadsheetId, title } = office.tab(unit)) {
  const first = `'${title}'!${String.fromCharCode(65 + systemColumns.length)}3`;
  if (rows.length > 0) await office.people.type(staffEmail('clerk', unit), spreadsheetId, first, rows);
  return (await office.people.press(staffEmail('clerk', unit), 'submit', { spreadsheetId, unit })).body;
}

const idOf = (unit: string, ordinal: number): string => `${period}-${unit}-00${ordinal}`;

const wordsSent = async (snapshot: string): Promise<(number | undefined)[]> =>
  (await office.local.store.read<Snapshot>(`snapshots/${snapshot}`))?.data.rows.map(({ words }) => words) ??
  [];

/** Whoever is to score the work does so, in the order of their numbers. */
async function scoreWork(desk: string, work: string, points: readonly string[]): Promise<void> {
  const given = [...points];
  for (const number of [1, 2, 3]) {
    const link = await scoreLink(office, scorerEmail(desk, number));
    if (link === '' || !worksOn((await openScores(link)).html).includes(work)) continue;
    const round = (await office.local.store.read<Dossier>(`dossiers/${plan.id}_${work}`))?.data.round;
    const { html } = await postScore(link, {
      dossier: work,
      round: String(round),
      points: given.shift() ?? '',
      remark: 'Nhận xét kín',
    });
    expect(html).toContain('Đã ghi');
  }
  expect(given).toEqual([]);
  await office.settle();
}

it('refuses what the rules leave out, everything at once and by its place', async () => {
  const body = await submit(ward, [
    entry({ wordCount: '2150' }),
    entry({ name: 'Chuyện người lái đò', isOrganiser: 'Có', title: 'Vũ Đức Long' }),
    entry({ name: 'Tiếng trống trường', genre: 'Phát thanh', durationSeconds: '' }),
    entry({ name: 'Bếp ăn không đồng', authorUnit: '', fileUrl: works.get('Tiếng trống trường') ?? '' }),
  ]);
  expect(body.ok).toBe(false);
  const told = (body.problems as { message: string }[]).map(({ message }) => message).join('\n');
  for (const words of [
    'dòng 3, cột “Số từ” (ô L3): đang ghi 2.150 từ',
    'dòng 4, cột “Thành viên Ban Tổ chức, Ban Giám khảo” (ô H4): tác giả “Vũ Đức Long”',
    'dòng 5, cột “Thời lượng (giây)” (ô M5): đang để trống, thể loại “Phát thanh”',
    'dòng 6, cột “Nơi công tác, nơi ở của tác giả” (ô G6): đang để trống',
    'cùng một tệp bài ở các dòng 5, 6',
  ])
    expect(told).toContain(words);
});

it('counts the words of the works themselves, in two calls to Drive each, and tells what to do about them', async () => {
  const paper = await office.people.uploadPaper(staffEmail('clerk', ward), 'Bài dự thi.pdf', robot);
  calls = [];
  const body = await submit(ward, [
    entry({ fileUrl: await documentOf(2300) }),
    entry({ name: 'Chuyện người lái đò', wordCount: '1420' }),
    entry({ name: 'Tiếng trống trường', fileUrl: paper }),
    entry({ name: 'Bếp ăn không đồng', fileUrl: await documentOf(900, 'Riêng', staffEmail('head', ward)) }),
  ]);
  expect(body).toMatchObject({ ok: false, message: expect.stringContaining('còn 1 chỗ cần sửa') });
  const told = body.problems as { code: string; severity: string; message: string }[];
  expect(
    told.map(({ code, severity }) => [code, severity]).filter(([code]) => code?.startsWith('entry-')),
  ).toEqual([
    ['entry-too-long', 'error'],
    ['entry-words-differ', 'warning'],
    ['entry-uncounted', 'warning'],
    ['entry-uncounted', 'warning'],
  ]);
  const sentences = told.map(({ message }) => message).join('\n');
  for (const words of [
    'dòng 3, cột “Số từ” (ô L3): đang ghi 1.650 từ, máy đếm được 2.300 từ trong tệp, thể lệ chỉ nhận bài dài nhất 2.000 từ',
    'dòng 4, cột “Số từ” (ô L4): đang ghi 1.420 từ, máy đếm được 1.650 từ trong tệp; hãy ghi 1.650',
    'là tệp PDF nên máy không đếm được số từ, Ban Tổ chức sẽ đếm tay',
    'hãy bấm “Chia sẻ” để ai có liên kết cũng xem được, rồi nộp lại',
  ])
    expect(sentences).toContain(words);
  expect(calls.toSorted()).toEqual([...Array(4).fill('GET about'), ...Array(2).fill('GET export')]);
});

/** Status and “Cần sửa” of a line of the ward, as its tab shows them. */
async function shownAt(line: number): Promise<{ status: string; issues: string }> {
  const { spreadsheetId, title } = office.tab(ward);
  await office.local.queue.idle();
  const range = `'${title}'!A${line}:C${line}`;
  const [cells = []] = await office.people.read(staffEmail('clerk', ward), spreadsheetId, range);
  return { status: String(cells[1]), issues: String(cells[2]) };
}

async function looked(): Promise<string[]> {
  const { spreadsheetId } = office.tab(ward);
  const { body } = await office.people.press(staffEmail('clerk', ward), 'check', { spreadsheetId });
  const [unit] = (body.units as { unit: string; problems: { message: string }[] }[]).filter(
    (one) => one.unit === ward,
  );
  return unit?.problems.map(({ message }) => message) ?? [];
}

it('what was counted at a refused submission stays in the sheet until the row changes or the list is sent', async () => {
  const long = await documentOf(2300);
  const first = entry({ fileUrl: long });
  const others = ['Chuyện người lái đò', 'Tiếng trống trường', 'Bếp ăn không đồng'].map((name) =>
    entry({ name }),
  );
  const { problems } = await submit(ward, [first, ...others]);
  const said = (problems as { message: string }[]).map(({ message }) => message);
  const counted = 'đang ghi 1.650 từ, máy đếm được 2.300 từ trong tệp';
  expect(said.join()).toContain(counted);
  expect(await shownAt(3)).toMatchObject({ status: 'Có lỗi, cần sửa' });
  expect((await shownAt(3)).issues.toLowerCase()).toContain(counted);
  expect(await looked()).toEqual(said);
  await submit(ward, [first.with(5, 'Ấp Bốn'), ...others]);
  expect((await shownAt(3)).issues).not.toBe('');
  const { spreadsheetId, title } = office.tab(ward);
  const cell = `'${title}'!${String.fromCharCode(65 + systemColumns.length)}3`;
  await office.people.type(staffEmail('clerk', ward), spreadsheetId, cell, [entry()]);
  expect((await looked()).join()).not.toContain('máy đếm được');
  expect((await shownAt(3)).issues).toBe('');
});

it('what was typed over the limit and is not over it in the file is to be typed right, once told', async () => {
  const body = await submit(ward, [entry({ wordCount: '2150' })]);
  const told = (body.problems as { code: string; line: number; message: string }[]).filter(
    ({ code, line }) => code.startsWith('entry-') && line === 3,
  );
  expect(told.map(({ code }) => code)).toEqual(['entry-words-differ']);
  expect(told[0]?.message).toContain('đang ghi 2.150 từ, máy đếm được 1.650 từ trong tệp; hãy ghi 1.650');
});

it('keeps nobody from sending while Drive is away, and counts when the list is sent again', async () => {
  const rows = [
    entry(),
    entry({ name: 'Chuyện người lái đò', title: 'Vũ Đức Long' }),
    entry({ name: 'Tiếng trống trường', genre: 'Phát thanh', durationSeconds: '400' }),
    entry({ name: 'Bếp ăn không đồng' }),
  ];
  const { faults } = office.local.workspace;
  // Fails at once; a 503 would be tried again for half a minute.
  faults.set({ rules: [{ service: 'drive', method: 'files.export', rate: 1, when: 'before', status: 400 }] });
  const sent = await submit(ward, rows);
  faults.clear();
  expect(sent).toMatchObject({ ok: true, rows: 4, warnings: [] });
  const [first] = await wordsSent(String(sent.snapshot));
  const again = await submit(ward, []);
  expect(again).toMatchObject({ ok: true, repeated: false, version: 2, warnings: [] });
  expect([first, await wordsSent(String(again.snapshot))]).toEqual([
    undefined,
    [1650, 1650, undefined, 1650],
  ]);
  expect(await submit(ward, [])).toMatchObject({ repeated: true, version: 2 });
});

it('takes works of a ward to the desk of its district, whose scorers get links', async () => {
  const paper = await office.people.uploadPaper(staffEmail('clerk', ward), 'Bếp ăn.pdf', robot);
  const body = await submit(ward, [
    entry(),
    entry({ name: 'Chuyện người lái đò', title: 'Vũ Đức Long' }),
    entry({ name: 'Tiếng trống trường', genre: 'Phát thanh', durationSeconds: '400' }),
    entry({ name: 'Bếp ăn không đồng', wordCount: '1500', fileUrl: paper }),
  ]);
  expect(body).toMatchObject({ ok: true, rows: 4 });
  expect(body.message).toContain('danh sách 4 bài');
  await office.local.queue.idle();
  await office.sign(ward);
  await office.people.moveClock('2024-04-09T08:00:00+07:00');
  await office.settle();
  const pages = await Promise.all(
    [1, 2, 3].map(async (number) => openScores(await scoreLink(office, scorerEmail(district, number)))),
  );
  const html = pages.map((page) => page.html).join('\n');
  expect(html).toContain('Chấm bài: sơ khảo');
  expect(html).not.toContain('Phạm Thu Hằng');
  expect(html).not.toContain('hanoimoi.vn');
  expect(html).toContain('1.650 (máy đếm trong tệp)');
  expect(html).toContain('1.500 (đơn vị ghi, máy chưa đếm được)');
});

it('what the district chose after its round goes to the city with the works of an agency, and is judged there', async () => {
  await scoreWork(district, idOf(ward, 1), ['88', '90']);
  await scoreWork(district, idOf(ward, 2), ['60', '85.5']);
  const decided = await decideAtDesk(office, district, {
    [idOf(ward, 1)]: [decisionWords.promote, ''],
    [idOf(ward, 3)]: [decisionWords.hold, ''],
    [idOf(ward, 4)]: [decisionWords.return, 'Bản chụp mờ, gửi lại bản gốc'],
  });
  expect(decided).toMatchObject({ promoted: 1, held: 1, returned: 1 });
  expect(await submit(district, [])).toMatchObject({ ok: true, rows: 1, promoted: 1 });
  await office.local.queue.idle();
  await office.sign(district);
  expect(await submit(agency, [entry({ name: 'Bảng đen vùng cao', preliminaryScore: '86' })])).toMatchObject({
    ok: true,
    rows: 1,
  });
  await office.local.queue.idle();
  await office.sign(agency);
  await office.people.moveClock('2024-04-10T08:00:00+07:00');
  await office.settle();
  await scoreWork(city, idOf(ward, 1), ['91', '92.5']);
  await scoreWork(city, idOf(agency, 1), ['80', '82']);
  const prized = await decideAtDesk(office, city, {
    [idOf(ward, 1)]: [decisionWords.approve, 'Giải Nhất'],
    [idOf(agency, 1)]: [decisionWords.approve, 'Giải Khuyến khích'],
  });
  expect(prized).toMatchObject({ approved: 2 });
});

it('says of works that only their files are compared, not that a reviewer should come back', async () => {
  const spreadsheetId = books.find((book) => book.period === period && book.unit === district)?.spreadsheetId;
  const { body } = await office.people.press(staffEmail('reviewer', district), 'compare', {
    spreadsheetId: spreadsheetId ?? '',
    key: `${idOf(ward, 2)}.1`,
  });
  expect(body).toMatchObject({ ok: true, message: expect.stringContaining('Máy không so nội dung') });
});

it('puts no entry on the public page', async () => {
  const stored = await office.local.store.list<Dossier>('dossiers', { where: { period } });
  expect(stored.map(({ data }) => [data.id, data.status, data.public])).toEqual([
    [idOf(ward, 1), 'approved', false],
    [idOf(ward, 2), 'submitted', false],
    [idOf(ward, 3), 'held', false],
    [idOf(ward, 4), 'returned', false],
    [idOf(agency, 1), 'approved', false],
  ]);
  expect(await publicIds(office)).toEqual([]);
});

it('keeps the prized works of ten years, by what was made public of them alone', async () => {
  const tab = () => {
    const found = books.find((book) => book.period === archive && book.unit === city);
    const own = found?.tabs.find(({ unit }) => unit === standing);
    return { spreadsheetId: found?.spreadsheetId ?? '', title: own?.title ?? '' };
  };
  const work = (year: number, change: Record<string, string> = {}): string[] =>
    contestArchiveForm.columns.map(
      ({ key, example }) => ({ year: String(year), name: `Tác phẩm năm ${year}`, ...change })[key] ?? example,
    );
  const years = Array.from({ length: 10 }, (_, index) => 2015 + index);
  const wrong = [
    work(2014),
    work(2015, { authorUnit: 'Quận Hà Đông, 0912 345 678' }),
    ...years.slice(2).map((year) => work(year)),
  ];
  const refused = await submit(standing, wrong, tab());
  const told = (refused.problems as { message: string }[]).map(({ message }) => message).join('\n');
  expect(told).toContain('đang ghi năm 2014, hãy ghi năm từ 2015 đến 2024');
  expect(told).toContain('0912 345 678');
  const right = [
    work(2015, { name: 'Giải ba năm đầu', prize: 'Giải Ba' }),
    work(2015, { prize: 'Giải Nhất' }),
    ...years.slice(1, -1).map((year) => work(year)),
    work(2024, { name: 'NGƯỜI GIỮ LỬA lớp học ven sông', prize: 'Giải Nhất' }),
  ];
  expect(await submit(standing, right, tab())).toMatchObject({ ok: true, rows: 11 });
  await office.local.queue.idle();
  await office.sign(standing);
});

it('tells what came of judging by work and desk, in Excel and CSV, and never what one scorer gave', async () => {
  const report = await readReport(office.local.store, plan.id, period, office.local.services.clock.now());
  if (!report) throw new Error('no report');
  const book = await open(await writeReport(report));
  const lines: unknown[][] = [];
  book.getWorksheet(judgedTitle)?.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
  const of = (id: string) => lines.filter(([found]) => found === id).map((line) => line.slice(2));
  expect(of(idOf(ward, 1))).toEqual([
    [1650, 'Phường Cầu Diễn', 'Sơ khảo', 'Quận Nam Từ Liêm', 2, 2, 89, 2, undefined, 'Chọn lên cấp trên'],
    [
      ...[1650, 'Phường Cầu Diễn', 'Chung khảo', 'Thành phố Hà Nội', 2, 2, 91.75, 1.5, undefined],
      ...['Duyệt', 'Giải Nhất', 'Giải Nhất'],
    ],
  ]);
  expect(of(idOf(ward, 2))).toEqual([
    [1650, 'Phường Cầu Diễn', 'Sơ khảo', 'Quận Nam Từ Liêm', 2, 2, 72.75, 25.5, 'Có'],
  ]);
  expect(of(idOf(ward, 3))[0]?.slice(0, 6)).toEqual([
    undefined,
    ...['Phường Cầu Diễn', 'Sơ khảo', 'Quận Nam Từ Liêm', 0, 2],
  ]);
  expect(of(idOf(ward, 4))[0]?.[0]).toBe('1.500 (đơn vị ghi, máy chưa đếm được)');
  expect(lines[0]?.slice(2, 4)).toEqual(['Số từ máy đếm', 'Đơn vị gửi']);
  expect(lines[0]?.at(-1)).toBe('Giải');
  const csv = judgedCsv(report);
  expect(csv).toContain(
    `${idOf(ward, 1)};Người giữ lửa lớp học ven sông;1650;Phường Cầu Diễn;Chung khảo;Thành phố Hà Nội;2;2;91,75;1,5;;Duyệt;Giải Nhất;Giải Nhất`,
  );
  for (const secret of ['Nhận xét kín', '85,5', '92,5', 'giamkhao']) expect(csv).not.toContain(secret);
});

it('a review tab made with the headings of exemplars gets its own when the plan is set up again; decisions stay', async () => {
  const { admin } = office.local.google;
  const { spreadsheetId } = books.find((book) => book.period === period && book.unit === district) ?? {};
  if (!spreadsheetId) throw new Error('no workbook of the district');
  const lines = (): Promise<unknown[][]> =>
    office.people.read(staffEmail('reviewer', district), spreadsheetId, `'${tabTitles.review}'!A1:Z20`);
  const headings = (form = contestEntryForm) => {
    const columns = reviewColumns(form);
    return [columns.map(({ header }) => header), columns.map(({ key }) => key)];
  };
  const again = () =>
    provision({
      store: office.local.store,
      admin,
      plan,
      period,
      staff: sampleStaff(plan.units),
      listingUrl: office.local.urls.listing,
    });
  const before = await lines();
  expect(before.slice(0, 2)).toEqual(headings());
  // People of the office differ from this list; tabs do not.
  await again();
  expect((await again()).changes).toBe(0);
  const old = headings(exemplarForm);
  await admin.batchUpdate(spreadsheetId, [
    {
      deleteDimension: {
        range: {
          sheetId: sheetIds.review,
          dimension: 'COLUMNS',
          startIndex: (old[0]?.length ?? 0) - 1,
          endIndex: (headings()[0]?.length ?? 0) - 1,
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: sheetIds.review, rowIndex: 0, columnIndex: 0 },
        rows: old.map((cells) => ({
          values: cells.map((stringValue) => ({ userEnteredValue: { stringValue } })),
        })),
        fields: 'userEnteredValue',
      },
    },
  ]);
  expect((await lines()).slice(0, 2)).toEqual(old);
  expect((await again()).changes).toBeGreaterThan(0);
  const after = await lines();
  expect(after.slice(0, 2)).toEqual(headings());
  expect(after.map((line) => line.slice(0, 8))).toEqual(before.map((line) => line.slice(0, 8)));
  expect((await again()).changes).toBe(0);
});

it('reports of the city have results by points and the ten years, those of a district what it sent on', async () => {
  const { store } = office.local;
  const loaded = await readPlan(store, plan.id);
  const now = office.local.services.clock.now();
  const textOf = async (kind: string, unitId: string): Promise<string> => {
    const unit = loaded.tree.get(unitId);
    const lines = (await readLines(store, plan.id, period, now)) ?? [];
    const made = unit && (await paperKinds[kind]?.make({ store, loaded, unit, period, lines, now }));
    if (!made || isRefused(made)) throw new Error(`no ${kind} of ${unitId}`);
    return JSON.stringify(made.body);
  };
  const final = await textOf('tong-ket', city);
  expect(final).toContain('7. Cuộc thi viết: kết quả');
  expect(final).toContain(
    'Thành phố Hà Nội nhận 02 bài dự thi; chung khảo đã chấm đủ giám khảo 02 bài, chọn 02 bài.',
  );
  expect(final).toContain('"Phường Cầu Diễn","91,75","Giải Nhất"');
  expect(final).toContain('"Sở Giáo dục và Đào tạo","81","Giải Khuyến khích"');
  expect(final.indexOf('"91,75"')).toBeLessThan(final.indexOf('"81"'));
  // Neither works nor the archive are exemplars.
  expect(final).toContain('Tổng số điển hình đã gửi: 0;');
  expect(final).toContain('11 tác phẩm đoạt giải của 10 năm, từ 2015 đến 2024.');
  expect(final).toContain('Năm 2015 (02 tác phẩm)');
  expect(final.indexOf('Giải Nhất","Báo')).toBeLessThan(final.indexOf('Giải Ba'));
  expect(final).not.toContain('hanoimoi.vn');
  const own = await textOf('bao-cao', district);
  expect(own).toContain(
    'Quận Nam Từ Liêm nhận 04 bài dự thi; sơ khảo đã chấm đủ giám khảo 02 bài, chọn 01 bài.',
  );
  expect(own).not.toContain('đoạt giải');
});
