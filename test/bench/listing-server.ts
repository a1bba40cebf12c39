/** The listing function over a local store, in a process of its own: what `origin.ts` asks a thousand times a second. */
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { registerFunctions } from '../../functions/register.ts';
import type { Services } from '../../functions/services.ts';
import { listen } from '../../infra/local/runtime/listen.ts';

process.env.NODE_ENV = 'production';
const store = createSqliteStore(process.argv[2] ?? '');
// The listing asks for nothing else.
registerFunctions({
  store,
  settings: { listingUrl: 'https://guong-sang.example' },
  log: { info: () => undefined, error: (...said: unknown[]) => console.error(...said) },
} as unknown as Services);
const { url } = await listen(getTestServer('listing'), 0, 'BENCH');
const begun = performance.now();
await (await fetch(url)).arrayBuffer();
const state = () => {
  const { user, system } = process.cpuUsage();
  return { megabytes: process.memoryUsage().rss / 2 ** 20, cpuMs: (user + system) / 1000 };
};
process.send?.({ url, firstPageMs: performance.now() - begun, ...state() });
process.on('message', () => process.send?.(state()));
