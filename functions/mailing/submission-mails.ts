/** Mails around a unit's list: receipt, the head's request to sign, the list sent back, a row taken off the public page. */
import { answerBy } from '../domain/answer-by.ts';
import { type Deadline, daysLate, localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { periodLabel } from '../domain/period.ts';
import { planForm } from '../domain/plan-form.ts';
import type { Problem } from '../domain/problem.ts';
import { currentVersion, type Snapshot, type Submission } from '../domain/submission.ts';
import { askerWords, type Ticket, wishWords } from '../domain/ticket.ts';
import { wishTitles } from '../domain/ticket-course.ts';
import type { Unit } from '../domain/unit.ts';
import { unitTabOf, type Workbook } from '../domain/workbook.ts';
import { signOffLifeMs, signOffLink } from '../links/sign-off-link.ts';
import { ticketUrl } from '../links/ticket-link.ts';
import { storyPath } from '../listing/address.ts';
import type { Lead } from '../listing/lead.ts';
import type { ListedRow, OtherPageLine } from '../mails/data.ts';
import { toPlanInfo } from '../mails/digest-state.ts';
import { holidaysOf } from '../plans/holidays.ts';
import { problemResponses } from '../problem-response.ts';
import { type OtherPage, readOtherPages } from '../publishing/other-pages.ts';
import { type LoadedPlan, paths, readStaff, readWorkbooksOf } from '../records.ts';
import type { Services } from '../services.ts';
import { type OwedMail, oweMail } from './outbox.ts';

const listed = (rows: readonly { kind: ListedRow['kind']; values: Record<string, unknown> }[]): ListedRow[] =>
  rows.map(({ kind, values }) => ({
    kind,
    name: String(values.name ?? ''),
    title: String(values.title ?? ''),
  }));

export const unitLink = (services: Services, workbook: Workbook, unitId: string): string =>
  services.settings.workbookUrl(workbook.spreadsheetId, unitTabOf(workbook, unitId)?.sheetId ?? 0);

/** A list with all that its mails tell. */
export interface SentList {
  loaded: LoadedPlan;
  workbook: Workbook;
  unit: Unit;
  deadline: Deadline;
  submission: Submission;
  snapshot: Snapshot;
  /** Chosen from the units below. */
  chosen: readonly Dossier[];
  problems: readonly Problem[];
}

/** Receipt to the clerk who sent and a copy to the heads; a link to sign when the plan wants a signature. */
export async function submissionMails(
  services: Services,
  { loaded, workbook, unit, deadline, submission, snapshot, chosen, problems }: SentList,
  now: Date,
): Promise<OwedMail[]> {
  const { plan, tree } = loaded;
  const { planId, period } = workbook;
  const staff = await readStaff(services.store, { planId, unitId: unit.id });
  const version = currentVersion(submission);
  const clerk = staff.find(({ email }) => email === version.by);
  const awaitsSignature = submission.state === 'awaitingSignature';
  const shared = {
    plan: toPlanInfo(plan),
    period: periodLabel(period),
    unitName: unit.name,
    parentName: receiver(tree.get(workbook.unitId)),
    clerkName: clerk?.name ?? version.by,
    version: submission.versions.length,
    submittedAt: version.at,
    daysLate: daysLate(deadline, new Date(version.at), plan.timeZone),
    lastDay: deadline.lastDay,
    rows: listed([...snapshot.rows, ...chosen.map(({ row }) => row)]),
    attachment: snapshot.attachment,
  };
  const list = [planId, period, unit.id, String(submission.versions.length), snapshot.id];
  const receipt = (email: string, name: string, role: 'clerk' | 'head'): OwedMail =>
    oweMail(
      'receipt',
      email,
      list,
      {
        ...shared,
        recipient: { name, role },
        warnings: problemResponses(problems, planForm(plan, snapshot.formId, deadline.own.lastDay)).map(
          ({ message }) => message,
        ),
        awaitsSignature,
        link: unitLink(services, workbook, unit.id),
      },
      now,
    );
  const request = (email: string, name: string): OwedMail => {
    const about = { planId, period, unitId: unit.id, snapshotId: snapshot.id, email };
    const { link, expiresAt } = signOffLink(services.settings, about, now);
    // A link that has run out is sent anew when the clerk presses again; the mail is then another one.
    const life = Math.floor((now.getTime() - Date.parse(version.at)) / signOffLifeMs);
    return oweMail(
      'signOffRequest',
      email,
      [...list, `link ${life}`],
      { ...shared, headName: name, link, expiresAt },
      now,
    );
  };
  const heads = staff.filter(({ role }) => role === 'head');
  return [
    receipt(version.by, clerk?.name ?? version.by, 'clerk'),
    ...heads
      .filter(({ email }) => email !== version.by)
      .map(({ email, name }) => (awaitsSignature ? request(email, name) : receipt(email, name, 'head'))),
    ...(awaitsSignature ? heads.filter(({ email }) => email === version.by) : []).map(({ email, name }) =>
      request(email, name),
    ),
  ];
}

const receiver = (parent: Unit | undefined): string => parent?.reviewBody ?? parent?.name ?? '';

/** Whether the links that went with this list have run out, so that new ones are due when the clerk sends it again. */
export const areLinksOver = (submission: Submission, now: Date): boolean =>
  submission.state === 'awaitingSignature' &&
  now.getTime() - Date.parse(currentVersion(submission).at) >= signOffLifeMs;

/** To the clerk who sent the list: the head's sentence. */
export async function sentBackMails(
  services: Services,
  { plan, tree }: LoadedPlan,
  submission: Submission,
  headEmail: string,
  reason: string,
  now: Date,
): Promise<OwedMail[]> {
  const { planId, period, unitId, parentId } = submission;
  const version = currentVersion(submission);
  const staff = await readStaff(services.store, { planId, unitId });
  const workbooks = await readWorkbooksOf(services.store, planId, period, parentId);
  const workbook = workbooks.find((candidate) => unitTabOf(candidate, unitId));
  const nameOf = (email: string): string => staff.find((person) => person.email === email)?.name ?? email;
  const data = {
    plan: toPlanInfo(plan),
    period: periodLabel(period),
    unitName: tree.get(unitId)?.name ?? unitId,
    headName: nameOf(headEmail),
    clerkName: nameOf(version.by),
    reason,
    link: workbook ? unitLink(services, workbook, unitId) : '',
  };
  const about = [planId, period, unitId, String(submission.versions.length), version.snapshotId];
  return [oweMail('sentBack', version.by, about, data, now)];
}

/** To the clerk who sent the list: who signed what, and when. */
export async function signedMails(
  services: Services,
  { plan, tree }: LoadedPlan,
  submission: Submission,
  rows: readonly { kind: ListedRow['kind']; values: Record<string, unknown> }[],
  now: Date,
): Promise<OwedMail[]> {
  const { planId, period, unitId, parentId } = submission;
  const version = currentVersion(submission);
  const [staff, workbooks] = await Promise.all([
    readStaff(services.store, { planId, unitId }),
    readWorkbooksOf(services.store, planId, period, parentId),
  ]);
  const workbook = workbooks.find((candidate) => unitTabOf(candidate, unitId));
  const data = {
    plan: toPlanInfo(plan),
    period: periodLabel(period),
    unitName: tree.get(unitId)?.name ?? unitId,
    parentName: receiver(tree.get(parentId)),
    clerkName: staff.find(({ email }) => email === version.by)?.name ?? version.by,
    signedName: version.signedName ?? version.signedBy ?? '',
    signedAt: version.signedAt ?? now.toISOString(),
    snapshotId: version.snapshotId,
    rows: listed(rows),
    link: workbook ? unitLink(services, workbook, unitId) : '',
  };
  const about = [planId, period, unitId, String(submission.versions.length), version.snapshotId];
  return [oweMail('signedReceipt', version.by, about, data, now)];
}

const otherPageLine = ({ name, period, unitName, planNumber, url }: OtherPage): OtherPageLine => ({
  name,
  period,
  unitName,
  plan: planNumber,
  url,
});

/** Working days in which whoever asked for a take-down is answered. */
const answerDays = 2;

/** At once: to clerks and heads of the unit that wrote the row, and to the reviewers above it, who must answer whoever asked. */
export async function withdrawalMails(
  services: Services,
  { plan, tree }: LoadedPlan,
  dossier: Dossier,
  /** Paths of dossiers that are taken off with it. */
  together: readonly string[],
  now: Date,
): Promise<OwedMail[]> {
  const { planId, unitId, withdrawn } = dossier;
  if (!withdrawn) return [];
  const desks = tree.ancestors(unitId).map(({ id }) => id);
  const staff = await readStaff(services.store, { planId });
  const data = {
    plan: toPlanInfo(plan),
    unitName: tree.get(unitId)?.name ?? unitId,
    answerBy: answerBy(localDate(new Date(withdrawn.at), plan.timeZone), answerDays, holidaysOf(plan)),
    name: String(dossier.row.values.name ?? ''),
    title: String(dossier.row.values.title ?? ''),
    reason: withdrawn.reason,
    by: staff.find(({ email }) => email === withdrawn.by)?.name ?? withdrawn.by,
    withdrawnAt: withdrawn.at,
    otherPages: (await readOtherPages(services, dossier))
      .filter(({ stored }) => !together.includes(stored.path))
      .map(otherPageLine),
  };
  const notice = (role: 'unit' | 'desk', { email, name }: { email: string; name: string }): OwedMail =>
    oweMail(
      'withdrawalNotice',
      email,
      [planId, dossier.id, withdrawn.at],
      { ...data, recipient: { name, role } },
      now,
    );
  const ofUnit = staff.filter((one) => one.unitId === unitId && ['clerk', 'head'].includes(one.role));
  const ofDesks = staff.filter((one) => desks.includes(one.unitId) && one.role === 'reviewer');
  // One person may be several of these: the first is who hears.
  const owed = [
    ...ofDesks.map((person) => notice('desk', person)),
    ...ofUnit.map((person) => notice('unit', person)),
  ];
  return [...new Map(owed.toReversed().map((mail) => [mail.key, mail])).values()].toReversed();
}

/** To the unit that wrote the row, and to the reviewers above it, who alone can take the page down; at once. */
export async function takedownMails(
  services: Services,
  { plan, tree }: LoadedPlan,
  ticket: Ticket,
  lead: Lead,
  now: Date,
): Promise<OwedMail[]> {
  const { planId, unitId, parentId, code, receivedAt, answerBy, settleBy } = ticket;
  const own = await readStaff(services.store, { planId, unitId });
  const above = parentId === '' ? [] : await readStaff(services.store, { planId, unitId: parentId });
  const people = [
    ...own.filter(({ role }) => role === 'clerk' || role === 'head'),
    ...above.filter(({ role }) => role === 'reviewer'),
  ];
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const dossier = await services.store.read<Dossier>(paths.dossier(planId, ticket.dossierId));
  const otherPages = dossier ? (await readOtherPages(services, dossier.data)).map(otherPageLine) : [];
  return [...byEmail.values()].map(({ email, name }) =>
    oweMail(
      'takedownRequest',
      email,
      [code],
      {
        plan: toPlanInfo(plan),
        recipientName: name,
        unitName: tree.get(unitId)?.name ?? unitId,
        name: lead.name,
        title: lead.title,
        asked: wishTitles[ticket.wish],
        wish: wishWords[ticket.wish],
        asker: askerWords[ticket.asker],
        code,
        receivedAt,
        answerBy,
        settleBy,
        deskName: receiver(tree.get(parentId)) || 'cấp trên',
        link: ticketUrl(services.settings, { code, email }, now),
        story: services.settings.listingUrl + storyPath(lead),
        otherPages,
      },
      now,
    ),
  );
}
