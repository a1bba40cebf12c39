/** The day's quota: asked before a mail leaves, exact among workers at the same moment, duties before news, the rest later. */
import { describe, expect, it, vi } from 'vitest';
import type { OutboxMail } from '../../functions/records.ts';
import { type FakeMailer, fakeMailer, keyOf, openPostRoom, type PostRoom } from '../support/post-room.ts';

const many = (count: number, from: number, given: Partial<OutboxMail> = {}) =>
  Array.from({ length: count }, (_, index) => ({ key: keyOf(from + index), ...given }));

const news = { priority: 'news', topic: 'news', html: '<p></p></div>\n</div>\n</td></tr></table>' } as const;

async function aRoom(limit: number): Promise<{ mailer: FakeMailer; room: PostRoom }> {
  const mailer = fakeMailer('gmail');
  return { mailer, room: await openPostRoom(mailer, limit) };
}

describe('the quota of 24 hours', () => {
  it('is never passed by many workers at the same moment', async () => {
    const { mailer, room } = await aRoom(8);
    const mails = many(20, 1);
    await room.owe(...mails);
    const outcomes = await Promise.all(mails.map(({ key }) => room.deliver(key)));
    expect(mailer.sent).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'waiting')).toHaveLength(13);
    expect(mailer.tickets.size).toBe(0);
  });

  it('lets the rest wait untouched, and later ticks send it when places come free', async () => {
    const { mailer, room } = await aRoom(11);
    await room.owe(...many(25, 1));
    const perDay: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      const before = mailer.sent.length;
      for (let tick = 0; tick < 24; tick += 1) {
        await room.round();
        room.later(60);
      }
      room.later(15);
      perDay.push(mailer.sent.length - before);
    }
    expect(perDay).toEqual([10, 10, 5, 0]);
    expect(new Set(mailer.sent.map(({ key }) => key)).size).toBe(25);
    expect(new Set(Object.values(await room.states()))).toEqual(new Set(['sent']));
  });

  it('hands out no more tasks than there is room for', async () => {
    const { room } = await aRoom(11);
    await room.owe(...many(25, 1));
    await room.round();
    expect(room.queue).toHaveLength(10);
    await room.round();
    expect(room.queue).toEqual([]);
  });

  it('looks into the outbox once when nothing is owed', async () => {
    const { room } = await aRoom(11);
    await room.owe({ key: keyOf(1) });
    await room.round();
    await room.deliver(keyOf(1));
    const { store } = room.services;
    const looks = vi.fn(store.list);
    room.services.store = { ...store, list: looks as typeof store.list };
    await room.round();
    expect(room.queue).toEqual([]);
    expect(looks.mock.calls.filter(([collection]) => collection === 'outbox')).toHaveLength(1);
  });

  it('sends duties before digests before news, and leaves room for what is urgent', async () => {
    const { mailer, room } = await aRoom(20);
    await room.owe(
      ...many(20, 100, news),
      ...many(20, 200, { priority: 'daily' }),
      ...many(2, 300, { priority: 'urgent' }),
    );
    await room.round();
    const order = mailer.sent.map(({ key }) => Number(key) - (Number(key) % 100));
    // 85 of 100 places for the urgent and the digests, so none is left for news, which may fill 70.
    expect(order).toEqual([300, 300, ...Array(15).fill(200)]);
    await room.owe(...many(3, 400, { priority: 'urgent' }), ...many(1, 500, { priority: 'operator' }));
    await room.round();
    expect(mailer.sent.slice(17).map(({ key }) => Number(key))).toEqual([500, 400]);
    await room.round();
    expect(mailer.sent).toHaveLength(19);
    expect((await room.states())[keyOf(100)]).toBe('pending');
  });

  it('gives the place back when a mail certainly never left', async () => {
    const mailer = fakeMailer('smtp');
    const room = await openPostRoom(mailer, 4);
    mailer.answers = Array(9).fill({ outcome: 'later', words: '421 down' });
    await room.owe(...many(3, 1));
    for (let time = 0; time < 3; time += 1) await room.round();
    expect(mailer.sent).toHaveLength(0);
    await room.round();
    expect(mailer.sent).toHaveLength(3);
    await room.owe(...many(1, 9));
    expect(await room.deliver(keyOf(9))).toBe('waiting');
  });

  it('keeps the place of a mail that nobody can tell of', async () => {
    const mailer = fakeMailer('smtp');
    const room = await openPostRoom(mailer, 2);
    mailer.answers = [{ outcome: 'unknown', words: '' }];
    await room.owe(...many(2, 1));
    expect(await room.deliver(keyOf(1))).toBe('uncertain');
    expect(await room.deliver(keyOf(2))).toBe('waiting');
  });

  it('counts by one small document, not by reading the outbox', async () => {
    const { room } = await aRoom(51);
    await room.owe(...many(40, 1));
    await room.round();
    const { list } = room.store;
    const read: number[] = [];
    room.store.list = async (collection, query) => {
      const found = await list(collection, query);
      if (collection === 'outbox') read.push(found.length);
      return found as never;
    };
    await room.owe(...many(60, 100));
    await room.round();
    // One look whether anything is owed. Nine places are left: nine mails are read, of the hundred that are there.
    expect(read.reduce((sum, one) => sum + one, 0)).toBe(1 + 9);
  });
});
