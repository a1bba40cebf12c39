/** A form that changes while lists are under way: what is decided stands as it was decided, what is new is judged anew. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import { buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { Sidebar } from '../../infra/local/apps-script/start.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { provision } from '../../infra/provision/provision.ts';
import type { PanelState } from '../../sheets-addon/panel-state.ts';
import { launched, newSectors } from '../domain/plan-columns.ts';
import { openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import { communeIds, headerOf, manyCommunes, workbookOf } from '../support/office-acts.ts';

const before = manyCommunes(3);
/** The new column stands last, so that the others are where the samples are typed. */
const after: Plan = { ...before, catalogues: newSectors, columns: [{ ...launched, after: 'consentDate' }] };
const communes = communeIds(before);
let office: Office;
let unit: string;
let rows: TypedRow[];

beforeAll(async () => {
  office = await startOffice({ plan: before });
});
afterAll(() => office.close());

const to = (plan: Plan) =>
  provision({
    store: office.local.store,
    admin: office.local.google.admin,
    plan,
    period: '2025',
    staff: sampleStaff(plan.units),
    listingUrl: office.local.urls.listing,
  });

/** Five rows sent under the old words, the first approved by the district; then the plan changes. */
beforeEach(async () => {
  await to(before);
  unit = communes.shift() as string;
  rows = office.rows(unit, 5).map((row) => ({ ...row, sector: 'Kinh tế' }));
  await office.send(unit, rows);
  await office.settle();
  const desk = workbookOf(office, '956');
  const reviewer = staffEmail('reviewer', '956');
  const keys = [`2025-${unit}-001.1`];
  const lines = await office.people.read(reviewer, desk, "'Thẩm định'!A1:A500");
  const line = lines.findIndex(([key]) => key === keys[0]) + 1;
  await office.people.type(reviewer, desk, `'Thẩm định'!G${line}`, [['Duyệt']]);
  expect((await office.people.press(reviewer, 'review', { spreadsheetId: desk, keys })).body).toMatchObject({
    approved: 1,
  });
  await office.local.queue.idle();
  await to(after);
});

const launchedAt = async (line: number, words: string[]): Promise<void> => {
  const { spreadsheetId, title } = office.tab(unit);
  await office.people.type(
    staffEmail('clerk', unit),
    spreadsheetId,
    `'${title}'!AI${line}`,
    words.map((word) => [word]),
  );
};

const places = (body: { problems?: unknown }): string[] =>
  (body.problems as { code: string; line: number; column: string }[]).map(
    ({ code, line, column }) => `${line} ${code} ${column}`,
  );

it('takes an approved row as it was approved, and asks the new words of every other', async () => {
  const others = [4, 5, 6, 7];
  expect(places((await office.submit(unit)).body)).toEqual(
    others.flatMap((line) => [`${line} choice-unknown sector`, `${line} required-blank hasLaunched`]),
  );
  await office.type(unit, [rows[0]!, ...rows.slice(1).map((row) => ({ ...row, sector: 'Kinh tế số' }))]);
  await launchedAt(
    4,
    others.map(() => 'Đã phát động'),
  );
  expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 5 });
});

it('holds to what was approved: another word, even a new one, is a change of a decided row', async () => {
  await office.type(
    unit,
    rows.map((row) => ({ ...row, sector: 'Kinh tế số' })),
  );
  await launchedAt(
    4,
    rows.slice(1).map(() => 'Đã phát động'),
  );
  expect(places((await office.submit(unit)).body)).toEqual(['3 row-locked undefined']);
});

it('shows no fault in an approved row in the sidebar, where the server has the word', async () => {
  const script = await startAddon(office, await buildBundle());
  try {
    const clerk = await openAsClerk(script, office, unit);
    await script.click(clerk, 'Xem lỗi');
    const { problems } = (await (script.sidebar(clerk) as Sidebar).call('readPanel')) as PanelState;
    expect(problems.map(({ code, place }) => `${place} ${code}`)).toEqual(
      [4, 5, 6, 7].flatMap((line) => [`O${line} choice-unknown`, `AI${line} required-blank`]),
    );
    expect(problems[0]?.message).toContain(headerOf('sector'));
  } finally {
    await script.close();
  }
});
