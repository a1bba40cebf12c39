/** From the commune's list to the district's choice: BL-01 and BL-02. */
import { type Dossier, isOffList } from '../../../../../functions/domain/dossier.ts';
import { mendReturned } from '../../lists.ts';
import { type Decision, reviewDesk } from '../../reviews.ts';
import { at, type Cast, moveTo, type Scene, sendLists, summarise, withOutcome } from '../../scene.ts';
import { castOf, dossiers, type Stage } from '../../stage.ts';
import { newcomers } from './second-year.ts';

export const communeLists: Scene = {
  ids: ['BL-01'],
  title: 'Xã, phường, thị trấn lập danh sách 05–06 gương, gửi huyện trước ngày 15/01',
  async play(stage) {
    await moveTo(stage, at(stage, '01-08'));
    const cast = castOf(stage, ['commune']);
    const sending = await newcomers(stage, cast);
    await sendLists(stage, withOutcome(sending, 'on-time'), 'cấp xã');
    await moveTo(stage, at(stage, '01-16', '09:00'));
    await sendLists(stage, withOutcome(sending, 'late'), 'cấp xã nộp trễ');
    await summarise(stage, cast);
    const missing = withOutcome(cast, 'missing').map(({ unit }) => unit.name);
    if (missing.length > 0) stage.say(`Chưa nộp: ${missing.join(', ')}.`);
  },
};

/** The rows that the script says a reviewer returns once, by the ids they were given in the tab. */
function returnsOf(stage: Stage, cast: Cast): Map<string, string> {
  return new Map(
    cast.flatMap(({ unit, script }) =>
      (script.returnRows ?? []).map(({ rowIndex, reason }): [string, string] => [
        `${stage.period}-${unit.id}-${String(rowIndex + 1).padStart(3, '0')}`,
        reason,
      ]),
    ),
  );
}

/** Chooses upward until the unit's number is reached, then approves; returns what the script says, once. */
function chooser(promote: number, returns: ReadonlyMap<string, string>, already: number) {
  let promoted = already;
  return (dossier: Dossier): Decision => {
    const reason = dossier.round === 1 ? returns.get(dossier.id) : undefined;
    if (reason !== undefined) return { action: 'return', reason };
    if (promoted < promote) {
      promoted += 1;
      return { action: 'promote', reason: '' };
    }
    return { action: 'approve', reason: '' };
  };
}

export const districtReview: Scene = {
  ids: ['BL-02'],
  title: 'Huyện, thị xã, thành phố thẩm định, trả lại, chọn ít nhất 10–15 gương tiêu biểu',
  async play(stage) {
    await moveTo(stage, at(stage, '01-17'));
    await stage.local.tickAndSettle();
    const districts = castOf(stage, ['district']);
    const returns = returnsOf(stage, castOf(stage, ['commune']));
    const decide = async (round: string): Promise<void> =>
      stage.each(`Thẩm định ${round}`, districts, ({ unit, script }) =>
        stage.journal.once(`review ${round} ${unit.id}`, async () => {
          const here = (await dossiers(stage)).filter(({ at: desk }) => desk === unit.id);
          const waiting = here.filter(({ status }) => status === 'submitted');
          const chosen = here.filter(({ status }) => status === 'promoted').length;
          const returned = round === 'lần 1' ? waiting.filter(({ id }) => returns.has(id)).length : 0;
          const spare = Math.max(0, waiting.length - returned);
          const wanted = round === 'lần 1' ? Math.min(script.promote - 1, spare) : script.promote;
          await reviewDesk(stage, unit.id, waiting, chooser(wanted, returns, chosen));
        }),
      );
    await decide('lần 1');
    const returning = castOf(stage, ['commune']).filter(({ script }) => script.returnRows !== undefined);
    await stage.each('Xã sửa dòng bị trả', returning, ({ unit, script }) =>
      mendReturned(stage, unit, script),
    );
    await stage.local.queue.idle();
    await decide('lần 2');
    const all = (await dossiers(stage)).filter((dossier) => !isOffList(dossier));
    const returned = all.filter(({ history }) => history.some(({ action }) => action === 'return'));
    stage.say(
      `${all.length} hồ sơ: ${returned.length} trả lại kèm lý do, ${all.filter(({ approvals }) => approvals.length > 0).length} được duyệt.`,
    );
    for (const { unit } of districts) {
      const chosen = all.filter((dossier) =>
        dossier.history.some(({ action, unitId }) => action === 'promote' && unitId === unit.id),
      );
      const own = castOf(stage, ['district']).find((one) => one.unit.id === unit.id)?.script.rows.length ?? 0;
      stage.expect(
        chosen.length + own >= 10,
        `${unit.name}: chọn ${chosen.length} gương lên tỉnh${own > 0 ? `, thêm ${own} gương của phòng, ban huyện` : ''}`,
      );
    }
    stage.expect(
      returned.every(({ status }) => status !== 'returned'),
      'mọi dòng bị trả đều đã sửa, nộp lại và thẩm định lần hai',
    );
  },
};
