/** The workspace's clock: real time plus a kept offset, so that a trial can move to a deadline and go on from there. */
import { DateTime } from 'luxon';
import { ApiError, type WorkspaceStorage } from './api.ts';

export const workspaceZone = 'Asia/Ho_Chi_Minh';

/** Every working morning on the way is lived through; a slip of the hand must not start centuries of them. */
const longestMove = 2 * 366 * 86_400_000;

export interface WorkspaceClock {
  now(): Date;
  /** Only forward: what fell due stays due. Resolves after everything that fell due has run. */
  moveTo(to: Date): Promise<void>;
}

export interface ClockOptions {
  storage: WorkspaceStorage;
  /** The real clock. */
  real: () => Date;
  /** Where a new trial begins; a kept clock goes on instead. */
  startAt?: Date;
  /** Times on the way at which something may fall due, ending with `to`; absent means only `to`. */
  stops?: (from: Date, to: Date) => readonly Date[];
  /** Runs at each stop, with the clock standing there. */
  onStop?: () => Promise<void>;
}

export function createClock(options: ClockOptions): WorkspaceClock {
  const { storage, real, startAt, stops = (_from, to) => [to], onStop } = options;
  const table = storage.table<{ milliseconds: number }>('clock');
  if (startAt && !table.get('offset'))
    table.put('offset', { milliseconds: startAt.getTime() - real().getTime() });
  let offset = table.get('offset')?.milliseconds ?? 0;
  const now = () => new Date(real().getTime() + offset);
  let last: Promise<unknown> = Promise.resolve();

  async function move(to: Date): Promise<void> {
    const from = now();
    if (to < from) throw new ApiError(400, `Đồng hồ chỉ đi tới: bây giờ là ${toLocalIso(from)}.`);
    if (to.getTime() - from.getTime() > longestMove)
      throw new ApiError(400, 'Mỗi lần chỉ chuyển đồng hồ tới trước nhiều nhất hai năm.');
    for (const stop of stops(from, to)) {
      // What ran at the stop before took real time too: never back.
      offset = Math.max(offset, stop.getTime() - real().getTime());
      table.put('offset', { milliseconds: offset });
      await onStop?.();
    }
  }

  return {
    now,
    moveTo(to) {
      // One at a time: two moves at once would run what falls due in the wrong order.
      const moved = last.then(() => move(to));
      last = moved.catch(() => undefined);
      return moved;
    },
  };
}

/** "2025-01-08T08:00:00+07:00"; text without an offset is Vietnamese time. */
export function parseTime(text: unknown): Date {
  const time = typeof text === 'string' ? DateTime.fromISO(text, { zone: workspaceZone }) : undefined;
  if (!time?.isValid) throw new ApiError(400, 'Thời gian phải có dạng 2025-01-08T08:00:00+07:00.');
  return time.toJSDate();
}

export function toLocalIso(time: Date): string {
  const local = DateTime.fromJSDate(time, { zone: workspaceZone }).startOf('second');
  return local.toISO({ suppressMilliseconds: true }) ?? '';
}
