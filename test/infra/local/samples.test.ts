/** Invented samples are only useful when they are right by the form, alike on every machine and unlike each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../functions/domain/checks/index.ts';
import { type Column, type ExemplarKind, kindLabels } from '../../../functions/domain/form.ts';
import { exemplarForm } from '../../../functions/domain/forms/exemplar.ts';
import bacLieuUnits from '../../../functions/plans/data/bac-lieu-units.json' with { type: 'json' };
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { sampleStaff } from '../../../infra/local/samples/people.ts';
import { type SampleUnit, sampleRows, type TypedRow } from '../../../infra/local/samples/rows.ts';
import { allStories } from '../../../infra/local/samples/stories/index.ts';
import { trialStart } from '../../../infra/local/trial.ts';
import { readTyped } from '../../support/typed-rows.ts';

const kindOf = (parent: string | null): string =>
  parent === null ? 'province' : parent === '95' ? 'district' : 'commune';
const { units } = kh113BacLieu;
const names = new Map(units.map(({ id, name }) => [id, name]));
const sampleUnits: SampleUnit[] = units
  .filter(({ parent }) => parent !== null)
  .map(({ id, name, kind, parent }) => ({ id, name, kind, parentName: names.get(parent!)! }));

const allKinds: ExemplarKind[] = ['individual', 'collective', 'model'];
const kindsOf = (unit: SampleUnit): ExemplarKind[] =>
  unit.kind === 'cluster' ? ['collective', 'model'] : allKinds;
const options = { count: 6, kinds: allKinds, period: '2025', seed: 1 };
const listOf = (unit: SampleUnit, seed = 1): TypedRow[] =>
  sampleRows(unit, { ...options, kinds: kindsOf(unit), seed });

const dayNumber = (typed: string): number => Number(typed.split('/').toReversed().join(''));

/** The form's own columns, read once more and independently of the product's reader. */
function faultsOf(row: TypedRow, period: string): string[] {
  const kind = allKinds.find((one) => kindLabels[one] === row.kind)!;
  return exemplarForm.columns.flatMap((column) => {
    const wrong = faultOfCell(column, row[column.key], kind, `${period}0108`);
    return wrong ? [`${column.key}: ${wrong} (${row[column.key]})`] : [];
  });
}

function faultOfCell(
  { type, required, onlyFor, choices, min, max }: Column,
  typed: string | undefined,
  kind: ExemplarKind,
  today: string,
): string | undefined {
  if (typed === undefined) return 'no cell';
  if (typed === '') return required === 'all' || required?.includes(kind) ? 'blank' : undefined;
  if (onlyFor && !onlyFor.includes(kind)) return 'not for this kind';
  if (typed !== typed.normalize('NFC') || typed !== typed.trim() || /\s{2}|\n/.test(typed)) return 'untidy';
  if (/[<>{}|]/.test(typed)) return 'pattern left over';
  if (choices) return choices.includes(typed) ? undefined : 'no such choice';
  if (type === 'date') {
    if (!/^\d\d\/\d\d\/\d{4}$/.test(typed)) return 'no date';
    return dayNumber(typed) < Number(today) ? undefined : 'in the future';
  }
  if (type === 'integer' && !/^\d+$/.test(typed)) return 'no number';
  const measure = type === 'integer' ? Number(typed) : [...typed].length;
  return measure < Number(min ?? 0) || measure > Number(max ?? Infinity) ? `measures ${measure}` : undefined;
}

const wordsInThrees = (text: string): Set<string> => {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return new Set(words.map((_, index) => words.slice(index, index + 3).join(' ')).slice(0, -2));
};

function alike(one: string, other: string): number {
  const [left, right] = [wordsInThrees(one), wordsInThrees(other)];
  const shared = [...left].filter((run) => right.has(run)).length;
  return shared / (left.size + right.size - shared);
}

describe('real units of Bạc Liêu', () => {
  it('are one province, seven districts and 64 communes, in NFC', () => {
    const count = (kind: string) => bacLieuUnits.filter(({ parent }) => kindOf(parent) === kind).length;
    expect([count('province'), count('district'), count('commune')]).toEqual([1, 7, 64]);
    expect(new Set(bacLieuUnits.map(({ id }) => id)).size).toBe(72);
    for (const { name, type, parent } of bacLieuUnits) {
      expect(name).toBe(name.normalize('NFC'));
      expect(name.startsWith(`${type} `)).toBe(true);
      expect(parent === null || names.has(parent)).toBe(true);
    }
  });
});

