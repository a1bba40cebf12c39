/** A complaint hold and the lists that carry rows upward: whoever comes first, nothing on hold goes up, and lifting lets it go. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { IntegrityHold } from '../../functions/domain/hold.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { Snapshot, Submission } from '../../functions/domain/submission.ts';
import { reviewKey, tabTitles } from '../../functions/domain/workbook.ts';
import { confirm } from '../../functions/handlers/confirm.ts';
import { hold } from '../../functions/handlers/hold.ts';
import { review } from '../../functions/handlers/review.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { paths } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { communeIds, expectRefusal, manyCommunes, tokenFor, workbookOf } from '../support/office-acts.ts';
import { decideAtDesk, publicIds } from '../support/office-views.ts';

const district = '956';
const reviewer = staffEmail('reviewer', district);
const reason = 'Thanh tra huyện đang xác minh đơn phản ánh';
const base = manyCommunes(40);
/** A district may send any number, without a paper. */
const plan: Plan = {
  ...base,
  obligations: base.obligations.map(({ attachment, ...owed }) =>
    owed.unitKind === 'district'
      ? { ...owed, quota: { min: 1 } }
      : { ...owed, ...(attachment ? { attachment } : {}) },
  ),
};
const communes = communeIds(plan);
let office: Office;
let unit: string;
let token: string;
/** Of the unit's list, the one in use. */
let row: number;

const id = (ordinal: number): string => `2025-${unit}-00${ordinal}`;
const dossier = async (ordinal: number): Promise<Dossier> =>
  (await office.local.store.read<Dossier>(paths.dossier(plan.id, id(ordinal))))!.data;
const holdOf = async (ordinal: number): Promise<IntegrityHold | undefined> =>
  (await office.local.store.read<IntegrityHold>(paths.hold(plan.id, id(ordinal))))?.data;
const desk = (): string => workbookOf(office, district);

const request = (ordinal: number, action: 'set' | 'lift') => ({
  spreadsheetId: desk(),
  key: reviewKey(id(ordinal), 1),
  action,
  reason: action === 'set' ? reason : 'Kết luận: phản ánh không đúng sự thật',
});

const mark = async (
  ordinal: number,
  action: 'set' | 'lift',
  services = office.local.services,
): Promise<void> => {
  expect(await hold(services, token, request(ordinal, action))).toMatchObject({ ok: true });
};

beforeAll(async () => {
  office = await startOffice({ plan });
  token = await tokenFor(office, reviewer);
});
afterAll(() => office.close());

async function sendNext(): Promise<void> {
  unit = communes.shift() as string;
  const agreed = { birthYear: '1980', consent: 'Đồng ý, không ảnh', consentDate: '05/01/2025' };
  await office.send(
    unit,
    office.rows(unit, 5, ['Cá nhân']).map((typed) => ({ ...typed, ...agreed })),
  );
  await office.settle();
}

beforeEach(async () => {
  row = 0;
  await sendNext();
});

async function promote(...ordinals: number[]): Promise<void> {
  for (const ordinal of ordinals) await typeDecision('Chọn lên cấp trên', ordinal);
  const keys = ordinals.map((ordinal) => reviewKey(id(ordinal), 1));
  const said = await review(office.local.services, token, { spreadsheetId: desk(), keys });
  expect(said).toMatchObject({ ok: true, promoted: ordinals.length, problems: [] });
  await office.local.queue.idle();
}

async function typeDecision(word: string, ordinal: number): Promise<void> {
  const lines = await office.people.read(reviewer, desk(), `'${tabTitles.review}'!A1:A400`);
  const line = lines.findIndex(([key]) => key === reviewKey(id(ordinal), 1)) + 1;
  await office.people.type(reviewer, desk(), `'${tabTitles.review}'!G${line}`, [[word]]);
}

/** Ids that the newest list of the district carries. */
async function carried(): Promise<string[]> {
  const { store } = office.local;
  const list = await store.read<Submission>(paths.submission(plan.id, district, '2025'));
  const snapshot = await store.read<Snapshot>(paths.snapshot(list?.data.versions.at(-1)?.snapshotId ?? ''));
  return (snapshot?.data.promoted ?? [])
    .map(({ dossierId }) => dossierId)
    .filter((one) => one.includes(unit));
}

