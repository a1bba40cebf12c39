/** Keys of stories, found in whatever people copy. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keysIn, shortSlug, toKey } from '../../functions/listing/address.ts';

const aKey = fc.tuple(fc.string(), fc.string()).map(([plan, id]) => toKey(plan, id));
const beside = fc.constantFrom('', ' ', '/', '-', '.', '“', '”', '(', ')', '?', '#', ': ');
const after = fc.oneof(beside, fc.constantFrom('?fbclid=x', ' nhé', '.json'));
const inCase = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
);

it('finds a key whatever stands around it, in small letters or capitals', () => {
  fc.assert(
    fc.property(
      aKey,
      fc.string({ unit: 'binary' }),
      beside,
      after,
      inCase,
      (key, name, left, right, toCase) => {
        const address = `https://guong-sang.vidu.vn/guong/${shortSlug(name)}-${key}`;
        for (const text of [address, `/${key}`, key])
          expect(keysIn(toCase(`${left}${text}${right}`))).toContain(key);
      },
    ),
  );
});

it('takes no part of a longer word for a key, and no letter that keys do not have', () => {
  fc.assert(
    fc.property(aKey, fc.constantFrom(...'abz29lo01ắĐ'), (key, letter) => {
      expect([...keysIn(key + letter), ...keysIn(letter + key)]).toEqual([]);
      expect(keysIn(key.slice(0, 9) + letter)).toEqual(
        /[abz29]/.test(letter) ? [key.slice(0, 9) + letter] : [],
      );
    }),
  );
});
