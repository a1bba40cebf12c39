/** Fifty public rows as the invented clerks of ten communes type them: every story is told once, so little of it repeats. */
import { type PublicRow, toPublicRow } from '../../functions/domain/public-row.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { kh113BacLieu as plan } from '../../functions/plans/kh-113-bac-lieu.ts';
import { sampleRows } from '../../infra/local/samples/rows.ts';
import { aDossier, decided } from '../domain/people.ts';
import { readTyped } from '../support/typed-rows.ts';

const tree = toUnitTree(plan.units);
const kinds = ['individual', 'collective', 'model'] as const;

export function realisticPublicRows(): PublicRow[] {
  const communes = plan.units.filter(({ kind }) => kind === 'commune').slice(0, 10);
  return communes.flatMap((unit) => {
    const parentName = tree.get(unit.parent ?? '')?.name ?? '';
    const typed = sampleRows({ ...unit, parentName }, { count: 5, kinds, period: '2025', seed: 1 });
    return readTyped(typed).rows.map(({ kind, values }, index) => {
      const dossier = decided(aDossier(index + 1), 'approve', '956');
      const id = `2025-${unit.id}-00${index + 1}`;
      return toPublicRow(
        { ...dossier, id, unitId: unit.id, row: { ...dossier.row, kind, values } },
        plan,
        tree,
      );
    });
  });
}
