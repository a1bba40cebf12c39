/** The second year of a plan: a commune registers last year's exemplars again, with a pledge, and both years stay readable. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { reviewColumn, tabTitles } from '../../functions/domain/workbook.ts';
import { ticketUrl } from '../../functions/links/ticket-link.ts';
import { storyPath, toKey } from '../../functions/listing/address.ts';
import type { Write } from '../../functions/ports.ts';
import type { OutboxMail } from '../../functions/records.ts';
import { paths, readDossiers, readPlan } from '../../functions/records.ts';
import type { ProblemResponse } from '../../functions/requests.ts';
import { readReachable } from '../../functions/tickets/reachable-pages.ts';
import { createPeople } from '../../infra/local/demo/people.ts';
import { sampleStaff, staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { tabOf, typeRows, workbooksOf } from '../../infra/local/trial.ts';
import { decideCarry, saveCarried } from '../../infra/provision/carry-plan.ts';
import { provision } from '../../infra/provision/provision.ts';
import { readLives, stepLines } from '../../infra/xlsx/report-lives.ts';
import { type Office, smallPlan as plan, startOffice } from '../support/office.ts';
import { cellAt, type Said } from '../support/office-acts.ts';
import { decideAtDesk, publicIds } from '../support/office-views.ts';

const [commune, neighbour, district] = ['31843', '31846', '956'] as const;
const clerk = staffEmail('clerk', commune);
const idOf = (ordinal: number): string => `2024-${commune}-00${ordinal}`;
const againOf = (ordinal: number): string => `2025-${commune}-c2024${commune}00${ordinal}`;
const pledge = 'Năm 2025 giúp thêm 12 hộ làm theo';

/** The first year's office, and the same people at the second year's workbooks. */
let first: Office;
let second: Office;
let rows: TypedRow[];

beforeAll(async () => {
  first = await startOffice({ period: '2024', startAt: new Date('2024-01-08T08:00:00+07:00') });
  const agreed = { consent: 'Đồng ý', consentDate: '05/01/2024', guardianConsent: '' };
  rows = first
    .rows(commune, 5, ['Cá nhân'])
    .map((row) => ({ ...row, ...agreed, pledge: 'Điều của năm 2024' }));
  await first.send(commune, rows);
  const approve = [1, 2, 3].map((ordinal) => [idOf(ordinal), ['Duyệt', '']] as [string, [string, string]]);
  await decideAtDesk(first, district, Object.fromEntries(approve));
  // The neighbour never sends: what it is told must end with its year.
  for (const day of ['2024-01-16', '2024-01-23', '2025-01-02']) {
    await first.people.moveClock(`${day}T08:30:00+07:00`);
    await first.settle();
  }
});
afterAll(() => first.close());

const dossierOf = async (id: string): Promise<Dossier> =>
  (await first.local.store.read<Dossier>(paths.dossier(plan.id, id)))!.data;

const mailsFrom = async (day: string): Promise<OutboxMail[]> =>
  (await first.local.store.list<OutboxMail>('outbox'))
    .map(({ data }) => data)
    .filter(({ createdAt }) => createdAt >= `${day}T00:00:00`);

async function carry(): Promise<string[]> {
  const { store } = first.local;
  const { clock } = first.local.services;
  const realm = { plan, tree: toUnitTree(plan.units) };
  const request = {
    from: realm,
    to: { ...realm, period: '2025' },
    period: '2024',
    named: new Map(),
    by: 'q@vidu.vn',
  };
  const carries = await decideCarry(store, request, clock.now());
  expect(await saveCarried(store, carries)).toBe(true);
  return carries.map((one) => (one.outcome === 'stays' ? one.reason : one.outcome));
}

async function setUpSecond(): Promise<Office> {
  const { local } = first;
  const staff = sampleStaff(plan.units, plan);
  const { store, google, urls } = local;
  await provision({ store, admin: google.admin, plan, period: '2025', staff, listingUrl: urls.listing });
  await first.settle();
  const people = createPeople(urls);
  const workbooks = await workbooksOf(people, plan.id, '2025');
  return { ...first, workbooks, tab: (unitId) => tabOf(workbooks, unitId) };
}

const read = async (unitId: string, range: string) => {
  const { spreadsheetId, title } = second.tab(unitId);
  return first.people.read(staffEmail('clerk', unitId), spreadsheetId, `'${title}'!${range}`);
};

const press = async (unitId: string, action: 'check' | 'submit'): Promise<Said['body']> => {
  const { spreadsheetId } = second.tab(unitId);
  const asked = action === 'check' ? { spreadsheetId } : { spreadsheetId, unit: unitId };
  return (await first.people.press(staffEmail('clerk', unitId), action, asked)).body;
};

