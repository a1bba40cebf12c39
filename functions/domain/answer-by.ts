/** The clock of a complaint or a request to take down: whoever asked is answered within so many working days. */
import { addDays, type Holidays, isWorkingDay } from './working-days.ts';

/** The last of the working days after `from`, ISO dates; the day itself is not counted. */
export function answerBy(from: string, workingDays: number, holidays: Holidays): string {
  let day = from;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}
