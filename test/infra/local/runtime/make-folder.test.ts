/** Folders are made with those above them or not at all, and where none can be made it says so at once. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../../../infra/local/runtime/make-folder.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('makes those above too, and nothing again', async () => {
  const folder = aFolder();
  const [a, b] = [join(folder, 'a'), join(folder, 'a', 'b')];
  expect(await makeFolder(b)).toEqual([a, b]);
  expect(existsSync(b)).toBe(true);
  expect(await makeFolder(b)).toEqual([]);
});

it('leaves nothing when it cannot', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'tệp'), '');
  await expect(makeFolder(join(folder, 'tệp', 'a'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  await expect(makeFolder(join(folder, 'mới', 'x'.repeat(300)))).rejects.toThrow(/ENAMETOOLONG/);
  expect(readdirSync(folder)).toEqual(['tệp']);
});

it.runIf(process.platform === 'linux')('ends where the system lets nobody make a folder', async () => {
  await expect(makeFolder('/proc/x/y')).rejects.toThrow(/ENOENT/);
});
