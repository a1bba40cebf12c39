/** Scenes around a unit's list: type, be refused, mend, submit, sign. */
import { formatDate } from '../../../functions/domain/date.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { robot } from '../runtime/local.ts';
import { staffEmail } from '../samples/people.ts';
import { blankRow, type TypedRow } from '../samples/rows.ts';
import type { Mend, UnitScript } from '../samples/scenario.ts';
import { tabOf, typeRows, withPhoto } from '../trial.ts';
import type { Answer } from './people.ts';
import type { Stage } from './stage.ts';

export async function typeList(stage: Stage, { unitId, rows }: UnitScript): Promise<void> {
  if (rows.length === 0) return;
  const { people, workbooks, photos, journal } = stage;
  await journal.once(`type ${unitId}`, async () => {
    const typed = await withPhoto(people, unitId, rows, photos.get(unitId));
    await typeRows(people, tabOf(workbooks, unitId), unitId, typed);
  });
}

/** Retypes single cells; the rest of the row stays as it was typed. */
async function mend(stage: Stage, { unitId, rows }: UnitScript, mends: readonly Mend[]): Promise<void> {
  for (const { rowIndex, cells } of mends) {
    const before: TypedRow = rows[rowIndex] ?? blankRow();
    await typeRows(stage.people, tabOf(stage.workbooks, unitId), unitId, [{ ...before, ...cells }], rowIndex);
  }
}

async function pressSubmit(stage: Stage, script: UnitScript, withPaper: boolean): Promise<Answer> {
  const { people, workbooks } = stage;
  const clerk = staffEmail('clerk', script.unitId);
  const { spreadsheetId } = tabOf(workbooks, script.unitId);
  const { attachment } = script;
  return people.press(clerk, 'submit', {
    spreadsheetId,
    unit: script.unitId,
    ...(attachment && withPaper
      ? { attachment: { ...attachment, documentDate: formatDate(attachment.documentDate) } }
      : {}),
  });
}

export interface Refused {
  unit: Unit;
  message: string;
  problems: string[];
}

/** The clerk submits; what is refused is shown, mended and submitted again. */
export async function submitList(
  stage: Stage,
  unit: Unit,
  script: UnitScript,
  refused: Refused[],
): Promise<void> {
  const { journal } = stage;
  if (script.firstTry !== undefined)
    await journal.once(`try ${unit.id}`, async () => {
      const answer = await pressSubmit(stage, script, script.firstTry !== 'no-attachment');
      const problems = answer.body.problems ?? [];
      if (answer.body.ok) throw new Error(`${unit.name}: a wrong list was accepted`);
      refused.push({
        unit,
        message: answer.body.message ?? '',
        problems: problems.map(({ message }) => message),
      });
    });
  await journal.once(`mend ${unit.id}`, () => mend(stage, script, script.mends));
  await journal.once(`submit ${unit.id}`, async () =>
    mustSucceed(unit, await pressSubmit(stage, script, true)),
  );
}

function mustSucceed(unit: Unit, { body }: Answer): void {
  if (body.ok) return;
  const problems = (body.problems ?? []).map(({ message }) => message).join('\n');
  throw new Error(`${unit.name}: ${body.message}\n${problems}`);
}

/** The head opens the link of the mail; one sends the list back first, and the clerk sends it again. */
export async function signList(stage: Stage, unit: Unit, script: UnitScript): Promise<void> {
  const { journal, people } = stage;
  const head = staffEmail('head', unit.id);
  const reason = script.headSendsBack;
  if (reason !== undefined) {
    await journal.once(`send back ${unit.id}`, async () => {
      await people.answerSignOff(head, unit.name, 'sendBack', reason);
    });
    await journal.once(`submit again ${unit.id}`, async () => {
      mustSucceed(unit, await pressSubmit(stage, script, true));
      await stage.local.queue.idle();
    });
  }
  await journal.once(`sign ${unit.id}`, async () => {
    await people.answerSignOff(head, unit.name, 'sign', '');
  });
}

/** What the reviewers returned is mended in its row and the list sent again. */
export async function mendReturned(stage: Stage, unit: Unit, script: UnitScript): Promise<void> {
  const { journal } = stage;
  const current = { ...script, rows: afterMends(script) };
  const mends = (script.returnRows ?? []).map(({ rowIndex, mend: cells }) => ({ rowIndex, cells }));
  await journal.once(`mend returned ${unit.id}`, () => mend(stage, current, mends));
  await journal.once(`resubmit ${unit.id}`, async () => {
    mustSucceed(unit, await pressSubmit(stage, script, true));
    await stage.local.queue.idle();
  });
  await journal.once(`sign again ${unit.id}`, async () => {
    await stage.people.answerSignOff(staffEmail('head', unit.id), unit.name, 'sign', '');
  });
}

export function afterMends({ rows, mends }: UnitScript): TypedRow[] {
  const after = [...rows];
  for (const { rowIndex, cells } of mends) after[rowIndex] = { ...(after[rowIndex] ?? blankRow()), ...cells };
  return after;
}

/** The paper of a list stands in Drive and the robot may read it. */
export async function uploadPaper(stage: Stage, unit: Unit, script: UnitScript): Promise<UnitScript> {
  if (!script.attachment) return script;
  const clerk = staffEmail('clerk', unit.id);
  const url = await stage.people.uploadPaper(clerk, `Kế hoạch bồi dưỡng – ${unit.name}.pdf`, robot);
  return { ...script, attachment: { ...script.attachment, url } };
}
