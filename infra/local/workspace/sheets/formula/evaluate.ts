/** Tree → value, in the place of one cell. */
import { tabByTitle } from '../a1.ts';
import { type Area, type CellError, isError, type Tab } from '../model.ts';
import type { Calculation } from './calculate.ts';
import { functions } from './functions.ts';
import { type Node, parseFormula } from './parse.ts';
import type { Reference } from './reference.ts';
import {
  type Computed,
  compareValues,
  FormulaFault,
  failure,
  isRange,
  toNumber,
  toText,
  type Value,
} from './values.ts';

export interface Place {
  tab: Tab;
  row: number;
  column: number;
}

/** What a function sees: its arguments, computed only when asked for, so that IF leaves the other branch alone. */
export interface Call {
  name: string;
  count: number;
  place: Place;
  calculation: Calculation;
  value(index: number): Value;
  scalar(index: number): Computed;
  number(index: number): number;
  text(index: number): string;
}

export function evaluateFormula(calculation: Calculation, formula: string, place: Place): Computed {
  const tree = parseFormula(formula, calculation.commaDecimal);
  if (!tree) return failure('ERROR', 'Formula parse error.');
  const value = caught(() => toScalar(calculation, evaluate(calculation, tree, place), place));
  return value ?? 0;
}

function caught(work: () => Computed): Computed {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof FormulaFault) return fault.value;
    // A chain of cells deeper than the stack; Google gives up on such sheets as well.
    if (fault instanceof RangeError) return failure('REF', 'Circular dependency detected.');
    throw fault;
  }
}

export function evaluate(calculation: Calculation, node: Node, place: Place): Value {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'error':
      return writtenError(node.text);
    case 'reference':
      return resolve(calculation, node.reference, place);
    case 'name':
      return resolveName(calculation, node.name);
    case 'unary':
      return unary(node.operator, toScalar(calculation, evaluate(calculation, node.operand, place), place));
    case 'binary': {
      const left = toScalar(calculation, evaluate(calculation, node.left, place), place);
      const right = toScalar(calculation, evaluate(calculation, node.right, place), place);
      return binary(node.operator, left, right, calculation.commaDecimal);
    }
    case 'call':
      return callFunction(calculation, node, place);
  }
}

function callFunction(calculation: Calculation, node: Node & { kind: 'call' }, place: Place): Value {
  const work = functions[node.name];
  if (!work) return failure('NAME', `Unknown function: '${node.name}'.`);
  const value = (index: number): Value => {
    const arg = node.args[index];
    if (!arg) throw new FormulaFault(failure('N_A', `Wrong number of arguments to ${node.name}.`));
    return evaluate(calculation, arg, place);
  };
  const scalar = (index: number) => toScalar(calculation, value(index), place);
  return work({
    name: node.name,
    count: node.args.length,
    place,
    calculation,
    value,
    scalar,
    number: (index) => toNumber(scalar(index)),
    text: (index) => toText(scalar(index), calculation.commaDecimal),
  });
}

/** A range where one value is due: the cell in the formula's own row or column. */
function toScalar(calculation: Calculation, value: Value, place: Place): Computed {
  if (!isRange(value)) return value;
  const { tab, area } = value;
  const row = area.bottom - area.top === 1 ? area.top : place.row;
  const column = area.right - area.left === 1 ? area.left : place.column;
  const inside = row >= area.top && row < area.bottom && column >= area.left && column < area.right;
  return inside
    ? calculation.valueAt(tab, row, column)
    : failure('VALUE', 'An array value could not be found.');
}

function resolve(calculation: Calculation, reference: Reference, place: Place): Value {
  const tab = reference.sheet === undefined ? place.tab : tabByTitle(calculation.book, reference.sheet);
  if (!tab) return failure('REF', `Unresolved sheet name '${reference.sheet}'.`);
  const { start, end = start } = reference;
  const area: Area = {
    top: Math.min(start.row ?? 0, end.row ?? start.row ?? 0),
    bottom: Math.max(start.row ?? 0, end.row ?? tab.grid.rowCount - 1) + 1,
    left: Math.min(start.column ?? 0, end.column ?? start.column ?? 0),
    right: Math.max(start.column ?? 0, end.column ?? tab.grid.columnCount - 1) + 1,
  };
  return { kind: 'range', tab, area };
}

function resolveName(calculation: Calculation, name: string): Value {
  const named = calculation.book.namedRanges.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const tab = named && calculation.book.tabs.find((each) => each.sheetId === (named.range.sheetId ?? 0));
  if (!named || !tab) return failure('NAME', `Unknown range name: '${name}'.`);
  const { range } = named;
  const area = {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? tab.grid.rowCount,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? tab.grid.columnCount,
  };
  return { kind: 'range', tab, area };
}

const errorTypes: Record<string, CellError['type']> = {
  'REF!': 'REF',
  'N/A': 'N_A',
  'VALUE!': 'VALUE',
  'DIV/0!': 'DIVIDE_BY_ZERO',
  'NAME?': 'NAME',
  'NUM!': 'NUM',
};

function writtenError(text: string): CellError {
  const type = errorTypes[text.replace('#', '')] ?? 'ERROR';
  return failure(type, type === 'REF' ? 'Reference does not exist.' : '');
}

function unary(operator: string, value: Computed): Computed {
  if (operator === '+') return value;
  const number = toNumber(value);
  return operator === '%' ? number / 100 : -number;
}

function binary(operator: string, left: Computed, right: Computed, commaDecimal: boolean): Computed {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === '&') return toText(left, commaDecimal) + toText(right, commaDecimal);
  const comparison = comparisons[operator];
  return comparison
    ? comparison(compareValues(left, right))
    : arithmetic(operator, toNumber(left), toNumber(right));
}

const comparisons: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function arithmetic(operator: string, left: number, right: number): Computed {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '^') return left ** right;
  if (right === 0) return failure('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.');
  return left / right;
}
