/** How many requests are taken and mailed: exact at any speed, high over all, nobody refused for losing a race, nothing kept. */
import { expect, it } from 'vitest';
import { sweepLimits, takeMails, takeTurn } from '../../functions/handlers/takedown-limit.ts';
import { fakeMailer, openPostRoom } from '../support/post-room.ts';

const open = () => openPostRoom(fakeMailer('smtp'));
const atOnce = <T>(count: number, call: (number: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, number) => call(number)));
const countOf = <T>(answers: readonly T[], wanted: T): number =>
  answers.filter((answer) => answer === wanted).length;

it('takes five of thirty that one address sends at once', async () => {
  const { services } = await open();
  const answers = await atOnce(30, () => takeTurn(services, '203.0.113.7'));
  expect([countOf(answers, 'taken'), countOf(answers, 'address')]).toEqual([5, 25]);
});

it('takes all of a thousand that come at once from as many addresses', async () => {
  const { services } = await open();
  const answers = await atOnce(1000, (number) => takeTurn(services, `address ${number}`));
  expect(countOf(answers, 'taken')).toBe(1000);
});

it('takes about 2,000 an hour in all and not one more, and goes on in the next', async () => {
  const { services, later } = await open();
  const answers: string[] = [];
  for (let number = 0; number < 3000; number += 1)
    answers.push(await takeTurn(services, `address ${number}`));
  expect(countOf(answers, 'taken')).toBeGreaterThan(1950);
  expect(countOf(answers, 'taken')).toBeLessThanOrEqual(2000);
  expect(answers.at(-1)).toBe('all');
  later(60);
  expect(await takeTurn(services, 'address 2999')).toBe('taken');
});

it('mails three requests about a story a day, and thirty mails an hour over all, exactly', async () => {
  const { services, later } = await open();
  expect(countOf(await atOnce(50, () => takeMails(services, 'one', 3)), true)).toBe(3);
  expect(countOf(await atOnce(50, (number) => takeMails(services, `story ${number}`, 3)), true)).toBe(7);
  later(60);
  expect(await takeMails(services, 'one', 3)).toBe(false);
  expect(countOf(await atOnce(50, (number) => takeMails(services, `story ${number}`, 3)), true)).toBe(10);
  later(24 * 60);
  expect(await takeMails(services, 'one', 3)).toBe(true);
});

it('does not use up a story’s mails while the hour has none left', async () => {
  const { services, later } = await open();
  await takeMails(services, 'other', 30);
  expect(await takeMails(services, 'one', 3)).toBe(false);
  later(60);
  expect(await atOnce(3, () => takeMails(services, 'one', 3))).toEqual([true, true, true]);
});

it('sweeps what nobody asks for any more, and nothing else', async () => {
  const { services, store, later } = await open();
  await takeTurn(services, '203.0.113.7');
  await takeMails(services, 'one', 3);
  await sweepLimits(services);
  expect(await store.list('limits')).toHaveLength(4);
  later(60);
  await sweepLimits(services);
  expect((await store.list('limits')).map(({ path }) => path)).toEqual(['limits/2025-01-08_story_one']);
  later(24 * 60);
  await sweepLimits(services);
  expect(await store.list('limits')).toEqual([]);
});
