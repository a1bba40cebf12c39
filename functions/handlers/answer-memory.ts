/** Answers already made for the generation in force: what everybody asks for is made once a process. */
import type { Answer } from '../listing/answer.ts';

/** Characters of all answers together, two bytes each. */
const mostCharacters = 3_000_000;

/** Longer than any address of ours; longer ones are not worth keeping. */
const longestAddress = 600;

export interface AnswerMemory {
  /** `of` is what the answers are made from: another one, and everything is forgotten. */
  recall(of: object, address: string, make: () => Promise<Answer>): Promise<Answer>;
}

export function createAnswerMemory(): AnswerMemory {
  let about: object | undefined;
  let known = new Map<string, Answer>();
  let size = 0;
  return {
    async recall(of, address, make) {
      if (of !== about) {
        about = of;
        known = new Map();
        size = 0;
      }
      const found = known.get(address);
      if (found) {
        // Last asked for, last to go.
        known.delete(address);
        known.set(address, found);
        return found;
      }
      const fresh = await make();
      const isKept = fresh.status === 200 && fresh.headers['Cache-Control'] !== 'no-store';
      if (of === about && isKept && address.length <= longestAddress) {
        known.set(address, fresh);
        size += fresh.body.length;
        for (const [oldest, { body }] of known) {
          if (size <= mostCharacters) break;
          known.delete(oldest);
          size -= body.length;
        }
      }
      return fresh;
    },
  };
}
