/** Public rows → the pages that are stored and served: the order of the roll, and how it is cut. */
import type { PublicRow } from '../domain/public-row.ts';

/** Stored as one document, so that a reader costs one read. Says nothing about other pages: an untouched page keeps its content and hash. */
export interface ListingPage {
  /** From 1. */
  number: number;
  rows: PublicRow[];
}

/** The document that says which generation of pages is in force. */
export interface ListingPointer {
  generation: string;
  pages: number;
  total: number;
  /** ISO instant. */
  updatedAt: string;
}

const byName = new Intl.Collator('vi');
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest recognition first, then names in Vietnamese order, then the code and its plan, so that no two rows ever tie. */
export const compareRows = (a: PublicRow, b: PublicRow): number =>
  byCode(b.approvedOn, a.approvedOn) ||
  byName.compare(a.name, b.name) ||
  byCode(a.id, b.id) ||
  byCode(a.planNumber, b.planNumber);

/** At least one page, perhaps an empty one. The same rows in any order give the same pages. */
export function toPages(rows: readonly PublicRow[], size = 50): ListingPage[] {
  const sorted = [...rows].sort(compareRows);
  const count = Math.max(1, Math.ceil(sorted.length / size));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    rows: sorted.slice(index * size, (index + 1) * size),
  }));
}
