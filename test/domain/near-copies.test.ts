/** Two rows side by side: copies are told from rows that only speak alike, and the number said is the number found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReadings, rankAlike, type Told, toReading } from '../../functions/domain/near-copies.ts';
import { choosePlace } from '../../infra/local/samples/places.ts';
import { createRandom } from '../../infra/local/samples/random.ts';
import { allStories } from '../../infra/local/samples/stories/index.ts';
import { tellRow } from '../../infra/local/samples/tell.ts';
import { inventedRows, rewrite, toRow, toTold, waysToCopy } from './telling.ts';

const compare = (one: Told, other: Told) => compareReadings(toReading(one), toReading(other));
const rows = inventedRows(12);
const elsewhere = '2024-31846-002';

describe.each(Object.entries(waysToCopy))('a copy: %s', (_way, copy) => {
  it('is found for nearly every invented row, from both sides alike', () => {
    const found = rows.map(
      (row) => [compare(row, copy(row, elsewhere)), compare(copy(row, elsewhere), row)] as const,
    );
    const missed = found.filter(([hint]) => hint === undefined).length;
    expect(missed).toBeLessThanOrEqual(rows.length * 0.05);
    for (const [hint, back] of found) {
      expect([back?.kind, back?.share]).toEqual([hint?.kind, hint?.share]);
      if (hint)
        expect(hint).toMatchObject({
          kind: 'other-name',
          dossierId: elsewhere,
          unitId: '31846',
          period: '2024',
        });
    }
  });
});

/** Every story once, told of one commune. */
function eachStoryOnce(seed: number): Told[] {
  const unit = { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parentName: 'Huyện Hồng Dân' };
  return allStories.map((story, index) => {
    const random = createRandom(seed, story.id);
    const cells = tellRow(story, choosePlace(unit, random), { unit, year: 2025, random });
    return toTold(toRow(cells, `2025-${31_000 + index}-001`));
  });
}

/** Pairs told in the same words. Names that meet by chance are the same person to the machine, and told as such. */
function pairsOf(rows: readonly Told[]): unknown[] {
  const readings = rows.map(toReading);
  return readings.flatMap((one, index) =>
    readings.slice(index + 1).flatMap((other) => {
      const hint = compareReadings(one, other);
      return hint && hint.share > 0
        ? [[one.told.row.values.title, other.told.row.values.title, hint.share]]
        : [];
    }),
  );
}

it('finds no pair among stories of different deeds, phrases that all offices use included', () => {
  expect(allStories.length).toBeGreaterThan(80);
  for (const seed of [1, 2, 3, 4, 5]) expect(pairsOf(eachStoryOnce(seed))).toEqual([]);
});

it('finds no pair among the rows of a district, where stories are told again with other words and numbers', () => {
  expect(pairsOf(inventedRows(12))).toEqual([]);
});

describe('the same person', () => {
  const person = (id: string, values: Record<string, string>): Told =>
    toTold({
      id,
      line: 3,
      kind: 'individual',
      values: { name: 'Nguyễn Thị Hoa', birthYear: '1985', locality: 'Ấp Ninh Lợi', ...values },
    });
  const here = person('2025-31843-001', {});

  it.each([
    ['in another unit', person('2025-31846-001', {})],
    ['in another year of the same unit', person('2024-31843-001', {})],
    [
      'with a name typed without marks and in capitals',
      person('2025-31846-001', { name: 'NGUYEN  THI HOA' }),
    ],
    [
      'without a birth year, at the same place',
      person('2025-31846-001', { birthYear: '', locality: 'ấp Ninh Lợi' }),
    ],
  ])('%s is a hint, without a share of words', (_case, other) => {
    expect(compare(here, other)).toMatchObject({ kind: 'same-person', share: 0 });
    expect(compare(other, here)?.kind).toBe('same-person');
  });

  it.each([
    ['another birth year', person('2025-31846-001', { birthYear: '1986' })],
    ['no birth year and another place', person('2025-31846-001', { birthYear: '', locality: 'Ấp Tà Ky' })],
    ['no birth year and no place', person('2025-31846-001', { birthYear: '', locality: '' })],
    ['a name with other marks', person('2025-31846-001', { name: 'Nguyễn Thị Hòa' })],
    ['another name', person('2025-31846-001', { name: 'Nguyễn Thị Hoàng' })],
    ['the same list, where another check says it', person('2025-31843-002', {})],
  ])('is not meant by %s', (_case, other) => expect(compare(here, other)).toBeUndefined());

  it('is not meant by two of whom neither year nor place is known', () => {
    const unknown = { birthYear: '', locality: '' };
    const other = person('2025-31846-001', unknown);
    expect(compare(person('2025-31843-001', unknown), other)).toBeUndefined();
  });

  it('is not meant by collectives of the same name', () => {
    const one = { ...here, row: { ...here.row, kind: 'collective' as const } };
    const other = person('2025-31846-001', {});
    expect(compare(one, { ...other, row: { ...other.row, kind: 'collective' } })).toBeUndefined();
  });
});

