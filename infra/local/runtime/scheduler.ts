/** When the trial's clock is moved, it stops each morning on the way, so that what falls due is done on its day. */
import { DateTime } from 'luxon';

/** 07:00 Vietnamese time, when the day's digests are made (Settings.digestHour). */
const morning = { hour: 7, minute: 0, second: 0, millisecond: 0 } as const;

/** Every morning after `from` up to `to`, then `to` itself. */
export function dailyStops(from: Date, to: Date): Date[] {
  const stops: Date[] = [];
  let next = DateTime.fromJSDate(from, { zone: 'Asia/Ho_Chi_Minh' }).set(morning);
  while (next.toMillis() <= from.getTime()) next = next.plus({ days: 1 });
  for (; next.toMillis() < to.getTime(); next = next.plus({ days: 1 })) stops.push(next.toJSDate());
  return [...stops, to];
}
