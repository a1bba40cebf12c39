/** The index finds what comparing all with all would find, and forgets what everybody says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHolder,
  candidatesOf,
  type Holders,
  keysOf,
  parseShard,
  type Shard,
  shardCount,
  shardOf,
  shardText,
  signatureOf,
} from '../../functions/domain/alike-index.ts';
import { type Told, toReading } from '../../functions/domain/near-copies.ts';
import { inventedRows, toTold, waysToCopy } from './telling.ts';

/** All shards in one. */
function indexOf(rows: readonly Told[]): Shard {
  const shard: Shard = new Map();
  for (const told of rows)
    for (const key of keysOf(signatureOf(toReading(told)))) addHolder(shard, key, told.id);
  return shard;
}
const ask = (shard: Shard, told: Told): string[] =>
  candidatesOf(signatureOf(toReading(told)), told.id, (key): Holders | undefined => shard.get(key));

const rows = inventedRows(60);
const shard = indexOf(rows);

describe.each(Object.entries(waysToCopy))('a copy: %s', (_way, copy) => {
  it('has the original among its few candidates, and the original has it', () => {
    const missed = rows
      .slice(0, 100)
      .filter((row) => !ask(shard, copy(row, '2024-31846-002')).includes(row.id));
    expect(missed.map(({ id }) => id)).toEqual([]);
    const [row] = rows as [Told];
    const withCopy = indexOf([...rows, copy(row, '2024-31846-002')]);
    expect(ask(withCopy, row)).toContain('2024-31846-002');
    expect(ask(withCopy, row)).not.toContain(row.id);
  });
});

it('always finds the same text, and the same name and birth year', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'ă', 'n', 'h', 'ó', 'x'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 40, maxLength: 300 }),
      fc.integer({ min: 1930, max: 2010 }),
      (words, year) => {
        const told = (id: string, values: Record<string, string>): Told =>
          toTold({ id, line: 3, kind: 'individual', values });
        const text = { summary: words.join(' '), name: 'A' };
        const person = { name: 'Lý Thị Sà Rên', birthYear: String(year) };
        const small = indexOf([told('2025-1-001', text), told('2025-1-002', person)]);
        if (toReading(told('x', text)).phrases.length >= 12)
          expect(ask(small, told('2025-2-001', { ...text, name: 'B' }))).toEqual(['2025-1-001']);
        expect(ask(small, told('2025-2-002', { ...person, name: 'LY THI SA REN' }))).toEqual(['2025-1-002']);
      },
    ),
  );
});

it('has few keys a row, however long the text, and none of a text too short to tell', () => {
  const sizes = (words: number) => {
    const summary = Array.from({ length: words }, (_, index) => `từ${index}`).join(' ');
    return signatureOf(toReading(toTold({ id: '2025-1-001', line: 3, kind: 'model', values: { summary } })))
      .phrases.length;
  };
  expect([10, 40, 100, 162, 5000].map(sizes)).toEqual([0, 8, 13, 20, 24]);
});

it('forgets a key that more than 256 rows have, and never learns it again', () => {
  const one: Shard = new Map();
  const ids = Array.from({ length: 257 }, (_, index) => `2025-1-${(index * 37) % 257}`);
  for (const id of ids.slice(0, 256)) expect(addHolder(one, 7, id)).toBe(true);
  expect(one.get(7)).toHaveLength(256);
  expect(addHolder(one, 7, ids[256] as string)).toBe(true);
  expect(one.get(7)).toBeNull();
  expect(addHolder(one, 7, 'again')).toBe(false);
  expect(candidatesOf({ phrases: [7], persons: [] }, 'x', (key) => one.get(key))).toEqual([]);
});

it('does not change by being told twice', () => {
  const again = parseShard(shardText(shard));
  for (const told of rows)
    for (const key of keysOf(signatureOf(toReading(told))))
      expect(addHolder(again, key, told.id)).toBe(false);
  expect(shardText(again)).toBe(shardText(shard));
});

it('is the same in whatever order rows came, and survives being written down', () => {
  const text = shardText(shard);
  expect(shardText(indexOf(rows.toReversed()))).toBe(text);
  expect(parseShard(text)).toEqual(new Map([...shard].sort(([a], [b]) => a - b)));
});

it('spreads its keys over the shards', () => {
  const counts = new Map<number, number>();
  for (const key of shard.keys()) counts.set(shardOf(key), (counts.get(shardOf(key)) ?? 0) + 1);
  expect(Math.max(...counts.keys())).toBeLessThan(shardCount);
  expect(Math.max(...counts.values())).toBeLessThan(8 * Math.ceil(shard.size / shardCount));
});

it('shows a person before any number of alike texts', () => {
  const holders = new Map<number, string[]>([
    [1, ['text']],
    [2, ['text']],
    [3, ['person']],
  ]);
  expect(candidatesOf({ phrases: [1, 2], persons: [3] }, 'x', (key) => holders.get(key))).toEqual([
    'person',
    'text',
  ]);
});
