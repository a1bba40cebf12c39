/** The bundles as they are shipped: what is in them, and that the functions framework finds and serves what they export. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSqliteStore } from '../../../functions/adapters/sqlite-store.ts';
import { storyPath } from '../../../functions/listing/address.ts';
import type { Lead } from '../../../functions/listing/lead.ts';
import { functionNames } from '../../../functions/register.ts';
import { type BuiltBundle, buildBundle, listingBundle, mainBundle } from '../../../infra/cli/bundles.ts';
import { listen } from '../../../infra/local/runtime/listen.ts';
import { type FirestoreRest, startFirestoreRest } from '../../adapters/firestore-rest.ts';
import { publishInto } from '../../bench/published-store.ts';
import { cloudSettings } from '../../support/cloud-settings.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'guong-sang-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const listingFile = join(folder, 'listing', 'index.cjs');
const mainFile = join(folder, 'functions', 'index.cjs');

describe('the bundle of the public pages', () => {
  let built: BuiltBundle;
  beforeAll(async () => {
    built = await buildBundle({ ...listingBundle, file: listingFile });
  });

  test('has search, retry and nothing else of other people', () => {
    const packages = built.inputs.flatMap(
      (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual(['is-network-error', 'minisearch', 'p-retry']);
  });

  test('is smaller than 300 kB', () => {
    expect(built.bytes).toBeLessThan(300_000);
    expect(built.bytes).toBeGreaterThan(50_000);
  });

  test.each([
    ['an SDK', 'functions/adapters/firestore-store.ts', 'firebase-admin'],
    ['dates', 'functions/domain/deadline.ts', 'luxon'],
    ['schemas', 'functions/config.ts', 'zod'],
    ['mail', 'functions/handlers/takedown.ts', 'functions/mails/'],
    ['the guide', 'functions/handlers/guide.ts', 'functions/guide/'],
  ])('is refused, and not written, with %s in it', async (_, entry, named) => {
    const file = join(folder, 'refused', 'index.cjs');
    await expect(buildBundle({ ...listingBundle, entry, file })).rejects.toThrow(named);
    expect(existsSync(file)).toBe(false);
  });

  test('names every missing or wrong setting when it is started', async () => {
    const started = run(process.execPath, [listingFile], {
      env: { LISTING_URL: 'http://guong-sang.example', FIRESTORE_EMULATOR_HOST: 'firestore.example:80' },
    });
    const { stderr } = (await started.catch((error: unknown) => error)) as { stderr: string };
    for (const name of ['GOOGLE_CLOUD_PROJECT', 'LISTING_URL', 'FIRESTORE_EMULATOR_HOST'])
      expect(stderr).toContain(name);
  });

  describe.each([
    [
      'in the functions framework',
      () => [frameworkMain, '--source', join(folder, 'listing'), '--target', 'listing'],
    ],
    ['alone, as the Procfile says', () => procfileArguments()],
  ])('started %s', (_, command) => {
    let firestore: FirestoreRest;
    let child: ChildProcess;
    let url: string;
    let leads: Lead[];
    let calls = 0;

    beforeAll(async () => {
      const file = join(mkdtempSync(join(folder, 'store-')), 'store.db');
      leads = await publishInto(file, 60);
      firestore = await startFirestoreRest(createSqliteStore(file), () => {
        calls += 1;
      });
      const free = await listen(createServer(), 0, 'TEST');
      await free.close();
      url = free.url;
      const { hostname: HOST, port: PORT } = new URL(url);
      child = spawn(process.execPath, command(), {
        cwd: join(folder, 'listing'),
        env: {
          HOST,
          PORT,
          GOOGLE_CLOUD_PROJECT: 'demo-bundle',
          LISTING_URL: 'https://guong-sang.example',
          FIRESTORE_EMULATOR_HOST: firestore.host,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await answering(url);
    });
    afterAll(async () => {
      child.kill();
      await firestore.close();
    });

    test('has everything after five calls: three for the list, one for the directories, one for the roll; then a story is one', async () => {
      // `answering` asked for the first page; the units wait for all leads.
      expect((await fetch(`${url}/don-vi`)).status).toBe(200);
      expect(calls).toBe(5);
      const list = await fetch(url);
      expect([list.status, list.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect((await list.text()).match(/href="\/guong\//g)).toHaveLength(50);
      const story = await fetch(url + storyPath(leads[0]!));
      expect(story.status).toBe(200);
      expect(await story.text()).toContain(leads[0]!.title);
      expect(calls).toBe(6);
    });

    test('answers HEAD without a body, and 304 to whoever has the page', async () => {
      const whole = await fetch(url);
      const length = Buffer.byteLength(await whole.text());
      const head = await fetch(url, { method: 'HEAD' });
      expect([head.status, Number(head.headers.get('content-length')), await head.text()]).toEqual([
        200,
        length,
        '',
      ]);
      const etag = whole.headers.get('etag') ?? '';
      const again = await fetch(url, { headers: { 'if-none-match': etag } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    });

    test('leaves the guide and what the form sends to the other functions', async () => {
      expect((await fetch(`${url}/huong-dan`)).status).toBe(404);
      expect((await fetch(`${url}/de-nghi/gui`, { method: 'POST' })).status).toBe(405);
      expect((await fetch(`${url}/de-nghi`)).status).toBe(200);
    });

    test('tells a reader in Vietnamese when Firestore does not answer, and keeps running', async () => {
      await firestore.close();
      const response = await fetch(url + storyPath(leads[1]!));
      expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store']);
      expect(await response.text()).toContain('Trang đang gặp sự cố');
      const data = await fetch(`${url}/du-lieu/guong/${leads[2]!.key}.json`);
      expect([data.status, data.headers.get('content-type')]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await data.json()).toMatchObject({ status: 503, title: 'Chưa đọc được danh sách' });
      expect(child.exitCode).toBeNull();
    });
  });
});

test('the main bundle exports every function by its name, for a framework that is not in it', async () => {
  await buildBundle({ ...mainBundle, file: mainFile });
  const program = `console.log(JSON.stringify(Object.entries(require(${JSON.stringify(mainFile)})).map(([n, f]) => [n, typeof f])))`;
  const { stdout } = await run(process.execPath, ['-e', program], { env: cloudSettings });
  const exported = JSON.parse(stdout) as [string, string][];
  expect(exported.toSorted()).toEqual(functionNames.map((name) => [name, 'function']).toSorted());
});

/** Of the package as npm installs it, which is what the cloud starts. */
const frameworkMain = join(
  createRequire(import.meta.url).resolve('@google-cloud/functions-framework'),
  '../main.js',
);

/** What follows "node". */
const procfileArguments = (): string[] => {
  const [, line = ''] =
    /^web: node (.+)$/m.exec(readFileSync(join(folder, 'listing', 'Procfile'), 'utf8')) ?? [];
  return line.split(' ');
};

async function answering(url: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return void (await response.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the framework did not start');
}
