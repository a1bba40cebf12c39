/** The page of a request over HTTP: opening changes nothing; answering, taking off and refusing are done there, by whom they concern. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import { isAnswered } from '../../functions/domain/ticket-course.ts';
import { parseTicketToken, ticketUrl } from '../../functions/links/ticket-link.ts';
import { storyPath, toKey } from '../../functions/listing/address.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, startOffice } from '../support/office.ts';
import { writesNothing } from '../support/office-acts.ts';

const unit = '31843';
const contact = '0912 345 678';
const clerk = staffEmail('clerk', unit);
const head = staffEmail('head', unit);
const reviewer = staffEmail('reviewer', '956');
let office: Office;
let rows: TypedRow[];

const id = (ordinal: number): string => `2025-${unit}-00${ordinal}`;
const pathOf = (ordinal: number): string =>
  storyPath({ key: toKey(office.plan.id, id(ordinal)), name: String(rows[ordinal - 1]?.name) });
const dossier = async (ordinal: number): Promise<Dossier> =>
  (await office.local.store.read<Dossier>(`dossiers/${office.plan.id}_${id(ordinal)}`))?.data as Dossier;

async function decide(line: number, decision: string, reason = ''): Promise<void> {
  const { spreadsheetId } = office.tab(unit);
  await office.people.type(reviewer, spreadsheetId, `'Thẩm định'!G${line}`, [[decision, reason]]);
  await office.people.press(reviewer, 'review', { spreadsheetId });
  await office.settle();
}

beforeAll(async () => {
  office = await startOffice();
  rows = office
    .rows(unit, 5)
    .map((row) => ({ ...row, consent: 'Đồng ý', consentDate: '05/01/2025' }) as TypedRow);
  await office.send(unit, rows);
  await office.settle();
  for (const line of [3, 4, 5, 6, 7]) await decide(line, 'Duyệt');
});
afterAll(() => office.close());

const mended = 'Tên việc làm đã sửa lại cho đúng';
let asked = 0;
/** Somebody asks about a story; the newest ticket. */
async function ask(ordinal: number, wish: Ticket['wish']): Promise<Ticket> {
  asked += 1;
  const text = `Xin xem lại trang này giúp tôi, lần ${asked}`;
  await fetch(`${office.local.urls.listing}/de-nghi/gui`, {
    method: 'POST',
    body: new URLSearchParams({ page: pathOf(ordinal), wish, asker: 'self', contact, text }),
  });
  await office.settle();
  const all = await office.local.store.list<Ticket>('tickets');
  return all.map(({ data }) => data).find((ticket) => ticket.text === text) as Ticket;
}

/** One that came with no mail of its own; the form, with its limits, has a test of its own. */
async function file(
  ordinal: number,
  wish: Ticket['wish'],
  asker: Ticket['asker'] = 'self',
  at?: Date,
): Promise<Ticket> {
  asked += 1;
  const receivedAt = (at ?? (await office.people.now())).toISOString();
  const ticket: Ticket = {
    code: `DN-${String(asked).padStart(10, '0')}`,
    planId: office.plan.id,
    dossierId: id(ordinal),
    unitId: unit,
    parentId: '956',
    key: toKey(office.plan.id, id(ordinal)),
    wish,
    asker,
    contact,
    text: `Xin xem lại trang này giúp tôi, lần ${asked}`,
    receivedAt,
    answerBy: '2025-01-10',
    settleBy: '2025-01-23',
    state: 'open',
    history: [{ at: receivedAt, action: 'open', by: '' }],
  };
  await office.local.store.commit([{ kind: 'create', path: `tickets/${ticket.code}`, data: ticket }]);
  return ticket;
}

const ticketOf = async ({ code }: Ticket): Promise<Ticket> =>
  (await office.local.store.read<Ticket>(`tickets/${code}`))?.data as Ticket;

