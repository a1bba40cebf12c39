/** Reads the documents of a generation: one, or many with the next few on their way while the last few are made ready. */
import type { Part } from '../listing/manifest.ts';
import type { DocumentStore, StoredDocument } from '../ports.ts';
import { paths } from '../records.ts';

export type Reader = Pick<DocumentStore, 'read' | 'readMany'>;

/** A document that was named is gone: the generation was replaced meanwhile. */
export class Replaced extends Error {}

export const pathOf = ({ generation, name }: Pick<Part, 'generation' | 'name'>): string =>
  paths.part(generation, name);

/** A few at a time: a part of the roll has some 400 kB, so that a hundred of them at once would fill a small process. */
const partsAtOnce = 4;

/** The next few are on their way while the last few are made ready. */
export async function* readParts<T>(
  store: Reader,
  parts: readonly Part[],
  atOnce = partsAtOnce,
): AsyncGenerator<[part: Part, data: T]> {
  const askFrom = (start: number): Promise<(StoredDocument<T> | undefined)[]> => {
    const some = parts.slice(start, start + atOnce);
    const asked = some.length === 0 ? Promise.resolve([]) : store.readMany<T>(some.map(pathOf));
    // Told where it is awaited, or not at all when the reader has given up before.
    asked.catch(() => undefined);
    return asked;
  };
  let next = askFrom(0);
  for (let start = 0; start < parts.length; start += atOnce) {
    const found = await next;
    next = askFrom(start + atOnce);
    for (const [index, part] of parts.slice(start, start + atOnce).entries()) {
      const document = found[index];
      if (!document) throw new Replaced(pathOf(part));
      yield [part, document.data];
    }
  }
}

export async function readPart<T>(store: Reader, part: Pick<Part, 'generation' | 'name'>): Promise<T> {
  const found = await store.read<T>(pathOf(part));
  if (!found) throw new Replaced(pathOf(part));
  return found.data;
}
