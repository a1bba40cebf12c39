/** By what a unit calls somebody exemplary, and the plan that goes with its list: BL-07, BL-06, BL-11. */
import type { RowKind } from '../../../../../functions/domain/form.ts';
import { fileLists, isSignedByHeads, rowsOf, storedLists } from '../../filed-lists.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { exemplarsOf, nameOf, periodOf, players } from './desk.ts';

const criteria = [
  {
    code: 'CN-01',
    subject: 'Cá nhân',
    name: 'Có cách làm mới, được từ 10 hộ hoặc 03 đơn vị trở lên học tập, làm theo',
    points: '60',
    mandatory: 'Có',
  },
  {
    code: 'CN-02',
    subject: 'Cá nhân',
    name: 'Gương mẫu trong công tác, lao động, được nơi cư trú nhận xét tốt',
    points: '40',
    mandatory: 'Không',
  },
  {
    code: 'TT-01',
    subject: 'Tập thể',
    name: 'Hoàn thành xuất sắc nhiệm vụ, nội bộ đoàn kết, có phong trào thi đua riêng',
    points: '100',
    mandatory: 'Có',
  },
  {
    code: 'MH-01',
    subject: 'Mô hình',
    name: 'Chạy ổn định từ một năm, có số liệu chứng minh và nơi khác làm theo được',
    points: '100',
    mandatory: 'Có',
  },
];

/** The criterion by which each kind is found. */
const cited: Partial<Record<RowKind, string>> = { individual: 'CN-01', collective: 'TT-01', model: 'MH-01' };

const standardsDay = '01-20';

export const standards: Scene = {
  ids: ['BL-07'],
  title: 'Từng cơ quan, đơn vị ban hành tiêu chí điển hình, thủ trưởng ký',
  async play(stage) {
    await moveTo(stage, at(stage, standardsDay));
    stage.say(
      `Các biểu ngoài danh sách điển hình do bốn đơn vị diễn: ${players(stage)
        .map(({ name }) => name)
        .join(', ')}; các đơn vị khác để trống nên bị nhắc và tính là chưa nộp.`,
    );
    const { lists, refused } = await fileLists(stage, {
      period: periodOf(stage, 'standards', standardsDay),
      units: players(stage),
      slip: { validTo: `31/12/${Number(stage.period) - 1}` },
      linesOf: () =>
        criteria.map((criterion) => ({
          ...criterion,
          documentDate: `10/01/${stage.period}`,
          validFrom: `15/01/${stage.period}`,
          validTo: '',
        })),
    });
    stage.expect(
      isSignedByHeads(lists),
      `${lists.length} đơn vị ban hành ${rowsOf(lists).length} tiêu chí, mỗi bản có chữ ký thủ trưởng`,
    );
    if (refused)
      stage.expect(
        refused.some((message) => message.includes('Hiệu lực đến')),
        'tiêu chí hết hiệu lực trước khi bắt đầu bị từ chối, nêu đúng ô phải sửa',
      );
  },
};

const planDay = '02-07';

export const nurturingPlans: Scene = {
  ids: ['BL-06', 'BL-07', 'BL-11'],
  title: 'Kế hoạch bồi dưỡng, nhân rộng của từng điển hình: tiêu chí, mốc việc, lộ trình khen thưởng',
  async play(stage) {
    await moveTo(stage, at(stage, planDay));
    const units = players(stage);
    const exemplars = await exemplarsOf(stage, units);
    const [first = ''] = (exemplars.get(units[0]?.id ?? '') ?? []).map(nameOf);
    const { lists, refused } = await fileLists(stage, {
      period: periodOf(stage, 'nurturing-plan', planDay),
      units,
      slip: { name: `${first}h`, criterion: 'CN-09' },
      linesOf: ({ id }) =>
        (exemplars.get(id) ?? []).slice(0, 3).map((exemplar, index) => ({
          name: index === 0 ? nameOf(exemplar) : exemplar.id,
          criterion: cited[exemplar.row.kind] ?? '',
          due: `${30 - index}/06/${stage.period}`,
          targetYear: String(Number(stage.period) + 1),
        })),
    });
    if (refused)
      stage.expect(
        refused.some((message) => message.includes(`gần nhất: “${first}”`)) &&
          refused.some((message) => message.includes('“CN-09”') && message.includes('CN-01')),
        'tên điển hình và mã tiêu chí không có đều bị từ chối, kèm những cái gần nhất để ghi lại',
        ['BL-07'],
      );
    const inForce = await storedLists(stage, units, periodOf(stage, 'standards', standardsDay));
    const standardsOf = new Map(inForce.map(({ unit, snapshotId }) => [unit.id, snapshotId]));
    const ofCriteria = lists.flatMap(({ unit, cites }) =>
      cites.filter(({ column }) => column === 'criterion').map(({ list }) => ({ unit, list })),
    );
    const rows = rowsOf(lists);
    stage.expect(
      rows.length > 0 &&
        ofCriteria.length === rows.length &&
        ofCriteria.every(({ unit, list }) => list !== undefined && list === standardsOf.get(unit.id)),
      `${ofCriteria.length} mốc việc đều viện dẫn tiêu chí trong bản tiêu chuẩn đã ký của chính đơn vị`,
      ['BL-07'],
    );
    const ofExemplars = lists.flatMap(({ unit, cites }) =>
      cites
        .filter(({ column }) => column === 'name')
        .map(({ ids }) => ids.every((id) => exemplars.get(unit.id)?.some((one) => one.id === id))),
    );
    stage.expect(
      isSignedByHeads(lists) && ofExemplars.length === rows.length && ofExemplars.every(Boolean),
      `kế hoạch bồi dưỡng của ${lists.length} đơn vị nêu đúng điển hình trong danh sách gửi cùng hạn`,
      ['BL-06'],
    );
    stage.expect(
      rows.length > 0 &&
        rows.every(
          ({ values }) =>
            String(values.targetAward ?? '') !== '' && Number(values.targetYear) > Number(stage.period),
        ),
      `lộ trình của ${rows.length} mốc việc có danh hiệu và năm hướng tới: ${String(rows[0]?.values.targetAward)}, ${String(rows[0]?.values.targetYear)}`,
      ['BL-11'],
    );
  },
};
