/** `npm run demo`: a whole year of the plan played once by invented people over HTTP; exits 0 only if every promise held. */
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { openJournal } from './demo/journal.ts';
import { createPeople } from './demo/people.ts';
import { kh113Scenes } from './demo/scenes/index.ts';
import { createStage } from './demo/stage.ts';
import { runYear } from './demo/year/run-year.ts';
import { quietLog } from './runtime/console-log.ts';
import { startLocal } from './runtime/local.ts';
import { parseOptions } from './runtime/options.ts';
import { Progress } from './runtime/progress.ts';
import { provisionTrial, trialStart, workbooksOf } from './trial.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

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
  const parsed = parseOptions(
    given.filter((flag) => !flags.includes(flag)),
    environment,
    'embedded',
  );
  const faults = [...(parsed.ok ? [] : parsed.faults), ...yearFaults(given)];
  if (!parsed.ok || faults.length > 0) {
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    return 2;
  }
  const { options } = parsed;
  if (given.includes('--year')) return runYear({ options, withFaults: given.includes('--faults'), print });
  const started = performance.now();
  const local = await startLocal({
    options,
    rulesFile: fileURLToPath(new URL('../firestore.rules', import.meta.url)),
    startAt: trialStart(options.period),
    log: quietLog,
  });
  const broken: string[] = [];
  try {
    print(`Kho: ${local.storeDescription}. Người và việc trong bản chạy thử đều là hư cấu.`);
    const progress = new Progress('Dựng bảng tính');
    const { plan, staff, report } = await provisionTrial(local, options, (done, all) =>
      progress.show(done, all),
    );
    progress.end();
    await local.tickAndSettle();
    const workbooks = await workbooksOf(createPeople(local.urls), plan.id, options.period);
    const tabs = workbooks.flatMap((workbook) => workbook.tabs);
    print(`\n${plan.number} (${options.period}): ${plan.title}`);
    print(
      `   ${report.workbooks.length} bảng tính, ${tabs.filter(({ kind }) => kind === 'unit').length} tab đơn vị, ${staff.length} cán bộ.`,
    );
    const stage = createStage({
      local,
      journal: openJournal(options.data),
      plan,
      period: options.period,
      workbooks,
      print,
      onBroken: (promise) => broken.push(promise),
    });
    for (const scene of kh113Scenes) {
      const begun = performance.now();
      print(`\n${scene.ids.join(', ')}  ${scene.title}`);
      await scene.play(stage);
      stage.say(`(${((performance.now() - begun) / 1000).toFixed(1)} giây)`);
    }
  } finally {
    await local.close();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(
    broken.length === 0
      ? `\nMọi bước đã làm đúng, hết ${seconds} giây.`
      : `\n${broken.length} điều không đúng:\n${broken.map((promise) => `  ✗ ${promise}`).join('\n')}`,
  );
  return broken.length === 0 ? 0 : 1;
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
  process.stderr.write(`\nBản chạy thử dừng giữa chừng: ${inspect(error)}\n`);
  process.exitCode = 1;
}
