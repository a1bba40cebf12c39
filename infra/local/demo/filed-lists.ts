/** Lists on which nobody decides: units type the rows of a form, one of them wrongly at first, heads sign; what was stored is told. */
import { formOfPeriod } from '../../../functions/domain/period.ts';
import { planForm } from '../../../functions/domain/plan-form.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { type Citation, currentVersion, type Snapshot } from '../../../functions/domain/submission.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { firstDataLine, systemColumns } from '../../../functions/domain/workbook.ts';
import { paths, readSubmission } from '../../../functions/records.ts';
import { staffEmail } from '../samples/people.ts';
import { tabOf, workbooksOf } from '../trial.ts';
import type { Answer } from './people.ts';
import type { Stage } from './stage.ts';

/** By column key; a column that is left out gets the example that people read under its header. */
export type FiledLine = Readonly<Record<string, string>>;

export interface Filing {
  /** Of the form too: "2025.TC". */
  period: string;
  units: readonly Unit[];
  linesOf(unit: Unit): readonly FiledLine[];
  /** What the first unit types into its first line before it is told better. */
  slip: FiledLine;
}

export interface FiledList {
  unit: Unit;
  snapshotId: string;
  /** Who signed it; '' while nobody has. */
  signedBy: string;
  rows: readonly Row[];
  cites: readonly Citation[];
}

export interface Filed {
  lists: readonly FiledList[];
  /** What the first unit was told of its slip; undefined when that was before a restart. */
  refused: readonly string[] | undefined;
}

export async function fileLists(stage: Stage, { period, units, linesOf, slip }: Filing): Promise<Filed> {
  const { journal, people, local } = stage;
  const books = await workbooksOf(people, stage.plan.id, period);
  const form = planForm(stage.plan, formOfPeriod(period), `${stage.period}-01-01`);
  const type = async (unit: Unit, lines: readonly FiledLine[]): Promise<void> => {
    const { spreadsheetId, title } = tabOf(books, unit.id);
    const column = String.fromCharCode(65 + systemColumns.length);
    const range = `'${title.replaceAll("'", "''")}'!${column}${firstDataLine}`;
    const cells = lines.map((line) => form.columns.map(({ key, example }) => line[key] ?? example));
    await people.type(staffEmail('clerk', unit.id), spreadsheetId, range, cells);
  };
  const submit = ({ id }: Unit): Promise<Answer> =>
    people.press(staffEmail('clerk', id), 'submit', {
      spreadsheetId: tabOf(books, id).spreadsheetId,
      unit: id,
    });
  let refused: string[] | undefined;
  const [first] = units;
  if (first)
    await journal.once(`try ${period} ${first.id}`, async () => {
      await type(first, [{ ...linesOf(first)[0], ...slip }]);
      const { body } = await submit(first);
      if (body.ok) throw new Error(`${first.name}, ${period}: a wrong list was accepted`);
      refused = (body.problems ?? []).map(({ message }) => message);
      for (const message of refused) stage.say(`Từ chối: ${message}`);
    });
  await stage.each(form.title, units, async (unit) => {
    await journal.once(`file ${period} ${unit.id}`, async () => {
      await type(unit, linesOf(unit));
      const { body } = await submit(unit);
      if (!body.ok)
        throw new Error(
          `${unit.name}, ${period}: ${body.message}\n${(body.problems ?? []).map(({ message }) => message).join('\n')}`,
        );
      await local.queue.idle();
    });
    await journal.once(`sign ${period} ${unit.id}`, async () => {
      await people.answerSignOff(staffEmail('head', unit.id), unit.name, 'sign', '');
    });
  });
  await local.queue.idle();
  return { lists: await storedLists(stage, units, period), refused };
}

/** What the units have sent last. */
export const storedLists = (stage: Stage, units: readonly Unit[], period: string): Promise<FiledList[]> =>
  Promise.all(units.map((unit) => storedList(stage, unit, period)));

async function storedList({ local, plan }: Stage, unit: Unit, period: string): Promise<FiledList> {
  const submission = (await readSubmission(local.store, plan.id, unit.id, period))?.data;
  if (!submission) return { unit, snapshotId: '', signedBy: '', rows: [], cites: [] };
  const { snapshotId, signedBy = '' } = currentVersion(submission);
  const snapshot = (await local.store.read<Snapshot>(paths.snapshot(snapshotId)))?.data;
  const isSigned = submission.state === 'submitted';
  return {
    unit,
    snapshotId,
    signedBy: isSigned ? signedBy : '',
    rows: snapshot?.rows ?? [],
    cites: snapshot?.cites ?? [],
  };
}

/** Every head signed, and nobody for another unit. */
export const isSignedByHeads = (lists: readonly FiledList[]): boolean =>
  lists.length > 0 && lists.every(({ unit, signedBy }) => signedBy === staffEmail('head', unit.id));

export const rowsOf = (lists: readonly FiledList[]): Row[] => lists.flatMap(({ rows }) => rows);
