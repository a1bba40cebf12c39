/** Tabs of a spreadsheet: added, copied, renamed, moved, hidden, deleted. */
import { describe, expect, it } from 'vitest';
import { cells, oneTab, refused, text } from '../../../support/sheets-workspace.ts';

describe('tabs', () => {
  it('adds, renames, moves, hides and deletes them', () => {
    const { batch, get } = oneTab();
    const answer = batch([
      {
        addSheet: {
          properties: {
            title: 'B',
            sheetId: 8,
            gridProperties: { rowCount: 5, columnCount: 2, frozenRowCount: 1 },
          },
        },
      },
      { addSheet: { properties: { title: 'C', hidden: true, tabColorStyle: { rgbColor: { red: 1 } } } } },
      { updateSheetProperties: { properties: { sheetId: 8, title: 'Bê', index: 0 }, fields: 'title,index' } },
      { deleteSheet: { sheetId: 7 } },
    ]);
    expect(answer.replies).toHaveLength(4);
    expect(answer.replies[0].addSheet.properties).toMatchObject({ sheetId: 8, title: 'B', index: 1 });
    expect(answer.replies.slice(2)).toEqual([{}, {}]);
    expect(get().sheets.map((sheet: { properties: object }) => sheet.properties)).toMatchObject([
      { title: 'Bê', index: 0, gridProperties: { rowCount: 5, columnCount: 2, frozenRowCount: 1 } },
      { title: 'C', index: 1, hidden: true, tabColorStyle: { rgbColor: { red: 1 } } },
    ]);
  });

  it('copies a tab with everything on it', () => {
    const book = oneTab();
    const { batch, get, call, id, read } = book;
    batch([
      {
        updateCells: {
          start: { sheetId: 7 },
          rows: [{ values: [{ ...text('a'), note: 'n' }] }],
          fields: '*',
        },
      },
      { addProtectedRange: { protectedRange: { range: { sheetId: 7 }, editors: { users: [] } } } },
      { duplicateSheet: { sourceSheetId: 7, newSheetId: 8, newSheetName: 'Xã B', insertSheetIndex: 1 } },
    ]);
    expect(cells(book, "'Xã B'!A1")).toEqual([[{ ...text('a'), note: 'n' }]]);
    const [a, b] = get().sheets.map((sheet: { protectedRanges: object[] }) => sheet.protectedRanges[0]);
    expect(b.range).toEqual({ sheetId: 8 });
    expect(a.protectedRangeId).not.toBe(b.protectedRangeId);
    const other = call('POST', '', { body: {} }).spreadsheetId;
    const copied = call('POST', `/${id}/sheets/7:copyTo`, { body: { destinationSpreadsheetId: other } });
    expect(copied).toMatchObject({ title: 'Copy of Xã A', index: 1 });
    expect(call('GET', `/${other}/values/${copied.title}!A1`).values).toEqual([['a']]);
    batch([
      { updateCells: { start: { sheetId: 8 }, rows: [{ values: [text('b')] }], fields: 'userEnteredValue' } },
    ]);
    expect(read('A1')).toEqual([['a']]);
  });

  it.each([
    [
      { addSheet: { properties: { title: 'xã a' } } },
      'Invalid requests[0].addSheet: A sheet with the name "xã a" already exists. Please enter another name.',
    ],
    [{ addSheet: { properties: { sheetId: 7 } } }, 'already exists'],
    [{ deleteSheet: { sheetId: 7 } }, "You can't remove all the sheets in a document."],
    [{ deleteSheet: { sheetId: 99 } }, 'Invalid requests[0].deleteSheet: No grid with id: 99'],
    [
      { updateSheetProperties: { properties: { sheetId: 7, hidden: true }, fields: 'hidden' } },
      "You can't hide all the sheets in a document.",
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 7, title: 'B' } } },
      "At least one field must be listed in 'fields'.",
    ],
    [
      { updateSpreadsheetProperties: { properties: { timeZone: 'Asia/Sai' }, fields: 'timeZone' } },
      'Invalid time zone: Asia/Sai',
    ],
    [{ addChart: {} }, 'not emulated: addChart'],
    [{}, 'Invalid requests[0]: No request set.'],
  ])('refuses %j', (request, message) => refused([request], message));
});
