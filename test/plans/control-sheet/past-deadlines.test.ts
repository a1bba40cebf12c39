/** A change of the plan makes nobody late who was in time, unless the line says that this is meant. */
import { expect, test } from 'vitest';
import type { Plan } from '../../../functions/domain/plan.ts';
import { readControlTabs } from '../../../functions/plans/control-sheet/index.ts';
import { smallPlan } from '../../support/office.ts';
import { type Edit, edited, stateOf } from './sheet.ts';

const commune = 'Xã, phường, thị trấn';
const now = new Date('2025-01-10T08:00:00+07:00');

const plan: Plan = {
  ...smallPlan,
  units: smallPlan.units.map((unit) => ({ ...unit, anniversary: unit.id === '31843' ? '01-05' : '06-11' })),
};
const base = stateOf(plan);

function messages(change: (sheet: Edit) => void, periods = ['2025'], at = now, before = base): string[] {
  const sheet = edited(before);
  change(sheet);
  const read = readControlTabs(sheet.cells, before, { now: at, periods });
  return read.ok ? [] : read.problems.map(({ a1, message }) => `${a1} ${message}`);
}

const past = (place: string, day: string, count: number): string =>
  `${place} Hạn này đã qua (hết ngày ${day}), ${count} đơn vị sẽ bị ghi là trễ ngay; hãy xem lại ngày, hoặc chọn “Xác nhận” ở cột “Xác nhận hạn đã qua”.`;

test('a day moved behind today is refused at the day', () => {
  expect(messages(({ type }) => void type('deadlines', commune, 'day', 10))).toEqual([
    past('F3', '09/01/2025', 2),
  ]);
});

test('the day itself is still in time where the deadline includes it', () => {
  const inclusive = (day: number) =>
    messages(({ type }) => {
      type('deadlines', commune, 'day', day);
      type('deadlines', commune, 'bound', 'đến hết ngày');
    });
  expect(inclusive(10)).toEqual([]);
  expect(inclusive(9)).toHaveLength(1);
});

test('only the units whose own day is past are counted', () => {
  const byAnniversary = ({ type }: Edit) => {
    for (const column of ['day', 'month']) type('deadlines', commune, column, '');
    type('deadlines', commune, 'rule', 'Ngày truyền thống của đơn vị');
  };
  expect(messages(byAnniversary)).toEqual([past('D3', '04/01/2025', 1)]);
});

test('a deadline that was past before may stay, and even move within the past', () => {
  const after = new Date('2025-03-01T08:00:00+07:00');
  expect(messages(({ type }) => void type('quotas', commune, 'min', 4), ['2025'], after)).toEqual([]);
  expect(messages(({ type }) => void type('deadlines', commune, 'day', 10), ['2025'], after)).toEqual([]);
});

test('without a workbook of the period nobody can be late', () => {
  expect(messages(({ type }) => void type('deadlines', commune, 'day', 10), [])).toEqual([]);
  expect(messages(({ type }) => void type('deadlines', commune, 'day', 10), ['2026'])).toEqual([]);
});

test('a line that confirms it may', () => {
  const confirmed = ({ type }: Edit) => {
    type('deadlines', commune, 'day', 10);
    type('deadlines', commune, 'confirm', 'xác nhận');
  };
  expect(messages(confirmed)).toEqual([]);
});

test('a yearly plan that has workbooks cannot become a monthly one', () => {
  const monthly = ({ type }: Edit) => {
    for (const { unitKind } of plan.obligations) {
      const { name = '' } = plan.unitKinds[unitKind] ?? {};
      type('deadlines', name, 'rule', 'Hằng tháng');
      type('deadlines', name, 'month', '');
    }
  };
  const [first] = messages(monthly);
  expect(first).toBe(
    'D3 Đã có bảng tính của năm 2025, nên không đổi sang cách tính hạn theo kỳ dài ngắn khác được; hãy chọn lại cách tính hạn.',
  );
  expect(messages(monthly, ['2026-02'])).toEqual([]);
});

test('one kind of units alone cannot change to months: a workbook is of one period', () => {
  const alone = ({ type }: Edit) => {
    type('deadlines', commune, 'rule', 'Hằng tháng');
    type('deadlines', commune, 'month', '');
  };
  const [first = ''] = messages(alone, []);
  expect(first).toContain('D4 Các loại đơn vị phải nộp biểu mẫu');
  expect(first).toContain('“Hằng tháng”');
});
