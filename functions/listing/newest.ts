/** Which rows changed last: picked by their seconds alone, so that of a hundred thousand leads only a few are read. */
import type { Shelf } from './shelf.ts';

/** Newest first, equals in the order of the roll. `positions` are ascending. */
export function newest({ segments, firsts }: Shelf, positions: Uint32Array, most: number): number[] {
  const picked: number[] = [];
  const times: number[] = [];
  let at = 0;
  for (const [index, { changes, total }] of segments.entries()) {
    const first = firsts[index]!;
    for (; at < positions.length && positions[at]! < first + total; at += 1) {
      const time = changes[positions[at]! - first]!;
      if (picked.length === most && time <= times[most - 1]!) continue;
      let place = picked.length;
      while (place > 0 && times[place - 1]! < time) place -= 1;
      picked.splice(place, 0, positions[at]!);
      times.splice(place, 0, time);
      if (picked.length > most) {
        picked.pop();
        times.pop();
      }
    }
  }
  return picked;
}
