/** The administrator types a unit's tradition day into the tab Đơn vị of the control sheet, as for any other change of the plan. */
import { toA1 } from '../../../functions/domain/a1.ts';
import { unitsTab } from '../../../functions/plans/control-sheet/units-tab.ts';
import { staffEmail } from '../samples/people.ts';
import type { Stage } from './stage.ts';

export async function tellTraditionDay(stage: Stage, unitId: string, day: string): Promise<void> {
  const top = stage.tree.units.find(({ parent }) => parent === null);
  const admin = staffEmail('admin', top?.id ?? '');
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
