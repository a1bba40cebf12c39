/** The model plan for today's Cà Mau: its real tree, its duties by the calendar, its forerunners, its papers that end. */
import { expect, test } from 'vitest';
import { formatDate } from '../../functions/domain/date.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { addDays } from '../../functions/domain/working-days.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { endingSoon } from '../../functions/plans/control-sheet/lists.ts';
import heirs from '../../functions/plans/data/ca-mau-heirs.json' with { type: 'json' };
import { holidayStanding } from '../../functions/plans/holidays.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';

const tree = toUnitTree(caMau2026.units);
const before = toUnitTree(kh113BacLieu.units);
const unitsOf = (kind: string) => caMau2026.units.filter((unit) => unit.kind === kind);
const lines = caMau2026.takesOver?.[0]?.heirs ?? [];

test('says that it is a model and issued by nobody', () => {
  expect(caMau2026.title).toContain('Kế hoạch mẫu (chưa cơ quan nào ban hành)');
  expect([caMau2026.number, caMau2026.issuer, caMau2026.signer].join()).toMatch(/mẫu.*mẫu.*mẫu/);
});

test('has the real tree of two levels: 1 province, and straight under it 55 communes and 9 wards', () => {
  expect(unitsOf('province').map(({ name }) => name)).toEqual(['Tỉnh Cà Mau']);
  const communes = unitsOf('commune');
  expect(communes.filter(({ name }) => name.startsWith('Xã ')).length).toBe(55);
  expect(communes.filter(({ name }) => name.startsWith('Phường ')).length).toBe(9);
  expect(tree.units.every(({ id, parent }) => parent === (id === '96' ? null : '96'))).toBe(true);
});

test.each([
  ['commune', { min: 5, max: 6 }, '2026-01-31'],
  ['cluster', { min: 1, max: 3 }, '2026-02-14'],
  ['agency', { min: 3, max: 7 }, '2026-02-14'],
  ['enterprise', { min: 2, max: 4 }, '2026-02-14'],
])('%s owes the province a list with the nurturing plan', (kind, quota, lastDay) => {
  const unit = unitsOf(kind)[0]!;
  const owed = duty(caMau2026, unit, '2026');
  expect(owed?.obligation).toMatchObject({ quota, headSignOff: true, attachment: { id: 'nurturing-plan' } });
  expect(owed?.deadline.lastDay).toBe(lastDay);
  expect(owed?.obligation.allowedKinds?.includes('individual')).toBe(kind !== 'cluster');
  expect(owed?.obligation.nilReport).toBe(kind === 'enterprise');
});

test('asks the province, which collects, for nothing', () => {
  expect(duty(caMau2026, tree.get('96')!, '2026')).toBeUndefined();
});

test('every commune of Bạc Liêu and the province itself has one heir, under the name that the papers say', () => {
  const communes = kh113BacLieu.units.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
  expect(lines.map(({ from }) => from).toSorted()).toEqual([...communes, '95'].toSorted());
  for (const { from, fromName, to, toName } of heirs) {
    expect(before.get(from)?.name).toBe(fromName);
    expect(tree.get(to)?.name).toBe(toName);
  }
  expect(new Set(lines.map(({ to }) => to)).size).toBe(26);
});

test('names no heir of districts, agencies, clusters and enterprises, for which there is no source', () => {
  const others = kh113BacLieu.units.filter(({ kind }) => kind !== 'commune' && kind !== 'province');
  expect(others.length).toBeGreaterThan(30);
  expect(others.filter(({ id }) => lines.some(({ from }) => from === id))).toEqual([]);
});

test('a control sheet that drops a unit is not stopped by an heir that it does not show', () => {
  const units = caMau2026.units.filter(({ id }) => id !== '31825');
  expect(parsePlan({ ...caMau2026, units })).toMatchObject({ ok: true });
});

test('Nghị định 152/2025 holds until 28/02/2027 and is warned of from 90 days before until then', () => {
  const named = (today: string) =>
    endingSoon(caMau2026.catalogues ?? [], today).map(({ value, validTo }) => [
      value,
      formatDate(validTo ?? ''),
    ]);
  const decree = [['Nghị định 152/2025/NĐ-CP', '28/02/2027']];
  expect(named(addDays('2027-02-28', -91))).toEqual([]);
  expect(named(addDays('2027-02-28', -90))).toEqual(decree);
  expect(named('2027-02-28')).toEqual(decree);
  expect(named('2027-03-01')).toEqual([]);
});

test('knows days off for its first two years, and says that nobody has checked them', () => {
  expect([2026, 2027, 2030].map((year) => holidayStanding(caMau2026, year))).toEqual([
    'unchecked',
    'unchecked',
    'missing',
  ]);
});

test('keeps 11/6, tradition days and the end of the plan', () => {
  expect(caMau2026.events.map(({ id, on }) => [id, on.kind])).toEqual([
    ['CM-07', 'yearly'],
    ['CM-08', 'anniversary'],
    ['CM-09', 'periodEnd'],
  ]);
});
