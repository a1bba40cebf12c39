/** A control sheet whose machine tabs cannot be written, or which two read at once, ends in the same one version. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { control } from '../../functions/handlers/control.ts';
import { type ControlRecord, type PlanVersion, paths } from '../../functions/records.ts';
import { type ControlSheet, openControl, provisionAgain } from '../support/control.ts';
import { type Office, startOffice } from '../support/office.ts';

let office: Office;
let sheet: ControlSheet;
const commune = 'Xã, phường, thị trấn';

beforeEach(async () => {
  office = await startOffice({ failuresExpected: true });
  await provisionAgain(office);
  sheet = await openControl(office);
  await sheet.settle();
});
afterEach(() => office.close());

const faults = (method: 'PUT' | 'DELETE', body: object = {}): Promise<Response> =>
  fetch(`${office.local.urls.workspace}/faults`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'PUT' ? { body: JSON.stringify(body) } : {}),
  });

const version = async () =>
  (await office.local.store.read<ControlRecord>(paths.control(sheet.id)))?.data.version;

it('tells on Tình trạng at the next tick what it could not write at once', async () => {
  await sheet.type('quotas', commune, 'min', 4);
  const refuse = {
    service: 'sheets',
    method: 'spreadsheets.batchUpdate',
    rate: 1,
    when: 'before',
    status: 500,
  };
  expect((await faults('PUT', { rules: [refuse] })).status).toBe(200);
  await office.settle();
  expect(await version()).toBe(2);
  expect(await sheet.status()).toContain('Phiên bản 1');
  expect(await office.local.store.read(paths.controlMark(sheet.id))).toBeDefined();
  await faults('DELETE');
  await sheet.settle();
  expect(await sheet.status()).toContain('Phiên bản 2');
  expect(await version()).toBe(2);
  expect(await office.local.store.read(paths.controlMark(sheet.id))).toBeUndefined();
});

it('puts a change in force once when many read it at the same time', async () => {
  await sheet.type('quotas', commune, 'min', 4);
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => control(office.local.services, sheet.id)),
  );
  expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
  await sheet.settle();
  expect(await version()).toBe(2);
  const versions = await office.local.store.list<PlanVersion>('planVersions');
  expect(versions.map(({ data }) => data.version)).toEqual([1, 2]);
});

it('answers for a spreadsheet that is no control sheet', async () => {
  expect(await control(office.local.services, 'khong-co')).toBe('unknown-workbook');
});