const answer = async (line: number, key: string, words: string[]) => {
  const { spreadsheetId, title } = second.tab(commune);
  await first.people.type(clerk, spreadsheetId, `'${title}'!${cellAt(key, line)}`, [words]);
};

async function signFor(unitId: string): Promise<void> {
  await first.local.queue.idle();
  await first.sign(unitId);
  await first.settle();
}

it('carries what was recognised into the next year of the same plan, once', async () => {
  expect(await carry()).toEqual(['carried', 'carried', 'carried', 'undecided', 'undecided']);
  expect(await carry()).toEqual(['already', 'already', 'already', 'undecided', 'undecided']);
  second = await setUpSecond();
  const lines = await read(commune, 'A3:C7');
  expect(lines.slice(0, 3).map(([id]) => id)).toEqual([1, 2, 3].map(againOf));
  expect(lines[3]?.[0]).toBe(`2025-${commune}-004`);
});

it('brings no pledge of the year before, and counts no line that nobody has touched', async () => {
  expect(await read(commune, `${cellAt('name', 3)}`)).toEqual([[rows[0]?.name]]);
  expect(await read(commune, `${cellAt('pledge', 3)}:${cellAt('pledge', 5)}`)).toEqual([]);
  const { units } = await press(commune, 'check');
  expect(units).toMatchObject([{ unit: commune, rows: 3, counter: '0, chỉ tiêu 5–6' }]);
  await answer(3, 'pledge', [pledge]);
  expect((await press(commune, 'check')).units).toMatchObject([{ counter: '1, chỉ tiêu 5–6' }]);
  expect((await press(commune, 'submit')).ok).toBe(false);
  expect(
    await readDossiers(first.local.store, { planId: plan.id, period: '2025', status: 'submitted' }),
  ).toEqual([]);
});

it('takes a list of old and new when consent is asked anew, and warns of the one without a pledge', async () => {
  for (const line of [3, 4, 5]) await answer(line, 'consent', ['Đồng ý', '02/01/2025']);
  await answer(4, 'pledge', ['Năm 2025 mở thêm một lớp']);
  const fresh = first
    .rows(neighbour, 2, ['Tập thể', 'Mô hình'])
    .map((row) => ({ ...row, consent: 'Không đồng ý', consentDate: '' }));
  await typeRows(first.people, second.tab(commune), commune, fresh, 3);
  const body = await press(commune, 'submit');
  expect(body.problems ?? []).toEqual([]);
  expect(body).toMatchObject({ ok: true, rows: 5 });
  const warned = body.warnings.filter(({ code }: ProblemResponse) => code === 'carried-without-pledge');
  expect(warned.map(({ line }: ProblemResponse) => line)).toEqual([5]);
  expect(warned[0]?.message).toContain('mang sang từ năm 2024');
  await signFor(commune);
});

it('makes new dossiers that know the earlier ones, which stay as they were', async () => {
  const again = await dossierOf(againOf(1));
  expect(again).toMatchObject({
    status: 'submitted',
    period: '2025',
    carriedFrom: { period: '2024', dossierId: idOf(1), foundAs: { planId: plan.id, dossierId: idOf(1) } },
  });
  expect(again.row.values.pledge).toBe(pledge);
  const earlier = await dossierOf(idOf(1));
  expect(earlier).toMatchObject({ status: 'approved', public: true });
  expect(earlier.row.values.pledge).toBe('Điều của năm 2024');
  expect(await publicIds(first)).toHaveLength(3);
});

it('holds nobody against himself, and whoever is typed again by hand against both years', async () => {
  const copied = { ...(rows[0] as TypedRow), consent: 'Chưa hỏi', consentDate: '', pledge: '' };
  const others = first.rows(neighbour, 5, ['Cá nhân']).slice(0, 4);
  const asked = others.map((row) => ({ ...row, consent: 'Chưa hỏi', consentDate: '', guardianConsent: '' }));
  await typeRows(first.people, second.tab(neighbour), neighbour, [copied, ...asked]);
  expect((await press(neighbour, 'submit')).problems ?? []).toEqual([]);
  await signFor(neighbour);
  const hinted = async (id: string) =>
    ((await dossierOf(id)).alike ?? []).map(({ dossierId }) => dossierId).sort();
  const typed = `2025-${neighbour}-001`;
  expect(await hinted(typed)).toEqual([idOf(1), againOf(1)].sort());
  expect(await hinted(againOf(1))).toEqual([typed]);
  expect(await hinted(idOf(1))).toEqual([typed]);
  expect(await hinted(againOf(2))).toEqual([]);
});

