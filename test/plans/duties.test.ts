/** Every obligation of the five texts stands once, with what carries it; what a preset carries is said to be carried. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forms } from '../../functions/domain/forms/index.ts';
import { dutiesOf } from '../../functions/plans/duties/index.ts';
import { presets } from '../../functions/plans/index.ts';
import { carriedIds } from './walk.ts';

const numbered = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${prefix}-${String(from + at).padStart(2, '0')}`);

const wanted: Record<string, string[]> = {
  'kh-113-bac-lieu': numbered('BL', 1, 20),
  '124-ninh-ha': numbered('NH', 1, 12),
  'kh-99-ha-noi': numbered('HN', 1, 6),
  'kh-282-ha-noi': numbered('HN', 7, 10),
  'kh-661': ['KH661-1', 'KH661-2', 'KH661-3', 'KH661-4'],
  'ca-mau-2026': numbered('CM', 1, 12),
};

const page = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');

const tableOf = (plan: string): string[] => {
  const [, after = ''] = page.split(`\n### ${plan}\n`);
  return (after.split('\n#')[0] ?? '').split('\n').filter((line) => /^\| [A-Z0-9]+-\d/.test(line));
};

it.each(Object.entries(dutiesOf))('ARCHITECTURE repeats the duties of %s', (plan, duties) => {
  expect(tableOf(plan)).toEqual(
    duties.map(({ id, title, carriedBy, how }) => `| ${id} | ${title} | ${carriedBy} | ${how} |`),
  );
});

it('speaks of every plan that ships', () => {
  expect(Object.keys(dutiesOf).sort()).toEqual(Object.keys(presets).sort());
});

describe.each(Object.entries(dutiesOf))('%s', (plan, duties) => {
  it('has each obligation of the text once, in its order', () => {
    expect(duties.map(({ id }) => id)).toEqual(wanted[plan]);
  });

  it('says that the software carries whatever the preset asks for, or at least reminds people of it', () => {
    const carried = duties.filter(({ carriedBy, how }) => carriedBy === 'software' || /nhắc/.test(how));
    const ids = new Set(carried.map(({ id }) => id));
    expect([...carriedIds(presets[plan]!)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('names only forms that the plan asks for', () => {
    const plain = (text: string) => text.toLocaleLowerCase('vi');
    const asked = new Set(presets[plan]!.obligations.map(({ form }) => form));
    const named = duties.flatMap(({ how }) =>
      [...how.matchAll(/biểu “([^”]+)”/gi)].map(([, name]) => plain(name!)),
    );
    const titles = [...asked].map((form) => plain(forms[form]!.title));
    expect(named.filter((name) => !titles.some((title) => title.includes(name)))).toEqual([]);
  });

  it('tells how in one whole sentence', () => {
    for (const { title, how } of duties) {
      expect(how).toMatch(/^\p{Lu}.{30,}\.$/u);
      expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    }
  });
});
