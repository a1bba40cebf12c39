/** Which other dossiers are the same file as a work: a unit sees its own list only, reviewers see all. */
import { workFile } from './document-link.ts';
import { type Dossier, isOffList } from './dossier.ts';
import type { Form } from './form.ts';
import type { UnitTree } from './unit.ts';

/** "Cùng một tệp bài với hồ sơ 2024.DT-00592-001, Phường Cầu Diễn"; '' when no other has it. */
export function sameFileRemark(
  dossier: Dossier,
  dossiers: readonly Dossier[],
  form: Form,
  tree: UnitTree,
): string {
  const file = workFile(form, dossier.row);
  if (file === '') return '';
  const [first, ...rest] = dossiers
    .filter((other) => other.id !== dossier.id && !isOffList(other) && workFile(form, other.row) === file)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!first) return '';
  const more = rest.length > 0 ? `, và ${rest.length} hồ sơ khác` : '';
  return `Cùng một tệp bài với hồ sơ ${first.id}, ${tree.get(first.unitId)?.name ?? first.unitId}${more}`;
}
