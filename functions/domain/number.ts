/** Numbers as Vietnamese writers type them: a dot between thousands, a comma before the fraction. */

const vietnamese = /^-?(?:\d+|\d{1,3}(?:[. ]\d{3})+)(?:,\d+)?$/;

/** "1.234" → 1234, "1,5" → 1.5; undefined when it is not a number, or too long to be kept exactly. */
export function parseNumber(text: string): number | undefined {
  if (!vietnamese.test(text)) return undefined;
  const value = Number(text.replace(/[. ]/g, '').replace(',', '.'));
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** 1234.5 → "1.234,5". */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
