/** A store as a publisher leaves it: what the servers of the bench read. */
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { type Lead, parseLeadLine } from '../../functions/listing/lead.ts';
import {
  hashOf,
  type ListingPointer,
  manifestName,
  planName,
  storiesName,
  toManifest,
} from '../../functions/listing/manifest.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { paths } from '../../functions/records.ts';
import { aPublicRow } from '../listing/rows.ts';
import { nationalPlan, nationalRoll } from './national.ts';

const storedStories = 2000;

/** What a publisher would leave, but with the stories of a part of the rows only: 250 MB of them say no more. */
export async function publishInto(file: string, rows: number): Promise<Lead[]> {
  const store = createSqliteStore(file);
  const generation = '1-bench';
  const roll = nationalRoll(rows);
  const leads = roll.flatMap((text) => text.split('\n').map(parseLeadLine));
  const told = leads.slice(0, storedStories);
  const documents: [string, object][] = [
    ...roll.map((text): [string, object] => [`roll-${hashOf(text)}`, { text }]),
    [planName(nationalPlan.id), planOf(leads)],
    ...[...Map.groupBy(told, ({ planId, id }) => storiesName(planId, id))].map(
      ([name, some]): [string, object] => [name, { rows: some.map(toRow) }],
    ),
  ];
  const parts = documents.map(([name]) => ({ name, generation, hash: 'x' }));
  const pointer: ListingPointer = {
    generation,
    hash: 'x',
    total: leads.length,
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  await put(store, [
    ...documents.map(([name, data]): Write => ({ kind: 'put', path: paths.part(generation, name), data })),
    { kind: 'put', path: paths.part(generation, manifestName), data: toManifest(parts) },
    { kind: 'put', path: paths.pointer, data: pointer },
  ]);
  store.close();
  return told;
}

/** As `toPlanTable` does: units with rows, and those above them. */
function planOf(leads: readonly Lead[]): typeof nationalPlan {
  const wanted = new Set(leads.map(({ unitId }) => unitId));
  for (const { id, parent } of nationalPlan.units) if (wanted.has(id) && parent !== null) wanted.add(parent);
  return { ...nationalPlan, units: nationalPlan.units.filter(({ id }) => wanted.has(id)) };
}

async function put(store: DocumentStore, writes: readonly Write[]): Promise<void> {
  for (let start = 0; start < writes.length; start += 8) await store.commit(writes.slice(start, start + 8));
}

const toRow = (lead: Lead): PublicRow =>
  aPublicRow({
    id: lead.id,
    planId: lead.planId,
    name: lead.name,
    title: lead.title,
    unit: lead.unit,
    unitId: lead.unitId,
  });
