/** What a scene is, and what several scenes do: move the clock, send lists, say how many came. */
import { currentVersion } from '../../../functions/domain/submission.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import type { UnitScript } from '../samples/scenario.ts';
import { type Refused, signList, submitList, typeList } from './lists.ts';
import { type Stage, submissions } from './stage.ts';

export interface Scene {
  /** Numbers of the plan's duties it shows. */
  ids: readonly string[];
  title: string;
  play(stage: Stage): Promise<void>;
}

export type Cast = { unit: Unit; script: UnitScript }[];

export const withOutcome = (cast: Cast, outcome: UnitScript['outcome']): Cast =>
  cast.filter(({ script }) => script.outcome === outcome);

export async function moveTo(stage: Stage, moment: string): Promise<void> {
  const to = new Date(moment);
  if ((await stage.people.now()) < to) await stage.people.moveClock(moment);
}

export const at = (stage: Stage, day: string, time = '08:00'): string =>
  `${stage.period}-${day}T${time}:00+07:00`;

function showRefused(stage: Stage, refused: readonly Refused[]): void {
  for (const { message, problems } of refused.slice(0, 3)) {
    stage.say(`Từ chối: ${message}`);
    for (const line of problems.slice(0, 3)) stage.say(`    ${line}`);
    if (problems.length > 3) stage.say(`    … và ${problems.length - 3} điều nữa`);
  }
  if (refused.length > 3)
    stage.say(`Từ chối thêm ${refused.length - 3} danh sách, đều nêu đủ chỗ sai một lần.`);
}

export async function sendLists(stage: Stage, cast: Cast, label: string): Promise<void> {
  const refused: Refused[] = [];
  await stage.each(`Gõ danh sách ${label}`, cast, ({ script }) => typeList(stage, script));
  await stage.each(`Nộp danh sách ${label}`, cast, ({ unit, script }) =>
    submitList(stage, unit, script, refused),
  );
  await stage.local.queue.idle();
  await stage.each(`Thủ trưởng ký ${label}`, cast, ({ unit, script }) => signList(stage, unit, script));
  await stage.local.queue.idle();
  showRefused(stage, refused);
}

export const summarise = async (stage: Stage, cast: Cast, shows?: readonly string[]): Promise<void> => {
  const ids = new Set(cast.map(({ unit }) => unit.id));
  const sent = (await submissions(stage)).filter(({ unitId }) => ids.has(unitId));
  const signed = sent.filter(({ state }) => state === 'submitted');
  const rows = signed.reduce((sum, submission) => sum + currentVersion(submission).rows, 0);
  const late = sent.filter(({ versions }) => versions[0]?.late).length;
  const again = sent.filter(({ versions }) => versions.length > 1).length;
  stage.say(
    `${sent.length}/${ids.size} đơn vị đã nộp, ${rows} gương, ${late} nộp trễ, ${again} nộp hơn một lần; thủ trưởng đã ký ${signed.length}.`,
  );
  const due = cast.filter(({ script }) => script.outcome !== 'missing');
  stage.expect(
    signed.length >= withOutcome(due, 'on-time').length,
    `${sent.length} danh sách đã nộp đều có chữ ký của thủ trưởng`,
    shows,
  );
};
