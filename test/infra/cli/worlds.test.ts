/** A folder that is kept is opened as it is: commands need no flags for it, and make nothing of it that it is not. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { run as importFile } from '../../../infra/cli/import-command.ts';
import { run as mails } from '../../../infra/cli/mails-command.ts';
import { run as provision } from '../../../infra/cli/provision-command.ts';
import { run as template } from '../../../infra/cli/template-command.ts';
import { withKept } from '../../../infra/cli/worlds.ts';
import { claimFolder, keptIn } from '../../../infra/local/runtime/data-folder.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-worlds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function say(command: (args: string[]) => Promise<void>, ...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    await command(args);
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

const small = { plan: 'kh-113-bac-lieu', period: '2025', units: 3 };

it('sets up, imports and looks at mails in a folder of few units without a flag that says so', async () => {
  const data = aFolder();
  (await claimFolder(data, small)).release();
  const order = ['--plan', small.plan, '--period', small.period, '--data', data];
  expect(await say(provision, ...order)).toContain('mới dựng');
  expect(keptIn(data)).toEqual(small);
  const { districts, communes } = await withKept(data, async ({ store }) => {
    const [plan] = await store.list<{ units: { id: string; kind: string }[] }>('plans');
    const units = plan?.data.units ?? [];
    const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind);
    return { districts: ofKind('district'), communes: ofKind('commune') };
  });
  expect(districts.length).toBe(3);

  const file = join(data, 'tệp.xlsx');
  for (const period of ['2025', '2025.BD']) {
    const unit = String((period === '2025' ? communes : districts)[0]?.id);
    await say(template, '--plan', small.plan, '--period', period, '--unit', unit, '--out', file);
    await expect(say(importFile, file, '--data', data)).rejects.toThrow(/dòng/);
  }
  expect(await say(mails, '--data', data)).toBe('Không có thư nào cần xử lý.\n');
}, 120_000);

it.each([
  [['--plan', 'kh-661', '--period', '2023'], 'đang giữ kế hoạch kh-113-bac-lieu, kỳ 2025, --units 3'],
  [
    ['--plan', 'kh-113-bac-lieu', '--period', '2024'],
    'đang giữ kế hoạch kh-113-bac-lieu, kỳ 2025, --units 3',
  ],
])('refuses %j where something else is kept, and says what', async (flags, words) => {
  const data = aFolder();
  (await claimFolder(data, small)).release();
  await expect(say(provision, ...flags, '--data', data)).rejects.toThrow(words);
});

it('makes no trial of a folder that keeps none', async () => {
  const data = aFolder();
  await expect(say(mails, '--data', data)).rejects.toThrow('không giữ bản chạy thử nào');
  expect(readdirSync(data)).toEqual([]);
});
