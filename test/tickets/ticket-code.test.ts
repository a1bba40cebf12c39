/** Codes of requests: the same for the same words, and nobody without the key can work one out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AskedOnDay, ticketCode } from '../../functions/tickets/ticket-code.ts';

const anAsked = fc.record<AskedOnDay>({
  key: fc.string(),
  wish: fc.constantFrom('correct', 'photo', 'remove'),
  asker: fc.constantFrom('self', 'relative', 'other'),
  contact: fc.string(),
  text: fc.string(),
  day: fc.constantFrom('2025-01-14', '2025-01-15'),
});

it('is the same for the same request, and another for other words, another round or another key', () => {
  fc.assert(
    fc.property(anAsked, anAsked, fc.nat(20), (one, other, round) => {
      const code = ticketCode('a', one, round);
      expect(code).toMatch(/^DN-[0-9A-F]{10}$/);
      expect(ticketCode('a', { ...one }, round)).toBe(code);
      expect(ticketCode('a', one, round + 1)).not.toBe(code);
      expect(ticketCode('b', one, round)).not.toBe(code);
      expect(ticketCode('a', other, round) === code).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});
