/** Dates and times as Vietnamese readers write them. */
import { DateTime } from 'luxon';

/** ISO date → "14/01/2025". */
export const viDate = (isoDate: string): string => isoDate.split('-').reverse().join('/');

/** Instant → "14/01/2025 16:30" in the zone. */
export const viDateTime = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat('dd/MM/yyyy HH:mm');
