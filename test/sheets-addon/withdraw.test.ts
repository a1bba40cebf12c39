/** "Gỡ công khai…" by the real bundle: the selected line, a reason, and the story is off the public page. */
import vm from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetIds } from '../../functions/domain/workbook.ts';
import type { RefusalResponse, WithdrawResponse } from '../../functions/requests.ts';
import { type AddonBundle, buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import { sheetIdOf, writesNothing } from '../support/office-acts.ts';

/** As the window's page is told. */
type Line = Record<'key' | 'unit' | 'name' | 'title' | 'status', string>;

const unit = '31843';
const caption = 'Gỡ công khai…';
const reason = 'Người được nêu rút lại đồng ý';
const email = staffEmail('reviewer', '956');
let office: Office;
let bundle: AddonBundle;
let script: AppsScript;
let reviewer: ScriptSession;

beforeAll(async () => {
  office = await startOffice();
  bundle = await buildBundle();
  script = await startAddon(office, bundle);
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
  const { spreadsheetId } = office.tab(unit);
  const decisions = [['Duyệt'], ['Duyệt'], ['Để lại xem thêm'], ['Duyệt'], ['Duyệt']];
  await office.people.type(email, spreadsheetId, "'Thẩm định'!G3", decisions);
  await office.people.type(email, spreadsheetId, "'Thẩm định'!H5", [['Chờ xác minh thêm']]);
  await office.people.press(email, 'review', { spreadsheetId });
  await office.settle();
  reviewer = await script.open(email, spreadsheetId, sheetIds.review);
});
afterAll(async () => {
  await script.close();
  await office.close();
});

const lastShown = () => script.shown(reviewer).at(-1);
const read = async (a1: string): Promise<Line> => {
  await script.select(reviewer, sheetIds.review, a1);
  return (await script.call(reviewer, 'readWithdrawal', [])).result as Line;
};
const withdraw = async (key: string, why: string): Promise<WithdrawResponse | RefusalResponse> =>
  (await script.call(reviewer, 'withdrawStory', [key, why])).result as WithdrawResponse | RefusalResponse;
const shown = async (): Promise<string[]> => {
  const { html } = await office.people.page('/');
  return [...html.matchAll(/<article id="([^"]+)"/g)].map(([, found]) => found as string);
};

it('opens a window about the selected line, whatever cell of it', async () => {
  await script.select(reviewer, sheetIds.review, 'J3');
  await script.click(reviewer, caption);
  expect(lastShown()).toEqual({ kind: 'dialog', title: 'Gỡ công khai', html: bundle.pages.withdraw });
  const line = await read('J3');
  expect(line).toMatchObject({ key: `2025-${unit}-001.1`, unit: 'Xã Ninh Hòa' });
  for (const part of [line.name, line.title, line.status]) expect(part).not.toBe('');
});

it.each([
  ['the header', 'A1'],
  ['an empty line', 'A90'],
])('asks for a line with a code at %s, and opens nothing', async (_place, a1) => {
  await script.select(reviewer, sheetIds.review, a1);
  await script.click(reviewer, caption);
  expect(lastShown()).toMatchObject({ kind: 'toast', message: expect.stringContaining('dòng có mã hồ sơ') });
  expect((await read(a1)).key).toBe('');
});

it('says which tab to open where somebody has left the review tab', async () => {
  await script.select(reviewer, sheetIdOf(office, unit), 'A3');
  await script.click(reviewer, caption);
  expect(lastShown()).toMatchObject({ kind: 'toast', message: expect.stringContaining('“Thẩm định”') });
  expect((await script.call(reviewer, 'readWithdrawal', [])).result).toMatchObject({ key: '' });
});

it.each([
  ['no reason', '001.1', '', 'ít nhất 10 ký tự'],
  ['a reason that is none', '001.1', 'rút', 'ít nhất 10 ký tự'],
  ['a dossier that is not public', '003.1', reason, 'chưa công khai'],
  ['a code that is not there', '999.1', reason, 'Không có hồ sơ mã'],
])('withdraws nothing with %s, and says what to do', async (_what, ordinal, why, words) => {
  const answer = await writesNothing(office, () => withdraw(`2025-${unit}-${ordinal}`, why));
  expect(answer).toMatchObject({ ok: false, message: expect.stringContaining(words) });
});

it('takes the story of the line off the public page at once, and the head reads why', async () => {
  const id = `2025-${unit}-001`;
  expect(await shown()).toContain(id);
  const answer = await withdraw(`${id}.1`, reason);
  expect(answer).toMatchObject({ ok: true, message: expect.stringContaining('Đã gỡ') });
  expect(await shown()).not.toContain(id);
  await office.settle();
  const told = await office.people.mailbox(staffEmail('head', unit));
  expect(told.filter(({ text }) => text.includes(reason))).toHaveLength(1);
  expect((await read('A3')).status).toContain('gỡ');
});

it('is refused to whoever may not, by the server', async () => {
  const clerk = await script.open(staffEmail('clerk', unit), office.tab(unit).spreadsheetId, sheetIds.review);
  const { result } = await writesNothing(office, () =>
    script.call(clerk, 'withdrawStory', [`2025-${unit}-002.1`, reason]),
  );
  expect(result).toMatchObject({ ok: false, code: 'not-your-unit' });
});

/** The page's own script, with as much of a page as it uses. */
function openPage(line: Partial<Line>, answer: object) {
  const page = bundle.pages.withdraw;
  const names = [...page.matchAll(/ id="(\w+)"/g)].map(([, name = '']) => name);
  const acts: Record<string, (event: object) => void> = {};
  const parts = Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...{ textContent: '', value: '', hidden: name === 'form', disabled: false },
        addEventListener: (type: string, act: (event: object) => void) => {
          acts[`${name} ${type}`] = act;
        },
      },
    ]),
  );
  const sent: unknown[][] = [];
  const run = {
    done: (_value: unknown): void => undefined,
    withSuccessHandler: (done: (value: unknown) => void) => ({ ...run, done }),
    withFailureHandler() {
      return this;
    },
    readWithdrawal() {
      this.done({ key: '', unit: '', name: '', title: '', status: '', ...line });
    },
    withdrawStory(...args: unknown[]) {
      sent.push(args);
      this.done(answer);
    },
  };
  const document = { getElementById: (name: string) => parts[name] };
  vm.runInNewContext(/<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '', {
    document,
    google: { script: { run } },
  });
  return { parts, sent, submit: () => acts['form submit']?.({ preventDefault: () => undefined }) };
}

const told = { key: `2025-${unit}-002.1`, unit: 'Xã Ninh Hòa', name: 'Danh Sà Rươl', title: 'Dạy chữ' };

it('shows in the window whose story it is, and sends the code and the typed reason', () => {
  const { parts, sent, submit } = openPage(told, { ok: true, message: 'Đã gỡ.' });
  expect(parts.story?.textContent).toBe('Danh Sà Rươl: Dạy chữ');
  expect(parts.form?.hidden).toBe(false);
  parts.reason!.value = reason;
  submit();
  expect(sent).toEqual([[told.key, reason]]);
  expect(parts.status?.textContent).toBe('Đã gỡ.');
  expect(parts.form?.hidden).toBe(true);
});

it('keeps what was typed when the server refuses, and says why', () => {
  const { parts, submit } = openPage(told, { ok: false, message: 'Hãy ghi lý do gỡ.' });
  submit();
  expect(parts.status?.textContent).toBe('Chưa gỡ được. Hãy ghi lý do gỡ.');
  expect(parts).toMatchObject({ form: { hidden: false }, send: { disabled: false } });
});

it('offers nothing to press where no line with a code is selected', () => {
  expect(openPage({}, {}).parts.form?.hidden).toBe(true);
});
