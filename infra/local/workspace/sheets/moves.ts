/**
 * Where rows and columns went: what somebody types at a place seen a moment ago lands in the same row although others
 * have meanwhile inserted, deleted or sorted. Google does the same between its own clients.
 */
import { randomUUID } from 'node:crypto';
import type { Side } from './dimensions.ts';
import type { Area } from './model.ts';

export type Move = { sheetId: number } & (
  | { kind: 'inserted'; side: Side; at: number; count: number }
  | { kind: 'deleted'; side: Side; at: number; end: number }
  /** Line `order[n]` is now line n. */
  | { kind: 'relocated'; side: Side; order: readonly number[] }
  /** Contents of the area only: row `top + n` holds what was in `order[n]`. */
  | { kind: 'sorted'; area: Area; order: readonly number[] }
);

export interface Place {
  sheetId: number;
  row: number;
  column: number;
}

export interface MoveLog {
  /** What a reader has seen when it reads now. */
  revision(bookId: string): string;
  record(bookId: string, moves: readonly Move[]): void;
  /** The place now; 'gone' when its line was deleted; 'unknown' when the revision is not remembered. */
  follow(bookId: string, seen: string, place: Place): Place | 'gone' | 'unknown';
}

/** Enough for hours of work in one sheet. */
const remembered = 2000;

export function createMoveLog(): MoveLog {
  // Another run has another log: its revisions are unknown here.
  const run = randomUUID().slice(0, 8);
  const logs = new Map<string, { count: number; moves: Move[] }>();
  const logOf = (bookId: string) => {
    const log = logs.get(bookId) ?? { count: 0, moves: [] };
    logs.set(bookId, log);
    return log;
  };
  return {
    revision: (bookId) => `${run}.${logOf(bookId).count}`,
    record(bookId, moves) {
      const log = logOf(bookId);
      log.count += moves.length;
      log.moves = [...log.moves, ...moves].slice(-remembered);
    },
    follow(bookId, seen, place) {
      const log = logOf(bookId);
      const [seenRun, count] = seen.split('.');
      const missed = log.count - Number(count);
      if (seenRun !== run || !(missed >= 0) || missed > log.moves.length) return 'unknown';
      let now: Place = place;
      for (const move of log.moves.slice(log.moves.length - missed)) {
        const next = move.sheetId === now.sheetId ? moved(now, move) : now;
        if (!next) return 'gone';
        now = next;
      }
      return now;
    },
  };
}

function moved(place: Place, move: Move): Place | undefined {
  if (move.kind === 'sorted') {
    const { area, order } = move;
    const isInside =
      place.row >= area.top &&
      place.row < area.top + order.length &&
      place.column >= area.left &&
      place.column < area.right;
    return isInside ? { ...place, row: area.top + order.indexOf(place.row) } : place;
  }
  const axis = move.side;
  const line = lineAfter(place[axis], move);
  return line === undefined ? undefined : { ...place, [axis]: line };
}

function lineAfter(line: number, move: Exclude<Move, { kind: 'sorted' }>): number | undefined {
  switch (move.kind) {
    case 'inserted':
      return line >= move.at ? line + move.count : line;
    case 'deleted':
      if (line >= move.at && line < move.end) return undefined;
      return line >= move.end ? line - (move.end - move.at) : line;
    case 'relocated':
      return move.order.indexOf(line);
  }
}
