/** NH-04, NH-07 and NH-09: what the portal and the radio take, and the culture officer's log of all that was done. */

import { columnOf } from '../../../../../functions/domain/form.ts';
import { publicityLogForm } from '../../../../../functions/domain/forms/publicity-log.ts';
import { periodLabel } from '../../../../../functions/domain/period.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { beRefused, exampleOf, sendRows, storedOf, type Typed } from '../../sent-rows.ts';
import type { Stage } from '../../stage.ts';
import { dossierOf } from './council.ts';
import { approved, chosen, officer } from './month.ts';

const shownNames = ['Trần Thị Lụa', 'Tổ nấu cháo tình thương Hoa Sen'];
const hiddenNames = ['Lê Quốc Hưng', 'Nhóm thiện nguyện Bình Minh'];

const onlyApproved = (text: string): boolean =>
  shownNames.every((name) => text.includes(name)) && !hiddenNames.some((name) => text.includes(name));

export const onTheAir: Scene = {
  ids: ['NH-04'],
  title: 'Giới thiệu trên Cổng thông tin điện tử và đài truyền thanh',
  async play(stage) {
    const radio = await stage.people.page(`/phat-thanh/${stage.period}.txt`);
    for (const line of radio.html.split('\n').slice(0, 7)) stage.say(line);
    stage.expect(
      radio.status === 200 && onlyApproved(radio.html),
      `bản đọc phát thanh ${periodLabel(stage.period)} có đúng các gương đã duyệt, không có ai khác`,
    );
    const feed = await stage.people.page('/nguon.xml');
    stage.expect(
      feed.status === 200 && onlyApproved(feed.html),
      'nguồn tin để Cổng thông tin điện tử lấy bài có đúng các gương đó',
    );
  },
};

const pieces: readonly Typed[] = [
  {
    channel: 'Trang, cổng thông tin điện tử',
    name: 'Tổ dân phố không rác tồn đọng',
    exemplar: 'Trần Thị Lụa',
    words: '620',
    minutes: '',
  },
  {
    channel: 'Đài truyền thanh cơ sở',
    name: 'Người tốt việc tốt: nồi cháo sớm mai',
    exemplar: 'Tổ nấu cháo tình thương Hoa Sen',
    words: '',
    minutes: '6',
    link: '',
  },
  {
    channel: 'Đài truyền thanh cơ sở',
    name: 'Người tốt việc tốt: bà Lụa phân loại rác',
    exemplar: 'Trần Thị Lụa',
    words: '',
    minutes: '5',
    link: '',
  },
  {
    channel: 'Sinh hoạt, hội họp',
    name: 'Kể chuyện gương tại họp tổ dân phố 4',
    exemplar: 'Trần Thị Lụa',
    words: '',
    minutes: '20',
    people: '46',
    link: '',
  },
  {
    channel: 'Tuyên truyền miệng',
    name: 'Báo cáo viên nói chuyện đầu tuần',
    exemplar: 'Trần Thị Lụa; Tổ nấu cháo tình thương Hoa Sen',
    words: '',
    minutes: '15',
    people: '60',
    link: '',
  },
  {
    channel: 'Văn hóa, văn nghệ',
    name: 'Tiểu phẩm “Nồi cháo đầu ngõ” tối văn nghệ',
    exemplar: 'Tổ nấu cháo tình thương Hoa Sen',
    words: '',
    minutes: '12',
    people: '150',
    link: '',
  },
  {
    channel: 'Cổ động trực quan',
    name: 'Áp phích phân loại rác tại nhà văn hóa',
    exemplar: '',
    words: '',
    minutes: '',
    people: '',
    link: '',
  },
];

const toRow = (stage: Stage, told: Typed, index: number): Typed =>
  exampleOf(stage, `${stage.period}.TT`, {
    outlet: 'Phường Ninh Hà',
    publishedOn: `${20 + (index % 3)}/01/2025`,
    link: 'https://vidu.vn/guong-sang',
    people: '',
    ...told,
  });

export const logged: Scene = {
  ids: ['NH-07', 'NH-09'],
  title: 'Công chức Văn hóa – xã hội ghi nhật ký tuyên truyền; đếm theo hình thức và tháng',
  async play(stage) {
    const log = `${stage.period}.TT`;
    await moveTo(stage, at(stage, '23'));
    const wrong = toRow(stage, { ...pieces[0], exemplar: 'Nguyễn Văn Chưa Duyệt' }, 0);
    const said = await beRefused(stage, { unitId: officer, period: log, rows: [wrong] }, 'nhật ký');
    if (said.length > 0)
      stage.expect(
        said.some((line) => line.includes('Nguyễn Văn Chưa Duyệt')),
        'tuyên truyền người chưa được phường duyệt thì không ghi được vào nhật ký',
        ['NH-07'],
      );
    const rows = pieces.map((told, index) => toRow(stage, told, index));
    await sendRows(stage, { unitId: officer, period: log, rows });
    const list = await storedOf(stage, officer, log);
    const stored = list?.snapshot.rows.map(({ values }) => values) ?? [];
    const sum = (key: string, some = stored): number =>
      some.reduce((total, values) => total + Number(values[key] ?? 0), 0);
    const byChannel = Map.groupBy(stored, ({ channel }) => String(channel));
    stage.say(`${periodLabel(stage.period)}, theo hình thức:`);
    for (const [channel, some] of byChannel)
      stage.say(
        `    ${channel}: ${some.length} lần, ${sum('minutes', some)} phút, ${sum('words', some)} chữ`,
      );
    stage.expect(
      list?.version.signedAt !== undefined &&
        stored.length === pieces.length &&
        sum('minutes') === pieces.reduce((total, { minutes }) => total + Number(minutes), 0) &&
        sum('words') === 620,
      `nhật ký tháng đã ký: ${stored.length} tin bài, hoạt động, ${sum('minutes')} phút phát, ${sum('words')} chữ`,
      ['NH-07'],
    );
    const named = new Set((list?.snapshot.cites ?? []).flatMap(({ ids }) => ids));
    const wanted = [chosen, approved].map((unitId) => dossierOf(stage, unitId));
    stage.expect(
      named.size === wanted.length && wanted.every((id) => named.has(id)),
      `mọi lần giới thiệu gắn đúng hồ sơ của ${named.size} điển hình đã duyệt`,
      ['NH-07'],
    );
    const offered = columnOf(publicityLogForm, 'channel')?.choices ?? [];
    stage.expect(
      byChannel.size >= 6 && [...byChannel.keys()].every((channel) => offered.includes(channel)),
      `${byChannel.size} hình thức khác nhau: Cổng, đài, sinh hoạt, miệng, văn nghệ, cổ động trực quan`,
      ['NH-09'],
    );
  },
};
