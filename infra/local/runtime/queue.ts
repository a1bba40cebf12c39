/** The task queue of the local trial: at-least-once like Cloud Tasks, each task a POST to its function with the robot's token. */
import PQueue from 'p-queue';
import type { Log, Tasks } from '../../../functions/ports.ts';

export interface LocalQueue extends Tasks {
  /** Resolves when nothing waits or runs, tasks enqueued by tasks included. */
  idle(): Promise<void>;
  close(): void;
}

export interface QueueOptions {
  functionsUrl: () => string;
  token(): Promise<string>;
  log: Log;
  /** Tries before a task is dropped; `tick` hands unfinished work out again. */
  attempts?: number;
  /** Before the second try; then the pauses double. */
  firstPauseMs?: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createQueue({
  functionsUrl,
  token,
  log,
  attempts = 5,
  firstPauseMs = 50,
}: QueueOptions): LocalQueue {
  const queue = new PQueue({ concurrency: 4 });
  const waiting = new Set<string>();
  let closed = false;

  async function run(name: string, body: Record<string, string>): Promise<void> {
    for (let attempt = 1; attempt <= attempts && !closed; attempt += 1) {
      try {
        const response = await fetch(`${functionsUrl()}/${name}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        await response.arrayBuffer();
        if (response.ok) return;
      } catch (error) {
        if (!closed) log.error('a task could not be delivered', { name, error: String(error) });
      }
      await pause(firstPauseMs * 2 ** (attempt - 1));
    }
  }

  return {
    async enqueue({ name, id, body }) {
      if (closed || waiting.has(id)) return;
      waiting.add(id);
      void queue.add(async () => {
        waiting.delete(id);
        await run(name, body);
      });
    },
    idle: () => queue.onIdle(),
    close() {
      closed = true;
      queue.clear();
    },
  };
}
