/** What a unit has found over the years, with what it came from and what it became; and the page of all units. */

import { renderFigures } from './chart.ts';
import { facets, unitParameter } from './facets.ts';
import { type Filter, listHref, noFilter } from './filter.ts';
import { choicesOf, unitChoices } from './filter-links.ts';
import { formatCount, type Html, html } from './html.ts';
import { renderLeads } from './lead-item.ts';
import { look } from './look.ts';
import type { Shelf } from './shelf.ts';
import { renderPublicPage, type Site } from './site.ts';
import { lineage, type UnitNode, unitsAbove } from './unit-index.ts';

const newest = 10;

export function renderUnit(site: Site, shelf: Shelf, unit: UnitNode): string {
  const filter: Filter = { ...noFilter, values: { [unitParameter]: unit.slug } };
  const found = look(shelf, filter, newest);
  const above = unitsAbove(shelf.units, unit.slug);
  const children = unitChoices(shelf, filter, found);
  return renderPublicPage(site, {
    title: `${unit.name}: gương điển hình qua các năm`,
    heading: unit.name,
    description: `${formatCount(found.total)} gương điển hình tiên tiến, người tốt việc tốt do ${unit.name} phát hiện, giới thiệu.`,
    path: `/don-vi/${unit.slug}`,
    lead: html`${above.length > 0 && html`<p class="soft">Thuộc ${joined(above.map(unitLink))}</p>`}<p>${formatCount(found.total)} gương được công khai.</p>`,
    main: html`${renderKin(shelf, unit)}${renderByYear(shelf, filter)}${renderByFacet(shelf, filter, 'linh-vuc', 'Theo lĩnh vực')}
${
  children.length > 0 &&
  renderFigures(
    'don-vi',
    'Theo đơn vị trực thuộc',
    ['Đơn vị', 'Số gương'],
    children.map(({ slug, label, count }) => ({ label, count, href: `/don-vi/${slug}` })),
  )
}
${found.leads.length > 0 && html`<h2>Mới được công nhận</h2>${renderLeads(found.leads)}<p><a href="${listHref(filter)}">Xem cả ${formatCount(found.total)} gương của ${unit.name}</a></p>`}`,
  });
}

const unitLink = ({ slug, name }: Pick<UnitNode, 'slug' | 'name'>): Html =>
  html`<a href="/don-vi/${slug}">${name}</a>`;

const joined = (links: readonly Html[]): Html =>
  html`${links.map((link, index) => html`${index > 0 && ', '}${link}`)}`;

/** The reform of 2025 merged units; their stories stay together. */
function renderKin({ units }: Shelf, { slug, successors }: UnitNode): Html | null {
  const nodes = lineage(units, slug).flatMap((one) => units.bySlug.get(one) ?? []);
  const after = nodes.filter((node) => successors.includes(node.slug));
  const before = nodes.filter(
    (node) => node.slug !== slug && node.successors.length > 0 && !successors.includes(node.slug),
  );
  if (nodes.length === 1) return null;
  return html`<div class="box">${after.length > 0 && html`<p>Nay là ${joined(after.map(unitLink))}.</p>`}${before.length > 0 && html`<p>Kế thừa từ ${joined(before.map(unitLink))}.</p>`}<p>Số liệu dưới đây gồm cả các đơn vị này.</p></div>`;
}

export function renderByYear(shelf: Shelf, filter: Filter): Html | null {
  const index = facets.findIndex(({ name }) => name === 'nam');
  const years = choicesOf(shelf, look(shelf, filter, 1), index).toSorted((a, b) =>
    a.label < b.label ? -1 : 1,
  );
  if (years.length === 0) return null;
  return renderFigures(
    'nam',
    'Theo năm',
    ['Năm', 'Số gương'],
    years.map(({ slug, label, count }) => ({
      label,
      count,
      href: listHref({ ...filter, values: { ...filter.values, nam: slug } }),
    })),
  );
}

export function renderByFacet(shelf: Shelf, filter: Filter, name: string, caption: string): Html | null {
  const index = facets.findIndex((facet) => facet.name === name);
  const choices = choicesOf(shelf, look(shelf, filter, 1), index);
  if (choices.length === 0) return null;
  return renderFigures(
    name,
    caption,
    [facets[index]!.label, 'Số gương'],
    choices.map(({ slug, label, count }) => ({
      label,
      count,
      href: listHref({ ...filter, values: { ...filter.values, [name]: slug } }),
    })),
  );
}

export function renderUnits(site: Site, shelf: Shelf): string {
  const { unitCounts } = look(shelf, noFilter, 1);
  const tops = [...shelf.units.bySlug.values()].filter(({ parent }) => parent === null);
  const part = (unit: UnitNode): Html => {
    const below = unitChoices(shelf, { ...noFilter, values: { [unitParameter]: unit.slug } }, { unitCounts });
    return html`<h2>${unitLink(unit)}</h2><ul class="filters">${below
      .toSorted((a, b) => byName.compare(a.label, b.label))
      .map(
        ({ slug, label, count }) =>
          html`<li>${unitLink({ slug, name: `${label}\u00a0(${formatCount(count)})` })}</li>`,
      )}</ul>`;
  };
  return renderPublicPage(site, {
    heading: 'Các đơn vị',
    description: 'Các đơn vị có gương điển hình tiên tiến, người tốt việc tốt được công khai.',
    path: '/don-vi',
    lead: html`<p>Mỗi đơn vị có một trang: đã phát hiện ai, từ năm nào, nay tên là gì.</p>`,
    main:
      tops.length === 0
        ? html`<p>Chưa có đơn vị nào có gương được công khai.</p>`
        : html`${tops.toSorted((a, b) => byName.compare(a.name, b.name)).map(part)}`,
  });
}

const byName = new Intl.Collator('vi');
