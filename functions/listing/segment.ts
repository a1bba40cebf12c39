/** One document of the roll, made ready to be asked: bytes and numbers instead of objects, a tenth of their size. */
import { unitSlug } from './address.ts';
import { facets } from './facets.ts';
import { fieldIndex, type Lead, lastChangeOf, parseLeadLine } from './lead.ts';
import { dictionaryOf, type Lexicon, numbersOfWritten, valueCode } from './lexicon.ts';

export interface Segment {
  total: number;
  text: Buffer;
  /** Where each line begins; one more for the end. */
  starts: Uint32Array;
  /** Per facet, each row's value plus one; 0 for none. */
  values: Uint16Array[];
  /** Each row's unit in the dictionary of units, plus one. */
  units: Uint16Array;
  /** When each row's page last changed, in seconds since 1970; 0 when nobody knows. */
  changes: Uint32Array;
  /** Words of this segment, ascending; `rowsFrom` says where the rows of each begin. */
  words: Uint32Array;
  rowsFrom: Uint32Array;
  /** Row × 2, plus 1 when the word stands in the name; those of one word ascending. */
  rows: Uint16Array;
}

export const unitDictionary = 'unit';

const endOfField = 9;
const endOfLine = 10;

/** What else the list is searched by: all that a row or its story shows in a few words. */
const soughtBesideName = [
  'honorific',
  'title',
  'line',
  'unit',
  'above',
  'position',
  'sector',
  'movement',
] as const satisfies readonly (keyof Lead)[];

export function toSegment(text: string, lexicon: Lexicon): Segment {
  const lines = text.split('\n');
  const bytes = Buffer.from(text);
  const starts = new Uint32Array(lines.length + 1);
  const values = facets.map(() => new Uint16Array(lines.length));
  const units = new Uint16Array(lines.length);
  const changes = new Uint32Array(lines.length);
  const postings = createPostings(lexicon);
  const dictionaries = facets.map(({ name }) => dictionaryOf(lexicon, name));
  const unitValues = dictionaryOf(lexicon, unitDictionary);
  for (const [row, line] of lines.entries()) {
    const lead = parseLeadLine(line);
    const end = bytes.indexOf(endOfLine, starts[row]);
    starts[row + 1] = (end < 0 ? bytes.length : end) + 1;
    for (const [index, { read }] of facets.entries())
      values[index]![row] = valueCode(dictionaries[index]!, read(lead)) + 1;
    const { unit, unitId } = lead;
    units[row] =
      valueCode(unitValues, unit, `${unitId} ${unit}`, () => unitSlug({ name: unit, id: unitId })) + 1;
    changes[row] = toSeconds(lastChangeOf(lead));
    postings.add(row, lead.name, 1);
    for (const field of soughtBesideName) postings.add(row, lead[field], 0);
  }
  return { total: lines.length, text: bytes, starts, values, units, changes, ...postings.finish() };
}

/** Kept between what 32 bits hold: 1970 and 2106. */
const toSeconds = (instant: string): number =>
  Math.min(2 ** 32 - 1, Math.max(0, Math.floor(Date.parse(instant) / 1000) || 0));

/** Words of rows that come one after the other; a word of a row counts once, in the name if it stands there. */
function createPostings(lexicon: Lexicon) {
  const words: number[] = [];
  const entries: number[] = [];
  /** By the number of a word: in how many rows it stands, and in which it was met last. */
  const times: number[] = [];
  const lastRow: number[] = [];
  return {
    add(row: number, text: string, inName: 0 | 1): void {
      for (const written of text.split(' '))
        for (const word of numbersOfWritten(lexicon, written)) {
          while (lastRow.length <= word) {
            lastRow.push(-1);
            times.push(0);
          }
          if (lastRow[word] === row) continue;
          lastRow[word] = row;
          times[word]! += 1;
          words.push(word);
          entries.push(row * 2 + inName);
        }
    },
    finish(): Pick<Segment, 'words' | 'rowsFrom' | 'rows'> {
      const present = Uint32Array.from(times.flatMap((count, word) => (count > 0 ? [word] : [])));
      const rowsFrom = new Uint32Array(present.length + 1);
      for (const [index, word] of present.entries()) {
        rowsFrom[index + 1] = rowsFrom[index]! + times[word]!;
        // From here on: where the next row of the word goes.
        times[word] = rowsFrom[index]!;
      }
      const rows = new Uint16Array(entries.length);
      for (let at = 0; at < entries.length; at += 1) rows[times[words[at]!]!++] = entries[at]!;
      return { words: present, rowsFrom, rows };
    },
  };
}

/** From one place to before another. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where the rows of one word stand in `rows`; a stretch of nothing when no row has it. */
export function rowsOfWord({ words, rowsFrom }: Segment, word: number): Stretch {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word ? { from: rowsFrom[low]!, to: rowsFrom[low + 1]! } : { from: 0, to: 0 };
}

const lineOf = ({ text, starts }: Segment, row: number): string =>
  text.toString('utf8', starts[row], starts[row + 1]! - 1);

export const leadAt = (segment: Segment, row: number): Lead => parseLeadLine(lineOf(segment, row));

/** The first field of a line. */
export const keyAt = ({ text, starts }: Segment, row: number): string =>
  text.toString('latin1', starts[row], text.indexOf(endOfField, starts[row]));

const idField = fieldIndex('id');

/** Rows of a dossier's number, looked for as it is written: an index of numbers would be larger than all words. */
export function rowsOfDossier({ text, starts, total }: Segment, id: string): number[] {
  const rows: number[] = [];
  const mark = Buffer.from(`\t${id}\t`);
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    let low = 0;
    let high = total - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    if (text.toString('utf8', starts[low], starts[low + 1]! - 1).split('\t')[idField] === id) rows.push(low);
  }
  return rows;
}

const dayField = fieldIndex('approvedOn');

/** Without making the line a text: a place in the roll is looked for by a score of days. */
export function dayAt({ text, starts }: Segment, row: number): string {
  let start = starts[row]!;
  for (let field = 0; field < dayField; field += 1) start = text.indexOf(endOfField, start) + 1;
  return text.toString('latin1', start, text.indexOf(endOfField, start));
}
