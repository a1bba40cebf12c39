/** Reading the review tab: decisions by word, and every line that cannot be understood named. */
import { expect, test } from 'vitest';
import { columnOf } from '../../functions/domain/form.ts';
import { contestEntryForm } from '../../functions/domain/forms/contest-entry.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import {
  missingLines,
  readReviewTab,
  reviewColumnKeys,
  reviewLine,
} from '../../functions/domain/review-tab.ts';
import { reviewColumn, reviewColumns } from '../../functions/domain/workbook.ts';
import { aDossier, decided, tree } from './people.ts';

const columns = reviewColumns(exemplarForm);
const desk = { form: exemplarForm, tree, keys: columns.map(({ key }) => key), dossiers: [] };
const contestDesk = { ...desk, form: contestEntryForm, keys: reviewColumnKeys([], contestEntryForm) };
const headers = [columns.map(({ header }) => header), columns.map(({ key }) => key)];

function line(key: string, decision = '', reason = ''): string[] {
  const cells = columns.map(() => '');
  cells[0] = key;
  cells[reviewColumn('decision')] = decision;
  cells[reviewColumn('reason')] = reason;
  return cells;
}

test('reads a decision in any case and spacing, in NFC or NFD', () => {
  const { decisions, problems } = readReviewTab(
    [
      ...headers,
      line('2025-31843-001.1', ' duyệt '),
      line('2025-31843-002.2', 'Trả  lại'.normalize('NFD'), 'Thiếu số liệu'),
    ],
    'Thẩm định',
  );
  expect(problems).toEqual([]);
  expect(decisions).toEqual([
    { line: 3, dossierId: '2025-31843-001', round: 1, action: 'approve', reason: '' },
    { line: 4, dossierId: '2025-31843-002', round: 2, action: 'return', reason: 'Thiếu số liệu' },
  ]);
});

test('names a word that is no decision and a line that is no dossier', () => {
  const { decisions, problems } = readReviewTab(
    [...headers, line('2025-31843-001.1', 'OK'), line('', 'Duyệt'), line('2025-31843-003.1')],
    'Thẩm định',
  );
  expect(decisions).toEqual([]);
  expect(problems.map(({ code, line: at, a1 }) => [code, at, a1])).toEqual([
    ['decision-unknown', 3, 'G3'],
    ['dossier-unknown', 4, 'A4'],
  ]);
});

test('two lines of one dossier count when they agree, and neither when they do not', () => {
  const agree = readReviewTab([...headers, line('a-1.1', 'Duyệt'), line('a-1.1', 'Duyệt')], 'Thẩm định');
  expect(agree.decisions).toHaveLength(1);
  const differ = readReviewTab(
    [...headers, line('a-1.1', 'Duyệt'), line('a-1.1', 'Để lại xem thêm')],
    'Thẩm định',
  );
  expect(differ.decisions).toEqual([]);
  expect(differ.problems.map(({ code, line: at }) => [code, at])).toEqual([
    ['decision-conflict', 3],
    ['decision-conflict', 4],
  ]);
});

test('a dossier gets one line per round', () => {
  const dossier = aDossier();
  expect(missingLines([dossier], new Set())).toEqual([dossier]);
  expect(missingLines([dossier], new Set([`${dossier.id}.1`]))).toEqual([]);
  expect(missingLines([{ ...dossier, round: 2 }], new Set([`${dossier.id}.1`]))).toHaveLength(1);
});

test('a line shows what was submitted and why it was sent back before', () => {
  const back = {
    ...decided(aDossier(1, { needs: 'Thiếu vốn' }), 'hold', '956'),
    returnReason: 'Thiếu minh chứng',
  };
  const cells = reviewLine(back, desk);
  expect(cells[0]).toBe('2025-31843-001.1');
  expect(cells[reviewColumn('unit')]).toBe('Xã Ninh Hòa');
  expect(cells[reviewColumn('remark')]).toBe('Cấp trên trả lại: Thiếu minh chứng; Vướng mắc: Thiếu vốn');
  expect([cells[reviewColumn('decision')], cells[reviewColumn('reason')]]).toEqual(['', '']);
});

test('a line of a carried exemplar names its earlier dossier and what is promised for this year', () => {
  const carriedFrom = {
    planId: 'kh-113',
    period: '2024',
    dossierId: '2024-31843-004',
    unitId: '31843',
    unit: 'Xã Ninh Hòa',
    foundAs: { planId: 'kh-113', dossierId: '2024-31843-004' },
    foundBy: 'Xã Ninh Hòa',
    foundOn: '2024-01-09',
  };
  const remark = (pledge: string) =>
    reviewLine({ ...aDossier(1, { pledge }), carriedFrom }, desk)[reviewColumn('remark')];
  expect(remark('Giúp thêm 10 hộ')).toBe(
    'Đăng ký thi đua lại: Giúp thêm 10 hộ (gương năm 2024, hồ sơ 2024-31843-004)',
  );
  expect(remark('')).toBe(
    'Vào lại danh sách, chưa ghi nội dung đăng ký thi đua (gương năm 2024, hồ sơ 2024-31843-004)',
  );
});

