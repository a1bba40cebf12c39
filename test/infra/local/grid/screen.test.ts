/** What the grid's page works out by itself: what was typed and pasted, what changed, which commands are carried out. */
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toSheetData, toStyle } from '../../../../infra/local/grid/browser/book-data.ts';
import { decide } from '../../../../infra/local/grid/browser/commands.ts';
import { difference } from '../../../../infra/local/grid/browser/difference.ts';
import { toBlocks, toPaste, typedText } from '../../../../infra/local/grid/browser/edits.ts';
import type { GridCell, GridTab } from '../../../../infra/local/workspace/sheets/grid-view.ts';

const aTab = (cells: GridCell[], change: Partial<GridTab> = {}): GridTab => ({
  sheetId: 7,
  title: 'Xã Ninh Hòa',
  hidden: false,
  rowCount: 20,
  columnCount: 6,
  frozenRows: 2,
  frozenColumns: 0,
  widths: [null, 200],
  heights: [44],
  hiddenRows: [1],
  hiddenColumns: [0],
  merges: [],
  closed: [],
  lists: [],
  styles: [{}, { background: '#f8d2cf' }],
  cells,
  ...change,
});

describe('what was typed', () => {
  it.each([
    [{ v: '15/01/1985' }, '15/01/1985'],
    [{ v: 5 }, '5'],
    [{ v: null }, ''],
    [null, ''],
    [{ f: '=1+1', v: 2 }, '=1+1'],
    [{ p: { body: { dataStream: 'dòng một\rdòng hai\r\n' } } }, 'dòng một\ndòng hai'],
    [{ s: { bl: 1 } }, undefined],
  ])('is the text of %j', (cell, text) => {
    expect(typedText(cell as never)).toBe(text);
  });

  it('makes one block of cells that form a rectangle, and several of others', () => {
    expect(toBlocks({ 2: { 3: { v: 'a' }, 4: { v: 'b' } }, 3: { 3: { v: 'c' }, 4: null } })).toEqual([
      {
        row: 2,
        column: 3,
        values: [
          ['a', 'b'],
          ['c', ''],
        ],
      },
    ]);
    expect(toBlocks({ 2: { 3: { v: 'a' }, 5: { v: 'b' } }, 4: { 3: { v: 'c' } } })).toHaveLength(3);
  });
});

describe('a pasted text', () => {
  it('comes back cell by cell, whatever stands in the cells', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (width, rows) => {
          const values = rows.map((row) => ['x', ...row.slice(0, width)]);
          const text = Papa.unparse(values, { delimiter: '\t', newline: '\n' });
          expect(toPaste(`${text}\r\n`, { row: 2, column: 1, rows: 1, columns: 1 })?.values).toEqual(values);
        },
      ),
    );
  });

  it('fills a selection that is a multiple of it, and ignores another', () => {
    expect(toPaste('a\tb', { row: 2, column: 1, rows: 2, columns: 4 })?.values).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
    expect(toPaste('a\tb\nc\td', { row: 2, column: 1, rows: 3, columns: 1 })?.values).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('that is blank is nothing', () => {
    expect(toPaste('', { row: 0, column: 0, rows: 1, columns: 1 })?.values ?? [['']]).toEqual([['']]);
  });
});

describe('what changed', () => {
  it('names new, changed and emptied cells and their notes', () => {
    const before = aTab([
      [2, 1, 'cũ', 0, ''],
      [3, 1, 'như cũ', 0, 'ghi chú'],
      [4, 1, 'mất', 0, 'ghi chú mất'],
    ]);
    const after = aTab([
      [2, 1, 'mới', 1, 'sai'],
      [3, 1, 'như cũ', 0, 'ghi chú'],
    ]);
    expect(difference(before, after)).toEqual({
      isReshaped: false,
      cells: [
        [2, 1, 'mới', 1, 'sai'],
        [4, 1, '', -1, ''],
      ],
      notes: [
        { row: 2, column: 1, note: 'sai' },
        { row: 4, column: 1, note: '' },
      ],
    });
  });

  it('sees a colour although the style has another number', () => {
    const before = aTab([[2, 1, 'a', 1, '']]);
    const same = aTab([[2, 1, 'a', 0, '']], { styles: [{ background: '#f8d2cf' }] });
    expect(difference(before, same).cells).toEqual([]);
    expect(difference(before, aTab([[2, 1, 'a', 0, '']])).cells).toHaveLength(1);
  });

  it('asks for drawing anew when rows came or something was closed', () => {
    expect(difference(aTab([]), aTab([], { rowCount: 21 })).isReshaped).toBe(true);
    const closed = [{ top: 2, bottom: 9, left: 3, right: 4 }];
    expect(difference(aTab([]), aTab([], { closed })).isReshaped).toBe(true);
  });
});

