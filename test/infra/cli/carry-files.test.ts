/** The files of `gs carry`: whole each time, never over a file that says something else unless that is asked for. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Dossier } from '../../../functions/domain/dossier.ts';
import { stampedRows } from '../../../functions/domain/workbook.ts';
import { caMau2026 } from '../../../functions/plans/ca-mau-2026.ts';
import { makeCarryFiles, saveCarryFiles } from '../../../infra/cli/carry-files.ts';
import { readFilledList } from '../../../infra/xlsx/read-list.ts';
import { aDossier } from '../../domain/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'guong-sang-carry-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const waiting = (count: number): Dossier[] =>
  Array.from({ length: count }, (_, index) => ({
    ...aDossier(index + 1),
    id: `2026-31825-c20253181300${index + 1}`,
    unitId: '31825',
  }));
const make = (count: number, out: string, overwrite = false) =>
  makeCarryFiles(
    caMau2026,
    '2026',
    [{ unitId: '31825', hasTab: true, dossiers: waiting(count) }],
    out,
    overwrite,
  );
const namesIn = async (path: string): Promise<unknown[]> => {
  const read = await readFilledList(new Uint8Array(readFileSync(path)));
  if (!read.ok) throw new Error(read.message);
  const [, keys = [], ...lines] = read.list.values;
  return lines.map((cells) => cells[keys.indexOf('name')]).filter((name) => name !== undefined);
};

it('does not write over a file with other rows unless it is told to', async () => {
  const out = join(folder, 'mot');
  const [first] = await make(1, out);
  await saveCarryFiles([first!], out);
  const before = readFileSync(first!.path);
  await expect(make(2, out)).rejects.toThrow('với nội dung khác, có thể đã được điền');
  await expect(make(2, out)).rejects.toThrow('--overwrite');
  expect(readFileSync(first!.path).equals(before)).toBe(true);
  await saveCarryFiles(await make(2, out, true), out);
  expect(await namesIn(first!.path)).toEqual(['Nguyễn Thị Hoa 1', 'Nguyễn Thị Hoa 2']);
});

it('leaves a file alone that says the same, and makes one again that was lost', async () => {
  const out = join(folder, 'hai');
  const [first] = await make(2, out);
  await saveCarryFiles([first!], out);
  const { mtimeMs } = statSync(first!.path);
  const [again] = await make(2, out);
  expect(again?.isSame).toBe(true);
  await saveCarryFiles([again!], out);
  expect(statSync(first!.path).mtimeMs).toBe(mtimeMs);
  rmSync(first!.path);
  await saveCarryFiles(await make(2, out), out);
  expect(await namesIn(first!.path)).toEqual(['Nguyễn Thị Hoa 1', 'Nguyễn Thị Hoa 2']);
});

it('takes what somebody else left under that name for something else', async () => {
  const out = join(folder, 'hai');
  const [first] = await make(2, out);
  writeFileSync(first!.path, 'ghi chép');
  await expect(make(2, out)).rejects.toThrow('với nội dung khác');
});

it('holds more rows than a new tab has numbers for', async () => {
  const out = join(folder, 'nhieu');
  const [file] = await make(stampedRows + 3, out);
  await saveCarryFiles([file!], out);
  expect((await namesIn(file!.path)).length).toBe(stampedRows + 3);
});

it('leaves nothing half-written where one file cannot be written', async () => {
  const out = join(folder, 'ba');
  const files = await make(1, out);
  writeFileSync(out, '');
  await expect(saveCarryFiles(files, out)).rejects.toThrow('Không ghi được vào thư mục');
  expect(existsSync(files[0]!.path)).toBe(false);
});
