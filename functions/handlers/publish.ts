/**
 * The public pages: made from all public dossiers under a new generation, then one pointer flips, so that no reader sees
 * half a list. The same content gives the same generation and writes nothing.
 */
import { contentHash } from '../content-hash.ts';
import { toPublicRow } from '../domain/public-row.ts';
import { type ListingPointer, toPages } from '../listing/pages.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { paths, readDossiers, readPlan, saveOver } from '../records.ts';
import type { Services } from '../services.ts';

export type PublishOutcome = 'published' | 'unchanged' | 'retry';

/**
 * Generations whose pages may stand in the store, noted before their first page is written: a publisher that is stopped
 * half-way must not leave pages behind with somebody who is taken down later. Anybody may read pages.
 */
interface BegunGenerations {
  generations: string[];
}

/** Pages per commit: 50 rows are about 100 kB, so twenty stay far under a commit's 10 MiB. */
const pagesPerCommit = 20;

export async function publish(services: Services): Promise<PublishOutcome> {
  const { store, clock } = services;
  const mark = await store.read(paths.publishMark);
  const pointer = await store.read<ListingPointer>(paths.pointer);
  const dossiers = await readDossiers(store, { public: true });
  const planIds = [...new Set(dossiers.map(({ data }) => data.planId))];
  const plans = new Map(
    await Promise.all(planIds.map(async (id) => [id, await readPlan(store, id)] as const)),
  );
  const rows = dossiers.map(({ data }) => {
    const { plan, tree } = plans.get(data.planId)!;
    return toPublicRow(data, plan, tree);
  });
  const pages = toPages(rows);
  const hash = contentHash(JSON.stringify(pages)).slice(0, 20);
  if (pointer?.data.generation.split('-')[1] === hash) {
    await tidy(store, pointer.data.generation, mark);
    return 'unchanged';
  }
  // The number makes every generation a new one: sweeping an old one can never touch pages in force.
  const generation = `${(pointer ? numberOf(pointer.data.generation) : 0) + 1}-${hash}`;
  if (!(await noteBegun(store, pointer, generation))) return 'retry';
  // After the pointer has moved on, nobody adds a page to a generation that may have been swept.
  const stillCurrent: Write = { kind: 'check', path: paths.pointer, version: pointer?.version ?? null };
  for (let start = 0; start < pages.length; start += pagesPerCommit) {
    const puts = pages
      .slice(start, start + pagesPerCommit)
      .map((page): Write => ({ kind: 'put', path: paths.part(generation, page.number), data: page }));
    if (!(await store.commit([stillCurrent, ...puts])).ok) return 'retry';
  }
  const next: ListingPointer = {
    generation,
    pages: pages.length,
    total: rows.length,
    updatedAt: clock.now().toISOString(),
  };
  // A mark that changed since says that these rows are no longer the newest.
  const flipped = await store.commit([
    saveOver(paths.pointer, pointer, next),
    { kind: 'check', path: paths.publishMark, version: mark?.version ?? null },
  ]);
  if (!flipped.ok) return 'retry';
  await tidy(store, generation, mark);
  return 'published';
}

const tries = 5;

/** For a person who waits until the page says so: another publisher that was quicker is followed by one more try. */
export async function publishNow(services: Services): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) if ((await publish(services)) !== 'retry') return;
  // The mark stands: `tick` hands the work out again.
  services.log.error('the public pages could not be made while somebody waited');
}

const numberOf = (generation: string): number => Number(generation.split('-')[0]);

async function noteBegun(
  store: DocumentStore,
  pointer: StoredDocument<ListingPointer> | undefined,
  generation: string,
): Promise<boolean> {
  const path = paths.cursor('pages');
  const begun = await store.read<BegunGenerations>(path);
  const current = pointer ? [pointer.data.generation] : [];
  const generations = [...new Set([...(begun?.data.generations ?? []), ...current, generation])];
  return (await store.commit([saveOver(path, begun, { generations } satisfies BegunGenerations)])).ok;
}

/**
 * Everything older goes as soon as nothing points to it; a reader between two reads asks again. The mark goes last, so
 * that `tick` asks again for a sweep that was cut short.
 */
async function tidy(
  store: DocumentStore,
  current: string,
  mark: StoredDocument<unknown> | undefined,
): Promise<void> {
  const path = paths.cursor('pages');
  const begun = await store.read<BegunGenerations>(path);
  // A higher number is another publisher's, who has begun after us.
  const isOver = (generation: string): boolean =>
    generation !== current && numberOf(generation) <= numberOf(current);
  const over = begun?.data.generations.filter(isOver) ?? [];
  for (const generation of over) await removePages(store, generation);
  if (begun && over.length > 0) {
    const generations = begun.data.generations.filter((generation) => !isOver(generation));
    await store.commit([saveOver(path, begun, { generations } satisfies BegunGenerations)]);
  }
  if (mark) await store.commit([{ kind: 'delete', path: paths.publishMark, version: mark.version }]);
}

async function removePages(store: DocumentStore, generation: string): Promise<void> {
  const parts = await store.list(`pages/${generation}/parts`);
  for (let start = 0; start < parts.length; start += 100)
    await store.commit(parts.slice(start, start + 100).map(({ path }) => ({ kind: 'delete', path })));
}
