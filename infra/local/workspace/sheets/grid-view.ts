/** A tab as the grid in the browser draws it for one person: shown texts, looks, drop-downs, notes, what is closed to them. */
import type { WorkspaceContext } from '../api.ts';
import { toArea } from './a1.ts';
import { type Calculation, calculationOf } from './formula/calculate.ts';
import type { Area, Cell, CellFormat, DimensionProps, Spreadsheet, Tab } from './model.ts';
import { shownText } from './number-text.ts';
import { mayEdit, subtract } from './protection.ts';
import { storeOf } from './store.ts';

export interface GridBook {
  title: string;
  /** To be told with every edit: places are meant as they were at this revision. */
  revision: string;
  tabs: GridTab[];
}

export interface GridTab {
  sheetId: number;
  title: string;
  hidden: boolean;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  /** Pixels by column; null is the usual width. */
  widths: (number | null)[];
  /** Pixels by row; null is as high as the text needs. */
  heights: (number | null)[];
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: Area[];
  /** What this person may not change. */
  closed: Area[];
  lists: GridList[];
  styles: GridStyle[];
  cells: GridCell[];
}

export interface GridList {
  area: Area;
  words: string[];
  message: string;
}

export interface GridStyle {
  background?: string;
  colour?: string;
  bold?: true;
  /** Points; absent: 10. */
  size?: number;
  /** Absent: runs over blank cells at the right. */
  wrap?: 'wrap' | 'clip';
  /** Absent: bottom, as in Sheets. */
  vertical?: 'top' | 'middle';
  right?: true;
}

/** Row, column, text, index of the style, note. Cells that show nothing are left out. */
export type GridCell = [row: number, column: number, text: string, style: number, note: string];

export function readGridBook(
  context: WorkspaceContext,
  id: string,
  email: string,
  sheetId?: number,
): GridBook {
  context.requireAccess(id, email, 'reader');
  const store = storeOf(context);
  const book = store.load(id);
  const calculation = calculationOf(book);
  const tabs = book.tabs.filter((tab) => sheetId === undefined || tab.sheetId === sheetId);
  return {
    title: book.properties.title,
    revision: store.moves.revision(id),
    tabs: tabs.map((tab) => toGridTab(book, tab, calculation, email)),
  };
}

function toGridTab(book: Spreadsheet, tab: Tab, calculation: Calculation, email: string): GridTab {
  const { grid } = tab;
  return {
    sheetId: tab.sheetId,
    title: tab.title,
    hidden: tab.hidden,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    widths: Array.from(tab.columnProps, (props) => props?.pixelSize ?? null),
    heights: Array.from(tab.rowProps, (props) => props?.pixelSize ?? null),
    hiddenRows: hiddenLines(tab.rowProps),
    hiddenColumns: hiddenLines(tab.columnProps),
    merges: tab.merges,
    closed: closedAreas(book, tab, email),
    lists: dropDowns(tab),
    ...toCells(tab, calculation),
  };
}

const hiddenLines = (props: readonly (DimensionProps | undefined)[]): number[] =>
  Array.from(props).flatMap((line, index) => (line?.hiddenByUser || line?.hiddenByFilter ? [index] : []));

function closedAreas(book: Spreadsheet, tab: Tab, email: string): Area[] {
  return tab.protectedRanges
    .filter((range) => !mayEdit(book, range, email))
    .flatMap(({ range, unprotectedRanges = [] }) =>
      unprotectedRanges
        .map((hole) => toArea(tab, hole))
        .reduce<Area[]>((rest, hole) => rest.flatMap((area) => subtract(area, hole)), [toArea(tab, range)]),
    );
}

/** Cells of one column that follow one another with the same list make one area. */
function dropDowns(tab: Tab): GridList[] {
  const lists: GridList[] = [];
  const open = new Map<number, { list: GridList; rule: string }>();
  for (const [row, cells] of tab.rows.entries())
    for (const [column, cell] of cells?.entries() ?? []) {
      const words = cell?.validation && wordsOf(cell.validation);
      if (!words) continue;
      const rule = JSON.stringify(cell.validation);
      const before = open.get(column);
      if (before && before.rule === rule && before.list.area.bottom === row)
        before.list.area.bottom = row + 1;
      else {
        const area = { top: row, bottom: row + 1, left: column, right: column + 1 };
        const list = { area, words, message: String(cell.validation?.inputMessage ?? '') };
        lists.push(list);
        open.set(column, { list, rule });
      }
    }
  return lists;
}

const wordsOf = ({ condition }: NonNullable<Cell['validation']>): string[] | undefined =>
  condition.type === 'ONE_OF_LIST'
    ? (condition.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue)
    : undefined;

function toCells(tab: Tab, calculation: Calculation): Pick<GridTab, 'styles' | 'cells'> {
  const styles: GridStyle[] = [];
  const known = new Map<string, number>();
  const styleOf = (style: GridStyle): number => {
    const text = JSON.stringify(style);
    const index = known.get(text) ?? styles.push(style) - 1;
    known.set(text, index);
    return index;
  };
  const { locale } = calculation.book.properties;
  const cells: GridCell[] = [];
  for (const [row, line] of tab.rows.entries())
    for (const [column, cell] of line?.entries() ?? []) {
      if (!cell) continue;
      const value = cell.formula === undefined ? (cell.value ?? null) : calculation.valueAt(tab, row, column);
      const text = shownText(value, cell.format?.numberFormat, locale);
      const style = toStyle(cell.format, typeof value === 'number');
      const note = cell.note ?? '';
      if (text !== '' || note !== '' || style.background !== undefined)
        cells.push([row, column, text, styleOf(style), note]);
    }
  return { styles, cells };
}

const styles = new WeakMap<CellFormat, { plain: GridStyle; number: GridStyle }>();

function toStyle(format: CellFormat | undefined, isNumber: boolean): GridStyle {
  if (!format) return isNumber ? { right: true } : {};
  const known = styles.get(format) ?? { plain: makeStyle(format, false), number: makeStyle(format, true) };
  styles.set(format, known);
  return isNumber ? known.number : known.plain;
}

interface Colour {
  red?: number;
  green?: number;
  blue?: number;
}

function makeStyle(format: CellFormat, isNumber: boolean): GridStyle {
  const { backgroundColor, backgroundColorStyle, textFormat, wrapStrategy, verticalAlignment } = format as {
    backgroundColor?: Colour;
    backgroundColorStyle?: { rgbColor?: Colour };
    textFormat?: { bold?: boolean; fontSize?: number; foregroundColor?: Colour };
    wrapStrategy?: string;
    verticalAlignment?: string;
  };
  const background = backgroundColorStyle?.rgbColor ?? backgroundColor;
  return {
    ...(background ? { background: toHex(background) } : {}),
    ...(textFormat?.foregroundColor ? { colour: toHex(textFormat.foregroundColor) } : {}),
    ...(textFormat?.bold ? { bold: true } : {}),
    ...(textFormat?.fontSize ? { size: textFormat.fontSize } : {}),
    ...(wrapStrategy === 'WRAP' ? { wrap: 'wrap' } : {}),
    ...(wrapStrategy === 'CLIP' ? { wrap: 'clip' } : {}),
    ...(verticalAlignment === 'TOP' ? { vertical: 'top' } : {}),
    ...(verticalAlignment === 'MIDDLE' ? { vertical: 'middle' } : {}),
    ...(isNumber ? { right: true } : {}),
  };
}

const toHex = ({ red = 0, green = 0, blue = 0 }: Colour): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
