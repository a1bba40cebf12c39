/** Who plays which part in the trial: dealt at random from a seed, so many of each. */
import type { Unit } from '../../../functions/domain/unit.ts';
import type { Mistake } from './mistake.ts';
import { mistakes, severityOf } from './mistakes.ts';
import { createRandom } from './random.ts';

export type Role =
  | 'perfect'
  | 'missing'
  | 'late'
  | 'mistakes'
  | 'returned'
  | 'below-quota'
  | 'above-quota'
  | 'wrong-kind'
  | 'no-attachment'
  | 'sent-back'
  | 'withdrawn';

/** Parts that must be played come first, for provinces with few units; then shares of the whole. */
const parts: Record<string, readonly (readonly [Role, (units: number) => number])[]> = {
  commune: [
    ['below-quota', () => 1],
    ['sent-back', () => 1],
    ['withdrawn', () => 1],
    ['missing', (units) => Math.round(units * 0.05)],
    ['late', (units) => Math.round(units * 0.1)],
    ['returned', (units) => Math.round(units * 0.12)],
    ['mistakes', (units) => Math.round(units * 0.3)],
  ],
  cluster: [['wrong-kind', () => 1]],
  agency: [
    ['no-attachment', () => 1],
    ['late', (units) => Math.floor(units / 9)],
  ],
  enterprise: [
    ['above-quota', () => 1],
    ['missing', (units) => Math.floor(units / 8)],
  ],
};

export function dealRoles(units: readonly Unit[], seed: number): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const [kind, dealt] of Object.entries(parts)) {
    const waiting = createRandom(seed, 'roles', kind).shuffle(units.filter((unit) => unit.kind === kind));
    const total = waiting.length;
    for (const [role, count] of dealt) {
      for (const unit of waiting.splice(0, count(total))) roles.set(unit.id, role);
    }
  }
  return roles;
}

/** Cells of a new workbook have text format, so that mistakes of plain cells cannot be made by typing. */
const playable = mistakes.filter((mistake) => mistake.inPlainCell === undefined);

/** Everybody makes one that blocks; the others go round until all are made. */
export function dealMistakes(
  units: readonly Unit[],
  roles: ReadonlyMap<string, Role>,
  seed: number,
): Map<string, Mistake[]> {
  const random = createRandom(seed, 'mistakes');
  const clerks = units.filter(({ id }) => roles.get(id) === 'mistakes').map(({ id }) => id);
  const blocking = random.shuffle(playable.filter((mistake) => severityOf(mistake) === 'error'));
  const first = blocking.slice(0, clerks.length);
  const others = playable.filter((mistake) => !first.includes(mistake));
  const dealt = new Map(clerks.map((id, index) => [id, [blocking[index % blocking.length]!]]));
  for (const [index, mistake] of others.entries()) {
    if (clerks.length > 0 && index < clerks.length * 2)
      dealt.get(clerks[index % clerks.length]!)!.push(mistake);
  }
  return dealt;
}
