/** What people see while a list goes its way: the desk's lines to decide on, the status column, the public page. */
import { expect } from 'vitest';
import { parseReviewKey, reviewColumn, tabTitles } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { Office } from './office.ts';
import { workbookOf } from './office-acts.ts';

/** Dossier id → decision and reason. */
export type Decisions = Record<string, [string, string]>;

/** Decides the waiting lines of a desk by dossier id; everything else stays as it is typed. */
export async function decideAtDesk(
  office: Office,
  unit: string,
  decisions: Decisions,
): Promise<Record<string, unknown>> {
  await office.settle();
  const reviewer = staffEmail('reviewer', unit);
  const desk = workbookOf(office, unit);
  const lines = await office.people.read(reviewer, desk, `'${tabTitles.review}'!A3:L200`);
  const rounds = new Map<string, number>();
  for (const [key] of lines) {
    const parsed = parseReviewKey(String(key));
    if (parsed) rounds.set(parsed.dossierId, Math.max(parsed.round, rounds.get(parsed.dossierId) ?? 0));
  }
  const typed = lines.map((cells) => {
    const key = parseReviewKey(String(cells[0]));
    const decision = key && rounds.get(key.dossierId) === key.round ? decisions[key.dossierId] : undefined;
    return (
      decision ?? [String(cells[reviewColumn('decision')] ?? ''), String(cells[reviewColumn('reason')] ?? '')]
    );
  });
  await office.people.type(reviewer, desk, `'${tabTitles.review}'!G3`, typed);
  const { body } = await office.people.press(reviewer, 'review', { spreadsheetId: desk });
  expect(body).toMatchObject({ ok: true, problems: [] });
  await office.settle();
  return body;
}

/** The computed status column of a unit's tab, by row id. */
export async function statusesOf(office: Office, unit: string): Promise<Record<string, string>> {
  const { spreadsheetId, title } = office.tab(unit);
  const cells = await office.people.read(staffEmail('clerk', unit), spreadsheetId, `'${title}'!A3:D62`);
  return Object.fromEntries(
    cells.filter((line) => (line[3] ?? '') !== '').map(([key, status]) => [String(key), String(status)]),
  );
}

/** What the public page lists, sorted. */
export async function publicIds(office: Office): Promise<string[]> {
  const { status, html } = await office.people.page('/');
  expect(status).toBe(200);
  return [...html.matchAll(/<article id="([^"]+)"/g)].map(([, found]) => found as string).sort();
}
