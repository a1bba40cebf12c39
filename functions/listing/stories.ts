/** The stories of a unit and period as one document: one text, which a reader's process has ready sooner than a tree of fields. */
import type { PublicRow } from '../domain/public-row.ts';

/** As stored. */
export interface StoriesDocument {
  rows: string;
}

export const toStories = (rows: readonly PublicRow[]): StoriesDocument => ({ rows: JSON.stringify(rows) });

export const rowsIn = ({ rows }: StoriesDocument): PublicRow[] => JSON.parse(rows) as PublicRow[];
