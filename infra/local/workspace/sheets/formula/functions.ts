/** The functions that formulas may use; what is missing answers #NAME?, as an unknown function does in Sheets. */
import { isError } from '../model.ts';
import type { Call } from './evaluate.ts';
import { lookupFunctions } from './lookup.ts';
import { textFunctions } from './text.ts';
import {
  type Computed,
  criterion,
  failure,
  isRange,
  type RangeValue,
  toNumber,
  toTruth,
  type Value,
} from './values.ts';

export type FormulaFunction = (call: Call) => Value;

/** Errors become values here, so that IFERROR can see them. */
function attempt(work: () => Computed): Computed {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof Error && 'value' in fault && isError(fault.value)) return fault.value;
    throw fault;
  }
}

/** All filled values of all arguments; a value written in the formula counts as it stands. */
function forEachValue(call: Call, visit: (value: Computed, written: boolean) => void): void {
  for (let index = 0; index < call.count; index += 1) {
    const value = call.value(index);
    if (!isRange(value)) visit(value, true);
    else call.calculation.forEach(value.tab, value.area, (each) => visit(each, false));
  }
}

function numbersOf(call: Call): number[] {
  const numbers: number[] = [];
  forEachValue(call, (value, written) => {
    if (isError(value) || written) numbers.push(toNumber(value));
    else if (typeof value === 'number') numbers.push(value);
  });
  return numbers;
}

function count(call: Call, isCounted: (value: Computed, written: boolean) => boolean): number {
  let total = 0;
  forEachValue(call, (value, written) => {
    if (isCounted(value, written)) total += 1;
  });
  return total;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function rangeAt(call: Call, index: number): RangeValue | undefined {
  const value = call.value(index);
  return isRange(value) ? value : undefined;
}

const needsRange = failure('N_A', 'Argument must be a range.');

function cellsOf({ area }: RangeValue): number {
  return (area.bottom - area.top) * (area.right - area.left);
}

/** COUNTIF(S), SUMIF(S): places of the first range that meet every test; blanks are met without being stored. */
function matches(
  call: Call,
  pairs: [number, number][],
): { tests: number; visit(use: (row: number, column: number) => void): void } | undefined {
  const ranges = pairs.map(([range, test]) => ({
    range: rangeAt(call, range),
    meets: criterion(call.scalar(test)),
  }));
  const first = ranges[0]?.range;
  if (!first || ranges.some(({ range }) => !range)) return undefined;
  const used = Math.min(
    first.area.bottom,
    Math.max(...ranges.map(({ range }) => (range as RangeValue).tab.rows.length)),
  );
  return {
    tests: ranges.length,
    visit(use) {
      for (let row = 0; row < Math.max(0, used - first.area.top); row += 1) {
        for (let column = 0; column < first.area.right - first.area.left; column += 1) {
          const all = ranges.every(({ range, meets }) => {
            const { tab, area } = range as RangeValue;
            return meets(call.calculation.valueAt(tab, area.top + row, area.left + column));
          });
          if (all) use(row, column);
        }
      }
    },
  };
}

function countIf(call: Call): Value {
  const range = rangeAt(call, 0);
  if (!range) return needsRange;
  const meets = criterion(call.scalar(1));
  let [met, filled] = [0, 0];
  call.calculation.forEach(range.tab, range.area, (value) => {
    filled += 1;
    if (meets(value)) met += 1;
  });
  return met + (meets(null) ? cellsOf(range) - filled : 0);
}

function countIfs(call: Call): Value {
  const pairs = Array.from({ length: call.count / 2 }, (_, pair): [number, number] => [
    pair * 2,
    pair * 2 + 1,
  ]);
  let met = 0;
  const found = matches(call, pairs);
  if (!found) return needsRange;
  found.visit(() => {
    met += 1;
  });
  return met;
}

function sumIf(call: Call): Value {
  const summed = rangeAt(call, call.count > 2 ? 2 : 0);
  const found = matches(call, [[0, 1]]);
  if (!found || !summed) return needsRange;
  let total = 0;
  found.visit((row, column) => {
    const value = call.calculation.valueAt(summed.tab, summed.area.top + row, summed.area.left + column);
    if (typeof value === 'number') total += value;
  });
  return total;
}

function truths(call: Call): boolean[] {
  const found: boolean[] = [];
  forEachValue(call, (value) => void found.push(toTruth(value)));
  return found;
}

function firstOf(call: Call, isCaught: (value: Computed) => boolean): Value {
  const value = attempt(() => call.scalar(0));
  if (!isCaught(value)) return value;
  return call.count > 1 ? call.scalar(1) : '';
}

const isNotAvailable = (value: Computed) => isError(value) && value.type === 'N_A';

export const functions: Record<string, FormulaFunction | undefined> = {
  IF: (call) => (toTruth(call.scalar(0)) ? call.scalar(1) : call.count > 2 ? call.scalar(2) : false),
  IFS(call) {
    for (let index = 0; index + 1 < call.count; index += 2) {
      if (toTruth(call.scalar(index))) return call.scalar(index + 1);
    }
    return failure('N_A', 'No match.');
  },
  IFERROR: (call) => firstOf(call, isError),
  IFNA: (call) => firstOf(call, isNotAvailable),
  AND: (call) => truths(call).every(Boolean),
  OR: (call) => truths(call).some(Boolean),
  NOT: (call) => !toTruth(call.scalar(0)),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => failure('N_A', 'Error'),
  ISBLANK: (call) => call.scalar(0) === null,
  ISERROR: (call) => isError(attempt(() => call.scalar(0))),
  ISNA: (call) => isNotAvailable(attempt(() => call.scalar(0))),
  ISNUMBER: (call) => typeof call.scalar(0) === 'number',
  ISTEXT: (call) => typeof call.scalar(0) === 'string',
  SUM: (call) => sum(numbersOf(call)),
  AVERAGE(call) {
    const numbers = numbersOf(call);
    return numbers.length
      ? sum(numbers) / numbers.length
      : failure('DIVIDE_BY_ZERO', 'Evaluation of function AVERAGE caused a divide by zero error.');
  },
  MIN: (call) =>
    numbersOf(call).reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY) || 0,
  MAX: (call) => numbersOf(call).reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY) || 0,
  COUNT: (call) => count(call, (value) => typeof value === 'number'),
  COUNTA: (call) => count(call, (value, written) => written || value !== null),
  COUNTBLANK(call) {
    const range = rangeAt(call, 0);
    return range ? cellsOf(range) - count(call, (value) => value !== '') : needsRange;
  },
  COUNTIF: countIf,
  COUNTIFS: countIfs,
  SUMIF: sumIf,
  ABS: (call) => Math.abs(call.number(0)),
  INT: (call) => Math.floor(call.number(0)),
  MOD: (call) => call.number(0) - call.number(1) * Math.floor(call.number(0) / call.number(1)),
  ROUND(call) {
    const scale = 10 ** (call.count > 1 ? call.number(1) : 0);
    const number = call.number(0);
    return (Math.sign(number) * Math.round(Math.abs(number) * scale + 1e-9)) / scale;
  },
  ...lookupFunctions,
  ...textFunctions,
};
