/** KH 113 walked from its text: who owes what, how many, until when, beside which paper. */
import { expect, it } from 'vitest';
import { kh113BacLieu as plan } from '../../functions/plans/kh-113-bac-lieu.ts';
import { carriedIds, owedIn } from './walk.ts';

const paper = 'with Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến';

/** "trước ngày 15/02": the 14th is the last day. The other days are ours. */
const beside = (documents: number): string[] => [
  '2025.TC standards 1+ until 2025-01-31, signed',
  '2025.BD nurturing-plan 1+ until 2025-02-14, signed',
  '2025-H1.TD follow-up 1+ until 2025-06-20, signed, or nil',
  '2025-H2.TD follow-up 1+ until 2025-12-20, signed, or nil',
  '2025.TT publicity-log 1+ until 2025-12-15, signed, or nil',
  `2025.VB unit-document ${documents}+ until 2025-12-20, signed`,
];

it.each([
  ['commune', ['2025 exemplar 5–6 until 2025-01-14, signed']],
  ['district', [`2025 exemplar 10+ (15) until 2025-02-14, signed, ${paper}`, ...beside(1)]],
  ['cluster', [`2025 exemplar 1–3 until 2025-02-14, signed, ${paper}`, ...beside(1)]],
  ['agency', [`2025 exemplar 3–7 until 2025-02-14, signed, ${paper}`, ...beside(2)]],
  ['enterprise', [`2025 exemplar 2–4 until 2025-02-14, signed, ${paper}`, ...beside(1)]],
  ['province', []],
])('%s', (kind, lines) => {
  expect(owedIn(plan, kind, '2025')).toEqual(lines);
});

it('asks of clusters no individuals, of all others every kind', () => {
  const kinds = plan.obligations.filter(({ form }) => form === 'exemplar');
  expect(kinds.map(({ unitKind, allowedKinds }) => [unitKind, allowedKinds])).toEqual([
    ['commune', ['individual', 'collective', 'model']],
    ['district', ['individual', 'collective', 'model']],
    ['cluster', ['model', 'collective']],
    ['agency', ['individual', 'collective', 'model']],
    ['enterprise', ['individual', 'collective', 'model']],
  ]);
});

it('carries every obligation that has a list, a paper or a day', () => {
  expect([...carriedIds(plan)].sort()).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 20].map(
      (number) => `BL-${String(number).padStart(2, '0')}`,
    ),
  );
});
