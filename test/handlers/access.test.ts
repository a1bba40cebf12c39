/** Who may call what: tokens, staff list, roles, and bodies of any shape; a refusal says what to do and writes nothing. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { robot } from '../../infra/local/runtime/local.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  call,
  expectAdvice,
  expectRefusal,
  type Said,
  tokenFor,
  workbookOf,
  writesNothing,
} from '../support/office-acts.ts';

let office: Office;
let spreadsheetId: string;
const unit = '31843';
const clerk = staffEmail('clerk', unit);
const staffFunctions = ['check', 'submit', 'review', 'compare', 'hold', 'answer', 'withdraw'] as const;
const platformFunctions = ['tick', 'sync', 'deliver', 'publish', 'control'] as const;

beforeAll(async () => {
  office = await startOffice();
  ({ spreadsheetId } = office.tab(unit));
  await office.type(unit, office.rows(unit, 5));
});
afterAll(() => office.close());

const bodies = () => ({
  check: { spreadsheetId },
  submit: { spreadsheetId, unit },
  review: { spreadsheetId },
  answer: { spreadsheetId },
  compare: { spreadsheetId, key: '2025-31843-001.1' },
  hold: { spreadsheetId, key: '2025-31843-001.1', action: 'look' },
  withdraw: { plan: office.plan.id, dossier: '2025-31843-001', reason: 'Người được nêu rút lại đồng ý' },
  tick: {},
  sync: { spreadsheetId },
  control: { spreadsheetId },
  deliver: { key: '0'.repeat(32) },
  publish: {},
});

const ask = (name: keyof ReturnType<typeof bodies>, token?: string): Promise<Said> =>
  writesNothing(office, () =>
    call(office, name, { body: bodies()[name], ...(token === undefined ? {} : { token }) }),
  );

const pressed = (email: string, name: string, body: object): Promise<Said> =>
  writesNothing(office, () => office.people.press(email, name, body));

/** Same header and payload, another signature: the first letter changes whole bytes, the last might change none. */
const forged = (token: string): string => {
  const [head, payload, signature = ''] = token.split('.');
  return [head, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
};

const unsigned = (token: string): string => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
};

/** The clerk's own token with another person's e-mail written into it. */
const rewritten = (token: string): string => {
  const [head, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const other = { ...claims, email: staffEmail('reviewer', '956') };
  return [head, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.');
};

describe.each([...staffFunctions, ...platformFunctions])('%s', (name) => {
  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['a token with an altered signature', async () => forged(await tokenFor(office, clerk))],
    ['a token with alg none', async () => unsigned(await tokenFor(office, clerk))],
    ['a token with another e-mail written in', async () => rewritten(await tokenFor(office, clerk))],
    ['an expired token', () => tokenFor(office, clerk, '&expiresIn=-60')],
    ['a token for another audience', () => tokenFor(office, clerk, '&audience=noi-khac')],
    ['a token with an unverified e-mail', () => tokenFor(office, clerk, '&verified=false')],
    ['words instead of a token', async () => 'khong-phai-token'],
  ])('does nothing for %s', async (_what, token) => {
    expectRefusal(await ask(name, await token()), 401, 'sign-in', ['đăng nhập lại']);
  });

  it('answers GET with 405 and names what it takes', async () => {
    const said = await writesNothing(office, () => call(office, name, { method: 'GET' }));
    expectRefusal(said, 405, 'bad-request', ['POST']);
  });

  it.each([
    ['is a list', { body: [1, 2] }],
    ['is plain text', { raw: 'xin chào', type: 'text/plain' }],
    ['is a form', { raw: 'unit=31843', type: 'application/x-www-form-urlencoded' }],
  ])('refuses a body that %s', async (_what, init) => {
    const token = await tokenFor(office, clerk);
    const said = await writesNothing(office, () => call(office, name, { token, ...init }));
    expectRefusal(said, 400, 'bad-request');
  });

  it.each(['{"spreadsheetId": ', '"xin chào"'])('refuses %s, which is not JSON of an object', async (raw) => {
    const token = await tokenFor(office, clerk);
    const said = await writesNothing(office, () => call(office, name, { token, raw }));
    // The functions framework answers this one before any of our code.
    expect(said.status).toBe(400);
  });

  it('refuses a field that it does not know, by its name', async () => {
    const token = await tokenFor(office, clerk);
    const body = { ...bodies()[name], admin: true };
    const said = await writesNothing(office, () => call(office, name, { token, body }));
    expectRefusal(said, 400, 'bad-request', ['admin']);
  });
});

