/**
 * Rows of a whole country for the search of near-copies: a commune each of as many as there are since July 2025, names and
 * stories invented. The few stories of the trial would be told a thousand times each; so words are drawn one after
 * the other as they follow each other in those stories, which gives texts of their own in the language of the reports.
 */
import type { Told } from '../../functions/domain/near-copies.ts';
import { inventName } from '../../infra/local/samples/names.ts';
import { createRandom, type Random } from '../../infra/local/samples/random.ts';
import { voices } from '../../infra/local/samples/voices.ts';
import { inventedRows, rewrite, toTold, waysToCopy } from '../domain/telling.ts';

/** Provinces, and communes, wards and special zones. */
const provinces = 34;
const communes = 3321;

type Chain = Map<string, string[]>;

function toChain(texts: readonly string[]): Chain {
  const chain: Chain = new Map();
  for (const text of texts) {
    const words = ['.', ...text.split(' ')];
    words.forEach((word, index) => {
      const next = words[index + 1];
      const from = /[.!?]$/.test(word) ? '.' : word;
      if (next !== undefined) chain.set(from, [...(chain.get(from) ?? []), next]);
    });
  }
  return chain;
}

function tell(chain: Chain, length: number, random: Random): string {
  const words: string[] = [];
  let last = '.';
  while (words.length < length) {
    const next = chain.get(last);
    const word = next ? random.pick(next) : '';
    last = word === '' || /[.!?]$/.test(word) ? '.' : word;
    if (word !== '') words.push(word.replace(/\d+/, () => String(random.int(2, 480))));
  }
  return `${words.join(' ')}.`;
}

/** What every office ends its reports with; nobody copied it from anybody. */
const closings = Object.values(voices).flatMap(({ end }) => [...end]);

export interface Planted {
  way: string;
  original: string;
  copy: string;
}

export interface Country {
  rows: Told[];
  planted: Planted[];
}

const unitOf = (place: number): string => String(place + 1).padStart(5, '0');

/** A share of the rows are copies, in units and places in the order that have nothing to do with their originals'. */
export function inventCountry(count: number, copiesPerWay: number): Country {
  const random = createRandom(7, 'country');
  const sources = inventedRows(400, 6).map(({ row }) => row.values);
  const chain = toChain(sources.map(({ summary }) => String(summary)));
  const titles = toChain(sources.map(({ title }) => String(title)));
  const ways = [...Object.entries(waysToCopy), ['same person, own words', samePerson] as const];
  const copies = ways.length * copiesPerWay;
  const rows = Array.from({ length: count - copies }, (_, index): Told => {
    const place = index % communes;
    const period = String(2021 + (Math.floor(index / communes) % 5));
    const unitId = unitOf(place);
    const id = `${period}-${unitId}-${String(Math.floor(index / communes / 5) + 1).padStart(3, '0')}`;
    return toTold({
      id,
      line: 3,
      kind: 'individual',
      values: {
        name: inventName(random.pick(['female', 'male'] as const), random),
        birthYear: String(random.int(1935, 2005)),
        locality: `Ấp ${random.int(1, 30)}, tỉnh ${place % provinces}`,
        title: tell(titles, random.int(5, 12), random),
        summary: `${tell(chain, random.int(45, 160), random)} ${random.pick(closings)}`,
        keyResults: tell(chain, random.int(10, 30), random),
      },
    });
  });
  const planted: Planted[] = [];
  ways.forEach(([way, copy], kind) => {
    for (let ordinal = 0; ordinal < copiesPerWay; ordinal += 1) {
      const original = rows[random.int(0, count - copies - 1)] as Told;
      const id = `2026-${unitOf(random.int(0, communes - 1))}-${String(kind * copiesPerWay + ordinal).padStart(5, '0')}`;
      const made = copy(original, id);
      rows.splice(random.int(0, rows.length), 0, made);
      planted.push({ way, original: original.id, copy: id });
    }
  });
  return { rows, planted };

  function samePerson(original: Told, id: string): Told {
    return rewrite(original, id, {
      title: tell(titles, 8, random),
      summary: tell(chain, 90, random),
      keyResults: tell(chain, 20, random),
    });
  }
}
