/** "Ghi trả lời" in the menu of the Đề nghị tab: recorded answers are listed, wrong ones told cell by cell. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetIds } from '../../functions/domain/workbook.ts';
import { buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { openAsClerk, startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import { workbookOf } from '../support/office-acts.ts';
import { typeRequest } from '../support/requests.ts';

const desk = '956';
const unit = '31843';
const reviewer = staffEmail('reviewer', desk);
let office: Office;
let script: AppsScript;
let session: ScriptSession;

beforeAll(async () => {
  office = await startOffice();
  script = await startAddon(office, await buildBundle());
  session = await script.open(reviewer, workbookOf(office, desk), sheetIds.requests);
});
afterAll(async () => {
  await script.close();
  await office.close();
});

const captions = async (of: ScriptSession) => (await script.menu(of)).map(({ caption }) => caption);
const lastShown = () => script.shown(session).at(-1);

it('is offered on the Đề nghị tab and nowhere else', async () => {
  expect(await captions(session)).toContain('Ghi trả lời');
  expect(await captions(session)).not.toContain('Ghi quyết định');
  expect(await captions(await openAsClerk(script, office, unit))).not.toContain('Ghi trả lời');
  const review = await script.open(reviewer, workbookOf(office, desk), sheetIds.review);
  expect(await captions(review)).not.toContain('Ghi trả lời');
});

it('is told of by “Kiểm tra ngay” on that tab', async () => {
  await script.click(session, 'Kiểm tra ngay');
  expect(lastShown()).toMatchObject({ kind: 'toast', message: expect.stringContaining('“Ghi trả lời”') });
});

it('says what is wrong cell by cell, then what was recorded', async () => {
  await script.click(session, 'Ghi trả lời');
  expect(lastShown()).toMatchObject({
    title: 'Chưa ghi được trả lời',
    html: expect.stringContaining('Kết luận'),
  });
  await typeRequest(office, staffEmail('clerk', unit), desk, 3, {
    unit: 'Xã Ninh Hòa',
    kind: 'Gia hạn',
    text: 'Mất điện từ 12 đến 14/01',
    lastDay: '17/01/2025',
  });
  await typeRequest(office, reviewer, desk, 3, { decision: 'Đồng ý' });
  await script.click(session, 'Ghi trả lời');
  expect(lastShown()).toMatchObject({ html: expect.stringMatching(/<li>[^<]*dòng 3[^<]*\(ô I3\)/) });
  await typeRequest(office, reviewer, desk, 3, { answer: 'Mất điện đã được xác nhận' });
  await script.click(session, 'Ghi trả lời');
  expect(lastShown()).toMatchObject({
    title: 'Ghi trả lời',
    html: expect.stringContaining('<li>Xã Ninh Hòa: Đồng ý, nộp đến hết ngày 17/01/2025</li>'),
  });
});

it('only points to the tab when the menu of another moment is used elsewhere', async () => {
  await script.select(session, sheetIds.guide);
  expect(await captions(session)).toContain('Ghi trả lời');
  await script.click(session, 'Ghi trả lời');
  expect(lastShown()).toMatchObject({ kind: 'toast', message: expect.stringContaining('“Đề nghị”') });
  expect(await captions(session)).not.toContain('Ghi trả lời');
});
