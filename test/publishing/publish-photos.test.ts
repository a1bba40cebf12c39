/** Photos on their way from Drive to the story and off it again: who gets one, what it costs, and that none outlives its story. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { consentWords } from '../../functions/domain/forms/exemplar.ts';
import { listing } from '../../functions/handlers/listing.ts';
import { publish, publishNow } from '../../functions/handlers/publish.ts';
import { storyPath, toKey } from '../../functions/listing/address.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import type { DocumentStore, Files, Write } from '../../functions/ports.ts';
import { paths, publishMarks } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';
import { named, parseMarkup } from '../listing/markup.ts';
import { aPicture, aPng, place, withNotes } from '../support/photos.ts';

const url = 'https://guong-sang.example';
const photoAlt = 'Bà con vớt rác trên kênh';
const linkTo = (fileId: string): string => `https://drive.google.com/file/d/${fileId}/view`;
const goodPhoto = withNotes(await aPicture(400, 300));
const otherPhoto = await aPicture(300, 400);

let store: DocumentStore;
let now: Date;
let drive: Map<string, Buffer | 'too-large' | 'down'>;
let asked: string[];
let tasks: string[];

beforeEach(() => {
  store = createSqliteStore(':memory:');
  now = new Date('2025-03-05T08:00:00+07:00');
  drive = new Map([['tep-anh', goodPhoto]]);
  asked = [];
  tasks = [];
});

const services = (over: DocumentStore = store): Services =>
  ({
    store: over,
    clock: { now: () => now },
    log: { info: () => undefined, error: () => undefined },
    tasks: { enqueue: async ({ id }) => void tasks.push(id) },
    files: {
      readFile: async (fileId) => {
        asked.push(fileId);
        const found = drive.get(fileId);
        if (found === 'down') throw new Error('Drive is away');
        return found === undefined || found === 'too-large'
          ? found
          : { mimeType: 'image/jpeg', bytes: found };
      },
    } satisfies Pick<Files, 'readFile'> as unknown as Files,
  }) satisfies Partial<Services> as unknown as Services;

const aDossier = (ordinal: number, values = {}, fields: Partial<Dossier> = {}): Dossier => {
  const id = `2025-31813-${String(ordinal).padStart(3, '0')}`;
  return {
    id,
    planId: kh113BacLieu.id,
    period: '2025',
    unitId: '31813',
    parentId: '954',
    at: '954',
    status: 'approved',
    round: 1,
    row: {
      id,
      line: ordinal + 2,
      kind: 'model',
      values: {
        name: `Mô hình số ${ordinal}`,
        title: 'Giữ kênh sạch',
        summary: 'Cả xóm cùng làm.',
        consent: consentWords.yes,
        photoUrl: linkTo('tep-anh'),
        photoAlt,
        ...values,
      },
    },
    snapshotId: 's',
    approvals: ['954'],
    returnReason: '',
    withdrawn: null,
    public: true,
    touchedOn: '2025-03-05',
    history: [
      { at: '2025-01-10T01:00:00.000Z', by: 'a@vidu.vn', unitId: '31813', action: 'submit', round: 1 },
      { at: '2025-02-10T01:00:00.000Z', by: 'b@vidu.vn', unitId: '954', action: 'approve', round: 1 },
    ],
    ...fields,
  };
};

/** As whoever changes dossiers does: with the mark that pages are to be made again. */
const save = (...dossiers: Dossier[]) =>
  store.commit([
    { kind: 'put', path: paths.plan(kh113BacLieu.id), data: kh113BacLieu },
    ...dossiers.map((data): Write => ({ kind: 'put', path: paths.dossier(data.planId, data.id), data })),
    ...publishMarks(dossiers, now),
  ]);

const get = (path: string) => listing(store, url, path, new URLSearchParams());

async function storyOf(ordinal: number): Promise<string> {
  const { id, planId } = aDossier(ordinal);
  const { status, body } = await get(storyPath({ key: toKey(planId, id), name: `Mô hình số ${ordinal}` }));
  expect(status).toBe(200);
  return String(body);
}

/** Addresses of the photos on a story page. */
const photosOn = async (ordinal: number): Promise<string[]> =>
  named(parseMarkup(await storyOf(ordinal)), 'img').map(({ attributes }) => attributes.src ?? '');

const photosStored = async (): Promise<string[]> => (await store.list('photos')).map(({ path }) => path);
const isOwed = async (): Promise<boolean> => (await store.read(paths.publishMark)) !== undefined;

async function showOne(values = {}): Promise<string> {
  await save(aDossier(1, values));
  expect(await publish(services())).toBe('published');
  return (await photosOn(1))[0] ?? '';
}

