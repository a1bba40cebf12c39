/** Drives the list of changes of the emulated Drive: each changed file once, for those who may see it, never lost. */
import * as fc from 'fast-check';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driveClient } from '../../support/google-clients.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

const clerk = 'nguoi.lap@vinh-trach.example';
let workspace: TestWorkspace;
let robots: drive_v3.Drive;
let clerks: drive_v3.Drive;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  robots = await driveClient(workspace, testRobot);
  clerks = await driveClient(workspace, clerk);
});
afterAll(() => workspace.close());

async function aFile(name: string): Promise<string> {
  return (await robots.files.create({ requestBody: { name, mimeType: 'text/plain' } })).data.id ?? '';
}

const share = (fileId: string) =>
  robots.permissions.create({ fileId, requestBody: { type: 'user', role: 'reader', emailAddress: clerk } });

async function changesSince(client: drive_v3.Drive, token: string, pageSize = 1000) {
  const changes: drive_v3.Schema$Change[] = [];
  let pageToken = token;
  for (;;) {
    const { data } = await client.changes.list({ pageToken, pageSize });
    changes.push(...(data.changes ?? []));
    if (!data.nextPageToken)
      return { changes, ids: changes.map((one) => one.fileId), next: data.newStartPageToken ?? '' };
    pageToken = data.nextPageToken;
  }
}

const startToken = async (client: drive_v3.Drive) =>
  (await client.changes.getStartPageToken({})).data.startPageToken ?? '';

describe('changes', () => {
  it('is empty when nothing changed and names a file once however often it changed', async () => {
    const fileId = await aFile('Sửa nhiều');
    const token = await startToken(robots);
    expect(await changesSince(robots, token)).toEqual({ changes: [], ids: [], next: token });
    for (const name of ['a', 'b', 'c']) await robots.files.update({ fileId, requestBody: { name } });
    const { changes, next } = await changesSince(robots, token);
    expect(changes).toMatchObject([{ fileId, removed: false, file: { name: 'c' } }]);
    expect((await changesSince(robots, next)).ids).toEqual([]);
  });

  it('shows a person only what that person can open, and what that person lost', async () => {
    const [shared, own] = [await aFile('Chung'), await aFile('Của máy')];
    const permissionId = (await share(shared)).data.id ?? '';
    const token = await startToken(clerks);
    await robots.files.update({ fileId: shared, requestBody: { name: 'Chung 2' } });
    await robots.files.update({ fileId: own, requestBody: { name: 'Của máy 2' } });
    const first = await changesSince(clerks, token);
    expect(first.ids).toEqual([shared]);
    await robots.permissions.delete({ fileId: shared, permissionId });
    expect((await changesSince(clerks, first.next)).changes).toMatchObject([
      { fileId: shared, removed: true },
    ]);
    await robots.files.delete({ fileId: own });
    const kept = await robots.changes.list({ pageToken: first.next, includeRemoved: false });
    expect(kept.data.changes?.map((one) => one.fileId)).toEqual([shared]);
  });

  it('feels a change of a spreadsheet made through Sheets', async () => {
    const made = await robots.files.create({
      requestBody: { name: 'Sổ', mimeType: 'application/vnd.google-apps.spreadsheet' },
    });
    const token = await startToken(robots);
    const requests = [
      { updateSheetProperties: { properties: { sheetId: 0, title: 'Tờ' }, fields: 'title' } },
    ];
    await workspace.call(testRobot, 'POST', `/v4/spreadsheets/${made.data.id}:batchUpdate`, { requests });
    expect((await changesSince(robots, token)).ids).toEqual([made.data.id]);
  });

  it('refuses a token that it never gave', async () => {
    await expect(robots.changes.list({ pageToken: 'abc' })).rejects.toMatchObject({ status: 400 });
  });

  it('tells each changed file exactly once, in pages of any size', async () => {
    const ids = await Promise.all([0, 1, 2, 3, 4].map((index) => aFile(`Tệp ${index}`)));
    const edits = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 1, max: 4 }), async (edited, pageSize) => {
        const token = await startToken(robots);
        for (const index of edited) await robots.files.update({ fileId: ids[index]!, requestBody: {} });
        const told = await changesSince(robots, token, pageSize);
        expect([...told.ids].sort()).toEqual([...new Set(edited.map((index) => ids[index]))].sort());
      }),
      { numRuns: 15 },
    );
  });

  it('holds a change back for the lag that was ordered, and never loses it', async () => {
    workspace.faults.set({ changesLagSeconds: 180 });
    const token = await startToken(robots);
    const fileId = await aFile('Chậm');
    const early = await changesSince(robots, token);
    expect(early.ids).toEqual([]);
    await workspace.clock.moveTo(new Date(workspace.clock.now().getTime() + 100_000));
    await robots.files.update({ fileId, requestBody: { name: 'Chậm 2' } });
    await workspace.clock.moveTo(new Date(workspace.clock.now().getTime() + 81_000));
    expect((await changesSince(robots, early.next)).ids).toEqual([fileId]);
    workspace.faults.clear();
  });
});
