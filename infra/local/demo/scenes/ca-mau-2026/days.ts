/** Days of the year that are no filing dates: 11/6 and a unit's own tradition day, CM-07 and CM-08. */
import { toA1 } from '../../../../../functions/domain/a1.ts';
import { unitsTab } from '../../../../../functions/plans/control-sheet/units-tab.ts';
import { staffEmail } from '../../../samples/people.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { outbox, type Stage } from '../../stage.ts';

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

/** The administrator types it into the tab Đơn vị, as for any other change of the plan. */
async function tellTraditionDay(stage: Stage, unitId: string, day: string): Promise<void> {
  const admin = staffEmail('admin', '96');
  const books = await stage.people.workbooks();
  const book = books.find(({ plan, kind }) => plan === stage.plan.id && kind === 'control');
  if (!book) throw new Error('no control sheet');
  const lines = await stage.people.read(admin, book.spreadsheetId, `'${unitsTab.title}'!A1:Z`);
  const header = lines.findIndex((cells) => cells.includes('Ngày truyền thống'));
  const column = lines[header]?.indexOf('Ngày truyền thống') ?? -1;
  const line = lines.findIndex((cells) => cells.includes(unitId));
  if (header < 0 || line < 0) throw new Error(`no line of ${unitId} in the control sheet`);
  await stage.people.type(admin, book.spreadsheetId, `'${unitsTab.title}'!${toA1(column, line + 1)}`, [
    [day],
  ]);
  await stage.local.tickAndSettle();
}
