/**
 * The public pages: what the dossiers that were touched change is made under a new generation, then one pointer flips, so
 * that no reader sees half a list. Documents whose content stays are named again, not written again; the same content
 * writes nothing. When a plan or the layout has changed, and at first, all is made anew from all public dossiers.
 */
import { randomUUID } from 'node:crypto';
import { localDate, localInstant } from '../domain/deadline.ts';
import {
  contentOf,
  type ListingPointer,
  type ManifestDocument,
  manifestName,
  numberOf,
  planName,
  toLines,
} from '../listing/manifest.ts';
import { toHeadLines } from '../listing/roll.ts';
import { enqueuePublish } from '../mailing/outbox.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { hashOfPlan, readKnownPlans } from '../publishing/known-plans.ts';
import { makeParts, type NextParts } from '../publishing/next-parts.ts';
import { type DroppedDocument, layout, noPages, type PagesCursor } from '../publishing/pages-cursor.ts';
import { createPartWriter } from '../publishing/part-writer.ts';
import { createPhotoDesk, type Patience, type PhotoDesk } from '../publishing/publish-photos.ts';
import { type Changes, dropUnmade, pathOf, putStories } from '../publishing/publish-stories.ts';
import { forgetPointer } from '../publishing/published.ts';
import { readStanding, type Standing } from '../publishing/standing.ts';
import { allGroups, type MetPlans, touchedGroups } from '../publishing/story-groups.ts';
import { sweep } from '../publishing/sweep-pages.ts';
import { keepWaiting, readTouched, settle } from '../publishing/touched.ts';
import { officeZone, paths, publishMark, saveOver } from '../records.ts';
import type { Services } from '../services.ts';

export type PublishOutcome = 'published' | 'unchanged' | 'retry';

export async function publish(services: Services, patience: Patience = 'now'): Promise<PublishOutcome> {
  const { store, clock } = services;
  const mark = await store.read(paths.publishMark);
  const standing = await readStanding(store);
  const { pointer } = standing;
  const cursor = await store.read<PagesCursor>(paths.cursor('pages'));
  const { plans, isSame } = await readKnownPlans(store, cursor?.data);
  const today = localDate(clock.now(), officeZone);
  const touched = await readTouched(store, today);
  const isWhole = !isSame || pointer === undefined || touched.whole !== undefined;
  const generation = `${numberOf(pointer?.data.generation ?? '0-') + 1}-${randomUUID().slice(0, 8)}`;
  const writer = createPartWriter(store, { pointer, generation });
  const photos = createPhotoDesk(services, { writer, generation, patience });
  const now = localInstant(clock.now(), officeZone);
  const desk = { store, standing, writer, photos, now, isWhole };
  const looked = touched.marks.map(({ data }) => data);
  const groups = isWhole ? allGroups(store, plans) : touchedGroups(store, plans, looked);
  const edits = await putStories(desk, groups);
  if (!edits) return 'retry';
  if (isWhole) await dropUnmade(desk, edits);
  const next = await makeParts(desk, edits, plans);
  if (!next) return 'retry';
  const hash = contentOf(next.parts);
  const known = hashesOf(next, plans);
  const isUnchanged = pointer?.data.hash === hash;
  if (!isUnchanged) {
    const manifest: ManifestDocument = { lines: toLines(next.parts), heads: toHeadLines(next.heads) };
    if (!(await writer.put(manifestName, manifest, undefined)) || !(await writer.finish())) return 'retry';
  }
  await keepWaiting(store, touched, photos.waits);
  const at = clock.now().toISOString();
  const change = isUnchanged
    ? isSame || (await remember(store, known))
    : await flip(services, {
        pointer,
        mark,
        next: { generation, hash, total: next.total, updatedAt: at },
        plans: known,
        dropped: [...edits.dropped, ...droppedPaths(standing, next)],
        droppedPhotos: photos.dropped,
        changes: edits.changes,
      });
  if (!change) return 'retry';
  if (!isUnchanged) forgetPointer(store);
  await settle(store, touched, photos.waits, today);
  await sweep(store, isUnchanged ? pointer.data.generation : generation, isOwed(photos) ? undefined : mark);
  if (isUnchanged) return 'unchanged';
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

/** Of the plans that the next generation shows. */
function hashesOf({ parts }: NextParts, plans: MetPlans): PagesCursor['plans'] {
  const shown = new Set(parts.map(({ name }) => name));
  return Object.fromEntries(
    [...plans].flatMap(([id, { plan }]) => (shown.has(planName(id)) ? [[id, hashOfPlan(plan)]] : [])),
  );
}

/** The same pages, though made of plans that have changed: so they need not be made anew next time. */
async function remember(store: DocumentStore, plans: PagesCursor['plans']): Promise<boolean> {
  const path = paths.cursor('pages');
  const cursor = await store.read<PagesCursor>(path);
  const next: PagesCursor = { ...(cursor?.data ?? noPages), layout, plans };
  return (await store.commit([saveOver(path, cursor, next)])).ok;
}

/** What the generation in force names and the next one does not. */
function droppedPaths({ pointer, parts }: Standing, next: NextParts): string[] {
  const kept = new Set(next.parts.map(pathOf));
  const manifest = pointer ? [paths.part(pointer.data.generation, manifestName)] : [];
  return [...[...parts.values()].map(pathOf).filter((path) => !kept.has(path)), ...manifest];
}

interface Flip {
  pointer: StoredDocument<ListingPointer> | undefined;
  mark: StoredDocument<unknown> | undefined;
  next: ListingPointer;
  plans: PagesCursor['plans'];
  dropped: readonly string[];
  droppedPhotos: readonly string[];
  changes: Changes;
}

const photosPerFlip = 300;

/** Pointer, photos that go, what is now to be swept, and the log, in one commit. A mark that changed says that these rows are not the newest. */
async function flip(
  { store }: Services,
  { pointer, mark, next, plans, dropped, droppedPhotos, changes }: Flip,
): Promise<boolean> {
  const path = paths.cursor('pages');
  const cursor = await store.read<PagesCursor>(path);
  const photos = droppedPhotos.map(paths.photo);
  const after: PagesCursor = {
    begun: (cursor?.data.begun ?? []).filter((generation) => generation !== next.generation),
    layout,
    plans,
  };
  const logged = (['added', 'changed', 'removed', 'photoRefused'] as const).flatMap((what) =>
    inChunks(changes[what]).map(
      (keys, index): Write => ({
        kind: 'create',
        path: paths.publication(next.generation, `${what}-${index + 1}`),
        data: { what, at: next.updatedAt, generation: next.generation, keys },
      }),
    ),
  );
  const toSweep = inChunks([...dropped, ...photos.slice(photosPerFlip)]).map(
    (some, index): Write => ({
      kind: 'create',
      path: paths.dropped(next.generation, index + 1),
      data: { paths: some } satisfies DroppedDocument,
    }),
  );
  const flipped = await store.commit([
    saveOver(paths.pointer, pointer, next),
    saveOver(path, cursor, after),
    { kind: 'check', path: paths.publishMark, version: mark?.version ?? null },
    ...photos.slice(0, photosPerFlip).map((path): Write => ({ kind: 'delete', path })),
    ...logged,
    ...toSweep,
  ]);
  return flipped.ok;
}

const perDocument = 5000;

const inChunks = (all: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(all.length / perDocument) }, (_, index) =>
    all.slice(index * perDocument, (index + 1) * perDocument),
  );
