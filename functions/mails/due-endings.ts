/** Administrators are told in time of papers and words of Danh mục that end (a decree lapses, a title is given up). */
import type { CatalogueEntry } from '../domain/plan.ts';
import { daysUntil } from '../domain/working-days.ts';
import type { DigestDay } from './digest-calendar.ts';
import type { DailyDigestData } from './digest-data.ts';
import type { DigestState } from './digest-state.ts';

/** Calendar days before the last day on which it holds: a season to write the successor into the lists, then twice more. */
const leads = [90, 30, 7];

/** Also those whose first lead passed before the plan was in any digest. */
export function endingsOn(
  entries: readonly CatalogueEntry[],
  { day, previousDay }: Pick<DigestDay, 'day' | 'previousDay'>,
  isNew: boolean,
): (CatalogueEntry & { validTo: string })[] {
  const most = Math.max(...leads);
  return entries.filter((entry): entry is CatalogueEntry & { validTo: string } => {
    if (entry.validTo === undefined) return false;
    const left = daysUntil(day, entry.validTo);
    const before = daysUntil(previousDay, entry.validTo);
    if (left < 0 || left > most) return false;
    return isNew || leads.some((lead) => left <= lead && lead < before);
  });
}

export const endingLines = (
  { plan, isNew, listNames }: DigestState,
  day: DigestDay,
): DailyDigestData['endings'] =>
  endingsOn(plan.catalogues ?? [], day, isNew).map(({ list, value, validTo, source }) => ({
    plan: plan.number,
    list: listNames[list] ?? list,
    value,
    lastDay: validTo,
    daysLeft: daysUntil(day.day, validTo),
    source,
  }));
