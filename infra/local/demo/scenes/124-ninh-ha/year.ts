/** NH-06 and NH-12: a second month is opened, and the points of the year so far stand in one table, as a proposal. */
import { summaryColumns, summaryHeaderRows } from '../../../../../functions/domain/summary.ts';
import { tabTitles } from '../../../../../functions/domain/workbook.ts';
import { readReport } from '../../../../xlsx/report-lines.ts';
import { staffEmail } from '../../../samples/people.ts';
import { provisionTrial } from '../../../trial.ts';
import { countMails } from '../../mail-count.ts';
import { moveTo, type Scene } from '../../scene.ts';
import { inPeriod } from '../../sent-rows.ts';
import { type Stage, workbookOf } from '../../stage.ts';
import { departments, late, nobody, sendFebruary, ward } from './month.ts';

const second = '2025-02';

export const yearSoFar: Scene = {
  ids: ['NH-06'],
  title: 'Tháng 2: mở bảng tính tháng mới; bảng điểm cộng dồn từ đầu năm, có căn cứ, là đề xuất',
  async play(stage) {
    await moveTo(stage, `${second}-05T08:00:00+07:00`);
    await provisionTrial(stage.local, {
      plan: stage.plan.id,
      period: second,
      units: departments(stage).length,
    });
    const month = await inPeriod(stage, second);
    await sendFebruary(month);
    await moveTo(stage, `${second}-17T08:00:00+07:00`);
    await stage.local.tickAndSettle();
    const report = await readReport(stage.local.store, stage.plan.id, second, await stage.people.now());
    const year = new Map((report?.year ?? []).map((score) => [score.unit.id, score]));
    const shown = await yearColumn(month);
    const own = departments(stage).flatMap((id) => year.get(id) ?? []);
    for (const { unit, points, of, periods } of own)
      stage.say(`${unit.name}: ${points}/${of} điểm sau ${periods} tháng`);
    stage.expect(
      own.length === departments(stage).length &&
        own.every(
          ({ periods, unit, points, of }) => periods === 2 && shown.get(unit.name) === `${points}/${of}`,
        ),
      `tab Tổng hợp của phường cộng điểm hai tháng của cả ${own.length} đơn vị, đúng như báo cáo`,
    );
    const evidence = report?.lines.find(({ line }) => line.standing.unit.id === late)?.cells.evidence;
    const [slow, quiet] = [year.get(late), year.get(nobody)];
    const late1 = await readReport(stage.local.store, stage.plan.id, stage.period, await stage.people.now());
    const why = late1?.lines.find(({ line }) => line.standing.unit.id === late)?.cells.evidence ?? '';
    stage.say(`Căn cứ tháng 1: ${why}`);
    stage.expect(
      evidence !== undefined && /Gửi trễ hạn -/.test(String(why)),
      'gửi trễ bị trừ điểm, căn cứ ghi rõ trễ mấy ngày',
    );
    stage.expect(
      slow !== undefined && quiet !== undefined && quiet.points > 0,
      `báo “Không có trường hợp” đúng hạn vẫn có điểm gửi đúng hạn (${quiet?.points} điểm)`,
    );
    stage.expect(
      stage.plan.scoring?.note.includes('Hội đồng') === true,
      `điểm là ${stage.plan.scoring?.note}`,
    );
  },
};

/** Unit → "70/200", as the column Cả năm of the ward's Tổng hợp tab shows it. */
async function yearColumn(month: Stage): Promise<Map<string, string>> {
  const cells = await month.people.read(
    staffEmail('reviewer', ward),
    workbookOf(month, ward).spreadsheetId,
    `'${tabTitles.summary}'!A${summaryHeaderRows + 1}:Q`,
  );
  const column = summaryColumns.findIndex(({ key }) => key === 'year');
  return new Map(cells.map((line) => [String(line[0] ?? ''), String(line[column] ?? '')]));
}

export const mails: Scene = {
  ids: ['NH-01'],
  title: 'Hai tháng thư: mỗi người nhiều nhất một thư tổng hợp một ngày',
  play: countMails,
};
