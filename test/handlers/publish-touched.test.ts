/** Publishing from what was touched: what it reads, and that it leaves what making all anew would leave, whatever happened. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { listing } from '../../functions/handlers/listing.ts';
import { publish } from '../../functions/handlers/publish.ts';
import { storyPath, toKey } from '../../functions/listing/address.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import type { DocumentStore, Write } from '../../functions/ports.ts';
import { readAllGroups, readAllKeys, readStanding } from '../../functions/publishing/standing.ts';
import { paths, publishMark, publishMarks } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';

const now = new Date('2025-03-05T08:00:00+07:00');
const units = ['31813', '31816', '31819', '31822'] as const;
const otherPlan: Plan = { ...kh113BacLieu, id: 'kh-khac', number: '7/KH' };

interface Seen {
  plan: string;
  unit: string;
  ordinal: number;
  name: string;
  summary: string;
  day: number;
  public: boolean;
}

function aDossier(seen: Partial<Seen> = {}): Dossier {
  const { plan = kh113BacLieu.id, unit = '31813', ordinal = 1, day = 1, ...rest } = seen;
  const { name = `Mô hình ${ordinal}`, summary = 'Cả xóm cùng làm.' } = rest;
  const id = `2025-${unit}-${String(ordinal).padStart(3, '0')}`;
  const at = `2025-02-${String(day).padStart(2, '0')}T01:00:00.000Z`;
  return {
    id,
    planId: plan,
    period: '2025',
    unitId: unit,
    parentId: '954',
    at: '954',
    status: 'approved',
    round: 1,
    row: {
      id,
      line: ordinal + 2,
      kind: 'model',
      values: { name, title: 'Giữ kênh sạch', summary, keyResults: '3 km kênh' },
    },
    snapshotId: 's',
    approvals: ['954'],
    returnReason: '',
    withdrawn: null,
    public: rest.public ?? true,
    touchedOn: '2025-03-05',
    history: [
      { at: '2025-01-31T01:00:00.000Z', by: 'a@vidu.vn', unitId: unit, action: 'submit', round: 1 },
      { at, by: 'a@vidu.vn', unitId: '954', action: 'approve', round: 1 },
    ],
  };
}

const saves = (...dossiers: Dossier[]): Write[] => [
  ...dossiers.map((data): Write => ({ kind: 'put', path: paths.dossier(data.planId, data.id), data })),
  ...publishMarks(dossiers, now),
];

const plansOf = (...plans: Plan[]): Write[] =>
  plans.map((data) => ({ kind: 'put', path: paths.plan(data.id), data }));

const services = (store: DocumentStore): Services => ({ store, clock: { now: () => now } }) as Services;

const askForAll: Write = {
  kind: 'put',
  path: paths.touchedAll,
  data: { planId: '', dossierId: '', wait: '', nonce: '' },
};

/** How many documents each call brought, by what they are. */
function counted(store: DocumentStore): { store: DocumentStore; read: Record<string, number> } {
  const read: Record<string, number> = {};
  const note = (path: string): void => {
    const name = path.startsWith('pages/')
      ? (path.split('/').at(-1)?.split('-')[0] ?? '')
      : (path.split('/')[0] ?? '');
    read[name] = (read[name] ?? 0) + 1;
  };
  return {
    read,
    store: {
      commit: store.commit,
      read: (path) => {
        note(path);
        return store.read(path);
      },
      readMany: (some) => {
        for (const path of some) note(path);
        return store.readMany(some);
      },
      // A query that finds nothing is one read too.
      list: async (collection, query) => {
        const found = await store.list(collection, query);
        for (let count = 0; count < Math.max(1, found.length); count += 1) note(collection);
        return found as never;
      },
    },
  };
}

async function published(count: number): Promise<DocumentStore> {
  const store = createSqliteStore(':memory:');
  const dossiers = Array.from({ length: count }, (_, index) =>
    aDossier({ unit: String(31_000 + (index >> 2)), ordinal: (index & 3) + 1, day: (index % 28) + 1 }),
  );
  for (let start = 0; start < count; start += 200)
    await store.commit(saves(...dossiers.slice(start, start + 200)));
  await store.commit(plansOf(kh113BacLieu));
  expect(await publish(services(store))).toBe('published');
  return store;
}

/** Of a publication after one row of many: the same documents, whatever stands beside them. */
const readsOfOne = {
  marks: 1,
  listing: 1,
  manifest: 1,
  plans: 1,
  touched: 1,
  dossiers: 1,
  dropped: 1,
  groups: 1,
  stories: 1,
};

