/**
 * WHAT: no summary repeats four fifths of another one, by runs of three words.
 * WHY: reports "không được sao chép giống nhau" (TT 17/2019/TT-NHNN). A warning: a shared deed may be told alike.
 */
import type { Problem } from '../problem.ts';
import type { Row } from '../row.ts';
import { compareKey } from '../text.ts';
import { type Check, fault, textAt } from './rule.ts';

const nearCopy = 0.8;

interface Told {
  row: Row;
  runs: Set<string>;
}

function toRuns(text: string): Set<string> {
  const words = compareKey(text.replace(/\n/g, ' '))
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '');
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
}

/** Jaccard: shared runs among all runs. Sets too unlike in size cannot reach the limit. */
function similarity(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < nearCopy * large.size) return 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return shared / (small.size + large.size - shared);
}

export const checkSummaryNearCopy: Check = (rows) => {
  const told = rows
    .map((row): Told => ({ row, runs: toRuns(textAt(row, 'summary')) }))
    .filter(({ runs }) => runs.size > 0);
  return told.flatMap((one): Problem[] => {
    const other = closest(one, told);
    return other === undefined
      ? []
      : [
          fault('warning', 'summary-near-copy', one.row, 'summary', {
            other: other.row.line,
            percent: other.percent,
          }),
        ];
  });
};

function closest(one: Told, told: readonly Told[]): { row: Row; percent: number } | undefined {
  let best: { row: Row; percent: number } | undefined;
  for (const other of told) {
    if (other === one) continue;
    const percent = Math.floor(similarity(one.runs, other.runs) * 100);
    if (percent >= nearCopy * 100 && percent > (best?.percent ?? 0)) best = { row: other.row, percent };
  }
  return best;
}
