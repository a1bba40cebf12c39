/** A small HTTP server that stands in for Google in adapter tests: records every request, answers as the test says. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGoogleClients, type GoogleClients } from '../../functions/adapters/google-auth.ts';
import { createLimiter, type Limits, type Priority } from '../../functions/adapters/limiter.ts';
import { createLimited, type Limited } from '../../functions/adapters/retry.ts';

export interface Seen {
  method: string;
  path: string;
  query: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever JSON was sent
  body: any;
  authorization: string;
}

export interface Answer {
  status?: number;
  /** JSON, or bytes as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Reads the request, then drops the connection: nobody knows whether it was done. */
  reset?: boolean;
}

export interface FakeGoogle {
  url: string;
  seen: Seen[];
  clients: GoogleClients;
  close(): Promise<void>;
}

export const secretToken = 'ya29.secret-token';

/** Google's error shape. */
export const refusal = (status: number, message: string, reason?: string): Answer => ({
  status,
  body: { error: { code: status, message, status: 'X', ...(reason ? { errors: [{ reason }] } : {}) } },
});

function reply(response: ServerResponse, { status = 200, body = {}, headers = {}, reset }: Answer): void {
  if (reset) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers });
  response.end(status === 204 ? '' : Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

/** `answer` gets the request and how many came before it. */
export async function startFakeGoogle(answer: (request: Seen, index: number) => Answer): Promise<FakeGoogle> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://x');
      const text = Buffer.concat(chunks).toString('utf8');
      const one: Seen = {
        method: request.method ?? '',
        path: decodeURIComponent(url.pathname),
        query: Object.fromEntries(url.searchParams),
        body: text ? JSON.parse(text) : undefined,
        authorization: request.headers.authorization ?? '',
      };
      seen.push(one);
      reply(response, answer(one, seen.length - 1));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients = createGoogleClients({
    rootUrl: url,
    localToken: async (subject) => (subject ? `${secretToken}-${subject}` : secretToken),
    mailSender: 'thi-dua@example.vn',
  });
  return {
    url,
    seen,
    clients,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

const wide: Limits = {
  identity: { perMinute: 10_000, reserve: 5_000 },
  project: { perMinute: 10_000, reserve: 5_000 },
};

/** Quota out of the way, waits written down instead of waited. */
export function testLimited(priority: Priority = 'submit'): { limited: Limited; waits: number[] } {
  const waits: number[] = [];
  const limited = createLimited({
    limiter: createLimiter(wide),
    identity: 'robot',
    priority,
    retry: {
      retries: 3,
      random: () => 1,
      sleep: async (ms) => {
        waits.push(ms);
      },
    },
  });
  return { limited, waits };
}

export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a failure');
}
