/** "Nộp danh sách" done right: sent once however often it is pressed, whoever presses with it, and late from the very minute. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Submission } from '../../functions/domain/submission.ts';
import { submit as handleSubmit } from '../../functions/handlers/submit.ts';
import type { OutboxMail } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import {
  block,
  cellAt,
  columnIndex,
  communeIds,
  editTab,
  expectRefusal,
  manyCommunes,
  nameOf,
  type Said,
  sheetIdOf,
  tokenFor,
  typeAt,
  writesNothing,
} from '../support/office-acts.ts';

const plan = manyCommunes(14);
const communes = communeIds(plan);
let office: Office;
let unit: string;
let rows: TypedRow[];

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());
beforeEach(async () => {
  unit = communes.shift() as string;
  rows = office.rows(unit, 5);
  await office.type(unit, rows);
});

const submit = async (extra: object = {}): Promise<Said> => {
  const said = (await office.submit(unit, extra)) as Said;
  await office.local.queue.idle();
  return said;
};

const submission = async (): Promise<Submission> => {
  const [stored] = await office.local.store.list<Submission>('submissions', { where: { unitId: unit } });
  return stored!.data;
};

const mails = async (): Promise<Record<string, number>> => {
  const all = await office.local.store.list<OutboxMail>('outbox');
  const ours = all.filter(({ data }) => data.to.includes(`.${unit}@`));
  return Object.fromEntries(
    [...Map.groupBy(ours, ({ data }) => `${data.kind} ${data.to}`)].map(([key, same]) => [key, same.length]),
  );
};

const oneOfEach = () => ({
  [`receipt ${staffEmail('clerk', unit)}`]: 1,
  [`signOffRequest ${staffEmail('head', unit)}`]: 1,
});

it('keeps the list, receipts it to the clerk and asks the head to sign', async () => {
  const { body } = await submit();
  expect(body).toMatchObject({
    ok: true,
    state: 'awaitingSignature',
    version: 1,
    rows: 5,
    hiddenRows: 0,
    late: false,
    repeated: false,
  });
  expect(body.message).toContain(`${nameOf(office, unit)} đã nộp danh sách 5 gương`);
  expect(await mails()).toEqual(oneOfEach());
  const arrived = await office.people.mailbox(staffEmail('clerk', unit));
  expect(arrived.at(-1)?.text).toContain(String(rows[4]?.name));
});

it('is one submission when the same list is sent again, in any order of lines, and sends no mail', async () => {
  await submit();
  const again = await writesNothing(office, () => submit());
  expect(again.body).toMatchObject({ ok: true, repeated: true, version: 1 });
  expect(again.body.message).toContain('không cần nộp lại');
  const range = block(office, unit, [3, 62], [0, columnIndex('consentDate')]);
  const sortSpecs = [{ dimensionIndex: columnIndex('title'), sortOrder: 'DESCENDING' }];
  await editTab(office, unit, [{ sortRange: { range, sortSpecs } }]);
  const sorted = await writesNothing(office, () => submit());
  expect(sorted.body).toMatchObject({ ok: true, repeated: true, version: 1 });
});

it('is one version when clerk and head press at the same moment, and nobody is told of an error', async () => {
  const press = (email: string) =>
    office.people.press(email, 'submit', { spreadsheetId: office.tab(unit).spreadsheetId, unit });
  const said: Said[] = await Promise.all([
    press(staffEmail('clerk', unit)),
    press(staffEmail('head', unit)),
    press(staffEmail('clerk', unit)),
  ]);
  await office.local.queue.idle();
  expect(said.some(({ body }) => body.ok && !body.repeated)).toBe(true);
  for (const one of said)
    if (one.body.ok) expect(one.body).toMatchObject({ version: 1, rows: 5 });
    else expectRefusal(one, 409, 'changed-meanwhile', [nameOf(office, unit), '“Nộp danh sách”']);
  expect((await submission()).versions).toHaveLength(1);
  expect(Object.values(await mails()).every((count) => count === 1)).toBe(true);
  expect((await submit()).body).toMatchObject({ ok: true, repeated: true });
});

it('never puts an older list over a newer one that was sent while it was being read', async () => {
  const { services } = office.local;
  let newer: Said | undefined;
  const slow: Services = {
    ...services,
    sheets: {
      ...services.sheets,
      async readTabs(...about) {
        const tabs = await services.sheets.readTabs(...about);
        await typeAt(office, unit, cellAt('pledge', 3), [['Năm 2025 giúp thêm 12 hộ']]);
        newer = await submit();
        return tabs;
      },
    },
  };
  const token = await tokenFor(office, staffEmail('head', unit));
  const { spreadsheetId } = office.tab(unit);
  const older = await handleSubmit(slow, token, { spreadsheetId, unit });
  expect(older).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(newer?.body).toMatchObject({ ok: true, version: 1 });
  expect((await submission()).versions.map(({ snapshotId }) => snapshotId)).toEqual([newer?.body.snapshot]);
  expect(await mails()).toEqual(oneOfEach());
});

it('counts hidden and filtered rows, and says how many they are', async () => {
  const sheetId = sheetIdOf(office, unit);
  const range = { sheetId, dimension: 'ROWS', startIndex: 3, endIndex: 4 };
  await editTab(office, unit, [
    { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
  ]);
  const kind = columnIndex('kind');
  const criteria = { [kind]: { hiddenValues: ['Mô hình'] } };
  const filter = { range: block(office, unit, [1, 62], [0, columnIndex('consentDate')]), criteria };
  await editTab(office, unit, [{ setBasicFilter: { filter } }]);
  const models = rows.filter(({ kind }) => kind === 'Mô hình').length;
  expect(models).toBe(1);
  expect((await submit()).body).toMatchObject({ ok: true, rows: 5, hiddenRows: 2 });
});

it('makes a new version of a changed list, which names the one before', async () => {
  const first = (await submit()).body.snapshot;
  await office.type(unit, [{ ...rows[0], pledge: 'Năm 2025 giúp thêm 12 hộ' }]);
  const { body } = await submit();
  expect(body).toMatchObject({ ok: true, version: 2, repeated: false });
  expect((await submission()).versions.map(({ snapshotId }) => snapshotId)).toEqual([first, body.snapshot]);
  const snapshots = await office.local.store.readMany([`snapshots/${first}`, `snapshots/${body.snapshot}`]);
  expect(snapshots.every((stored) => stored !== undefined)).toBe(true);
});

it('goes back to an earlier list as a new version of the same snapshot', async () => {
  const first = (await submit()).body.snapshot;
  await office.type(unit, [{ ...rows[0], pledge: 'Năm 2025 giúp thêm 12 hộ' }]);
  await submit();
  await office.type(unit, rows);
  const { body } = await submit();
  expect(body).toMatchObject({ version: 3, snapshot: first, repeated: false });
});

it('carries rows that people inserted themselves, with an id made of what stands in them', async () => {
  await typeAt(office, unit, 'A7', [['']]);
  const { body } = await submit();
  expect(body).toMatchObject({ ok: true, rows: 5 });
  expect(body.warnings.map(({ code }: { code: string }) => code)).toContain('row-key-missing');
});

// Last: the clock only goes forward.
it('is on time to the last minute of 14/01 and late from the first of 15/01, and says so', async () => {
  await office.people.moveClock('2025-01-14T23:59:30+07:00');
  expect((await submit()).body).toMatchObject({ ok: true, late: false });
  await office.people.moveClock('2025-01-15T00:00:00+07:00');
  await typeAt(office, unit, cellAt('pledge', 3), [['Năm 2025 giúp thêm 12 hộ']]);
  const { body } = await submit();
  expect(body).toMatchObject({ ok: true, late: true, version: 2 });
  expect(body.message).toContain('(trễ hạn)');
});

it('goes straight to the level above where the plan wants no signature', async () => {
  const unsigned = smallPlan.obligations.map((one) => ({ ...one, headSignOff: false }));
  const direct = await startOffice({ plan: { ...smallPlan, obligations: unsigned } });
  await direct.type('31843', direct.rows('31843', 5));
  const { body } = await direct.submit('31843');
  expect(body).toMatchObject({ ok: true, state: 'submitted' });
  expect(body.message).toContain('Danh sách đã đến cấp trên');
  expect(await direct.local.store.list('dossiers', { where: { at: '956' } })).toHaveLength(5);
  await direct.close();
});
