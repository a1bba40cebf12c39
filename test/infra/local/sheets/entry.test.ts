/** What typing makes of a text, cell by cell: the traps that lose telephone numbers and dates. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowSerial, toParts, toSerial } from '../../../../infra/local/workspace/sheets/dates.ts';
import { parseEntry } from '../../../../infra/local/workspace/sheets/entry.ts';
import { shownText } from '../../../../infra/local/workspace/sheets/number-text.ts';

const vi = { locale: 'vi_VN', year: () => 2025 };
const day = (year: number, month: number, date: number) => toSerial(year, month, date) as number;

describe('typing in vi_VN', () => {
  it.each([
    ['1.234', 1234, 'NUMBER'],
    ['1.234.567,5', 1_234_567.5, 'NUMBER'],
    ['1,5', 1.5, undefined],
    ['-3', -3, undefined],
    ['(3)', -3, undefined],
    ['0912345678', 912_345_678, undefined],
    ['+84912345678', 84_912_345_678, undefined],
    ['50%', 0.5, 'PERCENT'],
    ['12,5%', 0.125, 'PERCENT'],
    ['1e3', 1000, 'SCIENTIFIC'],
    ['1.000 ₫', 1000, 'CURRENCY'],
    ['15/01', day(2025, 1, 15), 'DATE'],
    ['15-1', day(2025, 1, 15), 'DATE'],
    ['15/01/2024', day(2024, 1, 15), 'DATE'],
    ['15/1/24', day(2024, 1, 15), 'DATE'],
    ['2024-01-15', day(2024, 1, 15), 'DATE'],
    ['01/2025', day(2025, 1, 1), 'DATE'],
    ['15/01/2024 12:00', day(2024, 1, 15) + 0.5, 'DATE_TIME'],
    ['06:00', 0.25, 'TIME'],
  ])('reads %s as a number', (typed, value, type) => {
    const entry = parseEntry(typed, vi);
    expect(entry.content).toEqual({ value });
    expect(entry.format?.type).toBe(type);
  });

  it.each([
    '0912 345 678',
    '1.23',
    '1,2,3',
    '31/02/2024',
    '01/15/2025',
    '1.2345',
    'abc',
    '12 hộ',
    '24:61',
    '-',
    '%',
    '.',
    '(1',
    'Ấp 4',
  ])('keeps %s as text', (typed) => {
    expect(parseEntry(typed, vi)).toEqual({ content: { value: typed } });
  });

  it.each([
    ['TRUE', { value: true }],
    ['false', { value: false }],
    ["'0912", { value: '0912' }],
    ['=1+1', { formula: '=1+1' }],
    ['+A1', { formula: '=A1' }],
    ['=', { value: '=' }],
  ])('reads %s by its first sign', (typed, content) => {
    expect(parseEntry(typed, vi).content).toEqual(content);
  });

  it.each(['=1+1', '15/01', '0912345678', 'TRUE', '1.234'])('keeps %s in a cell of plain text', (typed) => {
    expect(parseEntry(typed, { ...vi, format: { type: 'TEXT' } })).toEqual({ content: { value: typed } });
  });

  it('leaves the date format of a cell as it is', () => {
    const format = { type: 'DATE', pattern: 'dd/MM/yyyy' };
    expect(parseEntry('5/1/2025', { ...vi, format })).toEqual({ content: { value: day(2025, 1, 5) } });
  });
});

it('reads US numbers and dates in en_US', () => {
  const us = { locale: 'en_US', year: () => 2025 };
  expect(parseEntry('1,234.5', us).content).toEqual({ value: 1234.5 });
  expect(parseEntry('1/15', us).content).toEqual({ value: day(2025, 1, 15) });
  expect(parseEntry('15/01/2025', us).content).toEqual({ value: '15/01/2025' });
});

it('reads back every number that it shows', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
      const number = Number(`${whole}.${tenth}`);
      for (const format of [undefined, { type: 'NUMBER', pattern: '#,##0.0' }]) {
        expect(parseEntry(shownText(number, format, 'vi_VN'), vi).content).toEqual({ value: number });
      }
    }),
  );
});

it('reads back every date that it shows', () => {
  fc.assert(
    fc.property(fc.integer({ min: day(1930, 1, 1), max: day(2100, 1, 1) }), (serial) => {
      const text = shownText(serial, { type: 'DATE', pattern: 'dd/MM/yyyy' }, 'vi_VN');
      expect(parseEntry(text, vi).content).toEqual({ value: serial });
    }),
  );
});

it('never fails on any text, and never invents a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const { content } = parseEntry(typed, vi);
      if (content.formula !== undefined) expect(typed).toMatch(/^[=+]/);
      else expect(content.value).toBeDefined();
    }),
  );
});

describe('showing numbers in vi_VN', () => {
  it.each([
    [1234.5, undefined, '1234,5'],
    [1 / 3, undefined, '0,3333333333'],
    [0.1 + 0.2, undefined, '0,3'],
    [1e15, undefined, '1E+15'],
    [1234.5, { type: 'NUMBER', pattern: '#,##0' }, '1.235'],
    [1234.5, { type: 'NUMBER', pattern: '#,##0.00' }, '1.234,50'],
    [-5, { type: 'NUMBER', pattern: '0;(0)' }, '(5)'],
    [0.125, { type: 'PERCENT', pattern: '0.0%' }, '12,5%'],
    [7, { type: 'NUMBER', pattern: '000' }, '007'],
    [1000, { type: 'CURRENCY', pattern: '#,##0\\ [$₫]' }, '1.000 ₫'],
    [3, { type: 'NUMBER', pattern: '0" hộ"' }, '3 hộ'],
    [912_345_678, { type: 'TEXT' }, '912345678'],
    [day(2025, 1, 5), { type: 'DATE' }, '05/01/2025'],
    [day(2025, 1, 5), { type: 'DATE', pattern: 'd/m/yy' }, '5/1/25'],
    [day(2025, 1, 5) + 0.3, { type: 'DATE_TIME', pattern: 'HH:mm dd/mm/yyyy' }, '07:12 05/01/2025'],
    [0.75, { type: 'TIME', pattern: 'h:mm am/pm' }, '6:00 PM'],
  ])('shows %d by %o as %s', (value, format, text) => {
    expect(shownText(value, format, 'vi_VN')).toBe(text);
  });
});

it('takes the year of an incomplete date from the clock of the place', () => {
  const newYear = new Date('2024-12-31T17:30:00Z');
  expect(toParts(nowSerial(newYear, 'Asia/Ho_Chi_Minh')).year).toBe(2025);
  expect(toParts(nowSerial(newYear, 'Etc/GMT')).year).toBe(2024);
});
