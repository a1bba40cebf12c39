/** The trial's store on a folder that a killed process left behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { takeLease } from '../../../../functions/workbooks/lease.ts';
import { openStore } from '../../../../infra/local/runtime/store.ts';

const now = new Date('2025-01-08T08:00:00+07:00');

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const open = (data: string) => openStore({ kind: 'embedded', data, port: 0, rulesFile: '' });

it('frees the lease of a process that was killed, so that its workbook does not stand still', async () => {
  const data = aFolder();
  const killed = await open(data);
  const held = await takeLease(killed.store, 'book', now, { force: false });
  expect(await takeLease(killed.store, 'book', now, { force: false })).toBeUndefined();
  await killed.close();

  const next = await open(data);
  const taken = await takeLease(next.store, 'book', now, { force: false });
  expect(taken?.epoch).toBe((held?.epoch ?? 0) + 1);
  await next.close();
});
