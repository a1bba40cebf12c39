/** What people were told, and when: reminders over the whole year, and the days of BL-13 and BL-14. */

import { staffEmail } from '../../../samples/people.ts';
import { countMails } from '../../mail-count.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { outbox } from '../../stage.ts';
import { tellTraditionDay } from '../../tradition-day.ts';
import { players, toProvince } from './desk.ts';

export const reminders: Scene = {
  ids: ['BL-01', 'BL-06'],
  title: 'Nhắc hạn: mỗi người một thư một ngày, không ai bị nhắc sau khi đã nộp',
  play: countMails,
};

export const traditionDay: Scene = {
  ids: ['BL-13', 'BL-14'],
  title: 'Giới thiệu gương để khen thưởng dịp 11/6; ngày truyền thống mà quản trị ghi vào Sổ điều hành',
  async play(stage) {
    const [unit] = players(stage);
    await moveTo(stage, at(stage, '05-05'));
    await stage.journal.once('tradition day', () => tellTraditionDay(stage, unit?.id ?? '', '05/06'));
    await moveTo(stage, at(stage, '06-11'));
    // Ten working days before 5/6 and 11/6 is May.
    const inMay = (await outbox(stage)).filter(
      ({ kind, day }) => kind === 'dailyDigest' && day < `${stage.period}-06-01`,
    );
    const told = inMay.filter(({ text }) => text.includes('11/6'));
    const units = stage.plan.units.filter(({ kind }) =>
      (toProvince as readonly string[]).includes(kind),
    ).length;
    stage.say(`${told.length} người nhận lời nhắc dịp 11/6 (${units} đơn vị).`);
    stage.expect(told.length >= units, 'mọi đơn vị được nhắc dịp 11/6 trước mười ngày làm việc', ['BL-13']);
    const ownDay = inMay.filter(
      ({ to, text }) =>
        to === staffEmail('head', unit?.id ?? '') && text.includes('Ngày truyền thống của đơn vị: sơ kết'),
    );
    stage.expect(
      ownDay.some(({ text }) => text.includes(`Ngày 5/6/${stage.period}`)),
      `${unit?.name} được nhắc sơ kết, đề ra kế hoạch năm sau trước ngày truyền thống 05/6`,
      ['BL-14'],
    );
  },
};
