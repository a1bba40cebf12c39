/** What tests of the handlers do beside typing and pressing: odd calls, edits of a sheet's shape, a look at all that is stored. */
import { expect } from 'vitest';
import { toA1 } from '../../functions/domain/a1.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { systemColumns } from '../../functions/domain/workbook.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import type { ProblemResponse } from '../../functions/requests.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, traditionDay } from './office.ts';

export interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer as the wire gives it; the tests look into it.
  body: any;
}

/** One district with many communes, so that each case has a tab of its own; one cluster and one agency beside it. */
export function manyCommunes(count: number, base: Plan = smallPlan): Plan {
  const communes = Array.from(
    { length: count },
    (_, index): Unit => ({
      id: String(40_001 + 3 * index),
      name: `Xã Tân Lập ${index + 1}`,
      kind: 'commune',
      parent: '956',
      anniversary: traditionDay,
    }),
  );
  return { ...base, units: [...base.units.filter(({ kind }) => kind !== 'commune'), ...communes] };
}

export const communeIds = ({ units }: Plan): string[] =>
  units.filter(({ kind }) => kind === 'commune').map(({ id }) => id);

export const nameOf = ({ plan }: Office, unitId: string): string =>
  plan.units.find(({ id }) => id === unitId)?.name ?? '';

/** Column of a unit tab by its key, from 0. */
export const columnIndex = (key: string): number =>
  systemColumns.length + exemplarForm.columns.findIndex((column) => column.key === key);

export const cellAt = (key: string, line: number): string => toA1(columnIndex(key), line);

export const headerOf = (key: string): string =>
  exemplarForm.columns.find((column) => column.key === key)?.header ?? '';

export function sheetIdOf({ workbooks }: Office, unitId: string): number {
  const tab = workbooks.flatMap(({ tabs }) => tabs).find(({ unit }) => unit === unitId);
  return tab?.sheetId ?? -1;
}

export const workbookOf = ({ workbooks }: Office, unitId: string): string =>
  workbooks.find(({ unit }) => unit === unitId)?.spreadsheetId ?? '';

/** A rectangle of a unit's tab: lines as people count them, columns from 0; ends included. */
export const block = (
  office: Office,
  unitId: string,
  lines: [number, number],
  columns: [number, number],
) => ({
  sheetId: sheetIdOf(office, unitId),
  startRowIndex: lines[0] - 1,
  endRowIndex: lines[1],
  startColumnIndex: columns[0],
  endColumnIndex: columns[1] + 1,
});

export async function tokenFor({ local }: Office, email: string, more = ''): Promise<string> {
  const url = `${local.urls.workspace}/token?email=${encodeURIComponent(email)}${more}`;
  return ((await (await fetch(url)).json()) as { token: string }).token;
}

/** A person's edit of a sheet's shape, as the menus of Sheets do it. */
export async function edit(
  office: Office,
  email: string,
  spreadsheetId: string,
  requests: object[],
): Promise<void> {
  const response = await fetch(
    `${office.local.urls.workspace}/v4/spreadsheets/${spreadsheetId}:batchUpdate`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenFor(office, email)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ requests }),
    },
  );
  if (!response.ok) throw new Error(await response.text());
}

export const editTab = (office: Office, unitId: string, requests: object[]): Promise<void> =>
  edit(office, staffEmail('clerk', unitId), office.tab(unitId).spreadsheetId, requests);

/** Types one block into the unit's tab; the range is without the tab's name. */
export const typeAt = (
  office: Office,
  unitId: string,
  range: string,
  values: (string | number)[][],
): Promise<void> =>
  office.people.type(
    staffEmail('clerk', unitId),
    office.tab(unitId).spreadsheetId,
    `'${office.tab(unitId).title}'!${range}`,
    values,
  );

/** A call to a function as any program may make it. */
export async function call(
  { local }: Office,
  name: string,
  init: { method?: string; token?: string; body?: unknown; raw?: string; type?: string } = {},
): Promise<Said> {
  const { method = 'POST', token, body = {}, raw = JSON.stringify(body), type = 'application/json' } = init;
  const response = await fetch(`${local.urls.functions}/${name}`, {
    method,
    headers: {
      'content-type': type,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(method === 'GET' ? {} : { body: raw }),
  });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}

const collections = [
  'plans',
  'staff',
  'workbooks',
  'submissions',
  'snapshots',
  'dossiers',
  'extensions',
  'requests',
  'scores',
  'holds',
  'outbox',
  'marks',
  'cursors',
  'listing',
] as const;

/** Path and version of every document that means something; leases and counts of rows are only work. */
export async function everything(store: DocumentStore): Promise<Record<string, string>> {
  const all = await Promise.all(collections.map((collection) => store.list(collection)));
  return Object.fromEntries(all.flat().map(({ path, version }) => [path, version]));
}

/** Nothing is half-written: after the act the store is as it was, to the version. */
export async function writesNothing<T>({ local }: Office, act: () => Promise<T>): Promise<T> {
  await local.queue.idle();
  const before = await everything(local.store);
  const answer = await act();
  await local.queue.idle();
  expect(await everything(local.store)).toEqual(before);
  return answer;
}

/** Vietnamese in NFC that says what to do; no English, no placeholder left open. */
export function expectAdvice(message: unknown): void {
  expect(message).toBeTypeOf('string');
  const text = String(message);
  expect(text).toBe(text.normalize('NFC'));
  expect(text).toMatch(/hãy|nhờ|chỉ dành cho/i);
  expect(text).not.toMatch(/\bundefined\b|\[object |NaN|\$\{/);
}

export function expectRefusal(said: Said, status: number, code: string, words: readonly string[] = []): void {
  expect({ status: said.status, ok: said.body.ok, code: said.body.code }).toEqual({
    status,
    ok: false,
    code,
  });
  expectAdvice(said.body.message);
  for (const word of words) expect(said.body.message).toContain(word);
}

export type Wanted = Partial<Omit<ProblemResponse, 'message'>> & { code: string };

/** The list is refused, the fault is told with its place, and the sentence names every one of the words. */
export function expectProblem(said: Said, wanted: Wanted, words: readonly string[]): ProblemResponse {
  expectRefusal(said, 422, 'problems');
  return findProblem(said.body.problems, { severity: 'error', ...wanted }, words);
}

export function findProblem(
  problems: readonly ProblemResponse[],
  wanted: Wanted,
  words: readonly string[],
): ProblemResponse {
  const place = Object.entries(wanted);
  const found = problems.find((problem) =>
    place.every(([key, value]) => problem[key as keyof ProblemResponse] === value),
  );
  expect(found ?? { wanted, among: problems }).toMatchObject(wanted);
  const { message } = found as ProblemResponse;
  expectAdvice(message);
  for (const word of words) expect(message).toContain(word);
  return found as ProblemResponse;
}