it.each([200, 2000])(
  'reads, after one row of %i changed, that row and the parts it falls into',
  async (count) => {
    const inner = await published(count);
    await inner.commit(
      saves(aDossier({ unit: '31002', ordinal: 1, day: 9, summary: 'Nay cả ấp cùng làm.' })),
    );
    const { store, read } = counted(inner);
    expect(await publish(services(store))).toBe('published');
    // The cursor of the pages four times, the day of photos once: what stands half-written, and what is known of plans.
    expect(read).toEqual({ ...readsOfOne, cursors: 5 });
    const again = counted(inner);
    expect(await publish(services(again.store))).toBe('unchanged');
    expect(again.read).toEqual({
      marks: 1,
      listing: 1,
      manifest: 1,
      plans: 1,
      touched: 1,
      dropped: 1,
      cursors: 3,
    });
  },
);

it.each([200, 2000])(
  'reads a part of the roll, the front and a directory more for one that goes from %i',
  async (count) => {
    const inner = await published(count);
    const { heads } = await readStanding(inner);
    const gone = aDossier({ unit: '31002', ordinal: 1, day: 9, public: false });
    // A lead that ends its part takes in the next one: not this one.
    expect(heads.map(({ key }) => key)).not.toContain(toKey(gone.planId, gone.id));
    await inner.commit(saves(gone));
    const { store, read } = counted(inner);
    expect(await publish(services(store))).toBe('published');
    expect(read).toEqual({ ...readsOfOne, cursors: 5, keys: 1, front: 1, roll: 1 });
  },
);

/** Every page that a reader can open, word for word, and every part without who wrote it when. */
async function everything(store: DocumentStore): Promise<Record<string, unknown>> {
  const standing = await readStanding(store);
  const groups = await readAllGroups(store, standing);
  const parts = [...standing.parts.values(), ...groups.values()];
  const documents = await store.readMany(parts.map(({ generation, name }) => paths.part(generation, name)));
  const other = { read: store.read, readMany: store.readMany };
  const pages = await Promise.all(
    ['/', '/?loai=mo-hinh', '/?q=mo', '/don-vi', '/ke-hoach', '/sitemap-1.xml', '/du-lieu/guong.csv'].map(
      async (address) => {
        const [path = '', query = ''] = address.split('?');
        const { status, body } = await listing(other, 'https://g.example', path, new URLSearchParams(query));
        return [address, [status, String(body).replace(/cập nhật [^<]*/, '')]] as const;
      },
    ),
  );
  const named = parts.map(({ name }, index): [string, unknown] => [
    name,
    JSON.stringify(documents[index]?.data).replace(/\d+-[0-9a-f]{8}/g, ''),
  ]);
  return Object.fromEntries([
    ...named.sort(([a], [b]) => (a < b ? -1 : 1)),
    ['heads', standing.heads],
    ['order', standing.roll.map(({ name }) => name)],
    ['keys', [...(await readAllKeys(store, standing)).keys()].sort()],
    ...pages,
  ]);
}

const aSeen: fc.Arbitrary<Seen> = fc.record({
  plan: fc.constantFrom(kh113BacLieu.id, otherPlan.id),
  unit: fc.constantFrom(...units),
  ordinal: fc.integer({ min: 1, max: 45 }),
  name: fc.constantFrom('Kênh xanh', 'Ấp sạch', 'Đường hoa', 'Ánh sáng'),
  summary: fc.constantFrom('Cả xóm cùng làm.', 'Nay cả ấp cùng làm.'),
  day: fc.integer({ min: 1, max: 5 }),
  public: fc.boolean(),
});

const anAct = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      rows: fc.uniqueArray(aSeen, {
        maxLength: 8,
        selector: ({ plan, unit, ordinal }) => `${plan} ${unit} ${ordinal}`,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('publish' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('plan' as const), title: fc.constantFrom('Một', 'Hai') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const), before: fc.nat(4) }) },
);

it('leaves what making all anew leaves, after any acts, stops and changed plans', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { maxLength: 14 }), async (acts) => {
      const store = createSqliteStore(':memory:');
      await store.commit(plansOf(kh113BacLieu, otherPlan));
      for (const act of acts) {
        if (act.kind === 'save') await store.commit(saves(...act.rows.map(aDossier)));
        if (act.kind === 'publish') await publish(services(store));
        if (act.kind === 'plan')
          await store.commit([...plansOf({ ...otherPlan, title: act.title }), publishMark(now)]);
        if (act.kind === 'stop') {
          let commits = 0;
          const commit: DocumentStore['commit'] = async (writes) => {
            if (commits === act.before) throw new Error('stopped');
            commits += 1;
            return store.commit(writes);
          };
          await publish(services({ ...store, commit })).catch(() => undefined);
        }
      }
      await publish(services(store));
      expect(await store.list('touched')).toEqual([]);
      const before = await everything(store);
      await store.commit([askForAll, publishMark(now)]);
      expect(['unchanged', 'published']).toContain(await publish(services(store)));
      expect(await everything(store)).toEqual(before);
    }),
    { numRuns: 60 },
  );
}, 240_000);