it('tells reviewers whom they knew, and publishes the second year beside the first, never a pledge', async () => {
  const desk = second.workbooks.find(({ unit }) => unit === district)!.spreadsheetId;
  const lines = await first.people.read(
    staffEmail('reviewer', district),
    desk,
    `'${tabTitles.review}'!A3:L40`,
  );
  const remarkOf = (id: string) => lines.find(([key]) => key === `${id}.1`)?.[reviewColumn('remark')];
  expect(remarkOf(againOf(2))).toBe(
    `Đăng ký thi đua lại: Năm 2025 mở thêm một lớp (gương năm 2024, hồ sơ ${idOf(2)})`,
  );
  expect(remarkOf(againOf(3))).toContain('chưa ghi nội dung đăng ký thi đua');
  await decideAtDesk(second, district, { [againOf(2)]: ['Duyệt', ''] });
  for (const id of [idOf(2), againOf(2)]) {
    const path = storyPath({ key: toKey(plan.id, id), name: String(rows[1]?.name) });
    const { status, html } = await first.people.page(path);
    expect(status).toBe(200);
    expect(html).not.toContain('mở thêm một lớp');
  }
  expect(await publicIds(first)).toHaveLength(4);
});

it('joins both years in the life-line of the report', async () => {
  const loaded = await readPlan(first.local.store, plan.id);
  const lives = await readLives(first.local.store, loaded, '2025');
  const life = lives.find(({ dossier }) => dossier.id === againOf(2))!;
  const said = stepLines(life, loaded).map((line) => line.replace(/ \([^()]*\)$/, ''));
  expect(said).toEqual([
    '08/01/2024 Phát hiện: Phát hiện, đưa vào danh sách',
    '08/01/2024: Công nhận',
    '08/01/2024 Tổng kết: Đơn vị ghi khâu “Tổng kết”',
    `02/01/2025: Mang sang từ 113/KH-UBND, kỳ 2024: Xã Ninh Hòa, hồ sơ ${idOf(2)}; nay là Xã Ninh Hòa`,
    '02/01/2025: Đăng ký thi đua lại: Năm 2025 mở thêm một lớp',
    '02/01/2025: Công nhận',
  ]);
  expect(lives.every(({ dossier }) => dossier.period === '2025')).toBe(true);
  expect((await readLives(first.local.store, loaded, '2024')).map(({ dossier }) => dossier.id)).toHaveLength(
    5,
  );
});

it('leaves both years readable, and tells nobody of the lists of the year that has ended', async () => {
  await first.people.moveClock('2025-01-16T08:30:00+07:00');
  await first.settle();
  const old = first.tab(commune);
  const names = await first.people.read(clerk, old.spreadsheetId, `'${old.title}'!${cellAt('name', 3)}`);
  expect(names).toEqual([[rows[0]?.name]]);
  const isDigest = ({ kind }: OutboxMail) => kind === 'dailyDigest';
  const earlier = (await mailsFrom('2024-01-01')).filter(isDigest);
  expect(
    earlier.some(({ to, text }) => to === staffEmail('clerk', neighbour) && text.includes('năm 2024')),
  ).toBe(true);
  const later = (await mailsFrom('2025-01-01')).filter(isDigest);
  expect(later.some(({ text }) => text.includes('năm 2025'))).toBe(true);
  expect(later.filter(({ text }) => text.includes('năm 2024')).map(({ to, text }) => [to, text])).toEqual([]);
});

const storyOf = (id: string, row: number): string =>
  storyPath({ key: toKey(plan.id, id), name: String(rows[row]?.name) });
const statuses = (row: number, ids: readonly string[]): Promise<number[]> =>
  Promise.all(ids.map(async (id) => (await first.people.page(storyOf(id, row))).status));

