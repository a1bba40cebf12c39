/** Requests on the spreadsheet and its tabs: title, locale, tabs added, copied, renamed, moved, hidden, deleted. */
import { ApiError } from '../../api.ts';
import { tabById, tabByTitle } from '../a1.ts';
import { isTimeZone } from '../dates.ts';
import { assertCellLimit, deleteLines, rewriteFormulas } from '../dimensions.ts';
import { addTab, type Draft, newId, removeTab, tabForEdit } from '../draft.ts';
import { below, type Mask, merge, wants, writeMask } from '../fields.ts';
import { dropSheet, renameSheet } from '../formula/rewrite.ts';
import { isLocale } from '../locale.ts';
import { type BookProperties, createTab, type GridProperties, type GridRange, type Tab } from '../model.ts';
import { assertTabEditable } from '../protection.ts';
import { toSheetProperties } from '../resource.ts';
import type { RequestHandler } from './shared.ts';

export interface SheetProperties {
  sheetId?: number;
  title?: string;
  index?: number;
  hidden?: boolean;
  gridProperties?: Partial<GridProperties>;
  [look: string]: unknown;
}

const fixedProperties = [
  'sheetId',
  'title',
  'index',
  'hidden',
  'gridProperties',
  'sheetType',
  'dataSourceSheetProperties',
];

export function checkBookProperties(properties: BookProperties): void {
  if (!isLocale(properties.locale)) throw new ApiError(400, `Unsupported locale: ${properties.locale}`);
  if (!isTimeZone(properties.timeZone)) throw new ApiError(400, `Invalid time zone: ${properties.timeZone}`);
}

function updateSpreadsheetProperties(
  draft: Draft,
  request: { properties?: object; fields?: string },
): undefined {
  const properties = merge(draft.book.properties, request.properties, writeMask(request.fields));
  checkBookProperties({ ...draft.book.properties, ...properties });
  draft.book.properties = { ...draft.book.properties, ...properties };
  draft.bookTouched = true;
}

/** A new tab from what a caller gives; whatever is left out is chosen as Google does. */
export function newTab(draft: Draft, properties: SheetProperties): Tab {
  const taken = (id: number) => draft.book.tabs.some((tab) => tab.sheetId === id);
  const sheetId = properties.sheetId ?? newId(draft, taken);
  if (taken(sheetId))
    throw new ApiError(400, `A sheet with the ID ${sheetId} already exists. Please enter another ID.`);
  const title = properties.title ?? freeTitle(draft);
  assertFree(draft, title);
  const tab = createTab(sheetId, title, properties.gridProperties ?? {});
  const { rowCount, columnCount } = tab.grid;
  if (rowCount < 1 || columnCount < 1 || columnCount > 18_278) throw new ApiError(400, 'Invalid grid size.');
  assertFrozen(tab.grid);
  tab.hidden = properties.hidden ?? false;
  tab.looks = looksOf(properties);
  return tab;
}

function looksOf(properties: SheetProperties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !fixedProperties.includes(key)));
}

function freeTitle(draft: Draft): string {
  for (let number = draft.book.tabs.length + 1; ; number += 1) {
    if (!tabByTitle(draft.book, `Sheet${number}`)) return `Sheet${number}`;
  }
}

