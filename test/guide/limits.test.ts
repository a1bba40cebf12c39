/** A column's rules in words. */
import { describe, expect, it } from 'vitest';
import type { Column } from '../../functions/domain/form.ts';
import { limitWords, requiredWords, visibilityWord } from '../../functions/guide/limits.ts';
import { smallPlan } from '../support/office.ts';

const column = (over: Partial<Column>): Column => ({
  key: 'x',
  header: 'X',
  help: '',
  example: '',
  type: 'text',
  visibility: 'public',
  width: 100,
  ...over,
});

describe('limits', () => {
  it.each<[Partial<Column>, string]>([
    [{ min: 4, max: 150 }, 'Từ 4 đến 150 ký tự, viết liền một dòng'],
    [{}, 'Viết liền một dòng'],
    [{ type: 'longText', min: 150, max: 1500 }, 'Từ 150 đến 1.500 ký tự'],
    [{ type: 'longText', max: 400 }, 'Không quá 400 ký tự'],
    [{ type: 'integer', min: 1900, max: 2100 }, 'Số nguyên từ 1900 đến 2100'],
    [{ type: 'integer', min: 1, max: 100_000 }, 'Số nguyên từ 1 đến 100.000'],
    [{ type: 'date', min: '1950-01-01' }, 'Ngày/tháng/năm, từ 01/01/1950 trở đi'],
    [{ type: 'date' }, 'Ngày/tháng/năm'],
    [{ type: 'link', max: 500 }, 'Liên kết bắt đầu bằng https://, không quá 500 ký tự'],
    [{ type: 'choice', choices: ['Ông', 'Bà'] }, 'Chọn một: Ông; Bà'],
  ])('of %o read “%s”', (over, words) => {
    expect(limitWords(column(over))).toBe(words);
  });
});

describe('who must', () => {
  it.each<[Partial<Column>, string]>([
    [{ required: 'all' }, 'Bắt buộc'],
    [{ required: ['individual'], onlyFor: ['individual'] }, 'Bắt buộc với cá nhân'],
    [
      { required: ['model'], onlyFor: ['collective', 'model'] },
      'Bắt buộc với mô hình; chỉ với tập thể, mô hình',
    ],
    [{ onlyFor: ['collective'] }, 'Không bắt buộc; chỉ với tập thể'],
    [{}, 'Không bắt buộc'],
  ])('%o reads “%s”', (over, words) => {
    expect(requiredWords(column(over))).toBe(words);
  });
});

describe('who sees', () => {
  it('an internal column: no citizen', () => {
    expect(visibilityWord(column({ visibility: 'internal' }), smallPlan)).toBe('Nội bộ');
    expect(visibilityWord(column({}), smallPlan)).toBe('Công khai');
  });

  it('a year of birth: citizens only where the plan says so', () => {
    const year = column({ key: 'birthYear' });
    const open = { ...smallPlan, publication: { ...smallPlan.publication, showBirthYear: true } };
    expect(visibilityWord(year, smallPlan)).toBe('Nội bộ');
    expect(visibilityWord(year, open)).toBe('Công khai');
  });
});
