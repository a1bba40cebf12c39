/** The reviewer's sidebar: the selected line beside its copies, by the real bundle and the page's own script. */
import vm from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareCaption } from '../../functions/domain/alike-words.ts';
import { sheetIds } from '../../functions/domain/workbook.ts';
import type { CompareResponse, RefusalResponse } from '../../functions/requests.ts';
import { type AddonBundle, buildBundle } from '../../infra/local/apps-script/bundle.ts';
import type { AppsScript, ScriptSession } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { TypedRow } from '../../infra/local/samples/rows.ts';
import { startAddon } from '../support/addon.ts';
import { type Office, startOffice } from '../support/office.ts';
import { sheetIdOf } from '../support/office-acts.ts';

const [one, other] = ['31843', '31846'];
let office: Office;
let bundle: AddonBundle;
let script: AppsScript;
let reviewer: ScriptSession;

beforeAll(async () => {
  office = await startOffice();
  bundle = await buildBundle();
  script = await startAddon(office, bundle);
  const rows = office.rows(one, 5);
  const { summary } = rows[0] as TypedRow;
  await office.send(one, rows);
  const hostile = { title: '<img src=x onerror=alert(1)> & "gương"', summary } as TypedRow;
  const own = office.rows(other, 5);
  await office.send(
    other,
    own.map((row, index) => (index === 0 ? { ...row, ...hostile } : row)),
  );
  await office.settle();
  const { spreadsheetId } = office.tab(one);
  reviewer = await script.open(staffEmail('reviewer', '956'), spreadsheetId, sheetIds.review);
});
afterAll(async () => {
  await script.close();
  await office.close();
});

/** What the page asks once it stands. */
async function readLine(
  a1: string,
  sheetId: number = sheetIds.review,
): Promise<CompareResponse | RefusalResponse> {
  await script.select(reviewer, sheetId, a1);
  return (await script.sidebar(reviewer)?.call('readComparison')) as CompareResponse | RefusalResponse;
}

it('opens from the menu item that the line itself names', async () => {
  await script.click(reviewer, compareCaption);
  expect(script.sidebar(reviewer)?.html).toBe(bundle.pages.compare);
});

it('shows the line that is selected, whatever cell of it', async () => {
  for (const cell of ['A3', 'J3', 'C3:F4']) {
    const answer = await readLine(cell);
    expect(answer).toMatchObject({ ok: true, line: { dossier: `2025-${one}-001` } });
    expect(answer.ok && answer.others.map(({ other: side }) => side.dossier)).toEqual([`2025-${other}-001`]);
  }
  expect(await readLine('B4')).toMatchObject({ ok: true, line: { dossier: `2025-${one}-002` }, others: [] });
});

it.each([
  ['the header', 'A1', sheetIds.review, 'dòng có mã hồ sơ'],
  ['an empty line', 'A90', sheetIds.review, 'dòng có mã hồ sơ'],
])('says what to select at %s', async (_place, a1, sheetId, words) => {
  expect(await readLine(a1, sheetId)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
});

it('says which tab to open elsewhere, in the menu and in the page', async () => {
  const elsewhere = sheetIdOf(office, one);
  expect(await readLine('A3', elsewhere)).toMatchObject({
    ok: false,
    message: expect.stringContaining('“Thẩm định”'),
  });
  await script.click(reviewer, compareCaption);
  expect(script.shown(reviewer).at(-1)).toMatchObject({
    kind: 'toast',
    message: expect.stringContaining('“Thẩm định”'),
  });
});

/** As much of a page as its script uses; text is text, so nothing in it can become an element. */
interface Node {
  name: string;
  textContent: string;
  className: string;
  hidden: boolean;
  disabled: boolean;
  children: Node[];
  appendChild(child: Node): void;
  addEventListener(type: string, act: () => void): void;
}

function toNode(name: string): Node {
  let text = '';
  const node: Node = {
    name,
    className: '',
    hidden: false,
    disabled: false,
    children: [],
    get textContent() {
      return text + node.children.map((child) => child.textContent).join('');
    },
    set textContent(value) {
      text = value;
      node.children = [];
    },
    appendChild: (child) => void node.children.push(child),
    addEventListener: () => undefined,
  };
  return node;
}

function showIn(page: string, answer: unknown): Map<string, Node> {
  const parts = new Map(
    [...page.matchAll(/<(\w+)[^>]*id="(\w+)"/g)].map(([, name = '', id = '']) => [id, toNode(name)]),
  );
  let done: (answer: unknown) => void = () => undefined;
  const run = {
    withSuccessHandler: (act: typeof done) => {
      done = act;
      return run;
    },
    withFailureHandler: () => run,
    readComparison: () => done(answer),
  };
  const document = { getElementById: (id: string) => parts.get(id), createElement: toNode };
  const source = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  vm.runInNewContext(source, { document, google: { script: { run } } });
  return parts;
}

const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];

it('marks in the page what both share, and takes everything for text', async () => {
  await script.select(reviewer, sheetIds.review, 'A3');
  // Elsewhere the menu has lost the items of reviewers; using it here brings them back.
  await script.click(reviewer, 'Kiểm tra ngay');
  await script.click(reviewer, compareCaption);
  const answer = (await readLine('A3')) as CompareResponse;
  const parts = showIn(bundle.pages.compare, JSON.parse(JSON.stringify(answer)));
  const others = parts.get('others') as Node;
  expect(parts.get('status')?.textContent).toContain(`2025-${one}-001`);
  expect(parts.get('legend')?.hidden).toBe(false);
  const nodes = all(others);
  const marked = nodes.filter(({ name }) => name === 'mark').map(({ textContent }) => textContent);
  expect(marked.join(' ').length).toBeGreaterThan(200);
  expect(nodes.some(({ name }) => name === 'img')).toBe(false);
  expect(others.textContent).toContain('<img src=x onerror=alert(1)> & "gương"');
  expect(others.textContent).toContain('Xã Lộc Ninh · năm 2025 · Chờ Huyện Hồng Dân thẩm định');
});

it('shows a refusal in the page as its sentence, and nothing of the line before', () => {
  const parts = showIn(bundle.pages.compare, { ok: false, code: 'no-line', message: 'Hãy chọn một ô.' });
  expect(parts.get('status')?.textContent).toBe('Hãy chọn một ô.');
  expect(parts.get('others')?.children).toEqual([]);
  expect(parts.get('legend')?.hidden).toBe(true);
});
