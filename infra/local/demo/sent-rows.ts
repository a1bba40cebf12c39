/** Scenes on any form of a plan: a clerk types rows by their columns, is refused or sends, the head signs; what was stored. */
import type { Form } from '../../../functions/domain/form.ts';
import { formOfPeriod } from '../../../functions/domain/period.ts';
import { planForm } from '../../../functions/domain/plan-form.ts';
import {
  currentVersion,
  type Snapshot,
  type Submission,
  type SubmissionVersion,
} from '../../../functions/domain/submission.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { firstDataLine, systemColumns } from '../../../functions/domain/workbook.ts';
import { paths, readSubmission } from '../../../functions/records.ts';
import { staffEmail } from '../samples/people.ts';
import { tabOf, type UnitTab, workbooksOf } from '../trial.ts';
import type { Answer } from './people.ts';
import type { Stage } from './stage.ts';

/** By column key, as a person types it; a column that is not named stays blank. */
export type Typed = Readonly<Record<string, string>>;

export interface Sending {
  unitId: string;
  /** Of one form: "2023.TC". */
  period: string;
  rows: readonly Typed[];
  /** Rows above that stand already. */
  after?: number;
}

const formIn = ({ plan }: Pick<Stage, 'plan'>, period: string): Form =>
  planForm(plan, formOfPeriod(period), plan.inForceFrom);

/** A right row of the form: its examples, and in their place what is told. */
export const exampleOf = (stage: Pick<Stage, 'plan'>, period: string, told: Typed): Typed => ({
  ...Object.fromEntries(formIn(stage, period).columns.map(({ key, example }) => [key, example])),
  ...told,
});

const unitOf = (stage: Pick<Stage, 'tree'>, unitId: string): Unit => {
  const unit = stage.tree.get(unitId);
  if (!unit) throw new Error(`the plan has no unit ${unitId}`);
  return unit;
};

const tabFor = async ({ people, plan }: Stage, unitId: string, period: string): Promise<UnitTab> =>
  tabOf(await workbooksOf(people, plan.id, period), unitId);

async function typeOn(stage: Stage, { unitId, period, rows, after = 0 }: Sending): Promise<void> {
  const { spreadsheetId, title } = await tabFor(stage, unitId, period);
  const block = rows.map((row) => formIn(stage, period).columns.map(({ key }) => row[key] ?? ''));
  const first = `${String.fromCharCode(65 + systemColumns.length)}${firstDataLine + after}`;
  await stage.people.type(
    staffEmail('clerk', unitId),
    spreadsheetId,
    `'${title.replaceAll("'", "''")}'!${first}`,
    block,
  );
}

async function submitOn(stage: Stage, unitId: string, period: string, nil = false): Promise<Answer['body']> {
  const { spreadsheetId } = await tabFor(stage, unitId, period);
  const { body } = await stage.people.press(staffEmail('clerk', unitId), 'submit', {
    spreadsheetId,
    unit: unitId,
    ...(nil ? { nil: true } : {}),
  });
  await stage.local.queue.idle();
  return body;
}

/** A wrong list; answers the words of the refusal, or '' where it was tried in an earlier run on the same folder. */
export async function beRefused(stage: Stage, sending: Sending, key: string): Promise<string[]> {
  const { unitId, period } = sending;
  let said: string[] = [];
  await stage.journal.once(`refused ${key}`, async () => {
    await typeOn(stage, sending);
    const body = await submitOn(stage, unitId, period);
    if (body.ok) throw new Error(`${unitOf(stage, unitId).name}: a wrong list was accepted`);
    said = (body.problems ?? []).map(({ message }) => message);
    stage.say(`${unitOf(stage, unitId).name} bị từ chối: ${body.message}`);
    for (const line of said) stage.say(`    ${line}`);
  });
  return said;
}

/** Typed, sent and signed by the head; `key` tells one sending of a list from the next. */
export async function sendRows(stage: Stage, sending: Sending, key = ''): Promise<void> {
  const { unitId, period } = sending;
  const work = `${unitId} ${period} ${key}`;
  await stage.journal.once(`rows ${work}`, () => typeOn(stage, sending));
  await sendTyped(stage, { unitId, period }, work, false);
}

/** The list as it stands in the tab, e.g. with what a desk has chosen into it. */
export const sendAsItStands = (stage: Stage, unitId: string, period: string): Promise<void> =>
  sendTyped(stage, { unitId, period }, `${unitId} ${period} như đang có`, false);

export const sendNobody = (stage: Stage, unitId: string, period: string): Promise<void> =>
  sendTyped(stage, { unitId, period }, `${unitId} ${period} không có`, true);

async function sendTyped(
  stage: Stage,
  { unitId, period }: Pick<Sending, 'unitId' | 'period'>,
  work: string,
  nil: boolean,
): Promise<void> {
  const { name } = unitOf(stage, unitId);
  await stage.journal.once(`submit ${work}`, async () => {
    const body = await submitOn(stage, unitId, period, nil);
    const problems = (body.problems ?? []).map(({ message }) => message);
    if (!body.ok) throw new Error(`${name}, ${period}: ${body.message}\n${problems.join('\n')}`);
  });
  await stage.journal.once(`sign ${work}`, async () => {
    await stage.people.answerSignOff(staffEmail('head', unitId), name, 'sign', '');
    await stage.local.queue.idle();
  });
}

export interface Stored {
  submission: Submission;
  version: SubmissionVersion;
  snapshot: Snapshot;
}

/** What is kept of a unit's list; undefined when it has sent none. */
export async function storedOf(
  { local, plan }: Pick<Stage, 'local' | 'plan'>,
  unitId: string,
  period: string,
): Promise<Stored | undefined> {
  const submission = (await readSubmission(local.store, plan.id, unitId, period))?.data;
  if (!submission) return undefined;
  const version = currentVersion(submission);
  const snapshot = await local.store.read<Snapshot>(paths.snapshot(version.snapshotId));
  return snapshot && { submission, version, snapshot: snapshot.data };
}

export async function storedOfAll(
  stage: Pick<Stage, 'local' | 'plan'>,
  unitIds: readonly string[],
  period: string,
): Promise<Stored[]> {
  const all = await Promise.all(unitIds.map((unitId) => storedOf(stage, unitId, period)));
  return all.flatMap((one) => one ?? []);
}

/** The same stage in another period of the plan, with the workbooks of that one. */
export async function inPeriod(stage: Stage, period: string): Promise<Stage> {
  return { ...stage, period, workbooks: await workbooksOf(stage.people, stage.plan.id, period) };
}
