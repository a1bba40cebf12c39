/** The part of the exam about what neither store accepts: a plain Error names the path and nothing is written. */
import { describe, expect, test } from 'vitest';
import type { Write } from '../../functions/ports.ts';
import type { Desk } from './document-store-desk.ts';

const MEBIBYTE = 1_048_576;
/** What "<collection>/d" with the texts "t" and "u" takes beside their letters: names, overhead, ends of texts. */
const besides = (collection: string) => Buffer.byteLength(collection) + 1 + 2 + 16 + 32 + 2 * (2 + 1);
const nested = (depth: number): object => (depth === 0 ? {} : { d: nested(depth - 1) });

export function documentStoreRefusals({ store, aCollection }: Desk): void {
  describe('refusals', () => {
    async function refuses(path: string, write: Write): Promise<void> {
      const before = await store().list('canh');
      const guard: Write = { kind: 'put', path: 'canh/a', data: { path, before: before.length } };
      await expect(store().commit([guard, write])).rejects.toThrow(path);
      expect(await store().list('canh')).toEqual(before);
    }

    test.each<[string, object]>([
      ['undefined', { a: undefined }],
      ['undefined deep inside', { a: [{ b: undefined }] }],
      ['an array directly inside an array', { a: [[1]] }],
      ['an array directly inside an empty array', { a: { b: [1, []] } }],
      ['a hole in an array', { a: new Array(2) }],
      ['NaN', { a: Number.NaN }],
      ['infinity', { a: Number.NEGATIVE_INFINITY }],
      ['a date', { a: new Date(0) }],
      ['a map', { a: new Map() }],
      ['bytes', { a: new Uint8Array(1) }],
      ['a function', { a: () => 1 }],
      ['a big integer', { a: 1n }],
      ['half a character', { a: '\ud83d' }],
      ['half a character in a key', { '\ud83d': 1 }],
      ['an empty key', { a: { '': 1 } }],
      ['a reserved key', { a: { __name__: 1 } }],
      ['the prototype as a key', JSON.parse('{"__proto__": {"a": 1}}')],
      ['a key of 1501 bytes', { [`é${'k'.repeat(1499)}`]: 1 }],
      ['objects 21 deep', { a: nested(20) }],
      ['an array for a document', [1]],
      ['a date for a document', new Date(0)],
    ])('%s is no value', async (_, data) => {
      const path = `${aCollection()}/đ`;
      await refuses(path, { kind: 'create', path, data });
      await refuses(path, { kind: 'put', path, data });
      await refuses(path, { kind: 'replace', path, data, version: '1' });
      expect(await store().read(path)).toBeUndefined();
    });

    test('look-alikes are values', async () => {
      const data = {
        __a: 1,
        _a_: 1,
        ____: 1,
        a: [{ b: [1] }],
        c: nested(19),
        [`${'k'.repeat(1500)}`]: 1,
        '.': 1,
      };
      const { ____: _, ...allowed } = data;
      const path = `${aCollection()}/đ`;
      await store().commit([{ kind: 'put', path, data: allowed }]);
      expect((await store().read(path))?.data).toEqual(allowed);
    });

    test.each([
      '',
      'một',
      'a/b/c',
      'a/b/c/d/e',
      'a/b/c/d/e/f',
      '/a',
      'a/',
      'a//b/c',
      'a/.',
      'a/..',
      '../a',
      'a/__b__',
      'a/\ud83d',
      `a/${'ế'.repeat(501)}`,
    ])('%j is no path of a document', async (path) => {
      const named = JSON.stringify(path);
      await expect(store().read(path)).rejects.toThrow(named);
      await expect(store().readMany(['a/b', path])).rejects.toThrow(named);
      for (const write of [
        { kind: 'put', path, data: {} },
        { kind: 'delete', path },
        { kind: 'check', path, version: null },
      ] as const) {
        await expect(store().commit([write])).rejects.toThrow(named);
      }
    });

    test('odd ids that are allowed are told apart', async () => {
      const at = aCollection();
      const ids = ['...', '__b', 'a b', 'a%2Fb', 'a+b', 'a?b#c', '"\'`;--', '\u0000', '*', 'ế'.repeat(500)];
      for (const id of ids) await store().commit([{ kind: 'create', path: `${at}/${id}`, data: { id } }]);
      for (const id of ids) expect((await store().read(`${at}/${id}`))?.data).toEqual({ id });
      expect((await store().list(at)).map(({ data }) => data.id)).toEqual([...ids].sort());
    });

    test('a document of one mebibyte is stored, one byte more is not', async () => {
      const at = aCollection();
      const path = `${at}/d`;
      const t = 'x'.repeat(1000);
      const u = 'x'.repeat(MEBIBYTE - besides(at) - 1000);
      expect(await store().commit([{ kind: 'put', path, data: { t, u } }])).toMatchObject({ ok: true });
      await refuses(path, { kind: 'put', path, data: { t: `${t}x`, u } });
      await refuses(path, { kind: 'put', path, data: { t: 'ế'.repeat(400), u } });
    });

    test('a text takes at most 89 bytes less than a mebibyte', async () => {
      const path = `${aCollection()}/d`;
      const t = 'x'.repeat(MEBIBYTE - 89);
      expect(await store().commit([{ kind: 'put', path, data: { t } }])).toMatchObject({ ok: true });
      await refuses(path, { kind: 'put', path, data: { t: `${t}x` } });
    });

    test('a commit of over ten mebibytes is not done, not even in part', async () => {
      const at = aCollection();
      const t = 'x'.repeat(1_000_000);
      const writes = Array.from({ length: 11 }, (_, n) => ({
        kind: 'put' as const,
        path: `${at}/${n}`,
        data: { t },
      }));
      await expect(store().commit(writes)).rejects.toThrow(`${at}/10`);
      expect(await store().list(at)).toEqual([]);
    });

    test('one path is written once in a commit', async () => {
      const path = `${aCollection()}/đ`;
      const twice: Write[] = [
        { kind: 'check', path, version: null },
        { kind: 'put', path, data: {} },
      ];
      await expect(store().commit(twice)).rejects.toThrow(path);
      expect(await store().read(path)).toBeUndefined();
    });

    test('what cannot be asked is not answered', async () => {
      const at = aCollection();
      const refused = expect.objectContaining({ message: expect.stringContaining(at) });
      await expect(store().list(`${at}/a`)).rejects.toEqual(refused);
      await expect(store().list(at, { limit: -1 })).rejects.toEqual(refused);
      await expect(store().list(at, { limit: 1.5 })).rejects.toEqual(refused);
      await expect(store().list(at, { after: 'a/b' })).rejects.toEqual(refused);
      await expect(store().list(at, { where: { '': 1 } })).rejects.toEqual(refused);
      await expect(store().list(at, { where: { a: Number.NaN } })).rejects.toEqual(refused);
      await expect(store().list(at, { where: { a: 'x'.repeat(1501) } })).rejects.toEqual(refused);
    });
  });
}
