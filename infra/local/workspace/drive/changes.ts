/** Drive's list of changes: one line a file, at its newest change, seen only after the lag that Google's feed has. */
import { ApiError, type WorkspaceStorage } from '../api.ts';

export interface Change {
  sequence: number;
  fileId: string;
  time: string;
  /** Before this time the change is not listed. */
  visibleAt: string;
  /** Who could read a file that is gone. */
  formerly: string[];
}

export interface ChangeLog {
  add(fileId: string, formerly: string[]): void;
  startToken(): string;
  /** At most `limit` changes from the token on that `isShown`; `next` is absent on the last page. */
  page(token: string, limit: number, isShown: (change: Change) => boolean): ChangePage;
}

export interface ChangePage {
  changes: Change[];
  next?: string;
  newStart?: string;
}

export function createChangeLog(
  storage: WorkspaceStorage,
  now: () => Date,
  lagSeconds: () => number,
): ChangeLog {
  const byFile = storage.table<Change>('driveChanges');
  const counters = storage.table<number>('driveCounters');
  const lastSequence = () => counters.get('change') ?? 0;

  /** Everything listed so far and what may be listed now, oldest first. A change that must wait holds back all after it. */
  function readVisible(): { changes: Change[]; end: number } {
    const changes = byFile.entries().map(([, change]) => change);
    changes.sort((one, other) => one.sequence - other.sequence);
    const waiting = changes.findIndex((change) => new Date(change.visibleAt) > now());
    return waiting < 0
      ? { changes, end: lastSequence() + 1 }
      : { changes: changes.slice(0, waiting), end: changes[waiting]!.sequence };
  }

  return {
    add(fileId, formerly) {
      const time = now();
      const earlier = byFile.get(fileId);
      // A file that changes all the time must not wait for ever: the first change that nobody saw sets the time.
      const waiting = earlier && new Date(earlier.visibleAt) > time;
      const visibleAt = waiting
        ? earlier.visibleAt
        : new Date(time.getTime() + lagSeconds() * 1000).toISOString();
      const sequence = lastSequence() + 1;
      counters.put('change', sequence);
      byFile.put(fileId, { sequence, fileId, time: time.toISOString(), visibleAt, formerly });
    },
    startToken: () => String(readVisible().end),
    page(token, limit, isShown) {
      if (!/^\d{1,15}$/.test(token)) throw new ApiError(400, `Invalid Value: pageToken ${token}`);
      const from = Number(token);
      const { changes, end } = readVisible();
      const shown = changes.filter((change) => change.sequence >= from && isShown(change));
      const page = shown.slice(0, limit);
      const rest = shown[limit];
      return rest
        ? { changes: page, next: String(rest.sequence) }
        : { changes: page, newStart: String(Math.max(from, end)) };
    },
  };
}
