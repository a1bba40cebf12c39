/** The filters as links with what each would leave; what is chosen already stands apart and can be taken away. */
import { toSlug } from '../domain/public-row.ts';
import { type Facet, facets, unitParameter } from './facets.ts';
import { type Filter, listHref, withValue } from './filter.ts';
import { formatCount, type Html, html } from './html.ts';
import { dictionaryOf } from './lexicon.ts';
import type { Look } from './look.ts';
import type { Shelf } from './shelf.ts';
import { lineage } from './unit-index.ts';

export interface Choice {
  slug: string;
  label: string;
  count: number;
}

/** Most first. A value that leaves nobody is not offered. */
export function choicesOf(shelf: Shelf, { counts }: Pick<Look, 'counts'>, index: number): Choice[] {
  const { name } = facets[index]!;
  const { slugs, labels } = dictionaryOf(shelf.lexicon, name);
  return slugs
    .map((slug, code) => ({
      slug,
      label: valueLabel(shelf, name, labels[code] ?? slug),
      count: counts[index]?.[code] ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}

/** A plan is known by its number. */
const valueLabel = ({ plans }: Shelf, facet: string, label: string): string =>
  facet === 'ke-hoach' ? (plans.get(label)?.number ?? label) : label;

/** The units just below the chosen one, or the topmost that have more than one unit below; with all that stand under them. */
export function unitChoices(
  shelf: Shelf,
  filter: Filter,
  { unitCounts }: Pick<Look, 'unitCounts'>,
): Choice[] {
  const { bySlug } = shelf.units;
  const chosen = bySlug.get(filter.values[unitParameter] ?? '');
  const tops = [...bySlug.values()].filter(({ parent }) => parent === null);
  const first = tops.length === 1 && tops[0] ? tops[0].children : tops.map(({ slug }) => slug);
  return (chosen?.children ?? first)
    .map((slug) => ({
      slug,
      label: bySlug.get(slug)?.name ?? slug,
      count: shelf.unitCodes(slug).reduce((sum, code) => sum + (unitCounts[code] ?? 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}

/** On the list itself; the page of all filters has no such limit. */
const fewChoices = 6;

export function renderFilters(shelf: Shelf, filter: Filter, look: Look, isWhole = false): Html {
  const most = isWhole ? Number.POSITIVE_INFINITY : fewChoices;
  const units = unitChoices(shelf, filter, look);
  const groups = [
    renderGroup(filter, unitParameter, 'Đơn vị', units, most, kinMeaning(shelf, units)),
    ...facets.map(({ name, label, meaning }, index) =>
      renderGroup(filter, name, label, choicesOf(shelf, look, index), most, isWhole ? meaning : undefined),
    ),
  ].filter((group) => group !== null);
  return html`<div class="filters">${groups}</div>`;
}

/** The numbers are what the links lead to: one row may be counted for a unit and again for its heir. */
const kinMeaning = ({ units }: Shelf, choices: readonly Choice[]): string | undefined =>
  choices.some(({ slug }) => lineage(units, slug).length > 1)
    ? 'Số của một đơn vị gồm cả gương của đơn vị kế thừa hoặc có trước, nên cộng lại có thể nhiều hơn tổng số.'
    : undefined;

/** Longer ones stand by themselves, in columns. */
const narrowMost = 8;

/** One value for everybody is no choice. */
function renderGroup(
  filter: Filter,
  name: string,
  label: string,
  choices: readonly Choice[],
  most: number,
  meaning?: string,
): Html | null {
  if (choices.length === 0 || (choices.length === 1 && filter.query === '' && name !== unitParameter))
    return null;
  const rest = choices.length - Math.min(most, choices.length);
  const items = choices.slice(0, most).map((choice) => renderChoice(filter, name, choice));
  return html`<div${items.length > narrowMost && html` class="wide"`}><h3>${label}</h3><ul>${items}${rest > 0 && html`<li><a href="${listHref({ ...filter, place: null }, '/loc')}">${formatCount(rest)} lựa chọn khác<span class="hide"> về ${label.toLowerCase()}</span></a></li>`}</ul>${meaning !== undefined && html`<p class="soft">${meaning}</p>`}</div>`;
}

const renderChoice = (filter: Filter, name: string, { slug, label, count }: Choice): Html =>
  filter.values[name] === slug
    ? html`<li><b aria-current="true">${label}</b> ${formatCount(count)}</li>`
    : html`<li><a href="${listHref(withValue(filter, name, slug))}">${label}</a> ${formatCount(count)}</li>`;

/** As people read it; undefined for what stands in the address and nowhere else: a stranger's words are not ours to show. */
function labelOf(shelf: Shelf, { name, always = [] }: Facet, slug: string): string | undefined {
  const { codes, labels } = dictionaryOf(shelf.lexicon, name);
  const value = labels[codes.get(slug) ?? -1] ?? always.find((label) => toSlug(label) === slug);
  return value === undefined ? undefined : valueLabel(shelf, name, value);
}

/** Filters of an address whose value nobody ever had. */
export const unknownFilters = (shelf: Shelf, { values }: Filter): { name: string; label: string }[] => [
  ...(values[unitParameter] !== undefined && !shelf.units.bySlug.has(values[unitParameter])
    ? [{ name: unitParameter, label: 'Đơn vị' }]
    : []),
  ...facets.flatMap((facet) => {
    const slug = values[facet.name];
    return slug !== undefined && labelOf(shelf, facet, slug) === undefined
      ? [{ name: facet.name, label: facet.label }]
      : [];
  }),
];

/** "Lĩnh vực: Kinh tế", as the reader chose it. */
export function chosenWords(shelf: Shelf, filter: Filter): { name: string; words: string }[] {
  const unit = shelf.units.bySlug.get(filter.values[unitParameter] ?? '');
  const chosen = unit ? [{ name: unitParameter, words: `Đơn vị: ${unit.name}` }] : [];
  for (const facet of facets) {
    const value = labelOf(shelf, facet, filter.values[facet.name] ?? '');
    if (value !== undefined) chosen.push({ name: facet.name, words: `${facet.label}: ${value}` });
  }
  return chosen;
}

export function renderChosen(shelf: Shelf, filter: Filter): Html | null {
  const chosen = chosenWords(shelf, filter);
  if (chosen.length === 0) return null;
  return html`<ul class="chips">${chosen.map(({ name, words }) => html`<li><a href="${listHref(withValue(filter, name, undefined))}"><span class="hide">Bỏ lọc </span>${words} <span aria-hidden="true">×</span></a></li>`)}</ul>`;
}
