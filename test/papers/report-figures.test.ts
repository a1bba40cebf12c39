/** The figures of a report: every list and every dossier counted once, units that merged with whoever took over. */
import { expect, it } from 'vitest';
import { boardOf } from '../../functions/domain/board.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { forward } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import type { UnitStanding } from '../../functions/domain/unit-standing.ts';
import { toDocx } from '../../functions/papers/docx.ts';
import {
  type Figures,
  figuresOfPeriod,
  figuresOfYears,
  lastChange,
  reportedLines,
  sumFigures,
} from '../../functions/papers/report-figures.ts';
import { reportPaper } from '../../functions/papers/report-paper.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, later } from '../domain/people.ts';
import {
  afterDue,
  approved,
  aRequest,
  aStanding,
  aSubmission,
  at,
  aVersion,
  beforeDue,
  promoted,
  returned,
  shown,
} from '../domain/standings.ts';
import { readDocx } from './read-docx.ts';

const province: Unit = { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null };
const district: Unit = { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95' };
const other: Unit = { id: '957', name: 'Huyện Phước Long', kind: 'district', parent: '95' };
const commune = (id: string, name: string, parent = '956', more: Partial<Unit> = {}): Unit => ({
  id,
  name,
  kind: 'commune',
  parent,
  ...more,
});

const first = commune('31843', 'Xã Ninh Hòa');
const second = commune('31846', 'Xã Lộc Ninh');

const lines = (units: readonly Unit[], standings: readonly UnitStanding[], now: Date, period = '2025') =>
  boardOf({ plan: planOf(units), tree: toUnitTree(units), period, standings, records: [] }, now);

const planOf = (units: readonly Unit[]): Plan => ({ ...kh113BacLieu, units });

const place = (units: readonly Unit[], unit: Unit, day = '2025-12-31') => ({
  plan: planOf(units),
  tree: toUnitTree(units),
  unit,
  day,
});

const plain = [province, district, first, second];

const figures = (given: Partial<Figures>): Figures => ({ ...sumFigures([]), ...given });

it('counts what was asked, what came and when, and what became of it', () => {
  const standings = [
    aStanding({
      unit: first,
      dossiers: [
        promoted(1),
        shown(approved(2)),
        returned(3),
        aDossier(4),
        { ...aDossier(5), status: 'recalled' },
      ],
    }),
    aStanding({ unit: second, submission: undefined, typedRows: 0 }),
  ];
  const { total, units } = figuresOfPeriod('2025', lines(plain, standings, afterDue), place(plain, district));
  expect(total).toEqual(
    figures({
      asked: 2,
      came: 1,
      onTime: 1,
      missing: 1,
      minimum: 10,
      sent: 4,
      approved: 2,
      chosen: 1,
      published: 1,
      returned: 1,
    }),
  );
  expect(units.map(({ unit, figures: { sent } }) => [unit.name, sent])).toEqual([
    ['Xã Ninh Hòa', 4],
    ['Xã Lộc Ninh', 0],
  ]);
});

it.each([
  ['late', aSubmission([aVersion({ at: at('18') })]), { came: 1, late: 1 }],
  ['without cases', aSubmission([aVersion({ nil: true, rows: 0 })]), { came: 1, onTime: 1, nil: 1 }],
  ['empty without a word', aSubmission([aVersion({ rows: 0 })]), { missing: 1 }],
  ['sent back by the head', aSubmission([aVersion({ sentBackAt: at('15') })], 'sentBack'), { missing: 1 }],
] as const)('tells a list %s from others', (_, submission, wanted) => {
  const { total } = figuresOfPeriod(
    '2025',
    lines(plain, [aStanding({ unit: first, submission })], afterDue),
    place(plain, district),
  );
  expect(total).toEqual(figures({ asked: 1, minimum: 5, ...wanted }));
});

it('counts a list in added time as in time, and one that still has time as open', () => {
  const extension = { lastDay: '2025-01-25', reason: 'Mất điện diện rộng' };
  const standings = [
    aStanding({ unit: first, extension, submission: aSubmission([aVersion({ at: at('18') })]) }),
    aStanding({ unit: second, extension, submission: undefined }),
  ];
  const { total } = figuresOfPeriod('2025', lines(plain, standings, afterDue), place(plain, district));
  expect(total).toMatchObject({ asked: 2, came: 1, onTime: 1, late: 0, missing: 1, open: 1 });
});

it('counts what a unit chose from below only once it has sent it on', () => {
  const chosen = promoted(1);
  const waiting = promoted(2);
  const sent = forward(chosen, { from: '956', to: '95', by: 'x', snapshotId: 's9' }, later(2));
  const standing = aStanding({ unit: district, collecting: province, dossiers: [sent, waiting] });
  const { total } = figuresOfPeriod('2025', lines(plain, [standing], afterDue), place(plain, province));
  expect(total).toMatchObject({ sent: 1, approved: 0 });
  const up = decided(sent, 'approve', '95');
  const after = figuresOfPeriod(
    '2025',
    lines(plain, [{ ...standing, dossiers: [up, waiting] }], afterDue),
    place(plain, province),
  );
  // At the top what is approved is what is chosen.
  expect(after.total).toMatchObject({ sent: 1, approved: 1, chosen: 1 });
});

const merged = [
  province,
  district,
  other,
  commune('A', 'Xã A', '956', { validTo: '2025-06-30', successor: 'C' }),
  commune('B', 'Xã B', '957', { validTo: '2025-06-30', successor: 'C' }),
  commune('C', 'Phường C', '956', { validFrom: '2025-07-01' }),
  commune('D', 'Xã D', '957'),
] as const;
const [, , , a, b, c, d] = merged;

const from = (unit: Unit, collecting: Unit, dossiers: Dossier[]): UnitStanding =>
  aStanding({
    unit,
    collecting,
    dossiers: dossiers.map((dossier) => ({ ...dossier, unitId: unit.id, parentId: collecting.id })),
  });

it('counts units that merged with their successor, those of another district too', () => {
  const before = lines(
    merged,
    [
      from(a, district, [aDossier(1), aDossier(2)]),
      from(b, other, [aDossier(3)]),
      from(d, other, [aDossier(4)]),
    ],
    afterDue,
    '2024',
  );
  const here = place(merged, district);
  const reported = figuresOfPeriod('2024', reportedLines(before, here), here);
  expect(reported.units.map(({ unit }) => unit.name)).toEqual(['Phường C']);
  expect(reported.units[0]?.absorbed.map(({ name }) => name)).toEqual(['Xã A', 'Xã B']);
  expect(reported.total).toMatchObject({ asked: 2, sent: 3 });
  // Before the merger they stand for themselves, each with who collected from it.
  const then = place(merged, district, '2025-06-30');
  const apart = figuresOfPeriod('2024', reportedLines(before, then), then);
  expect(apart.units.map(({ unit }) => unit.name)).toEqual(['Xã A']);
  // The province collects from districts: what communes sent to them is not counted again.
  expect(reportedLines(before, place(merged, province))).toEqual([]);
});

it('counts no exemplar twice when a level ends: what communes sent to a district stands in its list', () => {
  const ended = { ...district, validTo: '2025-06-30' };
  const below = commune('A', 'Xã A', '956', { validTo: '2025-06-30', successor: 'C' });
  const now = [province, ended, below, commune('C', 'Xã C', '95', { validFrom: '2025-07-01' })];
  const standings = [from(below, ended, [aDossier(1)]), from(ended, province, [aDossier(2)])];
  const reported = reportedLines(lines(now, standings, afterDue), place(now, province));
  expect(reported.map(({ standing }) => standing.unit.name)).toEqual(['Huyện Hồng Dân']);
});

it('adds the years of a plan up unit by unit, and lays the year before beside this one', async () => {
  const here = place(merged, district);
  const toFigures = (period: string, standings: UnitStanding[]) =>
    figuresOfPeriod(
      period,
      reportedLines(lines(merged, structuredClone(standings), afterDue, period), here),
      here,
    );
  const before = toFigures('2024', [
    from(a, district, [aDossier(1), aDossier(2)]),
    from(b, other, [aDossier(3)]),
  ]);
  const now = toFigures('2025', [from(c, district, [aDossier(5)])]);
  const [sum, ...rest] = figuresOfYears([before, now], here.tree);
  expect(rest).toEqual([]);
  expect(sum).toMatchObject({ unit: { id: 'C' }, figures: { asked: 3, sent: 4 } });
  const longer = figuresOfYears([toFigures('2023', [from(a, district, [])]), before, now], here.tree);
  expect(longer[0]?.absorbed.map(({ name }) => name)).toEqual(['Xã A', 'Xã B']);
  const paper = reportPaper({ ...here, scope: 'period', periods: [now], before, lastChange: '' });
  const { tables } = readDocx(await toDocx(paper));
  const rows = tables.flatMap((table) => table.map(({ cells }) => cells));
  expect(rows).toContainEqual(['Nội dung', 'năm 2024', 'năm 2025', 'So sánh']);
  expect(rows).toContainEqual(['Phải gửi', '2', '1', 'Giảm 1']);
  expect(rows).toContainEqual(['Phường C (gồm số liệu của Xã A, Xã B)', '3', '1', 'Giảm 2']);
  const years = reportPaper({
    ...here,
    scope: 'plan',
    periods: [before, now],
    before: undefined,
    lastChange: '',
  });
  const read = readDocx(await toDocx(years));
  expect(read.text).toContain('Tổng kết việc thực hiện Kế hoạch số 113/KH-UBND giai đoạn 2022 - 2025');
  const all = read.tables.flatMap((table) => table.map(({ cells }) => cells));
  expect(all).toContainEqual(['năm 2024', '2', '2', '2', '3', '0', '0', '0']);
  expect(all).toContainEqual(['Cộng', '3', '3', '3', '4', '0', '0', '0']);
});

it('reports difficulties with the help that was given, and nothing that was taken back', async () => {
  const difficulty = (key: string, more: object) => aRequest({ key, kind: 'difficulty', ...more });
  const requests = [
    difficulty('DN1-002', { text: 'Thiếu máy quét', state: 'open' }),
    difficulty('DN1-001', {
      text: 'Chưa có kinh phí',
      state: 'answered',
      answer: { decision: 'reply', text: 'Đã bổ sung từ quỹ', points: 0, by: 'x@vidu.vn', at: at('19') },
    }),
    difficulty('DN1-003', { text: 'Đã tự giải quyết', state: 'dropped' }),
    aRequest({ key: 'DN1-004', kind: 'extension', text: 'Xin lùi hạn' }),
  ];
  const here = place(plain, district);
  const period = figuresOfPeriod(
    '2025',
    lines(plain, [aStanding({ unit: first, requests })], afterDue),
    here,
  );
  const paper = reportPaper({
    ...here,
    scope: 'period',
    periods: [period],
    before: undefined,
    lastChange: '',
  });
  const { text, tables } = readDocx(await toDocx(paper));
  const rows = tables.flatMap((table) => table.map(({ cells }) => cells));
  expect(rows).toContainEqual(['1', 'Xã Ninh Hòa', 'Chưa có kinh phí', 'Đã bổ sung từ quỹ']);
  expect(rows).toContainEqual(['2', 'Xã Ninh Hòa', 'Thiếu máy quét', 'Chưa trả lời']);
  expect(text).not.toContain('Đã tự giải quyết');
  expect(text).not.toContain('Xin lùi hạn');
  expect(text).not.toContain('vidu.vn');
});

it('reports a period in which nobody sent anything, without inventing a figure', async () => {
  const here = place(plain, district);
  const standings = [first, second].map((unit) => aStanding({ unit, submission: undefined, typedRows: 0 }));
  const empty = lines(plain, standings, beforeDue);
  expect(lastChange(empty)).toBe('');
  const period = figuresOfPeriod('2025', empty, here);
  const paper = reportPaper({
    ...here,
    scope: 'period',
    periods: [period],
    before: undefined,
    lastChange: '',
  });
  const { text } = readDocx(await toDocx(paper));
  expect(text).toContain('Phải gửi 02 danh sách; đã gửi 0');
  expect(text).toContain('chưa gửi 02 (trong đó 02 danh sách còn trong hạn)');
  expect(text).toContain('Hệ thống chưa ghi nhận việc gửi, thẩm định nào');
  expect(text).toContain('Trên hệ thống không có số liệu của kỳ trước để so sánh.');
  expect(text).toContain('Chưa có trường hợp nào được duyệt trên hệ thống.');
});

it('says of whom was recognised where they stand now', async () => {
  const withdrawn = { at: at('20'), by: 'x', reason: 'Người được nêu tên đề nghị gỡ' };
  const here = place(plain, district);
  const dossiers = [promoted(1), shown(approved(2)), { ...approved(3), withdrawn }, returned(4)];
  const board = lines(plain, [aStanding({ unit: first, dossiers })], afterDue);
  const period = figuresOfPeriod('2025', board, here);
  const paper = reportPaper({
    ...here,
    scope: 'period',
    periods: [period],
    before: undefined,
    lastChange: '',
  });
  const { tables } = readDocx(await toDocx(paper));
  const rows = tables.flatMap((table) => table.map(({ cells }) => cells));
  const about = 'Nuôi tôm hai giai đoạn, giúp bà con cùng làm';
  expect(rows).toContainEqual(['1', 'Nguyễn Thị Hoa 1', 'Xã Ninh Hòa', about, 'Chọn lên cấp trên']);
  expect(rows).toContainEqual(['2', 'Nguyễn Thị Hoa 2', 'Xã Ninh Hòa', about, 'Duyệt, đã công khai']);
  expect(rows).toContainEqual(['3', 'Nguyễn Thị Hoa 3', 'Xã Ninh Hòa', about, 'Duyệt, đã gỡ công khai']);
  expect(rows.flat()).not.toContain('Nguyễn Thị Hoa 4');
});

it('says until when the figures hold: the last thing that happened, not today', () => {
  const standing = aStanding({ unit: first, dossiers: [promoted(1)] });
  const board = lines(plain, [standing], afterDue);
  expect(lastChange(board)).toBe(at('16'));
});
