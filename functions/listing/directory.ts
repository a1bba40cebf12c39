/**
 * How a story is found without the roll: directories by the first letters of its key say which dossier it is about, and
 * directories by the name of a document of stories say where that document stands. Each is small, and a row that comes
 * or goes changes one of each.
 */
import { hashOf, type Part, parseLines, toLines } from './manifest.ts';

/** As stored. */
export interface DirectoryDocument {
  lines: string;
}

export interface DossierName {
  planId: string;
  id: string;
}

/** By key; null for a story that was public once: its address says so for ever. */
export type Keys = Map<string, DossierName | null>;

/** A thousand directories: with a hundred thousand stories each has a hundred lines. */
export const keysName = (key: string): string => `keys-${key.slice(0, 2)}`;

export const parseKeys = ({ lines }: DirectoryDocument): Keys =>
  new Map(
    lines.split('\n').map((line) => {
      const [key = '', planId, id] = line.split(' ');
      return [key, planId !== undefined && id !== undefined ? { planId, id } : null];
    }),
  );

export const toKeysDocument = (keys: Keys): DirectoryDocument => ({
  lines: [...keys]
    .map(([key, about]) => (about ? `${key} ${about.planId} ${about.id}` : key))
    .sort()
    .join('\n'),
});

/** Documents of stories and of what is known of their photos, by name. */
export type Groups = Map<string, Part>;

/** Of a document of stories; what is known of its photos stands beside it. */
export const groupsName = (stories: string): string => `groups-${hashOf(stories).slice(0, 2)}`;

export const parseGroups = ({ lines }: DirectoryDocument): Groups =>
  new Map(parseLines(lines).map((part) => [part.name, part]));

export const toGroupsDocument = (groups: Groups): DirectoryDocument => ({
  lines: toLines([...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1))),
});
