/** Whom the lists speak of: where each was found and what it has registered for the year, BL-12 and BL-08. */
import { isOffList } from '../../../../../functions/domain/dossier.ts';
import { columnOf } from '../../../../../functions/domain/form.ts';
import { exemplarForm } from '../../../../../functions/domain/forms/exemplar.ts';
import type { Scene } from '../../scene.ts';
import { dossiers } from '../../stage.ts';

/** Found by being honoured before, as KH 113 (II.2) says first. */
const honoured = ['Đại hội thi đua yêu nước', 'Họp mặt tuyên dương'];

export const found: Scene = {
  ids: ['BL-08', 'BL-12'],
  title: 'Điển hình từ Đại hội, từ Nhân dân; đăng ký thi đua trong năm',
  async play(stage) {
    const all = (await dossiers(stage)).filter((dossier) => !isOffList(dossier));
    const words = columnOf(exemplarForm, 'source')?.choices ?? [];
    const bySource = Map.groupBy(all, ({ row }) => String(row.values.source ?? ''));
    for (const [word, mine] of bySource) stage.say(`${word}: ${mine.length} điển hình`);
    stage.expect(
      all.length > 0 &&
        [...bySource.keys()].every((word) => words.includes(word)) &&
        ['Nhân dân giới thiệu', ...honoured].every((word) => bySource.has(word)),
      `cả ${all.length} điển hình ghi nguồn phát hiện, có điển hình đã tuyên dương và do Nhân dân giới thiệu`,
      ['BL-12'],
    );
    const pledges = all.flatMap(({ row }) => {
      const pledge = String(row.values.pledge ?? '');
      return pledge === '' ? [] : [{ pledge, isHonoured: honoured.includes(String(row.values.source)) }];
    });
    const ofHonoured = pledges.filter(({ isHonoured }) => isHonoured);
    stage.say(`Ví dụ: “${pledges[0]?.pledge}”`);
    stage.expect(
      ofHonoured.length > 0 && ofHonoured.length < pledges.length,
      `${pledges.length}/${all.length} điển hình có nội dung đăng ký thi đua năm ${stage.period}, trong đó ${ofHonoured.length} gương đã được tuyên dương đăng ký cùng các điển hình khác`,
      ['BL-08'],
    );
    const { html } = await stage.people.page('/du-lieu/guong.json');
    stage.expect(
      html.includes('"rows"') && pledges.every(({ pledge }) => !html.includes(pledge)),
      'điều đăng ký chỉ dùng trong nội bộ, không có trong dữ liệu mở',
      ['BL-08'],
    );
  },
};
