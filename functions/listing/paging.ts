/** The links from page to page. */
import { formatCount, type Html, html } from './html.ts';

/** Page of an address like "?trang=2": 1 when absent, undefined when it is no page number. */
export function parsePageNumber(value: unknown): number | undefined {
  if (value === undefined || value === '') return 1;
  return typeof value === 'string' && /^[1-9]\d{0,6}$/.test(value) ? Number(value) : undefined;
}

export const toPageHref = (page: number): string => `?trang=${page}`;

/** First, last and the neighbours; 0 stands for a gap. */
export function toPageNumbers(current: number, pages: number): number[] {
  const shown = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((page, index) => {
    const gap = page - (sorted[index - 1] ?? 0);
    if (gap === 2) return [page - 1, page];
    return gap > 2 ? [0, page] : [page];
  });
}

export function renderPaging(current: number, pages: number): Html {
  const items = toPageNumbers(current, pages).map((page) => html`<li>${renderItem(page, current)}</li>`);
  return html`<nav class="pages" aria-label="Các trang">
<p>Trang ${formatCount(current)} trên ${formatCount(pages)}</p>
<ul>${current > 1 && renderStep(current - 1, 'prev', 'Trang trước')}${items}${current < pages && renderStep(current + 1, 'next', 'Trang sau')}</ul>
</nav>`;
}

function renderItem(page: number, current: number): Html {
  if (page === 0) return html`<span aria-hidden="true">…</span>`;
  if (page === current) return html`<b aria-current="page">${formatCount(page)}</b>`;
  return html`<a href="${toPageHref(page)}" aria-label="Trang ${formatCount(page)}">${formatCount(page)}</a>`;
}

const renderStep = (page: number, rel: string, label: string): Html =>
  html`<li><a href="${toPageHref(page)}" rel="${rel}">${label}</a></li>`;
