/**
 * What the functions framework refuses before a function of ours is asked, such as a body that is no JSON, it prints with
 * the whole body, which may speak of people. The framework has no hook for this, only console.error: there it is told
 * shortly instead.
 */
import type { Log } from './ports.ts';

/** As the framework's body parser throws them: `body` is what was sent, and the message quotes from it. */
interface BodyError {
  type: string;
  status?: unknown;
  body?: unknown;
}

const isBodyError = (error: unknown): error is BodyError =>
  error instanceof Error &&
  'type' in error &&
  typeof error.type === 'string' &&
  /^(entity|encoding|charset|request|parameters|querystring|stream)\./.test(error.type);

let teller: Log | undefined;
let telling: typeof console.error | undefined;

/** From now on such errors are one line of `log`: their kind and the length of the body; all else is printed as before. */
export function tellRefusedBodies(log: Log): void {
  teller = log;
  if (console.error === telling) return;
  const print = console.error;
  console.error = telling = (...said: unknown[]) => {
    const [error] = said;
    if (said.length !== 1 || !isBodyError(error)) return print(...said);
    const { type, status, body } = error;
    teller?.info('a request was refused before it reached a function', {
      kind: type,
      ...(typeof status === 'number' ? { status } : {}),
      ...(typeof body === 'string' ? { bytes: Buffer.byteLength(body) } : {}),
    });
  };
}
