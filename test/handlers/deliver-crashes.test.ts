/** The process dies, or an answer is lost, at any one call to the store or the transport: never two mails, never a silent loss. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FakeMailer, fakeMailer, keyOf, openPostRoom, type PostRoom } from '../support/post-room.ts';

class Crash extends Error {}

interface Plan {
  /** Which call fails, from 1. */
  call: number;
  /** Before its effect, or after. */
  when: 'before' | 'after';
}

/** Counts every call that reaches the world, and fails the chosen one. */
function crashAt(
  room: PostRoom,
  mailer: FakeMailer,
  plan: Plan,
): { reached: () => boolean; calm: () => void } {
  let calls = 0;
  let armed = true;
  const struck =
    <Args extends unknown[], R>(act: (...args: Args) => Promise<R>) =>
    async (...args: Args): Promise<R> => {
      calls += 1;
      const isIt = armed && calls === plan.call;
      if (isIt && plan.when === 'before') throw new Crash();
      const result = await act(...args);
      if (isIt) throw new Crash();
      return result;
    };
  const { store } = room;
  store.commit = struck(store.commit.bind(store));
  store.read = struck(store.read.bind(store)) as typeof store.read;
  mailer.prepare = struck(mailer.prepare.bind(mailer));
  mailer.send = struck(mailer.send.bind(mailer));
  mailer.wasSent = struck(mailer.wasSent.bind(mailer));
  mailer.discard = struck(mailer.discard.bind(mailer));
  return {
    reached: () => calls >= plan.call,
    calm: () => {
      armed = false;
    },
  };
}

const key = keyOf(1);

async function play(transport: 'gmail' | 'smtp', plan: Plan) {
  const mailer = fakeMailer(transport);
  const room = await openPostRoom(mailer, 50);
  await room.owe({ key });
  const { reached, calm } = crashAt(room, mailer, plan);
  await room.round().catch((error) => expect(error).toBeInstanceOf(Crash));
  calm();
  for (let round = 0; round < 12; round += 1) {
    room.later(10);
    await room.round();
  }
  return { sent: mailer.sent.length, state: (await room.mail(key)).state, reached: reached() };
}

const transports = ['gmail', 'smtp'] as const;

it.each(transports)('%s: every call of a delivery in turn', async (transport) => {
  const ends: string[] = [];
  for (const when of ['before', 'after'] as const)
    for (let call = 1; ; call += 1) {
      const { sent, state, reached } = await play(transport, { call, when });
      expect(sent).toBeLessThanOrEqual(1);
      // A mail that arrived may be in doubt; a mail in peace has arrived.
      if (state === 'sent') expect(sent).toBe(1);
      else expect(state).toBe('uncertain');
      ends.push(state);
      if (!reached) break;
    }
  expect(ends.length).toBeGreaterThan(20);
  // Drafts lose nothing to a crash; without them only a crash between claim and answer calls a person.
  expect(ends.filter((state) => state === 'uncertain').length).toBe(
    transport === 'gmail' ? 0 : uncertainEnds,
  );
});

/** After the claim was stored, around the handover, and before its end was stored. */
const uncertainEnds = 4;

it('also when two crashes follow each other, with many mails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...transports),
      fc.array(
        fc.record({
          call: fc.integer({ min: 1, max: 60 }),
          when: fc.constantFrom('before' as const, 'after' as const),
        }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
      async (transport, plans) => {
        const mailer = fakeMailer(transport);
        const room = await openPostRoom(mailer, 50);
        const keys = [1, 2, 3, 4].map(keyOf);
        await room.owe(...keys.map((one) => ({ key: one })));
        for (const plan of plans) {
          const { calm } = crashAt(room, mailer, plan);
          await room.round().catch((error) => expect(error).toBeInstanceOf(Crash));
          calm();
          room.later(10);
        }
        for (let round = 0; round < 12; round += 1) {
          await room.round();
          room.later(10);
        }
        const arrived = mailer.sent.map((message) => message.key);
        expect(new Set(arrived).size).toBe(arrived.length);
        for (const [one, state] of Object.entries(await room.states()))
          expect(state === 'sent' ? arrived.includes(one) : state).toBe(
            state === 'sent' ? true : 'uncertain',
          );
      },
    ),
    { numRuns: 60 },
  );
});
