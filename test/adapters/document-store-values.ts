/** The part of the exam about values: what is stored comes back as it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Desk } from './document-store-desk.ts';

export function documentStoreValues({ store, aPath, saved, put }: Desk): void {
  describe('values', () => {
    test.each<[string, object]>([
      ['Vietnamese keys and text', { 'họ và tên': 'Nguyễn Thị Hoa', 'a.b`c\\d"e': 'dấu “ngoặc”\n\t\u0000' }],
      ['decomposed text, as it is', { name: 'Tie\u0302\u0301ng Vie\u0323\u0302t', 'e\u0302': 1, ê: 2 }],
      ['numbers', { n: [0, -1, 2 ** 53, -(2 ** 53) + 1, 0.1, 1e-7, 1e300, 5e-324, 1.7976931348623157e308] }],
      ['yes, no and nothing', { yes: true, no: false, nothing: null }],
      ['nested objects', { a: { b: { c: { d: [{ e: [{ f: null }] }] } } } }],
      ['empty things', { text: '', list: [], object: {}, inside: [{}, '', { a: [] }] }],
      ['keys that look like others', { constructor: 1, toString: { length: 2 }, 1: 'một', '': undefined }],
      ['900 kB of text', { html: 'Gương '.repeat(128_000) }],
    ])('come back as they were: %s', async (_, value) => {
      const path = aPath();
      const data = Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
      await put(path, data);
      expect((await saved(path)).data).toStrictEqual(data);
    });

    test('come back as they were, whatever they are', async () => {
      const path = aPath();
      await fc.assert(
        fc.asyncProperty(fc.dictionary(aKey, aValue, { noNullPrototype: true }), async (data) => {
          await put(path, data);
          expect((await saved(path)).data).toEqual(data);
        }),
        { numRuns: 60 },
      );
    });

    test('are copies: changing what was handed in or read changes nothing', async () => {
      const path = aPath();
      const data = { list: [{ n: 1 }] };
      const done = put(path, data);
      data.list.push({ n: 2 });
      await done;
      (await store().read<typeof data>(path))?.data.list.push({ n: 3 });
      expect((await saved(path)).data).toEqual({ list: [{ n: 1 }] });
    });
  });
}

const aText = fc.string({ unit: 'binary', maxLength: 12 });
const aKey = aText.filter((key) => key !== '' && !/^__.*__$/s.test(key));
const aNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((number) => (number === 0 ? 0 : number));
const { value: aValue } = fc.letrec((tie) => ({
  scalar: fc.oneof(aText, aNumber, fc.integer(), fc.boolean(), fc.constant(null)),
  object: fc.dictionary(aKey, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  list: fc.array(fc.oneof(tie('scalar'), tie('object')), { maxLength: 4 }),
  value: fc.oneof({ maxDepth: 4 }, tie('scalar'), tie('object'), tie('list')),
}));
