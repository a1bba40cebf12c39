/** Days of the year that are no filing dates: 11/6 and a unit's own tradition day, CM-07 and CM-08. */
import { staffEmail } from '../../../samples/people.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { outbox } from '../../stage.ts';
import { tellTraditionDay } from '../../tradition-day.ts';

const sending = ['commune', 'cluster', 'agency', 'enterprise'];
const unitWithDay = 'CMC03';

export const days: Scene = {
  ids: ['CM-07', 'CM-08'],
  title: 'Nhắc dịp 11/6 và ngày truyền thống mà quản trị ghi vào Sổ điều hành',
  async play(stage) {
    await moveTo(stage, at(stage, '05-04'));
    await stage.journal.once('tradition day', () => tellTraditionDay(stage, unitWithDay, '05/06'));
    await moveTo(stage, at(stage, '06-11'));
    const digests = (await outbox(stage)).filter(({ kind }) => kind === 'dailyDigest');
    const units = stage.plan.units.filter(({ kind }) => sending.includes(kind));
    const told = new Set(digests.filter(({ text }) => text.includes('11/6')).map(({ to }) => to));
    stage.expect(
      units.every(({ id }) => told.has(staffEmail('clerk', id))),
      `người lập của cả ${units.length} đơn vị được nhắc dịp 11/6 trước mười ngày làm việc`,
      ['CM-07'],
    );
    const name = stage.tree.get(unitWithDay)?.name;
    const ownDay = digests.filter(
      ({ to, text }) =>
        to === staffEmail('head', unitWithDay) && text.includes('Ngày truyền thống của đơn vị'),
    );
    stage.expect(
      ownDay.some(({ text }) => text.includes(`Ngày 5/6/${stage.period}`)),
      `${name} được nhắc trước ngày truyền thống 05/06 vừa ghi ở Sổ điều hành`,
      ['CM-08'],
    );
  },
};
