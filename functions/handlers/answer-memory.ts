/** Answers already made for the generation in force: what everybody asks for is made twice a process. */
import type { Answer } from '../listing/answer.ts';

/** Of all answers together. */
const mostBytes = 8_000_000;

/** Longer than any address of ours; longer ones are not worth keeping. */
const longestAddress = 600;

/** Addresses that were asked for once. */
const mostNoted = 2000;

export interface AnswerMemory {
  /** `of` is what the answers are made from: another one, and everything is forgotten. */
  recall(of: object, address: string, make: () => Promise<Answer>): Promise<Answer<Buffer>>;
}

/**
 * An answer is kept when it is asked for again. Most of a hundred thousand addresses are asked for once, and their
 * answers would push out the others and fill the heap with what only a full collection frees, some 15 ms each.
 */
export function createAnswerMemory(): AnswerMemory {
  let about: object | undefined;
  let known = new Map<string, Answer<Buffer>>();
  let size = 0;
  const noted = new Set<string>();
  const isAskedAgain = (address: string): boolean => {
    if (noted.delete(address)) return true;
    noted.add(address);
    for (const oldest of noted)
      if (noted.size > mostNoted) noted.delete(oldest);
      else break;
    return false;
  };
  const keep = (address: string, answer: Answer<Buffer>): void => {
    known.set(address, answer);
    size += answer.body.length;
    for (const [oldest, { body }] of known) {
      if (size <= mostBytes) break;
      known.delete(oldest);
      size -= body.length;
    }
  };
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
      const made = await make();
      // Vietnamese text is made bytes once, not for every reader.
      const fresh = { ...made, body: Buffer.from(made.body) };
      const mayBeKept =
        fresh.status === 200 &&
        fresh.headers['Cache-Control'] !== 'no-store' &&
        address.length <= longestAddress;
      if (mayBeKept && isAskedAgain(address) && of === about && !known.has(address)) keep(address, fresh);
      return fresh;
    },
  };
}
