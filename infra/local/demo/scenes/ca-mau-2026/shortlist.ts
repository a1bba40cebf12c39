/** CM-10: what the province's council has in place of the district's choice: facts side by side, how they are spread, no rank. */
import { shortlistHeaderRows, shortlistNotice } from '../../../../../functions/domain/shortlist-tab.ts';
import { tabTitles } from '../../../../../functions/domain/workbook.ts';
import { staffEmail } from '../../../samples/people.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { dossiers, workbookOf } from '../../stage.ts';

const province = '96';

export const shortlistView: Scene = {
  ids: ['CM-10'],
  title: 'Hội đồng tỉnh xem bảng Gợi ý chọn trước khi thẩm định',
  async play(stage) {
    await moveTo(stage, at(stage, '02-24'));
    await stage.local.tickAndSettle();
    const { spreadsheetId } = workbookOf(stage, province);
    const reviewer = staffEmail('reviewer', province);
    const cells = await stage.people.read(reviewer, spreadsheetId, `'${tabTitles.shortlist}'!A1:R`);
    const shown = cells.slice(shortlistHeaderRows).map(([id]) => String(id ?? ''));
    const wanted = (await dossiers(stage))
      .filter(({ at: desk, status }) => desk === province && status !== 'carried')
      .map(({ id }) => id);
    const ids = new Set(wanted);
    const lines = shown.filter((id) => ids.has(id));
    stage.expect(
      cells[0]?.[0] === shortlistNotice && lines.length === wanted.length,
      `bảng nói rõ chỉ để tham khảo và có đủ ${wanted.length} hồ sơ ở tỉnh, mỗi hồ sơ một dòng, mỗi căn cứ một cột`,
    );
    const tables = cells.filter(([name]) => String(name ?? '').startsWith('Theo '));
    const sums = cells
      .filter(([name]) => name === 'Cộng')
      .map((row) => Math.max(...row.slice(1).map(Number)));
    stage.say(`Bảng cân đối: ${tables.map(([name]) => String(name).toLocaleLowerCase('vi')).join(', ')}.`);
    stage.expect(
      tables.length > 0 && sums.slice(0, tables.length).every((sum) => sum === wanted.length),
      `các bảng cân đối cộng đúng ${wanted.length} hồ sơ`,
    );
    const headers = (cells[shortlistHeaderRows - 1] ?? []).map((header) => String(header));
    stage.expect(
      headers.length > 0 && !headers.some((header) => /điểm|xếp hạng|thứ tự/i.test(header)),
      'không cột nào chấm điểm hay xếp hạng người',
    );
  },
};
