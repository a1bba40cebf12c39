/** The workspace as a whole: paths, counts, quotas, restarts, an independent client. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { normalisePath } from '../../../infra/local/workspace/incoming.ts';
import { aWorkbook } from '../../support/workbook.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await startTestWorkspace();
});
afterEach(() => workspace.close());

const call = <T = unknown>(method: string, path: string, body?: unknown) =>
  workspace.call<T>(testRobot, method, path, body);

describe('paths', () => {
  it.each([
    ['//v4//spreadsheets/a/', '/v4/spreadsheets/a'],
    ['/v4/spreadsheets/a/:batchUpdate', '/v4/spreadsheets/a:batchUpdate'],
    [
      '/v4/spreadsheets/a/values/T%C3%A2n!A1%3AB2:append',
      '/v4/spreadsheets/a/values/T%C3%A2n!A1%3AB2:append',
    ],
    ['/', '/'],
  ])('takes %s as %s', (path, expected) => {
    expect(normalisePath(path)).toBe(expected);
  });

  it('leaves a normal path as it is', () => {
    const paths = fc
      .array(fc.constantFrom('/', ':', 'a', '%2F'), { maxLength: 12 })
      .map((parts) => `/${parts.join('')}`);
    fc.assert(fc.property(paths, (path) => normalisePath(normalisePath(path)) === normalisePath(path)));
  });

  it('answers an unknown path with 404 and a call without a token with 401, in Google’s shape', async () => {
    expect(await (await fetch(`${workspace.url}/v4/spreadsheets/x`)).json()).toMatchObject({
      error: { code: 401, status: 'UNAUTHENTICATED' },
    });
    expect((await fetch(`${workspace.url}/khong-co`)).status).toBe(404);
    const unknown = await call('GET', '/drive/v3/nothing');
    expect(unknown).toMatchObject({ status: 404, body: { error: { status: 'NOT_FOUND' } } });
    expect(workspace.violations.splice(0)).toEqual(['GET /drive/v3/nothing: Google has no such method']);
  });

  it('answers a path that is no text with 400', async () => {
    expect((await call('GET', '/drive/v3/files/%E0%A4%A')).status).toBe(400);
  });

  it('answers a body that is no JSON with 400', async () => {
    const headers = { authorization: `Bearer ${await workspace.token(testRobot)}` };
    const response = await fetch(`${workspace.url}/v4/spreadsheets`, { method: 'POST', headers, body: '{' });
    expect(response.status).toBe(400);
  });

  it('serves nobody who reached it under a foreign name or from a foreign page', async () => {
    const ask = (headers: Record<string, string>, method = 'GET') =>
      new Promise((resolve) => {
        httpRequest(`${workspace.url}/clock`, { method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    expect(await ask({})).toBe(200);
    expect(await ask({ host: 'attacker.example' })).toBe(403);
    expect(await ask({ origin: 'https://attacker.example' }, 'POST')).toBe(403);
  });
});

describe('counts', () => {
  it('are exact by service, method and caller, and begin again when reset', async () => {
    await call('GET', '/drive/v3/files');
    await call('GET', '/drive/v3/files/none');
    await workspace.call('nguoi.lap@vinh-trach.example', 'GET', '/drive/v3/files');
    await call('POST', '/v4/spreadsheets', {});
    const counts = await (await fetch(`${workspace.url}/counts.json`)).json();
    expect(counts).toEqual({
      sheets: { total: 1, reads: 0, writes: 1, methods: { 'spreadsheets.create': { [testRobot]: 1 } } },
      drive: {
        total: 3,
        reads: 3,
        writes: 0,
        methods: {
          'files.list': { [testRobot]: 1, 'nguoi.lap@vinh-trach.example': 1 },
          'files.get': { [testRobot]: 1 },
        },
      },
      gmail: { total: 0, reads: 0, writes: 0, methods: {} },
    });
    await fetch(`${workspace.url}/counts/reset`, { method: 'POST' });
    expect(workspace.counts.drive.total).toBe(0);
  });

  it('do not count what the workspace asks itself', async () => {
    await aWorkbook(workspace);
    workspace.counts.reset();
    await fetch(`${workspace.url}/workbooks.json`);
    expect(workspace.counts.sheets.total).toBe(0);
  });
});

describe('quotas', () => {
  it('refuse what is over the limit of the minute, reads and writes apart', async () => {
    const limited = await startTestWorkspace({ quotas: { sheets: { perIdentity: 2, perProject: 3 } } });
    const create = (email: string) => limited.call(email, 'POST', '/v4/spreadsheets', {});
    const statuses = [];
    for (const email of ['a@x.vn', 'a@x.vn', 'a@x.vn', 'b@x.vn', 'b@x.vn'])
      statuses.push((await create(email)).status);
    expect(statuses).toEqual([200, 200, 429, 200, 429]);
    expect((await limited.call('a@x.vn', 'GET', '/v4/spreadsheets/none')).status).toBe(404);
    await limited.clock.moveTo(new Date(limited.clock.now().getTime() + 60_001));
    expect((await create('a@x.vn')).status).toBe(200);
    await limited.close();
  });
});

it('goes on after a restart exactly where it stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-'));
  const options = { dataFile: join(folder, 'workspace.sqlite'), startAt: new Date('2025-01-08T01:00:00Z') };
  const first = await startTestWorkspace(options);
  const token = await first.token(testRobot);
  const id = await aWorkbook(first, 'Sổ');
  await first.clock.moveTo(new Date('2025-03-01T00:00:00Z'));
  await first.close();

  const second = await startTestWorkspace(options);
  const response = await fetch(`${second.url}/v4/spreadsheets/${id}?fields=properties/title`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await response.json()).toEqual({ properties: { title: 'Sổ' } });
  expect(second.clock.now().toISOString()).toMatch(/^2025-03-01T00:00/);
  await second.close();
  rmSync(folder, { recursive: true });
});

it('says which port is busy', async () => {
  await expect(startTestWorkspace({ port: workspace.port })).rejects.toThrow(
    `Cổng ${workspace.port} đang có chương trình khác dùng`,
  );
});

it('is what an independent client takes for Google Sheets', async () => {
  const id = await aWorkbook(workspace);
  const doc = new GoogleSpreadsheet(id, { token: await workspace.token(testRobot) });
  const clients = doc as unknown as { sheetsApi: { extend(options: object): unknown } };
  clients.sheetsApi = clients.sheetsApi.extend({ prefix: `${workspace.url}/v4/spreadsheets/${id}` }) as never;
  await doc.loadInfo();
  const sheet = await doc.addSheet({ title: 'Danh sách', headerValues: ['Họ tên', 'Năm sinh'] });
  await sheet.addRow({ 'Họ tên': 'Nguyễn Thị Hoa', 'Năm sinh': 1985 });
  const [row] = await sheet.getRows();
  expect(row?.toObject()).toEqual({ 'Họ tên': 'Nguyễn Thị Hoa', 'Năm sinh': '1985' });
});