const measure = (text: string): number => text.length * 7;

describe('the drawing', () => {
  it('makes a row as high as its wrapped text needs, unless somebody gave it a height', () => {
    const long = 'một dòng dài '.repeat(20);
    const tab = aTab(
      [
        [0, 1, long, 0, ''],
        [2, 1, long, 0, ''],
        [3, 1, long, 1, ''],
        [4, 1, 'hai\ndòng', 1, ''],
      ],
      { styles: [{ wrap: 'wrap' }, {}] },
    );
    const { rowData } = toSheetData(tab, new Set(), measure);
    expect(rowData[0]).toMatchObject({ h: 44 });
    expect(rowData[2]?.h).toBeGreaterThan(100);
    expect(rowData[3]).toBeUndefined();
    expect(rowData[4]?.h).toBeGreaterThan(30);
  });

  it('keeps every text a text, hides what is hidden and greys what is closed', () => {
    const closed = [{ top: 2, bottom: 4, left: 3, right: 4 }];
    const sheet = toSheetData(aTab([[2, 1, '0912', 0, '']], { closed }), new Set(), measure);
    expect(sheet.cellData[2]?.[1]).toMatchObject({ v: '0912', t: 1, s: { n: { pattern: '@' } } });
    expect(sheet.cellData[3]?.[3]).toMatchObject({ s: { bg: { rgb: '#f1f3f4' } } });
    expect(sheet.rowData[1]).toMatchObject({ hd: 1 });
    expect(sheet.columnData[0]).toMatchObject({ hd: 1 });
    expect(sheet.columnData[1]).toMatchObject({ w: 200 });
  });

  it('says at the name that a tab is closed as a whole, and greys nothing in it', () => {
    const closed = [{ top: 0, bottom: 20, left: 0, right: 6 }];
    const sheet = toSheetData(aTab([], { closed }), new Set(), measure);
    expect(sheet.name).toBe('Xã Ninh Hòa (chỉ xem)');
    expect(sheet.cellData).toEqual({});
  });

  it('lets a mark win over the grey of what is closed', () => {
    expect(toStyle({ background: '#f8d2cf' }, true)).toMatchObject({ bg: { rgb: '#f8d2cf' } });
  });
});

describe('a command', () => {
  it.each([
    ['sheet.command.set-range-values', 'allow'],
    ['sheet.command.move-selection-enter-tab', 'allow'],
    ['sheet.command.insert-row-before', { kind: 'insertRows', below: false }],
    ['sheet.command.insert-multi-rows-after', { kind: 'insertRows', below: true }],
    ['sheet.command.remove-row-confirm', { kind: 'deleteRows' }],
    ['sheet.command.remove-sheet-confirm', { kind: 'refuse' }],
    ['sheet.command.set-range-bold', { kind: 'refuse' }],
    ['sheet.command.move-range', { kind: 'refuse' }],
    ['sheet.operation.rename-sheet', { kind: 'refuse' }],
    ['univer.command.cut', { kind: 'refuse' }],
  ])('%s is decided', (id, decision) => {
    expect(decide(id, {})).toEqual(decision);
  });

  it('that pastes is handed over with its text', () => {
    expect(decide('sheet.command.paste-by-short-key', { textContent: 'a\tb' })).toEqual({
      kind: 'paste',
      text: 'a\tb',
    });
  });
});