describe('a photo that was agreed to', () => {
  it('is on the story and served as a JPEG of its own, without where it was taken', async () => {
    const address = await showOne();
    expect(address).toMatch(/^\/anh\/[0-9a-f]{20}\.jpg$/);
    const { status, headers, body } = await get(address);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Content-Type': 'image/jpeg',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=2592000, s-maxage=300, immutable',
    });
    expect(headers.ETag).toBe(`"${address.slice(5, 25)}"`);
    expect(headers).not.toHaveProperty('Set-Cookie');
    expect((body as Buffer).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect((body as Buffer).toString('latin1')).not.toContain(place);
    expect(await isOwed()).toBe(false);
  });

  it('leaves the link into Drive out of everything public', async () => {
    await showOne();
    const parts = (await store.list('listing')).concat(await store.list('photos'));
    const { data } = (await store.read<{ generation: string }>(paths.pointer))!;
    parts.push(...(await store.list(`pages/${data.generation}/parts`)));
    expect(parts.length).toBeGreaterThan(4);
    expect(JSON.stringify(parts)).not.toMatch(/drive\.google|tep-anh/);
    const { id, planId } = aDossier(1);
    const open = JSON.parse(String((await get(`/du-lieu/guong/${toKey(planId, id)}.json`)).body));
    expect(open.photo).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      width: 400,
      height: 300,
      alt: photoAlt,
      url: `${url}${(await photosOn(1))[0]}`,
    });
  });

  it('is read from Drive once, however often pages are made again', async () => {
    const address = await showOne();
    expect(asked).toEqual(['tep-anh']);
    await save(aDossier(1));
    expect(await publish(services())).toBe('unchanged');
    await save(aDossier(1, { title: 'Kênh sạch, xóm vui' }), aDossier(2, { photoUrl: '' }));
    expect(await publish(services())).toBe('published');
    expect(await photosOn(1)).toEqual([address]);
    expect(asked).toEqual(['tep-anh']);
  });

  it('stays as it was reviewed when another picture is put under its link', async () => {
    const address = await showOne();
    drive.set('tep-anh', otherPhoto);
    await save(aDossier(1, { title: 'Kênh sạch, xóm vui' }));
    await publish(services());
    expect(await photosOn(1)).toEqual([address]);
  });

  it('is read again when the row was sent in again, and the old copy goes', async () => {
    const address = await showOne();
    drive.set('tep-anh', otherPhoto);
    const { history } = aDossier(1);
    const again = { ...history[0]!, at: '2025-03-01T01:00:00.000Z', round: 2 };
    await save(aDossier(1, {}, { history: [...history, again] }));
    await publish(services());
    const [fresh] = await photosOn(1);
    expect(fresh).not.toBe(address);
    expect((await get(address)).status).toBe(404);
    expect(await photosStored()).toHaveLength(1);
  });

  it('keeps its copy when the same picture is sent in again', async () => {
    const address = await showOne();
    const { history } = aDossier(1);
    const again = { ...history[0]!, at: '2025-03-01T01:00:00.000Z', round: 2 };
    await save(aDossier(1, {}, { history: [...history, again] }));
    await publish(services());
    expect(await photosOn(1)).toEqual([address]);
    expect((await get(address)).status).toBe(200);
  });

  it('has another address on another story, so that neither goes with the other', async () => {
    await save(aDossier(1), aDossier(2));
    await publish(services());
    const [[one = ''], [two = '']] = [await photosOn(1), await photosOn(2)];
    expect(one).not.toBe(two);
    await save(aDossier(1, {}, { public: false }));
    await publish(services());
    expect((await get(one)).status).toBe(404);
    expect((await get(two)).status).toBe(200);
  });
});

