/** `npm run demo`: the year of one plan, played once by invented people over HTTP; 0 only if every promise held. */
import { fileURLToPath } from 'node:url';
import { dutiesOf } from '../../../functions/plans/duties/index.ts';
import { quietLog } from '../runtime/console-log.ts';
import { startLocal } from '../runtime/local.ts';
import type { LocalOptions } from '../runtime/options.ts';
import { Progress } from '../runtime/progress.ts';
import { provisionTrial, trialStart, workbooksOf } from '../trial.ts';
import { openJournal } from './journal.ts';
import { createPeople } from './people.ts';
import { playScenes } from './play.ts';
import type { Script } from './script.ts';
import { dutyLines } from './shown.ts';

export async function runPlan(
  script: Script,
  options: LocalOptions,
  print: (line: string) => void,
): Promise<number> {
  const started = performance.now();
  const { scenes, isWhole, startOn } = script;
  const past = script.past?.(options.period);
  const start = startOn === undefined ? trialStart(options.period) : new Date(`${startOn}T08:00:00+07:00`);
  const local = await startLocal({
    options,
    rulesFile: fileURLToPath(new URL('../../firestore.rules', import.meta.url)),
    startAt: past?.startAt ?? start,
    log: quietLog,
  });
  const broken: string[] = [];
  try {
    print(`Kho: ${local.storeDescription}. Người và việc trong bản chạy thử đều là hư cấu.`);
    if (options.units !== undefined)
      print(
        `Chỉ diễn với ${options.units} đơn vị mỗi loại; muốn nhiều hơn: thêm --units, ví dụ --units 64${options.data === undefined ? '' : ', với một thư mục mới'}.`,
      );
    const journal = openJournal(options.data);
    const people = createPeople(local.urls);
    if (past) {
      await past.play({ local, options, journal, print, onBroken: (promise) => broken.push(promise) });
      if ((await people.now()) < start) await people.moveClock(start.toISOString());
    }
    const progress = new Progress('Dựng bảng tính');
    const { plan, staff, report } = await provisionTrial(local, options, (done, all) =>
      progress.show(done, all),
    );
    progress.end();
    await local.tickAndSettle();
    const workbooks = await workbooksOf(people, plan.id, options.period);
    const tabs = workbooks.flatMap((workbook) => workbook.tabs);
    print(`\n${plan.number} (${options.period}): ${plan.title}`);
    print(
      `   ${report.workbooks.length} bảng tính, ${tabs.filter(({ kind }) => kind === 'unit').length} tab đơn vị, ${staff.length} cán bộ.`,
    );
    const setting = { local, journal, plan, period: options.period, workbooks, print };
    const shown = await playScenes(scenes, setting);
    broken.push(...shown.filter(({ isKept }) => !isKept).map(({ promise }) => promise));
    print(`\nNhiệm vụ theo ${plan.number}`);
    for (const { text, fault } of dutyLines(dutiesOf[plan.id] ?? [], scenes, shown, isWhole)) {
      print(`   ${text}`);
      if (fault !== undefined) broken.push(fault);
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
