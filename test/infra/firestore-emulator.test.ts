/** The emulator is found where it is, starts, keeps what it is told to keep, and never outlives its parent. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFirestore, createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import { findEmulator, startEmulator } from '../../infra/local/firestore-emulator.ts';

const emulator = findEmulator(process.env);
if (!emulator) {
  console.warn(
    'Bỏ qua: không tìm thấy Firestore emulator và Java (skipped: no Firestore emulator with Java).',
  );
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guong-sang-emulator-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A "java" that accepts only the jars whose name has "good" in it. */
function fakeJava(at = 'bin/java'): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, at), '#!/bin/sh\ncase "$*" in *good*) exit 0;; *) exit 1;; esac\n');
  chmodSync(join(folder, at), 0o755);
}

function fakeFile(path: string): string {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), '');
  return join(folder, path);
}

const JAR = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

describe.skipIf(process.platform === 'win32')('the emulator is found', () => {
  const PATH = () => join(folder, 'bin');
  const env = (more: Record<string, string>) => ({ PATH: `${PATH()}:/usr/bin:/bin`, HOME: folder, ...more });

  test('not at all without Java', () => {
    const jar = fakeFile('good.jar');
    expect(findEmulator({ PATH: PATH(), HOME: folder, FIRESTORE_EMULATOR_JAR: jar })).toBeNull();
  });

  test('where the variable says, and nowhere else then', () => {
    fakeJava();
    const jar = fakeFile('good.jar');
    fakeFile(`google-cloud-sdk-good/${JAR}`);
    const java = join(folder, 'bin/java');
    expect(findEmulator(env({ FIRESTORE_EMULATOR_JAR: jar }))).toEqual({ jar, java });
    const lost = { FIRESTORE_EMULATOR_JAR: join(folder, 'mất.jar') };
    expect(
      findEmulator(env({ ...lost, GOOGLE_CLOUD_SDK: join(folder, 'google-cloud-sdk-good') })),
    ).toBeNull();
  });

  test('not when it does not run', () => {
    fakeJava();
    const jar = fakeFile('broken.jar');
    expect(findEmulator(env({ FIRESTORE_EMULATOR_JAR: jar }))).toBeNull();
  });

  test('in the Cloud SDK the environment names, with the Java it names', () => {
    fakeJava();
    mkdirSync(join(folder, 'jdk/bin'), { recursive: true });
    symlinkSync(join(folder, 'bin/java'), join(folder, 'jdk/bin/java'));
    const jar = fakeFile(`good/${JAR}`);
    const found = findEmulator(
      env({ GOOGLE_CLOUD_SDK: join(folder, 'good'), JAVA_HOME: join(folder, 'jdk') }),
    );
    expect(found).toEqual({ jar, java: join(folder, 'jdk/bin/java') });
  });

  test('behind the link that gcloud is', () => {
    fakeJava();
    const jar = fakeFile(`good/${JAR}`);
    symlinkSync(fakeFile('good/bin/gcloud'), join(folder, 'bin/gcloud'));
    expect(findEmulator(env({}))?.jar).toBe(jar);
  });

  test('in the cache of firebase-tools, the newest that runs', () => {
    fakeJava();
    const cache = join(folder, 'cache-good');
    for (const version of ['1.9.0', '1.19.8', '1.2.3']) {
      fakeFile(`cache-good/cloud-firestore-emulator-v${version}.jar`);
    }
    const found = findEmulator(env({ FIREBASE_EMULATORS_PATH: cache, PATH: PATH() }));
    const installed = found && !found.jar.startsWith(folder);
    // An emulator installed on this machine comes before the cache.
    if (!installed) expect(found?.jar).toBe(join(cache, 'cloud-firestore-emulator-v1.19.8.jar'));
  });
});

describe.skipIf(!emulator)('the emulator', () => {
  async function isGone(host: string): Promise<boolean> {
    for (let tries = 0; tries < 200; tries++) {
      const answers = await fetch(`http://${host}/`).then(
        () => true,
        () => false,
      );
      if (!answers) return true;
      await sleep(50);
    }
    return false;
  }

  async function withStore<T>(
    host: string,
    work: (store: ReturnType<typeof createFirestoreStore>) => Promise<T>,
  ) {
    const firestore = createFirestore({ projectId: 'demo-keep', emulatorHost: host });
    try {
      return await work(createFirestoreStore(firestore));
    } finally {
      await firestore.terminate();
    }
  }

  test('starts on a free port of the loopback and is gone after stop', async () => {
    const running = await startEmulator({ emulator: emulator! });
    expect(running.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect((await fetch(`http://${running.host}/`)).status).toBe(200);
    await running.stop();
    await running.stop();
    expect(await isGone(running.host)).toBe(true);
  });

  test('goes on where the last export stopped', async () => {
    const data = join(folder, 'dữ liệu');
    for (const n of [1, 2, 3]) {
      const running = await startEmulator({ emulator: emulator!, importFrom: data });
      await withStore(running.host, async (store) => {
        expect(await store.list('sổ')).toHaveLength(n - 1);
        await store.commit([{ kind: 'create', path: `sổ/trang-${n}`, data: { tên: 'Gương Sáng' } }]);
      });
      await running.exportTo(data, 'demo-keep');
      await running.stop();
    }
  });

  test('says clearly that its port is taken, or that it cannot start', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await expect(startEmulator({ emulator: emulator!, port })).rejects.toThrow(`Cổng ${port}`);
    server.close();
    const broken = { java: emulator!.java, jar: join(folder, 'mất.jar') };
    await expect(startEmulator({ emulator: broken })).rejects.toThrow('did not start');
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('ends when its parent gets %s', async (signal) => {
    const module = new URL('../../infra/local/firestore-emulator.ts', import.meta.url).href;
    const script = `const { startEmulator } = await import(${JSON.stringify(module)});
      const running = await startEmulator({ emulator: ${JSON.stringify(emulator)} });
      console.log(running.host);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [host] = (await once(parent.stdout, 'data')).map((chunk) => String(chunk).trim());
    expect((await fetch(`http://${host}/`)).status).toBe(200);
    parent.kill(signal);
    expect(await isGone(host as string)).toBe(true);
  });
});
