/** One document of the roll, made ready to be asked: bytes and numbers instead of objects, a tenth of their size. */
import { searchWords } from '../domain/search-words.ts';
import { unitSlug } from './address.ts';
import { facets } from './facets.ts';
import { fieldIndex, type Lead, parseLeadLine } from './lead.ts';
import { dictionaryOf, type Lexicon, valueCode, wordNumber } from './lexicon.ts';

export interface Segment {
  total: number;
  text: Buffer;
  /** Where each line begins; one more for the end. */
  starts: Uint32Array;
  rowOfKey: Map<string, number>;
  /** Per facet, each row's value plus one; 0 for none. */
  values: Uint16Array[];
  /** Each row's unit in the dictionary of units, plus one. */
  units: Uint16Array;
  /** Words of this segment, ascending; `rowsFrom` says where the rows of each begin. */
  words: Uint32Array;
  rowsFrom: Uint32Array;
  /** Row × 2, plus 1 when the word stands in the name. */
  rows: Uint16Array;
}

export const unitDictionary = 'unit';

/** More than a row number that fits beside the flag. */
const rowRange = 65_536;

export function toSegment(text: string, lexicon: Lexicon): Segment {
  const lines = text.split('\n');
  const bytes = Buffer.from(text);
  const starts = new Uint32Array(lines.length + 1);
  const values = facets.map(() => new Uint16Array(lines.length));
  const units = new Uint16Array(lines.length);
  const rowOfKey = new Map<string, number>();
  const found: number[] = [];
  const dictionaries = facets.map(({ name }) => dictionaryOf(lexicon, name));
  const unitValues = dictionaryOf(lexicon, unitDictionary);
  lines.forEach((line, row) => {
    const lead = parseLeadLine(line);
    starts[row + 1] = (starts[row] ?? 0) + Buffer.byteLength(line) + 1;
    rowOfKey.set(lead.key, row);
    facets.forEach(({ read }, index) => {
      values[index]![row] = valueCode(dictionaries[index]!, read(lead)) + 1;
    });
    const { unit, unitId } = lead;
    units[row] =
      valueCode(unitValues, unit, `${unitId} ${unit}`, () => unitSlug({ name: unit, id: unitId })) + 1;
    for (const word of searchWords(lead.name)) found.push(toEntry(wordNumber(lexicon, word), row, 1));
    for (const word of searchWords(`${lead.title} ${lead.line} ${lead.unit} ${lead.above}`))
      found.push(toEntry(wordNumber(lexicon, word), row, 0));
  });
  return { total: lines.length, text: bytes, starts, rowOfKey, values, units, ...toPostings(found) };
}

const toEntry = (word: number, row: number, inName: 0 | 1): number => word * rowRange + row * 2 + inName;

function toPostings(found: number[]): Pick<Segment, 'words' | 'rowsFrom' | 'rows'> {
  const entries = Float64Array.from(found).sort();
  const rows = new Uint16Array(entries.length);
  const words: number[] = [];
  const rowsFrom: number[] = [];
  entries.forEach((entry, index) => {
    const word = Math.floor(entry / rowRange);
    if (words.at(-1) !== word) {
      words.push(word);
      rowsFrom.push(index);
    }
    rows[index] = entry % rowRange;
  });
  return { words: Uint32Array.from(words), rowsFrom: Uint32Array.from([...rowsFrom, entries.length]), rows };
}

/** The rows of one word, each as row × 2 + whether in the name. */
export function rowsOfWord({ words, rowsFrom, rows }: Segment, word: number): Uint16Array {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word ? rows.subarray(rowsFrom[low], rowsFrom[low + 1]) : rows.subarray(0, 0);
}

const lineOf = ({ text, starts }: Segment, row: number): string =>
  text.toString('utf8', starts[row], starts[row + 1]! - 1);

export const leadAt = (segment: Segment, row: number): Lead => parseLeadLine(lineOf(segment, row));

const dayField = fieldIndex('approvedOn');

export const dayAt = (segment: Segment, row: number): string =>
  lineOf(segment, row).split('\t')[dayField] ?? '';
