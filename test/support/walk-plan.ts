/** Plays every obligation of a plan in a period, bottom up, as people do: type, send, sign, choose upward. Knows no plan. */
import type { Dossier } from '../../functions/domain/dossier.ts';
import { type Form, kindLabels } from '../../functions/domain/form.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import { formOfPeriod, periodsWithin } from '../../functions/domain/period.ts';
import type { Obligation } from '../../functions/domain/plan.ts';
import { planForm } from '../../functions/domain/plan-form.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import { decisionWords, firstDataLine, systemColumns, tabTitles } from '../../functions/domain/workbook.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { exampleRow } from '../../infra/local/samples/example-row.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { tabOf } from '../../infra/local/trial.ts';
import type { Office } from './office.ts';

export interface Walked {
  form: string;
  period: string;
  unitId: string;
  /** Rows sent, chosen ones included. */
  rows: number;
  late: boolean;
}

/** Every list that the plan asks for in the periods that fall into `period`; throws what the product refuses. */
export async function walkPlan(office: Office, period: string): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const each of periodsWithin(office.plan, period)) walked.push(...(await walkPeriod(office, each)));
  return walked;
}

async function walkPeriod(office: Office, period: string): Promise<Walked[]> {
  const { plan } = office;
  const tree = toUnitTree(plan.units);
  const form = formOfPeriod(period);
  const owedBy = (unit: Unit): Obligation | undefined =>
    plan.obligations.find((owed) => owed.form === form && owed.unitKind === unit.kind);
  const depth = (unit: Unit): number => tree.ancestors(unit.id).length;
  const walked: Walked[] = [];
  for (const unit of plan.units.toSorted((a, b) => depth(b) - depth(a))) {
    if (formOf(form).flow === 'reviewed' && tree.children(unit.id).some(owedBy))
      await chooseAll(office, unit, period);
    const owed = owedBy(unit);
    if (owed && unit.parent !== null) walked.push(await sendList(office, unit, owed, period));
  }
  return walked;
}

const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;

async function sendList(office: Office, unit: Unit, owed: Obligation, period: string): Promise<Walked> {
  const { people, local, plan } = office;
  const clerk = staffEmail('clerk', unit.id);
  const { spreadsheetId, title } = tabOf(
    office.workbooks.filter((book) => book.period === period),
    unit.id,
  );
  const chosen = await chosenBelow(office, unit, period);
  const own = Math.max(chosen > 0 ? 0 : 1, owed.quota.min - chosen);
  const column = String.fromCharCode(65 + systemColumns.length);
  const rows = rowsFor(
    office,
    unit,
    owed,
    own,
    planForm(plan, owed.form, plan.inForceFrom),
    await exemplarOf(office, unit),
  );
  if (rows.length > 0)
    await people.type(clerk, spreadsheetId, `${quoted(title)}!${column}${firstDataLine}`, rows);
  const paper = owed.attachment && {
    documentNumber: '12/KH-UBND',
    documentDate: paperDate(office),
    url: await people.uploadPaper(clerk, `Giấy tờ ${unit.id} ${period}.pdf`, robot),
  };
  const { body } = await people.press(clerk, 'submit', {
    spreadsheetId,
    unit: unit.id,
    ...(paper ? { attachment: paper } : {}),
  });
  if (!body.ok) throw new Error(`${unit.name}, ${period}: ${JSON.stringify(body, null, 1)}`);
  await local.queue.idle();
  if (owed.headSignOff) await office.sign(unit.id);
  await local.tickAndSettle();
  return { form: owed.form, period, unitId: unit.id, rows: Number(body.rows), late: body.late === true };
}

const paperDate = ({ local }: Office): string => {
  const [year, month, day] = local.workspace.clock.now().toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

/** Exemplars are invented people; rows of other forms are the examples that people read in the sheet. */
/** Columns of the plan's own get their example. */
function rowsFor(
  office: Office,
  unit: Unit,
  { allowedKinds }: Obligation,
  count: number,
  form: Form,
  exemplar: string | undefined,
): string[][] {
  const own = new Set(formOf(form.id).columns.map(({ key }) => key));
  if (allowedKinds)
    return office
      .rows(
        unit.id,
        count,
        allowedKinds.map((kind) => kindLabels[kind]),
      )
      .map((row) => form.columns.map(({ key, example }) => row[key] ?? (own.has(key) ? '' : example)));
  return Array.from({ length: count }, (_, index) => exampleRow(form, index, exemplar));
}

/** Somebody whom the unit wrote of itself, as other lists name exemplars; undefined before it has sent any. */
async function exemplarOf({ local, plan }: Office, { id }: Unit): Promise<string | undefined> {
  const stored = await local.store.list<Dossier>('dossiers', { where: { planId: plan.id, unitId: id } });
  const written = stored.find(({ data }) => formOfPeriod(data.period) === 'exemplar');
  return written && String(written.data.row.values.name);
}

async function chosenBelow({ local, plan }: Office, { id }: Unit, period: string): Promise<number> {
  const stored = await local.store.list('dossiers', {
    where: { planId: plan.id, period, at: id, status: 'promoted' },
  });
  return stored.length;
}

/** The desk chooses everything upward; at the top it approves. */
async function chooseAll(office: Office, unit: Unit, period: string): Promise<void> {
  const { people, local } = office;
  const reviewer = staffEmail('reviewer', unit.id);
  await local.tickAndSettle();
  const books = office.workbooks.filter((book) => book.period === period && book.unit === unit.id);
  for (const { spreadsheetId } of books) {
    const lines = await people.read(reviewer, spreadsheetId, `'${tabTitles.review}'!A${firstDataLine}:A`);
    const word = unit.parent === null ? decisionWords.approve : decisionWords.promote;
    await people.type(
      reviewer,
      spreadsheetId,
      `'${tabTitles.review}'!G${firstDataLine}`,
      lines.map(() => [word]),
    );
    const { body } = await people.press(reviewer, 'review', { spreadsheetId });
    if (!body.ok || (body.problems ?? []).length > 0)
      throw new Error(`${unit.name}, ${period}: ${JSON.stringify(body, null, 1)}`);
  }
  await local.queue.idle();
}
