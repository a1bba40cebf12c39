/** How much slower the whole check of a tab is than the least anybody would do: JSON.parse and a zod schema of its columns. */
import * as z from 'zod';
import { checkTab } from '../../functions/domain/check-tab.ts';
import type { Column } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { rowIdPrefix, stampedRowId, unitTabColumns } from '../../functions/domain/workbook.ts';
import { sampleRows, type TypedRow } from '../../infra/local/samples/rows.ts';
import { interleave, inWords, pairRatios, toSpread, toTable } from './measure.ts';

const period = '2025';
const rowsPerTab = 10;
const allRows = 50_000;
/** Told anew so many times; the others are the same rows under other ids. */
const distinctTabs = 250;
/** Each pair takes its own share of the rows, so that all are checked once in one run. */
const tries = 5;

interface Tab {
  unitId: string;
  values: CellValue[][];
  json: string;
}

function makeTabs(): Tab[] {
  const invented = Array.from({ length: distinctTabs }, (_, index) =>
    sampleRows(
      {
        id: String(31_000 + index * 3),
        name: `Xã ${index + 1}`,
        kind: 'commune',
        parentName: 'Huyện Hồng Dân',
      },
      { count: rowsPerTab, kinds: ['individual', 'collective', 'model'], period, seed: 7 },
    ),
  );
  // As they come in an answer of Sheets: text joined of pieces, as it was invented, is slower to read.
  const told = JSON.parse(JSON.stringify(invented)) as TypedRow[][];
  return Array.from({ length: allRows / rowsPerTab }, (_, index) =>
    toTab(String(40_000 + index), told[index % distinctTabs] as TypedRow[]),
  );
}

function toTab(unitId: string, rows: readonly TypedRow[]): Tab {
  const columns = unitTabColumns(exemplarForm);
  const cells = rows.map((row, index) => [
    stampedRowId(period, unitId, index + 1),
    '',
    '',
    ...exemplarForm.columns.map(({ key }) => row[key] ?? ''),
  ]);
  const objects = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
  );
  return {
    unitId,
    values: [columns.map(({ header }) => header), columns.map(({ key }) => key), ...cells],
    json: JSON.stringify(objects),
  };
}

/** Types, lengths, choices and what everybody must fill in; none of the rules across cells and rows. */
function toSchema({ type, choices, max, required }: Column): z.ZodType {
  const text = z.string().max(typeof max === 'number' && type !== 'integer' ? max * 2 : 5000);
  const one =
    type === 'choice' && choices
      ? z.enum(choices as [string, ...string[]])
      : type === 'integer'
        ? z.coerce.number().int()
        : type === 'date'
          ? z.string().regex(/^\d{1,2}\/\d{1,2}\/\d{4}$/)
          : text;
  return required === 'all' ? one : one.optional();
}

export async function benchThroughput(): Promise<string> {
  const tabs = makeTabs();
  const schema = z.array(
    z.object(Object.fromEntries(exemplarForm.columns.map((column) => [column.key, toSchema(column)]))),
  );
  let rows = 0;
  let problems = 0;
  const perTry = tabs.length / tries;
  const share = (turn: number): Tab[] => tabs.slice(turn * perTry, (turn + 1) * perTry);
  const check = (some: readonly Tab[]): void => {
    for (const { unitId, values } of some) {
      const checked = checkTab(exemplarForm, values, {
        form: exemplarForm,
        today: '2025-01-08',
        tab: 'Xã',
        expectedIdPrefix: rowIdPrefix(period, unitId),
      });
      rows += checked.rows.length;
      problems += checked.problems.length;
    }
  };
  let parsed = 0;
  const parse = (some: readonly Tab[]): void => {
    for (const { json } of some) parsed += schema.parse(JSON.parse(json)).length;
  };
  // Some of each before anything is timed: the compiler's work is not what is compared.
  const warm = tabs.slice(0, 200);
  check(warm);
  parse(warm);
  [rows, parsed, problems] = [0, 0, 0];
  const times = await interleave(
    tries,
    (turn) => check(share(turn)),
    (turn) => parse(share(turn)),
  );
  if (rows !== allRows || parsed !== allRows)
    throw new Error(`read ${rows} and ${parsed} of ${allRows} rows`);
  // Rows a millisecond are thousands of rows a second.
  const perSecond = (values: readonly number[]) => toSpread(values.map((value) => allRows / tries / value));
  const table = toTable(
    ['50,000 rows in tabs of 10', 'ms for 10,000', 'thousand rows/s'],
    [
      ['checkTab: cells, every rule, places', inWords(toSpread(times.one)), inWords(perSecond(times.one))],
      ['JSON.parse + zod, same columns', inWords(toSpread(times.other)), inWords(perSecond(times.other))],
    ],
  );
  return `${table}\n  checkTab takes ${inWords(pairRatios(times))} times as long (${tries} pairs of ${allRows / tries} rows; ${problems} warnings and errors found; ${distinctTabs * rowsPerTab} rows are distinct)`;
}
