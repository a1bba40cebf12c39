/** Computed values of a spreadsheet's cells: each formula once, on demand, remembered as long as the grid does not change. */
import { cellAt, forEachCell } from '../cells.ts';
import { localeRules } from '../locale.ts';
import type { Area, Spreadsheet, Tab } from '../model.ts';
import { evaluateFormula } from './evaluate.ts';
import { type Computed, failure } from './values.ts';

export interface Calculation {
  book: Spreadsheet;
  commaDecimal: boolean;
  valueAt(tab: Tab, row: number, column: number): Computed;
  /** Filled cells of an area, in order of rows. */
  forEach(tab: Tab, area: Area, visit: (value: Computed, row: number, column: number) => void): void;
  /** First row of a column's stretch that holds this key; -1 when none does. */
  findRow(tab: Tab, area: Area, key: Computed): number;
}

const running = Symbol('running');
const rowWidth = 18_278;

export function createCalculation(book: Spreadsheet): Calculation {
  const results = new Map<Tab, Map<number, Computed | typeof running>>();
  const indexes = new Map<Tab, Map<string, Map<string, number>>>();
  const calculation: Calculation = {
    book,
    commaDecimal: localeRules(book.properties.locale).decimal === ',',
    valueAt(tab, row, column) {
      const cell = cellAt(tab, row, column);
      if (cell?.formula === undefined) return cell?.value ?? null;
      const known = child(results, tab);
      const key = row * rowWidth + column;
      const result = known.get(key);
      if (result === running) return failure('REF', 'Circular dependency detected.');
      if (result !== undefined) return result;
      known.set(key, running);
      const computed = evaluateFormula(calculation, cell.formula, { tab, row, column });
      known.set(key, computed);
      return computed;
    },
    forEach(tab, area, visit) {
      forEachCell(tab, area, (cell, row, column) => {
        const value = cell.formula === undefined ? cell.value : calculation.valueAt(tab, row, column);
        if (value !== undefined && value !== null) visit(value, row, column);
      });
    },
    findRow(tab, area, key) {
      const place = `${area.left}:${area.top}:${area.bottom}`;
      const known = child(indexes, tab);
      let index = known.get(place);
      if (!index) {
        index = indexColumn(calculation, tab, area);
        known.set(place, index);
      }
      return index.get(lookupKey(key)) ?? -1;
    },
  };
  return calculation;
}

function child<K, A, B>(parent: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const known = parent.get(key) ?? new Map<A, B>();
  parent.set(key, known);
  return known;
}

function indexColumn(calculation: Calculation, tab: Tab, area: Area): Map<string, number> {
  const index = new Map<string, number>();
  calculation.forEach(tab, { ...area, right: area.left + 1 }, (value, row) => {
    const key = lookupKey(value);
    if (!index.has(key)) index.set(key, row);
  });
  return index;
}

/** Lookups do not regard case, and never take the number 1 for the text "1". */
function lookupKey(value: Computed): string {
  if (typeof value === 'string') return `s${value.toLowerCase()}`;
  if (typeof value === 'object' && value !== null) return `e${value.type}`;
  return `${typeof value}${value}`;
}

const kept = new WeakMap<Spreadsheet, Calculation>();

/** For a spreadsheet that will not change any more (what is out of a draft): one calculation for all readers. */
export function calculationOf(book: Spreadsheet): Calculation {
  const calculation = kept.get(book) ?? createCalculation(book);
  kept.set(book, calculation);
  return calculation;
}
