/** What a cell names: its words → what may be named, or the nearest names when there is none or more than one. */
import type { Form, Reference } from './form.ts';
import type { Row } from './row.ts';
import type { Citation } from './submission.ts';
import { compareKey, searchKey } from './text.ts';

/** Something that a cell may name, by its id or its name. */
export interface Named {
  /** Mã hồ sơ of an exemplar, Mã tiêu chí of a criterion. */
  id: string;
  name: string;
  /** Of a criterion: the snapshot of the list it stands in. */
  list?: string;
}

export type Citable = Partial<Record<Reference, readonly Named[]>>;

export type Resolved =
  | { ok: true; named: Named[] }
  | { ok: false; why: 'unknown'; part: string; nearest: Named[] }
  | { ok: false; why: 'ambiguous'; part: string; same: Named[] };

const shown = 3;

/** The whole text first: a name may hold a semicolon itself. */
export function resolve(text: string, citable: readonly Named[]): Resolved {
  const whole = find(text, citable);
  if (whole.length === 1) return { ok: true, named: whole };
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named: Named[] = [];
  for (const part of parts) {
    const found = find(part, citable);
    if (found.length > 1) return { ok: false, why: 'ambiguous', part, same: found };
    if (found.length === 0) return { ok: false, why: 'unknown', part, nearest: nearest(part, citable) };
    named.push(...found);
  }
  return { ok: true, named: [...new Set(named)] };
}

/** An id is one thing's own; a name may be several things'. */
function find(text: string, citable: readonly Named[]): Named[] {
  const key = compareKey(text);
  const byId = citable.filter(({ id }) => compareKey(id) === key);
  return byId.length > 0 ? byId : citable.filter(({ name }) => compareKey(name) === key);
}

/** The names most like the text, by the pairs of letters they share, marks apart; ids count as names. */
function nearest(text: string, citable: readonly Named[]): Named[] {
  const wanted = pairs(text);
  return citable
    .map((named) => ({
      named,
      share: Math.max(likeness(wanted, pairs(named.name)), likeness(wanted, pairs(named.id))),
    }))
    .sort((a, b) => b.share - a.share)
    .slice(0, shown)
    .map(({ named }) => named);
}

function pairs(text: string): ReadonlySet<string> {
  const key = ` ${searchKey(text)} `;
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}

const likeness = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  (2 * [...some].filter((pair) => others.has(pair)).length) / (some.size + others.size);

/** What the rows of a list cite, in the order of its columns; cells that name nothing known are left out. */
export const citationsOf = (form: Form, rows: readonly Row[], citable: Citable = {}): Citation[] =>
  rows.flatMap((row) =>
    form.columns.flatMap(({ key, references }): Citation[] => {
      const pool = references && citable[references];
      const text = row.values[key];
      const resolved = pool && typeof text === 'string' ? resolve(text, pool) : undefined;
      if (!resolved?.ok) return [];
      const list = resolved.named[0]?.list;
      return [
        {
          row: row.id,
          column: key,
          ids: resolved.named.map(({ id }) => id),
          ...(list === undefined ? {} : { list }),
        },
      ];
    }),
  );
