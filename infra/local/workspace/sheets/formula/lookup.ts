/** Functions that find a cell: VLOOKUP, INDEX, MATCH, ROW and their kind. */
import { intersect } from '../a1.ts';
import { isError } from '../model.ts';
import type { Call } from './evaluate.ts';
import {
  type Computed,
  compareValues,
  failure,
  hasWildcard,
  isRange,
  type RangeValue,
  type Value,
  wildcard,
} from './values.ts';

const missing = (key: Computed) =>
  failure('N_A', `Did not find value '${isError(key) ? '' : (key ?? '')}' in VLOOKUP evaluation.`);

/** Row in the sheet of the key in the first column of a range, or -1. */
function findExact(call: Call, range: RangeValue, key: Computed): number {
  const { calculation } = call;
  if (typeof key !== 'string' || !hasWildcard(key)) return calculation.findRow(range.tab, range.area, key);
  const pattern = wildcard(key);
  let found = -1;
  calculation.forEach(range.tab, { ...range.area, right: range.area.left + 1 }, (value, row) => {
    if (found < 0 && typeof value === 'string' && pattern.test(value)) found = row;
  });
  return found;
}

/** Last row whose key is not greater; the column is taken to be sorted. */
function findSorted(call: Call, range: RangeValue, key: Computed): number {
  let found = -1;
  call.calculation.forEach(range.tab, { ...range.area, right: range.area.left + 1 }, (value, row) => {
    if (typeof value === typeof key && compareValues(value, key) <= 0) found = row;
  });
  return found;
}

function vlookup(call: Call): Value {
  const key = call.scalar(0);
  if (isError(key)) return key;
  const range = call.value(1);
  if (!isRange(range))
    return isError(range) ? range : failure('VALUE', 'Argument 2 of VLOOKUP must be a range.');
  const column = Math.floor(call.number(2));
  if (column < 1 || column > range.area.right - range.area.left) {
    return failure('REF', 'VLOOKUP evaluates to an out of bounds range.');
  }
  if (key === null) return missing(key);
  const sorted = call.count > 3 ? Boolean(call.number(3)) : true;
  const row = sorted ? findSorted(call, range, key) : findExact(call, range, key);
  return row < 0 ? missing(key) : call.calculation.valueAt(range.tab, row, range.area.left + column - 1);
}

function index(call: Call): Value {
  const range = call.value(0);
  if (!isRange(range)) return range;
  const { area } = range;
  const row = call.count > 1 ? Math.floor(call.number(1)) : 0;
  const column = call.count > 2 ? Math.floor(call.number(2)) : 0;
  const part = {
    top: row > 0 ? area.top + row - 1 : area.top,
    bottom: row > 0 ? area.top + row : area.bottom,
    left: column > 0 ? area.left + column - 1 : area.left,
    right: column > 0 ? area.left + column : area.right,
  };
  const inside = row >= 0 && column >= 0 ? intersect(part, area) : undefined;
  return inside
    ? { ...range, area: inside }
    : failure('NUM', 'INDEX evaluates to an out of range row or column.');
}

function match(call: Call): Value {
  const key = call.scalar(0);
  if (isError(key)) return key;
  const range = call.value(1);
  if (!isRange(range)) return failure('N_A', 'Argument 2 of MATCH must be a range.');
  const kind = call.count > 2 ? call.number(2) : 1;
  const { area } = range;
  if (area.right - area.left === 1) {
    const row = kind === 0 ? findExact(call, range, key) : findSorted(call, range, key);
    return row < 0 ? missing(key) : row - area.top + 1;
  }
  for (let column = area.left; column < area.right; column += 1) {
    const value = call.calculation.valueAt(range.tab, area.top, column);
    if (!isError(value) && compareValues(value, key) === 0) return column - area.left + 1;
  }
  return missing(key);
}

function lineOf(call: Call, side: 'row' | 'column'): Value {
  const value = call.count > 0 ? call.value(0) : undefined;
  if (value === undefined) return call.place[side] + 1;
  if (isRange(value)) return (side === 'row' ? value.area.top : value.area.left) + 1;
  return isError(value) ? value : failure('N_A', 'Argument must be a range.');
}

export const lookupFunctions: Record<string, (call: Call) => Value> = {
  VLOOKUP: vlookup,
  INDEX: index,
  MATCH: match,
  ROW: (call) => lineOf(call, 'row'),
  COLUMN: (call) => lineOf(call, 'column'),
  ROWS: (call) => size(call.value(0), 'top', 'bottom'),
  COLUMNS: (call) => size(call.value(0), 'left', 'right'),
};

function size(value: Value, from: 'top' | 'left', to: 'bottom' | 'right'): Value {
  return isRange(value) ? value.area[to] - value.area[from] : 1;
}
