/** A trial's folder belongs to one process and one plan and period; every trouble is told in Vietnamese. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { claimFolder, DataFolderError, keptIn } from '../../../../infra/local/runtime/data-folder.ts';
import { flagFault } from '../../../../infra/local/runtime/flag-faults.ts';

const identity = { plan: 'kh-113-bac-lieu', period: '2025', units: null };

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gương sáng '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('is refused while somebody holds it, and free when it is given back', async () => {
  const folder = aFolder();
  const { release } = await claimFolder(folder, identity);
  await expect(claimFolder(folder, identity)).rejects.toThrow(/đang được một chương trình khác dùng/);
  release();
  (await claimFolder(folder, identity)).release();
});

it('is free again when its process was killed', async () => {
  const folder = aFolder();
  const module = new URL('../../../../infra/local/runtime/data-folder.ts', import.meta.url).href;
  const script = `import { claimFolder } from '${module}';
    await claimFolder(process.argv[1], ${JSON.stringify(identity)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
  await once(holder.stdout, 'data');
  await expect(claimFolder(folder, identity)).rejects.toThrow(DataFolderError);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  (await claimFolder(folder, identity)).release();
});

it.each([
  [{ ...identity, period: '2024' }, 'kỳ 2025'],
  [{ ...identity, plan: 'kh-99' }, 'kế hoạch kh-113-bac-lieu'],
  [{ ...identity, units: 3 }, 'kỳ 2025'],
])('is refused for %o, and says what it holds', async (other, said) => {
  const folder = aFolder();
  (await claimFolder(folder, identity)).release();
  await expect(claimFolder(folder, other)).rejects.toThrow(said);
  (await claimFolder(folder, identity)).release();
});

it('says what is wrong with a folder that cannot be', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'tệp'), '');
  for (const bad of ['', join(folder, 'tệp'), join(folder, 'tệp', 'x')])
    await expect(claimFolder(bad, identity)).rejects.toThrow(DataFolderError);
});

it.each([
  ['ERR_PARSE_ARGS_UNKNOWN_OPTION', "Unknown option '--foo'", 'Không có lựa chọn “--foo”'],
  [
    'ERR_PARSE_ARGS_INVALID_OPTION_VALUE',
    "Option '--data <value>' argument missing",
    'Sau “--data” hãy ghi một giá trị',
  ],
  [
    'ERR_PARSE_ARGS_INVALID_OPTION_VALUE',
    "Option '--empty' does not take an argument",
    'Lựa chọn “--empty” không đi kèm giá trị',
  ],
  ['ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', "Unexpected argument 'extra'.", 'Không hiểu “extra”'],
])('tells %s in Vietnamese', (code, message, said) => {
  expect(flagFault(Object.assign(new Error(message), { code }), ['--data'])).toContain(said);
});

it('leaves a folder as it was when nothing came of the start', async () => {
  const folder = aFolder();
  const nested = join(folder, 'a', 'b');
  const claim = await claimFolder(nested, identity);
  writeFileSync(join(nested, 'firestore.db'), '');
  await claim.abandon();
  expect(readdirSync(folder)).toEqual([]);

  writeFileSync(join(folder, 'ghi chú.txt'), 'của tôi');
  await (await claimFolder(folder, identity)).abandon();
  expect(readdirSync(folder)).toEqual(['ghi chú.txt']);
});

it('keeps a trial whose next start failed', async () => {
  const folder = aFolder();
  (await claimFolder(folder, identity)).release();
  writeFileSync(join(folder, 'firestore.db'), '');
  await (await claimFolder(folder, identity)).abandon();
  expect(keptIn(folder)).toEqual(identity);
  expect(readdirSync(folder)).toContain('firestore.db');
});

it.runIf(process.platform === 'linux')('says so where the system lets nobody make a folder', async () => {
  await expect(claimFolder('/proc/x/y', identity)).rejects.toThrow(/đường dẫn không dùng được/);
});
