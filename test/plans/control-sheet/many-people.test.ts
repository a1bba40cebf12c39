/** A crowd that comes or goes at once is asked about, once, and is one line of the history. */
import { expect, test } from 'vitest';
import { toChanges } from '../../../functions/plans/control-sheet/changes.ts';
import { readControlTabs } from '../../../functions/plans/control-sheet/index.ts';
import { toStatusTab } from '../../../functions/plans/control-sheet/machine-tabs.ts';
import type { ControlState } from '../../../functions/plans/control-sheet/tab.ts';
import { staffEmail } from '../../../infra/local/samples/people.ts';
import { expectAdvice } from '../../support/office-acts.ts';
import { cellsOf, columnOf, type Edit, edited, smallState } from './sheet.ts';

const moment = { now: new Date('2025-01-10T08:00:00+07:00'), periods: ['2025'] };
const read = ({ cells }: Pick<Edit, 'cells'>, base: ControlState = smallState) =>
  readControlTabs(cells, base, moment);

function paste(sheet: Edit, count: number, first = 1): void {
  for (let number = first; number < first + count; number += 1)
    sheet.add('staff', {
      email: `nguoi${number}@vidu.vn`,
      name: `Người Lập Số ${number}`,
      unitId: '31843',
      role: 'Người lập',
    });
}

test('fifty people are taken without a word, one more is asked about at the tab itself', () => {
  const few = edited();
  paste(few, 50);
  expect(read(few).ok).toBe(true);
  const sheet = edited();
  paste(sheet, 51);
  const refused = read(sheet);
  if (refused.ok) throw new Error('taken');
  const [problem] = refused.problems;
  const lines = smallState.staff.length + 51;
  expect(problem).toMatchObject({ code: 'people-many', tab: 'Cán bộ', line: 3, a1: 'E3' });
  expect(problem?.message).toContain(`thêm 51 người, bớt 0 người; đúng ý thì hãy ghi ${lines}`);
  expectAdvice(problem!.message);
});

test('the number of lines confirms this list, and not the next one', () => {
  const sheet = edited();
  paste(sheet, 51);
  const lines = smallState.staff.length + 51;
  sheet.type('staff', staffEmail('clerk', '31843'), 'confirm', lines);
  const taken = read(sheet);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  expect(taken.state.staff.length).toBe(lines);
  paste(sheet, 60, 52);
  expect(read(sheet, taken.state).ok).toBe(false);
  sheet.type('staff', staffEmail('clerk', '31843'), 'confirm', lines + 60);
  expect(read(sheet, taken.state).ok).toBe(true);
});

test('as many who would lose their rights are asked about too', () => {
  const full = edited();
  paste(full, 51);
  full.type('staff', staffEmail('clerk', '31843'), 'confirm', smallState.staff.length + 51);
  const taken = read(full);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  const refused = read(edited(), taken.state);
  expect(refused.ok ? [] : refused.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('thêm 0 người, bớt 51 người'),
  ]);
});

test('a sheet that was made before there was the column reads on, and can be given it', () => {
  const cells = cellsOf(smallState);
  const at = columnOf('staff', 'confirm');
  for (const row of cells.staff.values) row.splice(at, 1);
  expect(read({ cells }).ok).toBe(true);
  cells.staff.values[0]?.push('Xác nhận số dòng');
  for (let number = 1; number <= 60; number += 1)
    cells.staff.values.push([`nguoi${number}@vidu.vn`, `Người Lập Số ${number}`, '31843', 'Người lập']);
  expect(read({ cells }).ok).toBe(false);
  cells.staff.values[2]?.push(smallState.staff.length + 60);
  expect(read({ cells }).ok).toBe(true);
});

test('a crowd is one line of the history, and a version never fills the page', () => {
  const sheet = edited();
  paste(sheet, 5000);
  sheet.type('staff', staffEmail('clerk', '31843'), 'confirm', smallState.staff.length + 5000);
  const taken = read(sheet);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  expect(toChanges(smallState, taken.state)).toEqual(['Cán bộ: thêm 5.000 người']);
  const changes = Array.from({ length: 200 }, (_, index) => `Đổi ${index}`);
  const rows = toStatusTab({
    version: 2,
    since: moment.now,
    timeZone: 'Asia/Ho_Chi_Minh',
    problems: [],
    wrongSince: undefined,
    owed: [],
    ending: [],
    history: [
      { version: 2, at: moment.now, changes },
      { version: 1, at: moment.now, changes: ['Lập sổ'] },
    ],
  });
  expect(rows.length).toBeLessThan(50);
  expect(rows.at(-1)).toContain('Lập sổ');
});
