/** Where a HYPERLINK formula points to; its value is only the label. */
import type { Calculation } from './calculate.ts';
import { evaluate, type Place } from './evaluate.ts';
import { parseFormula } from './parse.ts';

export function linkOf(
  calculation: Calculation,
  formula: string | undefined,
  place: Place,
): string | undefined {
  const tree = formula === undefined ? undefined : parseFormula(formula, calculation.commaDecimal);
  const address = tree?.kind === 'call' && tree.name === 'HYPERLINK' ? tree.args[0] : undefined;
  if (!address) return undefined;
  try {
    const value = evaluate(calculation, address, place);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