function assertFree(draft: Draft, title: string, except?: Tab): void {
  if (title === '') throw new ApiError(400, 'You must specify a name for the sheet.');
  if (title.length > 100) throw new ApiError(400, 'Sheet name cannot be greater than 100 characters.');
  const other = tabByTitle(draft.book, title);
  if (other && other.sheetId !== except?.sheetId) {
    throw new ApiError(400, `A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function assertFrozen({
  rowCount,
  columnCount,
  frozenRowCount = 0,
  frozenColumnCount = 0,
}: GridProperties): void {
  if (frozenRowCount >= rowCount) throw new ApiError(400, "You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount >= columnCount)
    throw new ApiError(400, "You can't freeze all visible columns on the sheet.");
}

function addSheet(draft: Draft, request: { properties?: SheetProperties }): object {
  const tab = newTab(draft, request.properties ?? {});
  addTab(draft, tab, request.properties?.index ?? draft.book.tabs.length);
  assertCellLimit(draft);
  return { properties: toSheetProperties(draft.book, tab) };
}

function deleteSheet(draft: Draft, request: { sheetId?: number }): undefined {
  const tab = tabById(draft.book, request.sheetId);
  assertTabEditable(draft, tab);
  const others = draft.book.tabs.filter((each) => each !== tab);
  if (others.length === 0) throw new ApiError(400, "You can't remove all the sheets in a document.");
  if (others.every((each) => each.hidden))
    throw new ApiError(400, "You can't remove all the visible sheets in a document.");
  removeTab(draft, tab.sheetId);
  rewriteFormulas(draft, (formula) => dropSheet(formula, tab.title));
  draft.book.namedRanges = draft.book.namedRanges.filter((each) => (each.range.sheetId ?? 0) !== tab.sheetId);
  draft.book.metadata = draft.book.metadata.filter(
    ({ location }) => (location.dimensionRange?.sheetId ?? location.sheetId) !== tab.sheetId,
  );
}

interface DuplicateSheet {
  sourceSheetId?: number;
  insertSheetIndex?: number;
  newSheetId?: number;
  newSheetName?: string;
}

function duplicateSheet(draft: Draft, request: DuplicateSheet): object {
  const source = tabById(draft.book, request.sourceSheetId);
  const blank = newTab(draft, {
    ...(request.newSheetId === undefined ? {} : { sheetId: request.newSheetId }),
    title: request.newSheetName ?? copyTitle(draft, `Copy of ${source.title}`),
  });
  const tab = copyTab(draft, source, blank);
  addTab(draft, tab, request.insertSheetIndex ?? 0);
  assertCellLimit(draft);
  return { properties: toSheetProperties(draft.book, tab) };
}

export function copyTitle(draft: Draft, wished: string): string {
  if (!tabByTitle(draft.book, wished)) return wished;
  for (let number = 1; ; number += 1) {
    if (!tabByTitle(draft.book, `${wished} ${number}`)) return `${wished} ${number}`;
  }
}

/** Everything of a tab under another id and title; protections get ids of their own. */
export function copyTab(draft: Draft, source: Tab, blank: Tab): Tab {
  const home = (range: GridRange): GridRange => ({ ...range, sheetId: blank.sheetId });
  return {
    ...source,
    sheetId: blank.sheetId,
    title: blank.title,
    rows: source.rows.map((row) => row?.slice()),
    rowProps: source.rowProps.slice(),
    columnProps: source.columnProps.slice(),
    merges: source.merges.slice(),
    protectedRanges: source.protectedRanges.map((each) => ({
      ...each,
      protectedRangeId: newId(draft, (id) => isProtectionTaken(draft, id)),
      range: home(each.range),
      ...(each.unprotectedRanges ? { unprotectedRanges: each.unprotectedRanges.map(home) } : {}),
    })),
    conditionalFormats: source.conditionalFormats.map((rule) => ({ ...rule, ranges: rule.ranges.map(home) })),
    ...(source.basicFilter
      ? { basicFilter: { ...source.basicFilter, range: home(source.basicFilter.range ?? {}) } }
      : {}),
  };
}

export function isProtectionTaken(draft: Draft, id: number): boolean {
  return draft.book.tabs.some((tab) => tab.protectedRanges.some((each) => each.protectedRangeId === id));
}

function updateSheetProperties(
  draft: Draft,
  request: { properties?: SheetProperties; fields?: string },
): undefined {
  const mask = writeMask(request.fields);
  const properties = request.properties ?? {};
  const tab = tabForEdit(draft, properties.sheetId);
  assertTabEditable(draft, tab);
  if (wants(mask, 'title') && properties.title !== undefined) rename(draft, tab, properties.title);
  if (wants(mask, 'hidden') && (mask.size > 0 || properties.hidden !== undefined))
    hide(draft, tab, properties.hidden ?? false);
  const grid = below(mask, 'gridProperties');
  if (grid && properties.gridProperties) resize(draft, tab, properties.gridProperties, grid);
  const looks: Mask = new Map([...mask].filter(([key]) => !fixedProperties.includes(key)));
  if (mask.size === 0) tab.looks = { ...tab.looks, ...looksOf(properties) };
  else if (looks.size > 0) tab.looks = merge(tab.looks, properties, looks);
  if (wants(mask, 'index') && properties.index !== undefined) reorder(draft, tab, properties.index);
}

function rename(draft: Draft, tab: Tab, title: string): void {
  if (title === tab.title) return;
  assertFree(draft, title, tab);
  const before = tab.title;
  tab.title = title;
  rewriteFormulas(draft, (formula) => renameSheet(formula, before, title));
}

function hide(draft: Draft, tab: Tab, hidden: boolean): void {
  tab.hidden = hidden;
  if (draft.book.tabs.every((each) => each.hidden))
    throw new ApiError(400, "You can't hide all the sheets in a document.");
}

/** Counted as before the move, so that a tab's own index and the next one change nothing. */
function reorder(draft: Draft, tab: Tab, index: number): void {
  const from = draft.book.tabs.indexOf(tab);
  if (index < 0 || index > draft.book.tabs.length)
    throw new ApiError(400, `index[${index}] is out of bounds.`);
  draft.book.tabs.splice(from, 1);
  draft.book.tabs.splice(index > from ? index - 1 : index, 0, tab);
  draft.bookTouched = true;
}

function resize(draft: Draft, tab: Tab, wished: Partial<GridProperties>, mask: Mask): void {
  const grid = merge(
    tab.grid,
    wished,
    mask.size === 0 ? new Map(Object.keys(wished).map((key) => [key, new Map()])) : mask,
  );
  const { rowCount, columnCount } = { ...tab.grid, ...grid };
  if (rowCount < 1 || columnCount < 1 || columnCount > 18_278) throw new ApiError(400, 'Invalid grid size.');
  assertFrozen({ ...grid, rowCount, columnCount });
  if (rowCount < tab.grid.rowCount) deleteLines(draft, tab, 'row', rowCount, tab.grid.rowCount);
  if (columnCount < tab.grid.columnCount)
    deleteLines(draft, tab, 'column', columnCount, tab.grid.columnCount);
  tab.grid = { ...grid, rowCount, columnCount };
  assertCellLimit(draft);
}

export const sheetRequests: Record<string, RequestHandler> = {
  updateSpreadsheetProperties,
  addSheet,
  deleteSheet,
  duplicateSheet,
  updateSheetProperties,
};
