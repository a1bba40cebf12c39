/** The trial's first rows are exemplars: they are typed only where exemplars are asked for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { withKept } from '../../../infra/cli/worlds.ts';
import { setUpTrial } from '../../../infra/local/trial.ts';

it('starts again on a folder whose period is of another form, and types no exemplars there', async () => {
  const data = mkdtempSync(join(tmpdir(), 'guong-sang-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const kept = { plan: 'kh-113-bac-lieu', period: '2025.BD', units: 3 };
  writeFileSync(join(data, 'trial.json'), JSON.stringify(kept));
  writeFileSync(join(data, 'demo-journal.txt'), 'invented rows\n');
  const ports = { workspace: 0, functions: 0, listing: 0, firestore: 0 };
  const options = { ...kept, data, empty: false, store: 'embedded', ports } as const;
  const { rows, workbooks } = await withKept(data, (local) => setUpTrial(local, options, () => undefined));
  expect(workbooks).toBeGreaterThan(0);
  expect(rows).toBe(0);
}, 60_000);
