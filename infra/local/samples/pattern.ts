/** Fills story patterns: `<a|b>` is one of the alternatives (may nest), `{x}` the value of x. */
import type { Random } from './random.ts';

export type Values = Record<string, string>;

const innermostChoice = /<([^<>]*)>/;

export function render(pattern: string, values: Values, random: Random): string {
  let text = pattern;
  for (let found = innermostChoice.exec(text); found; found = innermostChoice.exec(text)) {
    const chosen = random.pick(found[1]!.split('|'));
    text = text.slice(0, found.index) + chosen + text.slice(found.index + found[0].length);
  }
  text = text.replace(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Pattern names {${name}}, which has no value: ${pattern}`);
    return value;
  });
  return tidy(text);
}

/** An alternative may be empty, which leaves double spaces behind. */
const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .trim()
    .normalize('NFC');

export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** 1.5 → "1,5" and 1900 → "1.900", as written in Viet Nam. */
export const formatNumber = (value: number): string =>
  String(value)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+$)/g, '.');
