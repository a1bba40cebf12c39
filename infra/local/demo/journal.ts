/** What the people of the trial have done already, so that a run on the same folder goes on where it was killed. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Journal {
  /** Does the work unless it is written down as done. Work may be done twice, so it must be harmless to repeat. */
  once(key: string, work: () => Promise<void>): Promise<void>;
  has(key: string): boolean;
}

/** The same journal for other people: units of two plans may have one code. */
export const withPrefix = (journal: Journal, prefix: string): Journal => ({
  has: (key) => journal.has(`${prefix} ${key}`),
  once: (key, work) => journal.once(`${prefix} ${key}`, work),
});

export function openJournal(data: string | undefined): Journal {
  const file = data === undefined ? undefined : join(data, 'demo-journal.txt');
  const text = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
  // A line cut short by a kill names no key: its work is done again.
  const done = new Set(text.split('\n').slice(0, -1));
  return {
    has: (key) => done.has(key),
    async once(key, work) {
      if (done.has(key)) return;
      await work();
      done.add(key);
      if (file !== undefined) appendFileSync(file, `${key}\n`);
    },
  };
}
