/** Problems are listed as people go through a sheet. */
import { expect, it } from 'vitest';
import { toA1, toPlace } from '../../functions/domain/a1.ts';
import { inSheetOrder } from '../../functions/domain/problem.ts';

it('reads an address back as it was written', () => {
  for (const [index, line] of [
    [0, 1],
    [25, 13],
    [26, 6],
    [701, 2],
    [702, 400],
  ] as const)
    expect(toPlace(toA1(index, line))).toEqual({ column: index + 1, line });
  expect(toPlace('D5:F9')).toEqual({ column: 4, line: 5 });
  expect(toPlace('5:5')).toEqual({ column: 0, line: 5 });
});

it('goes line by line, a line before its cells, AA after Z, and names last what concerns the whole list', () => {
  const found = [
    { line: 13, a1: 'F13' },
    { line: 6, a1: 'AA6' },
    { line: 6, a1: 'Z6' },
    { a1: 'B7:B9' },
    { line: 6 },
    { line: 6, a1: 'D6' },
    {},
  ];
  expect(inSheetOrder(found).map(({ line, a1 }) => a1 ?? line ?? '')).toEqual([
    6,
    'D6',
    'Z6',
    'AA6',
    'B7:B9',
    'F13',
    '',
  ]);
});
