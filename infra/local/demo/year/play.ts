/** Plays the script: at each time the clock is moved and people type, submit, sign, grant, review and mend over HTTP. */
import { formatDate } from '../../../../functions/domain/date.ts';
import type { Plan } from '../../../../functions/domain/plan.ts';
import { toUnitTree, type Unit } from '../../../../functions/domain/unit.ts';
import { type ExtensionRecord, type OutboxMail, paths, syncMark } from '../../../../functions/records.ts';
import { type Local, robot } from '../../runtime/local.ts';
import { Progress } from '../../runtime/progress.ts';
import { staffEmail } from '../../samples/people.ts';
import { sampleRows, type TypedRow } from '../../samples/rows.ts';
import { tabOf, trialSeed, typeRows } from '../../trial.ts';
import type { Journal } from '../journal.ts';
import type { Answer, People, WorkbookInfo } from '../people.ts';
import { type Decision, reviewDesk } from '../reviews.ts';
import { dossiers } from '../stage.ts';
import type { Act } from './script.ts';

export interface YearWorld {
  local: Local;
  people: People;
  journal: Journal;
  plan: Plan;
  period: string;
  workbooks: readonly WorkbookInfo[];
  acts: readonly Act[];
}

/** Until nothing is owed: with faults a mail may need another round. */
export async function settle({ tickAndSettle, store }: Local): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    await tickAndSettle();
    const owed = await store.list('outbox', { where: { owed: true }, limit: 1 });
    if (owed.length === 0 && (await store.list('marks', { limit: 1 })).length === 0) return;
  }
  throw new Error('work is still owed after thirty rounds');
}

export async function playYear(world: YearWorld, lastDay: string): Promise<void> {
  const { local, people, acts } = world;
  const progress = new Progress('Một năm theo đồng hồ');
  const moments = [...Map.groupBy(acts, ({ at }) => at)];
  let played = 0;
  for (const [at, together] of moments) {
    await moveTo(people, `${at}:00+07:00`);
    for (const act of together) await play(world, act);
    await settle(local);
    played += together.length;
    progress.show(played, acts.length);
  }
  progress.end();
  // A month at a time, so that what a fault left over is not a year late.
  for (let month = 1; month <= 12; month += 1) {
    await moveTo(people, `${lastDay.slice(0, 4)}-${String(month).padStart(2, '0')}-28T09:00:00+07:00`);
    await settle(local);
  }
  await moveTo(people, `${lastDay}T09:00:00+07:00`);
  await settle(local);
}

async function moveTo(people: People, moment: string): Promise<void> {
  if ((await people.now()) < new Date(moment)) await people.moveClock(moment);
}

async function play(world: YearWorld, act: Act): Promise<void> {
  const { plan, journal } = world;
  const unit = toUnitTree(plan.units).get(act.unitId) as Unit;
  await journal.once(`year ${act.at} ${act.kind} ${act.unitId}`, () => perform(world, unit, act));
}

async function perform(world: YearWorld, unit: Unit, act: Act): Promise<void> {
  switch (act.kind) {
    case 'type':
      return typeRows(world.people, tabOf(world.workbooks, unit.id), unit.id, rowsOf(world, unit, act.rows));
    case 'submit':
      return submit(world, unit);
    case 'sign':
      return answer(world, unit, 'sign', '');
    case 'sendBack':
      return answer(world, unit, 'sendBack', 'Bổ sung số liệu của gương thứ nhất rồi gửi lại.');
    case 'mend':
      return mend(world, unit);
    case 'extend':
      return extend(world, unit, act.lastDay);
    case 'review':
      return review(world, unit);
  }
}

function rowsOf({ plan, period }: YearWorld, { id, name, kind, parent }: Unit, count: number): TypedRow[] {
  const parentName = plan.units.find((unit) => unit.id === parent)?.name ?? '';
  const kinds = plan.obligations.find(({ unitKind }) => unitKind === kind)?.allowedKinds ?? [];
  const rows = sampleRows({ id, name, kind, parentName }, { count, kinds, period, seed: trialSeed });
  // Some lists come before the new year; nobody can have agreed after that.
  const agreedOn = `12/12/${Number(period.slice(0, 4)) - 1}`;
  return rows.map((row) => (row.consentDate ? { ...row, consentDate: agreedOn } : row));
}

