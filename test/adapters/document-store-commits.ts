/** The part of the exam about commits: preconditions, whole replacement, all or nothing, many writers at once. */
import { describe, expect, test } from 'vitest';
import type { Write } from '../../functions/ports.ts';
import type { Desk } from './document-store-desk.ts';

export function documentStoreCommits({ store, aCollection, aPath, saved, put }: Desk): void {
  describe('one document', () => {
    test('reads undefined where nothing is', async () => {
      expect(await store().read(aPath())).toBeUndefined();
    });

    test('creates once; the second time conflicts and changes nothing', async () => {
      const path = aPath();
      expect(await store().commit([{ kind: 'create', path, data: { lần: 1 } }])).toMatchObject({ ok: true });
      const first = await saved(path);
      const again = await store().commit([{ kind: 'create', path, data: { lần: 2 } }]);
      expect(again).toEqual({ ok: false, conflicts: [path] });
      expect(await saved(path)).toEqual(first);
    });

    test('replaces the whole document: fields that are not named are gone', async () => {
      const path = aPath();
      await put(path, { cũ: 1, chung: { a: 1, b: 2 } });
      const before = await saved(path);
      const answer = await store().commit([
        { kind: 'replace', path, data: { chung: { b: 3 } }, version: before.version },
      ]);
      expect(answer).toMatchObject({ ok: true });
      const after = await saved(path);
      expect(after.data).toEqual({ chung: { b: 3 } });
      expect(after.version).not.toBe(before.version);
    });

    test('replaces by nothing: an empty document is a document', async () => {
      const path = aPath();
      await put(path, { a: 1 });
      await store().commit([{ kind: 'replace', path, data: {}, version: (await saved(path)).version }]);
      expect((await saved(path)).data).toEqual({});
    });

    test.each(['a stale version', 'a missing document', 'a version never given'])(
      'does not replace or delete with %s',
      async (offence) => {
        const path = aPath();
        await put(path, { lần: 1 });
        let { version } = await saved(path);
        if (offence === 'a stale version') await put(path, { lần: 2 });
        if (offence === 'a missing document') await store().commit([{ kind: 'delete', path }]);
        if (offence === 'a version never given') version = 'không phải phiên bản';
        const before = await store().read(path);
        const refused = { ok: false, conflicts: [path] };
        expect(await store().commit([{ kind: 'replace', path, data: { x: 1 }, version }])).toEqual(refused);
        expect(await store().commit([{ kind: 'delete', path, version }])).toEqual(refused);
        expect(await store().commit([{ kind: 'check', path, version }])).toEqual(refused);
        expect(await store().read(path)).toEqual(before);
      },
    );

    test('puts whether or not something is there, and whole', async () => {
      const path = aPath();
      await put(path, { a: 1, b: 1 });
      await put(path, { b: 2 });
      expect((await saved(path)).data).toEqual({ b: 2 });
    });

    test('deletes with the right version, and without one even what is not there', async () => {
      const path = aPath();
      await put(path, { a: 1 });
      const { version } = await saved(path);
      expect(await store().commit([{ kind: 'delete', path, version }])).toMatchObject({ ok: true });
      expect(await store().read(path)).toBeUndefined();
      expect(await store().commit([{ kind: 'delete', path }])).toMatchObject({ ok: true });
    });

    test('never gives an old version again, not even after delete and create', async () => {
      const path = aPath();
      const versions: string[] = [];
      for (let round = 0; round < 5; round++) {
        await store().commit([{ kind: 'create', path, data: { round } }]);
        versions.push((await saved(path)).version);
        await put(path, { round: `${round}` });
        versions.push((await saved(path)).version);
        await store().commit([{ kind: 'delete', path }]);
      }
      expect(new Set(versions).size).toBe(10);
    });
  });

  describe('several writes', () => {
    test('are done together, and read back in the order asked', async () => {
      const at = aCollection();
      await store().commit([
        { kind: 'create', path: `${at}/a`, data: { n: 1 } },
        { kind: 'put', path: `${at}/b`, data: { n: 2 } },
        { kind: 'delete', path: `${at}/c` },
      ]);
      const found = await store().readMany([`${at}/b`, `${at}/c`, `${at}/a`, `${at}/b`]);
      expect(found.map((document) => document?.data)).toEqual([{ n: 2 }, undefined, { n: 1 }, { n: 2 }]);
      expect(found.map((document) => document?.path)).toEqual([`${at}/b`, undefined, `${at}/a`, `${at}/b`]);
    });

    test('are none of them done when one precondition fails, and every failed one is named', async () => {
      const at = aCollection();
      await put(`${at}/đổi`, { n: 1 });
      await put(`${at}/xóa`, { n: 1 });
      const { version } = await saved(`${at}/đổi`);
      await put(`${at}/đổi`, { n: 2 });
      const answer = await store().commit([
        { kind: 'put', path: `${at}/mới`, data: {} },
        { kind: 'create', path: `${at}/khác`, data: {} },
        { kind: 'delete', path: `${at}/xóa` },
        { kind: 'replace', path: `${at}/đổi`, data: {}, version },
        { kind: 'create', path: `${at}/xóa-2`, data: {} },
        { kind: 'check', path: `${at}/không-có`, version },
      ]);
      expect(answer).toEqual({ ok: false, conflicts: [`${at}/đổi`, `${at}/không-có`] });
      const left = await store().list(at);
      expect(left.map(({ path, data }) => [path, data])).toEqual([
        [`${at}/xóa`, { n: 1 }],
        [`${at}/đổi`, { n: 2 }],
      ]);
    });

    test('may depend on a document they do not write, which keeps its version', async () => {
      const at = aCollection();
      await put(`${at}/khóa`, { epoch: 7 });
      const lease = await saved(`${at}/khóa`);
      const check: Write = { kind: 'check', path: `${at}/khóa`, version: lease.version };
      const ok = await store().commit([check, { kind: 'create', path: `${at}/a`, data: {} }]);
      expect(ok).toMatchObject({ ok: true });
      expect(await saved(`${at}/khóa`)).toEqual(lease);
      await put(`${at}/khóa`, { epoch: 8 });
      const late = await store().commit([check, { kind: 'create', path: `${at}/b`, data: {} }]);
      expect(late).toEqual({ ok: false, conflicts: [`${at}/khóa`] });
      expect(await store().read(`${at}/b`)).toBeUndefined();
    });

    test('may depend on a document that is not there, and do not make it', async () => {
      const at = aCollection();
      const check: Write = { kind: 'check', path: `${at}/khóa`, version: null };
      expect(await store().commit([check, { kind: 'put', path: `${at}/a`, data: {} }])).toMatchObject({
        ok: true,
      });
      expect(await store().read(`${at}/khóa`)).toBeUndefined();
      await put(`${at}/khóa`, {});
      expect(await store().commit([check])).toEqual({ ok: false, conflicts: [`${at}/khóa`] });
    });

    test('answers the version of every document it wrote, as a read gives it', async () => {
      const at = aCollection();
      await put(`${at}/thay`, { a: 1 });
      await put(`${at}/xóa`, {});
      await put(`${at}/khóa`, {});
      const answer = await store().commit([
        { kind: 'replace', path: `${at}/thay`, data: { a: 2 }, version: (await saved(`${at}/thay`)).version },
        { kind: 'check', path: `${at}/khóa`, version: (await saved(`${at}/khóa`)).version },
        { kind: 'delete', path: `${at}/xóa`, version: (await saved(`${at}/xóa`)).version },
        { kind: 'create', path: `${at}/mới`, data: {} },
        { kind: 'put', path: `${at}/đặt`, data: { b: 1 } },
      ]);
      expect(answer).toEqual({
        ok: true,
        versions: {
          [`${at}/thay`]: (await saved(`${at}/thay`)).version,
          [`${at}/mới`]: (await saved(`${at}/mới`)).version,
          [`${at}/đặt`]: (await saved(`${at}/đặt`)).version,
        },
      });
    });

    test('may be none, or far more than five hundred', async () => {
      const at = aCollection();
      expect(await store().commit([])).toMatchObject({ ok: true });
      expect(await store().readMany([])).toEqual([]);
      const writes = Array.from({ length: 750 }, (_, n) => ({
        kind: 'create' as const,
        path: `${at}/${String(n).padStart(4, '0')}`,
        data: { n, even: n % 2 === 0 },
      }));
      await store().commit(writes);
      expect((await store().list(at)).map(({ data }) => data.n)).toEqual(writes.map((_, n) => n));
      expect(await store().list(at, { where: { even: true } })).toHaveLength(375);
      expect(await store().readMany(writes.map(({ path }) => path))).toHaveLength(750);
    });
  });

  describe('many at once', () => {
    test('eight writers who add one by compare-and-set lose nothing', async () => {
      const path = aPath();
      await put(path, { n: 0 });
      async function addOne(): Promise<void> {
        const { data, version } = await saved(path);
        const next = { n: Number(data.n) + 1 };
        const answer = await store().commit([{ kind: 'replace', path, data: next, version }]);
        if (!answer.ok) await addOne();
      }
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          for (let round = 0; round < 3; round++) await addOne();
        }),
      );
      expect((await saved(path)).data).toEqual({ n: 24 });
    });

    test('of two who create one id, exactly one succeeds', async () => {
      const at = aCollection();
      for (let round = 0; round < 5; round++) {
        const path = `${at}/${round}`;
        const answers = await Promise.all(
          ['a', 'b'].map((by) => store().commit([{ kind: 'create', path, data: { by } }])),
        );
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        const winner = answers[0]?.ok ? 'a' : 'b';
        expect((await saved(path)).data).toEqual({ by: winner });
      }
    });

    test('two who each take what the other checks do not both succeed', async () => {
      const at = aCollection();
      const take = (mine: string, other: string) =>
        store().commit([
          { kind: 'create', path: `${at}/${mine}`, data: {} },
          { kind: 'check', path: `${at}/${other}`, version: null },
        ]);
      const answers = await Promise.all([take('a', 'b'), take('b', 'a')]);
      expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
      expect(await store().list(at)).toHaveLength(answers.filter(({ ok }) => ok).length);
    });
  });
}
