/** How many requests are taken and mailed: exact at any speed, high over all, nobody refused for losing a race, nothing kept. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type MailedRequest,
  sweepLimits,
  takeMails,
  takeTurn,
} from '../../functions/handlers/takedown-limit.ts';
import { fakeMailer, openPostRoom, type PostRoom } from '../support/post-room.ts';

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

let asked = 0;
/** About a story of a unit, by somebody new unless told otherwise. */
const about = (more: Partial<MailedRequest> = {}): MailedRequest => ({
  key: 'one',
  planId: 'plan',
  unitId: '31843',
  wish: 'remove',
  asker: 'self',
  ...more,
});
const junk = { wish: 'correct', asker: 'other' } as const;
async function mail(
  { services }: PostRoom,
  request: Partial<MailedRequest> = {},
  address = `somebody ${asked++}`,
  mails = 3,
) {
  return takeMails(services, address, about(request), mails);
}

it('takes 25 an hour of a network that one provider may have given away whole, whichever of its addresses ask', async () => {
  const { services, later } = await open();
  const ask = (number: number) => takeTurn(services, `2001:db8:1:${number.toString(16)}`);
  const answers = await atOnce(60, ask);
  expect([countOf(answers, 'taken'), countOf(answers, 'address')]).toEqual([25, 35]);
  expect(await takeTurn(services, '2001:db8:2:1')).toBe('taken');
  later(60);
  expect(await ask(59)).toBe('taken');
});

it('takes whoever is from a network that has not asked yet, when few networks have asked 3,000 times', async () => {
  const { services } = await open();
  const flood: string[] = [];
  for (let number = 0; number < 3000; number += 1)
    flood.push(await takeTurn(services, `2001:db8:${(number % 150).toString(16)}:${number.toString(16)}`));
  // Of each network the first, and half of all there is for the others.
  expect(countOf(flood, 'taken')).toBeGreaterThan(950);
  expect(countOf(flood, 'taken')).toBeLessThanOrEqual(1150);
  expect(flood.at(-1)).toBe('all');
  for (const fresh of ['203.0.113.7', '2001:ee0:4141:1'])
    expect(await takeTurn(services, fresh)).toBe('taken');
});

it('mails one address twice about a story a day, and whoever else asks about it is mailed all the same', async () => {
  const room = await open();
  const answers: boolean[] = [];
  for (const minutes of [5, 65, 65]) {
    room.later(minutes);
    for (let turn = 0; turn < 5; turn += 1) answers.push(await mail(room, junk, 'a pest'));
  }
  expect(countOf(answers, true)).toBe(2);
  expect(await mail(room, {}, 'the named person')).toBe(true);
  room.later(24 * 60);
  expect(await mail(room, junk, 'a pest')).toBe(true);
});

it('mails the removal that a named person asks for after two corrections from the same address, and not the other way round', async () => {
  const room = await open();
  const remove = {};
  const correct = { wish: 'correct' } as const;
  const ofHouse = async (key: string, requests: readonly Partial<MailedRequest>[]): Promise<boolean[]> => {
    const answers: boolean[] = [];
    for (const request of requests) answers.push(await mail(room, { ...request, key }, 'one house'));
    return answers;
  };
  expect(await ofHouse('one', [correct, correct, correct, remove, remove])).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
  room.later(60);
  expect(await ofHouse('two', [remove, remove, correct, remove, remove])).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

it('mails a network no oftener about a story for having many addresses', async () => {
  const room = await open();
  const answers = await atOnce(9, (number) => mail(room, junk, `2001:db8:1:${number}`));
  expect([countOf(answers, true), await mail(room, {}, '2001:db8:2:1')]).toEqual([2, true]);
});

it('takes no mails from a unit for what is asked about another', async () => {
  const room = await open();
  const flood = await atOnce(30, (number) => mail(room, { key: `story ${number}` }));
  expect(countOf(flood, true)).toBe(12);
  expect(await mail(room, { key: 'elsewhere', unitId: '31846', ...junk })).toBe(true);
  expect(await mail(room, { key: 'elsewhere too', planId: 'another plan' })).toBe(true);
  room.later(60);
  expect(await mail(room, { key: 'story 29' })).toBe(true);
});

const kinds = [
  { ...junk },
  { wish: 'remove', asker: 'other' },
  { wish: 'correct', asker: 'self' },
  { wish: 'correct', asker: 'relative' },
  { wish: 'photo', asker: 'relative' },
  { wish: 'remove', asker: 'self' },
] as const;
const worth = ({ wish, asker }: (typeof kinds)[number]): number =>
  Number(wish !== 'correct') + Number(asker !== 'other');

it('leaves, whatever comes before it, something to a request that has more to speak for it', async () => {
  const aKind = fc.constantFrom(...kinds);
  const aFlood = fc.record({ kind: aKind, stories: fc.constantFrom(1, 60), units: fc.constantFrom(1, 60) });
  await fc.assert(
    fc.asyncProperty(aFlood, aKind, fc.boolean(), async (flood, kind, isNew) => {
      const room = await open();
      for (let number = 0; number < 60; number += 1) {
        const key = `story ${number % flood.stories}`;
        await mail(room, { ...flood.kind, key, unitId: `unit ${number % flood.units}` });
      }
      const answer = await mail(room, { ...kind, key: isNew ? 'new' : 'story 0', unitId: 'unit 0' });
      // All the flood's stories but the first request about each were asked about before.
      const spoken = worth(flood.kind) + Number(flood.stories > 1);
      if (worth(kind) + Number(isNew) > spoken) expect(answer).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('mails at most 120 an hour over all units and 700 a day, and so much less for requests with less to speak for them', async () => {
  const room = await open();
  /** Every story and unit is a new one. */
  const flood = async (kind: Partial<MailedRequest>): Promise<number> => {
    const from = asked;
    const ask = () => mail(room, { ...kind, key: `story ${asked}`, unitId: `unit ${asked}` });
    const answers = await atOnce(60, ask);
    expect(asked).toBe(from + 60);
    return 3 * countOf(answers, true);
  };
  expect([await flood(junk), await flood({ wish: 'correct' }), await flood({})]).toEqual([60, 30, 30]);
  const hours: number[] = [];
  for (let hour = 0; hour < 7; hour += 1) {
    room.later(60);
    hours.push(await flood({}));
  }
  expect(hours).toEqual([120, 120, 120, 120, 99, 0, 0]);
});

it('does not use up what an address has of a story while the hour has none left', async () => {
  const room = await open();
  await mail(room, { unitId: 'other' }, 'x', 120);
  expect(await mail(room, {}, 'y')).toBe(false);
  room.later(60);
  expect(await mail(room, {}, 'y')).toBe(true);
});

it('sweeps what nobody asks for any more, of an address nothing but what one story’s day needs, and nothing else', async () => {
  const room = await open();
  const { services, store, later } = room;
  const kept = async (): Promise<string[]> => {
    await sweepLimits(services);
    return (await store.list('limits')).map(({ path }) => path.replace(/_[0-9a-f]{16}$/, '_…'));
  };
  await takeTurn(services, '203.0.113.7');
  await mail(room, {}, '203.0.113.7');
  expect(await kept()).toHaveLength(8);
  later(60);
  const ofDay = ['mails', 'story_one', 'story_one_…'].map((name) => `limits/2025-01-08_${name}`);
  expect(await kept()).toEqual(ofDay);
  // Of the day here, not of UTC's.
  room.now = '2025-01-08T16:59:00.000Z';
  expect(await kept()).toEqual(ofDay);
  room.now = '2025-01-08T17:00:00.000Z';
  expect(await kept()).toEqual([]);
});
