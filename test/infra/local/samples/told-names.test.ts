/** A name that is put into a story brings its own word ("ấp Thạnh Lợi"): the story must not say that word again. */
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../infra/local/samples/places.ts';
import { createRandom } from '../../../../infra/local/samples/random.ts';
import { allStories } from '../../../../infra/local/samples/stories/index.ts';
import { tellRow } from '../../../../infra/local/samples/tell.ts';

const base = { coast: true };
const places: readonly Place[] = [
  {
    ...base,
    commune: 'xã Vĩnh Trạch',
    district: 'thành phố Bạc Liêu',
    hamlet: 'ấp Thạnh Lợi',
    town: false,
    ward: false,
  },
  {
    ...base,
    commune: 'phường Hộ Phòng',
    district: 'thị xã Giá Rai',
    hamlet: 'khóm 3',
    town: true,
    ward: true,
  },
  {
    ...base,
    commune: 'thị trấn Gành Hào',
    district: 'huyện Đông Hải',
    hamlet: 'khóm 5',
    town: true,
    ward: false,
  },
  { ...base, commune: 'xã Đất Mũi', district: 'tỉnh Cà Mau', hamlet: 'ấp Tân Lập', town: false, ward: false },
];
const unit = { id: 'so', name: 'Sở Nội vụ', kind: 'agency', parentName: 'Tỉnh Bạc Liêu' };

const types = 'ấp|khóm|xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh';
const others = 'ông|bà|năm|tháng';
const twice = new RegExp(`(?<!\\p{L})(${types}|${others}) \\1(?!\\p{L})`, 'iu');
/** A name between two words of its own sort, or before one: "ấp Tân Lập ấp". */
const around = (name: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:(?:${types}) ${name}|${name} (?:${types}|hộ|phòng))(?!\\p{L})`, 'iu');

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe.each(allStories.map((story) => [story.id, story] as const))('%s', (_id, story) => {
  it('draws no number under the key of a name', () => {
    const names = ['commune', 'district', 'ap', 'host', 'year', 'month', 'ten', 'he', 'He'];
    expect(Object.keys(story.numbers).filter((key) => names.includes(key))).toEqual([]);
  });

  it('says the word of a name once, wherever and however it is told', () => {
    const wrong = places.flatMap((place) =>
      seeds.flatMap((seed) => {
        const row = tellRow(story, place, { unit, year: 2025, random: createRandom(seed) });
        const names = [place.hamlet, place.commune, place.district, unit.name].map(around);
        return Object.values(row).filter((text) => [twice, ...names].some((one) => one.test(text)));
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
