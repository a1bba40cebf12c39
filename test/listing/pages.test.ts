/** The public pages as documents: landmarks for those who hear them, light for a cheap phone, deaf to hostile rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPublicRow } from '../../functions/domain/public-row.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { renderDataPage } from '../../functions/listing/data-page.ts';
import {
  renderBadAddress,
  renderError,
  renderGone,
  renderNotFound,
} from '../../functions/listing/fault-pages.ts';
import { type Filter, noFilter } from '../../functions/listing/filter.ts';
import { renderAllFilters } from '../../functions/listing/list-page.ts';
import { look } from '../../functions/listing/look.ts';
import { renderPlan, renderPlans } from '../../functions/listing/plan-page.ts';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import { emptyShelf } from '../../functions/listing/shelf.ts';
import { renderStory } from '../../functions/listing/story-page.ts';
import {
  fromElsewhere,
  renderNothingToAsk,
  renderTakedownForm,
  renderTaken,
  tooMany,
} from '../../functions/listing/takedown-page.ts';
import { renderUnit, renderUnits } from '../../functions/listing/unit-page.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided } from '../domain/people.ts';
import { aMegabyte, hostileTexts, rowFullOf } from './hostile.ts';
import { findFetched, named, parseMarkup, toOutline } from './markup.ts';
import { aPhoto, listOf, shelf, storyOf } from './rendered.ts';
import { aLead, aPublicRow, manyPublicRows, shelfWith, site } from './rows.ts';

const crowded = shelfWith(manyPublicRows(120));
const narrow: Filter = {
  ...noFilter,
  query: 'nuoi tom',
  values: { loai: 'ca-nhan', 'don-vi': 'phuong-2-31813' },
};
const nothing: Filter = { ...noFilter, query: 'zzzzzz', values: { loai: 'mo-hinh' } };
const [unit] = [...shelf.units.bySlug.values()].filter(({ parent }) => parent === null);
const [plan] = [...shelf.plans.values()];
const typed = { page: '<b>', wish: '', asker: '', contact: '"x', text: '', blank: 'x' };
const faulty = {
  about: null,
  typed,
  problems: (Object.keys(typed) as (keyof typeof typed)[]).map((field) => ({
    field,
    message: `Chưa được: ${field}.`,
  })),
};
const about = { key: 'abcdefghjk', name: 'Hoa', title: 'x', hasPhoto: false };
const answering = { unit: 'Xã Ninh Hòa', office: 'Huyện Hồng Dân' };

const documents: [string, string][] = [
  ['the list', listOf(shelf)],
  ['a later page of the list', listOf(crowded, { ...noFilter, place: look(crowded, noFilter).after })],
  ['a narrowed list', listOf(shelf, narrow)],
  ['an empty result', listOf(shelf, nothing)],
  ['the list without rows', listOf(emptyShelf())],
  ['all filters', renderAllFilters(site, shelf, noFilter, look(shelf, noFilter))],
  ['a story', storyOf({ photo: aPhoto })],
  [
    'a model',
    storyOf({ kind: 'model', honorific: '', method: 'Bước 1\nBước 2', need: 'Thiếu vốn', isCut: true }),
  ],
  ['a unit', renderUnit(site, shelf, unit!)],
  ['all units', renderUnits(site, shelf)],
  ['a plan', renderPlan(site, shelf, plan!)],
  ['all plans', renderPlans(site, shelf)],
  ['open data', renderDataPage(site, shelf)],
  ['the request to take down', renderTakedownForm(site, { about })],
  ['that request, refused', renderTakedownForm(site, faulty)],
  [
    'that request, taken',
    renderTaken(
      site,
      { code: 'DN-1', wish: 'remove', answerBy: '2025-03-07', settleBy: '2025-03-20' },
      answering,
    ),
  ],
  [
    'that request, once too often',
    renderTakedownForm(site, { about, typed, notice: tooMany('address', answering) }),
  ],
  ['that request, from elsewhere', renderTakedownForm(site, { about, typed, notice: fromElsewhere })],
  ['that request, about a page that is off already', renderNothingToAsk(site)],
  ['a page that is not there', renderNotFound(site)],
  ['an address that cannot be read', renderBadAddress(site)],
  ['a page that was taken down', renderGone(site)],
  ['a failure', renderError(site)],
];

describe.each(documents)('%s', (_, html) => {
  const elements = parseMarkup(html);

  it('has one header, h1, main and footer, in that order', () => {
    const frame = elements.filter(({ name }) => ['header', 'h1', 'main', 'footer'].includes(name));
    expect(frame.map(({ name }) => name)).toEqual(['header', 'h1', 'main', 'footer']);
  });

  it('begins with a link past the masthead, to a place that takes the focus', () => {
    const first = elements.find(({ inside }) => inside.at(-1) === 'body');
    expect(first).toMatchObject({ name: 'a', attributes: { class: 'skip' } });
    const target = elements.find(({ attributes }) => `#${attributes.id}` === first?.attributes.href);
    expect(target).toMatchObject({ name: 'main', attributes: { tabindex: '-1' } });
  });

  it('is Vietnamese, zooms, has a title and a description', () => {
    expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: 'vi' } });
    const meta = new Map(
      named(elements, 'meta').map(({ attributes }) => [attributes.name, attributes.content]),
    );
    expect(meta.get('viewport')).toBe('width=device-width,initial-scale=1');
    expect(meta.get('description')).not.toBe('');
    expect(named(elements, 'title')[0]?.text).not.toBe('');
    expect(html).toBe(html.normalize('NFC'));
  });

  it('needs no second request and runs no script', () => {
    expect(findFetched(html)).toEqual([]);
  });

  it('uses every id once and skips no level of heading', () => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const levels = elements.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name[1]));
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('names every field, link, navigation and button', () => {
    const labelled = new Set(named(elements, 'label').map(({ attributes }) => attributes.for));
    for (const { name, attributes } of elements)
      if (['input', 'textarea'].includes(name) && attributes.type !== 'hidden')
        expect(labelled).toContain(attributes.id);
    for (const { name, text } of elements)
      if (['a', 'button', 'h1', 'h2', 'h3', 'summary', 'th'].includes(name)) expect(text.trim()).not.toBe('');
    const navs = named(elements, 'nav').map(({ attributes }) => attributes['aria-label']);
    expect(new Set(navs).size).toBe(navs.length);
    for (const { attributes, name } of elements)
      for (const id of [
        ...(attributes['aria-describedby']?.split(' ') ?? []),
        ...(name === 'label' && attributes.for ? [attributes.for] : []),
      ])
        expect(elements.some((one) => one.attributes.id === id)).toBe(true);
  });

  it('tells the people named what they may ask for', () => {
    expect(named(elements, 'footer')[0]?.text).toContain('quyền rút lại sự đồng ý');
  });
});

describe('a plan', () => {
  it('says within how many days half of its exemplars were recognised, when their dates tell', () => {
    const words = (days: ReadonlyMap<number, number>): string =>
      renderPlan(site, shelf, toPlanTable(kh113BacLieu, new Set(['31813']), days));
    expect(
      words(
        new Map([
          [3, 1],
          [1250, 2],
        ]),
      ),
    ).toContain('một nửa số gương không quá 1.250 ngày.');
    expect(words(new Map())).not.toContain('một nửa số gương');
  });

  it('counts the days of a lead from finding to the first recognition that the story shows', () => {
    expect(aLead().days).toBe('26');
    expect(aLead({ steps: [{ step: 'found', unit: 'Phường 2', on: '2025-01-10' }] }).days).toBe('');
    expect(aLead({ steps: [{ step: 'approved', unit: 'Tỉnh', on: '2025-01-10' }] }).days).toBe('');
  });
});

describe('hostile rows', () => {
  const outlines = (text: string) => {
    const row = rowFullOf(text.slice(0, 300));
    const one = shelfWith([row, aPublicRow({ id: 'sau-cung', approvedOn: '2020-01-01' })]);
    return {
      list: toOutline(listOf(one)),
      story: toOutline(renderStory(site, { row, planTitle: text.slice(0, 300), others: [aLead()] })),
    };
  };
  // Facets come from what rows say, so the empty outline of one ordinary word is the measure.
  const tame = outlines('một');

  it('change nothing of the pages around them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hostileTexts.filter((text) => /[a-z]/i.test(text) && !text.includes('\n'))),
        (text) => {
          const { list, story } = outlines(text);
          expect(story).toEqual(tame.story);
          expect(list).toEqual(tame.list);
        },
      ),
    );
  });

  it.each(hostileTexts)('never end the data block: %j', (text) => {
    const html = renderStory(site, { row: rowFullOf(text.slice(0, 300)), planTitle: '', others: [] });
    expect(findFetched(html)).toEqual([]);
    expect(() => JSON.parse(named(parseMarkup(html), 'script')[0]?.text ?? '')).not.toThrow();
  });

  it.each(hostileTexts)('are only text under a header of the plan’s own, too: %j', (text) => {
    const html = storyOf({ more: [{ header: text.slice(0, 100), text: text.slice(0, 300) }] });
    const outline = storyOf({ more: [{ header: 'Văn bản', text: '12/KH-SNV' }] });
    expect(outline).toContain('<h2>Văn bản</h2><p><bdi>12/KH-SNV</bdi></p>');
    expect(findFetched(html)).toEqual(findFetched(outline));
    expect(named(parseMarkup(html), 'script')).toHaveLength(named(parseMarkup(outline), 'script').length);
  });

  it('are cut when they are a megabyte, and say so', () => {
    const dossier = decided(aDossier(1, { summary: aMegabyte, name: aMegabyte }), 'approve', '956');
    const tree = toUnitTree([
      { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
      { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95' },
      { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956' },
    ]);
    const row = toPublicRow(dossier, kh113BacLieu, tree);
    expect(row.isCut).toBe(true);
    const html = renderStory(site, { row, planTitle: '', others: [] });
    expect(html).toContain('đã được rút gọn');
    expect(html.length).toBeLessThan(40_000);
    expect(html).not.toContain('\u202e');
  });

  it('stand apart from the words around them, whichever way they are read', () => {
    const name = 'محمد';
    expect(storyOf({ name })).toContain(`<bdi>${name}</bdi>`);
    expect(listOf(shelfWith([aPublicRow({ name })]))).toContain(`<bdi>${name}</bdi></a>`);
  });
});
