/**
 * WHAT: no summary repeats four fifths of another one, by runs of three words.
 * WHY: reports "không được sao chép giống nhau" (TT 17/2019/TT-NHNN). A warning: a shared deed may be told alike.
 */
import type { Problem } from '../problem.ts';
import type { Row } from '../row.ts';
import { compareKey } from '../text.ts';
import { type Check, fault, textAt } from './rule.ts';
import { mayBeNearCopies, type Sketch, sketchRuns } from './run-sketch.ts';

const nearCopy = 0.8;

interface Told {
  row: Row;
  text: string;
  /** Undefined when only the words themselves tell. */
  sketch: Sketch | undefined;
  /** Numbers of its runs, each once, ascending; worked out when a near copy is likely. */
  runs?: readonly number[];
}

export const checkSummaryNearCopy: Check = (rows) => {
  const told = rows.flatMap((row): Told[] => {
    const text = textAt(row, 'summary');
    const sketch = text === '' ? noRuns : sketchRuns(text);
    return sketch?.runs === 0 ? [] : [{ row, text, sketch }];
  });
  const numbers = new Map<string, number>();
  const runsOf = (one: Told): readonly number[] => {
    one.runs ??= toRuns(one.text, numbers);
    return one.runs;
  };
  return told.flatMap((one): Problem[] => {
    const other = closest(one, told, runsOf);
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

const noRuns: Sketch = { bits: new Int32Array(0), ones: 0, runs: 0 };

/** Runs as numbers, the same number for the same run throughout the tab. */
function toRuns(text: string, numbers: Map<string, number>): number[] {
  const words = compareKey(text.replace(/\n/g, ' '))
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '');
  const runs = new Set<number>();
  for (let index = 0; index + 2 < words.length; index++) {
    const run = words.slice(index, index + 3).join(' ');
    const number = numbers.get(run) ?? numbers.size;
    numbers.set(run, number);
    runs.add(number);
  }
  return [...runs].sort((a, b) => a - b);
}

/** Jaccard: shared runs among all runs. Sets too unlike in size cannot reach the limit. */
function similarity(a: readonly number[], b: readonly number[]): number {
  if (Math.min(a.length, b.length) < nearCopy * Math.max(a.length, b.length)) return 0;
  let shared = 0;
  let at = 0;
  for (const run of a) {
    while (at < b.length && (b[at] as number) < run) at++;
    if (b[at] === run) shared++;
  }
  return shared / (a.length + b.length - shared);
}

function closest(
  one: Told,
  told: readonly Told[],
  runsOf: (one: Told) => readonly number[],
): { row: Row; percent: number } | undefined {
  let best: { row: Row; percent: number } | undefined;
  for (const other of told) {
    if (other === one) continue;
    if (one.sketch && other.sketch && !mayBeNearCopies(one.sketch, other.sketch)) continue;
    const percent = Math.floor(similarity(runsOf(one), runsOf(other)) * 100);
    if (percent >= nearCopy * 100 && percent > (best?.percent ?? 0)) best = { row: other.row, percent };
    if (percent === 100) break;
  }
  return best;
}
