/** How the plans make units out of lists: official ones from a file, others numbered by a prefix. */
import type { Unit } from '../../domain/unit.ts';

/** "CQ01", "CQ02" …: codes of units that no official list has. */
export const numbered = (
  prefix: string,
  kind: string,
  parent: string,
  names: readonly string[],
): readonly Unit[] =>
  names.map((name, index) => ({
    id: `${prefix}${String(index + 1).padStart(2, '0')}`,
    name,
    kind,
    parent,
  }));
