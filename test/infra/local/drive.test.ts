/** Drives the emulated Drive through Google's own client: files, sharing and search. */
import * as fc from 'fast-check';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driveClient } from '../../support/google-clients.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

const clerk = 'nguoi.lap@vinh-trach.example';
const stranger = 'nguoi.la@example.net';
const spreadsheet = 'application/vnd.google-apps.spreadsheet';
const folder = 'application/vnd.google-apps.folder';
let workspace: TestWorkspace;
let robots: drive_v3.Drive;
let clerks: drive_v3.Drive;
let strangers: drive_v3.Drive;

async function aFile(name: string, more: drive_v3.Schema$File = {}): Promise<string> {
  const made = await robots.files.create({ requestBody: { name, mimeType: 'text/plain', ...more } });
  return made.data.id ?? '';
}

const share = (fileId: string, emailAddress: string, role: string) =>
  robots.permissions.create({
    fileId,
    sendNotificationEmail: false,
    requestBody: { type: 'user', role, emailAddress },
  });

const list = async (client: drive_v3.Drive, q: string) =>
  ((await client.files.list({ q, fields: 'files(name)' })).data.files ?? []).map((file) => file.name).sort();

beforeAll(async () => {
  workspace = await startTestWorkspace();
  [robots, clerks, strangers] = (await Promise.all(
    [testRobot, clerk, stranger].map((email) => driveClient(workspace, email)),
  )) as [drive_v3.Drive, drive_v3.Drive, drive_v3.Drive];
});
afterAll(() => workspace.close());

