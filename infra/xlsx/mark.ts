/** What a template says about itself on a hidden sheet: whose list it is, so that an import knows without being told. */
import { isPeriod } from '../../functions/domain/period.ts';
import type { CellValue } from '../../functions/domain/row.ts';

export interface TemplateMark {
  plan: string;
  period: string;
  unit: string;
  form: string;
}

/**
 * A sheet and not a document property: WPS, LibreOffice and Google's export drop properties. ASCII, because the
 * drop-downs refer to the same sheet.
 */
export const markSheet = 'GuongSang';

const signature = ['app', 'guong-sang'] as const;
const keys = ['plan', 'period', 'unit', 'form'] as const;

export const markRows = (mark: TemplateMark): string[][] => [
  [...signature],
  ...keys.map((key) => [key, mark[key]]),
];

export function parseMark(values: readonly (readonly CellValue[])[]): TemplateMark | undefined {
  const found = new Map(values.map(([key, value]) => [key, String(value ?? '')]));
  if (found.get(signature[0]) !== signature[1]) return undefined;
  const [plan = '', period = '', unit = '', form = ''] = keys.map((key) => found.get(key));
  return isPeriod(period) && ![plan, unit, form].includes('') ? { plan, period, unit, form } : undefined;
}
