/** Protected ranges: whom they stop, where, and whom they never stop. */
import { describe, expect, it } from 'vitest';
import { area, clerk, oneTab, robot, rows } from '../../../support/sheets-workspace.ts';

const refusal =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const other = 'nguoi.khac@xa-b.local';

/** Column A is the robot's, the rest everybody's. */
function withIdColumn() {
  const book = oneTab();
  book.write('A1', [
    ['id', 'tên'],
    ['k2', 'b'],
    ['k1', 'a'],
  ]);
  const columnA = { sheetId: 7, startColumnIndex: 0, endColumnIndex: 1 };
  const protect = (more: object = {}) =>
    book.batch([
      { addProtectedRange: { protectedRange: { range: columnA, editors: { users: [] }, ...more } } },
    ]);
  return { ...book, protect };
}

/** Machine tab for nobody but the robot; or a unit tab where only B2:C5 is for people. */
function withWholeSheet(more: object) {
  const book = oneTab();
  book.batch([
    {
      addProtectedRange: { protectedRange: { range: { sheetId: 7 }, editors: { users: [clerk] }, ...more } },
    },
  ]);
  return book;
}

describe('a protected column', () => {
  const sortBy = (left: number) => ({
    sortRange: { range: area(1, 3, left, 2), sortSpecs: [{ dimensionIndex: 1 }] },
  });

  it.each([
    [
      'a value',
      { updateCells: { start: { sheetId: 7 }, rows: [{ values: [{}] }], fields: 'userEnteredValue' } },
    ],
    ['a note', { repeatCell: { range: area(0, 1, 0, 1), cell: { note: 'n' }, fields: 'note' } }],
    ['a sort across it', sortBy(0)],
    ['a paste across it', { pasteData: { coordinate: { sheetId: 7 }, data: 'x\ty', delimiter: '\t' } }],
    ['a deleted row', { deleteDimension: { range: rows(1, 2) } }],
    ['an inserted row', { insertDimension: { range: rows(1, 2) } }],
    ['a merge', { mergeCells: { range: area(0, 1, 0, 2) } }],
    ['validation', { setDataValidation: { range: area(0, 1, 0, 1) } }],
    [
      'a cut out of it',
      { cutPaste: { source: area(0, 1, 0, 1), destination: { sheetId: 7, columnIndex: 3 } } },
    ],
    ['appended cells', { appendCells: { sheetId: 7, rows: [{ values: [{ note: 'x' }] }], fields: '*' } }],
    ['replaced text', { findReplace: { find: 'k', replacement: 'x', sheetId: 7 } }],
  ])('stops %s by others', (_what, request) => {
    const { batch, protect, read } = withIdColumn();
    protect();
    const name = Object.keys(request)[0];
    expect(() => batch([request], clerk)).toThrow(`Invalid requests[0].${name}: ${refusal}`);
    expect(read()).toEqual([
      ['id', 'tên'],
      ['k2', 'b'],
      ['k1', 'a'],
    ]);
  });

  it('leaves the cells beside it free', () => {
    const { batch, protect, write, read } = withIdColumn();
    protect();
    write('B2', [['c']], 'RAW', clerk);
    batch([sortBy(1), { copyPaste: { source: area(0, 1, 0, 1), destination: area(5, 6, 2, 3) } }], clerk);
    expect(read('B2:B3')).toEqual([['a'], ['c']]);
    expect(() => write('A2', [['x']], 'RAW', clerk)).toThrow(refusal);
  });

  it('never stops the owner', () => {
    const { batch, protect, write } = withIdColumn();
    protect();
    write('A2', [['x']]);
    expect(batch([{ deleteDimension: { range: rows(1, 2) } }]).replies).toEqual([{}]);
  });

  it.each([
    ['only warns', { warningOnly: true }],
    ['lists them', { editors: { users: [clerk.toUpperCase()] } }],
    ['lists nobody apart', { editors: undefined }],
  ])('lets people edit when it %s', (_what, more) => {
    const { protect, write, read } = withIdColumn();
    protect(more);
    write('A2', [['x']], 'RAW', clerk);
    expect(read('A2')).toEqual([['x']]);
  });

  it('may be open to the whole domain of the owner', () => {
    const { protect, write } = withIdColumn();
    protect({ editors: { domainUsersCanEdit: true } });
    write('A2', [['x']], 'RAW', 'ai.do@guong-sang.local');
    expect(() => write('A2', [['x']], 'RAW', clerk)).toThrow(refusal);
  });

  it('can be changed or removed only by those who may edit it', () => {
    const { protect, batch, write, get } = withIdColumn();
    const { replies } = protect();
    const { protectedRangeId } = replies[0].addProtectedRange.protectedRange;
    expect(() => batch([{ deleteProtectedRange: { protectedRangeId } }], clerk)).toThrow(refusal);
    const protectedRange = { protectedRangeId, editors: { users: [clerk] } };
    expect(() => batch([{ updateProtectedRange: { protectedRange, fields: 'editors' } }], clerk)).toThrow(
      refusal,
    );
    batch([{ updateProtectedRange: { protectedRange, fields: 'editors' } }]);
    expect(get().sheets[0].protectedRanges[0].editors.users).toEqual([robot, clerk]);
    write('A2', [['x']], 'RAW', clerk);
    batch([{ deleteProtectedRange: { protectedRangeId } }], clerk);
    expect(get().sheets[0].protectedRanges).toBeUndefined();
  });

  it('tells who may edit only to those who may', () => {
    const { protect, get } = withIdColumn();
    protect();
    expect(get({}, robot).sheets[0].protectedRanges[0]).toMatchObject({
      requestingUserCanEdit: true,
      editors: { users: [robot] },
    });
    const seen = get({}, clerk).sheets[0].protectedRanges[0];
    expect(seen.editors).toBeUndefined();
    expect(seen.requestingUserCanEdit).toBeUndefined();
  });
});

