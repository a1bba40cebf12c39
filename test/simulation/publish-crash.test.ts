/** Stops the publisher before each of its commits and shows that the next try leaves one generation of pages and no other. */
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { publish, publishNow } from '../../functions/handlers/publish.ts';
import { isStories, type ListingPointer, manifestName, type Part } from '../../functions/listing/manifest.ts';
import { rowsIn, type StoriesDocument } from '../../functions/listing/stories.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readAllGroups, readStanding } from '../../functions/publishing/standing.ts';
import { paths, publishMarks } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';

const now = new Date('2025-03-05T08:00:00+07:00');

const aDossier = (number: number): Dossier => ({
  id: `2025-31813-${String(number).padStart(3, '0')}`,
  planId: kh113BacLieu.id,
  period: '2025',
  unitId: '31813',
  parentId: '954',
  at: '954',
  status: 'approved',
  round: 1,
  row: {
    id: `2025-31813-${String(number).padStart(3, '0')}`,
    line: number + 2,
    kind: 'model',
    values: { name: `Mô hình số ${number}`, consent: 'Đồng ý' },
  },
  snapshotId: 's',
  approvals: ['954'],
  returnReason: '',
  withdrawn: null,
  public: true,
  touchedOn: '2025-03-05',
  history: [{ at: now.toISOString(), by: 'a@vidu.vn', unitId: '954', action: 'approve', round: 1 }],
});

class Killed extends Error {}

const kill = (): never => {
  throw new Killed();
};

/** Only what the publisher asks for; before its commit with this number, from 0, something happens: usually its end. */
function servicesOver(
  store: DocumentStore,
  number = Number.POSITIVE_INFINITY,
  happens: () => unknown = kill,
): Services {
  let commits = 0;
  const watched: DocumentStore = {
    ...store,
    commit: async (writes) => {
      if (commits === number) await happens();
      commits += 1;
      return store.commit(writes);
    },
  };
  return { store: watched, clock: { now: () => now } } as Services;
}

/** Two pages of rows; remembers every page document that was ever written. */
async function aPublishedStore(): Promise<{ store: DocumentStore; written: Set<string> }> {
  const inner = createSqliteStore(':memory:');
  const written = new Set<string>();
  const store: DocumentStore = {
    ...inner,
    commit: (writes) => {
      for (const { path } of writes) if (path.startsWith('pages/')) written.add(path);
      return inner.commit(writes);
    },
  };
  const dossiers = Array.from({ length: 60 }, (_, index) => aDossier(index + 1));
  await store.commit([
    { kind: 'put', path: paths.plan(kh113BacLieu.id), data: kh113BacLieu },
    ...dossiers.map((data) => ({ kind: 'put', path: paths.dossier(data.planId, data.id), data }) as const),
    ...publishMarks(dossiers, now),
  ]);
  await publish(servicesOver(store));
  return { store, written };
}

async function takeDown(store: DocumentStore, number = 1): Promise<void> {
  const gone: Dossier = { ...aDossier(number), public: false };
  await store.commit([
    { kind: 'put', path: paths.dossier(gone.planId, gone.id), data: gone },
    ...publishMarks([gone], now),
  ]);
}

/** Every page that can still be read, in force or not. */
async function readablePages(store: DocumentStore, written: ReadonlySet<string>): Promise<string[]> {
  const found = await store.readMany([...written]);
  return found.flatMap((page) => (page ? [page.path] : [])).sort();
}

async function partsInForce(store: DocumentStore): Promise<Part[]> {
  const { generation } = (await store.read<ListingPointer>(paths.pointer))!.data;
  const standing = await readStanding(store);
  const groups = await readAllGroups(store, standing);
  return [{ name: manifestName, generation, hash: '' }, ...standing.parts.values(), ...groups.values()];
}

const pagesInForce = async (store: DocumentStore): Promise<string[]> =>
  (await partsInForce(store)).map(({ generation, name }) => paths.part(generation, name)).sort();

async function shownIds(store: DocumentStore): Promise<string[]> {
  const stories = (await partsInForce(store)).filter(({ name }) => isStories(name));
  const found = await store.readMany<StoriesDocument>(
    stories.map(({ generation, name }) => paths.part(generation, name)),
  );
  return found.flatMap((part) => rowsIn(part!.data)).map(({ id }) => id);
}

it('leaves only the pages in force, wherever it is stopped, once it is asked again', async () => {
  let wasKilled = true;
  for (let killAt = 0; wasKilled; killAt += 1) {
    const { store, written } = await aPublishedStore();
    await takeDown(store);
    wasKilled = await publish(servicesOver(store, killAt)).then(
      () => false,
      (error) => error instanceof Killed,
    );
    // As tick does: only while a mark says that work is owed.
    if (await store.read(paths.publishMark)) await publish(servicesOver(store));
    expect(await readablePages(store, written), `stopped before commit ${killAt}`).toEqual(
      await pagesInForce(store),
    );
    expect(await store.read(paths.publishMark), `mark after commit ${killAt}`).toBeUndefined();
    expect(killAt).toBeLessThan(20);
  }
});

it('sweeps what a stopped try wrote, also when the next one publishes something else', async () => {
  const { store, written } = await aPublishedStore();
  await takeDown(store);
  for (const killAt of [0, 1, 2, 3]) {
    await publish(servicesOver(store, killAt)).catch(() => undefined);
    await takeDown(store, 10 + killAt);
  }
  await publish(servicesOver(store));
  expect(await readablePages(store, written)).toEqual(await pagesInForce(store));
});

it('keeps one whole list when two publishers work at once', async () => {
  const { store, written } = await aPublishedStore();
  await takeDown(store);
  const outcomes = await Promise.all([publish(servicesOver(store)), publish(servicesOver(store))]);
  expect(outcomes).toContain('published');
  if (await store.read(paths.publishMark)) await publish(servicesOver(store));
  expect(await readablePages(store, written)).toEqual(await pagesInForce(store));
});

it('adds no page to a generation that another publisher has swept meanwhile', async () => {
  const { store, written } = await aPublishedStore();
  await takeDown(store);
  // Commit 0 notes the generation, 1 writes its pages: in between another one publishes and sweeps.
  const another = () => publish(servicesOver(store));
  expect(await publish(servicesOver(store, 1, another))).toBe('retry');
  expect(await readablePages(store, written)).toEqual(await pagesInForce(store));
});

it('does not publish rows that changed while it made the pages', async () => {
  const { store } = await aPublishedStore();
  await takeDown(store, 2);
  // Commits 0 and 1 note the generation and write its pages; 2 is the flip.
  expect(await publish(servicesOver(store, 2, () => takeDown(store)))).toBe('retry');
});

it('does not answer whoever waits before the row is off the page, though another publisher is in the way', async () => {
  const { store } = await aPublishedStore();
  await takeDown(store);
  const another = () => publish(servicesOver(store, 1)).catch(() => undefined);
  await publishNow(servicesOver(store, 0, another));
  expect(await shownIds(store)).not.toContain(aDossier(1).id);
});
