/** Faults to order: calls that fail before or after their effect, or slowly, the same ones for the same seed. */
import { createRandom } from '../samples/random.ts';
import { ApiError } from './api.ts';
import type { CalledMethod, ServiceName } from './methods.ts';

export interface FaultRule {
  service: ServiceName | '*';
  /** Google's name without the service ("users.drafts.send"); absent means every method. */
  method?: string;
  /** Share of the calls, 0 to 1. */
  rate: number;
  /** 'after' fails a call whose effect stays: the answer that was lost. */
  when: 'before' | 'after';
  /** 503 unless told; 0 cuts the connection. With `delayMs` alone the call is slow and then succeeds. */
  status?: number;
  delayMs?: number;
  /** At most so many times. */
  times?: number;
}

export interface FaultSettings {
  rules: FaultRule[];
  seed: number;
  /** How long a change stays out of Drive's changes, in seconds of the workspace's clock. */
  changesLagSeconds: number;
  /** How long a sent mail stays out of Gmail's search. */
  searchLagSeconds: number;
}

export interface Fault {
  /** undefined: only slow. */
  status: number | undefined;
  delayMs: number;
}

export interface Faults {
  readonly settings: FaultSettings;
  set(settings: Partial<FaultSettings>): void;
  clear(): void;
  /** Draws once for each rule that fits the call. */
  draw(called: CalledMethod, when: 'before' | 'after'): Fault | undefined;
}

const none: FaultSettings = { rules: [], seed: 1, changesLagSeconds: 0, searchLagSeconds: 0 };

export function createFaults(): Faults {
  let settings = none;
  let states: { random: () => number; left: number }[] = [];

  function set(next: Partial<FaultSettings>): void {
    settings = { ...none, ...next };
    // Each rule has its own stream, so that adding one does not move the faults of the others.
    states = settings.rules.map((rule, index) => ({
      random: createRandom(settings.seed, index).next,
      left: rule.times ?? Number.POSITIVE_INFINITY,
    }));
  }

  return {
    get settings() {
      return settings;
    },
    set,
    clear: () => set({}),
    draw(called, when) {
      let drawn: Fault | undefined;
      settings.rules.forEach((rule, index) => {
        const state = states[index]!;
        if (rule.when !== when || !fits(rule, called) || state.left <= 0) return;
        if (state.random() >= rule.rate || drawn) return;
        state.left -= 1;
        drawn = {
          status: rule.status ?? (rule.delayMs === undefined ? 503 : undefined),
          delayMs: rule.delayMs ?? 0,
        };
      });
      return drawn;
    },
  };
}

function fits(rule: FaultRule, called: CalledMethod): boolean {
  return (
    (rule.service === '*' || rule.service === called.service) &&
    (rule.method === undefined || rule.method === called.method)
  );
}

/** Settings from outside: a wrong one is refused by name, for a fault that never strikes proves nothing. */
export function parseFaultSettings(body: unknown): Partial<FaultSettings> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<
    Record<keyof FaultSettings, unknown>
  >;
  const rules = given.rules ?? [];
  if (!Array.isArray(rules)) throw new ApiError(400, 'rules must be a list');
  for (const name of ['seed', 'changesLagSeconds', 'searchLagSeconds'] as const)
    if (given[name] !== undefined && typeof given[name] !== 'number')
      throw new ApiError(400, `${name} must be a number`);
  rules.forEach((rule, index) => {
    const wrong = findWrong(rule);
    if (wrong) throw new ApiError(400, `rules[${index}].${wrong} is missing or wrong`);
  });
  return { ...given, rules } as Partial<FaultSettings>;
}

function findWrong(rule: Partial<Record<keyof FaultRule, unknown>>): string | undefined {
  if (!['sheets', 'drive', 'gmail', '*'].includes(String(rule?.service))) return 'service';
  if (rule.method !== undefined && typeof rule.method !== 'string') return 'method';
  if (typeof rule.rate !== 'number' || !(rule.rate >= 0 && rule.rate <= 1)) return 'rate';
  if (rule.when !== 'before' && rule.when !== 'after') return 'when';
  return (['status', 'delayMs', 'times'] as const).find(
    (name) => rule[name] !== undefined && typeof rule[name] !== 'number',
  );
}