/** The link in the mail that told this person of the ticket. */
async function tokenOf({ code }: Ticket, email: string): Promise<string> {
  const mails = (await office.people.mailbox(email)).filter(({ subject }) => subject.includes(code));
  return /\/ticket\?token=([\w.-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
}

const open = async (token: string) => {
  const response = await fetch(`${office.local.urls.functions}/ticket?token=${token}`);
  return { status: response.status, html: await response.text() };
};
const act = async (token: string, fields: Record<string, string>) => {
  const body = new URLSearchParams({ token, ...fields });
  const response = await fetch(`${office.local.urls.functions}/ticket`, { method: 'POST', body });
  await office.local.queue.idle();
  return { status: response.status, html: await response.text() };
};
/** For somebody the ticket's mails did not go to. */
const linkFor = (code: string, email: string, now = new Date('2025-01-08T02:00:00Z')): string =>
  ticketUrl(office.local.services.settings, { code, email }, now).split('token=')[1] as string;

describe('the link', () => {
  it('shows what is asked, by whom, how to reach them and both days, and changes nothing', async () => {
    const ticket = await ask(1, 'remove');
    const token = await tokenOf(ticket, clerk);
    const { status, html } = await writesNothing(office, () => open(token));
    expect(status).toBe(200);
    for (const words of [ticket.code, contact, ticket.text, 'Người được nêu tên', '10/01/2025', '23/01/2025'])
      expect(html).toContain(words);
    expect(html).toContain(`href="${office.local.urls.listing}${pathOf(1)}"`);
    expect(await ticketOf(ticket)).toEqual(ticket);
  });

  it('stands in the mail of clerk, head and reviewer alike; nothing else in that mail tells how to reach the asker', async () => {
    const ticket = await ask(1, 'correct');
    for (const email of [clerk, head, reviewer]) {
      expect((await open(await tokenOf(ticket, email))).status).toBe(200);
      const mails = (await office.people.mailbox(email)).filter(({ subject }) =>
        subject.includes(ticket.code),
      );
      expect(mails.map(({ text }) => text).join()).not.toContain(contact);
    }
  });

  it('opens nothing when it is altered, over, or of somebody who does not answer for the unit', async () => {
    const ticket = await ask(1, 'remove');
    const token = await tokenOf(ticket, clerk);
    const altered = await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
    expect([altered.status, altered.html.includes('Liên kết không dùng được')]).toEqual([404, true]);
    const old = await open(linkFor(ticket.code, clerk, new Date('2024-12-01T00:00:00Z')));
    expect([old.status, old.html.includes('có liên kết mới')]).toEqual([410, true]);
    for (const email of [staffEmail('clerk', 'CQ01'), staffEmail('head', '956'), 'ai@vidu.vn'])
      expect((await open(linkFor(ticket.code, email))).status).toBe(404);
    for (const email of [staffEmail('reviewer', '95'), staffEmail('admin', '95')])
      expect((await open(linkFor(ticket.code, email))).status).toBe(200);
    for (const { html } of [altered, old]) expect(html).not.toContain(contact);
  });
});

describe('the requests that wait', () => {
  const links = (html: string): string[] =>
    [...html.matchAll(/\/ticket\?token=([\w.-]+)[^"]*">[^<]*\((DN-[\w-]+)\)/g)].map(
      ([, token]) => token ?? '',
    );
  const codes = (html: string): string[] =>
    [...html.matchAll(/">[^<]*\((DN-[\w-]+)\)<\/a>/g)].map(([, code = '']) => code);

  it('can all be reached from each of them, a named person’s removal before what others ask', async () => {
    const junk = await file(1, 'correct', 'other');
    for (let more = 0; more < 104; more += 1) await file(1, 'correct', 'other');
    const person = await file(1, 'remove', 'relative');
    const elsewhere = await file(5, 'remove');
    const { html } = await writesNothing(office, () => open(linkFor(junk.code, clerk)));
    const wanted = codes(html);
    expect(wanted.slice(0, 3)).toContain(person.code);
    expect(wanted).not.toContain(junk.code);
    const list = await open(`${linkFor(junk.code, clerk)}&list=story`);
    expect(codes(list.html)).toHaveLength(100);
    const next = /&amp;list=story&amp;from=100/.exec(list.html)?.[0].replaceAll('&amp;', '&') ?? '';
    const rest = await open(`${linkFor(junk.code, clerk)}${next}`);
    const waiting = { dossierId: id(1), state: 'open' };
    const about = (await office.local.store.list<Ticket>('tickets', { where: waiting })).map(
      ({ data }) => data,
    );
    expect([...codes(list.html), ...codes(rest.html)].toSorted()).toEqual(
      about.map(({ code }) => code).toSorted(),
    );
    const all = await open(`${linkFor(junk.code, clerk)}&list=all`);
    expect(codes(all.html)).toContain(elsewhere.code);
    expect(all.html).not.toContain(contact);
    for (const token of links(list.html).slice(0, 3)) expect((await open(token)).status).toBe(200);
    expect(codes((await open(`${linkFor(elsewhere.code, reviewer)}&list=all`)).html)).toContain(person.code);
    for (const { code } of about)
      await office.local.store.commit([{ kind: 'delete', path: `tickets/${code}` }]);
  });

  it('are listed to nobody whose link is over, and by no link that outlives the one that led there', async () => {
    const [one, other] = [await file(4, 'remove'), await file(4, 'correct')];
    const over = await open(`${linkFor(one.code, clerk, new Date('2024-12-01T00:00:00Z'))}&list=all`);
    expect([over.status, over.html.includes(other.code)]).toEqual([410, false]);
    const soon = new Date('2024-12-10T00:00:00Z');
    const tokens = links((await open(linkFor(one.code, clerk, soon))).html);
    const ends = tokens.map(
      (token) => parseTicketToken(token, office.local.services.settings.linkSecret)?.expiresAt,
    );
    expect(tokens.length).toBeGreaterThan(0);
    expect(new Set(ends)).toEqual(new Set(['2025-01-09T00:00:00.000Z']));
    for (const { code } of [one, other])
      await office.local.store.commit([{ kind: 'delete', path: `tickets/${code}` }]);
  });
});

describe('an answer', () => {
  it('is recorded with its words and who gave it, once; the request stays open', async () => {
    const ticket = await file(2, 'remove');
    const token = linkFor(ticket.code, clerk);
    const short = await act(token, { action: 'answer', words: 'đã gọi' });
    expect([short.status, short.html.includes('đã gọi</textarea>')]).toEqual([422, true]);
    const words = 'Đã gọi điện lúc 9 giờ, hẹn gỡ trong ngày';
    const { html } = await act(token, { action: 'answer', words });
    expect(html).toContain(words);
    await act(token, { action: 'answer', words });
    const { state, history } = await ticketOf(ticket);
    expect(state).toBe('open');
    expect(history.slice(1)).toMatchObject([{ action: 'answer', by: clerk, words }]);
  });
});

describe('an end', () => {
  it('takes the photo off at once by narrowing the consent, though the row is approved', async () => {
    const ticket = await file(3, 'photo');
    const { status, html } = await act(linkFor(ticket.code, clerk), {
      action: 'end',
      ending: 'photoRemoved',
      words: '',
    });
    expect([status, html.includes('Đề nghị đã kết thúc: <b>Đã gỡ ảnh</b>')]).toEqual([200, true]);
    const after = await dossier(3);
    expect(after).toMatchObject({ status: 'approved', row: { values: { consent: 'Đồng ý, không ảnh' } } });
    expect(after.history.at(-1)).toMatchObject({ action: 'narrow', by: clerk });
    expect((await office.people.page(pathOf(3))).status).toBe(200);
    expect(await ticketOf(ticket)).toMatchObject({ state: 'settled' });
  });

  it('takes the page off at once for the clerk too, ends every request about it, and tells the desk', async () => {
    // More than one commit ends: nobody keeps a page up by asking about it often.
    for (let more = 0; more < 120; more += 1) await file(2, 'remove');
    const [first, second] = [await file(2, 'photo'), await file(2, 'remove')];
    expect((await office.people.page(pathOf(2))).status).toBe(200);
    await act(linkFor(second.code, clerk), { action: 'end', ending: 'pageRemoved', words: '' });
    expect((await office.people.page(pathOf(2))).status).toBe(410);
    expect((await dossier(2)).withdrawn).toMatchObject({
      by: clerk,
      reason: `Theo đề nghị ${second.code} của người được nêu tên`,
    });
    for (const ticket of [first, second])
      expect((await ticketOf(ticket)).history.at(-1)).toMatchObject({
        action: 'settle',
        ending: 'pageRemoved',
      });
    const open = { dossierId: id(2), state: 'open' };
    expect(await office.local.store.list('tickets', { where: open })).toEqual([]);
    await office.settle();
    const told = (await office.people.mailbox(reviewer)).filter(({ subject }) => subject.startsWith('Đã gỡ'));
    expect(told.length).toBeGreaterThan(0);
  });

  it('otherwise than asked needs a reason, which is kept', async () => {
    const ticket = await file(3, 'remove');
    const token = linkFor(ticket.code, head);
    const bare = await writesNothing(office, () =>
      act(token, { action: 'end', ending: 'declined', words: '' }),
    );
    expect([bare.status, bare.html.includes('Lý do còn ngắn')]).toEqual([422, true]);
    const words = 'Người đề nghị không phải người được nêu tên, không chứng minh được quan hệ';
    await act(token, { action: 'end', ending: 'declined', words });
    expect((await ticketOf(ticket)).history.at(-1)).toMatchObject({ by: head, ending: 'declined', words });
    expect((await office.people.page(pathOf(3))).status).toBe(200);
    const again = await writesNothing(office, () =>
      act(token, { action: 'end', ending: 'pageRemoved', words: 'Bấm nhầm một lần nữa' }),
    );
    expect([again.status, again.html.includes('Đề nghị đã kết thúc')]).toEqual([200, true]);
    expect((await office.people.page(pathOf(3))).status).toBe(200);
  });

  it('offers no photo to take off where there is none and none was asked for', async () => {
    const ticket = await file(3, 'correct');
    const token = linkFor(ticket.code, clerk);
    expect((await open(token)).html).not.toContain('value="photoRemoved"');
    const words = 'Không có ảnh mà vẫn bấm gỡ ảnh';
    const said = await writesNothing(office, () =>
      act(token, { action: 'end', ending: 'photoRemoved', words }),
    );
    expect([said.status, said.html.includes('không có ảnh để gỡ')]).toEqual([422, true]);
  });

  it('“Đã sửa” is there only once the row was returned, changed and approved again', async () => {
    const ticket = await file(4, 'correct');
    const token = linkFor(ticket.code, reviewer);
    const before = await open(token);
    expect(before.html).not.toContain('value="corrected"');
    for (const words of ['“Trả lại”', 'trang không hiện']) expect(before.html).toContain(words);
    const early = await act(token, { action: 'end', ending: 'corrected', words: '' });
    expect([early.status, early.html.includes('chưa được sửa và duyệt lại')]).toEqual([422, true]);
    await decide(6, 'Trả lại', 'Sửa lại số liệu theo đề nghị của người được nêu');
    await office.type(unit, [{ ...rows[3], title: mended } as TypedRow], 3);
    expect((await office.submit(unit)).body).toMatchObject({ ok: true });
    await office.settle();
    await office.sign(unit);
    await office.settle();
    expect((await open(token)).html).not.toContain('value="corrected"');
    await decide(8, 'Duyệt');
    const done = await act(token, { action: 'end', ending: 'corrected', words: '' });
    expect(done.html).toContain('Đề nghị đã kết thúc: <b>Đã sửa</b>');
    expect(await ticketOf(ticket)).toMatchObject({ state: 'settled' });
  });

  it('of two who press at once only one is taken, and the other sees it', async () => {
    const ticket = await file(5, 'photo');
    const [a, b] = [linkFor(ticket.code, clerk), linkFor(ticket.code, reviewer)];
    const words = 'Không phải ảnh của người đề nghị';
    const answers = await Promise.all([
      act(a, { action: 'end', ending: 'photoRemoved', words: '' }),
      act(b, { action: 'end', ending: 'declined', words }),
    ]);
    const { history } = await ticketOf(ticket);
    expect(history.filter(({ action }) => action === 'settle')).toHaveLength(1);
    const consent = (await dossier(5)).row.values.consent;
    expect(consent === 'Đồng ý, không ảnh').toBe(history.at(-1)?.ending === 'photoRemoved');
    for (const { html } of answers) expect(html).toContain('Đề nghị đã kết thúc');
  });
});

describe('many requests of others about one story', () => {
  it('are declined with one reason and a record each; the named person’s, and what came since, are not', async () => {
    const junk: Ticket[] = [];
    for (let more = 0; more < 230; more += 1) junk.push(await file(5, 'remove', 'other'));
    const [first, second] = junk as [Ticket, Ticket];
    const person = await file(5, 'remove', 'self');
    const token = linkFor(first.code, clerk);
    const { html } = await open(token);
    expect(html).toContain('Không làm theo cả 230 đề nghị');
    const until = /name="until" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const late = await file(5, 'correct', 'other', new Date(Date.parse(until) + 1000));
    const decline = { action: 'declineOthers', until };
    const bare = await writesNothing(office, () => act(token, { ...decline, words: 'rác' }));
    expect(bare.status).toBe(422);
    const words = 'Nhiều đề nghị giống nhau, không nêu chỗ nào chưa đúng';
    expect((await act(token, { ...decline, answered: 'no', words })).html).toContain('cho 230 đề nghị');
    const end = { action: 'settle', by: clerk, ending: 'declined', words };
    expect((await ticketOf(second)).history.slice(1)).toMatchObject([end]);
    for (const kept of [person, late]) expect(await ticketOf(kept)).toEqual(kept);
    expect((await office.people.page(pathOf(5))).status).toBe(200);
    // Their answers are still owed, until that is said too.
    const answered = await act(token, { ...decline, answered: 'yes', words });
    expect(answered.html).toContain('cho 230 đề nghị');
    for (const one of [first, second, junk.at(-1) as Ticket])
      expect((await ticketOf(one)).history.slice(1)).toMatchObject([
        end,
        { action: 'answer', by: clerk, words },
      ]);
    for (const { code } of [person, late])
      await office.local.store.commit([{ kind: 'delete', path: `tickets/${code}` }]);
  });
});

describe('a consent that is taken back in the sheet', () => {
  it('has the page of a request say that the story is off and why, and end it as a removal', async () => {
    const ticket = await file(1, 'remove');
    const token = linkFor(ticket.code, clerk);
    expect((await open(token)).html).toContain('trang mất ngay khi bấm');
    const sheet = rows.map((row, index) => (index === 3 ? { ...row, title: mended } : row));
    await office.type(unit, [{ ...rows[0], consent: 'Không đồng ý' } as TypedRow, ...sheet.slice(1)]);
    expect((await office.submit(unit)).body).toMatchObject({ ok: true });
    await office.settle();
    expect((await office.people.page(pathOf(1))).status).toBe(410);
    const { html } = await open(token);
    for (const words of ['cột “Đồng ý công khai” ghi “Không đồng ý”', 'trang hiện không công khai; bấm rồi'])
      expect(html).toContain(words);
    expect(html).not.toContain('trang mất ngay khi bấm');
    const { html: done } = await act(token, { action: 'end', ending: 'pageRemoved', words: '' });
    expect(done).toContain('Đề nghị đã kết thúc: <b>Đã gỡ cả trang</b>');
    expect((await dossier(1)).withdrawn).not.toBeNull();
    await act(token, { action: 'answer', words: 'Đã gọi điện báo là trang đã gỡ' });
  });
});

describe('the clocks', () => {
  const morning = async (day: string): Promise<void> => {
    await office.people.moveClock(`${day}T07:30:00+07:00`);
    await office.settle();
    await office.settle();
  };
  const digestOf = async (email: string, day: string): Promise<string> => {
    const mails = await office.people.mailbox(email);
    const [, month, dayOfMonth] = day.split('-');
    return mails.findLast(({ text }) => text.includes(`trong ngày ${dayOfMonth}/${month}/2025`))?.text ?? '';
  };

  it('ring each working morning until the request is ended, over a month, and for everybody once they ran out', async () => {
    const ticket = await file(1, 'remove');
    const who = [clerk, head, reviewer, staffEmail('admin', '95')];
    const heard: Record<string, number> = {};
    for (const day of ['2025-01-09', '2025-01-10', '2025-01-13', '2025-02-10']) {
      await morning(day);
      const digests = await Promise.all(who.map((email) => digestOf(email, day)));
      heard[day] = digests.filter((text) => text.includes(ticket.code)).length;
    }
    // On the first morning all three who had no mail of its own; then the clerk; then, once it is over, everybody.
    expect(heard).toEqual({ '2025-01-09': 3, '2025-01-10': 1, '2025-01-13': 4, '2025-02-10': 4 });
    const last = await digestOf(reviewer, '2025-02-10');
    expect(last).toContain('Chưa trả lời người đề nghị: đã quá hạn 31 ngày (chậm nhất ngày 10/01/2025).');
    expect(last).not.toContain(contact);
    const token = new RegExp(`${ticket.code}[\\s\\S]*?/ticket\\?token=([\\w.-]+)`).exec(last)?.[1] ?? '';
    await act(token, { action: 'answer', words: 'Xin lỗi vì trả lời chậm, hôm nay gỡ trang' });
    await act(token, { action: 'end', ending: 'pageRemoved', words: '' });
    const declined = await file(4, 'remove');
    const end = { action: 'end', ending: 'declined', words: 'Không chứng minh được là người thân' };
    await act(linkFor(declined.code, clerk, new Date('2025-02-10T00:00:00Z')), end);
    await morning('2025-02-11');
    // Ended, yet nobody has told the asker.
    expect(await digestOf(clerk, '2025-02-11')).toContain(declined.code);
    const words = 'Đã gọi điện, giải thích vì sao không gỡ';
    await act(linkFor(declined.code, clerk, new Date('2025-02-10T00:00:00Z')), { action: 'answer', words });
    await morning('2025-02-12');
    expect(await digestOf(clerk, '2025-02-12')).not.toContain(declined.code);
    expect(await digestOf(clerk, '2025-02-11')).not.toContain(ticket.code);
    expect(await ticketOf(ticket)).toMatchObject({ state: 'settled', contact });
  });

  it('leave nothing of an asker who was answered thirty days after the end, and the page still says what was done', async () => {
    const settled = await office.local.store.list<Ticket>('tickets', { where: { state: 'settled' } });
    const ticket = settled.map(({ data }) => data).find(isAnswered);
    await morning('2025-03-14');
    const all = (await office.local.store.list<Ticket>('tickets')).map(({ data }) => data);
    expect(all.filter(({ state }) => state === 'closed').length).toBeGreaterThan(0);
    for (const { state, contact: kept, text } of all)
      expect([kept === '', text === '']).toEqual([state === 'closed', state === 'closed']);
    const { html } = await open(linkFor(ticket?.code ?? '', clerk, new Date('2025-03-14T00:00:00Z')));
    for (const words of ['Đề nghị đã kết thúc', 'Đã xóa']) expect(html).toContain(words);
    expect(html).not.toContain(contact);
  });
});