const mustSucceed = (unit: Unit, { body }: Answer): void => {
  if (!body.ok) throw new Error(`${unit.name}: ${JSON.stringify(body, null, 1)}`);
};

async function submit({ people, plan, workbooks, period }: YearWorld, unit: Unit): Promise<void> {
  const clerk = staffEmail('clerk', unit.id);
  const paper = plan.obligations.find(({ unitKind }) => unitKind === unit.kind)?.attachment;
  const attachment = paper && {
    documentNumber: `${unit.id.replace(/\D/g, '').slice(-2)}/KH`,
    documentDate: formatDate(`${period.slice(0, 4)}-01-10`),
    url: await people.uploadPaper(clerk, `${paper.label} – ${unit.name}.pdf`, robot),
  };
  const { spreadsheetId } = tabOf(workbooks, unit.id);
  const body = { spreadsheetId, unit: unit.id, ...(attachment ? { attachment } : {}) };
  mustSucceed(unit, await people.press(clerk, 'submit', body));
}

/**
 * The head follows the link of the newest mail that was sent. It is looked up by address in the outbox, not by reading
 * the whole mailbox, which holds a year's mails and would be read a hundred times.
 */
async function answer({ local }: YearWorld, unit: Unit, action: string, reason: string): Promise<void> {
  const to = staffEmail('head', unit.id);
  const stored = await local.store.list<OutboxMail>('outbox', { where: { kind: 'signOffRequest', to } });
  const newest = stored
    .map(({ data }) => data)
    .filter(({ state }) => state === 'sent')
    .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1))[0];
  const token = /\/confirm\?token=([\w.-]+)/.exec(newest?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`${unit.name}: no mail to sign by`);
  const response = await fetch(`${local.urls.functions}/confirm`, {
    method: 'POST',
    body: new URLSearchParams({ token, action, reason }),
  });
  if (!response.ok) throw new Error(`${unit.name}: the sign-off page answered ${response.status}`);
  await response.arrayBuffer();
}

/** Second row, as the reviewers asked. */
async function mend(world: YearWorld, unit: Unit): Promise<void> {
  const typed = world.acts.find((act) => act.kind === 'type' && act.unitId === unit.id);
  const row = rowsOf(world, unit, typed?.kind === 'type' ? typed.rows : 0)[1];
  if (!row) throw new Error(`${unit.name}: no row to mend`);
  const mended = { ...row, summary: `${row.summary} Năm 2024 có thêm 12 hộ làm theo.` };
  await typeRows(world.people, tabOf(world.workbooks, unit.id), unit.id, [mended], 1);
}

async function extend(
  { local, plan, period, workbooks }: YearWorld,
  unit: Unit,
  lastDay: string,
): Promise<void> {
  const now = local.services.clock.now();
  const granted: ExtensionRecord = {
    planId: plan.id,
    unitId: unit.id,
    period,
    lastDay,
    reason: 'Triều cường ngập trụ sở, đơn vị đề nghị thêm thời gian',
    grantedBy: staffEmail('reviewer', unit.parent ?? ''),
    grantedAt: now.toISOString(),
  };
  const path = paths.extension(plan.id, unit.id, period);
  const { spreadsheetId } = tabOf(workbooks, unit.id);
  await local.store.commit([{ kind: 'put', path, data: granted }, syncMark(spreadsheetId, now)]);
}

/** The first time one row of each list is chosen upward and the second of some returned; all else is approved. */
async function review(world: YearWorld, unit: Unit): Promise<void> {
  const { local, acts } = world;
  const waiting = (await dossiers(world)).filter(
    ({ at, status }) => at === unit.id && status === 'submitted',
  );
  const isTop = unit.parent === null;
  const returns = new Set(acts.filter(({ kind }) => kind === 'mend').map(({ unitId }) => unitId));
  const isFirst = acts.find((act) => act.kind === 'review' && act.unitId === unit.id)?.at.slice(0, 10);
  const today = new Date(local.services.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  await reviewDesk(world, unit.id, waiting, ({ id, unitId, round }): Decision => {
    if (isTop || isFirst !== today) return { action: 'approve', reason: '' };
    if (id.endsWith('-001')) return { action: 'promote', reason: '' };
    if (id.endsWith('-002') && returns.has(unitId) && round === 1)
      return { action: 'return', reason: 'Bổ sung số liệu kết quả của năm 2024' };
    return { action: 'approve', reason: '' };
  });
}
