/** `gs carry` on a kept folder: exemplars go on in time only, the way on is told, and the years before stay readable. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { paths } from '../../../functions/records.ts';
import { run as carry } from '../../../infra/cli/carry-command.ts';
import { run as papers } from '../../../infra/cli/papers-command.ts';
import { run as report } from '../../../infra/cli/report-command.ts';
import { withLocal } from '../../../infra/cli/worlds.ts';
import { keptIn } from '../../../infra/local/runtime/data-folder.ts';
import { provisionTrial } from '../../../infra/local/trial.ts';
import { aDossier, decided } from '../../domain/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'guong-sang-carry-'));
const data = join(folder, 'du lieu');
const plan = 'kh-113-bac-lieu';
const printed: string[] = [];

beforeAll(async () => {
  const trial = { plan, period: '2025', units: 1 };
  await withLocal({ ...trial, data }, async (local) => {
    const { plan: small } = await provisionTrial(local, trial);
    const unitId = small.units.find(({ kind }) => kind === 'commune')?.id as string;
    const dossier = decided(aDossier(1), 'approve', '956');
    const stored = { ...dossier, planId: plan, unitId, id: `2025-${unitId}-001` };
    const followUp = { ...stored, id: `2025-H1.TD-${unitId}-001`, period: '2025-H1.TD', status: 'filed' };
    await local.store.commit(
      [stored, followUp].map((data) => ({ kind: 'put', path: paths.dossier(plan, data.id), data })),
    );
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

const order = (to: string, ...more: string[]): Promise<void> =>
  carry(['--from', plan, '--to', to, '--data', data, ...more]);

it.each([
  [[plan, '--period', '2023'], 'không bắt đầu sau kỳ 2025'],
  [[plan, '--period', '2025'], 'không bắt đầu sau kỳ 2025'],
  [[plan, '--dry-run'], 'không còn kỳ nào sau kỳ đó'],
  [['ca-mau-2026', '--from-period', '2019'], 'Các kỳ đang có: 2025.'],
  [['ca-mau-2026', '--period', '2026.BD'], '--period “2026.BD”'],
  [
    ['ca-mau-2026', '--heir', '956=KHONG'],
    'không có đơn vị “KHONG”; hãy ghi mã đơn vị kế thừa, ví dụ 31825 (Phường Bạc Liêu)',
  ],
  [['ca-mau-2026', '--heir', 'CU=31825'], 'không có đơn vị “CU”; hãy ghi mã đơn vị cũ, ví dụ '],
  [['ca-mau-2026', '--units', 'CU'], 'không có đơn vị “CU”; hãy ghi mã đơn vị cũ, ví dụ '],
])('refuses %j and leaves the folder as it was', async ([to = '', ...more], said) => {
  await expect(order(to, ...more)).rejects.toThrow(said);
  expect(keptIn(data)).toMatchObject({ plan, period: '2025' });
});

it('repeats the folder in the way on, and leaves earlier years to be read', async () => {
  await order('ca-mau-2026');
  expect(keptIn(data)).toMatchObject({ plan: 'ca-mau-2026', period: '2026' });
  expect(printed.join('')).toContain(
    '1 gương mang sang 1 đơn vị, 0 gương đã mang sang từ trước, 0 gương ở lại',
  );
  expect(printed.join('')).not.toContain('TD-');
  expect(printed.join('')).toContain(`provision --plan ca-mau-2026 --period 2026 --data "${data}"`);
  const out = join(folder, 'tong-hop.csv');
  const earlier = ['--plan', plan, '--period', '2025', '--data', data];
  await report([...earlier, '--out', out]);
  expect(existsSync(out)).toBe(true);
  await papers([...earlier, '--unit', '95', '--out', folder]);
  expect(printed.join('')).toMatch(/Đã ghi: .*\.docx/);
  const missing = ['--plan', plan, '--period', '2024', '--data', data, '--out', out];
  await expect(report(missing)).rejects.toThrow('chưa được dựng ở đây');
  expect(keptIn(data)).toMatchObject({ plan: 'ca-mau-2026', period: '2026' });
}, 60_000);
