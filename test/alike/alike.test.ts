/** Rows that are like rows of other units reach both reviewers, at a bounded number of reads, and no crash loses any. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookForAlike } from '../../functions/alike/alike.ts';
import { workOffAlike } from '../../functions/alike/alike-backlog.ts';
import { shardCount } from '../../functions/domain/alike-index.ts';
import { comparedState, type Dossier } from '../../functions/domain/dossier.ts';
import { reviewColumn, reviewKey, tabTitles } from '../../functions/domain/workbook.ts';
import { sync } from '../../functions/handlers/sync.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { paths, syncMark } from '../../functions/records.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { blankRow, type TypedRow } from '../../infra/local/samples/rows.ts';
import { type Office, startOffice } from '../support/office.ts';
import { communeIds, manyCommunes, workbookOf } from '../support/office-acts.ts';
import { decideAtDesk } from '../support/office-views.ts';

const plan = manyCommunes(10);
const communes = communeIds(plan);
let office: Office;

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());

const take = (): string => communes.shift() as string;
const idOf = (unit: string, ordinal: number): string => `2025-${unit}-00${ordinal}`;

async function dossier(id: string): Promise<Dossier> {
  return (await office.local.store.read<Dossier>(paths.dossier(plan.id, id)))!.data;
}

interface Line {
  remark: string;
  status: string;
}

async function lineOf(id: string, round = 1, desk = '956'): Promise<Line> {
  const email = staffEmail('reviewer', desk);
  const lines = await office.people.read(email, workbookOf(office, desk), `'${tabTitles.review}'!A3:L200`);
  const line = lines.find(([key]) => key === reviewKey(id, round)) ?? [];
  return {
    remark: String(line[reviewColumn('remark')] ?? ''),
    status: String(line[reviewColumn('status')] ?? ''),
  };
}

/** The unit's list, its first row told in the words of another row. */
const withCopy = (unit: string, { title, summary, keyResults }: TypedRow): TypedRow[] =>
  office
    .rows(unit, 5)
    .map((row, index) => (index === 0 ? { ...row, ...({ title, summary, keyResults } as TypedRow) } : row));

/** A store that counts the documents it is asked for. */
function counting(store: DocumentStore): { store: DocumentStore; reads: () => number } {
  let reads = 0;
  return {
    reads: () => reads,
    store: {
      ...store,
      read: (path) => {
        reads += 1;
        return store.read(path);
      },
      readMany: (all) => {
        reads += all.length;
        return store.readMany(all);
      },
      list: async (collection, query) => {
        const found = await store.list(collection, query);
        reads += Math.max(1, found.length);
        return found as never;
      },
      commit: (writes) => store.commit(writes),
    },
  };
}

let first: string;
let second: string;
let secondList: TypedRow[];

it('says in the later line, and in the state of the earlier one, that there is a copy', async () => {
  [first, second] = [take(), take()];
  const rows = office.rows(first, 5);
  await office.send(first, rows);
  await office.settle();
  expect((await lineOf(idOf(first, 1))).remark).not.toContain('giống');
  secondList = withCopy(second, rows[0] as TypedRow);
  await office.send(second, secondList);
  await office.settle();
  const { remark, status } = await lineOf(idOf(second, 1));
  expect(remark).toContain(
    `Khác tên nhưng gần giống hồ sơ ${idOf(first, 1)}, Xã Tân Lập 1, năm 2025: trùng 100% số cụm từ. Chọn dòng này rồi bấm Gương sáng › “So sánh hồ sơ gần giống” để xem`,
  );
  expect(status).toBe('Chờ Huyện Hồng Dân thẩm định; có hồ sơ gần giống');
  expect((await lineOf(idOf(first, 1))).status).toBe('Chờ Huyện Hồng Dân thẩm định; có hồ sơ gần giống');
  expect((await lineOf(idOf(first, 2))).status).toBe('Chờ Huyện Hồng Dân thẩm định');
  expect((await dossier(idOf(first, 1))).alike).toEqual([
    { kind: 'other-name', dossierId: idOf(second, 1), unitId: second, period: '2025', share: 100 },
  ]);
  expect((await dossier(idOf(first, 2))).alike).toBeUndefined();
});

