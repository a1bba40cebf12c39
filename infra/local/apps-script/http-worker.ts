/** The asynchronous half of the bridge: fetches what the blocked script waits for, in a thread of its own. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { HttpRequest } from './sync-http.ts';

const { flag, port } = workerData as { flag: Int32Array; port: MessagePort };

port.on('message', async ({ url, method, headers, body }: HttpRequest) => {
  let answer: object;
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    answer = { status: response.status, text: await response.text() };
  } catch (error) {
    const { cause, message } = error as Error;
    answer = { error: cause instanceof Error ? cause.message : message };
  }
  port.postMessage(answer);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
});
