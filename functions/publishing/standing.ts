/** The generation in force as its publisher reads it: the manifest, and of all other parts only what is asked for. */
import {
  type DirectoryDocument,
  type Groups,
  groupsName,
  type Keys,
  keysName,
  parseGroups,
  parseKeys,
} from '../listing/directory.ts';
import {
  isGroups,
  isKeys,
  isPhotos,
  isRoll,
  type ListingPointer,
  type ManifestDocument,
  manifestName,
  type Part,
  parseLines,
} from '../listing/manifest.ts';
import { type Head, parseHeads } from '../listing/roll.ts';
import type { DocumentStore, StoredDocument } from '../ports.ts';
import { paths } from '../records.ts';
import { knownIn, type PhotosDocument } from './publish-photos.ts';

export interface Standing {
  pointer: StoredDocument<ListingPointer> | undefined;
  /** Those that the manifest names, by name. */
  parts: ReadonlyMap<string, Part>;
  /** In the order of the roll. */
  roll: readonly Part[];
  heads: readonly Head[];
}

const toPath = ({ generation, name }: Part): string => paths.part(generation, name);

export async function readStanding(store: DocumentStore): Promise<Standing> {
  const pointer = await store.read<ListingPointer>(paths.pointer);
  const manifest =
    pointer && (await store.read<ManifestDocument>(paths.part(pointer.data.generation, manifestName)));
  const parts = parseLines(manifest?.data.lines ?? '');
  return {
    pointer,
    parts: new Map(parts.map((part) => [part.name, part])),
    roll: parts.filter(({ name }) => isRoll(name)),
    heads: parseHeads(manifest?.data.heads ?? ''),
  };
}

/** In their order; undefined for what is not there. */
export async function readParts<T>(
  store: DocumentStore,
  parts: readonly (Part | undefined)[],
): Promise<(T | undefined)[]> {
  const asked = parts.flatMap((part) => (part ? [toPath(part)] : []));
  const found = asked.length === 0 ? [] : await store.readMany<T>(asked);
  const byPath = new Map(found.flatMap((one) => (one ? [[one.path, one.data] as const] : [])));
  return parts.map((part) => part && byPath.get(toPath(part)));
}

/** The directories of these names, each read once. */
async function readDirectories<T>(
  store: DocumentStore,
  { parts }: Standing,
  names: Iterable<string>,
  parse: (document: DirectoryDocument) => T,
  none: () => T,
): Promise<Map<string, T>> {
  const wanted = [...new Set(names)];
  const found = await readParts<DirectoryDocument>(
    store,
    wanted.map((name) => parts.get(name)),
  );
  return new Map(
    wanted.map((name, index) => {
      const document = found[index];
      return [name, document ? parse(document) : none()];
    }),
  );
}

/** By the name of the directory. */
export const readGroups = (
  store: DocumentStore,
  standing: Standing,
  stories: Iterable<string>,
): Promise<Map<string, Groups>> =>
  readDirectories(store, standing, [...stories].map(groupsName), parseGroups, () => new Map());

export const readKeys = (
  store: DocumentStore,
  standing: Standing,
  keys: Iterable<string>,
): Promise<Map<string, Keys>> =>
  readDirectories(store, standing, [...keys].map(keysName), parseKeys, () => new Map());

const directoriesPerRead = 100;

async function readAll<T>(
  store: DocumentStore,
  { parts }: Standing,
  isWanted: (name: string) => boolean,
  parse: (document: DirectoryDocument) => Map<string, T>,
): Promise<Map<string, T>> {
  const wanted = [...parts.values()].filter(({ name }) => isWanted(name));
  const all = new Map<string, T>();
  for (let start = 0; start < wanted.length; start += directoriesPerRead)
    for (const document of await readParts<DirectoryDocument>(
      store,
      wanted.slice(start, start + directoriesPerRead),
    ))
      for (const [name, one] of document ? parse(document) : []) all.set(name, one);
  return all;
}

export const readAllGroups = (store: DocumentStore, standing: Standing): Promise<Groups> =>
  readAll(store, standing, isGroups, parseGroups);

export const readAllKeys = (store: DocumentStore, standing: Standing): Promise<Keys> =>
  readAll(store, standing, isKeys, parseKeys);

/** Ids of all photos that stories of this generation show; undefined when it is no longer in force. */
export async function photosInForce(store: DocumentStore, current: string): Promise<Set<string> | undefined> {
  const standing = await readStanding(store);
  if (standing.pointer?.data.generation !== current) return undefined;
  const ids = new Set<string>();
  const photos = [...(await readAllGroups(store, standing)).values()].filter(({ name }) => isPhotos(name));
  for (let start = 0; start < photos.length; start += directoriesPerRead)
    for (const document of await readParts<PhotosDocument>(
      store,
      photos.slice(start, start + directoriesPerRead),
    )) {
      if (!document) return undefined;
      for (const known of Object.values(knownIn(document))) if ('id' in known) ids.add(known.id);
    }
  return ids;
}