it('does not take a new round, or the way up, for a copy', async () => {
  await decideAtDesk(office, '956', {
    [idOf(first, 1)]: ['Chọn lên cấp trên', ''],
    [idOf(first, 2)]: ['Chọn lên cấp trên', ''],
    [idOf(second, 2)]: ['Trả lại', 'Bổ sung số liệu kết quả năm 2024'],
  });
  const mended = secondList.map((row, index) =>
    index === 1 ? { ...row, title: `${row.title} có thêm số liệu` } : row,
  );
  await office.send(second, mended);
  await office.settle();
  const again = await dossier(idOf(second, 2));
  expect(again).toMatchObject({ round: 2, status: 'submitted' });
  expect(again.alike).toBeUndefined();
  expect((await dossier(idOf(first, 1))).alike).toHaveLength(1);
  expect((await dossier(idOf(first, 2))).alike).toBeUndefined();
  // Decided is decided: the state no longer asks to look.
  expect((await lineOf(idOf(first, 1))).status).toMatch(/^Huyện Hồng Dân chọn lên cấp trên/);
  expect((await lineOf(idOf(first, 1))).status).not.toContain('giống');
});

it('takes the hint back from both when the copied text is written anew', async () => {
  const [one, other] = [take(), take()];
  const rows = office.rows(one, 5);
  await office.send(one, rows);
  const [copied] = withCopy(other, rows[0] as TypedRow) as [TypedRow];
  const [own, ...rest] = office.rows(other, 6) as [TypedRow, ...TypedRow[]];
  await office.send(other, [copied, ...rest.slice(0, 4)]);
  await office.settle();
  expect((await dossier(idOf(one, 1))).alike).toHaveLength(1);
  await office.send(other, [own, ...rest.slice(0, 4)]);
  await office.settle();
  expect((await dossier(idOf(other, 1))).alike).toBeUndefined();
  expect((await dossier(idOf(one, 1))).alike).toBeUndefined();
});

it('takes the hint back from both when the row of the copy leaves its list', async () => {
  const [one, other] = [take(), take()];
  const rows = office.rows(one, 5);
  await office.send(one, rows);
  const [copied] = withCopy(other, rows[0] as TypedRow) as [TypedRow];
  const own = office.rows(other, 5);
  await office.send(other, [...own, { ...copied, name: 'Lý Thị Sà Rên' }]);
  await office.settle();
  expect((await dossier(idOf(one, 1))).alike).toHaveLength(1);
  expect((await dossier(idOf(other, 6))).alike).toHaveLength(1);
  await office.type(other, [blankRow()], 5);
  await office.send(other, own);
  await office.settle();
  expect((await dossier(idOf(other, 6))).status).toBe('recalled');
  expect((await dossier(idOf(other, 6))).alike).toBeUndefined();
  expect((await dossier(idOf(one, 1))).alike).toBeUndefined();
});

it('reads a bounded number of documents for a list, however many there are, and nothing the second time', async () => {
  const { store, clock } = office.local.services;
  const stored = await store.list<Dossier>('dossiers', { where: { planId: plan.id } });
  const list = stored.map(({ data }) => data).filter(({ unitId }) => unitId === first);
  expect(stored.length).toBeGreaterThan(15);
  const done = counting(store);
  expect((await lookForAlike({ store: done.store, clock }, list, '')).dossiers).toEqual(list);
  expect(done.reads()).toBe(0);
  for (const { path, data } of stored.filter(({ data }) => data.unitId === first))
    await store.commit([{ kind: 'put', path, data: { ...data, compared: '' } }]);
  const counted = counting(store);
  const owing = list.map((one) => ({ ...one, compared: '' }));
  const { dossiers, isDone } = await lookForAlike({ store: counted.store, clock }, owing, '');
  expect(isDone).toBe(true);
  expect(dossiers).toEqual(list);
  // Itself, at most 26 shards, 12 candidates and 10 old hints a row.
  expect(counted.reads()).toBeLessThanOrEqual(list.length * (1 + 26 + 12 + 10));
});

it('makes the index up again from the dossiers when it is gone', async () => {
  const { store } = office.local.services;
  const before = await store.list<{ entries: string }>('alike');
  expect(before.length).toBeGreaterThan(50);
  expect(before.every(({ path }) => /^alike\/[\w-]+_[0-9a-f]{3}$/.test(path))).toBe(true);
  expect(before.length).toBeLessThanOrEqual(shardCount);
  const stored = await store.list<Dossier>('dossiers');
  const known = new Map(stored.map(({ data }) => [data.id, data]));
  for (const { path } of before) await store.commit([{ kind: 'delete', path }]);
  for (const { path, data } of stored) {
    const { alike: _, compared: __, ...bare } = data;
    await store.commit([{ kind: 'put', path, data: bare }]);
  }
  await office.people.press(staffEmail('reviewer', '956'), 'check', {
    spreadsheetId: workbookOf(office, '956'),
  });
  await office.settle();
  for (const { data } of await store.list<Dossier>('dossiers')) expect(data).toEqual(known.get(data.id));
});