describe('one exemplar, carried from year to year and registered again', () => {
  const [first] = rows as [Told];
  const carriedTo = (year: string, dossierId: string): Told => ({
    ...rewrite(first, `${year}-31843-c1`, {}),
    carriedFrom: {
      planId: first.planId,
      period: first.period,
      dossierId,
      unitId: first.unitId,
      unit: 'Xã Ninh Hòa',
      foundAs: { planId: first.planId, dossierId: first.id },
      foundBy: 'Xã Ninh Hòa',
      foundOn: '2025-01-09',
    },
  });
  const [second, third] = [carriedTo('2026', first.id), carriedTo('2027', '2026-31843-c1')];

  it('is not held against itself in any year', () => {
    for (const [one, other] of [
      [first, second],
      [second, third],
      [third, first],
    ] as const)
      expect([compare(one, other), compare(other, one)]).toEqual([undefined, undefined]);
  });

  it('is held against whoever types it again without carrying, in each of its years', () => {
    const typed = rewrite(first, '2027-31846-001', {});
    for (const one of [first, second, third]) expect(compare(typed, one)?.dossierId).toBe(one.id);
  });

  it('is another than one of another plan that has the same number', () => {
    const other = { ...rewrite(first, first.id, {}), id: first.id, planId: 'kh-khac' };
    expect(compare({ ...third, id: '2027-31843-x' }, other)).toBeDefined();
  });
});

it('never holds a dossier against itself: other rounds, and the way upward', () => {
  const [row] = rows as [Told];
  expect(compare(row, rewrite(row, row.id, { title: 'Lần hai' }))).toBeUndefined();
});

it('says how much of the shorter text stands in the longer one', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `từ${from + index}`).join(' ');
  const model = (id: string, summary: string): Told =>
    toTold({ id, line: 3, kind: 'model', values: { name: 'Mô hình', summary } });
  // 20 words have 18 runs of three; of 16 words that are the same, 14.
  const hint = compare(
    model('2025-1-001', words(0, 20)),
    model('2025-2-001', `${words(0, 16)} a b c d ${words(50, 90)}`),
  );
  expect(hint).toEqual({
    kind: 'near-copy',
    dossierId: '2025-2-001',
    unitId: '2',
    period: '2025',
    share: 77,
  });
});

it('does not take the same figures for the same words', () => {
  const text = (own: string) =>
    `năm 2024 giúp 12 hộ nghèo vay 35 triệu đồng ${Array.from({ length: 12 }, (_, index) => own.repeat(index + 1)).join(' ')}`;
  const told = (id: string, own: string): Told =>
    toTold({ id, line: 3, kind: 'model', values: { name: 'Mô hình', summary: text(own) } });
  expect(compare(told('2025-1-001', 'a'), told('2025-2-001', 'b'))).toBeUndefined();
});

it('asks for the same figures when not four fifths of the words are the same', () => {
  const [row] = rows as [Told];
  const copy = waysToCopy['one word in eight changed']?.(row, elsewhere) as Told;
  expect(compare(row, copy)).toBeDefined();
  const figures = Object.fromEntries(
    ['title', 'summary', 'keyResults'].map((key) => [
      key,
      String(copy.row.values[key]).replace(/\d+/g, (digits) => `9${digits}`),
    ]),
  );
  expect(compare(row, rewrite(copy, elsewhere, figures))).toBeUndefined();
});

const vietnamese = fc.array(
  fc.constantFrom(...'hoà thuý giúp đỡ người nghèo xoá nhà tạm khoẻ mạnh quý Nguyễn Thị 12 ha'.split(' ')),
  { minLength: 20, maxLength: 60 },
);
const modelOf = (id: string, summary: string): Told =>
  toTold({ id, line: 3, kind: 'model', values: { name: 'A', summary } });

it('is symmetric whatever the texts', () => {
  fc.assert(
    fc.property(vietnamese, vietnamese, (left, right) => {
      const [one, other] = [modelOf('2025-1-001', left.join(' ')), modelOf('2025-2-001', right.join(' '))];
      const [there, back] = [compare(one, other), compare(other, one)];
      expect([there?.kind, there?.share]).toEqual([back?.kind, back?.share]);
    }),
  );
});

const oldTones = new Map([
  ['hoà', 'hòa'],
  ['thuý', 'thúy'],
  ['xoá', 'xóa'],
  ['khoẻ', 'khỏe'],
]);

it('does not mind normal form, place of the tone, capitals, spaces and line breaks', () => {
  fc.assert(
    fc.property(vietnamese, fc.constantFrom(' ', '  ', '\u00a0', '\n', ', ', ' \u200b'), (words, gap) => {
      const typed = words.map((word, index) => {
        const other = oldTones.get(word) ?? word;
        return index % 2 === 0 ? other.normalize('NFD') : other.toUpperCase();
      });
      const one = toReading(modelOf('2025-1-001', words.join(' ')));
      const other = toReading(modelOf('2025-2-001', typed.join(gap)));
      expect([...other.phrases]).toEqual([...one.phrases]);
      if (one.phrases.length >= 12) expect(compareReadings(one, other)?.share).toBe(100);
    }),
  );
});

it('puts the same person first, then the closest, in one order only', () => {
  const hint = (kind: 'same-person' | 'near-copy', share: number, dossierId: string) => ({
    kind,
    share,
    dossierId,
    unitId: '1',
    period: '2025',
  });
  const hints = [
    hint('near-copy', 100, 'b'),
    hint('near-copy', 55, 'c'),
    hint('near-copy', 100, 'a'),
    hint('same-person', 0, 'd'),
  ];
  const ids = (list: typeof hints) => rankAlike(list).map(({ dossierId }) => dossierId);
  expect(ids(hints)).toEqual(['d', 'a', 'b', 'c']);
  expect(ids(hints.toReversed())).toEqual(['d', 'a', 'b', 'c']);
});
