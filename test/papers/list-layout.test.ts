/** What of a row stands on paper: what is printed, what never is, and forms that nobody has laid out. */
import { expect, it } from 'vitest';
import type { Column, Form } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import {
  cellOf,
  layoutOf,
  listWidth,
  ordinalWidth,
  printedValue,
  rowName,
} from '../../functions/papers/list-layout.ts';
import { aRow } from '../domain/people.ts';

const cellsOf = (form: Form, values: Record<string, string | number>): string[] =>
  layoutOf(form).columns.map((column) => cellOf(form, aRow(1, values), column));

it('prints a person line by line, years without a dot, counts with one', () => {
  const cells = cellsOf(exemplarForm, {
    honorific: 'Bà',
    birthYear: 1985,
    memberCount: 1234,
    position: 'Nông dân',
    affiliation: 'Trong Nhân dân',
  });
  expect(cells[0]).toBe('Bà Nguyễn Thị Hoa 1\nSinh năm 1985\nSố thành viên: 1.234');
  expect(cells[1]).toBe('Nông dân\nTrong Nhân dân');
  expect(rowName(exemplarForm, aRow(1, { honorific: 'Ông' }))).toBe('Ông Nguyễn Thị Hoa 1');
});

const aColumn = (key: string, header: string, more: Partial<Column> = {}): Column => ({
  key,
  header,
  help: '',
  example: '',
  type: 'text',
  visibility: 'internal',
  width: 120,
  ...more,
});

const secrets: Column[] = [
  aColumn('consentPaper', 'Giấy đồng ý'),
  aColumn('contactPhone', 'Liên hệ'),
  aColumn('tel', 'Số điện thoại'),
  aColumn('underReview', 'Đang bị khiếu nại, tố cáo'),
  aColumn('mail', 'Thư điện tử'),
  aColumn('paper', 'Văn bản', { type: 'link' }),
];

const newForm = (columns: Column[]): Form => ({
  id: 'follow-up',
  version: 1,
  title: 'Danh sách theo dõi',
  rowWord: 'gương',
  flow: 'reviewed',
  kindColumn: 'kind',
  naturalKey: ['kind', 'name'],
  columns: [aColumn('kind', 'Loại'), aColumn('name', 'Họ tên'), ...columns, ...secrets],
});

it('never prints consent, telephones, complaints or addresses of files, of any form', () => {
  for (const form of [...Object.values(forms), newForm([aColumn('result', 'Kết quả')])]) {
    const values = Object.fromEntries(form.columns.map(({ key }) => [key, `<${key}>`]));
    const printed = cellsOf(form, values).join('\n');
    for (const { key } of [...secrets, ...['consent', 'consentDate', 'photoUrl'].map((key) => ({ key }))]) {
      expect(printed).not.toContain(`<${key}>`);
      expect(printedValue(form, aRow(1, values), key)).toBe('');
    }
    expect(printed).toContain('<name>');
  }
});

it.each([1, 4, 6, 12, 30])(
  'lays out a form of %i columns that nobody has laid out, on one page',
  (number) => {
    const keys = Array.from({ length: number }, (_, index) => `column${index}`);
    const form = newForm(keys.map((key) => aColumn(key, `Cột ${key}`, { width: 80 + 10 * key.length })));
    const { columns } = layoutOf(form);
    expect(columns.length).toBeLessThanOrEqual(7);
    expect(columns.reduce((sum, { width }) => sum + width, ordinalWidth)).toBeCloseTo(listWidth);
    const printed = cellsOf(form, Object.fromEntries(keys.map((key) => [key, `<${key}>`]))).join('\n');
    for (const key of keys) expect(printed.split(`<${key}>`)).toHaveLength(2);
  },
);

it('fills the page with the columns of the list of exemplars', () => {
  const { columns } = layoutOf(exemplarForm);
  expect(columns.reduce((sum, { width }) => sum + width, ordinalWidth)).toBe(listWidth);
});
