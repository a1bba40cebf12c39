/**
 * What only a submission can see of a row (words in its file, its photo), kept when the list is refused: it stands in the
 * sheet until the row changes or the list is sent again, so that closing the sidebar loses nothing. What was kept says of
 * which cells it speaks, and is not shown of any others. Names that nobody knows depend on other lists too: of those only
 * the fact is kept, and they are looked up anew.
 */
import { contentHash } from '../content-hash.ts';
import { type CheckedTab, withPlace } from '../domain/check-tab.ts';
import { oneComplaintPerCell } from '../domain/checks/index.ts';
import { inSheetOrder, type Problem, type ProblemCode } from '../domain/problem.ts';
import type { RawRow } from '../domain/row.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { paths, syncMark } from '../records.ts';

export interface ToldAtSending {
  planId: string;
  period: string;
  unitId: string;
  /** Who collects: whose workbook shows it. */
  parentId: string;
  rows: ToldRow[];
  /** Some cell named what there is not. */
  namesUnknown: boolean;
}

interface ToldRow {
  id: string;
  /** Hash of the row's cells. */
  cells: string;
  problems: Pick<Problem, 'code' | 'severity' | 'column' | 'params'>[];
}

/** Without `citable` nobody can find them. */
const referenceCodes: ReadonlySet<ProblemCode> = new Set([
  'reference-unknown',
  'reference-ambiguous',
  'reference-none',
]);

export const isOfReference = ({ code }: Problem): boolean => referenceCodes.has(code);

const hashOf = ({ cells }: RawRow): string =>
  contentHash(JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))));

/** A number that stands in two lines is nobody's. */
function byRowId(raw: readonly RawRow[]): Map<string, RawRow> {
  const lines = [...Map.groupBy(raw, ({ rowId }) => rowId)];
  return new Map(
    lines.flatMap(([id, [first, ...others]]) =>
      id === '' || !first || others.length > 0 ? [] : [[id, first]],
    ),
  );
}

/** What a refused submission leaves behind. */
export function keepTold(
  before: StoredDocument<ToldAtSending> | undefined,
  about: Omit<ToldAtSending, 'rows' | 'namesUnknown'> & { spreadsheetId: string },
  raw: readonly RawRow[],
  problems: readonly Problem[],
  now: Date,
): Write[] {
  const { planId, period, unitId, parentId, spreadsheetId } = about;
  const namesUnknown = problems.some(isOfReference);
  const byLine = Map.groupBy(
    problems.filter((problem) => !isOfReference(problem)),
    ({ line }) => line,
  );
  const rows = [...byRowId(raw)].flatMap(([id, row]): ToldRow[] => {
    const found = (byLine.get(row.line) ?? []).map(({ code, severity, column, params }) => ({
      code,
      severity,
      params,
      ...(column === undefined ? {} : { column }),
    }));
    return found.length === 0 ? [] : [{ id, cells: hashOf(row), problems: found }];
  });
  if (rows.length === 0 && !namesUnknown) return forgetTold(before, spreadsheetId, now);
  const data: ToldAtSending = { planId, period, unitId, parentId, rows, namesUnknown };
  return [
    { kind: 'put', path: paths.toldAtSending(planId, unitId, period), data },
    syncMark(spreadsheetId, now),
  ];
}

/** The list is sent, or refused for what the sheet shows anyway. */
export const forgetTold = (
  before: StoredDocument<ToldAtSending> | undefined,
  spreadsheetId: string,
  now: Date,
): Write[] => (before ? [{ kind: 'delete', path: before.path }, syncMark(spreadsheetId, now)] : []);

/** By unit. */
export async function readTold(
  store: DocumentStore,
  where: Pick<ToldAtSending, 'planId' | 'period' | 'parentId'>,
): Promise<Map<string, ToldAtSending>> {
  const stored = await store.list<ToldAtSending>('toldAtSending', { where: { ...where } });
  return new Map(stored.map(({ data }) => [data.unitId, data]));
}

/** The tab as judged now, and what was told of those rows that are still as they were sent. */
export function withTold(checked: CheckedTab, told: ToldAtSending | undefined, tab: string): CheckedTab {
  if (!told) return checked;
  const rows = byRowId(checked.raw);
  const still = told.rows.flatMap(({ id, cells, problems }) => {
    const row = rows.get(id);
    return row && hashOf(row) === cells
      ? problems.map((problem) => withPlace({ ...problem, line: row.line }, tab, checked.columns))
      : [];
  });
  // Of a cell that has both, what was counted is told, and not what was typed.
  return { ...checked, problems: inSheetOrder(oneComplaintPerCell([...still, ...checked.problems])) };
}
