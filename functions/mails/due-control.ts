/** Administrators hear that their control sheet is wrong, since every later change waits: when it is found, then weekly. */

import { type DigestDay, isFirstOfWeek } from './digest-calendar.ts';
import type { ControlFaultLine, DailyDigestData } from './digest-data.ts';
import { inWindow } from './due-news.ts';
import { type Administrator, quietDigest } from './due-troubles.ts';

export interface ControlFault {
  line: ControlFaultLine;
  /** Of the plan. */
  administrators: readonly Administrator[];
}

/** It stands in whatever digest the morning brings besides. */
export function withControlFaults(
  digests: ReadonlyMap<string, DailyDigestData>,
  faults: readonly ControlFault[],
  day: DigestDay,
): Map<string, DailyDigestData> {
  const all = new Map(digests);
  for (const { line, administrators } of faults) {
    const isDue = isFirstOfWeek(day) || inWindow({ at: line.wrongSince }, day);
    for (const { email, name, plans } of administrators) {
      const digest = all.get(email) ?? (isDue ? quietDigest(name, day.day, plans) : undefined);
      if (digest) all.set(email, { ...digest, controlFaults: [...digest.controlFaults, line] });
    }
  }
  return all;
}
