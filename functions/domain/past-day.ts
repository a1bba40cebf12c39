/** Days that have passed when they are typed: which columns hold them, and an example that does not lie ahead itself. */
import { formatDate, isoFromVi, isoToSerial, serialToIso } from './date.ts';

export const deedColumns = ['achievedFrom', 'achievedTo'] as const;
/** A paper, a piece that was published, an assessment. */
export const recordColumns = ['documentDate', 'publishedOn', 'assessedOn'] as const;

const pastColumns: ReadonlySet<string> = new Set(['consentDate', ...deedColumns, ...recordColumns]);

/** Whether the form's example cannot be typed yet on this day. */
export const liesAhead = ({ key, example }: { key: string; example: string }, today: string): boolean =>
  pastColumns.has(key) && (isoFromVi(example) ?? '') > today;

/** The example, or the day before today where it lies ahead. All as people write them. */
export function pastExample(example: string, today: string | undefined): string {
  const [known, day] = [isoFromVi(example), isoFromVi(today ?? '')];
  if (known === undefined || day === undefined || known <= day) return example;
  return formatDate(serialToIso(isoToSerial(day) - 1) ?? day);
}