describe('a protected sheet', () => {
  it('leaves only its unprotected ranges to others', () => {
    const { write, batch } = withWholeSheet({ unprotectedRanges: [area(1, 3, 1, 3), area(3, 5, 1, 3)] });
    write(
      'B2:C5',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
      'RAW',
      other,
    );
    for (const range of ['A2', 'D2', 'B1', 'C6', 'B5:B6']) {
      expect(() => write(range, [['x'], ['y']].slice(0, range.includes(':') ? 2 : 1), 'RAW', other)).toThrow(
        refusal,
      );
    }
    for (const request of [
      { deleteSheet: { sheetId: 7 } },
      { updateSheetProperties: { properties: { sheetId: 7, title: 'x' }, fields: 'title' } },
      { insertDimension: { range: rows(2, 3) } },
      { appendDimension: { sheetId: 7, dimension: 'ROWS', length: 1 } },
      {
        updateDimensionProperties: {
          range: rows(2, 3),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    ]) {
      expect(() => batch([request], other)).toThrow(refusal);
    }
  });

  it('is open to its editors', () => {
    const { write, read } = withWholeSheet({});
    write('A1', [['x']], 'RAW', clerk);
    expect(read()).toEqual([['x']]);
    expect(() => write('A1', [['y']], 'RAW', other)).toThrow(refusal);
  });
});

it('moves with the rows above it', () => {
  const { batch, write } = oneTab();
  batch([
    { addProtectedRange: { protectedRange: { range: area(4, 6, 0, 6), editors: { users: [] } } } },
    { insertDimension: { range: rows(0, 2) } },
  ]);
  write('A5', [['x']], 'RAW', clerk);
  expect(() => write('A7', [['x']], 'RAW', clerk)).toThrow(refusal);
  batch([{ insertDimension: { range: rows(6, 7) } }], clerk);
  expect(() => batch([{ insertDimension: { range: rows(8, 9) } }], clerk)).toThrow(refusal);
});
