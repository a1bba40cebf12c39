/** A place followed through what others did meanwhile, against a sheet whose every row carries a name. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { carryBlocks } from '../../../../infra/local/grid/blocks.ts';
import { toRequests } from '../../../../infra/local/grid/lines.ts';
import { createMoveLog, type Move } from '../../../../infra/local/workspace/sheets/moves.ts';

const bookId = 'sổ';
const sheetId = 7;
const rowCount = 8;

type Act =
  | { kind: 'insert'; at: number; count: number }
  | { kind: 'delete'; at: number; count: number }
  | { kind: 'relocate' | 'sort'; seed: number };

let made = 0;
const at = fc.nat({ max: 30 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), at, count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('delete' as const), at, count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constantFrom('relocate' as const, 'sort' as const), seed: fc.nat({ max: 999 }) }),
  ),
  { maxLength: 12 },
);

/** Names of the rows after the act, and how the log tells it. */
function play(rows: string[], act: Act): { rows: string[]; move: Move } {
  if (act.kind === 'insert') {
    const place = act.at % (rows.length + 1);
    const added = Array.from({ length: act.count }, () => {
      made += 1;
      return `mới ${made}`;
    });
    return {
      rows: rows.toSpliced(place, 0, ...added),
      move: { sheetId, kind: 'inserted', side: 'row', at: place, count: act.count },
    };
  }
  if (act.kind === 'delete') {
    const place = act.at % Math.max(1, rows.length);
    const end = Math.min(rows.length, place + act.count);
    return {
      rows: rows.toSpliced(place, end - place),
      move: { sheetId, kind: 'deleted', side: 'row', at: place, end },
    };
  }
  const order = rows
    .map((_, index) => index)
    .sort((a, b) => ((a * act.seed) % 31) - ((b * act.seed) % 31) || a - b);
  const next = order.map((from) => rows[from] as string);
  const area = { top: 0, bottom: rows.length, left: 0, right: 9 };
  return {
    rows: next,
    move:
      act.kind === 'sort'
        ? { sheetId, kind: 'sorted', area, order }
        : { sheetId, kind: 'relocated', side: 'row', order },
  };
}

it('finds every row where it went, and knows which are gone', () => {
  fc.assert(
    fc.property(acts, acts, (before, meanwhile) => {
      const log = createMoveLog();
      let rows = Array.from({ length: rowCount }, (_, index) => `dòng ${index}`);
      const run = (act: Act): void => {
        const next = play(rows, act);
        rows = next.rows;
        log.record(bookId, [next.move]);
      };
      before.forEach(run);
      const seenRows = rows;
      const seen = log.revision(bookId);
      meanwhile.forEach(run);
      for (const [row, name] of seenRows.entries()) {
        const now = rows.indexOf(name);
        expect(log.follow(bookId, seen, { sheetId, row, column: 2 })).toEqual(
          now < 0 ? 'gone' : { sheetId, row: now, column: 2 },
        );
      }
    }),
  );
});

it('leaves other tabs, other spreadsheets and cells beside a sorted area where they are', () => {
  const log = createMoveLog();
  const seen = log.revision(bookId);
  log.record('sổ khác', [{ sheetId, kind: 'inserted', side: 'row', at: 0, count: 5 }]);
  log.record(bookId, [
    { sheetId: 8, kind: 'inserted', side: 'row', at: 0, count: 5 },
    { sheetId, kind: 'sorted', area: { top: 2, bottom: 4, left: 0, right: 3 }, order: [3, 2] },
  ]);
  expect(log.follow(bookId, seen, { sheetId, row: 2, column: 1 })).toEqual({ sheetId, row: 3, column: 1 });
  expect(log.follow(bookId, seen, { sheetId, row: 2, column: 3 })).toEqual({ sheetId, row: 2, column: 3 });
  expect(log.follow(bookId, seen, { sheetId, row: 1, column: 1 })).toEqual({ sheetId, row: 1, column: 1 });
});

it('says that a revision of another run is unknown', () => {
  const old = createMoveLog().revision(bookId);
  expect(createMoveLog().follow(bookId, old, { sheetId, row: 1, column: 1 })).toBe('unknown');
});

it('carries a block through an insertion, tears it where rows parted, and keeps what has no row', () => {
  const log = createMoveLog();
  const seen = log.revision(bookId);
  log.record(bookId, [
    { sheetId, kind: 'inserted', side: 'row', at: 4, count: 1 },
    { sheetId, kind: 'deleted', side: 'row', at: 5, end: 6 },
  ]);
  const values = [
    ['a', 'b'],
    ['c', 'd'],
    ['e', ''],
    ['g', 'h'],
  ];
  expect(carryBlocks(log, { bookId, sheetId, seen }, [{ row: 2, column: 3, values }])).toEqual({
    blocks: [
      {
        row: 2,
        column: 3,
        values: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      { row: 5, column: 3, values: [['g', 'h']] },
    ],
    lost: ['e'],
    isUnknown: false,
  });
});

it('deletes the rows that were meant, from the bottom up, and not those that are gone', () => {
  const log = createMoveLog();
  const seen = log.revision(bookId);
  log.record(bookId, [
    { sheetId, kind: 'deleted', side: 'row', at: 3, end: 4 },
    { sheetId, kind: 'inserted', side: 'row', at: 0, count: 2 },
  ]);
  const tab = { sheetId, frozenRows: 2, rowCount: 20, columnCount: 5 };
  const requests = toRequests({ kind: 'delete', row: 2, count: 3 }, { moves: log, bookId, seen, tab });
  expect(requests).toEqual(
    [5, 4].map((startIndex) => ({
      deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } },
    })),
  );
});
