/** The public pages: what is in force, which page is asked for, made from memory or with one read, kept for the next reader. */
import { toSlug } from '../domain/public-row.ts';
import { keyOfStoryPath, photoIdOfPath, storyPath, unitSlug } from '../listing/address.ts';
import {
  type Answer,
  fileAnswer,
  pageAnswer,
  photoAnswer,
  privateAnswer,
  redirect,
  textFault,
} from '../listing/answer.ts';
import { renderDataPage } from '../listing/data-page.ts';
import { renderSchema } from '../listing/data-schema.ts';
import { unitParameter } from '../listing/facets.ts';
import { faultAnswer } from '../listing/fault-answer.ts';
import { renderFeed } from '../listing/feed.ts';
import { type Filter, isFiltered, listHref, parseFilter } from '../listing/filter.ts';
import { unknownFilters } from '../listing/filter-links.ts';
import { toLead } from '../listing/lead.ts';
import { renderAllFilters, renderList, renderUnknownFilter } from '../listing/list-page.ts';
import { look, mended, type Order } from '../listing/look.ts';
import { toCsvData, toJsonData, toStoryData } from '../listing/open-data.ts';
import { renderPlan, renderPlans } from '../listing/plan-page.ts';
import type { Publisher } from '../listing/publisher.ts';
import { askRadio, fixedRadioHref } from '../listing/radio.ts';
import { renderRadio } from '../listing/radio-script.ts';
import type { Shelf } from '../listing/shelf.ts';
import type { Site } from '../listing/site.ts';
import { renderSitemap, renderSitemapIndex } from '../listing/sitemap.ts';
import { renderStory } from '../listing/story-page.ts';
import { listingHeaders } from '../listing/style.ts';
import { renderNothingToAsk, renderTakedownForm, toAbout } from '../listing/takedown-page.ts';
import { officesOf, unitAsked } from '../listing/unit-index.ts';
import { renderUnit, renderUnits } from '../listing/unit-page.ts';
import type { DocumentStore } from '../ports.ts';
import { readPhoto } from '../publishing/photo-copy.ts';
import { ofPlans, siteOf } from '../publishing/public-site.ts';
import { type Published, readShelf, withPublished } from '../publishing/published.ts';
import { readStory } from '../publishing/published-story.ts';
import { readNamedStory } from '../tickets/named-page.ts';
import { createAnswerMemory } from './answer-memory.ts';

export type ReadStore = Pick<DocumentStore, 'read' | 'readMany'>;

interface Asked {
  site: Site;
  store: ReadStore;
  published: Published;
  path: string;
  /** The rest of the path that the route's pattern caught. */
  rest: string;
  parameters: URLSearchParams;
}

type Route = [pattern: RegExp, answer: (asked: Asked) => Answer | Promise<Answer>];

const routes: readonly Route[] = [
  [/^\/$/, listed('/', list)],
  [/^\/loc$/, listed('/loc', withShelf(known(renderFilters)))],
  [/^\/guong\/(.+)$/, story],
  [/^\/don-vi$/, withShelf(({ site }, shelf) => pageAnswer(renderUnits(site, shelf)))],
  [/^\/don-vi\/(.+)$/, unit],
  [/^\/ke-hoach$/, withShelf(({ site }, shelf) => pageAnswer(renderPlans(site, shelf)))],
  [/^\/ke-hoach\/([a-z0-9-]+)$/, plan],
  [/^\/nguon\.xml$/, listed('/nguon.xml', withShelf(known(feed)))],
  [/^\/du-lieu$/, withShelf(({ site }, shelf) => pageAnswer(renderDataPage(site, shelf)))],
  [
    /^\/du-lieu\/guong\.json$/,
    listed('/du-lieu/guong.json', withShelf(paged('/du-lieu/guong.json', json, 'roll'))),
  ],
  [
    /^\/du-lieu\/guong\.csv$/,
    listed('/du-lieu/guong.csv', withShelf(paged('/du-lieu/guong.csv', csv, 'roll'))),
  ],
  [/^\/du-lieu\/guong\/([a-z0-9]+)\.json$/, storyJson],
  [/^\/du-lieu\/luoc-do\.json$/, ({ site }) => fileAnswer('application/schema+json', renderSchema(site))],
  [/^\/phat-thanh\/(\d{4}-(?:0[1-9]|1[0-2]))\.txt$/, withShelf(radio)],
  [
    /^\/sitemap\.xml$/,
    ({ site, published }) => fileAnswer('application/xml', renderSitemapIndex(site, published.front.shelf)),
  ],
  [/^\/sitemap-(\d{1,4})\.xml$/, withShelf(sitemap)],
  [/^\/de-nghi$/, takedownForm],
];