describe('files', () => {
  it('answers only kind, id, name and type when no fields are asked for', async () => {
    const { data } = await robots.files.get({ fileId: await aFile('Sổ 1') });
    expect(Object.keys(data).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
  });

  it('answers the fields asked for', async () => {
    const fileId = await aFile('Sổ 2', { appProperties: { app: 'guong-sang', plan: 'kh-113' } });
    const { data } = await robots.files.get({ fileId, fields: 'appProperties,owners/emailAddress,version' });
    expect(data).toEqual({
      appProperties: { app: 'guong-sang', plan: 'kh-113' },
      owners: [{ emailAddress: testRobot }],
      version: '2',
    });
  });

  it('keeps what is uploaded, with and without metadata', async () => {
    const media = { mimeType: 'text/csv', body: 'họ tên,năm sinh\r\nNguyễn Thị Hoa,1985\r\n' };
    const root = { rootUrl: workspace.url };
    const named = { requestBody: { name: 'ds.csv' }, media, fields: 'id,size,mimeType' };
    const whole = await robots.files.create(named, root);
    const bare = await robots.files.create({ media, fields: 'id,name' }, root);
    for (const fileId of [whole.data.id, bare.data.id]) {
      const { data } = await robots.files.get(
        { fileId: fileId ?? '', alt: 'media' },
        { responseType: 'text' },
      );
      expect(data).toBe(media.body);
    }
    expect(whole.data).toMatchObject({ size: String(Buffer.byteLength(media.body)), mimeType: 'text/csv' });
  });

  it('merges properties, takes away those set to null, and counts versions up', async () => {
    const fileId = await aFile('Sổ 3', { appProperties: { period: '2025', unit: 'a' } });
    const requestBody = { appProperties: { unit: null, part: '1' } } as unknown as drive_v3.Schema$File;
    const { data } = await robots.files.update({ fileId, requestBody, fields: 'appProperties,version' });
    expect(data).toEqual({ appProperties: { period: '2025', part: '1' }, version: '3' });
  });

  it('is gone once deleted', async () => {
    const fileId = await aFile('Sổ 4');
    await robots.files.delete({ fileId });
    await expect(robots.files.get({ fileId })).rejects.toMatchObject({
      status: 404,
      message: `File not found: ${fileId}.`,
    });
  });

  it('deletes a folder with everything in it and refuses to put it into itself', async () => {
    const outer = await aFile('Thư mục', { mimeType: folder });
    const inner = await aFile('Trong', { mimeType: folder, parents: [outer] });
    const leaf = await aFile('Lá', { parents: [inner] });
    await expect(robots.files.update({ fileId: outer, addParents: inner })).rejects.toMatchObject({
      status: 403,
    });
    await robots.files.delete({ fileId: outer });
    await expect(robots.files.get({ fileId: leaf })).rejects.toMatchObject({ status: 404 });
  });

  it('makes a spreadsheet that Sheets knows, and keeps its name in both', async () => {
    const made = await robots.files.create({ requestBody: { name: 'Sổ cấp xã', mimeType: spreadsheet } });
    const path = `/v4/spreadsheets/${made.data.id}`;
    const { body } = await workspace.call<{ properties: { title: string } }>(testRobot, 'GET', path);
    expect(body.properties.title).toBe('Sổ cấp xã');
    const rename = {
      updateSpreadsheetProperties: { properties: { title: 'Sổ cấp huyện' }, fields: 'title' },
    };
    await workspace.call(testRobot, 'POST', `${path}:batchUpdate`, { requests: [rename] });
    const fileId = made.data.id ?? '';
    expect((await robots.files.get({ fileId })).data.name).toBe('Sổ cấp huyện');
    await robots.files.update({ fileId, requestBody: { name: 'Sổ cấp tỉnh' } });
    const renamed = await workspace.call<{ properties: { title: string } }>(testRobot, 'GET', path);
    expect(renamed.body.properties.title).toBe('Sổ cấp tỉnh');
  });
});

describe('access', () => {
  it('hides a file from those without access and opens it role by role', async () => {
    const fileId = await aFile('Riêng');
    await expect(clerks.files.get({ fileId })).rejects.toMatchObject({ status: 404 });
    await share(fileId, clerk.toUpperCase(), 'reader');
    expect((await clerks.files.get({ fileId })).data.name).toBe('Riêng');
    await expect(clerks.files.update({ fileId, requestBody: { name: 'Của tôi' } })).rejects.toMatchObject({
      status: 403,
    });
    await share(fileId, clerk, 'writer');
    await clerks.files.update({ fileId, requestBody: { name: 'Của chung' } });
    await expect(clerks.files.delete({ fileId })).rejects.toMatchObject({ status: 403 });
    await expect(strangers.files.get({ fileId })).rejects.toMatchObject({ status: 404 });
  });

  it('lists, changes and takes away permissions; the owner stays', async () => {
    const fileId = await aFile('Chia sẻ');
    const { data } = await share(fileId, clerk, 'writer');
    const permissionId = data.id ?? '';
    await robots.permissions.update({ fileId, permissionId, requestBody: { role: 'reader' } });
    const listed = await robots.permissions.list({ fileId, fields: 'permissions(emailAddress,role)' });
    expect(listed.data.permissions).toEqual([
      { emailAddress: testRobot, role: 'owner' },
      { emailAddress: clerk, role: 'reader' },
    ]);
    await robots.permissions.delete({ fileId, permissionId });
    await expect(clerks.files.get({ fileId })).rejects.toMatchObject({ status: 404 });
    const owner = (await robots.permissions.list({ fileId })).data.permissions?.[0]?.id ?? '';
    await expect(robots.permissions.delete({ fileId, permissionId: owner })).rejects.toMatchObject({
      status: 403,
    });
  });

  it('opens a file to anyone with the link without listing it for them', async () => {
    const fileId = await aFile('Công khai');
    await robots.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
    expect((await strangers.files.get({ fileId })).data.id).toBe(fileId);
    expect(await list(strangers, "name = 'Công khai'")).toEqual([]);
  });

  it('lets a folder’s permissions hold for what lies in it', async () => {
    const parent = await aFile('Kỳ 2025', { mimeType: folder });
    await share(parent, clerk, 'writer');
    await aFile('Sổ trong kỳ', { parents: [parent] });
    expect(await list(clerks, `'${parent}' in parents and trashed = false`)).toEqual(['Sổ trong kỳ']);
  });
});

describe('search', () => {
  it('finds by app property, type, name and trash, joined by and', async () => {
    await aFile('Tìm A', { appProperties: { app: 'tim', unit: 'x' } });
    const trashed = await aFile('Tìm B', { appProperties: { app: 'tim', unit: 'y' } });
    await robots.files.update({ fileId: trashed, requestBody: { trashed: true } });
    const app = "appProperties has { key='app' and value='tim' }";
    expect(await list(robots, app)).toEqual(['Tìm A', 'Tìm B']);
    expect(await list(robots, `${app} and trashed = false`)).toEqual(['Tìm A']);
    expect(await list(robots, `${app} and (trashed = true or name = 'Tìm A')`)).toEqual(['Tìm A', 'Tìm B']);
    expect(await list(robots, `${app} and not mimeType = 'text/plain'`)).toEqual([]);
    expect(await list(robots, `${app} and name contains 'tìm b'`)).toEqual(['Tìm B']);
  });

  it('takes me and root for names when they are names', async () => {
    await aFile('me', { appProperties: { app: 'ten' } });
    expect(await list(robots, "name = 'me' and 'me' in owners and 'root' in parents")).toEqual(['me']);
    expect(await list(clerks, "name = 'me' and 'me' in owners")).toEqual([]);
  });

  it.each(['name = ', "nme = 'x'", "name = 'x' und trashed", "name = 'x'; drop", "'x' in y"])(
    'refuses %s',
    async (q) => {
      await expect(robots.files.list({ q })).rejects.toMatchObject({ status: 400 });
    },
  );

  it('finds any name, however quoted', async () => {
    const names = fc.string({
      unit: fc.constantFrom('a', 'ễ', "'", '\\', ' ', '"', '{', '='),
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const fileId = await aFile(name);
        const q = `name = '${name.replaceAll(/['\\]/g, '\\$&')}'`;
        const found = (await robots.files.list({ q, fields: 'files(id,name)' })).data.files ?? [];
        expect(found.map((file) => file.id)).toContain(fileId);
        expect(found.every((file) => file.name === name)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('goes through pages without losing or doubling a file', async () => {
    for (let index = 0; index < 7; index += 1)
      await aFile(`Trang ${index}`, { appProperties: { app: 'trang' } });
    const names: unknown[] = [];
    let pageToken: string | undefined;
    do {
      const q = "appProperties has { key='app' and value='trang' }";
      const params = { q, pageSize: 3, orderBy: 'name desc', ...(pageToken ? { pageToken } : {}) };
      const { data } = await robots.files.list(params);
      names.push(...(data.files ?? []).map((file) => file.name));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken);
    expect(names).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `Trang ${index}`));
  });
});

it('says who is asking, and insists on fields as Google does', async () => {
  const { data } = await clerks.about.get({ fields: 'user(emailAddress,me)' });
  expect(data).toEqual({ user: { emailAddress: clerk, me: true } });
  await expect(clerks.about.get({})).rejects.toMatchObject({ status: 400 });
});
