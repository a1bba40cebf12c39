/**
 * Public rows whose consent in the sheet is no longer the one that was published. Typing takes no page off, so people are
 * told that it stands and what takes it off; nobody shall believe that it is done.
 */
import { lockedRows } from './accept-list.ts';
import { isBlank, readCell } from './cell.ts';
import type { CheckedTab } from './check-tab.ts';
import { heedNarrowing, isNarrower, saysLess, withClearConsent } from './consent-narrowing.ts';
import type { Dossier } from './dossier.ts';
import { columnOf, type Form } from './form.ts';
import type { Problem } from './problem.ts';
import { isConsentedTo } from './public-row.ts';
import type { RawRow, Row } from './row.ts';

/**
 * off, less: sending the list does it, of the whole page or of a part. choose: as the row stands it is refused, so the
 * word has to be chosen. Of a row that is gone from the sheet `row-locked-missing` speaks.
 */
type StillPublic = 'off' | 'less' | 'choose';

export function checkStillPublic(
  { rows, raw, copies, problems }: CheckedTab,
  existing: readonly Dossier[],
  { form, today, tab }: { form: Form; today: string; tab: string },
): Problem[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const linesOf = Map.groupBy(raw, ({ rowId }) => rowId);
  const clear = new Map(
    withClearConsent({ rows, copies }, problems, lockedRows(existing)).map((row) => [row.id, row]),
  );
  const told = (dossier: Dossier, way: StillPublic, line: number): Problem => ({
    code: 'consent-not-sent',
    severity: 'warning',
    tab,
    line,
    params: { id: dossier.id, name: String(dossier.row.values.name ?? ''), way },
  });
  return existing
    .filter((dossier) => dossier.public)
    .flatMap((dossier): Problem[] => {
      const row = rowOf.get(dossier.id);
      const said = clear.get(dossier.id);
      const counted = said && heedNarrowing(said, dossier).row;
      if (counted && isNarrower(counted, dossier.row))
        return [told(dossier, isConsentedTo(counted, today) ? 'less' : 'off', counted.line)];
      const lines = row ? raw.filter(({ line }) => line === row.line) : linesOf.get(dossier.id);
      return (lines ?? [])
        .filter((line) => isLess(line, dossier.row, form))
        .map(({ line }) => told(dossier, 'choose', line));
    });
}

/** Of a line that may have wrong cells beside. */
function isLess({ cells }: RawRow, { values }: Row, form: Form): boolean {
  const said = (key: string) => {
    const column = columnOf(form, key);
    const cell = cells[key];
    const read = column && cell !== undefined && !isBlank(cell) ? readCell(column, cell) : undefined;
    return read?.ok ? { [key]: read.value } : {};
  };
  return (
    saysLess({ ...said('consent'), ...said('guardianConsent') }, values) ||
    (isBlank(cells.consentDate) && values.consentDate !== undefined)
  );
}
