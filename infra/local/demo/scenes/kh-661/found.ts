/** KH661-1: found in the communes, chosen by the district, recognised by the province, and nothing typed twice. */
import type { Dossier } from '../../../../../functions/domain/dossier.ts';
import { isSameRow } from '../../../../../functions/domain/submission.ts';
import { exemplarRow, type StoryName } from '../../few-exemplars.ts';
import { reviewDesk } from '../../reviews.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { sendAsItStands, sendNobody, sendRows, storedOf, storedOfAll } from '../../sent-rows.ts';
import { dossiers, type Stage } from '../../stage.ts';

export const province = 'T00';
/** The exemplar whose whole way is told. */
export const ourExemplar = '2023-X101-001';

const found: readonly (readonly [unitId: string, story: StoryName])[] = [
  ['X101', 'waste'],
  ['X102', 'books'],
  ['X201', 'porridge'],
  ['X302', 'guard'],
];

const telling = (stage: Stage, unitId: string) => ({
  unit: stage.tree.get(unitId)?.name ?? '',
  year: stage.period,
  agreedOn: '15/04/2023',
});

const decide = async (stage: Stage, desk: string, action: 'promote' | 'approve'): Promise<void> =>
  stage.journal.once(`review ${desk}`, async () => {
    await stage.local.tickAndSettle();
    const waiting = (await dossiers(stage)).filter((one) => one.at === desk && one.status === 'submitted');
    await reviewDesk(stage, desk, waiting, () => ({ action, reason: '' }));
  });

export const foundAndHonoured: Scene = {
  ids: ['KH661-1'],
  title: 'Phát hiện: xã, phường gửi danh sách; huyện chọn, tỉnh công nhận, không ai phải chép lại',
  async play(stage) {
    await moveTo(stage, at(stage, '04-18'));
    const communes = stage.plan.units.filter(({ kind }) => kind === 'commune');
    const finders = new Map(found);
    await stage.each('Xã, phường gửi danh sách', communes, async ({ id }) => {
      const story = finders.get(id);
      if (!story) return sendNobody(stage, id, stage.period);
      await sendRows(stage, {
        unitId: id,
        period: stage.period,
        rows: [exemplarRow(story, telling(stage, id))],
      });
    });
    await sendRows(stage, {
      unitId: 'S01',
      period: stage.period,
      rows: [exemplarRow('counter', telling(stage, 'S01'), { consent: 'Chưa hỏi', consentDate: '' })],
    });
    const lists = await storedOfAll(
      stage,
      communes.map(({ id }) => id),
      stage.period,
    );
    const nobody = lists.filter(({ snapshot }) => snapshot.nil).length;
    stage.say(
      `${lists.length} xã, phường đã gửi: ${lists.length - nobody} có gương, ${nobody} báo không có.`,
    );
    stage.expect(
      lists.length === communes.length && lists.every(({ version }) => version.signedAt !== undefined),
      `cả ${lists.length} danh sách của xã, phường có chữ ký, trước hạn`,
    );
    await moveTo(stage, at(stage, '04-25'));
    const districts = stage.plan.units.filter(({ kind }) => kind === 'district');
    await stage.each('Huyện chọn', districts, ({ id }) => decide(stage, id, 'promote'));
    await moveTo(stage, at(stage, '05-04'));
    await stage.each('Huyện gửi tỉnh', districts, ({ id }) => sendAsItStands(stage, id, stage.period));
    await decide(stage, province, 'approve');
    await showHonoured(stage);
  },
};

async function showHonoured(stage: Stage): Promise<void> {
  const honoured = (await dossiers(stage)).filter(({ approvals }) => approvals.includes(province));
  const asTyped = await Promise.all(honoured.map((dossier) => isAsTyped(stage, dossier)));
  stage.expect(
    honoured.length === found.length + 1 && asTyped.every((isSame) => isSame),
    `tỉnh công nhận ${honoured.length} gương đúng từng chữ như cơ sở đã ghi, không cấp nào chép lại`,
  );
}

async function isAsTyped(stage: Stage, { unitId, id, row }: Dossier): Promise<boolean> {
  const sent = await storedOf(stage, unitId, stage.period);
  const typed = sent?.snapshot.rows.find((one) => one.id === id);
  return typed !== undefined && isSameRow(typed, row);
}
