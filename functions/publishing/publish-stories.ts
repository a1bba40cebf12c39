/** Documents of stories, made anew where rows were looked at; and what that changes in the roll, the directories and the log. */
import { isDeepStrictEqual } from 'node:util';
import type { PublicRow } from '../domain/public-row.ts';
import { toKey } from '../listing/address.ts';
import { type DossierName, type Groups, groupsName } from '../listing/directory.ts';
import { type Lead, toLead, toLeadLine } from '../listing/lead.ts';
import { isStories, type Part, photosName } from '../listing/manifest.ts';
import { rowsIn, type StoriesDocument, toStories } from '../listing/stories.ts';
import type { DocumentStore } from '../ports.ts';
import { paths } from '../records.ts';
import type { PartWriter } from './part-writer.ts';
import {
  type KnownPhotos,
  knownIn,
  type PhotoDesk,
  type PhotosDocument,
  toPhotos,
} from './publish-photos.ts';
import { readAllGroups, readGroups, readParts, type Standing } from './standing.ts';
import type { StoryGroup } from './story-groups.ts';

/** What a publication changes: keys, never names. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
  /** With why: "abcdefghjk access". */
  photoRefused: string[];
}

export interface StoryEdits {
  gone: Lead[];
  come: Lead[];
  /** Keys that are new, and those whose story is gone (null). */
  keys: Map<string, DossierName | null>;
  /** Directories of documents, as they are to be, by name. */
  groups: Map<string, Groups>;
  /** Names of documents that were looked at and stand in the next generation. */
  made: Set<string>;
  /** Paths that the next generation does not name. */
  dropped: string[];
  changes: Changes;
}

interface Desk {
  store: DocumentStore;
  standing: Standing;
  writer: PartWriter;
  photos: PhotoDesk;
  /** ISO instant at home. */
  now: string;
  /** All is made anew: whatever was not looked at is no longer public. */
  isWhole: boolean;
}

const groupsAtOnce = 20;

/** Undefined: another publisher was quicker. */
export async function putStories(
  desk: Desk,
  groups: AsyncIterable<StoryGroup>,
): Promise<StoryEdits | undefined> {
  const edits: StoryEdits = {
    gone: [],
    come: [],
    keys: new Map(),
    groups: new Map(),
    made: new Set(),
    dropped: [],
    changes: { added: [], changed: [], removed: [], photoRefused: desk.photos.refused },
  };
  let some: StoryGroup[] = [];
  for await (const group of groups) {
    some.push(group);
    if (some.length < groupsAtOnce) continue;
    if (!(await putSome(desk, some, edits))) return undefined;
    some = [];
  }
  return (await putSome(desk, some, edits)) ? edits : undefined;
}

async function putSome(desk: Desk, some: readonly StoryGroup[], edits: StoryEdits): Promise<boolean> {
  const { store, standing } = desk;
  const unread = some.filter(({ name }) => !edits.groups.has(groupsName(name))).map(({ name }) => name);
  for (const [name, groups] of await readGroups(store, standing, unread)) edits.groups.set(name, groups);
  const standingParts = some.flatMap(({ name }) => {
    const groups = edits.groups.get(groupsName(name));
    return [groups?.get(name), groups?.get(photosName(name))];
  });
  const documents = await readParts<StoriesDocument | PhotosDocument>(store, standingParts);
  for (const [index, group] of some.entries()) {
    const stories = documents[index * 2] as StoriesDocument | undefined;
    const photos = documents[index * 2 + 1] as PhotosDocument | undefined;
    const before = { rows: stories ? rowsIn(stories) : [], known: knownIn(photos) };
    if (!(await putGroup(desk, group, before, edits))) return false;
  }
  return true;
}

async function putGroup(
  { writer, photos, now, isWhole }: Desk,
  { name, seen, rows: wished }: StoryGroup,
  before: { rows: PublicRow[]; known: KnownPhotos },
  edits: StoryEdits,
): Promise<boolean> {
  const shown = await photos.show(wished, before.known);
  if (!shown) return false;
  const others = isWhole ? [] : before.rows.filter(({ id }) => !seen.has(id));
  const old = new Map(before.rows.map((row) => [row.id, row]));
  const dated = shown.rows.map((row) => toDated(row, old.get(row.id), now));
  const rows = [...others, ...dated].sort((a, b) => (a.id < b.id ? -1 : 1));
  const known: KnownPhotos = {};
  for (const { id } of rows) {
    const one = seen.has(id) ? shown.known[id] : before.known[id];
    if (one) known[id] = one;
  }
  photos.replace(before.known, known);
  noteRows(before.rows, rows, edits, isWhole);
  const groups = edits.groups.get(groupsName(name))!;
  const put = async (part: string, isEmpty: boolean, document: object): Promise<boolean> => {
    const old = groups.get(part);
    const next = isEmpty ? null : await writer.put(part, document, old);
    if (next === undefined) return false;
    if (old && old !== next) edits.dropped.push(pathOf(old));
    if (next) {
      groups.set(part, next);
      edits.made.add(part);
    } else groups.delete(part);
    return true;
  };
  return (
    (await put(name, rows.length === 0, toStories(rows))) &&
    (await put(photosName(name), Object.keys(known).length === 0, toPhotos(known)))
  );
}

/** A row that says what it said keeps its instant, so that making pages anew makes none of them look mended. */
function toDated(row: PublicRow, was: PublicRow | undefined, now: string): PublicRow {
  const isSame = was !== undefined && isDeepStrictEqual({ ...was, changedOn: '' }, { ...row, changedOn: '' });
  return isSame ? was : { ...row, changedOn: now };
}

/** When all is made anew: documents of which nobody is public any more. */
export async function dropUnmade({ store, standing, photos }: Desk, edits: StoryEdits): Promise<void> {
  const all = await readAllGroups(store, standing);
  const gone = [...all.values()].filter(({ name }) => isStories(name) && !edits.made.has(name));
  for (const stories of gone) {
    const known = all.get(photosName(stories.name));
    const [rows, photosKnown] = await readParts<StoriesDocument | PhotosDocument>(store, [stories, known]);
    if (rows) noteRows(rowsIn(rows as StoriesDocument), [], edits, true);
    photos.replace(knownIn(photosKnown as PhotosDocument | undefined), {});
    edits.dropped.push(...[stories, known].flatMap((part) => (part ? [pathOf(part)] : [])));
  }
}

export const pathOf = ({ generation, name }: Part): string => paths.part(generation, name);

/** A whole roll is made of all leads; otherwise only those that read differently go and come. */
function noteRows(
  before: readonly PublicRow[],
  after: readonly PublicRow[],
  { gone, come, keys, changes }: StoryEdits,
  isWhole: boolean,
): void {
  const old = new Map(before.map((row) => [row.id, row]));
  for (const row of after) {
    const was = old.get(row.id);
    old.delete(row.id);
    const key = toKey(row.planId, row.id);
    if (was === undefined) changes.added.push(key);
    else if (!isDeepStrictEqual(was, row)) changes.changed.push(key);
    if (isWhole || was === undefined) keys.set(key, { planId: row.planId, id: row.id });
    const lead = toLead(row);
    const lasts = was !== undefined && toLeadLine(toLead(was)) === toLeadLine(lead);
    if (!isWhole && lasts) continue;
    if (was !== undefined && !isWhole) gone.push(toLead(was));
    come.push(lead);
  }
  for (const row of old.values()) {
    const key = toKey(row.planId, row.id);
    changes.removed.push(key);
    keys.set(key, null);
    if (!isWhole) gone.push(toLead(row));
  }
}
