/** Flags of the trial: what they mean, and what is said of a wrong one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isPeriodOf } from '../../../../functions/domain/period.ts';
import { presets } from '../../../../functions/plans/index.ts';
import { kh113BacLieu } from '../../../../functions/plans/kh-113-bac-lieu.ts';
import { scripts } from '../../../../infra/local/demo/scenes/index.ts';
import { parseOptions } from '../../../../infra/local/runtime/options.ts';
import { scenarioFor } from '../../../../infra/local/samples/scenario.ts';
import { trialSeed, withFewerUnits } from '../../../../infra/local/trial.ts';

const parse = (...args: string[]) => parseOptions(args, {}, 'auto');

it('keeps the whole plan unless told how many units', () => {
  const parsed = parse();
  expect(parsed.ok && parsed.options.units).toBe(undefined);
  expect(parse('--units', '4')).toMatchObject({ ok: true, options: { units: 4 } });
});

it.each([
  ['kh-113-bac-lieu', '2025'],
  ['124-ninh-ha', '2025-01'],
  ['kh-99-ha-noi', '2023.VB'],
  ['kh-282-ha-noi', '2024'],
  ['kh-661', '2023'],
])('%s begins with period %s unless told otherwise', (plan, period) => {
  expect(parse('--plan', plan)).toMatchObject({ ok: true, options: { plan, period } });
});

it('names the plans there are when it meets an unknown one', () => {
  const parsed = parse('--plan', 'kh-1');
  expect(parsed.ok ? [] : parsed.faults).toEqual([expect.stringContaining('124-ninh-ha, kh-99-ha-noi')]);
});

it.each(['2', '0', '-3', '3.5', 'ba', ''])('says what is wrong with --units=%s', (text) => {
  const parsed = parse(`--units=${text}`);
  expect(parsed.ok ? [] : parsed.faults).toEqual([expect.stringContaining('số nguyên từ 3 trở lên')]);
});

it('names every flag when it meets an unknown one', () => {
  const parsed = parse('--don-vi', '3');
  expect(parsed.ok ? [] : parsed.faults).toEqual([expect.stringContaining('--units')]);
});

it.each([3, 4, 5, 6, 7, 8])(
  'with %i units of a kind, every district can still send ten exemplars',
  (most) => {
    const { units } = withFewerUnits(kh113BacLieu, most);
    const parents = new Set(units.map(({ id }) => id));
    expect(units.filter(({ parent }) => parent !== null && !parents.has(parent))).toEqual([]);
    const districts = new Set(units.filter(({ kind }) => kind === 'district').map(({ id }) => id));
    for (const { unitId, promote, rows } of scenarioFor(units, trialSeed))
      if (districts.has(unitId)) expect(promote + rows.length, unitId).toBeGreaterThanOrEqual(10);
  },
);

it('tries every plan in a period in which it runs', () => {
  for (const plan of Object.keys(presets)) {
    const parsed = parse('--plan', plan);
    expect(parsed.ok && isPeriodOf(presets[plan]!, parsed.options.period), plan).toBe(true);
  }
  expect(parse()).toMatchObject({ ok: true, options: { plan: 'kh-113-bac-lieu', period: '2025' } });
});

it('says which plans there are instead of an unknown one, and nothing of its period', () => {
  const parsed = parse('--plan', 'kh-000');
  expect(parsed.ok ? [] : parsed.faults).toEqual([
    `Không có kế hoạch “kh-000”. Hãy chọn một trong: ${Object.keys(presets).join(', ')}.`,
  ]);
});

const demo = (...args: string[]) => parseOptions(args, {}, 'embedded', { played: (plan) => scripts[plan] });

it('refuses a period of another form, and lists only periods of the main one', () => {
  for (const parsed of [parse('--period', '2025.BD'), demo('--period', '2025.BD')])
    expect(parsed.ok ? [] : parsed.faults).toEqual([
      '--period 2025.BD, là kỳ của một biểu khác, được dựng cùng kỳ chính. Hãy ghi kỳ chính: kế hoạch 113/KH-UBND chạy: theo năm, ghi từ 2022 đến 2025.',
    ]);
  const parsed = demo('--period', '2024.TC');
  expect(parsed.ok ? [] : parsed.faults).toEqual([
    expect.stringContaining('2024.TC, là kỳ của một biểu khác'),
  ]);
  const late = parse('--period', '2031');
  expect(late.ok ? [] : late.faults).toEqual([
    '--period 2031: kế hoạch 113/KH-UBND chạy: theo năm, ghi từ 2022 đến 2025.',
  ]);
});

it('begins the demo of a plan with the period and the units of its script', () => {
  expect(demo('--plan', 'kh-99-ha-noi')).toMatchObject({ ok: true, options: { period: '2023', units: 3 } });
  expect(demo('--plan', 'kh-99-ha-noi', '--period', '2023')).toMatchObject({ ok: true });
  expect(demo('--plan', 'kh-99-ha-noi', '--period', '2023.VB')).toMatchObject({ ok: false });
  expect(demo('--units', '64')).toMatchObject({ ok: true, options: { period: '2025', units: 64 } });
});

function aFolderOf(identity: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'trial.json'), JSON.stringify(identity));
  return folder;
}

it('opens a folder as it is kept when no flag says otherwise', () => {
  const kept = { plan: 'kh-99-ha-noi', period: '2023', units: 3 };
  const data = aFolderOf(kept);
  for (const parsed of [
    parse('--data', data),
    demo('--data', data),
    parse('--data', data, '--plan', kept.plan),
    parse('--data', data, '--period', kept.period),
  ])
    expect(parsed).toMatchObject({ ok: true, options: kept });
  expect(parse('--data', data, '--units', '4')).toMatchObject({ ok: true, options: { ...kept, units: 4 } });
  expect(parse('--data', data, '--plan', 'kh-661')).toMatchObject({ ok: true, options: { plan: 'kh-661' } });
});

it('plays in a folder of a whole plan with the whole plan', () => {
  const parsed = demo('--data', aFolderOf({ plan: 'kh-113-bac-lieu', period: '2025', units: null }));
  expect(parsed.ok && parsed.options.units).toBe(undefined);
});

it('plays nothing in a folder that is kept for another form', () => {
  const data = aFolderOf({ plan: 'kh-113-bac-lieu', period: '2025.BD', units: null });
  const parsed = demo('--data', data);
  expect(parsed.ok ? [] : parsed.faults).toEqual([
    expect.stringContaining(`Thư mục “${data}” giữ kỳ 2025.BD, là kỳ`),
  ]);
  expect(parse('--data', data)).toMatchObject({ ok: true, options: { period: '2025.BD' } });
});

it.each(['3', '{}', 'null', '"kh-113"', '{"plan":'])('takes nothing from a folder that says %s', (text) => {
  const data = aFolderOf({});
  writeFileSync(join(data, 'trial.json'), text);
  expect(parse('--data', data)).toMatchObject({
    ok: true,
    options: { plan: 'kh-113-bac-lieu', period: '2025' },
  });
});

it.each<[Record<string, string>, string[]]>([
  [
    { WORKSPACE_PORT: '9000', FUNCTIONS_PORT: '9000' },
    [
      'WORKSPACE_PORT và FUNCTIONS_PORT cùng là cổng 9000; hãy ghi cho mỗi mục một cổng riêng, ví dụ WORKSPACE_PORT=9000 FUNCTIONS_PORT=9001',
    ],
  ],
  [{ LISTING_PORT: '8080' }, [expect.stringContaining('FUNCTIONS_PORT và LISTING_PORT cùng là cổng 8080')]],
  [
    { WORKSPACE_PORT: '8085', FIRESTORE_PORT: '8085' },
    [expect.stringContaining('WORKSPACE_PORT và FIRESTORE_PORT cùng là cổng 8085')],
  ],
  [{ WORKSPACE_PORT: '8085' }, []],
  [{ WORKSPACE_PORT: '0', FUNCTIONS_PORT: '0', LISTING_PORT: '0' }, []],
])('says of %j which settings name one port', (environment, faults) => {
  const parsed = parseOptions([], environment, 'auto');
  expect(parsed.ok ? [] : parsed.faults).toEqual(faults);
});
