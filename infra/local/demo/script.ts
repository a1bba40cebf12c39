/** What the demo of one plan is made of. */

import type { Local } from '../runtime/local.ts';
import type { LocalOptions } from '../runtime/options.ts';
import type { Journal } from './journal.ts';
import type { Scene } from './scene.ts';

/** What is there before the plan is set up for its period. */
export interface Past {
  local: Local;
  options: LocalOptions;
  journal: Journal;
  print(line: string): void;
  onBroken(promise: string): void;
}

export interface Script {
  scenes: readonly Scene[];
  /** Every duty of the plan that is the software's must be shown; false while scenes are still missing. */
  isWhole: boolean;
  /** Keeps so many units of a kind under each unit unless `--units` says otherwise, so that it takes a minute at most. */
  units?: number;
  /** The period it plays unless `--period` says otherwise; absent: the one of an ordinary start. */
  period?: string;
  /** First morning of the clock, ISO date, where the year begins long before the plan does. */
  startOn?: string;
  /** What happened on the same machine before the period began; the clock then begins with it. Undefined: nothing did. */
  past?: (period: string) => { startAt: Date; play(past: Past): Promise<void> } | undefined;
}
