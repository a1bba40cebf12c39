/** One story of the published pages, by its key: two or three small reads, without the roll. */
import type { PublicRow } from '../domain/public-row.ts';
import { groupsName, keysName } from '../listing/directory.ts';
import { storiesName } from '../listing/manifest.ts';
import { rowsIn, type StoriesDocument } from '../listing/stories.ts';
import { lookUp, type Published } from './published.ts';
import { type Reader, Replaced, readPart } from './published-parts.ts';

export interface Story {
  row: PublicRow;
  /** Of the same unit and period, which stand in the same document. */
  others: PublicRow[];
}

/** 'gone': it was public once. Undefined: there never was one. Throws when it was taken down meanwhile. */
export async function readStory(
  store: Reader,
  published: Published,
  key: string,
): Promise<Story | 'gone' | undefined> {
  const about = await lookUp(store, published, keysName(key), key);
  if (!about) return undefined;
  const [planId, id] = about;
  if (planId === undefined || id === undefined) return 'gone';
  const name = storiesName(planId, id);
  const [generation] = (await lookUp(store, published, groupsName(name), name)) ?? [];
  const document = generation && (await readPart<StoriesDocument>(store, { generation, name }));
  const rows = document ? rowsIn(document) : [];
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Replaced(name);
  return { row, others: rows.filter((one) => one !== row) };
}
