import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Asker, Wish } from '../../functions/domain/ticket.ts';
import { type InTurn, inTurn } from '../../functions/domain/ticket-order.ts';

const day = fc.integer({ min: 10, max: 28 }).map((number) => `2025-01-${number}`);
const waiting: fc.Arbitrary<InTurn> = fc.record({
  code: fc.stringMatching(/^DN-[0-9A-F]{10}$/),
  wish: fc.constantFrom<Wish>('correct', 'photo', 'remove'),
  asker: fc.constantFrom<Asker>('self', 'relative', 'other'),
  receivedAt: day.map((date) => `${date}T03:00:00.000Z`),
  clocks: fc.array(fc.record({ of: fc.constantFrom('answer', 'settle'), lastDay: day }), { minLength: 1 }),
});

it('puts a removal that a named person or the family asks for before whatever others ask, whatever the codes are', () => {
  fc.assert(
    fc.property(waiting, fc.array(waiting), (one, others) => {
      const person: InTurn = { ...one, wish: 'remove', asker: 'relative' };
      const junk = others.map((other): InTurn => ({ ...other, asker: 'other' }));
      expect([...junk, person].toSorted(inTurn)[0]).toBe(person);
    }),
  );
});

it('then goes by the day that ends first, then by arrival, and is the same order however they were read', () => {
  const base: InTurn = {
    code: 'DN-1',
    wish: 'remove',
    asker: 'self',
    receivedAt: '2025-01-08T03:00:00.000Z',
    clocks: [{ of: 'answer', lastDay: '2025-01-10' }],
  };
  const later = { ...base, code: 'DN-0', receivedAt: '2025-01-08T04:00:00.000Z' };
  const answered: InTurn = { ...base, code: 'DN-2', clocks: [{ of: 'settle', lastDay: '2025-01-23' }] };
  const corrected: InTurn = { ...base, code: 'DN-3', wish: 'correct' };
  expect([corrected, answered, later, base].toSorted(inTurn)).toEqual([base, later, answered, corrected]);
  fc.assert(
    fc.property(fc.array(waiting), (all) => {
      expect(all.toReversed().toSorted(inTurn)).toEqual(all.toSorted(inTurn));
    }),
  );
});
