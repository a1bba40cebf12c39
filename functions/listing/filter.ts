/** What a reader asks of the list, read from an address and written back in one fixed form. */
import { facets, unitParameter } from './facets.ts';

export interface Filter {
  /** As typed; '' for none. */
  query: string;
  /** Slug of the value by name of the facet, the unit's among them. */
  values: Readonly<Record<string, string>>;
  place: Place | null;
}

/** Where the page begins or ends: the lead just before or just after it, with all that its order needs should it be gone. */
export interface Place {
  kind: 'sau' | 'truoc';
  day: string;
  key: string;
  /** Its name, which orders the leads of a day; in a search its number. '' in addresses from before this was kept. */
  rank: string;
}

export const noFilter: Filter = { query: '', values: {}, place: null };

/** In the order of every address. */
const names = [unitParameter, ...facets.map(({ name }) => name)];

const longestQuery = 100;

/** What is not understood is left out: the address is then not the fixed one, and the reader is sent there. */
export function parseFilter(parameters: URLSearchParams): Filter {
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = parameters.get(name) ?? '';
    if (/^[a-z0-9-]{1,120}$/.test(value)) values[name] = value;
  }
  const query = wordsOf(parameters.get('q') ?? '');
  return { query: [...query].slice(0, longestQuery).join(''), values, place: parsePlace(parameters) };
}

/** Controls, marks that nobody sees and bytes that were no text are no words, and would stand in the page's title. */
const wordsOf = (typed: string): string =>
  typed
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim()
    .normalize('NFC');

function parsePlace(parameters: URLSearchParams): Filter['place'] {
  for (const kind of ['sau', 'truoc'] as const) {
    const [, day = '', key = '', rank = ''] =
      /^(\d{4}-\d{2}-\d{2}|0)\.([a-km-np-z2-9]{10})(?:\.([\s\S]{1,400}))?$/.exec(
        parameters.get(kind) ?? '',
      ) ?? [];
    if (key !== '') return { kind, day: day === '0' ? '' : day, key, rank };
  }
  return null;
}

export function toQuery({ query, values, place }: Filter): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (place)
    parameters.set(
      place.kind,
      [place.day || '0', place.key, place.rank].filter((part) => part !== '').join('.'),
    );
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export const listHref = (filter: Filter, base = '/'): string => `${base}${toQuery(filter)}`;

/** One value set or, with undefined, taken away; always the first page. */
export function withValue(filter: Filter, name: string, value: string | undefined): Filter {
  const { [name]: _, ...rest } = filter.values;
  return { ...filter, values: value === undefined ? rest : { ...rest, [name]: value }, place: null };
}

export const isFiltered = ({ query, values }: Filter): boolean =>
  query !== '' || Object.keys(values).length > 0;
