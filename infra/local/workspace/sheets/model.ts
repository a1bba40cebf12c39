/** The grid as the workspace keeps it: a spreadsheet, its tabs and their sparse cells, in Google's terms where they exist. */

export type ErrorType = 'ERROR' | 'DIVIDE_BY_ZERO' | 'VALUE' | 'REF' | 'NAME' | 'NUM' | 'N_A';

export interface CellError {
  type: ErrorType;
  message: string;
}

export type Scalar = string | number | boolean;

export interface NumberFormat {
  type: string;
  pattern?: string;
}

export interface CellFormat {
  numberFormat?: NumberFormat;
  borders?: Record<string, unknown>;
  [part: string]: unknown;
}

export interface Condition {
  type: string;
  values?: { userEnteredValue?: string; relativeDate?: string }[];
}

/** Never changed in place: a write puts a new object, so that versions of a tab can share cells. */
export interface Cell {
  /** What was entered; absent beside a formula. */
  value?: Scalar | CellError;
  formula?: string;
  format?: CellFormat;
  note?: string;
  validation?: { condition: Condition; [part: string]: unknown };
  runs?: unknown[];
}

export type Row = (Cell | undefined)[];

export interface DimensionProps {
  pixelSize?: number;
  hiddenByUser?: boolean;
  hiddenByFilter?: boolean;
}

/** Google's range: half-open, an absent end is open. */
export interface GridRange {
  sheetId?: number;
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

/** A rectangle with all four ends known, half-open. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Editors {
  users?: string[];
  groups?: string[];
  domainUsersCanEdit?: boolean;
}

export interface ProtectedRange {
  protectedRangeId: number;
  range: GridRange;
  description?: string;
  warningOnly?: boolean;
  unprotectedRanges?: GridRange[];
  /** Absent: everybody who may write the file, as Google leaves it when nobody is set apart. */
  editors?: Editors;
}

export interface ConditionalFormatRule {
  ranges: GridRange[];
  [part: string]: unknown;
}

export interface FilterCriteria {
  hiddenValues?: string[];
  condition?: Condition;
}

export interface SortSpec {
  dimensionIndex?: number;
  sortOrder?: string;
}

export interface BasicFilter {
  range?: GridRange;
  sortSpecs?: SortSpec[];
  criteria?: Record<string, FilterCriteria>;
  filterSpecs?: { columnIndex?: number; filterCriteria?: FilterCriteria }[];
}

export interface GridProperties {
  rowCount: number;
  columnCount: number;
  frozenRowCount?: number;
  frozenColumnCount?: number;
  [part: string]: unknown;
}

export interface Tab {
  sheetId: number;
  title: string;
  hidden: boolean;
  grid: GridProperties;
  /** Properties that change nothing here: tab colour, direction. */
  looks: Record<string, unknown>;
  rows: (Row | undefined)[];
  rowProps: (DimensionProps | undefined)[];
  columnProps: (DimensionProps | undefined)[];
  merges: Area[];
  protectedRanges: ProtectedRange[];
  conditionalFormats: ConditionalFormatRule[];
  basicFilter?: BasicFilter;
}

export interface DimensionRange {
  sheetId?: number;
  dimension?: string;
  startIndex?: number;
  endIndex?: number;
}

export interface DeveloperMetadata {
  metadataId: number;
  metadataKey: string;
  metadataValue?: string;
  visibility: string;
  location: {
    locationType: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
    spreadsheet?: boolean;
    sheetId?: number;
    dimensionRange?: DimensionRange;
  };
}

export interface NamedRange {
  namedRangeId: string;
  name: string;
  range: GridRange;
}

export interface BookProperties {
  title: string;
  locale: string;
  timeZone: string;
  [part: string]: unknown;
}

/** Never changed in place once it is out of a draft (draft.ts), so a failed batch leaves nothing behind. */
export interface Spreadsheet {
  id: string;
  /** May edit everything, whatever is protected. */
  owner: string;
  properties: BookProperties;
  tabs: Tab[];
  metadata: DeveloperMetadata[];
  namedRanges: NamedRange[];
}

export function createTab(sheetId: number, title: string, grid: Partial<GridProperties> = {}): Tab {
  return {
    sheetId,
    title,
    hidden: false,
    grid: { rowCount: 1000, columnCount: 26, ...grid },
    looks: {},
    rows: [],
    rowProps: [],
    columnProps: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
  };
}

export function isError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'type' in value;
}
