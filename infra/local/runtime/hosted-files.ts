/** What Firebase Hosting does before it asks a function: files of the hosting folder are answered as the build leaves them there. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readRobots } from '../../hosting/robots.ts';

/** As firebase.json says for Hosting. */
export const pictureCache = 'public, max-age=86400';

/** Plain names: nothing that a path could hide, encoded or not, has this shape. */
const hosted = /^\/(huong-dan\/[a-z0-9-]{1,60}\.png|robots\.txt)(?:\?.*)?$/;

const types: Record<string, string> = { png: 'image/png', txt: 'text/plain; charset=utf-8' };

/** True when the request was answered; else it is for the function. */
export async function answerHostedFile(
  folder: string,
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  response: ServerResponse,
  siteUrl: string,
): Promise<boolean> {
  const name = hosted.exec(request.url ?? '')?.[1];
  if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  const read = name === 'robots.txt' ? readRobots(folder, siteUrl) : readFile(join(folder, name));
  const file = await read.then(Buffer.from, () => undefined);
  if (!file) return false;
  const type = types[name.slice(name.lastIndexOf('.') + 1)];
  const etag = `"${createHash('sha256').update(file).digest('hex').slice(0, 24)}"`;
  const headers = { 'Cache-Control': pictureCache, ETag: etag, 'X-Content-Type-Options': 'nosniff' };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
  else {
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': file.length });
    response.end(request.method === 'HEAD' ? undefined : file);
  }
  return true;
}
