/** Whether the mails of a morning are owed now, and what they tell of: events since the last such morning, up to a fixed hour. */
import { localDate } from '../domain/deadline.ts';
import type { Plan } from '../domain/plan.ts';
import { type Holidays, isWorkingDay } from '../domain/working-days.ts';
import { holidaysOf } from '../plans/holidays.ts';
import type { DocumentStore, StoredDocument } from '../ports.ts';
import { officeZone, paths } from '../records.ts';
import type { Services } from '../services.ts';

export interface MorningCursor {
  /** Events up to this instant have been told. */
  until: string;
  day: string;
}

export interface Morning<T extends MorningCursor> {
  /** ISO date. */
  day: string;
  /** Events after the first instant up to the second are told. */
  since: string;
  until: string;
  holidays: Holidays;
  cursor: StoredDocument<T> | undefined;
}

const dayMs = 86_400_000;

/** undefined when the day is done, is no working day, or it is too early. */
export async function readMorning<T extends MorningCursor>(
  { store, clock, settings }: Services,
  name: 'digest' | 'morning',
): Promise<Morning<T> | undefined> {
  const now = clock.now();
  const day = localDate(now, officeZone);
  const hour = String(settings.digestHour).padStart(2, '0');
  // A fixed instant, not "now": a second try after a crash must make the same mails.
  const until = new Date(`${day}T${hour}:00:00+07:00`).toISOString();
  if (now.toISOString() < until) return undefined;
  const cursor = await store.read<T>(paths.cursor(name));
  if (cursor && cursor.data.day >= day) return undefined;
  const holidays = await readHolidays(store);
  if (!isWorkingDay(day, holidays)) return undefined;
  const since = cursor?.data.until ?? new Date(Date.parse(until) - dayMs).toISOString();
  return { day, since, until, holidays, cursor };
}

/** Days off of all plans together, for what is done once for everybody: a mail waits where it is a day off for some. */
async function readHolidays(store: DocumentStore): Promise<Holidays> {
  const plans = await store.list<Plan>('plans');
  return new Set(plans.flatMap(({ data }) => [...holidaysOf(data)]));
}
