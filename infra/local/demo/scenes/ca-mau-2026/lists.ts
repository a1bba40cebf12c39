/** What communes, clusters, agencies and enterprises send to the province: CM-01 to CM-05. */
import { currentVersion } from '../../../../../functions/domain/submission.ts';
import { staffEmail } from '../../../samples/people.ts';
import { tabOf } from '../../../trial.ts';
import { uploadPaper } from '../../lists.ts';
import { at, type Cast, moveTo, type Scene, sendLists, summarise, withOutcome } from '../../scene.ts';
import { castOf, type Stage, submissions } from '../../stage.ts';
import { othersOf } from './carried.ts';

async function withPapers(stage: Stage, cast: Cast): Promise<Cast> {
  const ready: Cast = [];
  await stage.each('Tải kế hoạch bồi dưỡng', cast, async ({ unit, script }) => {
    ready.push({ unit, script: await uploadPaper(stage, unit, script) });
  });
  return ready;
}

export const communeLists: Scene = {
  ids: ['CM-01'],
  title: 'Xã, phường lập danh sách 05–06 gương, gửi thẳng tỉnh chậm nhất ngày 31/01',
  async play(stage) {
    const cast = await withPapers(stage, await othersOf(stage, ['commune']));
    await sendLists(stage, withOutcome(cast, 'on-time'), 'xã, phường');
    await moveTo(stage, at(stage, '02-02', '09:00'));
    await sendLists(stage, withOutcome(cast, 'late'), 'xã, phường nộp trễ');
    await summarise(stage, castOf(stage, ['commune']));
    const late = new Set(withOutcome(cast, 'late').map(({ unit }) => unit.id));
    const sent = (await submissions(stage)).filter(({ unitId }) => late.has(unitId));
    stage.expect(
      sent.length === late.size && sent.every(({ versions }) => versions[0]?.late),
      `${late.size} danh sách đến ngày 02/02 được nhận và ghi là trễ`,
    );
  },
};

const organisations = ['cluster', 'agency', 'enterprise'] as const;
const dutyOf = { cluster: 'CM-02', agency: 'CM-03', enterprise: 'CM-04' } as const;

export const organisationLists: Scene = {
  ids: ['CM-02', 'CM-03', 'CM-04', 'CM-05'],
  title: 'Cụm, khối, cơ quan, doanh nghiệp gửi tỉnh trước ngày 15/02, kèm kế hoạch bồi dưỡng',
  async play(stage) {
    await moveTo(stage, at(stage, '02-06'));
    const all = await withPapers(stage, castOf(stage, organisations));
    const quiet = all.findLast(({ unit }) => unit.kind === 'enterprise')?.unit;
    const cast = all.filter(({ unit }) => unit !== quiet);
    await sendLists(stage, withOutcome(cast, 'on-time'), 'gửi tỉnh');
    if (quiet) await reportNobody(stage, quiet.id, quiet.name);
    await moveTo(stage, at(stage, '02-23', '09:00'));
    await sendLists(stage, withOutcome(cast, 'late'), 'gửi tỉnh, trễ');
    for (const kind of organisations) {
      stage.say(`${stage.plan.unitKinds[kind]?.name}:`);
      const ofKind = cast.filter(({ unit }) => unit.kind === kind);
      await summarise(stage, ofKind, [dutyOf[kind]]);
    }
    const sent = await submissions(stage);
    const snapshots = await stage.local.store.readMany<{ attachment: unknown; nil: boolean }>(
      sent.map((submission) => `snapshots/${currentVersion(submission).snapshotId}`),
    );
    const lists = snapshots.flatMap((snapshot) => (snapshot && !snapshot.data.nil ? [snapshot.data] : []));
    stage.expect(
      lists.length > 0 && lists.every(({ attachment }) => attachment !== null),
      `cả ${lists.length} danh sách gửi tỉnh đều kèm kế hoạch bồi dưỡng, nhân rộng`,
      ['CM-05'],
    );
    stage.expect(
      snapshots.filter((snapshot) => snapshot?.data.nil).length === 1,
      `${quiet?.name} báo không có trường hợp, được ghi là đã nộp`,
      ['CM-04'],
    );
  },
};

async function reportNobody(stage: Stage, unitId: string, name: string): Promise<void> {
  await stage.journal.once(`nobody ${unitId}`, async () => {
    const { spreadsheetId } = tabOf(stage.workbooks, unitId);
    const { body } = await stage.people.press(staffEmail('clerk', unitId), 'submit', {
      spreadsheetId,
      unit: unitId,
      nil: true,
    });
    if (!body.ok) throw new Error(`${name}: ${body.message}`);
    await stage.local.queue.idle();
    await stage.people.answerSignOff(staffEmail('head', unitId), name, 'sign', '');
    await stage.local.queue.idle();
  });
}
