/** Whatever people do to rows, no row's content is lost, invented or torn apart. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDraft } from '../../../../infra/local/workspace/sheets/draft.ts';
import { createCalculation } from '../../../../infra/local/workspace/sheets/formula/calculate.ts';
import { createTab, type Spreadsheet } from '../../../../infra/local/workspace/sheets/model.ts';
import { applyRequests, type BatchRequest } from '../../../../infra/local/workspace/sheets/requests/index.ts';

const height = 12;
const actor = { email: 'x', now: new Date(0), random: Math.random };

/** Row n holds its number, a text made of it, and a formula that repeats the first cell of its own row. */
function start(filled: number): Spreadsheet {
  const tab = createTab(0, 'Xã A', { rowCount: height, columnCount: 3 });
  tab.rows = Array.from({ length: filled }, (_, n) => [
    { value: n },
    { value: `dòng ${n}`, note: `ghi ${n}` },
    { formula: `=A${n + 1}` },
  ]);
  const properties = { title: '', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
  return { id: 'x', owner: 'x', properties, tabs: [tab], metadata: [], namedRanges: [] };
}

/** Rows with something in them: number, text, note and computed formula, order aside. */
function contents(book: Spreadsheet): string[] {
  const calculation = createCalculation(book);
  const tab = book.tabs[0]!;
  return tab.rows
    .flatMap((row, index) => {
      const values = [0, 1, 2].map((column) => calculation.valueAt(tab, index, column));
      return values.some((value) => value !== null)
        ? [JSON.stringify([...values, row?.[1]?.note ?? ''])]
        : [];
    })
    .sort();
}

type Edit = { kind: 'insert' | 'delete' | 'sort' | 'move' | 'cut'; a: number; b: number; down: boolean };

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'sort', 'move', 'cut'),
  a: fc.nat({ max: height - 1 }),
  b: fc.nat({ max: height - 1 }),
  down: fc.boolean(),
});

function toRequest({ kind, a, b, down }: Edit, rows: number): BatchRequest {
  const [from, to] = [Math.min(a, b), Math.min(rows, Math.max(a, b) + 1)];
  const lines = (start: number, end: number) => ({
    sheetId: 0,
    dimension: 'ROWS',
    startIndex: start,
    endIndex: end,
  });
  switch (kind) {
    case 'insert':
      return { insertDimension: { range: lines(a, a + 1), inheritFromBefore: down && a > 0 } };
    case 'delete':
      return { deleteDimension: { range: lines(a, a + 1) } };
    case 'sort': {
      const range = {
        sheetId: 0,
        startRowIndex: from,
        endRowIndex: to,
        startColumnIndex: 0,
        endColumnIndex: 3,
      };
      return {
        sortRange: {
          range,
          sortSpecs: [{ dimensionIndex: b % 3, sortOrder: down ? 'DESCENDING' : 'ASCENDING' }],
        },
      };
    }
    case 'move':
      return { moveDimension: { source: lines(from, to), destinationIndex: down ? 0 : rows } };
    case 'cut': {
      // Cut to the empty rows below everything, as a person does who puts a row aside.
      const source = { sheetId: 0, startRowIndex: a, endRowIndex: a + 1 };
      return { cutPaste: { source, destination: { sheetId: 0, rowIndex: rows }, pasteType: 'PASTE_NORMAL' } };
    }
  }
}

it('keeps every row whole through inserting, deleting, sorting, moving and cutting', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: height }), fc.array(edit, { maxLength: 15 }), (filled, edits) => {
      let book = start(filled);
      for (const each of edits) {
        const before = contents(book);
        const tab = book.tabs[0]!;
        if (each.a >= tab.grid.rowCount || (each.kind === 'delete' && tab.grid.rowCount < 3)) continue;
        const gone =
          each.kind === 'delete' ? contents({ ...book, tabs: [{ ...tab, rows: [tab.rows[each.a]] }] }) : [];
        const draft = openDraft(book, actor);
        applyRequests(draft, [toRequest(each, tab.grid.rowCount)]);
        const text = (line: string): string => (JSON.parse(line) as unknown[])[1] as string;
        const expected = before.filter((line) => !gone.some((lost) => text(lost) === text(line)));
        expect(contents(draft.book)).toEqual(expected);
        // The spreadsheet before the draft is as it was.
        expect(contents(book)).toEqual(before);
        book = draft.book;
      }
    }),
    { numRuns: 200 },
  );
});

it('copies onto free rows exactly what was there, once more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: height }), fc.nat({ max: height - 1 }), (filled, row) => {
      const book = start(filled);
      const draft = openDraft(book, actor);
      const range = (top: number) => ({
        sheetId: 0,
        startRowIndex: top,
        endRowIndex: top + 1,
        startColumnIndex: 0,
        endColumnIndex: 3,
      });
      applyRequests(draft, [
        { copyPaste: { source: range(row), destination: range(height), pasteType: 'PASTE_NORMAL' } },
      ]);
      const copied = contents(book).filter((line) => line.startsWith(`[${row},`));
      expect(contents(draft.book)).toEqual([...contents(book), ...copied].sort());
    }),
  );
});
