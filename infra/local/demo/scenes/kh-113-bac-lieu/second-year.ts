/** BL-08: who was recognised last year registers again with a pledge for this one; the year before stays as it was. */
import { comparedState, type Dossier, isOffList } from '../../../../../functions/domain/dossier.ts';
import type { Unit } from '../../../../../functions/domain/unit.ts';
import { storyPath, toKey } from '../../../../../functions/listing/address.ts';
import { readPlan } from '../../../../../functions/records.ts';
import { readLives } from '../../../../xlsx/report-lives.ts';
import { staffEmail } from '../../../samples/people.ts';
import { rowsAfterMends, type UnitScript } from '../../../samples/scenario.ts';
import { tabOf } from '../../../trial.ts';
import { signList, submitList } from '../../lists.ts';
import {
  heirsOf,
  pledgeOf,
  typeBelow,
  typeConsents,
  typePledges,
  waitsInTab,
} from '../../registered-again.ts';
import { at, type Cast, moveTo, type Scene } from '../../scene.ts';
import { castOf, dossiers, outbox, type Stage } from '../../stage.ts';
import { nameOf } from './desk.ts';

/** How many of last year's each unit registers again. */
const kept = 2;

/** Those that have nobody of last year in their tab. */
export async function newcomers(stage: Stage, cast: Cast): Promise<Cast> {
  const heirs = await heirsOf(stage);
  return cast.filter(({ unit }) => !heirs.has(unit.id));
}

export const registeredAgain: Scene = {
  ids: ['BL-08'],
  title: 'Gương được công nhận năm trước đăng ký thi đua lại cùng các điển hình của năm nay',
  async play(stage) {
    const heirs = await heirsOf(stage);
    // The plan's first year has none before it.
    if (heirs.size === 0) return stage.say('Năm đầu của kế hoạch: chưa có gương năm trước.');
    await moveTo(stage, at(stage, '01-07'));
    const cast = castOf(stage, ['commune']).filter(({ unit }) => heirs.has(unit.id));
    const names = cast.map(({ unit }) => unit.name).join(', ');
    const carried = [...heirs.values()].flat();
    const waiting = await Promise.all([...heirs].map(([unitId, own]) => waitsInTab(stage, unitId, own)));
    stage.expect(
      waiting.every((isThere) => isThere),
      `${carried.length} gương năm trước chờ sẵn trong tab năm ${stage.period} của ${names}, chưa kèm điều đăng ký và đồng ý công khai`,
    );
    await stage.each('Đăng ký lại', cast, ({ unit, script }) =>
      register(stage, unit, script, heirs.get(unit.id) ?? []),
    );
    await stage.local.tickAndSettle();
    const after = [...(await heirsOf(stage)).values()].flat();
    const again = after.filter((dossier) => !isOffList(dossier));
    stage.expect(
      again.length === kept * cast.length &&
        again.every(({ row }, ordinal) => row.values.pledge === pledgeOf(stage, ordinal % kept)),
      `${again.length} gương đăng ký thi đua lại, hồ sơ mới ghi mã năm trước; ${after.length - again.length} gương không đăng ký lại thì không nằm trong danh sách nào`,
    );
    await showYears(stage, again);
  },
};

async function register(stage: Stage, unit: Unit, script: UnitScript, own: readonly Dossier[]) {
  const { journal, people, period, workbooks } = stage;
  const { spreadsheetId } = tabOf(workbooks, unit.id);
  await journal.once(`register ${unit.id}`, async () => {
    await typeConsents(stage, unit.id, kept, `06/01/${period}`);
    const fresh = rowsAfterMends(script).slice(kept);
    await typeBelow(stage, unit.id, { kept, carried: own.length, fresh });
    const { body } = await people.press(staffEmail('clerk', unit.id), 'check', { spreadsheetId });
    const [checked] = body.units as { problems: { code: string; message: string }[] }[];
    const asked = (checked?.problems ?? []).filter(({ code }) => code === 'carried-without-pledge');
    stage.say(`Khi còn trống: ${asked[0]?.message}`);
    stage.expect(
      asked.length === kept,
      `${asked.length} dòng mang sang được nhắc ghi điều đăng ký của năm nay`,
    );
    await typePledges(stage, unit.id, kept);
  });
  await submitList(stage, unit, { ...script, rows: [] }, []);
  await stage.local.queue.idle();
  await signList(stage, unit, script);
  await stage.local.queue.idle();
}

/** What reviewers, readers and the report see of two years. */
async function showYears(stage: Stage, again: readonly Dossier[]): Promise<void> {
  const { local, plan, people, period } = stage;
  const own = new Set(again.flatMap(({ id, carriedFrom }) => [id, carriedFrom?.dossierId]));
  stage.expect(
    again.every(
      (dossier) =>
        dossier.compared === comparedState(dossier) &&
        !(dossier.alike ?? []).some(({ dossierId }) => own.has(dossierId)),
    ),
    'hai năm của một gương không bị báo là trùng người',
  );
  const stories = again.map((dossier) =>
    storyPath({ key: toKey(plan.id, dossier.carriedFrom?.dossierId ?? ''), name: nameOf(dossier) }),
  );
  const pages = await Promise.all(stories.map((path) => people.page(path)));
  stage.expect(
    pages.every(({ status }) => status === 200),
    `trang công khai của ${pages.length} gương từ năm trước còn nguyên`,
  );
  const lives = await readLives(local.store, await readPlan(local.store, plan.id), period);
  const ids = new Set(again.map(({ id }) => id));
  const steps = lives.filter(({ dossier }) => ids.has(dossier.id)).map((life) => life.steps);
  const words = steps[0]?.map(({ on, what }) => `${on.slice(0, 4)} ${what}`) ?? [];
  stage.say(`Vòng đời: ${words.join(' → ')}`);
  stage.expect(
    steps.length === again.length &&
      steps.every(
        (line) =>
          line[0]?.stage === 'Phát hiện' &&
          line[0].on < `${period}-01-01` &&
          line.some(({ what }) => what.startsWith('Đăng ký thi đua lại')),
      ),
    'vòng đời trong báo cáo nối năm phát hiện với năm đăng ký lại',
  );
}

export const yearBeforeIsQuiet: Scene = {
  ids: ['BL-08'],
  title: 'Năm trước vẫn đọc được, không ai bị nhắc về năm trước',
  async play(stage) {
    const again = (await dossiers(stage)).filter((one) => one.carriedFrom && !isOffList(one));
    const before = again[0]?.carriedFrom?.period;
    if (before === undefined) return stage.say('Năm đầu của kế hoạch: chưa có năm trước.');
    const known = new Set((await dossiers({ ...stage, period: before })).map(({ id }) => id));
    const reminded = (await outbox(stage)).filter(
      ({ kind, text }) => kind === 'dailyDigest' && text.includes(`năm ${before}`),
    );
    stage.expect(
      again.every(({ row, carriedFrom }) => row.values.pledge && known.has(carriedFrom?.dossierId ?? '')) &&
        reminded.length === 0,
      `${again.length} gương năm ${before} có nội dung đăng ký thi đua năm ${stage.period}; ${known.size} hồ sơ năm ${before} còn nguyên, không thư tổng hợp nào nhắc việc năm ${before}`,
    );
  },
};
