/** spreadsheets.*, sheets.copyTo and developerMetadata.*: the resource itself, and batchUpdate on it. */
import { randomBytes } from 'node:crypto';
import { ApiError } from '../api.ts';
import { parseRange, tabById, toArea } from './a1.ts';
import { actorOf, bodyOf, type Call, changeBook, flag, listOf, readBook } from './call.ts';
import { createSpreadsheet, type GivenSpreadsheet } from './create.ts';
import { addTab } from './draft.ts';
import { everything, type Mask, parseMask, wants } from './fields.ts';
import { clip, type DataFilter, matchFilters, metadataOf } from './metadata.ts';
import type { Area, Spreadsheet, Tab } from './model.ts';
import { applyRequests, type BatchRequest } from './requests/index.ts';
import { copyTab, copyTitle, newTab } from './requests/sheets.ts';
import { type Selection, toSheetProperties, toSpreadsheet } from './resource.ts';

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

export function createMethod(call: Omit<Call, 'id'>): object {
  const { context, request, store } = call;
  // 33 bytes make 44 characters of the alphabet Google's ids use.
  const id = randomBytes(33).toString('base64url');
  const book = createSpreadsheet(id, bodyOf<GivenSpreadsheet>({ ...call, id }), actorOf({ ...call, id }));
  context.storage.transaction(() => {
    store.create(book);
    context.createFile({ id, name: book.properties.title, mimeType: spreadsheetType, owner: request.email });
  });
  return toSpreadsheet(book, {
    ...selectTabs(book, []),
    mask: everything,
    withData: false,
    email: request.email,
  });
}

/** Without ranges every tab whole; with them only the tabs they name. */
function selectTabs(book: Spreadsheet, places: { tab: Tab; area: Area }[]): Pick<Selection, 'tabs'> {
  if (places.length === 0) return { tabs: book.tabs.map((tab) => ({ tab, areas: [toArea(tab, {})] })) };
  return {
    tabs: book.tabs.flatMap((tab) => {
      const areas = places.filter((place) => place.tab === tab).map((place) => place.area);
      return areas.length > 0 ? [{ tab, areas }] : [];
    }),
  };
}

function placesIn(book: Spreadsheet, ranges: string[]): { tab: Tab; area: Area }[] {
  return ranges.map((range) => {
    const target = parseRange(book, range);
    return { tab: target.tab, area: clip(target.tab, toArea(target.tab, target.range)) };
  });
}

/** A mask that names grid data asks for it; otherwise the flag does. */
function dataWanted(mask: Mask, asked: boolean): boolean {
  return mask.size === 0 ? asked : wants(mask, 'sheets', 'data');
}

function maskOf(call: Call): Mask {
  const fields = call.request.query.get('fields');
  return fields ? parseMask(fields) : everything;
}

export function getMethod(call: Call): object {
  const book = readBook(call);
  const { query, email } = call.request;
  const mask = maskOf(call);
  const withData = dataWanted(mask, flag(query, 'includeGridData'));
  return toSpreadsheet(book, {
    ...selectTabs(book, placesIn(book, query.getAll('ranges'))),
    mask,
    withData,
    email,
  });
}

export function getByDataFilter(call: Call): object {
  const book = readBook(call);
  const { dataFilters, includeGridData = false } = bodyOf<{
    dataFilters?: DataFilter[];
    includeGridData?: boolean;
  }>(call);
  const mask = maskOf(call);
  const filters = listOf(dataFilters, 'data_filters');
  const tabs = filters.length === 0 ? selectTabs(book, []) : selectMatched(book, filters);
  return toSpreadsheet(book, {
    ...tabs,
    mask,
    withData: dataWanted(mask, includeGridData),
    email: call.request.email,
  });
}

function selectMatched(book: Spreadsheet, filters: DataFilter[]): Pick<Selection, 'tabs'> {
  const matches = matchFilters(book, filters);
  return matches.length === 0 ? { tabs: [] } : selectTabs(book, matches);
}

interface BatchBody {
  requests?: BatchRequest[];
  includeSpreadsheetInResponse?: boolean;
  responseRanges?: string[];
  responseIncludeGridData?: boolean;
}

export function batchUpdate(call: Call): object {
  const body = bodyOf<BatchBody>(call);
  const { result: replies, book } = changeBook(call, (draft) => {
    const done = applyRequests(draft, listOf(body.requests, 'requests'));
    // A wrong range in the wished answer fails the call before anything is kept.
    if (body.includeSpreadsheetInResponse) placesIn(draft.book, body.responseRanges ?? []);
    return done;
  });
  const answer = { spreadsheetId: book.id, replies };
  if (!body.includeSpreadsheetInResponse) return answer;
  const mask = maskOf(call).get('updatedSpreadsheet') ?? everything;
  const selection = selectTabs(book, placesIn(book, body.responseRanges ?? []));
  const withData = dataWanted(mask, body.responseIncludeGridData ?? false);
  return {
    ...answer,
    updatedSpreadsheet: toSpreadsheet(book, { ...selection, mask, withData, email: call.request.email }),
  };
}

export function copyTo(call: Call, sheetId: number): object {
  const source = tabById(readBook(call), sheetId);
  const { destinationSpreadsheetId } = bodyOf<{ destinationSpreadsheetId?: string }>(call);
  if (!destinationSpreadsheetId) throw new ApiError(400, 'destinationSpreadsheetId must be set.');
  const { result: tab, book } = changeBook(
    call,
    (draft) => {
      const blank = newTab(draft, { title: copyTitle(draft, `Copy of ${source.title}`) });
      const copy = copyTab(draft, source, blank);
      addTab(draft, copy, draft.book.tabs.length);
      return copy;
    },
    destinationSpreadsheetId,
  );
  return toSheetProperties(book, tab);
}

export function getMetadata(call: Call, metadataId: number): object {
  const found = readBook(call).metadata.find((each) => each.metadataId === metadataId);
  if (!found) throw new ApiError(404, `No developer metadata with id: ${metadataId}`);
  return found;
}

export function searchMetadata(call: Call): object {
  const book = readBook(call);
  const filters = listOf(bodyOf<{ dataFilters?: DataFilter[] }>(call).dataFilters, 'data_filters');
  const found = filters.map((filter) => new Set(metadataOf(book, filter)));
  const matched = book.metadata
    .filter((each) => found.some((set) => set.has(each)))
    .map((developerMetadata) => ({
      developerMetadata,
      dataFilters: filters.filter((_, index) => found[index]?.has(developerMetadata)),
    }));
  return matched.length > 0 ? { matchedDeveloperMetadata: matched } : {};
}
