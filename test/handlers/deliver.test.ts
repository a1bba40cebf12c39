/** A mail whose Gmail calls fail, before or after their effect, arrives once or is visibly uncertain; never twice. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type OutboxMail, paths } from '../../functions/records.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import type { FaultRule, FaultSettings } from '../../infra/local/workspace/faults.ts';
import { aMail } from '../support/mails.ts';
import { type Office, startOffice } from '../support/office.ts';
import { call, tokenFor } from '../support/office-acts.ts';

let office: Office;
let key: string;
let count = 0;

beforeAll(async () => {
  office = await startOffice({ failuresExpected: true });
});
afterAll(() => office.close());

beforeEach(async () => {
  count += 1;
  key = String(count).padStart(32, '0');
  await office.local.store.commit([{ kind: 'create', path: paths.outbox(key), data: aMail({ key }) }]);
});
afterEach(() => setFaults({ rules: [] }));

async function setFaults(settings: Partial<FaultSettings>): Promise<void> {
  const response = await fetch(`${office.local.urls.workspace}/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  if (!response.ok) throw new Error(await response.text());
}

const gmail = (method: string, when: 'before' | 'after', status: number, times = 1): FaultRule => ({
  service: 'gmail',
  method: `users.${method}`,
  rate: 1,
  when,
  status,
  times,
});

const deliver = async () => call(office, 'deliver', { token: await tokenFor(office, robot), body: { key } });

const state = async (): Promise<string> =>
  (await office.local.store.read<OutboxMail>(paths.outbox(key)))!.data.state;

async function arrived(): Promise<number> {
  return (await office.people.mailbox()).filter(({ text }) => text.includes(key)).length;
}

const everyFault = (['drafts.create', 'drafts.send'] as const).flatMap((method) =>
  (['before', 'after'] as const).flatMap((when) => [503, 0].map((status) => [method, when, status] as const)),
);

it('sends once without any fault, and never again', async () => {
  await office.settle();
  expect([await state(), await arrived()]).toEqual(['sent', 1]);
  for (let time = 0; time < 3; time += 1)
    expect((await deliver()).body).toEqual({ ok: true, outcome: 'already' });
  expect(await arrived()).toBe(1);
});

it.each(everyFault)(
  'sends once when %s fails once, %s its effect (status %i)',
  async (method, when, status) => {
    await setFaults({ rules: [gmail(method, when, status)] });
    await office.settle();
    await office.settle();
    expect([await state(), await arrived()]).toEqual(['sent', 1]);
  },
);

it.each(everyFault)(
  'sends at most once while %s keeps failing %s its effect (status %i)',
  async (method, when, status) => {
    await setFaults({ rules: [gmail(method, when, status, 4)] });
    for (let time = 0; time < 3; time += 1) {
      await office.settle();
      expect(await arrived()).toBeLessThanOrEqual(1);
    }
    await setFaults({ rules: [] });
    await office.settle();
    expect([await state(), await arrived()]).toEqual(['sent', 1]);
  },
);

it('calls a mail uncertain, never sent, when it cannot be found where it should be; a person must look', async () => {
  await setFaults({ rules: [gmail('drafts.send', 'after', 503)], searchLagSeconds: 3600 });
  await office.settle();
  expect(await state()).toBe('sending');
  // The search gets ten minutes to catch up before a person is called.
  const { clock } = office.local.workspace;
  await clock.moveTo(new Date(clock.now().getTime() + 11 * 60_000));
  await office.settle();
  expect(await state()).toBe('uncertain');
  expect(await arrived()).toBe(1);
  for (let time = 0; time < 3; time += 1)
    expect((await deliver()).body).toEqual({ ok: true, outcome: 'uncertain' });
  await office.settle();
  expect(await arrived()).toBe(1);
});

it('gives up visibly after twenty tries, and leaves nothing sent', async () => {
  await setFaults({ rules: [gmail('drafts.create', 'before', 503, 1000)] });
  const { clock } = office.local.workspace;
  // The waits between the tries grow to six hours.
  for (let time = 0; time < 40 && (await state()) === 'pending'; time += 1)
    if ((await deliver()).body.outcome === 'waiting')
      await clock.moveTo(new Date(clock.now().getTime() + 6 * 3_600_000));
  expect(await state()).toBe('failed');
  await setFaults({ rules: [] });
  await office.settle();
  expect([await state(), await arrived()]).toEqual(['failed', 0]);
});

it('sends once when two workers take the same mail at the same moment', async () => {
  await Promise.all([deliver(), deliver(), deliver()]);
  await office.settle();
  await office.settle();
  expect([await state(), await arrived()]).toEqual(['sent', 1]);
});

it('leaves no draft behind that a person could send by hand', async () => {
  await Promise.all([deliver(), deliver()]);
  await office.settle();
  const { clients } = office.local.google;
  const { data } = await clients.gmail.users.drafts.list({ userId: 'me' });
  const kept = await Promise.all(
    (data.drafts ?? []).map(async ({ id }) =>
      JSON.stringify((await clients.gmail.users.drafts.get({ userId: 'me', id: id as string })).data),
    ),
  );
  expect(kept.filter((draft) => draft.includes(key))).toEqual([]);
});

it('knows nothing of a mail that is not owed', async () => {
  const token = await tokenFor(office, robot);
  const said = await call(office, 'deliver', { token, body: { key: 'f'.repeat(32) } });
  expect(said.body).toEqual({ ok: true, outcome: 'unknown' });
});
