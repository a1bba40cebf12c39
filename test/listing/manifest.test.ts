/** Which document holds whose story: the store reads dossiers by id, so those of a document must follow each other. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storiesName } from '../../functions/listing/manifest.ts';

it('keeps the rows of a document together in the order of the ids, whatever kind of number they have', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 120 }).map((ordinal) => String(ordinal).padStart(3, '0')),
    fc.constantFrom('c202531813001', 'c202531816002', 'k0a1b2c3d', 'kzzzzzzzz'),
  );
  const id = fc
    .tuple(fc.constantFrom('2025-31813', '2026-31825', '2026-31834'), number)
    .map((parts) => parts.join('-'));
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 60 }), (ids) => {
      const names = ids.toSorted().map((one) => storiesName('kh', one));
      const turns = names.filter((name, index) => name !== names[index - 1]);
      expect(new Set(turns).size).toBe(turns.length);
    }),
  );
});
