/** HN-06 and HN-01: how far the exemplars reach, by what units did to make them known; only those the city recognised are public. */

import { publicIds } from '../../publication.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { beRefused, exampleOf, sendRows, storedOfAll, type Typed } from '../../sent-rows.ts';
import { dossiers, type Stage } from '../../stage.ts';

const log = '2023.TT';

const piece = (stage: Stage, told: Typed): Typed =>
  exampleOf(stage, log, { link: 'https://vidu.vn/nguoi-tot-viec-tot', ...told });

const done: readonly (readonly [unitId: string, told: Typed])[] = [
  [
    '001',
    {
      exemplar: 'Trần Thị Lụa',
      channel: 'Trang, cổng thông tin điện tử',
      name: 'Tổ dân phố không rác tồn đọng',
      outlet: 'Trang thông tin điện tử quận',
      publishedOn: '20/09/2023',
      minutes: '',
      people: '4200',
    },
  ],
  [
    '001',
    {
      exemplar: 'Trần Thị Lụa',
      channel: 'Tham quan, học tập kinh nghiệm',
      name: 'Đoàn 6 phường đến xem cách phân loại rác',
      outlet: 'Tổ dân phố 4',
      publishedOn: '14/10/2023',
      words: '',
      minutes: '120',
      people: '85',
      link: '',
    },
  ],
  [
    '002',
    {
      exemplar: 'Mô hình “Tủ sách trước cổng trường”',
      channel: 'Đài phát thanh, truyền hình',
      name: 'Tủ sách giờ tan trường',
      outlet: 'Đài Phát thanh và Truyền hình',
      publishedOn: '02/11/2023',
      words: '',
      minutes: '8',
      people: '12000',
    },
  ],
];

export const reached: Scene = {
  ids: ['HN-06'],
  title: 'Điển hình được công nhận có sức lan tỏa: bao nhiêu lượt xem, bao nhiêu đoàn đến học',
  async play(stage) {
    await moveTo(stage, at(stage, '12-05'));
    const units = [...new Set(done.map(([unitId]) => unitId))];
    const unknown = [piece(stage, { exemplar: 'Phạm Văn Không Có', publishedOn: '01/11/2023' })];
    const said = await beRefused(stage, { unitId: '002', period: log, rows: unknown }, 'nhật ký');
    if (said.length > 0)
      stage.expect(
        said.some((line) => line.includes('Phạm Văn Không Có')),
        'ghi công tuyên truyền cho người không có trong danh sách bị từ chối',
      );
    await stage.each('Gửi nhật ký tuyên truyền', units, (unitId) =>
      sendRows(stage, {
        unitId,
        period: log,
        rows: done.filter(([id]) => id === unitId).map(([, told]) => piece(stage, told)),
      }),
    );
    const stored = await storedOfAll(stage, units, log);
    const rows = stored.flatMap(({ snapshot }) => snapshot.rows);
    const honoured = new Set(
      (await dossiers(stage)).filter(({ approvals }) => approvals.includes('01')).map(({ id }) => id),
    );
    const named = stored.flatMap(({ snapshot }) => (snapshot.cites ?? []).flatMap(({ ids }) => ids));
    const people = rows.reduce((sum, { values }) => sum + Number(values.people ?? 0), 0);
    const wanted = done.reduce((sum, [, { people: count }]) => sum + Number(count), 0);
    for (const { values } of rows) stage.say(`${values.channel}: ${values.name}, ${values.people} người`);
    stage.expect(
      people === wanted && named.length === rows.length && named.every((id) => honoured.has(id)),
      `${rows.length} tin bài, chuyến học tập đã ký, đều về điển hình Thành phố đã công nhận, đến với ${people} người`,
    );
    stage.expect(
      rows.length === done.length &&
        stored.every(({ version }) => version.signedAt !== undefined && !version.late),
      `nhật ký của ${stored.length} đơn vị cho thấy kế hoạch tuyên truyền đã được làm`,
      ['HN-01'],
    );
    const shown = await publicIds(stage);
    const results = (await dossiers(stage)).filter(({ id }) => shown.has(id));
    stage.expect(
      shown.size === honoured.size &&
        results.every(
          ({ id, row }) =>
            honoured.has(id) && /\d/.test(String(row.values.keyResults)) && row.values.impactScope,
        ),
      `${shown.size} điển hình trên trang công khai đều đã được Thành phố công nhận, có số liệu và phạm vi ảnh hưởng`,
    );
  },
};
