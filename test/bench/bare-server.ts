/** The least a server can do: a page of the same size, from memory, over plain http. */
import { createServer } from 'node:http';
import { listen } from '../../infra/local/runtime/listen.ts';

const page = Buffer.alloc(Number(process.argv[2]), 'a');
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
  response.end(page);
});
const { url } = await listen(server, 0, 'BENCH');
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
process.send?.({ url });
process.on('message', () => process.send?.({ cpuMs: cpuMs() }));