describe.each(platformFunctions)('%s', (name) => {
  it.each([clerk, staffEmail('reviewer', '95'), staffEmail('admin', '95')])(
    'is not for people, not even %s',
    async (email) => {
      expectRefusal(await ask(name, await tokenFor(office, email)), 403, 'not-staff', [
        'bộ hẹn giờ và hàng đợi',
      ]);
    },
  );

  it('answers the platform', async () => {
    const said = await call(office, name, { token: await tokenFor(office, robot), body: bodies()[name] });
    expect(said).toMatchObject({ status: 200, body: { ok: true } });
  });
});

it.each(staffFunctions)('%s refuses somebody who is not on the staff list, by the address', async (name) => {
  const stranger = 'khach@noi-khac.vn';
  const said = await ask(name, await tokenFor(office, stranger));
  expectRefusal(said, 403, 'not-staff', [stranger, 'Cán bộ']);
});

describe('submit', () => {
  it.each([
    ['a clerk of another unit', staffEmail('clerk', '31846')],
    ['a reviewer of the level above', staffEmail('reviewer', '956')],
    ['the clerk of the level above', staffEmail('clerk', '956')],
    ['the administrator', staffEmail('admin', '95')],
  ])('refuses %s, by address and unit', async (_who, email) => {
    const said = await pressed(email, 'submit', { spreadsheetId, unit });
    expectRefusal(said, 403, 'not-your-unit', [email, 'Xã Ninh Hòa']);
  });

  it.each([
    ['an unknown unit', '99999'],
    ['a unit of another workbook', 'CQ01'],
    ['the collecting unit itself', '956'],
    ['a path for a unit', '../31843'],
  ])('refuses %s, by its code', async (_what, other) => {
    const said = await pressed(clerk, 'submit', { spreadsheetId, unit: other });
    expectRefusal(said, 404, 'unknown-unit', [`“${other}”`]);
  });

  it('refuses a list sent through the workbook of another level', async () => {
    const elsewhere = workbookOf(office, '95');
    const said = await pressed(clerk, 'submit', { spreadsheetId: elsewhere, unit });
    expectRefusal(said, 404, 'unknown-unit', ['“31843”']);
  });
});

it.each(['check', 'submit', 'review', 'answer'] as const)(
  '%s refuses a spreadsheet of no plan',
  async (name) => {
    const body = { ...bodies()[name], spreadsheetId: 'khong-co-bang-tinh-nay' };
    expectRefusal(await pressed(clerk, name, body), 404, 'unknown-workbook', ['mở lại']);
  },
);

it('shows a clerk the own tab only, a reviewer every tab', async () => {
  const units = async (email: string) => {
    const { body } = await office.people.press(email, 'check', { spreadsheetId });
    return (body.units as { unit: string }[]).map((one) => one.unit);
  };
  expect(await units(clerk)).toEqual([unit]);
  expect(await units(staffEmail('reviewer', '956'))).toEqual(['31843', '31846']);
  expect(await units(staffEmail('clerk', 'CQ01'))).toEqual([]);
});

/** Without what the caller wrote, which may be anything: quoted values, and the names of fields. */
const ownWords = (message: unknown): string =>
  String(message)
    .replace(/ ở: .*\. Hãy tải lại/su, ' ở: …. Hãy tải lại')
    .replace(/“[^”]*”/gu, '“…”');

it('names a field in characters that can be read, whatever they were', async () => {
  const token = await tokenFor(office, clerk);
  const name = 'Đơn vị\u202e\u0007'.normalize('NFD');
  const { body: said } = await call(office, 'check', { token, body: { spreadsheetId, [name]: 0 } });
  expect(said.message).toContain('không đúng dạng ở: Đơn vị. Hãy tải lại');
});

it('refuses any other body with a sentence, and never fails on one', async () => {
  const token = await tokenFor(office, clerk);
  const field = fc.constantFrom(
    'spreadsheetId',
    'unit',
    'nil',
    'attachment',
    'keys',
    'plan',
    'dossier',
    'reason',
  );
  const body = fc.oneof(fc.dictionary(field, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }), fc.jsonValue());
  await writesNothing(office, () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...staffFunctions), body, async (name, value) => {
        const said = await call(office, name, { token, body: value });
        expect(said.status).toBeLessThan(500);
        if (typeof said.body === 'object') expectAdvice(ownWords(said.body.message));
        else expect(said.status).toBe(400);
      }),
      // Every template in our own words is filled; in the caller's it is nobody's fault.
      {
        numRuns: 60,
        examples: [
          ['check', { '${': 0 }],
          ['submit', { unit: '${' }],
        ],
      },
    ),
  );
});
