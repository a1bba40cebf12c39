/** HN-03 and HN-04: exemplars chosen by standards, signed by heads who answer for them, honoured in time. */
import { contentHash } from '../../../../../functions/content-hash.ts';
import type { Dossier, ReviewAction } from '../../../../../functions/domain/dossier.ts';
import { viDateTime } from '../../../../../functions/domain/format.vi.ts';
import { canonicalContent, type Snapshot } from '../../../../../functions/domain/submission.ts';
import { decisionWords } from '../../../../../functions/domain/workbook.ts';
import { planPath } from '../../../../../functions/listing/address.ts';
import { paths } from '../../../../../functions/records.ts';
import { readReport } from '../../../../xlsx/report-lines.ts';
import { medianOf } from '../../../../xlsx/report-lives.ts';
import { exemplarRow, type StoryName } from '../../few-exemplars.ts';
import { reviewDesk } from '../../reviews.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import {
  beRefused,
  type Stored,
  sendNobody,
  sendRows,
  storedOf,
  storedOfAll,
  type Typed,
} from '../../sent-rows.ts';
import { dossiers, type Stage } from '../../stage.ts';
import { city, nameOf, reporting, standards, standardsRows } from './papers.ts';

const nobody = 'HND02';

type Choice = readonly [unitId: string, story: StoryName, standard: string];

const chosen: readonly [Choice, ...Choice[]] = [
  ['001', 'waste', 'CN-01; CN-03'],
  ['002', 'books', 'CN-01'],
  ['HNS01', 'counter', 'CN-02'],
  ['HND01', 'porridge', 'CN-03'],
];

const tell = (stage: Stage, unitId: string, story: StoryName, standard: string): Typed =>
  exemplarRow(
    story,
    { unit: nameOf(stage, unitId), year: stage.period, agreedOn: '01/08/2023' },
    { standard },
  );

/** Those found in August: a unit finds another one later. */
const firstOnes = async (stage: Stage): Promise<Dossier[]> =>
  (await dossiers(stage)).filter(({ id }) => id.endsWith('-001'));

const returned = {
  unitId: 'HND01',
  reason: 'Kết quả chưa nêu số người được giúp, đề nghị ghi bằng số liệu.',
};

const decide = (stage: Stage, key: string): Promise<void> =>
  stage.journal.once(key, async () => {
    await stage.local.tickAndSettle();
    const waiting = (await dossiers(stage)).filter((one) => one.at === city && one.status === 'submitted');
    await reviewDesk(stage, city, waiting, ({ unitId, round }) =>
      unitId === returned.unitId && round === 1
        ? { action: 'return', reason: returned.reason }
        : { action: 'approve', reason: '' },
    );
  });

export const chosenInTime: Scene = {
  ids: ['HN-03'],
  title: 'Xét chọn khách quan theo tiêu chuẩn đã ban hành, công nhận kịp thời; đo được bao nhiêu ngày',
  async play(stage) {
    const { period } = stage;
    await moveTo(stage, at(stage, '08-14'));
    const [first] = chosen;
    const unknown = tell(stage, first[0], first[1], 'CN-09');
    const said = await beRefused(stage, { unitId: first[0], period, rows: [unknown] }, 'tiêu chuẩn lạ');
    if (said.length > 0)
      stage.expect(
        said.some((line) => line.includes('CN-09') && line.includes('CN-01')),
        'viện dẫn tiêu chí không có bị từ chối, kèm tiêu chí gần nhất đang áp dụng',
      );
    await stage.each('Gửi danh sách điển hình', chosen, ([unitId, story, standard]) =>
      sendRows(stage, { unitId, period, rows: [tell(stage, unitId, story, standard)] }),
    );
    await sendNobody(stage, nobody, period);
    await moveTo(stage, at(stage, '08-21'));
    await decide(stage, 'review first');
    await moveTo(stage, at(stage, '09-11'));
    const mended = {
      ...tell(stage, 'HND01', 'porridge', 'CN-03'),
      keyResults: '350 suất mỗi tuần cho 50 người bệnh',
    };
    await sendRows(stage, { unitId: returned.unitId, period, rows: [mended] }, 'sửa');
    await moveTo(stage, at(stage, '09-13'));
    await decide(stage, 'review second');
    await showDecisions(stage);
    await showDays(stage);
  },
};

/** Who decided what, when and why stands with every dossier. */
async function showDecisions(stage: Stage): Promise<void> {
  const all = await firstOnes(stage);
  const decisions = all.flatMap(({ history }) => history.filter(({ unitId }) => unitId === city));
  for (const { at: moment, by, action, reason } of decisions)
    stage.say(
      `${viDateTime(new Date(moment), stage.plan.timeZone)} ${by}: ${decisionWords[action as ReviewAction]}${reason ? ` (${reason})` : ''}`,
    );
  stage.expect(
    all.length === chosen.length &&
      all.every(({ approvals }) => approvals.includes(city)) &&
      decisions.length === chosen.length + 1 &&
      decisions.some(({ action, reason }) => action === 'return' && reason === returned.reason),
    `${all.length} hồ sơ xét xong, mỗi quyết định có người, giờ; một hồ sơ trả lại có lý do, đã sửa`,
  );
}

