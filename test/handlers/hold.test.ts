/** The complaint hold over HTTP: who may set it, what it stops, and that nobody who may not know can read of it anywhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { IntegrityHold } from '../../functions/domain/hold.ts';
import { reviewKey, tabTitles } from '../../functions/domain/workbook.ts';
import { hold as handleHold } from '../../functions/handlers/hold.ts';
import { storyUrl } from '../../functions/listing/address.ts';
import { paths } from '../../functions/records.ts';
import { holdResponse } from '../../functions/requests.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { named, parseMarkup } from '../listing/markup.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  expectRefusal,
  findProblem,
  type Said,
  tokenFor,
  workbookOf,
  writesNothing,
} from '../support/office-acts.ts';
import { decideAtDesk, publicIds, statusesOf } from '../support/office-views.ts';
import { aPicture } from '../support/photos.ts';

const unit = '31843';
const reviewer = staffEmail('reviewer', '956');
const admin = staffEmail('admin', '95');
const id = (ordinal: number): string => `2025-${unit}-00${ordinal}`;
const reason = 'Thanh tra huyện đang xác minh đơn tố cáo của người dân';
const paper = '15/TB-TTr';
const over = 'Đã có kết luận: nội dung tố cáo không đúng';
let office: Office;
let rows: TypedRow[];

beforeAll(async () => {
  office = await startOffice();
  const jpeg = await aPicture(400, 300);
  const photoUrl = await office.people.uploadPhoto(staffEmail('clerk', unit), 'Ruộng.jpg', robot, jpeg);
  const agreed = { consent: 'Đồng ý', consentDate: '05/01/2025' };
  const photo = { photoUrl, photoAlt: 'Bà con thu hoạch lúa cuối vụ' };
  rows = office.rows(unit, 5, ['Cá nhân']).map((row, index) => ({
    ...row,
    birthYear: '1980',
    ...agreed,
    ...(index === 0 ? photo : {}),
  }));
  await office.send(unit, rows);
  await office.settle();
});
afterAll(() => office.close());

const ask = (email: string, ordinal: number, body: object = { action: 'look' }): Promise<Said> =>
  office.people.press(email, 'hold', {
    spreadsheetId: workbookOf(office, '956'),
    key: reviewKey(id(ordinal), 1),
    ...body,
  });

const set = async (ordinal: number, email = reviewer): Promise<Said> => {
  const said = await ask(email, ordinal, { action: 'set', reason, paper });
  expect(said.body).toMatchObject({ ok: true, stands: true });
  await office.settle();
  return said;
};
const lift = async (ordinal: number, email = reviewer): Promise<Said> => {
  const said = await ask(email, ordinal, { action: 'lift', reason: over });
  expect(said.body).toMatchObject({ ok: true, stands: false });
  await office.settle();
  return said;
};

const stored = async (ordinal: number): Promise<IntegrityHold | undefined> =>
  (await office.local.store.read<IntegrityHold>(paths.hold(office.plan.id, id(ordinal))))?.data;

const dossier = async (ordinal: number): Promise<Dossier> =>
  (await office.local.store.read<Dossier>(paths.dossier(office.plan.id, id(ordinal))))!.data;

describe('who may', () => {
  it.each([
    ['the clerk of the unit', staffEmail('clerk', unit)],
    ['the head of the unit', staffEmail('head', unit)],
    ['a clerk of a neighbour', staffEmail('clerk', '31846')],
    ['the head of the district', staffEmail('head', '956')],
    ['the clerk of the district', staffEmail('clerk', '956')],
    ['the reviewer of the province, where it has not been', staffEmail('reviewer', '95')],
  ])('is not %s: neither look, nor set, nor lift', async (_who, email) => {
    for (const action of ['look', 'set', 'lift']) {
      const said = await writesNothing(office, () => ask(email, 1, { action, reason, paper }));
      expectRefusal(said, 403, 'not-your-unit', [email, 'Huyện Hồng Dân']);
    }
  });

  it.each([
    ['the reviewer of the desk', reviewer],
    ['an administrator', admin],
  ])('is %s', async (_who, email) => {
    const before = (await stored(5))?.history.length ?? 0;
    const said = await set(5, email);
    holdResponse.strict().parse(said.body);
    expect(said.body.history.at(-1)).toMatchObject({ by: email, action: 'set', reason, paper });
    await lift(5, email);
    expect((await stored(5))?.history).toHaveLength(before + 2);
    const looked = await writesNothing(office, () => ask(email, 5));
    expect(looked.body).toMatchObject({ ok: true, stands: false, dossier: id(5), unit: 'Xã Ninh Hòa' });
    expect(looked.body.history).toHaveLength(before + 2);
  });
});

describe('bad input', () => {
  it('is refused with every fault, and nothing is written', async () => {
    const said = await writesNothing(office, () =>
      ask(reviewer, 1, { action: 'set', reason: 'có đơn', paper: 'đơn thư' }),
    );
    expectRefusal(said, 400, 'bad-request', ['“có đơn”', 'ít nhất 10 ký tự', '“đơn thư”', '15/TB-TTr']);
  });

  it.each(['2025-31846-001.1', 'chị Hoa', '../holds/x.1'])(
    'names the line "%s" that is not here',
    async (key) => {
      const said = await writesNothing(office, () => ask(reviewer, 1, { action: 'set', reason, key }));
      expectRefusal(said, 404, 'unknown-dossier', [key, 'Mã hồ sơ']);
    },
  );

  it('does nothing for lifting what does not stand, and for the same set again', async () => {
    const lifted = await writesNothing(office, () => ask(reviewer, 1, { action: 'lift', reason: over }));
    expect(lifted.body).toMatchObject({ ok: true, stands: false });
    await set(4);
    const again = await writesNothing(office, () => ask(reviewer, 4, { action: 'set', reason, paper }));
    expect(again.body).toMatchObject({ ok: true, stands: true });
    expect(again.body.message).toContain('Không có gì thay đổi');
    await lift(4);
  });
});

const photoOf = async (ordinal: number): Promise<string> => {
  const address = storyUrl('', {
    planId: office.plan.id,
    id: id(ordinal),
    name: String(rows[ordinal - 1]?.name),
  });
  const { html } = await office.people.page(address);
  return named(parseMarkup(html), 'img')[0]?.attributes.src ?? '';
};

const statusAt = async (path: string): Promise<number> =>
  (await fetch(`${office.local.urls.listing}${path}`)).status;

describe('while it stands', () => {
  it('takes the story and its photo off the public page, and lifting brings both back', async () => {
    await decideAtDesk(office, '956', { [id(1)]: ['Duyệt', ''] });
    const story = storyUrl('', { planId: office.plan.id, id: id(1), name: String(rows[0]?.name) });
    const photo = await photoOf(1);
    expect([await publicIds(office), await statusAt(story), await statusAt(photo)]).toEqual([
      [id(1)],
      200,
      200,
    ]);
    await set(1);
    expect([await publicIds(office), await statusAt(story), await statusAt(photo)]).toEqual([[], 410, 404]);
    expect((await office.people.page('/du-lieu/guong.json')).html).not.toContain(id(1));
    expect((await office.people.page('/nguon.xml')).html).not.toContain(String(rows[0]?.name));
    await lift(1);
    expect([await publicIds(office), await statusAt(story)]).toEqual([[id(1)], 200]);
    expect(await statusAt(await photoOf(1))).toBe(200);
  });

  it('may be approved, and does not become public by it', async () => {
    await set(2);
    await decideAtDesk(office, '956', { [id(2)]: ['Duyệt', ''] });
    expect(await dossier(2)).toMatchObject({ status: 'approved', public: false });
    expect(await publicIds(office)).toEqual([id(1)]);
  });

  it('is not chosen upward; the sentence goes to the reviewer alone, the status stays', async () => {
    await set(3);
    const before = await statusesOf(office, unit);
    const desk = workbookOf(office, '956');
    const lines = await office.people.read(reviewer, desk, `'${tabTitles.review}'!A1:A40`);
    const line = lines.findIndex(([key]) => key === reviewKey(id(3), 1)) + 1;
    await office.people.type(reviewer, desk, `'${tabTitles.review}'!G${line}`, [['Chọn lên cấp trên']]);
    const { body } = await office.people.press(reviewer, 'review', { spreadsheetId: desk });
    findProblem(body.problems as never, { code: 'decision-not-allowed', line }, [
      id(3),
      'đang xem xét, khiếu nại',
      'Nghị định 152/2025/NĐ-CP',
      'Duyệt',
    ]);
    await office.settle();
    expect(await dossier(3)).toMatchObject({ status: 'submitted', approvals: [] });
    expect(await statusesOf(office, unit)).toEqual(before);
    await office.people.type(reviewer, desk, `'${tabTitles.review}'!G${line}`, [['']]);
  });
});

describe('nobody else reads of it', () => {
  /** Everything that units, citizens and other desks can see: each cell of each workbook, each mail, each page. */
  async function everythingShown(): Promise<Map<string, string>> {
    const { local, workbooks, people } = office;
    const shown = new Map<string, string>();
    for (const { spreadsheetId, tabs } of workbooks)
      for (const { values, sheetId } of await local.services.sheets.readTabs(
        spreadsheetId,
        tabs.map((tab) => tab.sheetId),
      ))
        shown.set(`${spreadsheetId} ${sheetId}`, JSON.stringify(values));
    for (const { path, data } of await local.store.list('outbox')) shown.set(path, JSON.stringify(data));
    for (const collection of ['dossiers', 'submissions', 'snapshots', 'scores', 'requests', 'publications'])
      for (const { path, data } of await local.store.list(collection)) shown.set(path, JSON.stringify(data));
    for (const page of ['/', '/loc', '/don-vi', '/du-lieu/guong.json', '/du-lieu/guong.csv', '/nguon.xml'])
      shown.set(page, (await people.page(page)).html);
    for (const ordinal of [1, 2, 3]) {
      const url = storyUrl('', {
        planId: office.plan.id,
        id: id(ordinal),
        name: String(rows[ordinal - 1]?.name),
      });
      shown.set(url, (await people.page(url)).html);
    }
    return shown;
  }

  it('in no sheet, mail, page or other document, after a full way with a hold', async () => {
    await set(1);
    const { clock } = office.local.workspace;
    await clock.moveTo(new Date(clock.now().getTime() + 2 * 86_400_000));
    await office.settle();
    const shown = await everythingShown();
    expect([...shown.keys()].filter((path) => path.startsWith('outbox/')).length).toBeGreaterThan(3);
    const secret = [
      reason,
      over,
      paper,
      'khiếu nại',
      'đang xem xét',
      'tố cáo',
      'onHold',
      'isOnHold',
      'stands',
    ];
    for (const [where, text] of shown)
      for (const word of secret)
        expect({ where, word, found: text.toLowerCase().includes(word.toLowerCase()) }).toEqual({
          where,
          word,
          found: false,
        });
    // The net has holes of the right size: what is meant to be seen is seen.
    expect([...shown.values()].some((text) => text.includes(String(rows[0]?.name)))).toBe(true);
    expect(JSON.stringify(await stored(1))).toContain(reason);
  });

  it('nor does a mail say that it is public', async () => {
    const mails = await office.people.mailbox(staffEmail('head', unit));
    const name = String(rows[1]?.name);
    for (const { text } of mails.filter((mail) => mail.text.includes(name)))
      expect(text).not.toMatch(new RegExp(`Đã công khai[^]*${name}`));
  });
});

