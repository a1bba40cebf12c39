/** ARCHITECTURE repeats the duties of the plans: the same numbers and words as the data. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dutiesOf } from '../../functions/plans/duties/index.ts';

const page = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');

const tableOf = (planId: string): string[] => {
  const [, after = ''] = page.split(`\n### ${planId}\n`);
  return (after.split('\n#')[0] ?? '').split('\n').filter((line) => /^\| [A-Z]+-\d/.test(line));
};

it.each(Object.entries(dutiesOf))('lists the duties of %s', (planId, duties) => {
  expect(tableOf(planId)).toEqual(duties.map(({ id, title, how }) => `| ${id} | ${title} | ${how} |`));
});