const reviewed = Object.values(forms).filter(({ flow }) => flow === 'reviewed');

test.each(reviewed)('reviewers of $id see columns of the form, each under its words', (form) => {
  const shown = [...(form.review?.before ?? []), ...(form.review?.behind ?? [])];
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.map(({ key }) => key).filter((key) => !columnOf(form, key))).toEqual([]);
  const all = reviewColumns(form);
  expect(all.filter(({ header }) => header === '')).toEqual([]);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});

test.each(reviewed)('what is typed beside rows of $id stands where it stands for every form', (form) => {
  for (const key of ['key', 'unit', 'name', 'title', 'status', 'decision', 'reason'])
    expect([key, reviewColumn(key, form)]).toEqual([key, reviewColumn(key)]);
});

test('the tab of exemplars is what stands in workbooks of earlier years', () => {
  expect(columns.map(({ key, header }) => `${key}: ${header}`)).toEqual([
    'key: Mã hồ sơ',
    'unit: Đơn vị',
    'kind: Loại',
    'name: Họ tên, tên tập thể, mô hình',
    'title: Tên gương',
    'status: Trạng thái',
    'decision: Quyết định',
    'reason: Lý do',
    'summary: Tóm tắt thành tích',
    'keyResults: Kết quả nổi bật',
    'consent: Đồng ý công khai',
    'remark: Lưu ý',
  ]);
});

const aWork = () => ({
  ...aDossier(),
  row: {
    id: '2024.DT-31843-001',
    line: 3,
    kind: 'entry' as const,
    words: 1650,
    values: {
      ...{ name: 'Người giữ lửa', genre: 'Báo in', title: 'Phạm Thu Hằng', wordCount: 1500 },
      ...{ publishedOn: '2024-04-20', fileUrl: 'https://docs.google.com/document/d/1AbC/edit' },
    },
  },
});

test('a line of the contest names the work, its author, genre, counted words, day and file', () => {
  const cells = reviewLine(aWork(), contestDesk);
  const at = (key: string) => cells[reviewColumn(key, contestEntryForm)];
  expect(['genre', 'name', 'title', 'wordCount', 'publishedOn', 'fileUrl'].map(at)).toEqual([
    ...['Báo in', 'Người giữ lửa', 'Phạm Thu Hằng', '1.650 (máy đếm trong tệp)', '20/04/2024'],
    'https://docs.google.com/document/d/1AbC/edit',
  ]);
  const headings = reviewColumns(contestEntryForm).map(({ header }) => header);
  expect(headings.slice(2, 5)).toEqual(['Thể loại', 'Tên bài', 'Tác giả, nhóm tác giả']);
  expect(headings.filter((header) => /Họ tên, tên tập thể|Tên gương|Tóm tắt|Đồng ý/.test(header))).toEqual(
    [],
  );
});

test('a line follows the columns of the tab that stands, until they are mended', () => {
  const cells = reviewLine(aWork(), {
    ...contestDesk,
    keys: reviewColumnKeys(headers, contestEntryForm),
  });
  expect(cells).toHaveLength(columns.length);
  expect(cells.slice(2, 5)).toEqual(['', 'Người giữ lửa', 'Phạm Thu Hằng']);
  expect(reviewColumnKeys([], contestEntryForm)).toEqual(
    reviewColumns(contestEntryForm).map(({ key }) => key),
  );
});

test('a line names the other works of the desk that are the same file, however its link was copied', () => {
  const one = aWork();
  const sent = (id: string, fileUrl: string, status = one.status) => ({
    ...one,
    id,
    status,
    row: { ...one.row, values: { ...one.row.values, fileUrl } },
  });
  const remark = (...others: ReturnType<typeof sent>[]) =>
    reviewLine(one, { ...contestDesk, dossiers: [one, ...others] })[reviewColumn('remark', contestEntryForm)];
  const same = sent('2024.DT-31846-002', 'https://drive.google.com/file/d/1AbC/view');
  expect(remark(same)).toBe('Cùng một tệp bài với hồ sơ 2024.DT-31846-002, Xã Ninh Hòa');
  expect(remark(sent('2024.DT-31846-003', 'https://drive.google.com/open?id=1AbC'), same)).toBe(
    'Cùng một tệp bài với hồ sơ 2024.DT-31846-002, Xã Ninh Hòa, và 1 hồ sơ khác',
  );
  expect(remark(sent('2024.DT-31846-002', 'https://drive.google.com/file/d/2XyZ/view'))).toBe('');
  expect(remark({ ...same, status: 'recalled' })).toBe('');
});
