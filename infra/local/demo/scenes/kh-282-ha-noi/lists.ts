/** HN-10, HN-07, HN-08: exemplars with movement and kind of achievement, nurturing plans, what launches and sums up. */
import { currentVersion } from '../../../../../functions/domain/submission.ts';
import { fileLists, isSignedByHeads, rowsOf } from '../../filed-lists.ts';
import { publicIds } from '../../publication.ts';
import { reviewDesk } from '../../reviews.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { dossiers, submissions } from '../../stage.ts';
import { city, districts, reporting } from './cast.ts';
import { exemplarLine, told } from './exemplars.ts';

const distinct = (values: readonly unknown[]): string[] => [...new Set(values.map(String))].sort();

export const exemplarLists: Scene = {
  ids: ['HN-10'],
  title:
    'Các đơn vị giới thiệu điển hình, mỗi điển hình ghi phong trào và loại thành tích; Thành phố duyệt, công khai',
  async play(stage) {
    await moveTo(stage, at(stage, '03-12'));
    const units = reporting(stage);
    const indexOf = new Map(units.map(({ id }, index) => [id, index]));
    const { lists, refused } = await fileLists(stage, {
      period: stage.period,
      units,
      linesOf: ({ id }) => [exemplarLine(indexOf.get(id) ?? 0)],
      slip: { awardTrack: 'Hằng năm', movement: '' },
    });
    if (refused)
      stage.expect(
        refused.some((message) => message.includes('Loại thành tích') && message.includes('Đột xuất')),
        'loại thành tích ngoài danh mục bị trả lại, có nêu các loại để chọn',
      );
    const rows = rowsOf(lists);
    const tracks = distinct(rows.map(({ values }) => values.awardTrack));
    stage.expect(
      rows.length === told.length &&
        rows.every(({ values }) => values.movement !== undefined && values.awardTrack),
      `${rows.length} điển hình đều ghi phong trào; loại thành tích: ${tracks.join(', ').toLowerCase()}`,
    );
    stage.expect(
      ['Chuyên đề', 'Thường xuyên', 'Đột xuất'].every((track) => tracks.includes(track)),
      'có đủ thành tích thường xuyên, đột xuất và chuyên đề',
    );
    stage.expect(
      isSignedByHeads(lists),
      `người đứng đầu ${lists.length} đơn vị ký danh sách của mình, tên và giờ ký được giữ`,
    );
    await stage.local.tickAndSettle();
    await stage.journal.once('review exemplars', async () => {
      const waiting = (await dossiers(stage)).filter(({ status }) => status === 'submitted');
      await reviewDesk(stage, city, waiting, () => ({ action: 'approve', reason: '' }));
    });
    await stage.local.tickAndSettle();
    const all = await dossiers(stage);
    const sudden = all.filter(({ row }) => row.values.awardTrack === 'Đột xuất');
    const dayOf = (instant: string | undefined): string => (instant ?? '').slice(0, 10);
    stage.expect(
      sudden.length > 0 &&
        sudden.every(({ history }) => {
          const sent = history.find(({ action }) => action === 'submit');
          const approved = history.find(({ action }) => action === 'approve');
          return approved !== undefined && dayOf(sent?.at) === dayOf(approved.at);
        }),
      `${sudden.length} thành tích đột xuất được duyệt ngay trong ngày danh sách đến`,
    );
    const shown = await publicIds(stage);
    const agreed = all.filter(({ row }) => String(row.values.consent).startsWith('Đồng ý'));
    stage.expect(
      shown.size === agreed.length && agreed.length < all.length && agreed.every(({ id }) => shown.has(id)),
      `${shown.size} điển hình đã đồng ý có trên trang công khai; ${all.length - agreed.length} điển hình chưa hỏi thì không`,
    );
  },
};

