/** Shares follow the people of many workbooks in several goes: each once, whoever leaves before whoever comes. */
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { followStaff } from '../../functions/control/follow-staff.ts';
import type { Workbook } from '../../functions/domain/workbook.ts';
import type { Share } from '../../functions/ports.ts';
import { type Mark, type OwedProvisioning, paths, type StaffRecord } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';

const planId = 'kh';
const controlId = 'so-dieu-hanh';
const now = new Date('2025-01-08T02:00:00.000Z');
const leaver = 'cu@vidu.vn';
const comer = 'moi@vidu.vn';
const owner: Share = { id: 'p0', email: 'may@vidu.vn', isOwner: true };

async function open(count: number, reasons: string[] = []) {
  const store = createSqliteStore(':memory:');
  const ids = Array.from({ length: count }, (_, index) => `wb${index}`);
  const person: StaffRecord = { planId, unitId: 'u', role: 'clerk', email: comer, name: 'Người Mới' };
  const owed: OwedProvisioning = {
    ...{ planId, at: now.toISOString(), reasons, workbooks: ids, refused: [] },
    left: [
      { email: leaver, unitId: 'u' },
      { email: owner.email, unitId: 'u' },
    ],
  };
  await store.commit([
    { kind: 'create', path: paths.staff(person), data: person },
    { kind: 'create', path: paths.owedProvisioning(planId), data: owed },
  ]);
  for (const spreadsheetId of ids) {
    const tabs: Workbook['tabs'] = [{ sheetId: 101, title: 'Xã', kind: 'unit', unitId: 'u' }];
    const workbook: Workbook = { spreadsheetId, planId, period: '2025', unitId: 'd', part: 1, tabs };
    await store.commit([{ kind: 'create', path: paths.workbook(spreadsheetId), data: workbook }]);
  }
  const calls: string[] = [];
  const access: Services['access'] = {
    readShares: async () => [owner, { id: 'p1', email: leaver, isOwner: false }],
    readGuards: async () => [{ id: 7, sheetId: 101, editors: [owner.email, leaver] }],
    share: async (id, email) => calls.push(`${id} + ${email}`) > 0,
    unshare: async (id, shareId) => void calls.push(`${id} - ${shareId}`),
    setEditors: async (id, guards) => void calls.push(`${id} = ${JSON.stringify(guards)}`),
  };
  const services = { store, access, log: { info: () => undefined, error: () => undefined } };
  return {
    calls,
    run: () => followStaff(services as unknown as Services, controlId, planId, now),
    owed: async () => (await store.read<OwedProvisioning>(paths.owedProvisioning(planId)))?.data,
    mark: async () => (await store.read<Mark>(paths.controlMark(controlId)))?.data.kind,
  };
}

it('ends shares first, then lets in, then says who may type; the owner stays', async () => {
  const desk = await open(1);
  await desk.run();
  expect(desk.calls).toEqual([
    'wb0 - p1',
    `wb0 + ${comer}`,
    `wb0 = ${JSON.stringify([{ id: 7, editors: [comer] }])}`,
  ]);
  expect(await desk.owed()).toBeUndefined();
  expect(await desk.mark()).toBeUndefined();
});

it('does twenty workbooks at a time, and asks for the next go until all are done, each once', async () => {
  const desk = await open(45);
  const left: (number | undefined)[] = [];
  for (let go = 0; go < 4; go += 1) {
    await desk.run();
    left.push((await desk.owed())?.workbooks.length);
    if (go < 2) expect(await desk.mark()).toBe('control');
  }
  expect(left).toEqual([25, 5, undefined, undefined]);
  expect(desk.calls).toHaveLength(45 * 3);
  expect(new Set(desk.calls).size).toBe(45 * 3);
});

it('leaves to provisioning what is provisioning’s', async () => {
  const desk = await open(1, ['Thêm tab cho Xã Mới']);
  await desk.run();
  expect(await desk.owed()).toMatchObject({ reasons: ['Thêm tab cho Xã Mới'], workbooks: [], left: [] });
});
