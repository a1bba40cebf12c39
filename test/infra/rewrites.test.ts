/** Hosting's rules: every address has a function that exists, and each page goes to the one that can make it. */
import { expect, test } from 'vitest';
import { guideHref, guidePath } from '../../functions/guide/render.ts';
import { functionNames } from '../../functions/register.ts';
import { functionFor, rewritten } from '../../infra/hosting/rewrites.ts';

test('every function that Hosting asks exists', () => {
  expect(rewritten.filter((name) => !(functionNames as readonly string[]).includes(name))).toEqual([]);
});

test.each([
  ['/', 'listing'],
  ['/?q=Hoa', 'listing'],
  ['/guong/nguyen-thi-hoa-abcdefghij', 'listing'],
  ['/de-nghi?guong=abcdefghij', 'listing'],
  ['/de-nghi/gui', 'takedown'],
  ['/de-nghi/gui?x', 'takedown'],
  ['/de-nghi/gui/', 'listing'],
  [guidePath, 'guide'],
  [`${guidePath}/`, 'guide'],
  [guideHref('kh-113-bac-lieu', '2025'), 'guide'],
  [`${guidePath}/khong-co.png`, 'listing'],
])('%s is answered by %s', (address, name) => {
  expect(functionFor(address)).toBe(name);
});
