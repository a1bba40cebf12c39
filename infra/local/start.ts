/** `npm start`: the whole product on this machine with a plan set up and invented rows typed in, until Ctrl-C. */
import { fileURLToPath } from 'node:url';
import { quietLog } from './runtime/console-log.ts';
import { type Local, startLocal } from './runtime/local.ts';
import { parseOptions } from './runtime/options.ts';
import { Progress } from './runtime/progress.ts';
import { setUpTrial, trialStart } from './trial.ts';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

const tickMs = 600_000;

async function main(): Promise<number> {
  const parsed = parseOptions(process.argv.slice(2), process.env, { store: 'auto' });
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
  const ended = untilStopped();
  try {
    const progress = new Progress('Chuẩn bị bảng tính');
    const report = await setUpTrial(local, options, (done, all) => progress.show(done, all));
    progress.end();
    await local.tickAndSettle();
    announce(local, report, options.data);
    const timer = setInterval(() => void local.tickAndSettle().catch(() => undefined), tickMs);
    await ended;
    clearInterval(timer);
  } finally {
    await local.close();
  }
  say('Đã dừng.');
  return 0;
}

function announce(
  local: Local,
  { planNumber, workbooks, units, rows }: Awaited<ReturnType<typeof setUpTrial>>,
  data?: string,
) {
  const { urls } = local;
  say(`
Gương Sáng đang chạy trên máy này (chỉ 127.0.0.1). Người và việc trong bản chạy thử đều là hư cấu.

  Bảng tính, hộp thư, đồng hồ   ${urls.workspace}/
  Trang công khai               ${urls.listing}/
  Các hàm                       ${urls.functions}/<tên>

  Kế hoạch   ${planNumber}: ${workbooks} bảng tính, ${units} đơn vị, ${rows} dòng đã gõ
  Kho        ${local.storeDescription}
  Dữ liệu    ${data === undefined ? 'trong bộ nhớ, mất khi dừng (thêm -- --data THƯ_MỤC để giữ lại)' : data}

Ctrl-C để dừng.`);
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`Không khởi động được: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
