/** A store as a publisher leaves it: what the servers of the bench read. */
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { groupsName, keysName, toGroupsDocument, toKeysDocument } from '../../functions/listing/directory.ts';
import { toFront } from '../../functions/listing/front.ts';
import type { Lead } from '../../functions/listing/lead.ts';
import {
  frontName,
  hashOf,
  type ListingPointer,
  type ManifestDocument,
  manifestName,
  type Part,
  planName,
  storiesName,
  toLines,
} from '../../functions/listing/manifest.ts';
import { cut, leadsIn, toHead, toHeadLines, toText } from '../../functions/listing/roll.ts';
import { toStories } from '../../functions/listing/stories.ts';
import { count, type Tally } from '../../functions/listing/tally.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { paths } from '../../functions/records.ts';
import { aPublicRow } from '../listing/rows.ts';
import { nationalPlan, nationalRoll } from './national.ts';

const storedStories = 24_000;

/** What a publisher would leave, but with the stories of a part of the rows only: 250 MB of them say no more. */
export async function publishInto(file: string, rows: number): Promise<Lead[]> {
  const store = createSqliteStore(file);
  const generation = '1-bench';
  const partOf = (name: string): Part => ({ name, generation, hash: 'x' });
  const leads = nationalRoll(rows).flatMap(leadsIn);
  const pieces = cut(leads);
  const told = leads.slice(0, storedStories);
  const stories = [...Map.groupBy(told, ({ planId, id }) => storiesName(planId, id))];
  const tally: Tally = new Map();
  for (const lead of leads) count(tally, lead, 1);
  const roll = pieces.map(toText).map((text): [string, object] => [`roll-${hashOf(text)}`, { text }]);
  const others: [string, object][] = [
    [planName(nationalPlan.id), planOf(leads)],
    [frontName, toFront(leads.length, leads, tally)],
    ...[...Map.groupBy(leads, ({ key }) => keysName(key))].map(([name, some]): [string, object] => [
      name,
      toKeysDocument(new Map(some.map(({ key, planId, id }) => [key, { planId, id }]))),
    ]),
    ...[...Map.groupBy(stories, ([name]) => groupsName(name))].map(([name, some]): [string, object] => [
      name,
      toGroupsDocument(new Map(some.map(([story]) => [story, partOf(story)]))),
    ]),
  ];
  const named = [...roll, ...others];
  const manifest: ManifestDocument = {
    lines: toLines(named.map(([name]) => partOf(name))),
    heads: toHeadLines(pieces.map(toHead)),
  };
  const pointer: ListingPointer = {
    generation,
    hash: 'x',
    total: leads.length,
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  await put(store, [
    ...[...named, ...stories.map(([name, some]): [string, object] => [name, toStories(some.map(toRow))])].map(
      ([name, data]): Write => ({ kind: 'put', path: paths.part(generation, name), data }),
    ),
    { kind: 'put', path: paths.part(generation, manifestName), data: manifest },
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