it('finds a copy of last year, whose workbook nobody opens, in the following ticks', async () => {
  const { services } = office.local;
  const { store } = services;
  const now = await dossier(idOf(first, 3));
  const { alike: _, compared: __, ...bare } = now;
  const old: Dossier = {
    ...bare,
    id: '2024-31846-002',
    period: '2024',
    unitId: '31846',
    status: 'approved',
  };
  await store.commit([
    { kind: 'put', path: paths.dossier(plan.id, old.id), data: old },
    { kind: 'delete', path: paths.cursor('alike') },
  ]);
  expect(await workOffAlike(services)).toBeGreaterThan(15);
  expect(await workOffAlike(services)).toBe(0);
  const person = now.row.kind === 'individual';
  expect((await dossier(idOf(first, 3))).alike).toEqual([
    {
      kind: person ? 'same-person' : 'near-copy',
      dossierId: old.id,
      unitId: '31846',
      period: '2024',
      share: 100,
    },
  ]);
  expect((await dossier(old.id)).alike).toHaveLength(1);
  // The desk that has the line is told, though it was another workbook's turn.
  await office.settle();
  expect((await lineOf(idOf(first, 3))).status).toContain('có hồ sơ gần giống');
});

it('loses no hint when it is killed before or after any write', async () => {
  const { store, clock } = office.local.services;
  const id = idOf(first, 1);
  const wanted = await dossier(id);
  for (const effect of [false, true]) {
    const stored = await store.read<Dossier>(paths.dossier(plan.id, id));
    const { alike: _, ...bare } = stored!.data;
    await store.commit([{ kind: 'put', path: stored!.path, data: { ...bare, compared: '' } }]);
    const killed: DocumentStore = {
      ...store,
      commit: async (writes) => {
        if (effect) await store.commit(writes);
        throw new Error('killed');
      },
    };
    const owing = [(await dossier(id)) as Dossier];
    await expect(lookForAlike({ store: killed, clock }, owing, '')).rejects.toThrow('killed');
    expect((await dossier(id)).compared === comparedState(wanted)).toBe(effect);
    await lookForAlike({ store, clock }, [await dossier(id)], '');
    expect(await dossier(id)).toEqual(wanted);
  }
});

it('finds both of two lists that are looked at in the same moment', async () => {
  const [one, other] = [take(), take()];
  const { store, clock } = office.local.services;
  const base = await dossier(idOf(first, 2));
  const { alike: _, compared: __, ...bare } = base;
  const twins = [one, other].map((unit) => ({ ...bare, id: idOf(unit, 1), unitId: unit }));
  for (const twin of twins)
    await store.commit([{ kind: 'put', path: paths.dossier(plan.id, twin.id), data: twin }]);
  const looks = await Promise.all(twins.map((twin) => lookForAlike({ store, clock }, [twin], '')));
  expect(looks.map(({ isDone }) => isDone)).toEqual([true, true]);
  for (const [index, twin] of twins.entries()) {
    const ids = (await dossier(twin.id)).alike?.map(({ dossierId }) => dossierId);
    expect(ids).toContain(twins[1 - index]?.id);
    expect(ids).toContain(base.id);
  }
});

it('judges the workbook all the same, and keeps its mark, while others are always faster', async () => {
  const { services } = office.local;
  const { store, clock } = services;
  const desk = workbookOf(office, '956');
  const owing = { ...(await dossier(idOf(first, 1))), compared: '' };
  await store.commit([
    { kind: 'put', path: paths.dossier(plan.id, owing.id), data: owing },
    syncMark(desk, clock.now()),
  ]);
  const busy: DocumentStore = {
    ...store,
    commit: async (writes) =>
      writes.some(({ path }) => path.startsWith('dossiers/'))
        ? { ok: false, conflicts: ['dossiers/x'] }
        : store.commit(writes),
  };
  const { outcome } = await sync({ ...services, store: busy }, desk, { force: true });
  expect(['written', 'unchanged']).toContain(outcome);
  expect(await store.read(paths.syncMark(desk))).toBeDefined();
  await sync(services, desk, { force: true });
  expect(await store.read(paths.syncMark(desk))).toBeUndefined();
  expect((await dossier(owing.id)).compared).toBe(comparedState(owing));
});
