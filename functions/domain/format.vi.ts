/** Times as Vietnamese readers write them; days are in date.ts, which the add-on shares. */
import { DateTime } from 'luxon';

/** Instant → "14/01/2025 16:30" in the zone. */
export const viDateTime = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat('dd/MM/yyyy HH:mm');
