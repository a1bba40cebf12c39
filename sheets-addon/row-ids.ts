/** Which lines need a hidden id, and which one they get: pure, so that the rule can be tried without a sheet. */
import { isPeriod } from '../functions/domain/period.ts';
import { rowIdPrefix, stampedRowId, stampedRows } from '../functions/domain/workbook.ts';

export interface IdLine {
  /** As the sheet counts. */
  line: number;
  id: string;
  /** Whether anything of the form is filled in. */
  isFilled: boolean;
}

export interface Owner {
  period: string;
  unit: string;
}

export interface GivenId {
  line: number;
  id: string;
  /** What stood there: '' or a copy, or an id of another unit or period. */
  before: string;
}

const ordinalOf = (id: string, { period, unit }: Owner): number => {
  const prefix = `${rowIdPrefix(period, unit)}-`;
  const rest = id.startsWith(prefix) ? id.slice(prefix.length) : '';
  return /^\d{1,9}$/.test(rest) ? Number(rest) : 0;
};

/** A number of this tab: stamped or given, or that of a row carried over from an earlier period ("c…"). */
function isOwn(id: string, owner: Owner): boolean {
  const prefix = `${rowIdPrefix(owner.period, owner.unit)}-`;
  const isCarried = id.startsWith(prefix) && /^c[0-9A-Za-z]+$/.test(id.slice(prefix.length));
  return isCarried || ordinalOf(id, owner) > 0;
}

/** The period stands in the ids themselves; the commonest wins, for lines of last year may have been pasted among them. */
export function ownerOf(ids: readonly string[], unit: string): Owner | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const end = id.lastIndexOf(`-${unit}-`);
    const period = id.slice(0, Math.max(0, end));
    const isOurs = isPeriod(period) && /^[0-9A-Za-z]+$/.test(id.slice(end + unit.length + 2));
    if (isOurs) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && { period: first[0], unit };
}

/**
 * Filled lines without an id, with a copy, or with another unit's id get the next numbers. Of copies the topmost filled
 * line keeps the id: people copy downwards. `highestGiven` remembers numbers whose lines were deleted since: a dossier may
 * still go by them.
 */
export function idsToGive(lines: readonly IdLine[], owner: Owner, highestGiven: number): GivenId[] {
  const keepers = new Map<string, number>();
  for (const { id, line } of [...lines.filter(({ isFilled }) => isFilled), ...lines])
    if (isOwn(id, owner) && !keepers.has(id)) keepers.set(id, line);
  let highest = Math.max(stampedRows, highestGiven, ...lines.map(({ id }) => ordinalOf(id, owner)));
  return lines
    .filter(({ id, line, isFilled }) => isFilled && keepers.get(id) !== line)
    .map(({ line, id }) => {
      highest += 1;
      return { line, id: stampedRowId(owner.period, owner.unit, highest), before: id };
    });
}

export const highestOf = (given: readonly GivenId[], owner: Owner): number =>
  Math.max(0, ...given.map(({ id }) => ordinalOf(id, owner)));
