/** The bundle of the public pages in a process of its own, started as the cloud starts it, and the least a server can do beside it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { listen } from '../../infra/local/runtime/listen.ts';

const bundle = fileURLToPath(new URL('../../dist/listing/index.cjs', import.meta.url));
const reporter = fileURLToPath(new URL('./reporter.cjs', import.meta.url));
/** As npm installs it; the bundle does not contain it. */
const framework = join(
  createRequire(import.meta.url).resolve('@google-cloud/functions-framework'),
  '../main.js',
);

const bare = (bytes: number): string => `
const page = Buffer.alloc(${bytes}, 'a');
require('node:http').createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
  response.end(page);
}).listen(process.env.PORT, '127.0.0.1');`;

const settings = (host: string) => ({
  GOOGLE_CLOUD_PROJECT: 'demo-bench',
  LISTING_URL: 'https://guong-sang.example',
  FIRESTORE_EMULATOR_HOST: host,
});

export interface State {
  megabytes: number;
  cpuMs: number;
}

export interface Running {
  url: string;
  /** From spawning to the last byte of the first page. */
  firstPageMs: number;
  state(): Promise<State>;
  stop(): Promise<void>;
}

/** `host` is where Firestore answers. */
export const startListing = (host: string, flags: readonly string[] = []): Promise<Running> =>
  start([...flags, '--require', reporter, bundle, '--serve'], settings(host));

export const startInFramework = (host: string): Promise<Running> =>
  start(['--require', reporter, framework, '--source', bundle, '--target', 'listing'], settings(host));

export const startBare = (bytes: number): Promise<Running> =>
  start(['--require', reporter, '-e', bare(bytes)], {});

async function start(args: readonly string[], environment: Record<string, string>): Promise<Running> {
  const free = await listen(createServer(), 0, 'BENCH');
  await free.close();
  const { url } = free;
  const { hostname: HOST, port: PORT } = new URL(url);
  const begun = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST, PORT, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await listening(child, Number(PORT));
  const response = await fetch(url);
  await response.arrayBuffer();
  const firstPageMs = performance.now() - begun;
  if (response.status !== 200) throw new Error(`the first page answered ${response.status}`);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    url,
    firstPageMs,
    async state() {
      child.kill('SIGUSR2');
      const { value } = await lines.next();
      return JSON.parse(String(value)) as State;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', () => resolve(false));
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('a server of the bench ended');
}
