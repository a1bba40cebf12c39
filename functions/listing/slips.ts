/** Which words somebody may have meant by one that he typed. */

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Another number is another thing. */
export const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** One letter left out, put in or mistaken, or two neighbours changed about. */
export function oneSlipFrom(word: string): Set<string> {
  const meant = new Set<string>();
  if (isNumber(word)) return meant;
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const [first = '', second = ''] = word.slice(at, at + 2);
    const rest = word.slice(at + 1);
    meant.add(before + rest);
    meant.add(before + second + first + rest.slice(1));
    for (const letter of letters) {
      meant.add(before + letter + first + rest);
      meant.add(before + letter + rest);
    }
  }
  meant.delete(word);
  return meant;
}

/** All ways to put one blank into a word. */
export const cutsOf = (word: string): [string, string][] =>
  Array.from({ length: word.length - 1 }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)]);

/**
 * "sỹ" is "sĩ", "mỹ" is "mĩ", "quý" is "quí": after these letters, with nothing behind, y and i are one sound, and both are
 * written. "thúy" and "thui", "Thy" and "Thị" are two words; "ti" is sooner "Thị" with a slip than the "ty" of "công ty".
 */
export function otherSpelling(word: string): string | undefined {
  if (!/^(?:[hklmsv]|qu)[iy]$/.test(word)) return undefined;
  return word.slice(0, -1) + (word.endsWith('y') ? 'i' : 'y');
}
