/** Reading the review tab: decisions by word, and every line that cannot be understood named. */
import { expect, test } from 'vitest';
import { missingLines, readReviewTab, reviewLine } from '../../functions/domain/review-tab.ts';
import { reviewColumn, reviewColumns } from '../../functions/domain/workbook.ts';
import { aDossier, decided, tree } from './people.ts';

const headers = [reviewColumns.map(({ header }) => header), reviewColumns.map(({ key }) => key)];

function line(key: string, decision = '', reason = ''): string[] {
  const cells = reviewColumns.map(() => '');
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
  const cells = reviewLine(back, tree);
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
    reviewLine({ ...aDossier(1, { pledge }), carriedFrom }, tree)[reviewColumn('remark')];
  expect(remark('Giúp thêm 10 hộ')).toBe(
    'Đăng ký thi đua lại: Giúp thêm 10 hộ (gương năm 2024, hồ sơ 2024-31843-004)',
  );
  expect(remark('')).toBe(
    'Vào lại danh sách, chưa ghi nội dung đăng ký thi đua (gương năm 2024, hồ sơ 2024-31843-004)',
  );
});
