/** What a refused submission told of a row follows the row, and is silent once the row is another or the list is sent. */
import { expect, it } from 'vitest';
import type { CheckedTab } from '../../functions/domain/check-tab.ts';
import type { Problem } from '../../functions/domain/problem.ts';
import type { RawRow } from '../../functions/domain/row.ts';
import { forgetTold, keepTold, type ToldAtSending, withTold } from '../../functions/lists/told-at-sending.ts';
import { paths } from '../../functions/records.ts';

const now = new Date('2025-01-08T08:00:00+07:00');
const about = { planId: 'kh', period: '2025', unitId: '31843', parentId: '956', spreadsheetId: 'sheet' };
const path = paths.toldAtSending('kh', '31843', '2025');

const raw = (rowId: string, line: number, name: string): RawRow => ({ rowId, line, cells: { name } });
const unread = (line: number): Problem => ({
  code: 'photo-unreadable',
  severity: 'warning',
  tab: 'Xã',
  line,
  column: 'photoUrl',
  a1: `C${line}`,
  params: { value: 'x', why: 'access' },
});
const tab = (rows: RawRow[], problems: Problem[] = []): CheckedTab => ({
  rows: [],
  raw: rows,
  problems,
  columns: new Map([
    ['name', 1],
    ['photoUrl', 2],
  ]),
});

const sent = [raw('a', 3, 'An'), raw('b', 4, 'Bình')];
const [kept] = keepTold(undefined, about, sent, [unread(4)], now);
const told = (kept as { data: ToldAtSending }).data;
const shown = (rows: RawRow[], problems?: Problem[]) => withTold(tab(rows, problems), told, 'Xã').problems;

it('stands at its row wherever that has been moved to', () => {
  expect(shown(sent)).toEqual([unread(4)]);
  expect(shown([raw('b', 9, 'Bình'), raw('a', 3, 'An')])).toEqual([unread(9)]);
});

it('is silent once a cell of the row is another, the row is gone, or its number stands twice', () => {
  expect(shown([raw('a', 3, 'An'), raw('b', 4, 'Bình An')])).toEqual([]);
  expect(shown([raw('a', 3, 'An')])).toEqual([]);
  expect(shown([...sent, raw('b', 5, 'Bình')])).toEqual([]);
});

it('stands before what the sheet says of the same cell, and beside what it says of others', () => {
  const warning: Problem = { ...unread(4), code: 'photo-without-alt', params: {} };
  const other: Problem = { ...unread(3), code: 'required-blank', severity: 'error', params: {} };
  expect(shown(sent, [warning, other])).toEqual([other, unread(4)]);
});

it('keeps of unknown names only that there were some: other lists may answer them', () => {
  const unknown: Problem = {
    ...unread(4),
    code: 'reference-none',
    severity: 'error',
    params: { value: 'x' },
  };
  expect(keepTold(undefined, about, sent, [unknown], now)).toMatchObject([
    { kind: 'put', path, data: { rows: [], namesUnknown: true } },
    {},
  ]);
});

it('is put away by the list that is sent, or refused for other things', () => {
  const before = { path, version: '1', data: told };
  const deleted = { kind: 'delete', path };
  expect(forgetTold(before, 'sheet', now)).toContainEqual(deleted);
  expect(keepTold(before, about, sent, [], now)).toContainEqual(deleted);
  expect(forgetTold(undefined, 'sheet', now)).toEqual([]);
  expect(keepTold(undefined, about, sent, [], now)).toEqual([]);
});
