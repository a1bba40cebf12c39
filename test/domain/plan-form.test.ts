/** A plan changes its forms by data only: words of a list as far as they hold, and columns of its own at their place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../functions/domain/cell.ts';
import { columnOf } from '../../functions/domain/form.ts';
import { forms } from '../../functions/domain/forms/index.ts';
import type { CatalogueEntry, Plan, PlanColumn } from '../../functions/domain/plan.ts';
import { planForm } from '../../functions/domain/plan-form.ts';
import { firstCatalogues } from '../../functions/plans/control-sheet/lists.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { launched, launchPaper, newSectors, withOwnForm, word } from './plan-columns.ts';

const base = forms.exemplar!;
const plain: Plan = kh113BacLieu;
const own = withOwnForm(plain);
const keysOf = (plan: Plan, day = '2025-01-14'): string[] =>
  planForm(plan, 'exemplar', day).columns.map(({ key }) => key);
const choicesOf = (catalogues: readonly CatalogueEntry[], key: string, day: string) =>
  columnOf(planForm({ ...plain, catalogues }, 'exemplar', day), key)?.choices;

const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('is the very form of the project for a plan that changes nothing, whatever the day', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom(...Object.keys(forms)), (day, id) => {
      expect(planForm(plain, id, day)).toBe(forms[id]);
      expect(planForm({ ...plain, catalogues: [], columns: [] }, id, day)).toBe(forms[id]);
    }),
  );
  expect(planForm({ ...plain, catalogues: firstCatalogues }, 'exemplar', '2025-01-14')).toBe(base);
});

describe('the words of a list', () => {
  it('are those that hold on the day, first and last day included, in the order of the list', () => {
    expect(choicesOf(newSectors, 'sector', '2024-12-31')).toEqual(['Kinh tế', 'Quốc phòng – an ninh']);
    expect(choicesOf(newSectors, 'sector', '2025-01-01')).toEqual([
      'Kinh tế số',
      'Kinh tế xanh',
      'Quốc phòng – an ninh',
    ]);
    expect(choicesOf(newSectors, 'stage', '2025-01-01')).toBe(columnOf(base, 'stage')?.choices);
  });

  it('refuse a word that has ended, and are themselves what to pick instead', () => {
    const column = columnOf(planForm(own, 'exemplar', '2025-01-14'), 'sector')!;
    expect(readCell(column, 'Kinh tế')).toMatchObject({ ok: false, code: 'choice-unknown' });
    expect(readCell(column, 'kinh tế số')).toEqual({ ok: true, value: 'Kinh tế số' });
    expect(column.choices).toContain(column.example);
  });

  it('leave the form its own when none holds: a required cell must have something to choose', () => {
    const ended = [word('sector', 'Kinh tế', { validTo: '2020-12-31' })];
    expect(choicesOf(ended, 'sector', '2025-01-14')).toBe(columnOf(base, 'sector')?.choices);
  });

  it('make a free text a choice once there are any', () => {
    expect(columnOf(planForm(plain, 'exemplar', '2025-01-14'), 'movement')?.type).toBe('text');
    const form = planForm(
      { ...plain, catalogues: [word('movement', 'Dân vận khéo')] },
      'exemplar',
      '2025-01-14',
    );
    expect(columnOf(form, 'movement')).toMatchObject({
      type: 'choice',
      choices: ['Dân vận khéo'],
      example: 'Dân vận khéo',
    });
  });

  it('never touch what the rules themselves speak of', () => {
    const catalogues = ['kind', 'consent', 'honorific'].map((list) => word(list, 'Khác'));
    expect(planForm({ ...plain, catalogues }, 'exemplar', '2025-01-14')).toBe(base);
  });
});

describe('columns of the plan’s own', () => {
  it('stand behind their neighbour, and behind one another', () => {
    const keys = keysOf(own);
    const at = keys.indexOf('movement');
    expect(keys.slice(at, at + 4)).toEqual(['movement', 'hasLaunched', 'launchPaper', 'title']);
  });

  it('belong to the form they name only', () => {
    const elsewhere = [launched, launchPaper].map((one) => ({ ...one, form: 'other' }));
    expect(planForm({ ...plain, columns: elsewhere }, 'exemplar', '2025-01-14')).toBe(base);
  });

  it('leave the others in their order, every key once, whatever is put where', () => {
    const places = fc.array(fc.nat(base.columns.length - 1), { maxLength: 12 });
    fc.assert(
      fc.property(places, (chosen) => {
        const columns = chosen.map(
          (place, index): PlanColumn => ({
            form: 'exemplar',
            // Every third stands behind the one before it.
            after: index % 3 === 2 ? `extra${index - 1}` : (base.columns[place]?.key as string),
            column: { ...launchPaper.column, key: `extra${index}`, header: `Thêm ${index}` },
          }),
        );
        const keys = keysOf({ ...plain, columns });
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => !key.startsWith('extra'))).toEqual(base.columns.map(({ key }) => key));
        expect(keys).toHaveLength(base.columns.length + columns.length);
        for (const { after, column } of columns)
          expect(keys.indexOf(column.key)).toBeGreaterThan(keys.indexOf(after));
      }),
    );
  });
});
