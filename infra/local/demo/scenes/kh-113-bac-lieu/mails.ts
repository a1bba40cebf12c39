/** What people were told, and when: reminders over the whole year, and BL-13. */
import { countMails } from '../../mail-count.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { outbox } from '../../stage.ts';
import { toProvince } from './province.ts';

export const reminders: Scene = {
  ids: ['BL-01', 'BL-06'],
  title: 'Nhắc hạn: mỗi người một thư một ngày, không ai bị nhắc sau khi đã nộp',
  play: countMails,
};

export const traditionDay: Scene = {
  ids: ['BL-13'],
  title: 'Giới thiệu gương để khen thưởng dịp 11/6',
  async play(stage) {
    await moveTo(stage, at(stage, '06-11'));
    const told = (await outbox(stage)).filter(
      ({ kind, text }) => kind === 'dailyDigest' && text.includes('11/6'),
    );
    const units = stage.plan.units.filter(({ kind }) =>
      (toProvince as readonly string[]).includes(kind),
    ).length;
    stage.say(`${told.length} người nhận lời nhắc dịp 11/6 (${units} đơn vị).`);
    stage.expect(told.length >= units, 'mọi đơn vị được nhắc dịp 11/6 trước mười ngày làm việc');
  },
};
