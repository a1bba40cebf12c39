/** The public pages: what is in force, which page is asked for, made from memory or with one read, kept for the next reader. */

import { toSlug } from '../domain/public-row.ts';
import { keyOfStoryPath, photoIdOfPath, photoPath, storyPath, toKey } from '../listing/address.ts';
import {
  type Answer,
  fileAnswer,
  pageAnswer,
  photoAnswer,
  privateAnswer,
  redirect,
} from '../listing/answer.ts';
import { renderDataPage } from '../listing/data-page.ts';
import { unitParameter } from '../listing/facets.ts';
import { renderError, renderGone, renderNotFound } from '../listing/fault-pages.ts';
import { renderFeed } from '../listing/feed.ts';
import { type Filter, listHref, parseFilter } from '../listing/filter.ts';
import { toLead } from '../listing/lead.ts';
import { renderAllFilters, renderList } from '../listing/list-page.ts';
import { look } from '../listing/look.ts';
import { toCsvData, toJsonData } from '../listing/open-data.ts';
import { renderPlan, renderPlans } from '../listing/plan-page.ts';
import { leadsOfMonth, renderRadio } from '../listing/radio.ts';
import { leadOf, positionOfKey, type Shelf } from '../listing/shelf.ts';
import type { Site } from '../listing/site.ts';
import { renderSitemap, renderSitemapIndex } from '../listing/sitemap.ts';
import { renderStory } from '../listing/story-page.ts';
import { renderTakedownForm } from '../listing/takedown-page.ts';
import { renderUnit, renderUnits } from '../listing/unit-page.ts';
import type { DocumentStore } from '../ports.ts';
import {
  forgetPointer,
  type Published,
  Replaced,
  readPhoto,
  readPublished,
  readStory,
} from '../published.ts';
import { createAnswerMemory } from './answer-memory.ts';

export type ReadStore = Pick<DocumentStore, 'read' | 'readMany'>;

interface Asked {
  site: Site;
  store: ReadStore;
  published: Published;
  shelf: Shelf;
  /** The rest of the path that the route's pattern caught. */
  rest: string;
  parameters: URLSearchParams;
}

type Route = [pattern: RegExp, answer: (asked: Asked) => Answer | Promise<Answer>];

const routes: readonly Route[] = [
  [
    /^\/$/,
    listed('/', ({ site, shelf }, filter) =>
      pageAnswer(renderList(site, shelf, filter, look(shelf, filter))),
    ),
  ],
  [
    /^\/loc$/,
    listed('/loc', ({ site, shelf }, filter) =>
      pageAnswer(renderAllFilters(site, shelf, filter, look(shelf, filter, 1))),
    ),
  ],
  [/^\/guong\/(.+)$/, story],
  [/^\/don-vi$/, ({ site, shelf }) => pageAnswer(renderUnits(site, shelf))],
  [/^\/don-vi\/([a-z0-9-]+)$/, unit],
  [/^\/ke-hoach$/, ({ site, shelf }) => pageAnswer(renderPlans(site, shelf))],
  [/^\/ke-hoach\/([a-z0-9-]+)$/, plan],
  [
    /^\/nguon\.xml$/,
    listed('/nguon.xml', ({ site, shelf }, filter) =>
      fileAnswer('application/atom+xml', renderFeed(site, shelf, { ...filter, place: null })),
    ),
  ],
  [/^\/du-lieu$/, ({ site, shelf }) => pageAnswer(renderDataPage(site, shelf))],
  [
    /^\/du-lieu\/guong\.json$/,
    listed('/du-lieu/guong.json', ({ site, shelf }, filter) =>
      fileAnswer('application/json', toJsonData(site, shelf, filter), openToAll),
    ),
  ],
  [/^\/du-lieu\/guong\.csv$/, listed('/du-lieu/guong.csv', csv)],
  [/^\/du-lieu\/guong\/([a-z0-9]+)\.json$/, storyJson],
  [/^\/phat-thanh\/(\d{4}-(?:0[1-9]|1[0-2]))\.txt$/, radio],
  [/^\/sitemap\.xml$/, ({ site, shelf }) => fileAnswer('application/xml', renderSitemapIndex(site, shelf))],
  [/^\/sitemap-(\d{1,4})\.xml$/, sitemap],
  [/^\/de-nghi$/, ({ site, shelf, parameters }) => privateAnswer(takedownForm(site, shelf, parameters))],
];

/** Data may be fetched from any page of any other site. */
const openToAll = { 'Access-Control-Allow-Origin': '*' };

const memory = createAnswerMemory();

/** `query` is the address's query string. */
export async function listing(
  store: ReadStore,
  listingUrl: string,
  path: string,
  query: URLSearchParams,
): Promise<Answer | Answer<Buffer>> {
  const site: Site = { url: listingUrl };
  if (path.startsWith('/anh/')) return photo(store, site, path);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const published = await readPublished(store);
      return await memory.recall(published.shelf, `${site.url} ${path}?${query}`, () =>
        answerTo({ site, store, published, shelf: published.shelf, rest: '', parameters: query }, path),
      );
    } catch (error) {
      if (!(error instanceof Replaced)) throw error;
      // The generation was replaced between two reads: the pointer in force names documents that are there.
      forgetPointer(store);
    }
  }
  return pageAnswer(renderError(site), 503);
}

