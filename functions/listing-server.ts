/**
 * Serves the public pages without the functions framework, whose loading takes a fresh process longer than everything of
 * ours up to the first page.
 */
import { createServer, type Server } from 'node:http';
import type { PageFunction } from './public-pages.ts';

export function serve(page: PageFunction, environment: Readonly<Record<string, string | undefined>>): Server {
  const { PORT = '8080', HOST } = environment;
  const server = createServer((request, response) => void page(request, response));
  server.listen({ port: Number(PORT), ...(HOST ? { host: HOST } : {}) });
  // Whatever is being answered is answered before the process ends.
  process.once('SIGTERM', () => server.close());
  return server;
}
