/** Developer metadata, and the data filters that find places by it. */
import { ApiError } from '../api.ts';
import { exceedsGrid, intersect, parseRange, tabById, toArea } from './a1.ts';
import type { Area, DeveloperMetadata, GridRange, Spreadsheet, Tab } from './model.ts';

export interface MetadataLookup {
  locationType?: string;
  metadataLocation?: DeveloperMetadata['location'];
  locationMatchingStrategy?: string;
  metadataId?: number;
  metadataKey?: string;
  metadataValue?: string;
  visibility?: string;
}

export interface DataFilter {
  a1Range?: string;
  gridRange?: GridRange;
  developerMetadataLookup?: MetadataLookup;
}

export interface Match {
  tab: Tab;
  area: Area;
  dataFilters: DataFilter[];
}

type Location = DeveloperMetadata['location'];

/** A location as it is kept: with its type, and without what its kind does not need. */
export function toLocation(book: Spreadsheet, given: Partial<Location> | undefined): Location {
  const { spreadsheet, sheetId, dimensionRange } = given ?? {};
  if (
    Number(spreadsheet === true) + Number(sheetId !== undefined) + Number(dimensionRange !== undefined) !==
    1
  ) {
    throw new ApiError(
      400,
      'DeveloperMetadata.location must specify exactly one of spreadsheet, sheetId or dimensionRange.',
    );
  }
  if (spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  const tab = tabById(book, dimensionRange ? dimensionRange.sheetId : sheetId);
  if (!dimensionRange) return { locationType: 'SHEET', sheetId: tab.sheetId };
  const { dimension, startIndex = 0, endIndex } = dimensionRange;
  if ((dimension !== 'ROWS' && dimension !== 'COLUMNS') || endIndex !== startIndex + 1) {
    throw new ApiError(
      400,
      'DeveloperMetadata.location.dimensionRange must represent a single row or column.',
    );
  }
  return {
    locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: { sheetId: tab.sheetId, dimension, startIndex, endIndex },
  };
}

export function findMetadata(book: Spreadsheet, lookup: MetadataLookup): DeveloperMetadata[] {
  return book.metadata.filter(
    (each) =>
      (lookup.metadataId === undefined || lookup.metadataId === each.metadataId) &&
      (lookup.metadataKey === undefined || lookup.metadataKey === each.metadataKey) &&
      (lookup.metadataValue === undefined || lookup.metadataValue === each.metadataValue) &&
      (lookup.visibility === undefined || lookup.visibility === each.visibility) &&
      (lookup.locationType === undefined || lookup.locationType === each.location.locationType) &&
      (lookup.metadataLocation === undefined ||
        isAt(each.location, lookup.metadataLocation, lookup.locationMatchingStrategy)),
  );
}

function isAt(location: Location, wanted: Location, strategy: string | undefined): boolean {
  const exact =
    location.spreadsheet === wanted.spreadsheet &&
    location.sheetId === wanted.sheetId &&
    isSameLine(location, wanted);
  if (exact || strategy === 'EXACT_LOCATION') return exact;
  if (wanted.spreadsheet || location.spreadsheet) return true;
  const [a, b] = [location.dimensionRange, wanted.dimensionRange];
  if ((a?.sheetId ?? location.sheetId) !== (b?.sheetId ?? wanted.sheetId)) return false;
  return !a || !b || a.dimension !== b.dimension || isSameLine(location, wanted);
}

function isSameLine({ dimensionRange: a }: Location, { dimensionRange: b }: Location): boolean {
  if (!a || !b) return a === b;
  return (
    (a.sheetId ?? 0) === (b.sheetId ?? 0) &&
    a.dimension === b.dimension &&
    (a.startIndex ?? 0) === (b.startIndex ?? 0) &&
    a.endIndex === b.endIndex
  );
}

/** Metadata that a filter names, or that lies in the range it names. */
export function metadataOf(book: Spreadsheet, filter: DataFilter): DeveloperMetadata[] {
  if (filter.developerMetadataLookup) return findMetadata(book, filter.developerMetadataLookup);
  const places = placesOf(book, filter);
  return book.metadata.filter((each) =>
    areasAt(book, each.location).some((at) =>
      places.some(({ tab, area }) => at.tab === tab && intersect(at.area, area)),
    ),
  );
}

function areasAt(book: Spreadsheet, location: Location): { tab: Tab; area: Area }[] {
  if (location.spreadsheet) return book.tabs.map((tab) => ({ tab, area: toArea(tab, {}) }));
  const { dimensionRange: line } = location;
  const tab = tabById(book, line ? line.sheetId : location.sheetId);
  if (!line) return [{ tab, area: toArea(tab, {}) }];
  const [start, end] = [line.startIndex ?? 0, line.endIndex ?? 0];
  const range: GridRange =
    line.dimension === 'ROWS'
      ? { startRowIndex: start, endRowIndex: end }
      : { startColumnIndex: start, endColumnIndex: end };
  return [{ tab, area: toArea(tab, range) }];
}

export function placesOf(book: Spreadsheet, filter: DataFilter): { tab: Tab; area: Area }[] {
  if (filter.developerMetadataLookup) {
    return findMetadata(book, filter.developerMetadataLookup).flatMap((each) => areasAt(book, each.location));
  }
  const target = filter.a1Range === undefined ? undefined : parseRange(book, filter.a1Range);
  const range = target?.range ?? filter.gridRange;
  if (!range)
    throw new ApiError(
      400,
      'Invalid dataFilter: one of a1Range, gridRange or developerMetadataLookup must be set.',
    );
  const tab = target?.tab ?? tabById(book, range.sheetId);
  return [{ tab, area: clip(tab, toArea(tab, range)) }];
}

/** What is read may reach past the grid, as long as it starts inside. */
export function clip(tab: Tab, area: Area): Area {
  const { rowCount, columnCount } = tab.grid;
  if (area.top >= rowCount || area.left >= columnCount) throw exceedsGrid(tab, area);
  return { ...area, bottom: Math.min(area.bottom, rowCount), right: Math.min(area.right, columnCount) };
}

/** Each place once, with every filter that named it, in the order first named. */
export function matchFilters(book: Spreadsheet, filters: readonly DataFilter[]): Match[] {
  const matches = new Map<string, Match>();
  for (const filter of filters) {
    for (const { tab, area } of placesOf(book, filter)) {
      const key = `${tab.sheetId}:${area.top}:${area.bottom}:${area.left}:${area.right}`;
      const match = matches.get(key) ?? { tab, area, dataFilters: [] };
      match.dataFilters.push(filter);
      matches.set(key, match);
    }
  }
  return [...matches.values()];
}
