/** A task is one call to one of our functions, and the same task twice is one task. */
import { afterEach, expect, test } from 'vitest';
import { createCloudTasks } from '../../functions/adapters/cloud-tasks.ts';
import {
  type Answer,
  type FakeGoogle,
  failureOf,
  refusal,
  startFakeGoogle,
  testLimited,
} from './fake-google.ts';

let google: FakeGoogle;
afterEach(() => google.close());

const queue = 'projects/p/locations/asia-southeast1/queues/work';

async function start(answer: (index: number) => Answer) {
  google = await startFakeGoogle((_, index) => answer(index));
  return createCloudTasks(google.clients.tasks, testLimited().limited, {
    queue,
    functionsUrl: 'https://functions.example.vn/',
    serviceAccount: 'tasks@p.iam',
  });
}

const task = { name: 'sync', id: 'sổ/1 2025-01-08', body: { spreadsheetId: 'Nguyễn' } } as const;

test('asks for one call of the function with the robot as caller', async () => {
  const tasks = await start(() => ({ body: {} }));
  await tasks.enqueue(task);
  expect(google.seen).toHaveLength(1);
  const seen = google.seen[0]!;
  expect(seen).toMatchObject({
    method: 'POST',
    path: `/v2/${queue}/tasks`,
    body: {
      task: {
        httpRequest: {
          url: 'https://functions.example.vn/sync',
          httpMethod: 'POST',
          headers: { 'Content-Type': 'application/json' },
          oidcToken: { serviceAccountEmail: 'tasks@p.iam', audience: 'https://functions.example.vn/sync' },
        },
      },
    },
  });
  expect(JSON.parse(Buffer.from(seen.body.task.httpRequest.body, 'base64').toString())).toEqual(task.body);
});

test('the same name and id give the same task, others another, in letters that Cloud Tasks allows', async () => {
  const tasks = await start(() => ({ body: {} }));
  await tasks.enqueue(task);
  await tasks.enqueue({ ...task, body: {} });
  await tasks.enqueue({ ...task, id: 'other' });
  await tasks.enqueue({ ...task, name: 'publish' });
  const names = google.seen.map((seen) => seen.body.task.name);
  expect(names[0]).toMatch(/^projects\/p\/locations\/asia-southeast1\/queues\/work\/tasks\/[0-9a-f]{64}$/);
  expect(names[1]).toBe(names[0]);
  expect(new Set(names).size).toBe(3);
});

test('a task that exists already is a success, also after a lost answer', async () => {
  const tasks = await start((index) => (index === 0 ? { reset: true } : refusal(409, 'ALREADY_EXISTS')));
  await tasks.enqueue(task);
  expect(google.seen).toHaveLength(2);
});

test('any other refusal is told', async () => {
  const tasks = await start(() => refusal(403, 'no'));
  expect(await failureOf(tasks.enqueue(task))).toMatchObject({ service: 'tasks', status: 403 });
});
