/** The order of the roll and its cuts: nobody lost, nothing depends on the order of reading, a change stays local. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLeadLine, toLeadLine } from '../../functions/listing/lead.ts';
import { compareLeads, cut, toText } from '../../functions/listing/roll.ts';
import { hostileText } from './hostile.ts';
import { aLead } from './rows.ts';

const someLeads = fc
  .array(
    fc.record({
      name: fc.constantFrom('An', 'Ẩn', 'Ân', 'ân', 'Đạt', 'Dũng', 'Bình', 'Bình'.normalize('NFD')),
      approvedOn: fc.constantFrom('2025-01-09', '2025-01-10', '2024-12-31', ''),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, index) => aLead({ ...row, id: `2025-31813-${1000 + index}` })));

const many = Array.from({ length: 6000 }, (_, index) => aLead({ id: `2025-31813-${index}` })).sort(
  compareLeads,
);

describe('order', () => {
  it('has the newest recognition first, then names as a Vietnamese list has them', () => {
    const days = ['2024-12-31', '2025-10-02', '2025-09-30'].map((approvedOn) => aLead({ approvedOn }));
    expect(days.sort(compareLeads).map(({ approvedOn }) => approvedOn)).toEqual([
      '2025-10-02',
      '2025-09-30',
      '2024-12-31',
    ]);
    const names = ['Đạt', 'Dũng', 'Ẩn', 'An', 'Êm', 'Em', 'Ánh', 'Bình'].map((name) => aLead({ name }));
    expect(names.sort(compareLeads).map(({ name }) => name)).toEqual([
      'An',
      'Ánh',
      'Ẩn',
      'Bình',
      'Dũng',
      'Đạt',
      'Em',
      'Êm',
    ]);
  });

  it('never ties, not even between rows of one code in two plans', () => {
    expect(compareLeads(aLead(), aLead({ planId: 'kh-282' }))).not.toBe(0);
    fc.assert(
      fc.property(someLeads, (leads) => {
        for (const a of leads)
          for (const b of leads) {
            expect(compareLeads(a, b) === 0).toBe(a === b);
            expect(Math.sign(compareLeads(a, b)) + Math.sign(compareLeads(b, a))).toBe(0);
          }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a line', () => {
  it('gives the lead back, whatever people typed, but for tabs and line breaks', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, name) => {
        const lead = { ...aLead(), title, name };
        const plain = (text: string): string => text.replace(/[\t\n]/g, ' ');
        expect(parseLeadLine(toLeadLine(lead))).toEqual({ ...lead, title: plain(title), name: plain(name) });
      }),
    );
  });
});

describe('the cuts', () => {
  it('lose and change nothing', () => {
    const lines = cut(many)
      .map(toText)
      .flatMap((text) => text.split('\n'));
    expect(lines).toEqual(many.map(toLeadLine));
    expect(cut([]).map(toText)).toEqual([]);
  });

  it('keep every document far under what the store takes', () => {
    const long = many.map((lead) => ({
      ...lead,
      title: 'Ẩ'.repeat(120),
      line: 'Ẩ'.repeat(84),
      above: 'Ẩ'.repeat(400),
    }));
    const sizes = cut(long)
      .map(toText)
      .map((text) => Buffer.byteLength(text));
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
    expect(sizes.length).toBeGreaterThan(5);
  });

  it('stay where they are when a row comes or goes: two documents change at the most', () => {
    const before = new Set(cut(many).map(toText));
    for (const at of [0, 1234, 5999]) {
      const after = cut(many.toSpliced(at, 1)).map(toText);
      expect(after.filter((text) => !before.has(text)).length).toBeLessThanOrEqual(2);
    }
  });
});
