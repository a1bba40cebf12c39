/** Google's CellData: written into cells by mask, and made from cells for an answer, as little of it as is asked for. */
import { ApiError } from '../api.ts';
import { type Content, hasContent, withContent } from './cells.ts';
import { below, everything, type Mask, merge, wants } from './fields.ts';
import type { Calculation } from './formula/calculate.ts';
import { linkOf } from './formula/link.ts';
import type { Computed } from './formula/values.ts';
import { type Cell, type CellError, type CellFormat, isError, type Scalar, type Tab } from './model.ts';
import { errorText, shownText } from './number-text.ts';

export interface ExtendedValue {
  numberValue?: number;
  stringValue?: string;
  boolValue?: boolean;
  formulaValue?: string;
  errorValue?: { type: string; message: string };
}

export interface CellData {
  userEnteredValue?: ExtendedValue;
  userEnteredFormat?: CellFormat;
  note?: string;
  dataValidation?: NonNullable<Cell['validation']>;
  textFormatRuns?: unknown[];
  [part: string]: unknown;
}

const writable = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation', 'textFormatRuns'];

export function assertCellMask(mask: Mask): Mask {
  // "rows.values.note" names the same as "note".
  const inner = mask.get('rows')?.get('values') ?? mask.get('cell') ?? mask;
  for (const key of inner.keys()) {
    if (!writable.includes(key)) throw new ApiError(400, `Invalid field: ${key}`);
  }
  return inner;
}

export function toContent(value: ExtendedValue | undefined): Content | undefined {
  if (!value) return undefined;
  if (value.errorValue) throw new ApiError(400, 'Error values cannot be set.');
  if (value.formulaValue !== undefined) {
    return { formula: value.formulaValue.startsWith('=') ? value.formulaValue : `=${value.formulaValue}` };
  }
  const plain = value.stringValue ?? value.numberValue ?? value.boolValue;
  return plain === undefined ? undefined : { value: plain };
}

/** Merged formats are shared by the cells of one request: stored once, kept once. */
export function createCellWriter(
  mask: Mask,
): (before: Cell | undefined, data: CellData | undefined, covered: boolean) => Cell {
  const formatMask = below(mask, 'userEnteredFormat');
  const known = new Map<CellFormat | undefined, Map<CellFormat | undefined, CellFormat>>();
  const formatOf = (before: CellFormat | undefined, after: CellFormat | undefined): CellFormat => {
    const byAfter = known.get(before) ?? new Map<CellFormat | undefined, CellFormat>();
    known.set(before, byAfter);
    const merged = byAfter.get(after) ?? merge(before ?? {}, after, formatMask ?? everything);
    byAfter.set(after, merged);
    return merged;
  };
  return (before, data, covered) => {
    let cell: Cell = before ?? {};
    if (wants(mask, 'userEnteredValue'))
      cell = withContent(cell, covered ? undefined : toContent(data?.userEnteredValue));
    if (formatMask) {
      const format = formatOf(cell.format, data?.userEnteredFormat);
      cell = put(cell, 'format', Object.keys(format).length > 0 ? format : undefined);
    }
    if (wants(mask, 'note')) cell = put(cell, 'note', data?.note || undefined);
    if (wants(mask, 'dataValidation')) cell = put(cell, 'validation', data?.dataValidation);
    if (wants(mask, 'textFormatRuns')) cell = put(cell, 'runs', data?.textFormatRuns);
    return cell;
  };
}

export function put<K extends keyof Cell>(cell: Cell, key: K, value: Cell[K] | undefined): Cell {
  const { [key]: _before, ...rest } = cell;
  return value === undefined ? (rest as Cell) : { ...rest, [key]: value };
}

function extended(value: Scalar | CellError): ExtendedValue {
  if (isError(value)) return { errorValue: { type: value.type, message: value.message || errorText(value) } };
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
}

export interface CellReader {
  tab: Tab;
  mask: Mask;
  calculation: Calculation;
  defaultFormat: CellFormat;
}

export function toCellData(
  cell: Cell | undefined,
  row: number,
  column: number,
  reader: CellReader,
): CellData {
  const data: CellData = {};
  if (!cell) return data;
  const { mask, calculation, tab } = reader;
  const locale = calculation.book.properties.locale;
  if (hasContent(cell)) {
    if (wants(mask, 'userEnteredValue')) {
      data.userEnteredValue =
        cell.formula !== undefined ? { formulaValue: cell.formula } : extended(cell.value as Scalar);
    }
    const computed: Computed =
      wants(mask, 'effectiveValue') || wants(mask, 'formattedValue')
        ? calculation.valueAt(tab, row, column)
        : null;
    if (computed !== null && wants(mask, 'effectiveValue')) data.effectiveValue = extended(computed);
    if (computed !== null && wants(mask, 'formattedValue'))
      data.formattedValue = shownText(computed, cell.format?.numberFormat, locale);
    const link = wants(mask, 'hyperlink')
      ? linkOf(calculation, cell.formula, { tab, row, column })
      : undefined;
    if (link) data.hyperlink = link;
    if (wants(mask, 'effectiveFormat'))
      data.effectiveFormat = effectiveFormat(cell.format, reader.defaultFormat);
  }
  if (cell.format && wants(mask, 'userEnteredFormat')) data.userEnteredFormat = withColorStyles(cell.format);
  if (cell.format && wants(mask, 'effectiveFormat'))
    data.effectiveFormat ??= effectiveFormat(cell.format, reader.defaultFormat);
  if (cell.note !== undefined && wants(mask, 'note')) data.note = cell.note;
  if (cell.validation && wants(mask, 'dataValidation')) data.dataValidation = cell.validation;
  if (cell.runs && wants(mask, 'textFormatRuns')) data.textFormatRuns = cell.runs;
  return data;
}

const effective = new WeakMap<CellFormat, WeakMap<CellFormat, CellFormat>>();

function effectiveFormat(format: CellFormat | undefined, base: CellFormat): CellFormat {
  if (!format) return base;
  const byFormat = effective.get(base) ?? new WeakMap<CellFormat, CellFormat>();
  effective.set(base, byFormat);
  const known = byFormat.get(format);
  if (known) return known;
  // Paired before they are laid over the default, whose style would win over a colour given the old way.
  const entered = withColorStyles(format);
  const text = { ...(base.textFormat as object), ...(entered.textFormat as object | undefined) };
  const made = { ...base, ...entered, textFormat: text };
  byFormat.set(format, made);
  return made;
}

/** Google answers each colour twice, the old way and as a style. */
export function withColorStyles(format: CellFormat): CellFormat {
  const paired = pairColor(format, 'backgroundColor');
  if (!paired.textFormat) return paired;
  return {
    ...paired,
    textFormat: pairColor(paired.textFormat as Record<string, unknown>, 'foregroundColor'),
  };
}

function pairColor<T extends Record<string, unknown>>(holder: T, key: string): T {
  const style = holder[`${key}Style`] as { rgbColor?: unknown } | undefined;
  if (style?.rgbColor) return { ...holder, [key]: style.rgbColor };
  return holder[key] ? { ...holder, [`${key}Style`]: { rgbColor: holder[key] } } : holder;
}
