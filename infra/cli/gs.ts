/** `npm run gs -- …`: what an administrator does from a command line. */
import { UsageError } from './usage.ts';

interface Command {
  help: string;
  run(args: string[]): Promise<void>;
}

/** Loaded when called: none should wait for the libraries of the others. */
const commands: Record<string, () => Promise<Command>> = {
  carry: () => import('./carry-command.ts'),
  provision: () => import('./provision-command.ts'),
  template: () => import('./template-command.ts'),
  import: () => import('./import-command.ts'),
  report: () => import('./report-command.ts'),
  papers: () => import('./papers-command.ts'),
  mails: () => import('./mails-command.ts'),
  tickets: () => import('./tickets-command.ts'),
};

const help = `Cách dùng: npm run gs -- LỆNH …

  provision   dựng các bảng tính của một kế hoạch cho một kỳ
  carry       mang gương đã được công nhận sang kế hoạch hoặc kỳ mới
  template    làm tệp Excel cho đơn vị không có tài khoản Google
  import      nhập tệp Excel mà đơn vị đã điền
  report      xuất bảng tổng hợp, chấm điểm ra tệp CSV hoặc Excel
  papers      làm tờ trình, danh sách, biên bản, báo cáo ra tệp Word
  mails       xem và xử lý thư chưa đến tay người nhận
  tickets     xem các đề nghị sửa, gỡ trang công khai, tìm theo mã

Xem cách dùng từng lệnh: npm run gs -- LỆNH --help`;

async function main([name, ...args]: string[]): Promise<void> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) {
    const command = await load();
    if (args.includes('--help')) process.stdout.write(`${command.help}\n`);
    else await command.run(args);
    return;
  }
  if (name !== undefined && name !== 'help' && name !== '--help')
    throw new UsageError(`Không có lệnh “${name}”.\n\n${help}`);
  process.stdout.write(`${help}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
