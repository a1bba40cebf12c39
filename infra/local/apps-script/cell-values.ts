/** Cells as getValues, getNotes and getBackgrounds give them, and as the setters take them. */
import { types } from 'node:util';
import { DateTime } from 'luxon';
import type { CellData, Colour } from './book.ts';

const dayMs = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

const dateTypes = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** A date is known by its format alone; its instant is the wall time in the zone of the spreadsheet. */
export function toValue(cell: CellData | undefined, zone: string): unknown {
  const value = cell?.effectiveValue;
  if (value === undefined) return '';
  if (value.errorValue) return cell?.formattedValue ?? '#ERROR!';
  const isDate = dateTypes.has(cell?.effectiveFormat?.numberFormat?.type ?? '');
  if (value.numberValue !== undefined && isDate) return toInstant(value.numberValue, zone);
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? '';
}

const toInstant = (serial: number, zone: string): Date =>
  DateTime.fromMillis(Math.round(epoch + serial * dayMs), { zone: 'utc' })
    .setZone(zone, { keepLocalTime: true })
    .toJSDate();

export function toUserEntered(value: unknown): object {
  if (types.isDate(value)) throw new Error('not emulated: a Date given to setValues');
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  if (typeof value === 'string' && value !== '') return { userEnteredValue: { stringValue: value } };
  return {};
}

const hex = (part = 0): string =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');

export const toHex = (colour: Colour | undefined): string =>
  colour === undefined ? '#ffffff' : `#${hex(colour.red)}${hex(colour.green)}${hex(colour.blue)}`;

export function toBackground(value: unknown): object {
  if (value === null || value === undefined) return {};
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(String(value));
  if (!parts) throw new Error(`not emulated: the colour ${String(value)}`);
  const [red, green, blue] = parts.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return { userEnteredFormat: { backgroundColor: { red, green, blue } } };
}