const submitted = async (): Promise<void> => {
  const { body } = await office.submit(district);
  expect(body).toMatchObject({ ok: true });
  await office.local.queue.idle();
};

describe('the list of whoever chose it', () => {
  it('goes up without what is on hold, and after lifting with it', async () => {
    await promote(1, 2);
    await mark(1, 'set');
    await submitted();
    expect(await carried()).toEqual([id(2)]);
    await office.sign(district);
    expect(await dossier(1)).toMatchObject({ at: district, status: 'promoted', public: false });
    expect(await dossier(2)).toMatchObject({ at: '95', status: 'submitted' });
    await mark(1, 'lift');
    expect(await dossier(1)).toMatchObject({ at: district, public: true });
    await submitted();
    expect(await carried()).toEqual([id(1), id(2)]);
    await office.sign(district);
    expect(await dossier(1)).toMatchObject({ at: '95', status: 'submitted' });
  });

  it('leaves behind what is on hold when the head signs, and lifting carries that on', async () => {
    await promote(1, 2);
    await submitted();
    expect(await carried()).toEqual([id(1), id(2)]);
    await mark(1, 'set');
    await office.sign(district);
    expect(await dossier(1)).toMatchObject({ at: district, status: 'promoted' });
    expect(await dossier(2)).toMatchObject({ at: '95' });
    await mark(1, 'lift');
    expect(await dossier(1)).toMatchObject({ at: '95', status: 'submitted', round: 2 });
    expect((await dossier(1)).history.filter(({ action }) => action === 'forward')).toHaveLength(1);
    await office.settle();
    const lines = await office.people.read(
      staffEmail('reviewer', '95'),
      workbookOf(office, '95'),
      `'${tabTitles.review}'!A3:A200`,
    );
    expect(lines.flat()).toContain(reviewKey(id(1), 2));
  });

  it('does not carry on what was lifted before the head signed, until the head signs', async () => {
    await promote(1);
    await submitted();
    await mark(1, 'set');
    await mark(1, 'lift');
    expect(await dossier(1)).toMatchObject({ at: district, status: 'promoted' });
    await office.sign(district);
    expect(await dossier(1)).toMatchObject({ at: '95', status: 'submitted' });
  });
});

/** The store as it is, with something else done just before its nth operation. */
function interrupted(
  services: Services,
  at: number,
  act: () => Promise<void>,
): { services: Services; done: () => boolean } {
  let left = at;
  let isDone = false;
  const before = async (): Promise<void> => {
    left -= 1;
    if (left !== 0) return;
    isDone = true;
    await act();
  };
  const { store } = services;
  const after = async <T>(operation: () => Promise<T>): Promise<T> => {
    await before();
    return operation();
  };
  const wrapped: DocumentStore = {
    read: (path) => after(() => store.read(path)),
    readMany: (all) => after(() => store.readMany(all)),
    list: (collection, query) => after(() => store.list(collection, query)),
    commit: (writes) => after(() => store.commit(writes)),
  };
  return { services: { ...services, store: wrapped }, done: () => isDone };
}

/** Every place at which the other one can come in between, until the work is over before it. */
async function everywhere(run: (at: number) => Promise<boolean>): Promise<number> {
  let at = 1;
  while (await run(at)) at += 1;
  return at;
}

/** The next untouched row; a new unit's when one is used up. */
async function fresh(): Promise<void> {
  row += 1;
  if (row <= 5) return;
  row = 1;
  await sendNext();
}

describe('from desk to desk', () => {
  const province = staffEmail('reviewer', '95');
  const at95 = (action: 'look' | 'set' | 'lift') =>
    office.people.press(province, 'hold', {
      ...request(1, 'set'),
      spreadsheetId: workbookOf(office, '95'),
      key: reviewKey(id(1), 2),
      action,
    });
  const at956 = (action: 'look' | 'set' | 'lift') =>
    office.people.press(reviewer, 'hold', { ...request(1, 'set'), action });

  it('goes with the dossier: who gave it away asks those who have it, and lifts nothing of theirs', async () => {
    await promote(1);
    await submitted();
    await office.sign(district);
    await office.settle();
    for (const action of ['look', 'set', 'lift'] as const)
      expectRefusal(await at956(action), 403, 'not-your-unit', ['Tỉnh Bạc Liêu', 'người quản trị']);
    expect((await at95('set')).body).toMatchObject({ ok: true, stands: true });
    await decideAtDesk(office, '95', { [id(1)]: ['Trả lại', 'Bổ sung số liệu kết quả năm 2024'] });
    expect((await at956('look')).body).toMatchObject({ ok: true, stands: true });
    expectRefusal(await at956('lift'), 403, 'not-your-unit', ['cấp trên']);
    expect((await at95('lift')).body).toMatchObject({ ok: true, stands: false });
  });
});

