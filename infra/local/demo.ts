/** `npm run demo`: a plan played by invented people over HTTP; exits 0 only if every promise held. */
import { inspect } from 'node:util';
import { runPlan } from './demo/run-plan.ts';
import { scripts } from './demo/scenes/index.ts';
import type { Script } from './demo/script.ts';
import { runYear } from './demo/year/run-year.ts';
import { flagHelp, parseOptions } from './runtime/options.ts';
import { startTrouble } from './runtime/start-trouble.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const help = `Cách dùng: npm run demo -- [LỰA CHỌN]

${flagHelp}
  --year     cả năm 2025 của kh-113-bac-lieu theo từng ngày, đếm từng thư
  --faults   cùng --year: cho một số lệnh gọi thư bị lỗi

Mã thoát 0: mọi bước đã làm đúng; 1: có điều không đúng; 2: lựa chọn sai hoặc không khởi động được.`;

async function main(): Promise<number> {
  const environment = {
    WORKSPACE_PORT: '0',
    FUNCTIONS_PORT: '0',
    LISTING_PORT: '0',
    FIRESTORE_PORT: '0',
    ...process.env,
  };
  const flags = ['--year', '--faults'];
  const given = process.argv.slice(2);
  if (given.includes('--help')) {
    print(help);
    return 0;
  }
  const parsed = parseOptions(
    [
      ...given.filter((flag) => !flags.includes(flag)),
      ...(given.includes('--year') ? ['--plan', 'kh-113-bac-lieu', '--period', '2025'] : []),
    ],
    environment,
    'embedded',
    { flags, played: (plan) => (given.includes('--year') ? undefined : scriptOf(plan)) },
  );
  const faults = [...(parsed.ok ? [] : parsed.faults), ...yearFaults(given)];
  if (!parsed.ok || faults.length > 0) return refuse(faults);
  const { options } = parsed;
  if (given.includes('--year')) return runYear({ options, withFaults: given.includes('--faults'), print });
  const script = scriptOf(options.plan);
  if (!script)
    return refuse([
      `Kế hoạch “${options.plan}” chưa có kịch bản chạy thử. Hãy chọn một trong: ${Object.keys(scripts).join(', ')}.`,
    ]);
  return runPlan(script, options, print);
}

const scriptOf = (plan: string): Script | undefined =>
  Object.hasOwn(scripts, plan) ? scripts[plan] : undefined;

function refuse(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return 2;
}

/** The year's script is written for the days of one plan and period. */
function yearFaults(given: readonly string[]): string[] {
  const isYear = given.includes('--year');
  const other = given.some((flag) => /^--(plan|period)\b/.test(flag));
  return [
    ...(given.includes('--faults') && !isYear ? ['--faults chỉ dùng cùng --year.'] : []),
    ...(isYear && other
      ? ['--year luôn chạy kế hoạch kh-113-bac-lieu, kỳ 2025; hãy bỏ --plan, --period.']
      : []),
  ];
}

try {
  process.exitCode = await main();
} catch (error) {
  const trouble = startTrouble(error);
  process.stderr.write(`${trouble ?? `\nBản chạy thử dừng giữa chừng: ${inspect(error)}`}\n`);
  process.exitCode = trouble === undefined ? 1 : 2;
}
