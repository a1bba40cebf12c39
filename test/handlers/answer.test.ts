/** "Ghi trả lời": all answers of the tab or none; more time is granted, objections move the score, units get the answer. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { UnitRequest } from '../../functions/domain/request.ts';
import { currentEntry, type ScoreRecord } from '../../functions/domain/scoreboard.ts';
import { sheetIds, tabTitles } from '../../functions/domain/workbook.ts';
import { sync } from '../../functions/handlers/sync.ts';
import { type ExtensionRecord, paths } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  call,
  communeIds,
  expectRefusal,
  findProblem,
  manyCommunes,
  nameOf,
  tokenFor,
  workbookOf,
  writesNothing,
} from '../support/office-acts.ts';
import { pressAnswer, readRequestTab, type TypedLine, typeRequest } from '../support/requests.ts';
import { watchRobot } from '../support/robot-writes.ts';

const plan = manyCommunes(20);
const communes = communeIds(plan);
const desk = '956';
const reviewer = staffEmail('reviewer', desk);
const robotWrites = watchRobot();
const tab = tabTitles.requests;
let office: Office;
/** The next free line of the tab; each test takes its own. */
let line = 2;

beforeAll(async () => {
  office = await startOffice({ plan, observe: robotWrites.observe });
  robotWrites.start();
});
afterAll(() => office.close());
/** Answers that stand wrong on the tab would be refused in the next test too. */
afterEach(async () => {
  await typeRequest(office, reviewer, desk, line, { decision: '', points: '', answer: '' });
});

const key = (at = line): string => `DN1-${String(at - 2).padStart(3, '0')}`;
const extension: TypedLine = {
  kind: 'Gia hạn',
  text: 'Mất điện từ 12 đến 14/01, xin lùi hạn',
  lastDay: '17/01/2025',
};
const objection: TypedLine = { kind: 'Phản hồi điểm', text: 'Đã gửi trước hạn nhưng mạng lỗi' };
const agreed: TypedLine = { decision: 'Đồng ý', answer: 'Mất điện đã được xác nhận' };

/** A unit of its own asks on a line of its own. */
async function ask(typed: TypedLine): Promise<string> {
  line += 1;
  const unit = communes.shift() as string;
  await typeRequest(office, staffEmail('clerk', unit), desk, line, { unit: nameOf(office, unit), ...typed });
  return unit;
}

const answer = (typed: TypedLine, at = line): Promise<void> => typeRequest(office, reviewer, desk, at, typed);
const press = (email = reviewer) => pressAnswer(office, desk, email);

async function stored<T>(path: string): Promise<T | undefined> {
  await office.local.queue.idle();
  return (await office.local.store.read<T>(path))?.data;
}

const request = (at = line) => stored<UnitRequest>(paths.request(workbookOf(office, desk), key(at)));
const result = async (at = line): Promise<unknown> => (await readRequestTab(office, desk))[at - 3]?.[9] ?? '';

