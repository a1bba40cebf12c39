/** Which duties of the plan the demo has shown: a table by number, and what of it is no proof. */
import type { PlanDuty } from '../../../functions/plans/duties/duty.ts';
import type { Scene } from './scene.ts';

/** A promise that a scene made, with the duties it speaks of. */
export interface Shown {
  ids: readonly string[];
  isKept: boolean;
  promise: string;
}

export interface DutyLine {
  text: string;
  /** Why the demo fails because of it; undefined when it does not. */
  fault?: string;
}

const marks = { shown: '✓', broken: '✗', open: '·' } as const;

/** The promise that speaks of the fewest duties is told as proof. A duty of people needs no scene; one without a scene fails only where the script says that it is whole. */
export function dutyLines(
  duties: readonly PlanDuty[],
  scenes: readonly Pick<Scene, 'ids'>[],
  shown: readonly Shown[],
  isWhole: boolean,
): DutyLine[] {
  const played = new Set(scenes.flatMap(({ ids }) => ids));
  return duties.map(({ id, title, carriedBy, how }) => {
    const line = (mark: keyof typeof marks, what: string): string => `${id} ${marks[mark]} ${title}: ${what}`;
    const mine = shown.filter(({ ids }) => ids.includes(id));
    const broken = mine.find(({ isKept }) => !isKept);
    if (broken) return { text: line('broken', broken.promise), fault: `${id}: ${broken.promise}` };
    const proof = mine.toSorted((one, other) => other.ids.length - one.ids.length).at(-1);
    if (proof) {
      const more = mine.length > 1 ? ` (và ${mine.length - 1} điều nữa)` : '';
      return { text: line('shown', proof.promise + more) };
    }
    if (played.has(id))
      return { text: line('broken', 'cảnh không cho thấy gì'), fault: `${id}: cảnh không cho thấy gì` };
    if (carriedBy === 'people') return { text: line('open', `việc của người. ${how}`) };
    const open = line('open', 'chưa trình diễn');
    return isWhole ? { text: open, fault: `${id}: chưa trình diễn` } : { text: open };
  });
}