/** Pages that need all leads, and wait for them once a process; all others are ready before these are read. */
function withShelf<More extends unknown[]>(
  answer: (asked: Asked, shelf: Shelf, ...more: More) => Answer | Promise<Answer>,
): (asked: Asked, ...more: More) => Promise<Answer> {
  return async (asked, ...more) => answer(asked, await readShelf(asked.store, asked.published), ...more);
}

const memory = createAnswerMemory();

/** `query` is the address's query string. */
export async function listing(
  store: ReadStore,
  listingUrl: string,
  path: string,
  query: URLSearchParams,
  publisher?: Publisher,
): Promise<Answer | Answer<Buffer>> {
  const site = siteOf({ listingUrl, ...(publisher ? { publisher } : {}) });
  if (path.startsWith('/anh/')) return photo(store, site, path);
  return withPublished(store, (published) =>
    memory.recall(published, `${site.url} ${path}?${query}`, () =>
      answerTo({ site: ofPlans(site, published), store, published, path, rest: '', parameters: query }),
    ),
  );
}

/** Asked of the store every time: what a story in force shows is there, and nothing else. */
async function photo(store: ReadStore, site: Site, path: string): Promise<Answer | Answer<Buffer>> {
  const id = photoIdOfPath(path);
  const jpeg = id === undefined ? undefined : await readPhoto(store, id);
  return id !== undefined && jpeg ? photoAnswer(id, jpeg) : faultAnswer(site, path, 'notFound');
}

async function answerTo(asked: Asked): Promise<Answer> {
  const { path } = asked;
  const trimmed = path.replace(/\/+$/, '') || '/';
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(trimmed);
    if (!match) continue;
    // Only what a route knows: "//another.site/" without its last slash would be the address of another site.
    if (trimmed !== path)
      return redirect(trimmed + (asked.parameters.size > 0 ? `?${asked.parameters}` : ''));
    return answer({ ...asked, rest: match[1] ?? '' });
  }
  return notFound(asked);
}

const notFound = ({ site, path }: Asked): Answer => faultAnswer(site, path, 'notFound');

/** A page of the list in some form; an address that is not the fixed one for what it asks leads there. */
function listed(base: string, answer: (asked: Asked, filter: Filter) => Answer | Promise<Answer>): Route[1] {
  return (asked) => {
    const filter = parseFilter(asked.parameters);
    const fixed = listHref(filter, base);
    const given = asked.parameters.toString();
    return fixed === (given === '' ? base : `${base}?${given}`) ? answer(asked, filter) : redirect(fixed);
  };
}

type Filtered<Given extends Answer | Promise<Answer> = Answer> = (
  asked: Asked,
  shelf: Shelf,
  filter: Filter,
) => Given;

/** What nobody has cannot be chosen; a unit by an earlier name leads to itself. */
function known<Given extends Answer | Promise<Answer>>(answer: Filtered<Given>): Filtered<Answer | Given> {
  return (asked, shelf, filter) => {
    if (unknownFilters(shelf, filter).length === 0) return answer(asked, shelf, filter);
    const named = filter.values[unitParameter];
    const unit = named === undefined ? undefined : unitAsked(shelf.units, named);
    if (unit && unit.slug !== named) {
      const values = { ...filter.values, [unitParameter]: unit.slug };
      return redirect(listHref({ ...filter, values }, asked.path));
    }
    return faultAnswer(asked.site, asked.path, 'unknownFilter', (site) =>
      renderUnknownFilter(site, shelf, filter),
    );
  };
}

/** A page that hung on somebody who is gone leads to itself under the name of whoever is there. */
function paged(base: string, answer: Filtered, by: Order = 'best'): Filtered {
  return known((asked, shelf, filter) => {
    const same = mended(shelf, filter, by);
    return same ? redirect(listHref(same, base)) : answer(asked, shelf, filter);
  });
}

/** What a reader typed is nothing to be found by others. */
const robotsFor = ({ query }: Filter): Record<string, string> =>
  query === '' ? {} : { 'X-Robots-Tag': 'noindex' };

const listedPage = withShelf(
  paged('/', ({ site }, shelf, filter) =>
    pageAnswer(renderList(site, shelf, filter, look(shelf, filter)), 200, {
      ...listingHeaders,
      ...robotsFor(filter),
    }),
  ),
);

/** The first page of the whole list is ready made. */
function list(asked: Asked, filter: Filter): Answer | Promise<Answer> {
  const { front } = asked.published;
  if (isFiltered(filter) || filter.place !== null) return listedPage(asked, filter);
  return pageAnswer(renderList(asked.site, front.shelf, filter, front.look));
}

