/** Every address of the public pages, for search engines, in files of ten thousand. */
import { planPath, storyPath } from './address.ts';
import { type Html, html } from './html.ts';
import { lastDayOf } from './lead.ts';
import { leadOf, type Shelf } from './shelf.ts';
import type { Site } from './site.ts';

const addressesPerFile = 10_000;

interface Place {
  path: string;
  /** A day or an instant; '' when nobody knows. */
  changed: string;
}

const lastmod = (changed: string): Html | false => changed !== '' && html`<lastmod>${changed}</lastmod>`;

const filesOf = ({ total }: Shelf): number => Math.max(1, Math.ceil(total / addressesPerFile));

export const renderSitemapIndex = ({ url }: Site, shelf: Shelf): string =>
  html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${Array.from({ length: filesOf(shelf) }, (_, index) => html`<sitemap><loc>${url}/sitemap-${index + 1}.xml</loc>${lastmod(shelf.updatedAt)}</sitemap>\n`)}</sitemapindex>
`.html;

/** Undefined when there is no such file. The first also has the pages that are no stories. */
export function renderSitemap({ url }: Site, shelf: Shelf, number: number): string | undefined {
  if (number < 1 || number > filesOf(shelf)) return undefined;
  const start = (number - 1) * addressesPerFile;
  const count = Math.min(addressesPerFile, shelf.total - start);
  const stories = Array.from({ length: count }, (_, index): Place => {
    const lead = leadOf(shelf, start + index);
    return { path: storyPath(lead), changed: lastDayOf(lead) };
  });
  const others = [
    '/don-vi',
    '/ke-hoach',
    '/du-lieu',
    ...[...shelf.plans.keys()].map(planPath),
    ...[...shelf.units.bySlug.keys()].map((slug) => `/don-vi/${slug}`),
  ].map((path): Place => ({ path, changed: '' }));
  const front: Place = { path: '/', changed: shelf.updatedAt };
  const places = number === 1 ? [front, ...others, ...stories] : stories;
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map(({ path, changed }) => html`<url><loc>${url}${path}</loc>${lastmod(changed)}</url>\n`)}</urlset>
`.html;
}
