import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Asker, Ticket, Wish } from '../../functions/domain/ticket.ts';
import { type InTurn, inTurn, isWaiting, runningClocks } from '../../functions/domain/ticket-order.ts';

it('is waiting while it is open, and ended until it is answered; forgotten it owes nothing', () => {
  const received = { at: '2025-01-08T03:00:00.000Z', action: 'open', by: '' } as const;
  const answered = { at: '2025-01-09T03:00:00.000Z', action: 'answer', by: 'a@vidu.vn' } as const;
  const days = { answerBy: '2025-01-10', settleBy: '2025-01-23' };
  const owed = (state: Ticket['state'], ...more: Ticket['history']): string[] =>
    runningClocks({ ...days, state, history: [received, ...more] }).map(({ of }) => of);
  expect([owed('open'), owed('open', answered)]).toEqual([['answer', 'settle'], ['settle']]);
  expect([owed('settled'), owed('settled', answered), owed('closed')]).toEqual([['answer'], [], []]);
  expect(isWaiting({ ...days, state: 'settled', history: [received] })).toBe(true);
  expect(isWaiting({ ...days, state: 'closed', history: [received] })).toBe(false);
});

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
      const settle = { of: 'settle', lastDay: '2025-01-28' } as const;
      const person: InTurn = { ...one, wish: 'remove', asker: 'relative', clocks: [settle] };
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
    clocks: [
      { of: 'answer', lastDay: '2025-01-10' },
      { of: 'settle', lastDay: '2025-01-23' },
    ],
  };
  const ended: InTurn = { ...base, code: 'DN-', clocks: base.clocks.slice(0, 1) };
  const later = { ...base, code: 'DN-0', receivedAt: '2025-01-08T04:00:00.000Z' };
  const answered: InTurn = { ...base, code: 'DN-2', clocks: base.clocks.slice(1) };
  const corrected: InTurn = { ...base, code: 'DN-3', wish: 'correct' };
  const expected = [base, later, answered, corrected, ended];
  expect(expected.toReversed().toSorted(inTurn)).toEqual(expected);
  fc.assert(
    fc.property(fc.array(waiting), (all) => {
      expect(all.toReversed().toSorted(inTurn)).toEqual(all.toSorted(inTurn));
    }),
  );
});
