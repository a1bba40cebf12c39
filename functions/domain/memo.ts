/** Remembers what a pure function answered: words, names and choices come again in every line of a list. */

/** Bounded: once full it forgets everything, which is cheaper than knowing what was asked last. */
export function memo<T>(limit: number, work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    if (known.size >= limit) known.clear();
    const fresh = work(text);
    known.set(text, fresh);
    return fresh;
  };
}
