/** Whoever is told that a day must have passed is given an example of one that has. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkTab } from '../../functions/domain/check-tab.ts';
import { isoFromVi } from '../../functions/domain/date.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { sentence } from '../../functions/domain/messages.vi.ts';
import { pastExample } from '../../functions/domain/past-day.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { aTab, cells, context } from './sheet.ts';

const examplesOn = (today: string, consentDate: CellValue, achievedTo: CellValue): string[] =>
  checkTab(exemplarForm, aTab([cells({ consentDate, achievedTo })]), { ...context, today })
    .problems.map((problem) => sentence(problem, exemplarForm))
    .flatMap((said) => /ví dụ (\d{2}\/\d{2}\/\d{4})/.exec(said)?.[1] ?? []);

it.each(['05/01/2026', '', 'hôm qua', '5/2025'])('no sentence on “%s” shows a day still to come', (typed) => {
  const shown = examplesOn('2025-01-02', typed, '31/02/2026');
  expect(shown).toHaveLength(2);
  for (const day of shown) expect(`${isoFromVi(day)}` <= '2025-01-02').toBe(true);
});

it('keeps the example of the form once its day has come', () => {
  expect(examplesOn('2025-01-05', 'hôm qua', '31/12/2023')).toEqual(['05/01/2025']);
  expect(examplesOn('2025-01-04', 'hôm qua', '31/12/2023')).toEqual(['03/01/2025']);
});

it('gives the day before, over the ends of months and years', () => {
  expect(pastExample('05/01/2025', '01/01/2025')).toBe('31/12/2024');
  expect(pastExample('30/06/2025', '01/03/2024')).toBe('29/02/2024');
  const day = fc.date({ min: new Date('2015-01-02'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const today = date.toISOString().slice(0, 10);
      const shown = isoFromVi(pastExample('05/01/2025', today.split('-').reverse().join('/')));
      expect(shown !== undefined && shown <= today).toBe(true);
    }),
  );
});
