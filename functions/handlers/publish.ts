/**
 * The public pages: made from all public dossiers under a new generation, then one pointer flips, so that no reader sees
 * half a list. The same content gives the same generation and writes nothing.
 */
import { contentHash } from '../content-hash.ts';
import { toPublicRow } from '../domain/public-row.ts';
import { type ListingPointer, toPages } from '../listing/pages.ts';
import type { Write } from '../ports.ts';
import { paths, readDossiers, readPlan } from '../records.ts';
import type { Services } from '../services.ts';

export type PublishOutcome = 'published' | 'unchanged' | 'retry';

/** Pages per commit: 50 rows are about 100 kB, so twenty stay far under a commit's 10 MiB. */
const pagesPerCommit = 20;

export async function publish(services: Services): Promise<PublishOutcome> {
  const { store, clock } = services;
  const mark = await store.read(paths.publishMark);
  const pointer = await store.read<ListingPointer>(paths.pointer);
  const dossiers = await readDossiers(store, { public: true });
  const planIds = [...new Set(dossiers.map(({ data }) => data.planId))];
  const plans = new Map(
    await Promise.all(planIds.map(async (id) => [id, (await readPlan(store, id)).plan] as const)),
  );
  const rows = dossiers.map(({ data }) => toPublicRow(data, plans.get(data.planId)!));
  const pages = toPages(rows);
  const hash = contentHash(JSON.stringify(pages)).slice(0, 20);
  const clearMark: Write[] = mark ? [{ kind: 'delete', path: paths.publishMark, version: mark.version }] : [];
  const [before, hashBefore] = pointer?.data.generation.split('-') ?? ['0', ''];
  if (hashBefore === hash) {
    await store.commit(clearMark);
    return 'unchanged';
  }
  // The number makes every generation a new one: sweeping an old one can never touch pages in force.
  const generation = `${Number(before) + 1}-${hash}`;
  for (let start = 0; start < pages.length; start += pagesPerCommit)
    await store.commit(
      pages
        .slice(start, start + pagesPerCommit)
        .map((page) => ({ kind: 'put', path: paths.part(generation, page.number), data: page })),
    );
  const next: ListingPointer = {
    generation,
    pages: pages.length,
    total: rows.length,
    updatedAt: clock.now().toISOString(),
  };
  const flipped = await store.commit([
    pointer
      ? { kind: 'replace', path: paths.pointer, data: next, version: pointer.version }
      : { kind: 'create', path: paths.pointer, data: next },
    ...clearMark,
  ]);
  if (!flipped.ok) return 'retry';
  if (pointer) await sweep(services, pointer.data.generation);
  return 'published';
}

/** The generation before goes as soon as nothing points to it; a reader between two reads asks again. */
async function sweep({ store }: Services, old: string): Promise<void> {
  const parts = await store.list(`pages/${old}/parts`);
  for (let start = 0; start < parts.length; start += 100)
    await store.commit(parts.slice(start, start + 100).map(({ path }) => ({ kind: 'delete', path })));
}
