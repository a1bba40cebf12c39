/** HTTP that blocks, as everything in Apps Script does: the thread sleeps until its worker has the answer. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

export interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  text: string;
}

export interface SyncHttp {
  /** Throws when nothing answers. */
  call(request: HttpRequest): HttpAnswer;
  close(): Promise<unknown>;
}

/** As long as UrlFetchApp waits. */
const timeoutMs = 60_000;

/** The server must not run in the calling thread: it would never get to answer. */
export function createSyncHttp(): SyncHttp {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./http-worker.ts', import.meta.url), {
    workerData: { flag, port: port2 },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return {
    call(request) {
      Atomics.store(flag, 0, 0);
      port1.postMessage(request);
      const { origin } = new URL(request.url);
      if (Atomics.wait(flag, 0, 0, timeoutMs) === 'timed-out') throw new Error(`Timeout: ${origin}`);
      const answer = receiveMessageOnPort(port1)?.message as HttpAnswer | { error: string };
      if ('error' in answer) throw new Error(`${answer.error}: ${origin}`);
      return answer;
    },
    close: () => worker.terminate(),
  };
}
