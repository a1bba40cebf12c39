/** CM-06: what was carried over waits in the heirs' tabs, and each of them registers again what still stands. */
import type { Dossier } from '../../../../../functions/domain/dossier.ts';
import type { Unit } from '../../../../../functions/domain/unit.ts';
import { rowsAfterMends, type UnitScript } from '../../../samples/scenario.ts';
import { signList, submitList, uploadPaper } from '../../lists.ts';
import { heirsOf, typeBelow, typeConsents, typePledges, waitsInTab } from '../../registered-again.ts';
import { at, type Cast, moveTo, type Scene } from '../../scene.ts';
import { castOf, type Stage } from '../../stage.ts';

/** How many of last period's each heir keeps, and how many its list has in all. */
const most = { kept: 3, rows: 5 };

/** Those that did not wait for a list of last period. */
export async function othersOf(stage: Stage, kinds: readonly string[]): Promise<Cast> {
  const heirs = await heirsOf(stage);
  return castOf(stage, kinds).filter(({ unit }) => !heirs.has(unit.id));
}

export const registeredAgain: Scene = {
  ids: ['CM-06'],
  title: 'Gương đã được công nhận ở kỳ trước chờ sẵn ở đơn vị kế thừa, được hỏi lại và đăng ký lại',
  async play(stage) {
    await moveTo(stage, at(stage, '01-29'));
    const heirs = await heirsOf(stage);
    const all = [...heirs.values()].flat();
    const before = new Set(all.map(({ carriedFrom }) => carriedFrom?.unitId));
    const waiting = await Promise.all([...heirs].map(([unitId, own]) => waitsInTab(stage, unitId, own)));
    stage.expect(
      all.length > 0 && waiting.every((isThere) => isThere),
      `${all.length} gương của ${before.size} đơn vị cũ chờ sẵn trong tab của ${heirs.size} xã, phường mới, chưa kèm đồng ý công khai`,
    );
    const cast = castOf(stage, ['commune']).filter(({ unit }) => heirs.has(unit.id));
    await stage.each('Đăng ký lại', cast, ({ unit, script }) =>
      register(stage, unit, script, heirs.get(unit.id) ?? []),
    );
    const after = [...(await heirsOf(stage)).values()].flat();
    const kept = after.filter(({ history }) => history.some(({ action }) => action === 'submit'));
    const wished = [...heirs.values()].reduce((sum, own) => sum + Math.min(own.length, most.kept), 0);
    stage.expect(
      after.filter(({ status }) => status === 'carried').length === all.length - wished,
      `${all.length - wished} gương không được đăng ký lại thì không nằm trong danh sách nào`,
    );
    stage.expect(
      kept.length === wished && kept.every(({ history }) => history[0]?.action === 'carry'),
      `${kept.length} gương được đăng ký lại và thủ trưởng ký, hồ sơ ghi cả đơn vị cũ và mới`,
    );
  },
};

/** The clerk asks the first ones anew, clears the lines of the others, and adds this year's below. */
async function register(
  stage: Stage,
  unit: Unit,
  script: UnitScript,
  own: readonly Dossier[],
): Promise<void> {
  const { journal, period } = stage;
  const kept = Math.min(own.length, most.kept);
  await journal.once(`register ${unit.id}`, async () => {
    await typePledges(stage, unit.id, kept);
    await typeConsents(stage, unit.id, kept, `20/01/${period}`);
    const fresh = rowsAfterMends(script).slice(0, most.rows - kept);
    await typeBelow(stage, unit.id, { kept, carried: own.length, fresh });
  });
  const plain: UnitScript = {
    unitId: unit.id,
    rows: [],
    mends: [],
    outcome: 'on-time',
    promote: 0,
    attachment: { documentNumber: `${unit.id.slice(-2)}/KH-UBND`, documentDate: `${period}-01-22`, url: '' },
  };
  await submitList(stage, unit, await uploadPaper(stage, unit, plain), []);
  await stage.local.queue.idle();
  await signList(stage, unit, plain);
  await stage.local.queue.idle();
}
