/** Flags of the trial: what they mean, and what is said of a wrong one. */
import { expect, it } from 'vitest';
import { isPeriodOf } from '../../../../functions/domain/period.ts';
import { presets } from '../../../../functions/plans/index.ts';
import { kh113BacLieu } from '../../../../functions/plans/kh-113-bac-lieu.ts';
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