/** "Khen kịp thời": in the report for staff, and as one line on the public page of the plan. */
async function showDays(stage: Stage): Promise<void> {
  const { plan, period, people } = stage;
  const report = await readReport(stage.local.store, plan.id, period, await people.now());
  const lives = (report?.lives ?? []).filter(({ dossier }) => dossier.id.endsWith('-001'));
  for (const { dossier, unit, days } of lives)
    stage.say(`${dossier.row.values.name} (${unit}): ${days ?? '–'} ngày từ khi gửi đến khi được công nhận`);
  const median = medianOf(lives);
  const ofUnit = report?.lines.find(({ line }) => line.standing.unit.id === returned.unitId);
  stage.expect(
    lives.length === chosen.length && median === 7 && ofUnit?.daysToHonour === 30,
    `báo cáo: một nửa được công nhận trong ${median} ngày; đơn vị bị trả lại mất ${ofUnit?.daysToHonour} ngày`,
  );
  const { html } = await people.page(planPath(plan.id));
  stage.expect(
    html.includes(`một nửa số gương không quá ${median} ngày.`),
    `trang công khai của kế hoạch cũng nói ${median} ngày`,
  );
}

/** The id of a snapshot is the hash of what it holds: whatever was signed can be checked years later. */
const isAsSigned = ({ snapshot: { id, createdAt: _, ...content }, version }: Stored): boolean =>
  contentHash(canonicalContent(content)) === id && version.snapshotId === id;

export const headsAnswer: Scene = {
  ids: ['HN-04'],
  title: 'Người đứng đầu chịu trách nhiệm: ai ký, lúc nào, ký đúng nội dung nào',
  async play(stage) {
    const lists = (
      await Promise.all(
        ['2023.VB', standards, stage.period].map((period) => storedOfAll(stage, reporting(stage), period)),
      )
    ).flat();
    for (const { submission, version } of lists.slice(-5))
      stage.say(
        `${nameOf(stage, submission.unitId)}: ${version.signedName} ký lúc ${viDateTime(new Date(version.signedAt ?? 0), stage.plan.timeZone)}, mã nội dung ${version.snapshotId.slice(0, 12)}…`,
      );
    stage.expect(
      lists.length > 0 &&
        lists.every(({ version }) => version.signedBy && version.signedName && version.signedAt),
      `cả ${lists.length} danh sách có tên thủ trưởng và giờ ký`,
    );
    stage.expect(lists.every(isAsSigned), 'mã của từng bản đã ký đúng bằng mã tính lại từ nội dung');
    const [one] = lists;
    const row = one?.snapshot.rows[0];
    if (!one || !row) return;
    const changed = {
      ...one,
      snapshot: { ...one.snapshot, rows: [{ ...row, values: { ...row.values, name: 'Đã sửa' } }] },
    };
    stage.expect(!isAsSigned(changed), 'đổi một chữ trong bản đã ký thì mã không còn khớp');
  },
};

export const standardsReplaced: Scene = {
  ids: ['HN-02', 'HN-03'],
  title: 'Đơn vị thay quy định tiêu chuẩn: hồ sơ cũ giữ tiêu chuẩn lúc xét, hồ sơ mới theo tiêu chuẩn mới',
  async play(stage) {
    const { period } = stage;
    const [[unitId]] = chosen;
    await moveTo(stage, at(stage, '10-03'));
    const newPaper = { documentNumber: '41/QĐ-UBND', documentDate: '25/09/2023', validFrom: '01/10/2023' };
    const rows = standardsRows(stage, newPaper).map((row) =>
      row.code === 'CN-01'
        ? { ...row, name: 'Có việc làm cụ thể, được từ 20 hộ hoặc 05 đơn vị trở lên học tập' }
        : row,
    );
    await sendRows(stage, { unitId, period: standards, rows }, 'thay');
    await sendRows(
      stage,
      { unitId, period, rows: [tell(stage, unitId, 'guard', 'CN-01')], after: 1 },
      'thêm',
    );
    const now = await storedOf(stage, unitId, standards);
    const [older, newer] = await Promise.all(
      ['001', '002'].map((number) => standardsOf(stage, `${period}-${unitId}-${number}`)),
    );
    const kept = now?.submission.versions.map(({ snapshotId }) => snapshotId) ?? [];
    stage.say(`Các bản quy định đã ký: ${kept.map((id) => id.slice(0, 12)).join(' → ')}`);
    stage.expect(
      kept.length === 2 && now?.version.signedAt !== undefined && kept[0] !== kept[1],
      'quy định mới thay quy định cũ, cả hai bản đã ký còn giữ',
      ['HN-02'],
    );
    stage.expect(
      older !== undefined &&
        older !== now?.version.snapshotId &&
        kept.includes(older) &&
        newer === now?.version.snapshotId,
      'hồ sơ đã xét vẫn viện dẫn bản quy định lúc đó, hồ sơ thêm sau viện dẫn bản mới',
    );
    const [then, today] = await Promise.all([older, newer].map((id) => nameOfCriterion(stage, id, 'CN-01')));
    stage.say(`CN-01 lúc xét: ${then}; nay: ${today}`);
    stage.expect(
      then?.includes('10 hộ') === true && today?.includes('20 hộ') === true,
      'mở bản quy định được viện dẫn thấy đúng câu chữ lúc xét, dù nay đã đổi',
      ['HN-02'],
    );
  },
};

/** Of which signed standards the dossier's cell speaks. */
async function standardsOf({ local, plan }: Stage, dossierId: string): Promise<string | undefined> {
  const dossier = (await local.store.read<Dossier>(paths.dossier(plan.id, dossierId)))?.data;
  const snapshot = dossier && (await local.store.read<Snapshot>(paths.snapshot(dossier.snapshotId)));
  return snapshot?.data.cites?.find(({ row, column }) => row === dossierId && column === 'standard')?.list;
}

async function nameOfCriterion(
  { local }: Stage,
  snapshotId: string | undefined,
  code: string,
): Promise<string | undefined> {
  const list = snapshotId && (await local.store.read<Snapshot>(paths.snapshot(snapshotId)));
  const row = list ? list.data.rows.find(({ values }) => values.code === code) : undefined;
  return row && String(row.values.name);
}
