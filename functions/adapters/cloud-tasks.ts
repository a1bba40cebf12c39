/** The Tasks port over Cloud Tasks: an HTTP call to one of our functions, made soon and at least once. */
import { createHash } from 'node:crypto';
import type { cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/index.js';
import type { Tasks } from '../ports.ts';
import { ServiceFailure } from './failures.ts';
import type { TaskQueueConfig } from './google-auth.ts';
import type { Limited } from './retry.ts';

type Task = Parameters<Tasks['enqueue']>[0];

/** Hashed: names that sort together slow the queue down, and ids may hold characters that names may not. */
const toName = (queue: string, { name, id }: Task): string =>
  `${queue}/tasks/${createHash('sha256').update(`${name}\n${id}`).digest('hex')}`;

function toTask(
  task: Task,
  { queue, functionsUrl, serviceAccount }: TaskQueueConfig,
): cloudtasks_v2.Schema$Task {
  const url = `${functionsUrl.replace(/\/+$/, '')}/${task.name}`;
  return {
    name: toName(queue, task),
    httpRequest: {
      url,
      httpMethod: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: Buffer.from(JSON.stringify(task.body)).toString('base64'),
      oidcToken: { serviceAccountEmail: serviceAccount, audience: url },
    },
  };
}

export function createCloudTasks(
  client: cloudtasks_v2.Cloudtasks,
  limited: Limited,
  config: TaskQueueConfig,
): Tasks {
  return {
    async enqueue(task) {
      try {
        // A name makes repeating harmless: the second is refused as a duplicate.
        await limited({ service: 'tasks', method: 'tasks.create', kind: 'write', ambiguous: 'repeat' }, () =>
          client.projects.locations.queues.tasks.create({
            parent: config.queue,
            requestBody: { task: toTask(task, config) },
            fields: 'name',
          }),
        );
      } catch (error) {
        if (!(error instanceof ServiceFailure && error.status === 409)) throw error;
      }
    },
  };
}
