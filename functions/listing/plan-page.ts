/** What came of a plan, in numbers; and the page of all plans. */
import { toSlug } from '../domain/public-row.ts';
import { planPath } from './address.ts';
import { renderFigures } from './chart.ts';
import { type Filter, listHref, noFilter } from './filter.ts';
import type { Choice } from './filter-links.ts';
import { formatCount, formatDate, type Html, html } from './html.ts';
import { look } from './look.ts';
import type { PlanTable } from './plan-table.ts';
import type { Shelf } from './shelf.ts';
import { renderPublicPage, type Site } from './site.ts';
import { countsBelow } from './unit-counts.ts';
import { renderByFacet, renderByYear } from './unit-page.ts';

const ofPlan = ({ id }: PlanTable): Filter => ({ ...noFilter, values: { 'ke-hoach': toSlug(id) } });

export function renderPlan(site: Site, shelf: Shelf, plan: PlanTable): string {
  const filter = ofPlan(plan);
  const found = look(shelf, filter, 1);
  const figures: (Html | null)[] = [
    renderByYear(shelf, filter),
    renderByFacet(shelf, filter, 'loai', 'Theo loại'),
    renderByFacet(shelf, filter, 'linh-vuc', 'Theo lĩnh vực'),
    renderByFacet(shelf, filter, 'khau', 'Theo khâu'),
    renderByFacet(shelf, filter, 'cap', 'Theo cấp công nhận'),
    renderFigures(
      'don-vi',
      'Theo đơn vị',
      unitsOf(shelf, plan).map(({ slug, label, count }) => ({ label, count, href: `/don-vi/${slug}` })),
    ),
  ];
  return renderPublicPage(site, {
    title: `Kế hoạch ${plan.number}: kết quả được công khai`,
    heading: `Kế hoạch ${plan.number}`,
    description: `Kết quả của Kế hoạch ${plan.number}: ${formatCount(found.total)} gương được công khai. ${plan.title}`,
    path: planPath(plan.id),
    lead: html`<p>${plan.title}</p><p class="soft">${plan.issuer}, ban hành ngày ${formatDate(plan.issuedOn)}</p>`,
    main: html`<p>${formatCount(found.total)} gương được công khai. <a href="${listHref(filter)}">Xem các gương này</a></p>${renderMedian(plan)}
<h2>Số liệu</h2>${figures.filter((figure) => figure !== null)}`,
  });
}

/** Right below the top of the plan, with what each found in this plan and no other. */
const unitsOf = (shelf: Shelf, { id }: PlanTable): Choice[] =>
  [...shelf.units.bySlug.values()]
    .filter(({ stands }) => stands.get(id)?.parent === null)
    .flatMap(({ slug }) => countsBelow(shelf, slug, id));

/** How soon the exemplars are honoured, of the dates that their stories show. */
const renderMedian = ({ medianDays }: PlanTable): Html | null =>
  medianDays === undefined
    ? null
    : html`<p>Từ khi đơn vị giới thiệu đến khi được công nhận lần đầu: một nửa số gương không quá ${formatCount(medianDays)} ngày.</p>`;

export const renderPlans = (site: Site, shelf: Shelf): string =>
  renderPublicPage(site, {
    heading: 'Các kế hoạch',
    description:
      'Các kế hoạch phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến và kết quả được công khai.',
    path: '/ke-hoach',
    lead: html`<p>Mỗi kế hoạch có một trang số liệu: bao nhiêu gương, ở đâu, lĩnh vực nào.</p>`,
    main:
      shelf.plans.size === 0
        ? html`<p>Chưa có kế hoạch nào có gương được công khai.</p>`
        : html`${[...shelf.plans.values()].map((plan) => html`<article><h2><a href="${planPath(plan.id)}">Kế hoạch ${plan.number}</a></h2><p>${plan.title}</p><p class="soft">${plan.issuer} · ${formatCount(look(shelf, ofPlan(plan), 1).total)} gương</p></article>`)}`,
  });