describe('a crash', () => {
  it('after the hold was saved delays the page, and loses nothing', async () => {
    await lift(1);
    expect(await publicIds(office)).toEqual([id(1)]);
    const { services } = office.local;
    const tasks = { enqueue: () => Promise.reject(new Error('the process ended')) };
    const request = {
      spreadsheetId: workbookOf(office, '956'),
      key: reviewKey(id(1), 1),
      action: 'set' as const,
      reason,
    };
    const token = await tokenFor(office, reviewer);
    await expect(handleHold({ ...services, tasks }, token, request)).rejects.toThrow('the process ended');
    expect(await stored(1)).toMatchObject({ stands: true });
    expect(await dossier(1)).toMatchObject({ public: false });
    await office.settle();
    expect(await publicIds(office)).toEqual([]);
    // Pressed again after the fright: nothing is there twice.
    const before = (await stored(1))?.history.length;
    expect(await handleHold(services, token, request)).toMatchObject({ ok: true, stands: true });
    expect((await stored(1))?.history).toHaveLength(before!);
  });
});

describe('taking down', () => {
  // Last: its notice to the head speaks of complaints, to everybody alike.
  it('may still be taken down for good by who withdraws consent, and lifting does not bring it back', async () => {
    const { body } = await office.people.press(reviewer, 'withdraw', {
      plan: office.plan.id,
      dossier: id(2),
      reason: 'Người được nêu rút lại đồng ý',
    });
    expect(body).toMatchObject({ ok: true });
    await lift(2);
    expect(await publicIds(office)).not.toContain(id(2));
  });
});
