/** The head's link: opening it changes nothing, signing works once, and a link that must not work says why and what to do. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Submission } from '../../functions/domain/submission.ts';
import type { StoredDocument } from '../../functions/ports.ts';
import type { OutboxMail } from '../../functions/records.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import { communeIds, manyCommunes, nameOf, writesNothing } from '../support/office-acts.ts';

const plan = manyCommunes(34);
const communes = communeIds(plan);
const reason = 'Bổ sung số liệu cho gương thứ hai';
let office: Office;
let unit: string;
let head: string;

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());
beforeEach(async () => {
  unit = communes.shift() as string;
  head = staffEmail('head', unit);
  await office.type(unit, office.rows(unit, 5));
  await submit();
});

async function submit(): Promise<void> {
  const { body } = await office.submit(unit);
  expect(body).toMatchObject({ ok: true, state: 'awaitingSignature' });
  await office.local.queue.idle();
}

interface Seen {
  status: number;
  html: string;
}

/** The token in the newest sign-off mail to the head. */
async function token(): Promise<string> {
  const mails = await office.people.mailbox(head);
  const links = mails.flatMap(({ text }) => /\/confirm\?token=([\w.-]+)/.exec(text)?.[1] ?? []);
  return links.at(-1) as string;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const nextLetter = (letter: string): string => letters[(letters.indexOf(letter) ^ 1) % 64] as string;

async function open(link: string): Promise<Seen> {
  const response = await fetch(`${office.local.urls.functions}/confirm?token=${encodeURIComponent(link)}`);
  return { status: response.status, html: await response.text() };
}

async function answer(link: string, action: string, why = ''): Promise<Seen> {
  const response = await fetch(`${office.local.urls.functions}/confirm`, {
    method: 'POST',
    body: new URLSearchParams({ token: link, action, reason: why }),
  });
  const seen = { status: response.status, html: await response.text() };
  await office.local.queue.idle();
  return seen;
}

const submission = async (): Promise<Submission> => {
  const where = { unitId: unit };
  const [stored] = await office.local.store.list<Submission>('submissions', { where });
  return stored!.data;
};

const dossiers = (): Promise<StoredDocument<Dossier>[]> =>
  office.local.store.list<Dossier>('dossiers', { where: { unitId: unit } });

const dossierCount = async (): Promise<number> => (await dossiers()).length;

const mailsOf = async (kind: string): Promise<OutboxMail[]> =>
  (
    await office.local.store.list<OutboxMail>('outbox', { where: { kind, to: staffEmail('clerk', unit) } })
  ).map(({ data }) => data);

it('shows the list and signs nothing, however often it is opened', async () => {
  const link = await token();
  await writesNothing(office, async () => {
    for (let time = 0; time < 3; time += 1) {
      const { status, html } = await open(link);
      expect(status).toBe(200);
      expect(html).toContain('Danh sách gồm 5 gương');
      expect(html).toContain(nameOf(office, unit));
    }
  });
  expect((await submission()).state).toBe('awaitingSignature');
});

it.each(['HEAD', 'GET'])(
  'signs nothing when a scanner comes by %s with the answer in the address',
  async (method) => {
    const link = await token();
    await writesNothing(office, async () => {
      for (const action of ['sign', 'sendBack']) {
        const query = new URLSearchParams({ token: link, action, reason });
        const response = await fetch(`${office.local.urls.functions}/confirm?${query}`, { method });
        expect(response.status).toBe(200);
        expect((await response.text()).length > 0).toBe(method === 'GET');
      }
    });
    expect((await submission()).state).toBe('awaitingSignature');
  },
);

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('knows no %s', async (method) => {
  const link = await token();
  await writesNothing(office, async () => {
    const response = await fetch(`${office.local.urls.functions}/confirm?token=${link}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

it('keeps what was signed: hash, name and time on the page, with the submission, in the receipt to the clerk', async () => {
  const opened = await open(await token());
  const { snapshotId } = (await submission()).versions.at(-1)!;
  expect(opened.html).toContain(snapshotId);
  const { html } = await answer(await token(), 'sign');
  const { signedAt = '', signedName = '', signedBy } = (await submission()).versions.at(-1)!;
  expect(signedBy).toBe(head);
  expect(signedName).not.toBe('');
  const moment = new Date(Date.parse(signedAt) + 7 * 3_600_000).toISOString().slice(11, 16);
  for (const part of [snapshotId, signedName, moment]) expect(html).toContain(part);
  const [receipt, ...others] = await mailsOf('signedReceipt');
  expect(others).toEqual([]);
  expect(receipt?.state).toBe('sent');
  for (const part of [snapshotId, signedName, moment]) expect(receipt?.text).toContain(part);
  const [snapshot] = await office.local.store.list('snapshots', { where: { unitId: unit } });
  expect(snapshot?.path).toBe(`snapshots/${snapshotId}`);
});

it('signs by POST, and dossiers stand at the level above', async () => {
  const { status, html } = await answer(await token(), 'sign');
  expect({ status, told: html.includes('đã được ký xác nhận') }).toEqual({ status: 200, told: true });
  const { state, versions } = await submission();
  expect(state).toBe('submitted');
  expect(versions.at(-1)).toMatchObject({ signedBy: head });
  expect((await dossiers()).map(({ data }) => [data.at, data.status, data.round])).toEqual(
    Array.from({ length: 5 }, () => ['956', 'submitted', 1]),
  );
});

it('signs once: a second press, or two at the same time, find the list signed', async () => {
  const link = await token();
  const seen = await Promise.all([answer(link, 'sign'), answer(link, 'sign')]);
  for (const { html } of seen) expect(html).toContain('đã được ký xác nhận');
  const again = await writesNothing(office, () => answer(link, 'sign'));
  expect(again.html).toContain('đã được ký xác nhận');
  const late = await writesNothing(office, () => answer(link, 'sendBack', reason));
  expect(late.html).toContain('đã được ký xác nhận');
  expect(await dossierCount()).toBe(5);
});

it.each<[string, (link: string) => string]>([
  [
    'with another signature',
    (link) => link.replace(/\.(.)/, (_dot, first) => `.${first === 'A' ? 'B' : 'A'}`),
  ],
  ['with another content', (link) => `${link.startsWith('eyJ') ? 'eyK' : 'eyJ'}${link.slice(3)}`],
  ['cut off in the middle', (link) => link.slice(0, link.length / 2)],
  ['cut off by one letter', (link) => link.slice(0, -1)],
  // The last letter of a signature carries two bits that mean nothing: they too must be right.
  ['with another last letter', (link) => link.slice(0, -1) + nextLetter(link.at(-1) as string)],
  ['cut off at the dot', (link) => link.split('.')[0] as string],
  ['with something behind it', (link) => `${link}.x`],
  ['of nothing', () => ''],
])('refuses a link %s, and says how to get a right one', async (_what, alter) => {
  const link = alter(await token());
  await writesNothing(office, async () => {
    for (const { status, html } of [await open(link), await answer(link, 'sign')]) {
      expect(status).toBe(404);
      expect(html).toContain('mở lại thư');
      expect(html).not.toContain(nameOf(office, unit));
    }
  });
});

it('refuses a link of which any one letter is changed', async () => {
  const link = await token();
  const letter = fc.constantFrom(...'ABCXYZabcxyz0189-_');
  await writesNothing(office, () =>
    fc.assert(
      fc.asyncProperty(fc.nat(link.indexOf('.') - 1), letter, async (at, other) => {
        fc.pre(link[at] !== other);
        const { status } = await open(`${link.slice(0, at)}${other}${link.slice(at + 1)}`);
        expect(status).toBe(404);
      }),
      { numRuns: 40 },
    ),
  );
});

it('refuses the link of an older list and points to the newest mail', async () => {
  const old = await token();
  const rows = office.rows(unit, 5);
  await office.type(unit, [{ ...rows[0], pledge: 'Năm 2025 giúp thêm 12 hộ' }]);
  await submit();
  for (const act of [() => open(old), () => answer(old, 'sign'), () => answer(old, 'sendBack', reason)]) {
    const { html } = await writesNothing(office, act);
    expect(html).toContain('danh sách mới hơn');
    expect(html).toContain('thư mới nhất');
    expect(html).not.toContain('<ol>');
  }
  const fresh = await token();
  expect(fresh).not.toBe(old);
  expect((await answer(fresh, 'sign')).html).toContain('đã được ký xác nhận');
});

it.each(['', '   ', 'chưa được'])(
  'does not send back for the reason "%s", and keeps the form open',
  async (why) => {
    const link = await token();
    const { status, html } = await writesNothing(office, () => answer(link, 'sendBack', why));
    expect(status).toBe(422);
    expect(html).toContain('ít nhất 10 ký tự');
    expect(html).toContain('Ký xác nhận');
  },
);

it('refuses a reason that no mail would hold, with both numbers, and keeps what was typed', async () => {
  const link = await token();
  const typed = `${'Rà soát lại. '.repeat(160)}Hết`;
  const { status, html } = await writesNothing(office, () => answer(link, 'sendBack', typed));
  expect(status).toBe(422);
  expect(html).toContain('Lý do trả lại dài 2.083 ký tự');
  expect(html).toContain('trong 2.000 ký tự');
  expect(html).toContain(typed);
});

it('tells a reason of the longest kind whole, its lines counted as the browser counts them', async () => {
  const link = await token();
  const typed = `Dòng đầu\r\n${'ơ'.repeat(1988)}Hết`;
  expect((await answer(link, 'sendBack', `${typed}x`)).status).toBe(422);
  expect((await answer(link, 'sendBack', typed)).html).toContain('đã được trả lại');
  const [mail] = (await office.people.mailbox(staffEmail('clerk', unit))).filter(({ text }) =>
    text.includes('Dòng đầu'),
  );
  expect(mail?.text.replace(/\s/g, '')).toContain(`${'ơ'.repeat(1988)}Hết`);
});

it.each(['', 'approve', 'SIGN'])('does nothing for the action "%s"', async (action) => {
  const link = await token();
  const { html } = await writesNothing(office, () => answer(link, action, reason));
  expect(html).toContain('Ký xác nhận');
});

it('sends back with a sentence that reaches the clerk, once, and the same list may be sent again', async () => {
  const link = await token();
  expect((await answer(link, 'sendBack', reason)).html).toContain('đã được trả lại');
  await writesNothing(office, () => answer(link, 'sendBack', reason));
  await writesNothing(office, () => answer(link, 'sign'));
  expect(await submission()).toMatchObject({ state: 'sentBack' });
  const told = await mailsOf('sentBack');
  expect(told.map(({ to, state }) => [to, state])).toEqual([[staffEmail('clerk', unit), 'sent']]);
  expect(told[0]?.text).toContain(reason);
  expect(await dossierCount()).toBe(0);
  await submit();
  const { versions } = await submission();
  expect(versions).toHaveLength(2);
  await answer(await token(), 'sign');
  expect(await dossierCount()).toBe(5);
});

it('does not sign a list that would change a row which was approved meanwhile, and names the row', async () => {
  await answer(await token(), 'sign');
  const rows = office.rows(unit, 5);
  await office.type(unit, [{ ...rows[0], pledge: 'Năm 2025 giúp thêm 12 hộ' }]);
  await submit();
  const link = await token();
  const [first] = await dossiers();
  await office.local.store.commit([
    { kind: 'put', path: first!.path, data: { ...first!.data, status: 'approved', approvals: ['956'] } },
  ]);
  const { status, html } = await writesNothing(office, () => answer(link, 'sign'));
  expect(status).toBe(422);
  expect(html).toContain(String(rows[0]?.name));
  expect(html).toContain('Hãy trả lại để người lập nộp lại danh sách');
});

// Last: the clock only goes forward. In a small province, or the month is one of mails to all those communes.
it('refuses a link that is 31 days old, shows no names and names who can help', async () => {
  await office.close();
  office = await startOffice();
  unit = '31843';
  head = staffEmail('head', unit);
  await office.type(unit, office.rows(unit, 5));
  await submit();
  const link = await token();
  await office.people.moveClock('2025-02-08T09:00:00+07:00');
  const { html } = await open(link);
  expect(html).toContain('đã hết hạn');
  expect(html).toContain('nộp lại danh sách');
  expect(html).not.toContain('<ol>');
  const said = await writesNothing(office, () => answer(link, 'sign'));
  expect(said.html).toContain('đã hết hạn');
  expect((await submission()).state).toBe('awaitingSignature');
});