it('makes all anew when it is asked to, once, and then finds nothing to write', async () => {
  const inner = await published(60);
  await inner.commit([askForAll, publishMark(now)]);
  const { store, read } = counted(inner);
  expect(await publish(services(store))).toBe('unchanged');
  expect(read.dossiers).toBe(60);
  expect(await inner.list('touched')).toEqual([]);
});

it('makes all anew when the public would see something else of a plan, not when a deadline moves', async () => {
  const inner = await published(60);
  await inner.commit([...plansOf({ ...kh113BacLieu, overdueSteps: [2] }), publishMark(now)]);
  const same = counted(inner);
  expect(await publish(services(same.store))).toBe('unchanged');
  expect(same.read.dossiers).toBeUndefined();
  await inner.commit([...plansOf({ ...kh113BacLieu, number: '114/KH-UBND' }), publishMark(now)]);
  const other = counted(inner);
  expect(await publish(services(other.store))).toBe('published');
  expect(other.read.dossiers).toBe(60);
});

it('looks again at a row that was saved anew just after the pages were flipped', async () => {
  const inner = await published(20);
  const row = { unit: '31002', ordinal: 1, day: 9 };
  await inner.commit(saves(aDossier({ ...row, summary: 'Lần thứ hai.' })));
  const commit: DocumentStore['commit'] = async (writes) => {
    const result = await inner.commit(writes);
    if (writes.some(({ kind, path }) => path === paths.pointer && kind !== 'check'))
      await inner.commit(saves(aDossier({ ...row, summary: 'Lần thứ ba.' })));
    return result;
  };
  expect(await publish(services({ ...inner, commit }))).toBe('published');
  expect(await inner.list('touched')).toHaveLength(1);
  expect(await inner.read(paths.publishMark)).toBeDefined();
  expect(await publish(services(inner))).toBe('published');
  const { id, planId } = aDossier(row);
  const address = storyPath({ key: toKey(planId, id), name: 'Mô hình 1' });
  const { body } = await listing(inner, 'https://g.example', address, new URLSearchParams());
  expect(String(body)).toContain('Lần thứ ba.');
});

it('looks again at a row whose photo is out of reach when the flip fails, not only on another day', async () => {
  const inner = await published(20);
  const plain = aDossier({ unit: '31002', ordinal: 1, day: 9, summary: 'Lần thứ hai.' });
  const photo = {
    consent: 'Đồng ý',
    photoUrl: 'https://drive.google.com/file/d/1AbC/view',
    photoAlt: 'Bà Hoa',
  };
  const row = { ...plain, row: { ...plain.row, values: { ...plain.row.values, ...photo } } };
  await inner.commit(saves(row));
  let isFirst = true;
  const commit: DocumentStore['commit'] = async (writes) => {
    if (isFirst && writes.some(({ kind, path }) => path === paths.pointer && kind !== 'check')) {
      isFirst = false;
      await inner.commit([publishMark(now)]);
    }
    return inner.commit(writes);
  };
  const files = { readFile: async () => undefined } as unknown as Services['files'];
  const all = { ...services({ ...inner, commit }), files };
  expect(await publish(all)).toBe('retry');
  expect(await publish(all)).toBe('published');
  const address = storyPath({ key: toKey(row.planId, row.id), name: 'Mô hình 1' });
  const { body } = await listing(inner, 'https://g.example', address, new URLSearchParams());
  expect(String(body)).toContain('Lần thứ hai.');
  expect((await inner.list('touched')).map(({ data }) => data.wait)).toEqual(['day']);
});

it('says the median of a plan’s days on its page, and another when a story comes or goes', async () => {
  const store = createSqliteStore(':memory:');
  const medianSaid = async (): Promise<string | undefined> => {
    await publish(services(store));
    const page = await listing(store, 'https://x', `/ke-hoach/${kh113BacLieu.id}`, new URLSearchParams());
    return /không quá (\d+) ngày/.exec(String(page.body))?.[1];
  };
  const quick = aDossier({ ordinal: 1, day: 3 });
  const slow = [aDossier({ ordinal: 2, day: 20 }), aDossier({ unit: '31816', ordinal: 3, day: 21 })];
  await store.commit([...plansOf(kh113BacLieu, otherPlan), ...saves(quick)]);
  expect(await medianSaid()).toBe('3');
  await store.commit(saves(...slow, aDossier({ plan: otherPlan.id, day: 28 })));
  expect(await medianSaid()).toBe('20');
  await store.commit(saves(...slow.map((dossier) => ({ ...dossier, public: false }))));
  expect(await medianSaid()).toBe('3');
});