describe('sampleRows', () => {
  it('draws on more than sixty stories, with every kind and sector', () => {
    expect(new Set(allStories.map(({ id }) => id)).size).toBe(allStories.length);
    expect(allStories.length).toBeGreaterThanOrEqual(60);
    expect(new Set(allStories.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set(allStories.map(({ sector }) => sector)).size).toBe(4);
  });

  it('gives every unit rows that are right by the form', () => {
    for (const unit of sampleUnits) {
      expect(listOf(unit).flatMap((row) => faultsOf(row, '2025'))).toEqual([]);
    }
  });

  it('gives rows that are right whatever the seed, the year, the kinds and the number', () => {
    const anyKinds = fc.subarray(allKinds, { minLength: 1 });
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleUnits),
        fc.nat(),
        fc.integer({ min: 2023, max: 2030 }),
        anyKinds,
        fc.integer({ min: 0, max: 9 }),
        (unit, seed, year, kinds, count) => {
          const rows = sampleRows(unit, { count, kinds, period: String(year), seed });
          expect(rows.length).toBe(count);
          expect(rows.flatMap((row) => faultsOf(row, String(year)))).toEqual([]);
          for (const row of rows) expect(kinds.map((kind) => kindLabels[kind])).toContain(row.kind);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('passes the product’s own checks without an error or a warning on the first morning of a trial', () => {
    const today = trialStart('2025').toISOString().slice(0, 10);
    expect(today).toBe('2025-01-02');
    for (const unit of sampleUnits) {
      const { rows, problems } = readTyped(listOf(unit, 7));
      const context = { form: exemplarForm, today, tab: unit.name, expectedIdPrefix: 'x' };
      expect([...problems, ...checkRows(rows, context)]).toEqual([]);
      expect(rows.length).toBe(6);
    }
  });

  it('gives people of 18 to 80 years, numbers in the results, and no photo', () => {
    for (const row of sampleUnits.flatMap((unit) => listOf(unit, 3))) {
      if (row.birthYear) expect(Math.abs(2025 - Number(row.birthYear) - 49)).toBeLessThanOrEqual(31);
      expect(row.keyResults).toMatch(/\d/);
      expect([row.photoUrl, row.photoAlt]).toEqual(['', '']);
      expect(row.consentDate !== '').toBe(row.consent?.startsWith('Đồng ý'));
      if (row.memberCount) expect(Number(row.femaleCount)).toBeLessThanOrEqual(Number(row.memberCount));
    }
  });

  it('gives the same rows for the same seed and others for another', () => {
    const unit = sampleUnits[20]!;
    expect(listOf(unit)).toEqual(listOf(unit));
    expect(listOf(unit, 2)).not.toEqual(listOf(unit));
  });

  it('never tells two stories alike within a unit', () => {
    for (const unit of sampleUnits) {
      const summaries = listOf(unit).map(({ summary }) => summary!);
      for (const [index, one] of summaries.entries()) {
        for (const other of summaries.slice(index + 1)) expect(alike(one, other)).toBeLessThan(0.6);
      }
    }
  });

  it('tells each story once in a unit', () => {
    for (const unit of sampleUnits) {
      const results = listOf(unit).map(({ keyResults }) => keyResults!.replace(/[\d.,]+/g, '#'));
      expect(new Set(results).size).toBe(results.length);
    }
  });

  it('lists nobody twice in the province', () => {
    const people = sampleUnits.flatMap((unit) => listOf(unit)).filter((row) => row.kind === 'Cá nhân');
    expect(new Set(people.map(({ name, birthYear }) => `${name} ${birthYear}`)).size).toBe(people.length);
  });
});

describe('sampleStaff', () => {
  const staff = sampleStaff(units);

  it('gives every unit a clerk and a head, every collecting unit a reviewer, the province one administrator', () => {
    const holders = (role: string) => staff.filter((one) => one.role === role).map(({ unitId }) => unitId);
    expect(holders('clerk')).toEqual(units.map(({ id }) => id));
    expect(holders('head')).toEqual(units.map(({ id }) => id));
    const collecting = units.filter(({ kind }) => kind === 'province' || kind === 'district');
    expect(holders('reviewer')).toEqual(collecting.map(({ id }) => id));
    expect(holders('admin')).toEqual(['95']);
  });

  it('gives everybody an address of their own that anybody can guess', () => {
    expect(new Set(staff.map(({ email }) => email)).size).toBe(staff.length);
    for (const { email } of staff) expect(email).toMatch(/^[a-z]+(\.[a-z0-9]+)?@vidu\.vn$/);
    expect(staff.map(({ email }) => email)).toContain('nguoilap.ck01@vidu.vn');
    expect(staff.map(({ email }) => email)).toContain('thamdinh.954@vidu.vn');
  });
});
