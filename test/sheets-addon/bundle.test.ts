/** The bundle as Apps Script will meet it: an old script without modules, with a few global functions and a small manifest. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { parse } from 'acorn';
import { beforeAll, expect, it } from 'vitest';
import { addonFiles, addonFunctions } from '../../infra/cli/build-addon.ts';
import { type AddonBundle, buildBundle } from '../../infra/local/apps-script/bundle.ts';

let bundle: AddonBundle;

beforeAll(async () => {
  bundle = await buildBundle();
});

const source = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../sheets-addon/${name}`, import.meta.url)), 'utf8');

it('parses as a script of ES2019', () => {
  expect(() => parse(bundle.code, { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow();
});

it('makes exactly the listed functions global, which are the exports of main.ts', () => {
  const context = vm.createContext({});
  const names = (): string[] => vm.runInContext('Object.getOwnPropertyNames(globalThis)', context);
  const before = new Set(names());
  vm.runInContext(bundle.code, context);
  const made = names().filter((name) => !before.has(name));
  // An object, no function, in which zod keeps its settings; no page can call it.
  const settings = '__zod_globalConfig';
  expect(made.sort()).toEqual(['__addon', settings, ...addonFunctions].sort());
  expect(vm.runInContext(`JSON.stringify(${settings})`, context)).toBe('{}');
  const exported = [...source('main.ts').matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  expect(exported).toEqual([...addonFunctions]);
});

it('loads where only the language is, without what newer engines brought', () => {
  const context = vm.createContext({});
  vm.runInContext(
    `for (const [owner, names] of [
      [Map, ['groupBy']], [Object, ['groupBy', 'hasOwn']], [Promise, ['withResolvers']],
      [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
      [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
      [globalThis, ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Iterator']],
    ]) for (const name of names) delete owner[name];`,
    context,
  );
  expect(() => vm.runInContext(bundle.code, context)).not.toThrow();
  for (const word of ['groupBy', 'replaceAll', 'findLast', 'toSorted', 'structuredClone', 'luxon'])
    expect(bundle.code).not.toContain(word);
});

it('is at most 150 kB', () => {
  expect(Buffer.byteLength(bundle.code)).toBeLessThanOrEqual(150_000);
});

it('asks for the least: this spreadsheet, calls out, its own windows, who clicks', () => {
  expect(
    bundle.manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')),
  ).toEqual([
    'spreadsheets.currentonly',
    'script.external_request',
    'script.container.ui',
    'userinfo.email',
    'openid',
  ]);
});

it('pushes its files and nothing else', () => {
  const lines = source('.claspignore').trim().split('\n');
  expect(lines).toEqual(['**/**', ...addonFiles.map((name) => `!${name}`)]);
  // The project file is copied beside them, so the folder that is pushed is the one that was built.
  expect(JSON.parse(source('.clasp.json.example'))).toMatchObject({ rootDir: '.' });
  expect(bundle.files.filter((name) => !name.startsWith('.')).sort()).toEqual([...addonFiles].sort());
});

it.each([
  ['sidebar', 3],
  ['compare', 1],
  ['hold', 2],
  ['withdraw', 2],
] as const)(
  'has a page %s in Vietnamese whose script parses and calls only functions that there are',
  (name, calls) => {
    const page = bundle.pages[name];
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(() => parse(script, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
    const called = [...script.matchAll(/ask\('(\w+)'|^ +\.(\w+)\((?:\w+, part\('\w+'\)\.value)?\);/gm)].map(
      ([, asked, run]) => asked ?? run,
    );
    expect(called.length).toBeGreaterThanOrEqual(calls);
    for (const name of called) expect(addonFunctions).toContain(name);
    expect(page).toContain('<html lang="vi">');
    expect(page).toBe(page.normalize('NFC'));
    expect(page).not.toMatch(/innerHTML|src=|href=/);
    const ids = [...page.matchAll(/part\('(\w+)'\)/g)].map(([, id]) => id as string);
    for (const id of ids) expect(page).toContain(`id="${id}"`);
  },
);

it('names every field of the sidebar for those who cannot see it', () => {
  const { sidebar } = bundle.pages;
  const inputs = [...sidebar.matchAll(/<input[^>]*id="(\w+)"/g)].map(([, id]) => id as string);
  expect(inputs.length).toBe(4);
  for (const id of inputs)
    expect(sidebar).toMatch(new RegExp(`<label for="${id}"|<label class="check"[^>]*><input[^>]*id="${id}"`));
});

it('shares the rules with the server, and only their types with the functions', () => {
  const folder = fileURLToPath(new URL('../../sheets-addon', import.meta.url));
  const foreign = globSync('*.ts', { cwd: folder }).flatMap((file) =>
    [...source(file).matchAll(/^import (type )?[^;]*?from '([^']+)'/gms)].flatMap(([, type, from = '']) =>
      type !== undefined || from.startsWith('./') || from.startsWith('../functions/domain/') ? [] : from,
    ),
  );
  expect(foreign).toEqual([]);
});
