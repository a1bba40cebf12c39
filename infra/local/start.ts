/** `npm start`: the whole product on this machine with a plan set up and invented rows typed in, until Ctrl-C. */
import { fileURLToPath } from 'node:url';
import { quietLog } from './runtime/console-log.ts';
import { type Local, startLocal } from './runtime/local.ts';
import { flagHelp, type LocalOptions, parseOptions } from './runtime/options.ts';
import { Progress } from './runtime/progress.ts';
import { startTrouble } from './runtime/start-trouble.ts';
import { type SetUp, setUpTrial, trialStart } from './trial.ts';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

const tickMs = 600_000;

const help = `Cách dùng: npm start -- [LỰA CHỌN]

${flagHelp}
  --empty    để trống tab của các đơn vị, không gõ dòng hư cấu`;

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    say(help);
    return 0;
  }
  const parsed = parseOptions(args, process.env, 'auto');
  if (!parsed.ok) {
    for (const fault of parsed.faults) process.stderr.write(`${fault}\n`);
    return 2;
  }
  const { options } = parsed;
  const local = await startLocal({
    options,
    rulesFile: fileURLToPath(new URL('../firestore.rules', import.meta.url)),
    startAt: trialStart(options.period),
    log: quietLog,
    push: true,
  });
  const stopped = untilStopped();
  try {
    const ready = setUp(local, options);
    // A stop in the middle cuts its calls short; the next start on the folder goes on.
    ready.catch(() => undefined);
    const report = await Promise.race([ready, stopped]);
    if (report !== 'stopped') {
      announce(local, report, options.data);
      // Whoever comes first waits a little longer if this fails; nothing else depends on it.
      local.warmUp().catch(() => undefined);
      const timer = setInterval(() => void local.tickAndSettle().catch(() => undefined), tickMs);
      await stopped;
      clearInterval(timer);
    }
  } finally {
    await local.close();
  }
  say('Đã dừng.');
  return 0;
}

async function setUp(local: Local, options: LocalOptions): Promise<SetUp> {
  const progress = new Progress('Chuẩn bị bảng tính');
  const report = await setUpTrial(local, options, (done, all) => progress.show(done, all));
  progress.end();
  await local.tickAndSettle();
  return report;
}

function announce(local: Local, { planNumber, workbooks, units, rows }: SetUp, data?: string) {
  const { urls } = local;
  say(`
Gương Sáng đang chạy trên máy này (chỉ 127.0.0.1). Người và việc trong bản chạy thử đều là hư cấu.

  Bảng tính, hộp thư, đồng hồ   ${urls.workspace}/
  Trang công khai               ${urls.listing}/
  Các hàm                       ${urls.functions}/<tên>

  Kế hoạch   ${planNumber}: ${workbooks} bảng tính, ${units} đơn vị${rows > 0 ? `, vừa gõ ${rows} dòng hư cấu` : ''}
  Kho        ${local.storeDescription}
  Dữ liệu    ${data === undefined ? 'trong bộ nhớ, mất khi dừng (thêm -- --data THƯ_MỤC để giữ lại)' : data}

Ctrl-C để dừng.`);
}

function untilStopped(): Promise<'stopped'> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('stopped'));
    process.once('SIGTERM', () => resolve('stopped'));
  });
}

try {
  // Calls that were cut short by the stop would try again for a while; nothing waits for them.
  process.exit(await main());
} catch (error) {
  const trouble = startTrouble(error);
  const said = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${trouble ?? `Không khởi động được: ${said}`}\n`);
  process.exitCode = trouble === undefined ? 1 : 2;
}
