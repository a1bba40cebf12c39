/** `npm start` and `npm run demo` as processes: what they answer when they cannot start, and what they leave behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { claimFolder } from '../../../../infra/local/runtime/data-folder.ts';

const commands = ['start', 'demo'] as const;

async function say(command: (typeof commands)[number], args: string[], ports: Record<string, string> = {}) {
  const file = fileURLToPath(new URL(`../../../../infra/local/${command}.ts`, import.meta.url));
  const free = { WORKSPACE_PORT: '0', FUNCTIONS_PORT: '0', LISTING_PORT: '0' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...free, ...ports },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function aBusyPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

it.each(commands)(
  '%s tells of a busy port in one line, and leaves no folder',
  async (command) => {
    const data = join(aFolder(), 'mới');
    const port = await aBusyPort();
    for (const name of ['WORKSPACE_PORT', 'LISTING_PORT']) {
      const { code, err } = await say(command, ['--data', data], { [name]: port });
      expect(err).toBe(
        `Không khởi động được: Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn cổng khác: ${name}=${Number(port) + 1}\n`,
      );
      expect(code).toBe(2);
      expect(existsSync(data)).toBe(false);
    }
  },
  120_000,
);

it.each(commands)(
  '%s tells of a folder in use, and of one that holds something else, in one line',
  async (command) => {
    const data = aFolder();
    const { release } = await claimFolder(data, { plan: 'kh-661', period: '2023', units: 6 });
    const busy = await say(command, ['--data', data]);
    expect(busy.err).toBe(
      `Không khởi động được: Thư mục dữ liệu “${data}” đang được một chương trình khác dùng. Hãy dừng chương trình đó trước, hoặc chọn thư mục khác.\n`,
    );
    release();
    const other = await say(command, ['--data', data, '--plan', 'kh-113-bac-lieu']);
    expect(other.err).toBe(
      `Không khởi động được: Thư mục dữ liệu “${data}” đang giữ kế hoạch kh-661, kỳ 2023, --units 6. Hãy dùng đúng kế hoạch, kỳ đó (không cần ghi --units), hoặc chọn thư mục khác.\n`,
    );
    expect([busy.code, other.code]).toEqual([2, 2]);
  },
  120_000,
);

it.each(commands)(
  '%s tells its flags when asked, and when it meets an unknown one',
  async (command) => {
    const flags = ['--plan', '--period', '--units', '--data', '--store'];
    const own = command === 'demo' ? ['--year', '--faults'] : ['--empty'];
    const help = await say(command, ['--help']);
    expect({ ...help, out: '' }).toEqual({ code: 0, out: '', err: '' });
    for (const flag of [...flags, ...own]) expect(help.out).toContain(`  ${flag} `);
    const unknown = await say(command, ['--foo']);
    expect(unknown.code).toBe(2);
    for (const flag of [...flags, ...own]) expect(unknown.err).toContain(flag);
  },
  120_000,
);

it('the year is played only in a folder of its own plan', async () => {
  const data = aFolder();
  (await claimFolder(data, { plan: 'kh-661', period: '2023', units: 6 })).release();
  const { code, err } = await say('demo', ['--year', '--data', data]);
  expect(err).toContain('đang giữ kế hoạch kh-661, kỳ 2023, --units 6');
  expect(code).toBe(2);
}, 120_000);