/** The named person asks; the mail to the clerk, and the page behind its link. */
async function askAbout(id: string, row: number, wish: string) {
  const text = 'Tôi rút lại sự đồng ý, xin gỡ hết';
  const fields = { page: storyOf(id, row), wish, asker: 'self', contact: '0912 345 678', text };
  await fetch(`${first.local.urls.listing}/de-nghi/gui`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  await first.settle();
  const mail = (await first.people.mailbox(clerk)).findLast(({ text }) => text.includes('/ticket?token='));
  const link = /http\S+\/ticket\?token=([\w.-]+)/.exec(mail?.text ?? '');
  const press = async (also: string): Promise<string> => {
    const fields = { token: link?.[1] ?? '', action: 'end', ending: 'pageRemoved', words: '', also };
    const url = `${first.local.urls.functions}/ticket`;
    return (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();
  };
  const end = async (also: string): Promise<string> => {
    const ended = await press(also);
    await first.settle();
    return ended;
  };
  return { mail: mail?.text ?? '', html: await (await fetch(link?.[0] ?? '')).text(), press, end };
}

const noticesOf = async (row: number): Promise<string[]> =>
  (await first.people.mailbox(clerk))
    .filter(({ subject }) => subject.startsWith(`Đã gỡ công khai: ${rows[row]?.name}`))
    .map(({ text }) => text);

it('takes the photo off every year together, for whoever answers for those pages and nobody else', async () => {
  const { settings, clock } = first.local.services;
  const reachedBy = async (email: string) =>
    (await readReachable(first.local.services, await dossierOf(againOf(2)), email)).map(({ url, role }) => [
      url,
      role?.role,
    ]);
  const earlier = `${first.local.urls.listing}${storyOf(idOf(2), 1)}`;
  expect(await reachedBy(clerk)).toEqual([[earlier, 'clerk']]);
  expect(await reachedBy(staffEmail('clerk', neighbour))).toEqual([[earlier, undefined]]);
  const receivedAt = clock.now().toISOString();
  const ticket: Ticket = {
    code: 'DN-0000000001',
    planId: plan.id,
    dossierId: againOf(2),
    unitId: commune,
    parentId: district,
    key: toKey(plan.id, againOf(2)),
    wish: 'photo',
    asker: 'self',
    contact: '0912 345 678',
    text: 'Xin gỡ ảnh của tôi',
    receivedAt,
    answerBy: '2025-01-20',
    settleBy: '2025-01-31',
    state: 'open',
    history: [{ at: receivedAt, action: 'open', by: '' }],
  };
  await first.local.store.commit([{ kind: 'create', path: paths.ticket(ticket.code), data: ticket }]);
  const [url, token = ''] = ticketUrl(settings, { code: ticket.code, email: clerk }, clock.now()).split(
    '?token=',
  );
  const fields = { token, action: 'end', ending: 'photoRemoved', words: '', also: 'yes' };
  await fetch(url ?? '', { method: 'POST', body: new URLSearchParams(fields) });
  for (const id of [idOf(2), againOf(2)])
    expect((await dossierOf(id)).row.values.consent).toBe('Đồng ý, không ảnh');
  expect(await statuses(1, [idOf(2), againOf(2)])).toEqual([200, 200]);
});

it('takes every year of a person off together when one is asked for, as the clerk is told and proposed', async () => {
  const asked = await askAbout(againOf(2), 1, 'remove');
  const earlier = storyOf(idOf(2), 1);
  for (const page of [asked.mail, asked.html]) expect(page).toContain(earlier);
  expect(asked.html).toMatch(/value="yes" checked/);
  // Somebody else changes the request between: what went off stays off at once, and the rest is pressed again.
  const { store } = first.local.services;
  const commit = store.commit.bind(store);
  const isTicket = ({ path }: Write) => path.startsWith('tickets/');
  const overtaken = vi.spyOn(store, 'commit').mockImplementation(async (writes) => {
    const conflicts = writes.filter(isTicket).map(({ path }) => path);
    return conflicts.length > 0 ? { ok: false, conflicts } : commit(writes);
  });
  await asked.press('yes');
  overtaken.mockRestore();
  expect(await statuses(1, [idOf(2), againOf(2)])).toEqual([410, 200]);
  await asked.end('yes');
  expect(await statuses(1, [idOf(2), againOf(2)])).toEqual([410, 410]);
  const notices = await noticesOf(1);
  expect(notices).toHaveLength(2);
  for (const text of notices) expect(text).not.toContain('chưa gỡ');
});

it('or leaves them when the clerk says so, and everybody who is told of the one is told what stays', async () => {
  await decideAtDesk(second, district, { [againOf(1)]: ['Duyệt', ''] });
  const asked = await askAbout(idOf(1), 0, 'remove');
  const later = storyOf(againOf(1), 0);
  expect(asked.html).toContain(later);
  expect(await asked.end('no')).toContain(later);
  expect(await statuses(0, [idOf(1), againOf(1)])).toEqual([410, 200]);
  const [notice] = await noticesOf(0);
  expect(notice).toContain('chưa gỡ');
  expect(notice).toContain(later);
});

it('and whoever takes one off from the desk hears of the other at once', async () => {
  await decideAtDesk(second, district, { [againOf(3)]: ['Duyệt', ''] });
  const asked = { plan: plan.id, dossier: againOf(3), reason: 'Người được nêu rút lại đồng ý' };
  const { body } = await first.people.press(staffEmail('reviewer', district), 'withdraw', asked);
  expect(body.message).toContain(`năm 2024: ${first.local.urls.listing}${storyOf(idOf(3), 2)}`);
});
