/** Names of the trial, typed as people type them: without marks and with one slip, in words of every length. */
import { expect, it } from 'vitest';
import { searchKey } from '../../functions/domain/text.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { look } from '../../functions/listing/look.ts';
import { createRandom } from '../../infra/local/samples/random.ts';
import { sampleRows } from '../../infra/local/samples/rows.ts';
import { aPublicRow, shelfWith } from './rows.ts';

const random = createRandom('slips');

const rows = Array.from({ length: 60 }, (_, index) => {
  const unit = { id: String(31_000 + index), name: `Xã số ${index}` };
  const told = sampleRows(
    { ...unit, kind: 'commune', parentName: 'Huyện Hồng Dân' },
    { count: 5, kinds: ['individual'], period: '2025', seed: index },
  );
  return told.map((row, at) =>
    aPublicRow({
      id: `2025-${unit.id}-00${at + 1}`,
      name: String(row.name),
      title: String(row.title),
      keyResults: String(row.keyResults),
      position: String(row.position),
      sector: String(row.sector),
      movement: String(row.movement ?? ''),
      unit: unit.name,
    }),
  );
}).flat();

const shelf = shelfWith(rows);
const names = rows.map(({ name }) => name);

const letter = (): string => random.pick([...'abcdeghiklmnopqrstuvxy']);
const placeIn = (word: string): number => random.int(0, word.length - 1);

const slips: Record<string, (word: string) => string> = {
  'a letter left out': (word) => {
    const at = placeIn(word);
    return word.slice(0, at) + word.slice(at + 1);
  },
  'a letter put in': (word) => {
    const at = placeIn(word);
    return word.slice(0, at) + letter() + word.slice(at);
  },
  'a letter typed twice': (word) => {
    const at = placeIn(word);
    return word.slice(0, at + 1) + word.slice(at);
  },
  'a wrong letter': (word) => {
    const at = placeIn(word);
    return word.slice(0, at) + letter() + word.slice(at + 1);
  },
  'two letters changed about': (word) => {
    const at = random.int(0, Math.max(0, word.length - 2));
    return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
  },
  'a blank too many': (word) => {
    const at = random.int(1, Math.max(1, word.length - 1));
    return `${word.slice(0, at)} ${word.slice(at)}`;
  },
};

const isAmongFirst = (name: string, query: string): boolean =>
  look(shelf, { ...noFilter, query }, 10).leads.some((lead) => lead.name === name);

const shareFound = (typed: readonly { name: string; query: string }[]): number =>
  typed.filter(({ name, query }) => isAmongFirst(name, query)).length / typed.length;

for (const [called, slip] of Object.entries(slips))
  it.each([2, 3, 4])(`finds nine of ten with ${called} in a word of %s letters (4: or more)`, (length) => {
    const typed = names.flatMap((name) => {
      const words = searchKey(name).split(' ');
      const places = words.map((_, at) => at);
      const fitting = places.filter((at) => Math.min(4, words[at]!.length) === length);
      if (fitting.length === 0) return [];
      const at = random.pick(fitting);
      return [{ name, query: words.with(at, slip(words[at]!)).join(' ') }];
    });
    expect(typed.length).toBeGreaterThan(100);
    expect(shareFound(typed)).toBeGreaterThanOrEqual(0.9);
  });

it('finds nine of ten with a blank left out', () => {
  const typed = names.map((name) => {
    const words = searchKey(name).split(' ');
    const at = random.int(0, words.length - 2);
    return { name, query: words.toSpliced(at, 2, words[at]! + words[at + 1]!).join(' ') };
  });
  expect(shareFound(typed)).toBeGreaterThanOrEqual(0.9);
});
