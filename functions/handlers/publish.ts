/**
 * The public pages: made from all public dossiers under a new generation, then one pointer flips, so that no reader sees
 * half a list. Documents whose content stays are named again, not written again; the same content writes nothing.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PublicRow } from '../domain/public-row.ts';
import { toKey } from '../listing/address.ts';
import { type Lead, toLead } from '../listing/lead.ts';
import {
  contentOf,
  goneName,
  hashOf,
  isStories,
  type ListingPointer,
  type ManifestDocument,
  manifestName,
  numberOf,
  type Part,
  parseManifest,
  planName,
  toManifest,
} from '../listing/manifest.ts';
import { toPlanTable } from '../listing/plan-table.ts';
import { compareLeads, cutRoll } from '../listing/roll.ts';
import { enqueuePublish } from '../outbox.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { forgetPointer, type GoneDocument, type RollDocument, type StoriesDocument } from '../published.ts';
import { paths, publishMark, saveOver } from '../records.ts';
import type { Services } from '../services.ts';
import { createPartWriter, type PartWriter } from './part-writer.ts';
import { createPhotoDesk, type Patience, type PhotoDesk } from './publish-photos.ts';
import { type ShownPlans, storyGroups } from './story-groups.ts';
import { type PagesCursor, sweep } from './sweep-pages.ts';

export type PublishOutcome = 'published' | 'unchanged' | 'retry';

/** Whom a publication shows for the first time, shows changed, and shows no longer: keys, never names. */
interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
  /** With why: "abcdefghjk access". */
  photoRefused: string[];
}

export async function publish(services: Services, patience: Patience = 'now'): Promise<PublishOutcome> {
  const { store, clock } = services;
  const mark = await store.read(paths.publishMark);
  const pointer = await store.read<ListingPointer>(paths.pointer);
  const before = await readParts(store, pointer?.data);
  const generation = `${numberOf(pointer?.data.generation ?? '0-') + 1}-${randomUUID().slice(0, 8)}`;
  const writer = createPartWriter(store, { pointer, before, generation });
  const photos = createPhotoDesk(services, { writer, before, generation, patience });
  const changes: Changes = { added: [], changed: [], removed: [], photoRefused: photos.refused };
  const made = await makeParts(store, writer, photos, before, changes);
  if (made === 'retry') return 'retry';
  const { parts, total } = made;
  const hash = contentOf(parts);
  if (pointer?.data.hash === hash) {
    await sweep(store, pointer.data.generation, isOwed(photos) ? undefined : mark, photos.kept);
    return 'unchanged';
  }
  if (!(await writer.put(manifestName, toManifest(parts))) || !(await writer.finish())) return 'retry';
  const flipped = await flip(services, {
    pointer,
    mark,
    next: { generation, hash, total, updatedAt: clock.now().toISOString() },
    dropped: droppedPaths(pointer?.data, before, parts),
    droppedPhotos: await photos.findDropped(),
    changes,
  });
  if (!flipped) return 'retry';
  forgetPointer(store);
  await sweep(store, generation, isOwed(photos) ? undefined : mark, photos.kept);
  await askForMore(services, photos, generation, mark !== undefined);
  return 'published';
}

const isOwed = (photos: PhotoDesk): boolean => photos.owed() !== 'nothing';

/** The mark that stands brings the next publisher within ten minutes; when Drive answers well, one comes at once. */
async function askForMore(
  services: Services,
  photos: PhotoDesk,
  generation: string,
  isMarked: boolean,
): Promise<void> {
  if (isOwed(photos) && !isMarked) await services.store.commit([publishMark(services.clock.now())]);
  if (photos.owed() === 'more') await enqueuePublish(services, generation);
}

const tries = 5;

/** For a person who waits until the page says so, and not for photos: another publisher that was quicker is followed by one more try. */
export async function publishNow(services: Services): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1)
    if ((await publish(services, 'later')) !== 'retry') return;
  // The mark stands: `tick` hands the work out again.
  services.log.error('the public pages could not be made while somebody waited');
}

async function readParts(store: DocumentStore, pointer: ListingPointer | undefined): Promise<Part[]> {
  if (!pointer) return [];
  const manifest = await store.read<ManifestDocument>(paths.part(pointer.generation, manifestName));
  return manifest ? parseManifest(manifest.data) : [];
}

