/** A published list of so many rows, with Firestore's REST interface in front of it. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lead } from '../../functions/listing/lead.ts';
import { publishInto } from './published-store.ts';

export interface Stage {
  /** As FIRESTORE_EMULATOR_HOST. */
  host: string;
  /** Those whose stories are stored too. */
  leads: Lead[];
}

export async function onStage<T>(rows: number, play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-listing-'));
  const file = join(folder, 'store.db');
  try {
    const leads = await publishInto(file, rows);
    const child = fork(fileURLToPath(new URL('./firestore-process.ts', import.meta.url)), [file], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    try {
      const host = await new Promise<string>((resolve, reject) => {
        child.once('exit', () => reject(new Error('the store of the bench ended')));
        child.once('message', (said) => resolve((said as { host: string }).host));
      });
      return await play({ host, leads });
    } finally {
      child.kill();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
