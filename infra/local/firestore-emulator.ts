/** Finds, starts and ends Google's Firestore emulator, so that the local workspace can run on the real thing. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const JAR_IN_SDK = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
/** Names the newest complete export in a data folder. */
const POINTER = 'firestore-export';
const START_LIMIT_MS = 60_000;

type Environment = Record<string, string | undefined>;

export interface Emulator {
  jar: string;
  java: string;
}

export interface RunningEmulator {
  /** "127.0.0.1:8085", as FIRESTORE_EMULATOR_HOST wants it. */
  host: string;
  /** Keeps a project's documents in a folder; the emulator itself forgets everything when it ends. */
  exportTo(folder: string, projectId: string): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOptions {
  emulator: Emulator;
  host?: string;
  /** 0 or absent: any free one. */
  port?: number;
  rulesFile?: string;
  /** A folder that exportTo() wrote; an empty or missing one starts empty. */
  importFrom?: string;
}

/** The first emulator that really runs on this machine; a variable that names the jar rules out all others. */
export function findEmulator(env: Environment): Emulator | null {
  // The emulator's guard against outliving its parent needs a POSIX shell.
  if (process.platform === 'win32') return null;
  const java = findJava(env);
  if (!java) return null;
  const named = env.FIRESTORE_EMULATOR_JAR;
  const jars = named ? [named] : [...sdkRoots(env).map((root) => join(root, JAR_IN_SDK)), ...cachedJars(env)];
  const jar = jars.find((candidate) => existsSync(candidate) && runs(java, candidate));
  return jar ? { jar: resolve(jar), java } : null;
}

/** A newer jar may need a newer Java than there is: only running both together tells. */
function runs(java: string, jar: string): boolean {
  const options = { timeout: 30_000, stdio: 'ignore' } as const;
  return spawnSync(java, ['-Xmx64m', '-cp', jar, MAIN_CLASS, '--version'], options).status === 0;
}

function findJava(env: Environment): string | undefined {
  return env.JAVA_HOME && existsSync(join(env.JAVA_HOME, 'bin/java'))
    ? join(env.JAVA_HOME, 'bin/java')
    : onPath(env, 'java');
}

function onPath(env: Environment, program: string): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Where the Cloud SDK says it is, where `gcloud` leads, and where its installers put it. */
function sdkRoots(env: Environment): string[] {
  const gcloud = onPath(env, 'gcloud');
  const home = env.HOME ? [join(env.HOME, 'google-cloud-sdk')] : [];
  return [
    ...(env.GOOGLE_CLOUD_SDK ? [env.GOOGLE_CLOUD_SDK] : []),
    ...(gcloud ? [dirname(dirname(realpathSync(gcloud)))] : []),
    ...home,
    '/usr/lib/google-cloud-sdk',
    '/usr/share/google-cloud-sdk',
    '/opt/google-cloud-sdk',
    '/opt/google-cloud-cli',
    '/snap/google-cloud-cli/current',
    '/usr/local/share/google-cloud-sdk',
    '/opt/homebrew/share/google-cloud-sdk',
    '/Applications/google-cloud-sdk',
  ];
}

/** What firebase-tools has downloaded, newest first. */
function cachedJars(env: Environment): string[] {
  const folder = env.FIREBASE_EMULATORS_PATH ?? join(env.HOME ?? '', '.cache/firebase/emulators');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^cloud-firestore-emulator-v?[\d.]+\.jar$/.test(file))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((file) => join(folder, file));
}

export async function startEmulator(options: StartOptions): Promise<RunningEmulator> {
  const address = options.host ?? '127.0.0.1';
  const port = await freePort(address, options.port ?? 0);
  const host = `${address}:${port}`;
  const child = spawnGuarded(options.emulator.java, [
    '-Xmx512m',
    '-cp',
    options.emulator.jar,
    MAIN_CLASS,
    ...['--host', address, '--port', String(port)],
    ...(options.rulesFile ? ['--rules', resolve(options.rulesFile)] : []),
    ...seedArguments(options.importFrom),
  ]);
  const said = keepOutput(child);
  const stop = () => stopGuarded(child);
  try {
    await untilReady(child, host);
  } catch (cause) {
    await stop();
    throw new Error(`Firestore emulator on ${host} did not start:\n${said()}`, { cause });
  }
  return { host, stop, exportTo: (folder, projectId) => exportTo(host, folder, projectId) };
}

/** The port itself, or any free one for 0. The emulator's own complaint about a busy port is a page of Java. */
async function freePort(address: string, wanted: number): Promise<number> {
  const server = createServer().listen(wanted, address);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new Error(
      `Cổng ${wanted} đang có chương trình khác dùng. Hãy chọn cổng khác cho Firestore emulator: FIRESTORE_PORT=${Number(wanted) + 1}`,
      { cause },
    );
  });
  const found = server.address();
  server.close();
  await once(server, 'close');
  return typeof found === 'object' && found ? found.port : wanted;
}

/**
 * Runs the program under a shell that ends it as soon as the pipe on descriptor 3 closes: when we say so, and also when
 * this process dies in any way, even killed. In a group of its own, so that Ctrl+C reaches us first and we can export.
 */
const GUARD = `"$@" 3<&- & child=$!
{ cat <&3; kill -KILL "$child"; } >/dev/null 2>&1 & watcher=$!
wait "$child"; status=$?
kill "$watcher" 2>/dev/null
exit "$status"`;

function spawnGuarded(program: string, args: readonly string[]): ChildProcess {
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
    // Whatever the machine's zone, the emulator's times are UTC.
    env: { ...process.env, TZ: 'UTC' },
  });
  child.unref();
  for (const stream of child.stdio) (stream as { unref?(): void } | null)?.unref?.();
  return child;
}

async function stopGuarded(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
  child.ref();
  (child.stdio[3] as Duplex).destroy();
  await ended;
}

/** The last lines, for the error message; reading them also keeps the pipe from filling up. */
function keepOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk).slice(-2000);
    });
  }
  return () => text;
}

async function untilReady(child: ChildProcess, host: string): Promise<void> {
  let failed: unknown;
  child.once('error', (error) => {
    failed = error;
  });
  for (const end = performance.now() + START_LIMIT_MS; performance.now() < end; await sleep(100)) {
    if (failed) throw failed;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended by itself');
    const answer = await fetch(`http://${host}/`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('it did not answer in time');
}

function seedArguments(folder: string | undefined): string[] {
  if (!folder || !existsSync(join(folder, POINTER))) return [];
  const name = readFileSync(join(folder, POINTER), 'utf8').trim();
  return ['--seed_from_export', join(resolve(folder), name, `${name}.overall_export_metadata`)];
}

/** A new export beside the old one, then the pointer: killed at any time, the folder holds one that is complete. */
async function exportTo(host: string, folder: string, projectId: string): Promise<void> {
  const name = `export-${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  const answer = await fetch(`http://${host}/emulator/v1/projects/${projectId}:export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      database: `projects/${projectId}/databases/(default)`,
      export_directory: resolve(folder),
      export_name: name,
    }),
  });
  if (!answer.ok) throw new Error(`Firestore emulator did not export: ${await answer.text()}`);
  await writeFile(join(folder, `${POINTER}.new`), name);
  await rename(join(folder, `${POINTER}.new`), join(folder, POINTER));
  const old = readdirSync(folder).filter((entry) => /^export-[\da-f-]{36}$/.test(entry) && entry !== name);
  for (const entry of old) await rm(join(folder, entry), { recursive: true });
}