describe('a story without its photo', () => {
  it.each([
    ['the consent leaves the photo out', { consent: consentWords.withoutPhoto }],
    ['nobody described it', { photoAlt: '' }],
    ['it is no file in Drive', { photoUrl: 'https://vidu.vn/anh.jpg' }],
  ])('asks Drive for nothing when %s', async (_, values) => {
    expect(await showOne(values)).toBe('');
    expect(asked).toEqual([]);
    expect(await photosStored()).toEqual([]);
  });

  it.each([
    ['is out of reach', undefined, 'access'],
    ['has too many bytes', 'too-large' as const, 'size'],
    ['is no picture', Buffer.from('%PDF-1.7'), 'type'],
    ['would fill the memory', aPng({ width: 60_000, height: 60_000 }), 'size'],
    ['is broken', goodPhoto.subarray(0, 150), 'broken'],
  ])('is published, logged, and asked for once when the file %s', async (_, file, why) => {
    if (file === undefined) drive.delete('tep-anh');
    else drive.set('tep-anh', file);
    expect(await showOne()).toBe('');
    const log = await store.list<{ what: string; keys: string[] }>('publications');
    const { id, planId } = aDossier(1);
    expect(log.find(({ data }) => data.what === 'photoRefused')?.data.keys).toEqual([
      `${toKey(planId, id)} ${why}`,
    ]);
    expect(await isOwed()).toBe(false);
    await save(aDossier(1));
    expect(await publish(services())).toBe('unchanged');
    expect(asked).toEqual(['tep-anh']);
  });

  it('gets it on another day when the file was shared meanwhile', async () => {
    drive.delete('tep-anh');
    await showOne();
    drive.set('tep-anh', goodPhoto);
    now = new Date('2025-03-06T08:00:00+07:00');
    await save(aDossier(1));
    await publish(services());
    expect(await photosOn(1)).toHaveLength(1);
  });
});

describe('while Drive is away', () => {
  it('the story is published without its photo, the work stays owed and is done later', async () => {
    drive.set('tep-anh', 'down');
    expect(await showOne()).toBe('');
    expect(await isOwed()).toBe(true);
    expect(await publish(services())).toBe('unchanged');
    expect(await isOwed()).toBe(true);
    drive.set('tep-anh', goodPhoto);
    expect(await publish(services())).toBe('published');
    expect(await photosOn(1)).toHaveLength(1);
    expect(await isOwed()).toBe(false);
  });

  it('the photos that are known stay, and Drive is not asked for each of the others', async () => {
    const address = await showOne();
    drive.set('tep-khac', 'down');
    await save(
      ...Array.from({ length: 10 }, (_, index) => aDossier(index + 2, { photoUrl: linkTo('tep-khac') })),
    );
    await publish(services());
    expect(await photosOn(1)).toEqual([address]);
    expect(asked.filter((id) => id === 'tep-khac')).toHaveLength(3);
  });

  it('is marked as owed also when nobody had marked it', async () => {
    drive.set('tep-anh', 'down');
    await save(aDossier(1));
    await store.commit([{ kind: 'delete', path: paths.publishMark }]);
    await publish(services());
    expect(await isOwed()).toBe(true);
  });

  it('whoever waits for a withdrawal does not wait for Drive', async () => {
    const address = await showOne();
    await save(aDossier(1, {}, { public: false }), aDossier(2));
    asked = [];
    await publishNow(services());
    expect(asked).toEqual([]);
    expect((await get(address)).status).toBe(404);
    expect(await photosOn(2)).toEqual([]);
    expect(await isOwed()).toBe(true);
  });
});

it('reads so many at a time and comes back at once for the rest', async () => {
  const files = Array.from({ length: 25 }, (_, index) => `tep-${index + 1}`);
  for (const file of files) drive.set(file, otherPhoto);
  await save(...files.map((file, index) => aDossier(index + 1, { photoUrl: linkTo(file) })));
  await publish(services());
  expect(asked).toHaveLength(20);
  expect(tasks).toHaveLength(1);
  expect(await isOwed()).toBe(true);
  await publish(services());
  expect(asked).toHaveLength(25);
  expect(tasks).toHaveLength(1);
  expect(await isOwed()).toBe(false);
  expect(await photosStored()).toHaveLength(25);
});

it('stops reading when it has taken long, and comes further with every run', async () => {
  const files = ['tep-1', 'tep-2', 'tep-3'];
  for (const file of files) drive.set(file, otherPhoto);
  await save(...files.map((file, index) => aDossier(index + 1, { photoUrl: linkTo(file) })));
  let late = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    late += 30_000;
    return late;
  });
  onTestFinished(() => clock.mockRestore());
  for (const run of [1, 2, 3]) {
    await publish(services());
    expect(asked).toHaveLength(run);
    expect(tasks).toHaveLength(Math.min(run, 2));
    expect(await isOwed()).toBe(run < 3);
  }
});

it('reads a photo once when two publishers ask for it, and when one is overtaken', async () => {
  await save(aDossier(1));
  const process = services();
  await Promise.all([publish(process), publish(process)]);
  if (await isOwed()) await publish(process);
  expect(asked).toEqual(['tep-anh']);
  await save(aDossier(2, { photoUrl: linkTo('tep-hai') }));
  drive.set('tep-hai', otherPhoto);
  const overtaken = {
    ...process,
    store: { ...store, commit: async () => ({ ok: false as const, conflicts: [] }) },
  };
  expect(await publish(overtaken)).toBe('retry');
  expect(await publish(process)).toBe('published');
  expect(asked).toEqual(['tep-anh', 'tep-hai']);
});