function renderFilters({ site }: Asked, shelf: Shelf, filter: Filter): Answer {
  return pageAnswer(renderAllFilters(site, shelf, filter, look(shelf, filter, 1)));
}

function feed({ site }: Asked, shelf: Shelf, filter: Filter): Answer {
  return fileAnswer(
    'application/atom+xml',
    renderFeed(site, shelf, { ...filter, place: null }),
    robotsFor(filter),
  );
}

function json({ site }: Asked, shelf: Shelf, filter: Filter): Answer {
  return fileAnswer('application/json', toJsonData(site, shelf, filter));
}

function csv({ site }: Asked, shelf: Shelf, filter: Filter): Answer {
  const { text, next, isNear } = toCsvData(site, shelf, filter);
  const name = isNear ? 'guong-sang-gan-dung.csv' : 'guong-sang.csv';
  return fileAnswer('text/csv', text, {
    'Content-Disposition': `attachment; filename="${name}"`,
    // JSON says it within: whether all parts are of one list.
    ...(shelf.updatedAt === '' ? {} : { 'Last-Modified': new Date(shelf.updatedAt).toUTCString() }),
    ...(next === null ? {} : { Link: `<${site.url}${next}>; rel="next"` }),
  });
}

const mostOthers = 5;

/** The key decides; a slug of yesterday leads to today's. */
async function story(asked: Asked): Promise<Answer> {
  const { store, published, site, path } = asked;
  const key = keyOfStoryPath(path);
  const found = key === undefined ? undefined : await readStory(store, published, key);
  if (found === undefined) return notFound(asked);
  if (found === 'gone') return faultAnswer(site, path, 'gone');
  const { row, others } = found;
  const { shelf } = published.front;
  const today = storyPath(toLead(row));
  if (today !== path) return redirect(today);
  return pageAnswer(
    renderStory(site, {
      row,
      planTitle: shelf.plans.get(row.planId)?.title ?? '',
      offices: officesOf(shelf.units, unitSlug({ name: row.unit, id: row.unitId })),
      others: others.slice(0, mostOthers).map(toLead),
    }),
  );
}

async function storyJson(asked: Asked): Promise<Answer> {
  const { store, published, site, path, rest } = asked;
  const found = await readStory(store, published, rest);
  if (found === undefined) return notFound(asked);
  if (found === 'gone') return faultAnswer(site, path, 'gone');
  return fileAnswer('application/json', toStoryData(site, published.front.shelf, found.row));
}

function unit(asked: Asked): Answer | Promise<Answer> {
  const found = unitAsked(asked.published.front.shelf.units, asked.rest);
  if (!found) return notFound(asked);
  if (found.slug !== asked.rest) return redirect(`/don-vi/${found.slug}`);
  return withShelf(({ site }, shelf) => pageAnswer(renderUnit(site, shelf, found)))(asked);
}

function plan(asked: Asked): Answer | Promise<Answer> {
  const found = [...asked.published.front.shelf.plans.values()].find(({ id }) => toSlug(id) === asked.rest);
  if (!found) return notFound(asked);
  return withShelf(({ site }, shelf) => pageAnswer(renderPlan(site, shelf, found)))(asked);
}

function sitemap(asked: Asked, shelf: Shelf): Answer {
  const text = renderSitemap(asked.site, shelf, Number(asked.rest));
  return text === undefined ? notFound(asked) : fileAnswer('application/xml', text);
}

/** As many reads as units have stories in it: asked for once a month. */
async function radio(
  { site, store, published, path, parameters, rest }: Asked,
  shelf: Shelf,
): Promise<Answer> {
  const fixed = fixedRadioHref(shelf, rest, parameters);
  const given = parameters.toString();
  if (fixed !== (given === '' ? path : `${path}?${given}`)) return redirect(fixed);
  const asked = askRadio(site, shelf, rest, parameters);
  if (typeof asked === 'string') return textFault(asked);
  const stories = await Promise.all(asked.leads.map(({ key }) => readStory(store, published, key)));
  const rows = stories.flatMap((found) => (found === undefined || found === 'gone' ? [] : [found.row]));
  return fileAnswer('text/plain', renderRadio(site, asked, rows));
}

async function takedownForm({ site, store, published, parameters }: Asked): Promise<Answer> {
  const found = await readNamedStory(store, published, parameters.get('guong') ?? '');
  if (found === 'gone') return privateAnswer(renderNothingToAsk(site), 410);
  return privateAnswer(renderTakedownForm(site, { about: found ? toAbout(found.row) : null }));
}