/** Each has a whole way of a row for every place at which the other can come in between. */
describe('at the same moment', { timeout: 180_000 }, () => {
  it('a hold that comes before the choice is saved stops it; one that comes after finds it chosen', async () => {
    let stopped = 0;
    const places = await everywhere(async (at) => {
      await fresh();
      await typeDecision('Chọn lên cấp trên', row);
      let wasChosen = false;
      const { services, done } = interrupted(office.local.services, at, async () => {
        wasChosen = (await dossier(row)).status === 'promoted';
        await mark(row, 'set');
      });
      const said = await review(services, token, { spreadsheetId: desk(), keys: [reviewKey(id(row), 1)] });
      if (!done()) return false;
      expect(said).toMatchObject({ ok: true });
      expect({ at, status: (await dossier(row)).status }).toEqual({
        at,
        status: wasChosen ? 'promoted' : 'submitted',
      });
      expect((await dossier(row)).public).toBe(false);
      if (!wasChosen) stopped += 1;
      return true;
    });
    expect(places).toBeGreaterThan(5);
    expect(stopped).toBeGreaterThan(3);
  });

  it('an approval never makes public what is put on hold meanwhile', async () => {
    await everywhere(async (at) => {
      await fresh();
      await typeDecision('Duyệt', row);
      const { services, done } = interrupted(office.local.services, at, () => mark(row, 'set'));
      await review(services, token, { spreadsheetId: desk(), keys: [reviewKey(id(row), 1)] });
      if (!done()) return false;
      expect(await dossier(row)).toMatchObject({ status: 'approved', public: false });
      await office.settle();
      expect(await publicIds(office)).not.toContain(id(row));
      return true;
    });
  });

  it('setting it while a choice is being saved gives one of both orders', async () => {
    await everywhere(async (at) => {
      await fresh();
      await typeDecision('Chọn lên cấp trên', row);
      const { services, done } = interrupted(office.local.services, at, async () => {
        await review(office.local.services, token, { spreadsheetId: desk(), keys: [reviewKey(id(row), 1)] });
      });
      await mark(row, 'set', services);
      if (!done()) return false;
      expect(await holdOf(row)).toMatchObject({ stands: true, history: [{ action: 'set' }] });
      expect((await dossier(row)).public).toBe(false);
      return true;
    });
  });

  it('lifting and signing together leave nothing behind and send nothing twice', async () => {
    await everywhere(async (at) => {
      await fresh();
      await promote(row);
      await submitted();
      await mark(row, 'set');
      const { services, done } = interrupted(office.local.services, at, async () => {
        await office.sign(district);
      });
      await mark(row, 'lift', services);
      if (!done()) return false;
      expect(await dossier(row)).toMatchObject({ at: '95', status: 'submitted', round: 2 });
      expect((await dossier(row)).history.filter(({ action }) => action === 'forward')).toHaveLength(1);
      return true;
    });
  });

  it('signing while it is lifted gives the same, or asks the head once more', async () => {
    await everywhere(async (at) => {
      await fresh();
      await promote(row);
      await submitted();
      await mark(row, 'set');
      const { services, done } = interrupted(office.local.services, at, () => mark(row, 'lift'));
      await confirm(services, { token: await signToken(), action: 'sign', reason: '' });
      if (!done()) return false;
      const list = await office.local.store.read<Submission>(paths.submission(plan.id, district, '2025'));
      if (list?.data.state !== 'submitted') await office.sign(district);
      expect({ at, dossier: await dossier(row) }).toMatchObject({
        dossier: { at: '95', status: 'submitted' },
      });
      return true;
    });
  });
});

async function signToken(): Promise<string> {
  const mails = await office.people.mailbox(staffEmail('head', district));
  const links = mails.flatMap(({ text }) => /confirm\?token=([^\s>"]+)/.exec(text)?.[1] ?? []);
  return decodeURIComponent(links.at(-1) ?? '');
}
