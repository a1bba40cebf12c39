/** Reads a little sheet from a .tsv: a line of column keys, then lines of cells typed over a good row. */
import { readFileSync } from 'node:fs';
import { checkTab } from '../../functions/domain/check-tab.ts';
import { checkList } from '../../functions/domain/checks/index.ts';
import type { ExemplarKind } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Problem } from '../../functions/domain/problem.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { aTab, cells, columns, context } from './sheet.ts';

export const fixtureNames = [
  'has-all-right',
  'has-wrong-cells',
  'has-many-blanks',
  'has-odd-rows',
  'has-copied-rows',
  'has-renamed-headers',
];

const read = (name: string, ending: string): string =>
  readFileSync(new URL(`fixtures/${name}.${ending}`, import.meta.url), 'utf8');

/** "\n" is a line break, "#12" the number 12, "(blank)" nothing; an empty cell keeps the good value. */
function toCell(text: string): CellValue | undefined {
  if (text === '') return undefined;
  if (text === '(blank)') return '';
  if (text === 'TRUE') return true;
  if (text.startsWith('#')) return Number(text.slice(1));
  return text
    .replace(/\\n/g, '\n')
    .replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

const isKind = (text: string | undefined): text is ExemplarKind =>
  text === 'individual' || text === 'collective' || text === 'model';

/** First column "like" says which good row to start from; lines that begin with "header" rename columns. */
export function readFixture(name: string): { values: CellValue[][]; expected: string } {
  const [keys = [], ...lines] = read(name, 'tsv')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const toOver = (line: readonly string[]): Record<string, CellValue> =>
    Object.fromEntries(
      line.slice(1).flatMap((text, index) => {
        const cell = toCell(text);
        return cell === undefined ? [] : [[keys[index + 1] as string, cell]];
      }),
    );
  const rows = lines.flatMap((line) => (isKind(line[0]) ? [cells(toOver(line), line[0])] : []));
  const values = aTab(rows);
  for (const line of lines.filter(([like]) => like === 'header'))
    for (const [key, header] of Object.entries(toOver(line))) {
      const index = columns.findIndex((column) => column.key === key);
      (values[0] as CellValue[])[index] = header;
      if (header === '') (values[1] as CellValue[])[index] = '';
    }
  return { values, expected: read(name, 'txt').trimEnd() };
}

export function problemsOf(values: CellValue[][]): Problem[] {
  const { rows, raw, problems } = checkTab(exemplarForm, values, context);
  const list = checkList(rows, {
    ...context,
    quota: { min: 1, max: 20 },
    unreadRows: raw.length - rows.length,
  });
  return [...problems, ...list];
}
