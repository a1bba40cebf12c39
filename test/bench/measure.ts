/** Repeats, medians and plain tables: what every part of the bench needs to say a number and how far to trust it. */

export interface Spread {
  median: number;
  least: number;
  most: number;
}

export function toSpread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** A, B, A, B …: what slows the machine down for a while slows both. Milliseconds of each try. */
export async function interleave(
  tries: number,
  one: (turn: number) => unknown,
  other: (turn: number) => unknown,
): Promise<{ one: number[]; other: number[] }> {
  const times: { one: number[]; other: number[] } = { one: [], other: [] };
  for (let turn = 0; turn < tries; turn += 1) {
    times.one.push(await milliseconds(() => one(turn)));
    times.other.push(await milliseconds(() => other(turn)));
  }
  return times;
}

export async function milliseconds(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Ratios of neighbours, so that each compares two tries made under the same load. */
export const pairRatios = ({ one, other }: { one: number[]; other: number[] }): Spread =>
  toSpread(one.map((value, index) => value / (other[index] as number)));

export const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** "12.3 (11.9–14.0)". */
export const inWords = ({ median, least, most }: Spread): string =>
  `${digits(median)} (${digits(least)}–${digits(most)})`;

/** Columns as wide as their longest cell; the first to the left, numbers to the right. */
export function toTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
