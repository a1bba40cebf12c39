/** What stands beside the lists when the year ends: the log of publicity and visits, the unit's papers; BL-04, BL-09, BL-11, BL-15. */
import { launchPaper } from '../../../../../functions/domain/forms/unit-document.ts';
import { fileLists, isSignedByHeads, rowsOf } from '../../filed-lists.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import type { Stage } from '../../stage.ts';
import { exemplarsOf, periodOf, players } from './desk.ts';

const visit = 'Tham quan, học tập kinh nghiệm';
const logDay = '12-04';

export const publicityLog: Scene = {
  ids: ['BL-09', 'BL-15'],
  title: 'Nhật ký tuyên truyền: tham quan, học tập kinh nghiệm, tin bài, phát thanh',
  async play(stage) {
    await moveTo(stage, at(stage, logDay));
    const units = players(stage);
    const exemplars = await exemplarsOf(stage, units);
    const { lists, refused } = await fileLists(stage, {
      period: periodOf(stage, 'publicity-log', logDay),
      units,
      slip: { publishedOn: `20/12/${stage.period}` },
      linesOf: ({ id, name }) => {
        const [first, second = first] = exemplars.get(id) ?? [];
        return [
          {
            publishedOn: `16/07/${stage.period}`,
            channel: visit,
            name: `Đoàn của ${name} học cách làm tại nơi có điển hình`,
            exemplar: first?.id ?? '',
            outlet: 'Huyện Hồng Dân',
            link: '',
            minutes: '',
            words: '',
            people: '40',
          },
          {
            publishedOn: `20/08/${stage.period}`,
            channel: 'Đài phát thanh, truyền hình',
            name: `Giới thiệu điển hình tiên tiến của ${name}`,
            exemplar: second?.id ?? '',
            words: '',
          },
        ];
      },
    });
    if (refused)
      stage.expect(
        refused.some((message) => message.includes(`20/12/${stage.period}`)),
        'chuyến tham quan ghi ngày chưa tới bị từ chối',
        ['BL-09'],
      );
    const rows = rowsOf(lists);
    const visits = rows.filter(({ values }) => values.channel === visit);
    const cited = new Set(lists.flatMap(({ cites }) => cites.map(({ row }) => row)));
    const came = visits.reduce((sum, { values }) => sum + Number(values.people), 0);
    stage.expect(
      isSignedByHeads(lists) && visits.length === lists.length && visits.every(({ id }) => cited.has(id)),
      `${visits.length} chuyến tham quan, ${came} lượt người, mỗi chuyến nêu điển hình có trong danh sách`,
      ['BL-09'],
    );
    stage.expect(
      rows.length > visits.length && cited.size === rows.length,
      `${rows.length - visits.length} tin bài, chương trình đều gắn với một điển hình đã đăng ký`,
      ['BL-09', 'BL-15'],
    );
  },
};

const paperDay = '12-08';

export const papersOfUnits: Scene = {
  ids: ['BL-04', 'BL-11'],
  title: 'Sơ kết, tổng kết hằng năm; văn bản phát động phong trào',
  async play(stage) {
    await moveTo(stage, at(stage, paperDay));
    const { lists, refused } = await fileLists(stage, {
      period: periodOf(stage, 'unit-document', paperDay),
      units: players(stage),
      slip: { documentKind: launchPaper, movementType: '' },
      linesOf: ({ kind }) => [
        ...(kind === 'agency' ? [launch(stage)] : []),
        {
          documentKind: 'Báo cáo tổng kết',
          name: `Tổng kết việc phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến năm ${stage.period}`,
          documentNumber: '210/BC',
          documentDate: `05/12/${stage.period}`,
          movementType: '',
        },
      ],
    });
    const rows = rowsOf(lists);
    const reports = rows.filter(({ values }) => values.documentKind === 'Báo cáo tổng kết');
    const launches = rows.filter(({ values }) => values.documentKind === launchPaper);
    if (refused)
      stage.expect(
        refused.some((message) => message.includes('Hình thức thi đua')),
        'văn bản phát động không ghi hình thức thi đua bị từ chối',
        ['BL-04'],
      );
    stage.expect(
      isSignedByHeads(lists) &&
        reports.length === lists.length &&
        reports.every(({ values }) => [values.documentNumber, values.signer, values.link].every(Boolean)),
      `${reports.length} báo cáo tổng kết có số, ngày, người ký, liên kết tới bản đã ký`,
      ['BL-11'],
    );
    stage.expect(
      launches.length > 0 && launches.every(({ values }) => values.movementType === 'Theo đợt'),
      'cơ quan chủ trì phong trào có văn bản phát động, ghi rõ thi đua theo đợt',
      ['BL-04'],
    );
  },
};

const launch = ({ period }: Stage) => ({
  documentKind: launchPaper,
  name: `Phát động thi đua học tập, làm theo điển hình tiên tiến năm ${period}`,
  documentNumber: '45/KH',
  documentDate: `03/03/${period}`,
  movementType: 'Theo đợt',
});