it('grants more time with a reason, writes it where deadlines are read, and tells clerk and head', async () => {
  const unit = await ask(extension);
  await office.settle();
  expect(await request()).toMatchObject({ unitId: unit, kind: 'extension', state: 'open', answer: null });
  expect(await result()).toBe('Đã ghi nhận, chờ Huyện Hồng Dân trả lời');
  await answer(agreed);
  const { body } = await press();
  expect(body).toEqual({
    ok: true,
    answered: 1,
    unchanged: 0,
    lines: [`${nameOf(office, unit)}: Đồng ý, nộp đến hết ngày 17/01/2025`],
    message: 'Đã ghi 1 trả lời; đơn vị nhận được thư.',
  });
  const granted = await stored<ExtensionRecord>(paths.extension(plan.id, unit, '2025'));
  expect(granted).toEqual({
    planId: plan.id,
    unitId: unit,
    period: '2025',
    lastDay: '2025-01-17',
    reason: 'Mất điện đã được xác nhận',
    grantedBy: reviewer,
    grantedAt: expect.stringMatching(/^2025-01-08T/),
  });
  await office.settle();
  expect(await result()).toMatch(
    /^Đồng ý, nộp đến hết ngày 17\/01\/2025: Mất điện đã được xác nhận \(thamdinh\.956@vidu\.vn, 08\/01\/2025 /,
  );
  for (const role of ['clerk', 'head'] as const) {
    const mails = await office.people.mailbox(staffEmail(role, unit));
    const told = mails.filter(({ subject }) => subject.startsWith('Trả lời “Gia hạn”'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Đồng ý, nộp đến hết ngày 17/01/2025');
    expect(told[0]?.text).toContain('Mất điện đã được xác nhận');
  }
});

it('records the same answers once, however often and by however many it is pressed', async () => {
  await ask(extension);
  await answer(agreed);
  const said = await Promise.all([press(), press()]);
  for (const { body } of said) expect(body.ok).toBe(true);
  expect(said.reduce((sum, { body }) => sum + body.answered, 0)).toBe(1);
  await office.settle();
  const again = await writesNothing(office, press);
  expect(again.body).toMatchObject({ ok: true, answered: 0 });
  expect((await request())?.history.map(({ action }) => action)).toEqual(['asked', 'answered']);
});

it('moves a score by a mark of its own, and the history says why', async () => {
  const unit = await ask(objection);
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
  const score = paths.score(plan.id, unit, '2025');
  const before = (await stored<ScoreRecord>(score)) as ScoreRecord;
  expect(currentEntry(before)).toMatchObject({ total: 70, of: 100 });
  await answer({ decision: 'Đồng ý', points: -5, answer: 'Nhật ký mạng không cho thấy lỗi nào' });
  expect((await press()).body).toMatchObject({ ok: true, answered: 1 });
  await office.settle();
  const after = (await stored<ScoreRecord>(score)) as ScoreRecord;
  expect(after.history.slice(0, before.history.length)).toEqual(before.history);
  expect(after.history).toHaveLength(before.history.length + 1);
  expect(currentEntry(after).total).toBe(65);
  expect(currentEntry(after).marks.slice(0, -1)).toEqual(currentEntry(before).marks);
  expect(currentEntry(after).cause).toContain('Điều chỉnh theo phản hồi: −5');
  expect(currentEntry(after).cause).toContain('Nhật ký mạng không cho thấy lỗi nào');
});

it('gives no time and no points by a refusal, and says why', async () => {
  const unit = await ask(extension);
  await answer({ decision: 'Không đồng ý', answer: 'Các xã khác đã nộp đúng hạn' });
  expect((await press()).body.lines).toEqual([`${nameOf(office, unit)}: Không đồng ý`]);
  expect(await stored(paths.extension(plan.id, unit, '2025'))).toBeUndefined();
  await office.settle();
  expect(await result()).toMatch(/^Không đồng ý: Các xã khác đã nộp đúng hạn \(/);
});

it('takes no day that is not after the plan’s own last day, nor after the plan ends', async () => {
  const cases = [
    ['14/01/2025', 'từ 15/01/2025 đến 31/12/2025'],
    ['01/01/2026', 'từ 15/01/2025 đến 31/12/2025'],
  ] as const;
  for (const [lastDay, words] of cases) {
    const unit = await ask({ ...extension, lastDay });
    await answer(agreed);
    const said = await writesNothing(office, press);
    expectRefusal(said, 422, 'problems');
    findProblem(said.body.problems, { code: 'date-out-of-range', tab, a1: `E${line}` }, [lastDay, words]);
    await answer({ decision: '', answer: '' });
    const email = staffEmail('clerk', unit);
    await typeRequest(office, email, desk, line, { unit: '', kind: '', text: '', lastDay: '' });
  }
});

it('keeps a difficulty and its answer in words', async () => {
  await ask({ kind: 'Vướng mắc', text: 'Chưa có kinh phí in tài liệu' });
  await office.settle();
  expect(await request()).toMatchObject({ state: 'open', kind: 'difficulty' });
  await answer({ answer: 'Dùng quỹ thi đua, khen thưởng của xã' });
  expect((await press()).body.lines).toEqual([expect.stringMatching(/: Đã trả lời$/)]);
  expect(await request()).toMatchObject({ state: 'answered', answer: { decision: 'reply', points: 0 } });
});

it('notes why a list is late without waiting for an answer, and takes one in words', async () => {
  const unit = await ask({ kind: 'Vì sao trễ', lateReason: 'Thay đổi nhân sự' });
  await office.settle();
  expect(await request()).toMatchObject({
    state: 'open',
    kind: 'delay',
    lateReason: 'staffChange',
    text: '',
  });
  expect(await result()).toBe('Đã ghi nhận, lý do hiện ở tab Tổng hợp');
  await answer({ answer: 'Huyện đã ghi nhận lý do' });
  expect((await press()).body.lines).toEqual([`${nameOf(office, unit)}: Đã trả lời`]);
  await office.settle();
  const mails = await office.people.mailbox(staffEmail('clerk', unit));
  const told = mails.filter(({ subject }) => subject.startsWith('Trả lời “Vì sao trễ”'));
  expect(told.map(({ text }) => text.includes('“Thay đổi nhân sự”'))).toEqual([true]);
});

it('records none while one is wrong, and says all that is: tab, line, cell, what is there, what to type', async () => {
  const first = await ask(extension);
  const firstLine = line;
  await answer({ decision: 'OK' });
  await ask({ ...objection, lastDay: '17/01/2025' });
  await answer({ decision: 'Đồng ý', points: 500, answer: 'Đã xem lại' });
  const goodUnit = await ask(extension);
  await answer(agreed);
  const said = await writesNothing(office, press);
  expectRefusal(said, 422, 'problems', ['Chưa ghi trả lời nào: còn 4 chỗ cần sửa']);
  const { problems } = said.body;
  findProblem(problems, { code: 'choice-unknown', tab, line: firstLine, a1: `G${firstLine}` }, [
    '“OK”',
    'Không đồng ý',
  ]);
  findProblem(problems, { code: 'required-blank', tab, a1: `I${firstLine}` }, ['Trả lời, lý do']);
  findProblem(problems, { code: 'request-cell-unwanted', tab, a1: `E${firstLine + 1}` }, ['Phản hồi điểm']);
  findProblem(problems, { code: 'number-out-of-range', tab, a1: `H${firstLine + 1}` }, [
    '500',
    '-100',
    '100',
  ]);
  expect(problems).toHaveLength(4);
  for (const unit of [first, goodUnit])
    expect(await stored(paths.extension(plan.id, unit, '2025'))).toBeUndefined();
  await answer({ decision: '' }, firstLine);
  await answer({ decision: '', points: '', answer: '' }, firstLine + 1);
  expect((await press()).body).toMatchObject({ ok: true, answered: 1 });
});

it('leaves an answer as it was recorded, and says so to whoever types another over it', async () => {
  const unit = await ask(extension);
  await answer(agreed);
  await press();
  await answer({ decision: 'Không đồng ý' });
  const said = await writesNothing(office, press);
  expectRefusal(said, 422, 'problems');
  findProblem(said.body.problems, { code: 'request-answered', tab, line }, [key(), 'Đồng ý, nộp đến hết']);
  expect(await stored(paths.extension(plan.id, unit, '2025'))).toBeDefined();
});

it('keeps a request as recorded when another unit types over its line, and answers nothing there until it is restored', async () => {
  const unit = await ask(extension);
  await office.settle();
  const other = communes.shift() as string;
  await typeRequest(office, staffEmail('clerk', other), desk, line, { unit: nameOf(office, other) });
  await office.settle();
  expect(await request()).toMatchObject({ unitId: unit, state: 'open', history: [{ action: 'asked' }] });
  expect(await result()).toContain(`Vẫn giữ đề nghị đã ghi nhận của ${nameOf(office, unit)} (Gia hạn)`);
  await answer(agreed);
  const said = await writesNothing(office, press);
  expectRefusal(said, 422, 'problems');
  findProblem(said.body.problems, { code: 'request-typed-over', tab, line }, [key(), nameOf(office, unit)]);
  await typeRequest(office, staffEmail('clerk', unit), desk, line, { unit: nameOf(office, unit) });
  expect((await press()).body).toMatchObject({ ok: true, answered: 1 });
  expect(await stored(paths.extension(plan.id, unit, '2025'))).toBeDefined();
  expect(await stored(paths.extension(plan.id, other, '2025'))).toBeUndefined();
});

it('lets a later grant replace an earlier one, and keeps both requests', async () => {
  const unit = await ask(extension);
  await answer(agreed);
  await press();
  const earlier = line;
  line += 1;
  await typeRequest(office, staffEmail('clerk', unit), desk, line, {
    ...extension,
    unit: nameOf(office, unit),
    lastDay: '20/01/2025',
  });
  await answer({ decision: 'Đồng ý', answer: 'Lùi thêm một lần cuối cùng' });
  await press();
  expect(await stored(paths.extension(plan.id, unit, '2025'))).toMatchObject({ lastDay: '2025-01-20' });
  expect((await request(earlier))?.answer?.decision).toBe('agree');
  expect((await request())?.answer?.decision).toBe('agree');
});

it('is not undone by a sync that had looked before and finishes after', async () => {
  await ask(extension);
  await answer(agreed);
  const { services } = office.local;
  const slow: Services = {
    ...services,
    sheets: {
      ...services.sheets,
      async readTabs(...about) {
        const tabs = await services.sheets.readTabs(...about);
        expect((await press()).body).toMatchObject({ ok: true, answered: 1 });
        return tabs;
      },
    },
  };
  await sync(slow, workbookOf(office, desk), { force: true });
  expect(await request()).toMatchObject({ state: 'answered' });
  await office.settle();
  expect(await result()).toMatch(/^Đồng ý, nộp đến hết ngày 17/);
});

it('drops a request whose line its unit has emptied', async () => {
  const unit = await ask(extension);
  await office.settle();
  const empty = { unit: '', kind: '', text: '', lastDay: '' };
  await typeRequest(office, staffEmail('clerk', unit), desk, line, empty);
  await office.settle();
  expect(await request()).toMatchObject({ state: 'dropped' });
  expect(await result()).toBe('');
});

it('tells the unit beside the line what is still missing', async () => {
  await ask({ kind: 'Gia hạn', text: 'Xin' });
  await office.settle();
  expect(await result()).toMatch(
    /^Chưa gửi được: Nội dung: Đang có 3 ký tự.* • Gia hạn đến ngày: Đang để trống/,
  );
  expect(await request()).toBeUndefined();
});

it('lets every person of the workbook ask, and only reviewers answer', async () => {
  const unit = await ask(extension);
  const clerk = staffEmail('clerk', unit);
  await expect(typeRequest(office, clerk, desk, line, { decision: 'Đồng ý' })).rejects.toThrow(/protected/);
  await expect(typeRequest(office, clerk, desk, line, { key: 'DN1-999' })).rejects.toThrow(/protected/);
  await expect(typeRequest(office, clerk, desk, line, { result: 'Đồng ý' })).rejects.toThrow(/protected/);
  await answer(agreed);
  for (const email of [
    clerk,
    staffEmail('clerk', desk),
    staffEmail('head', desk),
    staffEmail('reviewer', '95'),
  ]) {
    const said = await writesNothing(office, () => press(email));
    expectRefusal(said, 403, 'not-your-unit', ['người thẩm định của Huyện Hồng Dân']);
  }
});

it('refuses strangers, other workbooks and an empty tab, with a sentence each', async () => {
  expectRefusal(await press('la@noikhac.vn'), 403, 'not-staff');
  const token = await tokenFor(office, reviewer);
  expectRefusal(await call(office, 'answer', { body: { spreadsheetId: 'x' } }), 404, 'unknown-workbook');
  expectRefusal(await call(office, 'answer', { token, body: { tab: 5 } }), 400, 'bad-request');
  const province = staffEmail('reviewer', '95');
  expectRefusal(await pressAnswer(office, '95', province), 422, 'nothing-decided', ['Kết luận']);
  await office.local.google.admin.batchUpdate(workbookOf(office, '95'), [
    { deleteSheet: { sheetId: sheetIds.requests } },
  ]);
  expectRefusal(await pressAnswer(office, '95', province), 400, 'bad-request', ['Đề nghị']);
});

it('has written nothing on the tab that people own, in all of the above', () => {
  expect(robotWrites.count()).toBeGreaterThan(3);
  const strays = robotWrites.strays().filter((stray) => !JSON.stringify(stray).includes('deleteSheet'));
  expect(strays).toEqual([]);
});
