/** A serial date by a pattern such as "dd/MM/yyyy HH:mm", where "m" is minutes beside hours and months elsewhere. */
import { type DateParts, toParts } from './dates.ts';
import type { LocaleRules } from './locale.ts';

export function dateText(serial: number, pattern: string, rules: LocaleRules): string {
  const tokens = pattern.match(/"[^"]*"|\\.|a\/p|am\/pm|\.0+|([dmyhs])\1*|\[[^\]]*\]|[\s\S]/gi) ?? [];
  const halves = tokens.some((token) => /^(a\/p|am\/pm)$/i.test(token));
  const parts = toParts(serial);
  return tokens
    .map((token, index) => tokenText(token, { parts, halves, minutes: isMinutes(tokens, index), rules }))
    .join('');
}

/** An "m" right after an hour or right before a second. */
function isMinutes(tokens: string[], index: number): boolean {
  const isField = (token: string) => /^[dmyhs]+$/i.test(token);
  const before = tokens.slice(0, index).findLast(isField);
  const after = tokens.slice(index + 1).find(isField);
  return /^h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

interface Place {
  parts: DateParts;
  halves: boolean;
  minutes: boolean;
  rules: LocaleRules;
}

function tokenText(token: string, { parts, halves, minutes, rules }: Place): string {
  const pad = (value: number) => String(value).padStart(token.length > 1 ? 2 : 1, '0');
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('[')) return '';
  if (/^\.0+$/.test(token))
    return (
      rules.decimal +
      String(parts.millisecond)
        .padStart(3, '0')
        .slice(0, token.length - 1)
    );
  if (/^(a\/p|am\/pm)$/i.test(token)) return parts.hour < 12 ? 'AM' : 'PM';
  switch (token[0]?.toLowerCase()) {
    case 'y':
      return token.length > 2
        ? String(parts.year).padStart(4, '0')
        : String(parts.year % 100).padStart(2, '0');
    case 'm':
      if (minutes && token.length < 3) return pad(parts.minute);
      return token.length > 2
        ? rules.monthName(parts.month, token.length === 3 ? 'short' : 'long')
        : pad(parts.month);
    case 'd':
      return token.length > 2
        ? rules.weekdayName(parts.weekday, token.length === 3 ? 'short' : 'long')
        : pad(parts.day);
    case 'h':
      return pad(halves ? parts.hour % 12 || 12 : parts.hour);
    case 's':
      return pad(parts.second);
    default:
      return token;
  }
}
