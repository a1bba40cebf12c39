/** The part of the exam about lists: order, conditions, paging, collections inside documents. */
import { describe, expect, test } from 'vitest';
import type { StoredDocument } from '../../functions/ports.ts';
import type { Desk } from './document-store-desk.ts';

export function documentStoreLists({ store, aCollection, aPath, put }: Desk): void {
  describe('lists', () => {
    const ids = (documents: StoredDocument[]) =>
      documents.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));

    test('are ordered by the bytes of the id, also in Vietnamese', async () => {
      const at = aCollection();
      // In UTF-16 the last two would change places; the two spellings of "é" are two ids.
      const order = ['10', '9', 'Z', 'e', 'e\u0301', 'z', '\u00e9', 'đ', 'ể', '\uff71', '😀'];
      for (const id of [...order].sort().reverse()) await put(`${at}/${id}`, { id });
      const found = await store().list<{ id: string }>(at);
      expect(ids(found)).toEqual(order);
      expect(found.map(({ data }) => data.id)).toEqual(order);
      expect(ids(await store().list(at, { after: 'e' }))).toEqual(order.slice(4));
    });

    test('go on after an id, page by page, with and without a condition', async () => {
      const at = aCollection();
      for (const id of ['a', 'b', 'c', 'd', 'e']) await put(`${at}/${id}`, { odd: 'ace'.includes(id) });
      expect(ids(await store().list(at, { limit: 2 }))).toEqual(['a', 'b']);
      expect(ids(await store().list(at, { limit: 2, after: 'b' }))).toEqual(['c', 'd']);
      expect(ids(await store().list(at, { limit: 2, after: 'd' }))).toEqual(['e']);
      expect(ids(await store().list(at, { after: 'bb' }))).toEqual(['c', 'd', 'e']);
      expect(ids(await store().list(at, { where: { odd: true }, after: 'a', limit: 1 }))).toEqual(['c']);
      expect(ids(await store().list(at, { where: { odd: true }, after: 'e' }))).toEqual([]);
      expect(ids(await store().list(at, { limit: 0 }))).toEqual([]);
      expect(ids(await store().list(at, { after: '' }))).toHaveLength(5);
    });

    test('take every condition together, exactly and by type', async () => {
      const at = aCollection();
      await put(`${at}/a`, { đơn_vị: 'Xã A', n: 1, on: true, 'a.b': 'x' });
      await put(`${at}/b`, { đơn_vị: 'Xã A', n: 2, on: false, a: { b: 'x' } });
      await put(`${at}/c`, { đơn_vị: 'Xã B', n: '1', on: 1 });
      await put(`${at}/d`, { đơn_vị: ['Xã A'], on: null, 'x`y\\z': 'x' });
      const asked = async (where: Record<string, string | number | boolean>) =>
        ids(await store().list(at, { where }));
      expect(await asked({ đơn_vị: 'Xã A' })).toEqual(['a', 'b']);
      expect(await asked({ đơn_vị: 'Xã A', n: 2 })).toEqual(['b']);
      expect(await asked({ đơn_vị: 'Xã A', n: 2, on: true })).toEqual([]);
      expect(await asked({ n: 1 })).toEqual(['a']);
      expect(await asked({ n: '1' })).toEqual(['c']);
      expect(await asked({ on: 1 })).toEqual(['c']);
      expect(await asked({ on: true })).toEqual(['a']);
      expect(await asked({ 'a.b': 'x' })).toEqual(['a']);
      expect(await asked({ 'x`y\\z': 'x' })).toEqual(['d']);
      expect(await asked({ n: -0 })).toEqual([]);
      expect(await asked({ thiếu: '' })).toEqual([]);
    });

    test('follow every change of a field', async () => {
      const path = aPath();
      const at = path.slice(0, path.indexOf('/'));
      await put(path, { state: 'draft', kept: 1 });
      await put(path, { state: 'sent', kept: 1 });
      expect(await store().list(at, { where: { state: 'draft' } })).toEqual([]);
      expect(await store().list(at, { where: { state: 'sent', kept: 1 } })).toHaveLength(1);
      await put(path, { kept: 1 });
      expect(await store().list(at, { where: { state: 'sent' } })).toEqual([]);
      await store().commit([{ kind: 'delete', path }]);
      expect(await store().list(at, { where: { kept: 1 } })).toEqual([]);
    });

    test('keep a collection inside a document apart from the one around it', async () => {
      const at = aCollection();
      await put(`${at}/g1`, { n: 1 });
      await put(`${at}/g1/parts/0001`, { n: 1 });
      await put(`${at}/g2/parts/0001`, { n: 1 });
      expect(ids(await store().list(at))).toEqual(['g1']);
      expect(ids(await store().list(at, { where: { n: 1 } }))).toEqual(['g1']);
      expect((await store().list(`${at}/g1/parts`)).map(({ path }) => path)).toEqual([`${at}/g1/parts/0001`]);
      expect(await store().list(`${at}/g3/parts`)).toEqual([]);
      expect(await store().list('parts')).toEqual([]);
      await store().commit([{ kind: 'delete', path: `${at}/g1` }]);
      expect(await store().read(`${at}/g1/parts/0001`)).toBeDefined();
    });
  });
}
