/** Answers already made for the generation in force: what everybody asks for is made once a process. */
import type { Answer } from '../listing/answer.ts';

/** Of all answers together. */
const mostBytes = 8_000_000;

/** Longer than any address of ours; longer ones are not worth keeping. */
const longestAddress = 600;

export interface AnswerMemory {
  /** `of` is what the answers are made from: another one, and everything is forgotten. */
  recall(of: object, address: string, make: () => Promise<Answer>): Promise<Answer<Buffer>>;
}

export function createAnswerMemory(): AnswerMemory {
  let about: object | undefined;
  let known = new Map<string, Answer<Buffer>>();
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
      const made = await make();
      // Vietnamese text is made bytes once, not for every reader.
      const fresh = { ...made, body: Buffer.from(made.body) };
      const isKept = fresh.status === 200 && fresh.headers['Cache-Control'] !== 'no-store';
      if (of === about && isKept && address.length <= longestAddress) {
        known.set(address, fresh);
        size += fresh.body.length;
        for (const [oldest, { body }] of known) {
          if (size <= mostBytes) break;
          known.delete(oldest);
          size -= body.length;
        }
      }
      return fresh;
    },
  };
}
