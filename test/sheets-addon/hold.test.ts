/** The reviewer's sidebar for a complaint hold: set and lifted by the real bundle, about the line that the page shows. */
import vm from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetIds } from '../../functions/domain/workbook.ts';
import type { HoldRequest, HoldResponse, RefusalResponse } from '../../functions/requests.ts';
import { type AddonBundle, buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import { sheetIdOf, writesNothing } from '../support/office-acts.ts';

const caption = 'Đánh dấu đang xem xét, khiếu nại…';
const unit = '31843';
const reason = 'Thanh tra huyện đang xác minh <b>đơn</b> phản ánh';
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
  reviewer = await script.open(staffEmail('reviewer', '956'), spreadsheetId, sheetIds.review);
});
afterAll(async () => {
  await script.close();
  await office.close();
});

type Said = HoldResponse | RefusalResponse;
type Wish = Omit<HoldRequest, 'spreadsheetId'>;

const look = async (session: ScriptSession, a1: string): Promise<Said> => {
  await script.select(session, sheetIds.review, a1);
  return (await script.sidebar(session)?.call('readHold')) as Said;
};
const send = async (session: ScriptSession, wish: Wish): Promise<Said> =>
  (await script.sidebar(session)?.call('sendHold', [wish])) as Said;

it('opens from the menu of the review tab, and says elsewhere which tab to open', async () => {
  await script.click(reviewer, caption);
  expect(script.sidebar(reviewer)?.html).toBe(bundle.pages.hold);
  await script.select(reviewer, sheetIdOf(office, unit));
  await script.click(reviewer, caption);
  expect(script.shown(reviewer).at(-1)).toMatchObject({
    kind: 'toast',
    message: expect.stringContaining('“Thẩm định”'),
  });
});

it('sets and lifts it for the line that was shown, whatever is selected by then', async () => {
  const looked = await look(reviewer, 'C4');
  expect(looked).toMatchObject({ ok: true, key: `2025-${unit}-002.1`, stands: false, history: [] });
  await script.select(reviewer, sheetIds.review, 'C6');
  const wish: Wish = { key: `2025-${unit}-002.1`, action: 'set', reason, paper: '15/TB-TTr' };
  expect(await send(reviewer, wish)).toMatchObject({ ok: true, dossier: `2025-${unit}-002`, stands: true });
  expect(await look(reviewer, 'J4')).toMatchObject({ stands: true, history: [{ action: 'set', reason }] });
  expect(await look(reviewer, 'J6')).toMatchObject({ stands: false });
  expect(await send(reviewer, { ...wish, action: 'lift' })).toMatchObject({ ok: true, stands: false });
});

it('says what to select where there is no line', async () => {
  expect(await look(reviewer, 'A1')).toMatchObject({
    ok: false,
    message: expect.stringContaining('dòng có mã hồ sơ'),
  });
});

it('tells a clerk who finds the menu nothing, and writes nothing', async () => {
  const { spreadsheetId } = office.tab(unit);
  const clerk = await script.open(staffEmail('clerk', unit), spreadsheetId, sheetIds.review);
  await script.click(clerk, caption);
  const said = await writesNothing(office, () => look(clerk, 'C4'));
  expect(said).toMatchObject({ ok: false, code: 'not-your-unit' });
  expect(JSON.stringify(said)).not.toContain(reason);
});

/** As much of a page as its script uses. */
interface Node {
  textContent: string;
  className: string;
  value: string;
  hidden: boolean;
  disabled: boolean;
  children: Node[];
  appendChild(child: Node): void;
  addEventListener(type: string, act: (event: { preventDefault(): void }) => void): void;
  fire(type: string): void;
}

function toNode(): Node {
  let text = '';
  const acts = new Map<string, (event: { preventDefault(): void }) => void>();
  const node: Node = {
    className: '',
    value: '',
    hidden: false,
    disabled: false,
    children: [],
    get textContent() {
      return text + node.children.map((child) => child.textContent).join('\n');
    },
    set textContent(value) {
      text = value;
      node.children = [];
    },
    appendChild: (child) => void node.children.push(child),
    addEventListener: (type, act) => void acts.set(type, act),
    fire: (type) => acts.get(type)?.({ preventDefault: () => undefined }),
  };
  return node;
}

/** The page with a server that answers at once; `calls` is what it was asked. */
function openPage(answers: Record<string, (wish?: Wish) => unknown>) {
  const { hold: page } = bundle.pages;
  const parts = new Map([...page.matchAll(/id="(\w+)"/g)].map(([, id = '']) => [id, toNode()]));
  const calls: unknown[] = [];
  let done: (answer: unknown) => void = () => undefined;
  const run: Record<string, unknown> = {
    withSuccessHandler: (act: typeof done) => {
      done = act;
      return run;
    },
    withFailureHandler: () => run,
  };
  for (const [name, answer] of Object.entries(answers))
    run[name] = (wish?: Wish) => {
      calls.push(JSON.parse(JSON.stringify(wish ?? name)));
      done(JSON.parse(JSON.stringify(answer(wish))));
    };
  const document = { getElementById: (id: string) => parts.get(id), createElement: toNode };
  const source = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  vm.runInNewContext(source, { document, google: { script: { run } } });
  return { part: (id: string) => parts.get(id) as Node, calls };
}

it('asks in the page for a reason, keeps it when it is refused, and turns the button round when it stands', async () => {
  const { part, calls } = openPage({
    readHold: () => ({ ...free, stands: false, history: [] }),
    sendHold: (wish) =>
      wish?.reason === ''
        ? { ok: false, code: 'bad-request', message: 'Hãy ghi lý do.' }
        : { ...free, stands: true, history: [event], message: 'Đã ghi đánh dấu.' },
  });
  expect(part('line').textContent).toBe('2025-31843-002 · Nguyễn Thị Hoa · Xã Ninh Hòa');
  part('sending').fire('submit');
  expect(part('status')).toMatchObject({ textContent: 'Hãy ghi lý do.', className: 'told bad' });
  expect(part('sending').hidden).toBe(false);
  part('reason').value = reason;
  part('sending').fire('submit');
  expect(calls).toEqual([
    'readHold',
    { key: free.key, action: 'set', reason: '', paper: '' },
    { key: free.key, action: 'set', reason, paper: '' },
  ]);
  expect(part('send').textContent).toBe('Bỏ đánh dấu');
  expect(part('reason').value).toBe('');
  expect(part('history').textContent).toBe(
    `08:00 10/01/2025, thamdinh@vidu.vn đánh dấu: ${reason} (15/TB-TTr)`,
  );
});

it('shows a refusal as its sentence, without a form', () => {
  const { part } = openPage({ readHold: () => ({ ok: false, code: 'no-line', message: 'Hãy chọn một ô.' }) });
  expect(part('status').textContent).toBe('Hãy chọn một ô.');
  expect(part('sending').hidden).toBe(true);
  expect(part('historyPart').hidden).toBe(true);
});

const free = {
  ok: true,
  key: '2025-31843-002.1',
  dossier: '2025-31843-002',
  unit: 'Xã Ninh Hòa',
  name: 'Nguyễn Thị Hoa',
  message: 'Không có đánh dấu nào.',
};
const event = { at: '08:00 10/01/2025', by: 'thamdinh@vidu.vn', action: 'set', reason, paper: '15/TB-TTr' };
