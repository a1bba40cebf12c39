/** Ids made of what they are about: the same content gives the same id, anywhere, any number of times. */
import { createHash } from 'node:crypto';

export const contentHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
