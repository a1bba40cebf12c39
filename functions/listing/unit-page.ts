/** What a unit has found over the years, with what it came from and what it became; and the page of all units. */

import { renderFigures } from './chart.ts';
import { facets, unitParameter } from './facets.ts';
import { type Filter, listHref, noFilter } from './filter.ts';
import { choicesOf } from './filter-links.ts';
import { formatCount, formatDate, type Html, html } from './html.ts';
import { renderLeads } from './lead-item.ts';
import { look } from './look.ts';
import type { Shelf } from './shelf.ts';
import { renderPublicPage, type Site } from './site.ts';
import { countsBelow, ownCount } from './unit-counts.ts';
import { firstDayOf, forebearsOf, heirsOf, lastDayOf, type UnitNode, unitsAbove } from './unit-index.ts';

const newest = 10;

export function renderUnit(site: Site, shelf: Shelf, unit: UnitNode): string {
  const filter: Filter = { ...noFilter, values: { [unitParameter]: unit.slug } };
  const found = look(shelf, filter, newest);
  const own = ownCount(shelf, unit.slug);
  const above = unitsAbove(shelf.units, unit.slug);
  const children = countsBelow(shelf, unit.slug);
  const whose = found.total === own ? `của ${unit.name}` : 'trong danh sách chung';
  return renderPublicPage(site, {
    title: `${unit.name}: gương điển hình qua các năm`,
    heading: unit.name,
    description: `${formatCount(own)} gương điển hình tiên tiến, người tốt việc tốt do ${unit.name} phát hiện, giới thiệu.`,
    path: `/don-vi/${unit.slug}`,
    lead: html`${above.length > 0 && html`<p class="soft">Thuộc ${joined(above.map(unitLink))}</p>`}<p>${formatCount(own)} gương do ${unit.name} phát hiện, giới thiệu được công khai.</p>${unit.contact !== '' && html`<p class="soft">Liên hệ: <bdi>${unit.contact}</bdi></p>`}`,
    main: html`${renderKin(shelf, unit, own, found.total)}${renderByYear(shelf, filter)}${renderByFacet(shelf, filter, 'linh-vuc', 'Theo lĩnh vực')}
${
  children.length > 0 &&
  renderFigures(
    'don-vi',
    `Theo đơn vị trực thuộc ${unit.name}`,
    children.map(({ slug, label, count }) => ({ label, count, href: `/don-vi/${slug}` })),
  )
}
${found.leads.length > 0 && html`<h2>Mới được công nhận</h2>${renderLeads(found.leads)}<p><a href="${listHref(filter)}">Xem cả ${formatCount(found.total)} gương ${whose}</a></p>`}`,
  });
}

const unitLink = ({ slug, name }: Pick<UnitNode, 'slug' | 'name'>): Html =>
  html`<a href="/don-vi/${slug}">${name}</a>`;

const joined = (links: readonly Html[], mark = ', '): Html =>
  html`${links.map((link, index) => html`${index > 0 && mark}${link}`)}`;

/** The reform of 2025 merged units: whose figures are whose is said, for their stories stand in one list. */
function renderKin(shelf: Shelf, unit: UnitNode, own: number, total: number): Html | null {
  const { units } = shelf;
  const lastDay = lastDayOf(units, unit.slug);
  const kin = (slugs: readonly string[]): Html =>
    joined(
      slugs.flatMap((slug) => units.bySlug.get(slug) ?? []).map((node) => renderRelative(shelf, node)),
      '; ',
    );
  const heirs = heirsOf(units, unit.slug);
  const forebears = forebearsOf(units, unit.slug);
  const heirsBelow = lastDay === undefined || heirs.length > 0 ? [] : heirsOfChildren(shelf, unit);
  if (lastDay === undefined && heirs.length + forebears.length === 0) return null;
  const until = lastDay ? `hoạt động đến hết ngày ${formatDate(lastDay)}` : 'nay không còn';
  return html`<div class="box">${lastDay !== undefined && html`<p>${unit.name} ${until}.</p>`}${
    heirs.length > 0 && html`<p>Nay là: ${kin(heirs)}.</p>`
  }${
    heirsBelow.length > 0 && html`<p>Địa bàn ${unit.name} nay thuộc: ${kin(heirsBelow)}.</p>`
  }${forebears.length > 0 && html`<p>Kế thừa từ: ${kin(forebears)}.</p>`}${
    total !== own &&
    html`<p>Số liệu theo năm, theo lĩnh vực và danh sách dưới đây là của ${formatCount(total)} gương: ${formatCount(own)} gương của ${unit.name} và ${formatCount(total - own)} gương của các đơn vị ${heirs.length > 0 || heirsBelow.length > 0 ? 'kế thừa' : 'trước đây'}.</p>`
  }</div>`;
}

/** "Xã Ninh Quới, Tỉnh Cà Mau (từ 01/07/2025, 5 gương)": names are given again, so place and day go with them. */
function renderRelative(shelf: Shelf, node: UnitNode): Html {
  const { units } = shelf;
  const top = unitsAbove(units, node.slug).at(-1);
  const from = firstDayOf(units, node.slug);
  const to = lastDayOf(units, node.slug);
  const days = [from && `từ ${formatDate(from)}`, to && `đến hết ${formatDate(to)}`]
    .filter(Boolean)
    .join(' ');
  const count = `${formatCount(ownCount(shelf, node.slug))} gương`;
  return html`${unitLink(node)}${top ? `, ${top.name}` : ''} (${[days, count].filter(Boolean).join(', ')})`;
}

/** Of a district that ended with its province: who carries on in its communes, and those that stayed as they were. */
function heirsOfChildren({ units }: Shelf, { children }: UnitNode): string[] {
  const heirs = children.flatMap((child) => {
    const after = heirsOf(units, child);
    return after.length > 0 ? after : lastDayOf(units, child) === undefined ? [child] : [];
  });
  return [...new Set(heirs)];
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
    choices.map(({ slug, label, count }) => ({
      label,
      count,
      href: listHref({ ...filter, values: { ...filter.values, [name]: slug } }),
    })),
    facets[index]!.meaning,
  );
}

export function renderUnits(site: Site, shelf: Shelf): string {
  const tops = [...shelf.units.bySlug.values()].filter(({ parent }) => parent === null);
  const part = (unit: UnitNode): Html =>
    html`<h2>${unitLink(unit)}</h2><ul class="filters">${countsBelow(shelf, unit.slug)
      .toSorted((a, b) => byName.compare(a.label, b.label))
      .map(
        ({ slug, label, count }) =>
          html`<li>${unitLink({ slug, name: `${label}\u00a0(${formatCount(count)})` })}</li>`,
      )}</ul>`;
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
