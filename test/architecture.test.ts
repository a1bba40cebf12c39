/** The import rules: the rules are pure, the world is at the edge, and nothing calls back. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

interface Import {
  name: string;
  /** Gone when the code runs. */
  isType: boolean;
}

const statement = /(?:^|\n)\s*(?:import|export)\b(\s+type\b)?[^;]*?from '([^']+)'/g;

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map(([, type, target = '']) => ({
    name: target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target,
    isType: type !== undefined,
  }));

const files = globSync('{functions,infra,sheets-addon}/**/*.ts', { cwd: root }).map((file) => {
  const imports = importsOf(file);
  return { file, imports: imports.map(({ name }) => name), runs: imports.filter(({ isType }) => !isType) };
});

/** A folder's files may import only these: folders of ours end in '/', the rest are packages or files. */
const rules: [folder: string, allowed: string[]][] = [
  ['functions/domain/', ['functions/domain/', 'luxon', 'zod', 'zod/mini']],
  ['functions/plans/', ['functions/domain/', 'functions/plans/', 'luxon', 'zod']],
  [
    'functions/guide/',
    [
      'functions/domain/',
      'functions/guide/',
      'functions/listing/',
      'functions/mails/wording.ts',
      'node:crypto',
    ],
  ],
  ['functions/listing/', ['functions/domain/', 'functions/listing/', 'node:crypto', 'minisearch']],
  [
    'functions/mails/',
    ['functions/domain/', 'functions/mails/', 'functions/listing/html.ts', 'functions/listing/address.ts'],
  ],
  ['functions/papers/', ['functions/domain/', 'functions/papers/', 'functions/mails/wording.ts', 'docx']],
  ['functions/ports.ts', ['functions/domain/']],
];

test.each(rules)('%s imports only what it may', (folder, allowed) => {
  const mine = files.filter(({ file }) => file.startsWith(folder));
  expect(mine.length).toBeGreaterThan(0);
  const foreign = mine.flatMap(({ file, imports }) =>
    imports
      .filter((name) => !allowed.some((one) => (one.endsWith('/') ? name.startsWith(one) : name === one)))
      .map((name) => `${file} imports ${name}`),
  );
  expect(foreign).toEqual([]);
});

/** What works with what is stored: handlers, and what they share by subject. */
const work = /^functions\/(handlers|alike|control|desks|links|lists|mailing|publishing|tickets|workbooks)\//;

test('handlers and what they share reach the world through ports only', () => {
  const foreign = files
    .filter(({ file }) => work.test(file))
    .flatMap(({ file, imports }) =>
      imports
        .filter(
          (name) =>
            name.startsWith('functions/adapters/') ||
            /^(googleapis|firebase|google-auth|nodemailer)/.test(name),
        )
        .map((name) => `${file} imports ${name}`),
    );
  expect(foreign).toEqual([]);
});

test('what handlers share calls no handler, and no two of its folders call each other', () => {
  const shared = files.filter(({ file }) => work.test(file) && !file.startsWith('functions/handlers/'));
  expect(new Set(shared.map(({ file }) => dirname(file))).size).toBe(9);
  const calls = new Set(
    shared.flatMap(({ file, imports }) => imports.map((name) => `${dirname(file)} ${dirname(name)}`)),
  );
  const back = [...calls].filter((call) => {
    const [from = '', to = ''] = call.split(' ');
    return to === 'functions/handlers' || (from !== to && calls.has(`${to} ${from}`));
  });
  expect(back).toEqual([]);
});

test('functions know nothing of infra, and adapters nothing of handlers', () => {
  const foreign = files.flatMap(({ file, imports }) =>
    imports
      .filter(
        (name) =>
          (file.startsWith('functions/') && name.startsWith('infra/')) ||
          (file.startsWith('functions/adapters/') && name.startsWith('functions/handlers/')),
      )
      .map((name) => `${file} imports ${name}`),
  );
  expect(foreign).toEqual([]);
});

test('nobody imports the whole of googleapis', () => {
  expect(files.filter(({ imports }) => imports.includes('googleapis')).map(({ file }) => file)).toEqual([]);
});

test('the files that the add-on shares do without luxon', () => {
  const shared = new Set(['functions/domain/check-tab.ts']);
  for (const file of shared)
    for (const { name } of files.find((one) => one.file === file)?.runs ?? []) shared.add(name);
  expect([...shared]).not.toContain('luxon');
  expect(shared.size).toBeGreaterThan(20);
});

test.each([
  ['sheets-addon/', ['functions/domain/', 'sheets-addon/']],
  [
    'infra/local/grid/browser/',
    ['infra/local/grid/browser/', 'infra/local/grid/blocks.ts', '@univerjs/', 'papaparse'],
  ],
])('what %s runs elsewhere carries nothing of the server with it', (folder, allowed) => {
  const mine = files.filter(({ file }) => file.startsWith(folder));
  expect(mine.length).toBeGreaterThan(0);
  const foreign = mine.flatMap(({ file, runs }) =>
    runs
      .filter(({ name }) => !allowed.some((one) => (one.endsWith('/') ? name.startsWith(one) : name === one)))
      .map(({ name }) => `${file} runs ${name}`),
  );
  expect(foreign).toEqual([]);
});
