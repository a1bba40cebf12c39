/** The public page: read the pointer and one page document, render, answer with the caching that withdrawal allows. */
import { contentHash } from '../content-hash.ts';
import { guidePath } from '../guide/render.ts';
import type { ListingPage, ListingPointer } from '../listing/pages.ts';
import { parsePageNumber } from '../listing/paging.ts';
import { renderEmpty, renderError, renderListing, renderNotFound } from '../listing/render.ts';
import type { DocumentStore } from '../ports.ts';
import { paths } from '../records.ts';
import { guide } from './guide.ts';

export interface ListingAnswer {
  status: number;
  html: string;
  etag: string;
  /** Instead of the listing's. */
  headers?: Readonly<Record<string, string>>;
}

/** `query` is the address's query string; an unknown page number is a 404, not page 1. */
export async function listing(
  store: Pick<DocumentStore, 'read' | 'list'>,
  path: string,
  query: URLSearchParams,
  now: Date,
): Promise<ListingAnswer> {
  if (path === guidePath || path === `${guidePath}/`) return guide(store, query, now);
  const number = parsePageNumber(query.get('trang') ?? undefined);
  if (path !== '/' || number === undefined) return answer(404, renderNotFound());
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const pointer = await store.read<ListingPointer>(paths.pointer);
    if (!pointer) return number === 1 ? answer(200, renderEmpty()) : answer(404, renderNotFound());
    const { generation, pages } = pointer.data;
    if (number > pages) return answer(404, renderNotFound());
    const page = await store.read<ListingPage>(paths.part(generation, number));
    if (page) return answer(200, renderListing(page.data, pointer.data));
    // The generation was replaced between the two reads: the new pointer names pages that are there.
  }
  return answer(503, renderError());
}

const answer = (status: number, html: string): ListingAnswer => ({
  status,
  html,
  etag: `"${contentHash(html).slice(0, 24)}"`,
});