describe('a photo goes', () => {
  it.each([
    ['with a withdrawn story', {}, { public: false }],
    ['when the consent no longer covers it', { consent: consentWords.withoutPhoto }, {}],
    ['when its link is taken out', { photoUrl: '' }, {}],
    ['when its description is taken out', { photoAlt: '' }, {}],
  ])('%s', async (_, values, fields) => {
    const address = await showOne();
    expect((await get(address)).status).toBe(200);
    await save(aDossier(1, values, fields));
    await publish(services());
    expect(await get(address)).toMatchObject({ status: 404, headers: { 'Cache-Control': 'no-store' } });
    expect(await photosStored()).toEqual([]);
  });

  it('in the very commit that takes the story off', async () => {
    const address = await showOne();
    await save(aDossier(1, {}, { public: false }));
    const served: [number, boolean][] = [];
    const watched: DocumentStore = {
      ...store,
      commit: async (writes) => {
        const result = await store.commit(writes);
        if (writes.some(({ path }) => path === paths.pointer && result.ok))
          served.push([(await get(address)).status, writes.some(({ kind }) => kind === 'delete')]);
        return result;
      },
    };
    await publish(services(watched));
    expect(served.at(-1)).toEqual([404, true]);
  });

  it('wherever the publisher is stopped: what stands in the end is what the stories show', async () => {
    class Killed extends Error {}
    for (let killAt = 0, wasKilled = true; wasKilled; killAt += 1) {
      store = createSqliteStore(':memory:');
      await save(aDossier(1), aDossier(2));
      await publish(services());
      await save(
        aDossier(1, {}, { public: false }),
        aDossier(2, { photoUrl: linkTo('tep-hai') }),
        aDossier(3),
      );
      drive.set('tep-hai', otherPhoto);
      let commits = 0;
      const inner = store;
      const mortal: DocumentStore = {
        ...inner,
        commit: (writes) => {
          if (commits === killAt) throw new Killed();
          commits += 1;
          return inner.commit(writes);
        },
      };
      wasKilled = await publish(services(mortal)).then(
        () => false,
        (error) => error instanceof Killed,
      );
      // The consent of one that was being added is taken back before anybody comes again.
      if (wasKilled) await save(aDossier(3, { consent: consentWords.withoutPhoto }));
      if (await isOwed()) await publish(services());
      const shown = [...(await photosOn(2)), ...(await photosOn(3))];
      expect(shown, `stopped before commit ${killAt}`).toHaveLength(wasKilled ? 1 : 2);
      const stored = (await photosStored()).map((path) => `/anh/${path.slice('photos/'.length)}.jpg`);
      expect(stored.sort(), `stopped before commit ${killAt}`).toEqual(shown.sort());
      expect(killAt).toBeLessThan(20);
    }
  });

  it('but not with what a stopped publisher left, when another has shown it meanwhile', async () => {
    await save(aDossier(1));
    const inner = store;
    const stoppedBeforeFlip: DocumentStore = {
      ...inner,
      commit: (writes) => {
        if (writes.some(({ path, kind }) => path === paths.pointer && kind !== 'check'))
          throw new Error('stopped');
        return inner.commit(writes);
      },
    };
    let isFirst = true;
    // After the one has written its pages, and before it sets the pointer, the other writes the same photo and is stopped.
    const crossed: DocumentStore = {
      ...inner,
      commit: async (writes) => {
        const result = await inner.commit(writes);
        if (isFirst && writes.some(({ path }) => path.startsWith('photos/'))) {
          isFirst = false;
          await publish(services(stoppedBeforeFlip)).catch(() => undefined);
        }
        return result;
      },
    };
    expect(await publish(services(crossed))).toBe('published');
    const [address = ''] = await photosOn(1);
    expect((await get(address)).status).toBe(200);
  });

  it('and two publishers at once leave every story its photo', async () => {
    await save(aDossier(1), aDossier(2));
    await Promise.all([publish(services()), publish(services())]);
    if (await isOwed()) await publish(services());
    for (const ordinal of [1, 2]) {
      const [address = ''] = await photosOn(ordinal);
      expect((await get(address)).status).toBe(200);
    }
    expect(await photosStored()).toHaveLength(2);
  });
});

it.each([
  '/anh/',
  '/anh/x.jpg',
  `/anh/${'a'.repeat(20)}.jpg`,
  `/anh/${'a'.repeat(20)}.png`,
  '/anh/../photos/x',
])('knows no photo at %s', async (path) => {
  await showOne();
  expect(await get(path)).toMatchObject({ status: 404, headers: { 'Cache-Control': 'no-store' } });
});
