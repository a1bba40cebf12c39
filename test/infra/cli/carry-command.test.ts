/** `gs carry`: what it says of each dossier, the file for a unit that has its tab, and orders that cannot be. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Carry } from '../../../functions/domain/carry-over.ts';
import type { Dossier } from '../../../functions/domain/dossier.ts';
import { toUnitTree } from '../../../functions/domain/unit.ts';
import { caMau2026 } from '../../../functions/plans/ca-mau-2026.ts';
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { run } from '../../../infra/cli/carry-command.ts';
import { carryLines } from '../../../infra/cli/carry-lines.ts';
import { readFilledList } from '../../../infra/xlsx/read-list.ts';
import { type TemplateInput, writeTemplate } from '../../../infra/xlsx/template.ts';
import { toTemplateInput } from '../../../infra/xlsx/unit-template.ts';
import { aDossier } from '../../domain/people.ts';

const heir = caMau2026.units.find(({ id }) => id === '31825')!;
const from = (unitId: string, ordinal: number): Dossier => {
  const dossier = aDossier(ordinal);
  return { ...dossier, id: `2025-${unitId}-00${ordinal}`, unitId };
};
const carried = (source: Dossier): Carry => ({ outcome: 'carried', source, heir, dossier: source });

it('tells who goes where, and of those that stay each by name with what can be done', () => {
  const many = Array.from(
    { length: 12 },
    (_, index): Carry => ({
      outcome: 'stays',
      source: from('956', index + 1),
      reason: 'no-heir',
    }),
  );
  const carries: Carry[] = [
    carried(from('31813', 1)),
    carried(from('31813', 2)),
    carried(from('31816', 1)),
    { outcome: 'already', source: from('31819', 1), dossier: from('31819', 1) },
    { outcome: 'stays', source: from('31813', 3), reason: 'withdrawn' },
    ...many,
  ];
  const lines = carryLines(carries, toUnitTree(kh113BacLieu.units));
  expect(lines.slice(0, 5)).toEqual([
    'Phường Bạc Liêu (31825): 3 gương, từ Phường 2 2, Phường 3 1',
    '3 gương mang sang 1 đơn vị, 1 gương đã mang sang từ trước, 13 gương ở lại.',
    'Ở lại, đã gỡ công khai, không mang sang (1):',
    '  2025-31813-003  Nguyễn Thị Hoa 3  (Phường 2)',
    'Ở lại, chưa nêu đơn vị kế thừa; nêu bằng --heir MÃ_CŨ=MÃ_MỚI (12):',
  ]);
  expect(lines.at(-1)).toBe('  … và 2 gương nữa');
  expect(lines.length).toBe(5 + 10 + 1);
});

it('gives a unit that has its tab a file with the rows, which a person can go on with', async () => {
  const input = toTemplateInput(caMau2026, '2026', '31825') as TemplateInput;
  const dossier = aDossier(1, { achievedFrom: '2024-03-01' });
  const read = await readFilledList(
    await writeTemplate({ ...input, carried: [{ ...dossier, id: '2026-31825-c202531813001' }] }),
  );
  if (!read.ok) throw new Error(read.message);
  const [headers, keys, first, second] = read.list.values;
  expect(headers).toContain('Họ tên cá nhân, tên tập thể hoặc mô hình');
  const at = (key: string) => first?.[keys?.indexOf(key) ?? -1];
  expect(at('rowId')).toBe('2026-31825-c202531813001');
  expect(at('name')).toBe('Nguyễn Thị Hoa 1');
  expect(at('birthYear')).toBe(1980);
  expect(at('achievedFrom')).toBe(45352);
  expect(second?.[0]).toBe('2026-31825-002');
});

it.each([
  [['--from', 'kh-000', '--to', 'ca-mau-2026'], 'Không có kế hoạch “kh-000”'],
  [['--from', 'kh-113-bac-lieu'], 'Thiếu --to'],
  [['--from', 'kh-113-bac-lieu', '--to', 'ca-mau-2026', 'thêm'], 'Không hiểu “thêm”'],
  [
    ['--from', 'kh-113-bac-lieu', '--to', 'ca-mau-2026', '--data', join(tmpdir(), 'không-có')],
    'chưa có bản chạy thử nào',
  ],
])('refuses %j before anything is opened', async (args, said) => {
  await expect(run(args)).rejects.toThrow(said);
});
