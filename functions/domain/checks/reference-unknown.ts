/**
 * WHAT: a cell that names an exemplar or a criterion names one that there is, and only one.
 * WHY: follow-ups, nurturing plans and the publicity log are counted by exemplar; a name nobody knows counts for nobody.
 */
import type { Column } from '../form.ts';
import type { Problem } from '../problem.ts';
import { type Named, resolve } from '../references.ts';
import type { Row } from '../row.ts';
import { echo } from '../text.ts';
import { type Check, fault, textAt } from './rule.ts';

export const checkReference: Check = (rows, { form, citable = {} }) =>
  form.columns.flatMap((column) => {
    const pool = column.references && citable[column.references];
    return pool ? rows.flatMap((row) => checkCell(row, column, pool)) : [];
  });

const listed = (named: readonly Named[]): string =>
  named.map(({ id, name }) => `“${echo(name)}” (${echo(id, 40)})`).join(', ');

function checkCell(row: Row, { key, references }: Column, pool: readonly Named[]): Problem[] {
  const text = textAt(row, key);
  if (text === '') return [];
  if (pool.length === 0) return [fault('error', 'reference-none', row, key, { value: echo(text) })];
  const resolved = resolve(text, pool);
  if (resolved.ok) return [];
  const value = echo(resolved.part);
  return resolved.why === 'ambiguous'
    ? [fault('error', 'reference-ambiguous', row, key, { value, same: listed(resolved.same) })]
    : [
        fault('error', 'reference-unknown', row, key, {
          value,
          of: references === 'criterion' ? 'criterion' : 'exemplar',
          nearest: listed(resolved.nearest),
        }),
      ];
}
