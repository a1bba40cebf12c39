/** Problems as people read them: where, then what to do. The sentences themselves are in sentences.vi.ts. */
import { columnOf, type Form } from './form.ts';
import type { Problem } from './problem.ts';
import { sentences } from './sentences.vi.ts';
import { capital, echo } from './text.ts';

const sayIt = ({ code, params, column }: Problem, form: Form): string =>
  sentences[code]({ params, column: columnOf(form, column), form });

/** "Đang ghi “85”, hãy ghi đủ bốn chữ số, ví dụ 1985." */
export const sentence = (problem: Problem, form: Form): string => capital(sayIt(problem, form));

const inPlace = (place: readonly string[], said: string): string =>
  place.length === 0 ? capital(said) : `${capital(place.join(', '))}: ${said}`;

const tabPart = ({ tab }: Problem): string[] => (tab === undefined ? [] : [`tab “${echo(tab)}”`]);

function columnPart({ column }: Problem, form: Form): string[] {
  const header = columnOf(form, column)?.header;
  return header === undefined ? [] : [`cột “${header}”`];
}

function placeOf(problem: Problem, form: Form): string[] {
  const column = columnPart(problem, form);
  const cell = problem.a1 === undefined ? '' : `ô ${problem.a1}`;
  const line = problem.line === undefined ? [] : [`dòng ${problem.line}`];
  const where = column.length > 0 && cell !== '' ? [`${column[0]} (${cell})`] : [...column, cell];
  return [...tabPart(problem), ...line, ...where].filter((part) => part !== '');
}

/** "Tab “Phường 2”, dòng 5, cột “Năm sinh” (ô F5): đang ghi “85”, hãy ghi đủ bốn chữ số, ví dụ 1985." */
export const problemLine = (problem: Problem, form: Form): string =>
  inPlace(placeOf(problem, form), sayIt(problem, form));

/** Cells named before the rest becomes a count. */
const named = 20;

function listed(items: readonly string[], unit: string): string {
  const rest = items.length - named;
  return items.slice(0, named).join(', ') + (rest > 0 ? ` và ${rest} ${unit} khác` : '');
}

function groupPlace(problems: readonly Problem[], form: Form): string[] {
  const first = problems[0] as Problem;
  const cells = problems.flatMap(({ a1 }) => a1 ?? []);
  if (cells.length === problems.length)
    return [
      ...tabPart(first),
      ...columnPart(first, form),
      `${cells.length} ô (${listed([...new Set(cells)], 'ô')})`,
    ];
  const lines = [...new Set(problems.flatMap(({ line }) => line ?? []))].map(String);
  const lineParts = lines.length === 0 ? [] : [`${lines.length} dòng (${listed(lines, 'dòng')})`];
  return [...tabPart(first), ...columnPart(first, form), ...lineParts];
}

/** The same sentence over many cells of a column is said once, with its cells. The order is that of the first of each. */
export function groupProblems(problems: readonly Problem[], form: Form): string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.tab, problem.column, sayIt(problem, form)]);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as Problem;
    return group.length === 1
      ? problemLine(first, form)
      : inPlace(groupPlace(group, form), sayIt(first, form));
  });
}
