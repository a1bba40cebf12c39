/** All functions on one port under /<name>, each served by the functions framework itself as in the cloud. */
import { createServer, type Server } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { askedIn, badAddress, isReadable, send } from '../../../functions/public-pages.ts';
import { functionNames } from '../../../functions/register.ts';
import { hostingFolder } from '../../hosting/picture-files.ts';
import { functionFor, rewritten } from '../../hosting/rewrites.ts';
import { answerHostedFile } from './hosted-files.ts';
import { listen } from './listen.ts';

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** Call registerFunctions first: the framework looks the names up when the servers are made. */
export async function startFunctions(port: number): Promise<RunningServer> {
  // As in the cloud: what the framework itself refuses (a broken body) is answered without a stack trace.
  process.env.NODE_ENV ??= 'production';
  const byName = new Map<string, Server>(functionNames.map((name) => [name, getTestServer(name)]));
  const front = createServer((request, response) => {
    const [, name = '', rest = ''] = /^\/([^/?]*)(.*)$/.exec(request.url ?? '/') ?? [];
    const target = byName.get(name);
    if (!target) {
      response.writeHead(404, { 'content-type': 'application/json; charset=utf-8' });
      response.end(
        JSON.stringify({ ok: false, code: 'bad-request', message: `Không có hàm “${name.slice(0, 60)}”.` }),
      );
      return;
    }
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    target.emit('request', request, response);
  });
  return listen(front, port, 'FUNCTIONS_PORT');
}

/** What Firebase Hosting does: a file where there is one, every other address goes to the function that firebase.json names. */
export async function startListing(port: number, folder = hostingFolder): Promise<RunningServer> {
  let url = '';
  const byName = new Map(rewritten.map((name) => [name, getTestServer(name)]));
  const front = createServer(async (request, response) => {
    // In the cloud the public pages are served without the framework, which has English words for such an address.
    if (!isReadable(askedIn(request).path)) return send(request, response, badAddress({ url }));
    const isAnswered = await answerHostedFile(folder, request, response, url);
    if (!isAnswered) byName.get(functionFor(request.url ?? '/'))?.emit('request', request, response);
  });
  const running = await listen(front, port, 'LISTING_PORT');
  url = running.url;
  return running;
}