export const nurturingPlans: Scene = {
  ids: ['HN-07'],
  title: 'Kế hoạch bồi dưỡng với tiêu chí, lộ trình và trách nhiệm cụ thể',
  async play(stage) {
    await moveTo(stage, at(stage, '04-02'));
    const units = reporting(stage).slice(0, 4);
    const nameOf = new Map(units.map(({ id }, index) => [id, told[index]?.name ?? '']));
    const { lists, refused } = await fileLists(stage, {
      period: `${stage.period}.BD`,
      units,
      linesOf: ({ id, name }) =>
        [
          ['Ghi lại cách làm thành tài liệu một trang', '31/05/2024'],
          ['Hướng dẫn hai tổ dân phố khác cùng làm', '30/09/2024'],
        ].map(([milestone = '', due = '']) => ({
          name: nameOf.get(id) ?? '',
          criterion: 'Có cách làm mới, được nơi khác làm theo',
          milestone,
          due,
          responsible: `Ban Thi đua – Khen thưởng, ${name}`,
          targetAward: 'Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố',
          targetYear: '2025',
        })),
      slip: { name: 'Lê Thanh Thủy', responsible: '', criterion: '' },
    });
    if (refused)
      stage.expect(
        refused.some((message) => message.includes('Lê Thị Thanh Thủy')) &&
          ['Tiêu chí', 'phụ trách'].every((word) => refused.some((message) => message.includes(word))),
        'dòng thiếu tiêu chí, thiếu người phụ trách, sai tên điển hình bị trả lại một lần, kèm tên gần nhất',
      );
    const rows = rowsOf(lists);
    stage.expect(
      rows.length === 2 * units.length &&
        rows.every(({ values }) =>
          ['criterion', 'milestone', 'due', 'responsible'].every((key) => String(values[key] ?? '') !== ''),
        ),
      `${rows.length} mốc việc của ${units.length} điển hình đều có tiêu chí, lộ trình, thời hạn và người phụ trách`,
    );
    const cited = lists.flatMap(({ cites }) => cites.filter(({ column }) => column === 'name'));
    const named = new Set(cited.flatMap(({ ids }) => ids));
    const models = (await dossiers(stage)).filter(({ id, row }) => named.has(id) && row.kind === 'model');
    stage.expect(
      cited.length === rows.length && cited.every(({ ids }) => ids.length === 1) && models.length > 0,
      `mỗi mốc nối với đúng một điển hình đã nộp, trong đó có mô hình mới “${models[0]?.row.values.name}”`,
    );
    stage.expect(isSignedByHeads(lists), `thủ trưởng ${lists.length} đơn vị đã ký kế hoạch`);
  },
};

const movements = ['Thường xuyên', 'Theo đợt', 'Theo chuyên đề'] as const;

export const papersOfUnits: Scene = {
  ids: ['HN-08', 'HN-10'],
  title: 'Phát động thi đua làm theo, kịp thời tổng kết mô hình, điển hình',
  async play(stage) {
    await moveTo(stage, at(stage, '12-04'));
    const units = districts(stage);
    const indexOf = new Map(units.map(({ id }, index) => [id, index]));
    const { lists, refused } = await fileLists(stage, {
      period: `${stage.period}.VB`,
      units,
      linesOf: ({ id, name }) => [
        {
          documentKind: 'Phát động thi đua',
          name: `Phát động thi đua làm theo điển hình tiên tiến của ${name}`,
          documentNumber: '41/KH-UBND',
          documentDate: '15/04/2024',
          movementType: movements[indexOf.get(id) ?? 0] ?? 'Thường xuyên',
          note: '',
        },
        {
          documentKind: 'Báo cáo tổng kết',
          name: `Tổng kết mô hình, điển hình tiên tiến năm 2024 của ${name}`,
          documentNumber: '236/BC-UBND',
          documentDate: '25/11/2024',
          movementType: '',
          note: 'Hai phường đã tham quan, làm theo; đề nghị khen một tập thể, một cá nhân',
        },
      ],
      slip: { movementType: '', documentNumber: 'Số 41' },
    });
    if (refused)
      stage.expect(
        refused.some((message) => message.includes('Hình thức thi đua')) &&
          refused.some((message) => message.includes('“Số 41”')),
        'văn bản phát động không nói loại thi đua, số văn bản viết sai bị trả lại cùng lúc',
        ['HN-10'],
      );
    const rows = rowsOf(lists);
    const launched = rows.filter(({ values }) => values.documentKind === 'Phát động thi đua');
    const kinds = distinct(launched.map(({ values }) => values.movementType));
    stage.expect(
      movements.every((kind) => kinds.includes(kind)),
      `${launched.length} văn bản phát động, đủ ba loại: ${kinds.join(', ').toLowerCase()}`,
      ['HN-10'],
    );
    const both = lists.filter(({ rows: own }) =>
      ['Phát động thi đua', 'Báo cáo tổng kết'].every((kind) =>
        own.some(({ values }) => values.documentKind === kind && values.link !== undefined),
      ),
    );
    stage.expect(
      both.length === units.length && isSignedByHeads(lists),
      `${both.length} quận đều có văn bản phát động làm theo và báo cáo tổng kết trong năm, có liên kết và chữ ký thủ trưởng`,
      ['HN-08'],
    );
    const sent = await submissions({ ...stage, period: `${stage.period}.VB` });
    stage.expect(
      sent.length === units.length && sent.every((one) => !currentVersion(one).late),
      'văn bản đến trước hạn 15/12',
      ['HN-08'],
    );
  },
};