/** All parts of the next generation; those that changed are on their way to the store. */
async function makeParts(
  store: DocumentStore,
  writer: PartWriter,
  photos: PhotoDesk,
  before: readonly Part[],
  changes: Changes,
): Promise<{ parts: Part[]; total: number } | 'retry'> {
  const leads: Lead[] = [];
  const plans: ShownPlans = new Map();
  for await (const { name, rows: wished } of storyGroups(store, plans)) {
    const rows = await photos.show(name, wished);
    if (!rows) return 'retry';
    leads.push(...rows.map(toLead));
    if (!(await putStories(store, writer, before, { name, rows }, changes))) return 'retry';
  }
  const names = new Set(writer.parts.map(({ name }) => name));
  for (const part of before.filter(({ name }) => isStories(name) && !names.has(name)))
    changes.removed.push(...(await rowsOf(store, part)).map((row) => toKey(row.planId, row.id)));
  for (const text of cutRoll(leads.sort(compareLeads)))
    if (!(await writer.put(`roll-${hashOf(text)}`, { text } satisfies RollDocument))) return 'retry';
  for (const [planId, { loaded, units }] of plans)
    if (!(await writer.put(planName(planId), toPlanTable(loaded.plan, units)))) return 'retry';
  const shown = new Set(leads.map(({ key }) => key));
  const gone = [...(await goneBefore(store, before)), ...changes.removed].filter((key) => !shown.has(key));
  const keys = [...new Set(gone)].sort().join(' ');
  if (keys !== '' && !(await writer.put(goneName, { keys } satisfies GoneDocument))) return 'retry';
  return { parts: writer.parts, total: leads.length };
}

async function putStories(
  store: DocumentStore,
  writer: PartWriter,
  before: readonly Part[],
  { name, rows }: { name: string; rows: PublicRow[] },
  changes: Changes,
): Promise<boolean> {
  const document: StoriesDocument = { rows };
  if (writer.isKnown(name, document)) return writer.put(name, document);
  const part = before.find((one) => one.name === name);
  const old = new Map((part ? await rowsOf(store, part) : []).map((row) => [row.id, row]));
  for (const row of rows) {
    const key = toKey(row.planId, row.id);
    const was = old.get(row.id);
    if (was === undefined) changes.added.push(key);
    // The store keeps no order of fields, so texts of the two would differ.
    else if (!isDeepStrictEqual(was, row)) changes.changed.push(key);
  }
  const kept = new Set(rows.map(({ id }) => id));
  for (const { id, planId } of old.values()) if (!kept.has(id)) changes.removed.push(toKey(planId, id));
  return writer.put(name, document);
}

async function rowsOf(store: DocumentStore, { generation, name }: Part): Promise<PublicRow[]> {
  return (await store.read<StoriesDocument>(paths.part(generation, name)))?.data.rows ?? [];
}

async function goneBefore(store: DocumentStore, before: readonly Part[]): Promise<string[]> {
  const part = before.find(({ name }) => name === goneName);
  const stored = part && (await store.read<GoneDocument>(paths.part(part.generation, goneName)));
  return stored ? stored.data.keys.split(' ') : [];
}

/** What the generation in force names and the next one does not. */
function droppedPaths(
  pointer: ListingPointer | undefined,
  before: readonly Part[],
  parts: readonly Part[],
): string[] {
  const toPath = ({ generation, name }: Part): string => paths.part(generation, name);
  const kept = new Set(parts.map(toPath));
  const manifest = pointer ? [paths.part(pointer.generation, manifestName)] : [];
  return [...before.map(toPath).filter((path) => !kept.has(path)), ...manifest];
}

interface Flip {
  pointer: StoredDocument<ListingPointer> | undefined;
  mark: StoredDocument<unknown> | undefined;
  next: ListingPointer;
  dropped: readonly string[];
  droppedPhotos: readonly string[];
  changes: Changes;
}

const keysPerEntry = 5000;
const photosPerFlip = 300;

/** Pointer, photos that go, what is now to be swept, and the log, in one commit. A mark that changed says that these rows are not the newest. */
async function flip(
  { store }: Services,
  { pointer, mark, next, dropped, droppedPhotos, changes }: Flip,
): Promise<boolean> {
  const path = paths.cursor('pages');
  const cursor = await store.read<PagesCursor>(path);
  const photos = droppedPhotos.map(paths.photo);
  const after: PagesCursor = {
    begun: (cursor?.data.begun ?? []).filter((generation) => generation !== next.generation),
    dropped: [...(cursor?.data.dropped ?? []), ...dropped, ...photos.slice(photosPerFlip)],
  };
  const entries = (['added', 'changed', 'removed', 'photoRefused'] as const).flatMap((what) =>
    Array.from(
      { length: Math.ceil(changes[what].length / keysPerEntry) },
      (_, index): Write => ({
        kind: 'create',
        path: paths.publication(next.generation, `${what}-${index + 1}`),
        data: {
          what,
          at: next.updatedAt,
          generation: next.generation,
          keys: changes[what].slice(index * keysPerEntry, (index + 1) * keysPerEntry),
        },
      }),
    ),
  );
  const flipped = await store.commit([
    saveOver(paths.pointer, pointer, next),
    saveOver(path, cursor, after),
    { kind: 'check', path: paths.publishMark, version: mark?.version ?? null },
    ...photos.slice(0, photosPerFlip).map((path): Write => ({ kind: 'delete', path })),
    ...entries,
  ]);
  return flipped.ok;
}
