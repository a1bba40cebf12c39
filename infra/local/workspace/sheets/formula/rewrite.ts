/** Formulas whose references follow what happens to the grid: copied, moved, rows inserted or deleted, sheets renamed. */
import { offsetReference, parseReference, type Reference, writeReference } from './reference.ts';
import { tokenize } from './tokens.ts';

/** The new reference, the same one, or 'gone' when what it named is no more. */
export type ReferenceChange = (reference: Reference) => Reference | 'gone';

/** Text outside references stays to the letter. */
export function rewriteReferences(formula: string, change: ReferenceChange): string {
  if (!formula.startsWith('=')) return formula;
  let changed = false;
  const parts = tokenize(formula).map((token) => {
    if (token.kind !== 'reference') return token.text;
    const reference = parseReference(token.text);
    const after = change(reference);
    if (after === reference) return token.text;
    changed = true;
    return after === 'gone' ? '#REF!' : writeReference(after);
  });
  return changed ? `=${parts.join('')}` : formula;
}

export function offsetFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteReferences(formula, (reference) => offsetReference(reference, rows, columns) ?? 'gone');
}

export function renameSheet(formula: string, before: string, after: string): string {
  return rewriteReferences(formula, (reference) =>
    reference.sheet?.toLowerCase() === before.toLowerCase() ? { ...reference, sheet: after } : reference,
  );
}

export function dropSheet(formula: string, title: string): string {
  return rewriteReferences(formula, (reference) =>
    reference.sheet?.toLowerCase() === title.toLowerCase() ? 'gone' : reference,
  );
}

/** Where one line goes when lines are inserted or deleted; see dimensions.ts. */
export interface LineChange {
  side: 'row' | 'column';
  /** New place of the half-open span [from, to); undefined when nothing of it is left. */
  moveSpan(from: number, to: number): [number, number] | undefined;
}

/** For references into the sheet whose lines moved. */
export function moveLines(
  formula: string,
  isThere: (reference: Reference) => boolean,
  change: LineChange,
): string {
  const { side } = change;
  return rewriteReferences(formula, (reference) => {
    if (!isThere(reference)) return reference;
    const first = reference.start[side];
    const last = reference.end ? reference.end[side] : first;
    if (first === undefined) return reference;
    // An open end ("A2:A") moves its start only.
    const span = change.moveSpan(Math.min(first, last ?? first), Math.max(first, last ?? first) + 1);
    if (!span) return 'gone';
    if (span[0] === first && span[1] - 1 === (last ?? first)) return reference;
    const start = { ...reference.start, [side]: span[0] };
    if (!reference.end) return { ...reference, start };
    return {
      ...reference,
      start,
      end: last === undefined ? reference.end : { ...reference.end, [side]: span[1] - 1 },
    };
  });
}
