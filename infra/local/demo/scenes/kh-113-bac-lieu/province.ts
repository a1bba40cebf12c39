/** What goes to the province and what it decides: BL-03 to BL-06 and BL-16. */
import { currentVersion } from '../../../../../functions/domain/submission.ts';
import { robot } from '../../../runtime/local.ts';
import { staffEmail } from '../../../samples/people.ts';
import { uploadPaper } from '../../lists.ts';
import { reviewDesk } from '../../reviews.ts';
import { at, type Cast, moveTo, type Scene, sendLists, summarise, withOutcome } from '../../scene.ts';
import { castOf, dossiers, type Stage, submissions, workbookOf } from '../../stage.ts';
import { toProvince } from './desk.ts';

/** Whose list shows which duty. */
const dutyOf: Record<(typeof toProvince)[number], readonly string[]> = {
  district: ['BL-06'],
  cluster: ['BL-03'],
  agency: ['BL-04'],
  enterprise: ['BL-05'],
};

/** Everybody who sends to the province, each with its nurturing plan as a paper in Drive. */
async function withPapers(stage: Stage): Promise<Cast> {
  const cast: Cast = [];
  await stage.each('Tải kế hoạch bồi dưỡng', castOf(stage, toProvince), async ({ unit, script }) => {
    cast.push({ unit, script: await uploadPaper(stage, unit, script) });
  });
  return cast;
}

export const listsInTime: Scene = {
  ids: ['BL-06'],
  title: 'Huyện, cụm/khối, cơ quan, doanh nghiệp gửi Sở Nội vụ trước ngày 15/02, kèm kế hoạch bồi dưỡng',
  async play(stage) {
    await moveTo(stage, at(stage, '02-06'));
    const cast = withOutcome(await withPapers(stage), 'on-time');
    await sendLists(stage, cast, 'gửi tỉnh');
    await summarise(stage, cast);
  },
};

export const provinceLists: Scene = {
  ids: ['BL-03', 'BL-04', 'BL-05', 'BL-06'],
  title: 'Danh sách gửi tỉnh: nộp trễ vẫn nhận, đủ chỉ tiêu, đủ giấy tờ',
  async play(stage) {
    await moveTo(stage, at(stage, '02-17', '09:00'));
    const cast = await withPapers(stage);
    await sendLists(stage, withOutcome(cast, 'late'), 'gửi tỉnh, trễ');
    for (const kind of toProvince) {
      const ofKind = cast.filter(({ unit }) => unit.kind === kind);
      stage.say(`${stage.plan.unitKinds[kind]?.name}:`);
      await summarise(stage, ofKind, dutyOf[kind]);
    }
    const ids = new Set(cast.map(({ unit }) => unit.id));
    const sent = (await submissions(stage)).filter(({ unitId }) => ids.has(unitId));
    const snapshots = await stage.local.store.readMany<{ attachment: unknown }>(
      sent.map((submission) => `snapshots/${currentVersion(submission).snapshotId}`),
    );
    stage.expect(
      snapshots.every((snapshot) => snapshot?.data.attachment != null),
      `cả ${sent.length} danh sách gửi tỉnh đều kèm kế hoạch bồi dưỡng, nhân rộng (BL-06)`,
      ['BL-06'],
    );
    const ofClusters = (await dossiers(stage)).filter(
      ({ unitId }) => stage.tree.get(unitId)?.kind === 'cluster',
    );
    stage.expect(
      ofClusters.length > 0 && ofClusters.every(({ row }) => row.kind !== 'individual'),
      `${ofClusters.length} gương của cụm, khối đều là mô hình hoặc tập thể (BL-03)`,
      ['BL-03'],
    );
  },
};

export const provinceReview: Scene = {
  ids: ['BL-16'],
  title: 'Sở Nội vụ chủ trì thẩm định, đôn đốc đơn vị chưa gửi, thông tin đến các cấp',
  async play(stage) {
    await moveTo(stage, at(stage, '02-18'));
    await stage.local.tickAndSettle();
    await stage.journal.once('review province', async () => {
      const waiting = (await dossiers(stage)).filter(
        ({ at: desk, status }) => desk === '95' && status === 'submitted',
      );
      await reviewDesk(stage, '95', waiting, (_dossier, index) =>
        index % 29 === 28
          ? { action: 'hold', reason: 'Chờ xác minh thêm' }
          : { action: 'approve', reason: '' },
      );
    });
    const atProvince = (await dossiers(stage)).filter(({ at: desk }) => desk === '95');
    const approved = atProvince.filter(({ status }) => status === 'approved').length;
    stage.say(
      `${atProvince.length} hồ sơ ở tỉnh: ${approved} được duyệt, ${atProvince.length - approved} để lại xem thêm.`,
    );
    stage.expect(
      atProvince.every(({ status }) => status === 'approved' || status === 'held'),
      'không hồ sơ nào ở tỉnh còn chờ',
    );
    const reviewer = staffEmail('reviewer', '95');
    const digests = (await stage.people.mailbox(reviewer)).length;
    stage.expect(
      digests > 0,
      `thường trực Hội đồng tỉnh nhận ${digests} thư tổng hợp, có tên đơn vị chưa gửi`,
    );
  },
};

export const sheets: Scene = {
  ids: ['BL-16'],
  title: 'Bảng tính nói đúng điều hệ thống biết',
  async play(stage) {
    await stage.local.tickAndSettle();
    await stage.local.tickAndSettle();
    const province = workbookOf(stage, '95');
    const summary = await stage.people.read(
      staffEmail('reviewer', '95'),
      province.spreadsheetId,
      "'Tổng hợp'!A1:J40",
    );
    for (const cells of [summary[1], ...summary.slice(3, 6)])
      stage.say(
        (cells ?? [])
          .slice(0, 6)
          .filter((cell) => cell !== '')
          .join(' | '),
      );
    // After a restart the public page may have another address, which the Hướng dẫn tab is then told.
    await syncOnce(stage, province.spreadsheetId);
    const before = stage.local.workspace.counts.sheets.total;
    const { outcome } = await syncOnce(stage, province.spreadsheetId);
    stage.expect(
      outcome === 'unchanged' && stage.local.workspace.counts.sheets.total - before === 1,
      'xem lại bảng tính không đổi tốn đúng 1 lệnh gọi Sheets',
    );
  },
};

async function syncOnce(stage: Stage, spreadsheetId: string): Promise<{ outcome: string }> {
  const { body } = await stage.people.press(robot, 'sync', { spreadsheetId });
  return { outcome: String(body.outcome ?? '') };
}
