/**
 * Entry of the runtime's own process: it blocks while a script waits, and its time zone is that of the script, which a
 * thread could not have.
 */
import type { ScriptSettings, Session } from './model.ts';
import { createScriptHost, type ScriptHost } from './script.ts';

export interface HostRequest {
  id: number;
  method: 'start' | 'open' | 'edit' | 'run' | 'select' | 'globals' | 'session';
  session?: { id: number; token: string };
  args: unknown[];
}

export interface HostAnswer {
  id: number;
  result?: unknown;
  error?: string;
}

const sessions = new Map<number, Session>();
let host: ScriptHost | undefined;

function sessionOf({ session }: HostRequest): Session {
  const found = sessions.get(session?.id ?? -1);
  if (!found || !session) throw new Error('no such session');
  found.token = session.token;
  return found;
}

function answer(request: HostRequest): unknown {
  const { method, args } = request;
  if (method === 'start') {
    host = createScriptHost(args[0] as ScriptSettings);
    return undefined;
  }
  if (!host) throw new Error('not started');
  switch (method) {
    case 'globals':
      return host.globals();
    case 'session':
      return sessionOf(request);
    case 'open': {
      const session = args[0] as Session;
      sessions.set(session.id, session);
      return host.open(session);
    }
    case 'edit':
      return host.edit(sessionOf(request), ...(args as [number, string, unknown[][]]));
    case 'run':
      return host.run(sessionOf(request), ...(args as [string, unknown[]]));
    case 'select':
      return host.select(sessionOf(request), ...(args as [number, string | undefined]));
  }
}

process.on('message', (request: HostRequest) => {
  let reply: HostAnswer;
  try {
    reply = { id: request.id, result: answer(request) };
  } catch (error) {
    reply = { id: request.id, error: (error as Error).message };
  }
  process.send?.(reply);
});

// The parent is gone: nobody will ask any more.
process.on('disconnect', () => process.exit(0));