/** Asked of the store every time: what a story in force shows is there, and nothing else. */
async function photo(store: ReadStore, site: Site, path: string): Promise<Answer | Answer<Buffer>> {
  const id = photoIdOfPath(path);
  const jpeg = id === undefined ? undefined : await readPhoto(store, id);
  return id !== undefined && jpeg ? photoAnswer(id, jpeg) : pageAnswer(renderNotFound(site), 404);
}

async function answerTo(asked: Asked, path: string): Promise<Answer> {
  if (path.length > 1 && path.endsWith('/')) return redirect(path.replace(/\/+$/, '') || '/');
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(path);
    if (match) return answer({ ...asked, rest: match[1] ?? '' });
  }
  return notFound(asked);
}

const notFound = ({ site }: Asked): Answer => pageAnswer(renderNotFound(site), 404);

/** A page of the list in some form; an address that is not the fixed one for what it asks leads there. */
function listed(base: string, answer: (asked: Asked, filter: Filter) => Answer): Route[1] {
  return (asked) => {
    const filter = parseFilter(asked.parameters);
    const fixed = listHref(filter, base);
    const given = asked.parameters.toString();
    return fixed === (given === '' ? base : `${base}?${given}`) ? answer(asked, filter) : redirect(fixed);
  };
}

function csv({ site, shelf }: Asked, filter: Filter): Answer {
  const { text, next } = toCsvData(site, shelf, filter);
  return fileAnswer('text/csv', text, {
    ...openToAll,
    'Content-Disposition': 'attachment; filename="guong-sang.csv"',
    ...(next === null ? {} : { Link: `<${site.url}${next}>; rel="next"` }),
  });
}

const mostOthers = 5;

/** The key decides; a slug of yesterday leads to today's. */
async function story(asked: Asked): Promise<Answer> {
  const { shelf, store, published, site } = asked;
  const path = `/guong/${asked.rest}`;
  const key = keyOfStoryPath(path);
  if (key === undefined) return notFound(asked);
  const position = positionOfKey(shelf, key);
  if (position === undefined)
    return shelf.gone.has(key) ? pageAnswer(renderGone(site), 410) : notFound(asked);
  const lead = leadOf(shelf, position);
  if (storyPath(lead) !== path) return redirect(storyPath(lead));
  const { row, others } = await readStory(store, published, lead);
  return pageAnswer(
    renderStory(site, {
      row,
      planTitle: shelf.plans.get(lead.planId)?.title ?? '',
      others: others.slice(0, mostOthers).map(toLead),
    }),
  );
}

async function storyJson(asked: Asked): Promise<Answer> {
  const { shelf, store, published, site, rest } = asked;
  const position = positionOfKey(shelf, rest);
  if (position === undefined)
    return shelf.gone.has(rest) ? pageAnswer(renderGone(site), 410) : notFound(asked);
  const lead = leadOf(shelf, position);
  const { row } = await readStory(store, published, lead);
  const data = {
    version: 1,
    url: site.url + storyPath(lead),
    key: toKey(row.planId, row.id),
    ...row,
    photo: row.photo && { ...row.photo, url: site.url + photoPath(row.photo) },
  };
  return fileAnswer('application/json', `${JSON.stringify(data)}\n`, openToAll);
}

function unit(asked: Asked): Answer {
  const found = asked.shelf.units.bySlug.get(asked.rest);
  return found ? pageAnswer(renderUnit(asked.site, asked.shelf, found)) : notFound(asked);
}

function plan(asked: Asked): Answer {
  const found = [...asked.shelf.plans.values()].find(({ id }) => toSlug(id) === asked.rest);
  return found ? pageAnswer(renderPlan(asked.site, asked.shelf, found)) : notFound(asked);
}

function sitemap(asked: Asked): Answer {
  const text = renderSitemap(asked.site, asked.shelf, Number(asked.rest));
  return text === undefined ? notFound(asked) : fileAnswer('application/xml', text);
}

/** As many reads as units have stories in it: asked for once a month. */
async function radio({ shelf, store, published, parameters, rest }: Asked): Promise<Answer> {
  const filter = { ...parseFilter(parameters), query: '', place: null };
  const { leads, total } = leadsOfMonth(shelf, filter, rest);
  const stories = await Promise.all(leads.map((lead) => readStory(store, published, lead)));
  const rows = stories.map(({ row }) => row);
  const place = shelf.units.bySlug.get(filter.values[unitParameter] ?? '')?.name ?? '';
  return fileAnswer('text/plain', renderRadio(rest, place, rows, total));
}

function takedownForm(site: Site, shelf: Shelf, parameters: URLSearchParams): string {
  const position = positionOfKey(shelf, parameters.get('guong') ?? '');
  const lead = position === undefined ? undefined : leadOf(shelf, position);
  return renderTakedownForm(site, {
    about: lead ? { key: lead.key, name: lead.name, title: lead.title } : null,
  });
}
