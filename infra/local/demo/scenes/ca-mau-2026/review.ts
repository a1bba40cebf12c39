/** CM-10: the province reviews without a level between, returns, holds, and sees who is missing. */
import type { Dossier } from '../../../../../functions/domain/dossier.ts';
import { staffEmail } from '../../../samples/people.ts';
import { mendReturned } from '../../lists.ts';
import { countMails } from '../../mail-count.ts';
import { type Decision, reviewDesk } from '../../reviews.ts';
import { at, moveTo, type Scene, withOutcome } from '../../scene.ts';
import { dossiers, type Stage } from '../../stage.ts';
import { othersOf } from './carried.ts';

const province = '96';

const waitingAt = async (stage: Stage): Promise<Dossier[]> =>
  (await dossiers(stage)).filter(({ at: desk, status }) => desk === province && status === 'submitted');

export const provinceReview: Scene = {
  ids: ['CM-10'],
  title: 'Tỉnh thẩm định, trả lại, để lại, duyệt; đôn đốc đơn vị chưa gửi',
  async play(stage) {
    await moveTo(stage, at(stage, '02-25'));
    await stage.local.tickAndSettle();
    const cast = (await othersOf(stage, ['commune'])).filter(({ script }) => script.returnRows !== undefined);
    const reasons = new Map(
      cast.flatMap(({ unit, script }) =>
        (script.returnRows ?? []).map(({ rowIndex, reason }): [string, string] => [
          `${stage.period}-${unit.id}-${String(rowIndex + 1).padStart(3, '0')}`,
          reason,
        ]),
      ),
    );
    const choose = ({ id, round }: Dossier, index: number): Decision => {
      const reason = round === 1 ? reasons.get(id) : undefined;
      if (reason !== undefined) return { action: 'return', reason };
      return index % 29 === 28
        ? { action: 'hold', reason: 'Chờ xác minh thêm' }
        : { action: 'approve', reason: '' };
    };
    await stage.journal.once('review first', async () => {
      await reviewDesk(stage, province, await waitingAt(stage), choose);
    });
    await stage.each('Xã, phường sửa dòng bị trả', cast, ({ unit, script }) =>
      mendReturned(stage, unit, script),
    );
    await stage.local.queue.idle();
    await stage.local.tickAndSettle();
    await stage.journal.once('review second', async () => {
      await reviewDesk(stage, province, await waitingAt(stage), choose);
    });
    const all = (await dossiers(stage)).filter(({ status }) => status !== 'carried');
    const of = (status: Dossier['status']): number => all.filter((one) => one.status === status).length;
    const returned = all.filter(({ history }) => history.some(({ action }) => action === 'return'));
    stage.say(
      `${all.length} hồ sơ: ${of('approved')} được duyệt, ${of('held')} để lại xem thêm, ${returned.length} từng bị trả lại.`,
    );
    stage.expect(
      of('approved') + of('held') === all.length && returned.length === reasons.size,
      `tỉnh thẩm định xong ${all.length} hồ sơ của xã, phường và cơ quan; ${returned.length} hồ sơ bị trả đều đã sửa và thẩm định lại`,
    );
    const missing = withOutcome(await othersOf(stage, ['commune']), 'missing').map(({ unit }) => unit.name);
    const told = await stage.people.mailbox(staffEmail('reviewer', province));
    stage.expect(
      missing.every((name) => told.some(({ text }) => text.includes(name))),
      `thường trực Hội đồng tỉnh được báo đủ ${missing.length} đơn vị chưa gửi${missing.length > 0 ? `: ${missing.join(', ')}` : ''}`,
    );
  },
};

export const mails: Scene = {
  ids: ['CM-10'],
  title: 'Nhắc hạn, đôn đốc: mỗi người một thư một ngày, không ai bị nhắc sau khi đã nộp',
  play: countMails,
};
