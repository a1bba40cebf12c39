/**
 * Whose consent makes a person public: an adult's own; a child's from 7 years together with that of father, mother or
 * guardian; below 7 years theirs alone (Luật Trẻ em 2016, art. 1 and 21; NĐ 56/2017/NĐ-CP, art. 33).
 */
import { guardianConsentWords } from './forms/exemplar.ts';

export type ConsentNeeded = 'own' | 'both' | 'guardian';

const adultFrom = 16;
const askedFrom = 7;

/**
 * Judged on the day of consent. Only the year of birth is known, so the age is that of the year or one less; where the two
 * would be answered differently, the stricter answer holds. Undefined when the year cannot be true.
 */
export function consentNeeded(birthYear: number, consentDate: string): ConsentNeeded | undefined {
  const atMost = Number(consentDate.slice(0, 4)) - birthYear;
  if (!(atMost >= 0)) return undefined;
  if (atMost - 1 >= adultFrom) return 'own';
  return atMost >= askedFrom ? 'both' : 'guardian';
}

/** What the column must say at the least; nothing for an adult. */
export const wordsNeeded = {
  own: '',
  both: guardianConsentWords.both,
  guardian: guardianConsentWords.guardian,
} as const satisfies Record<ConsentNeeded, string>;

/** Anything unclear counts as no. Where the guardian alone decides, a child who agrees too does no harm. */
export const isConsentWhole = (needed: ConsentNeeded | undefined, word: unknown): boolean =>
  needed === 'own' ||
  (needed !== undefined && (word === wordsNeeded[needed] || word === guardianConsentWords.both));
