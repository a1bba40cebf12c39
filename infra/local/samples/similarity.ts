/** How alike two texts are: shared runs of three words (Jaccard), the measure by which near copies are found. */

const runsOfThree = (text: string): Set<string> => {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
};

/** 0: nothing in common; 1: the same words in the same order. */
export function similarity(one: string, other: string): number {
  const left = runsOfThree(one);
  const right = runsOfThree(other);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const run of left) if (right.has(run)) shared += 1;
  return shared / (left.size + right.size - shared);
}
