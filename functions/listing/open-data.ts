/** The open data: the list as JSON and as CSV that no spreadsheet runs as formulas, a story as JSON; all by one schema. */
import type { PublicRow } from '../domain/public-row.ts';
import { dataFields, schemaPath, schemaVersion, storyFields, storySchemaPath } from './data-schema.ts';
import { type Filter, listHref } from './filter.ts';
import { type Lead, toLead } from './lead.ts';
import { look } from './look.ts';
import type { Shelf } from './shelf.ts';
import type { Site } from './site.ts';

/** Rows of one answer; the rest is behind `next`. */
export const rowsPerAnswer = 500;

const headOf = (schema: string) => ({ schema, version: schemaVersion });

const toRow = (lead: Lead, url: string, shelf: Pick<Shelf, 'plans'>): Record<string, string> =>
  Object.fromEntries(dataFields.map(({ key, read }) => [key, read(lead, url, shelf)]));

/** All that fit: a program does not stop after the five hundred best of a search, as people do. */
const pageOf = (shelf: Shelf, filter: Filter, base: string) => {
  const { leads, total, isNear, after } = look(shelf, filter, rowsPerAnswer, 'roll');
  return { leads, total, isNear, next: after === null ? null : listHref({ ...filter, place: after }, base) };
};

export function toJsonData({ url }: Site, shelf: Shelf, filter: Filter): string {
  const { leads, total, isNear, next } = pageOf(shelf, filter, '/du-lieu/guong.json');
  const rows = leads.map((lead) => toRow(lead, url, shelf));
  return `${JSON.stringify({
    ...headOf(url + schemaPath),
    updatedAt: shelf.updatedAt,
    total,
    isNear,
    next: next === null ? null : url + next,
    rows,
  })}\n`;
}

/** One story whole: what the list says of it, under the same names, and the rest. */
export function toStoryData({ url }: Site, { plans }: Pick<Shelf, 'plans'>, row: PublicRow): string {
  const own = storyFields.map(({ key, read }) => [key, read(row, url)]);
  return `${JSON.stringify({
    ...headOf(url + storySchemaPath),
    ...toRow(toLead(row), url, { plans }),
    ...Object.fromEntries(own),
  })}\n`;
}

export interface CsvData {
  text: string;
  next: string | null;
  /** A table has no place for it but its name. */
  isNear: boolean;
}

/** With a byte order mark, or Excel takes the Vietnamese for something else; CRLF as RFC 4180 has it. */
export function toCsvData({ url }: Site, shelf: Shelf, filter: Filter): CsvData {
  const { leads, isNear, next } = pageOf(shelf, filter, '/du-lieu/guong.csv');
  const lines = [
    dataFields.map(({ label }) => label),
    ...leads.map((lead) => dataFields.map(({ read }) => read(lead, url, shelf))),
  ];
  const text = `\ufeff${lines.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`;
  return { text, next, isNear };
}

/** OWASP "CSV injection": what begins like a formula gets an apostrophe, and every cell its quotes. */
export const toCell = (value: string): string =>
  `"${value.replace(/^(?=[\s]*[=+\-@\t\r＝＋－＠])/, "'").replaceAll('"', '""')}"`;
