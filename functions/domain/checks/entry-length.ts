/**
 * WHAT: an entry says how long it is, in words or in seconds as its genre has it, and keeps within the contest's limit.
 * WHY: "không quá 2.000 từ", "không quá 7 phút" in the rules of Hà Nội's contest; longer works are not judged.
 */
import { entryLimits, writtenGenres } from '../forms/contest-entry.ts';
import { eachRow, fault, numberAt, textAt } from './rule.ts';

export const checkEntryLength = eachRow((row) => {
  const genre = textAt(row, 'genre');
  if (genre === '') return undefined;
  const [key, max] = writtenGenres.includes(genre)
    ? (['wordCount', entryLimits.words] as const)
    : (['durationSeconds', entryLimits.seconds] as const);
  const length = numberAt(row, key);
  if (length === undefined) return fault('error', 'entry-without-length', row, key, { value: genre });
  return length > max ? fault('error', 'entry-too-long', row, key, { value: length, max }) : undefined;
});
