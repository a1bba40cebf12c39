/** HN-01, HN-02 and HN-05: publicity plan and standards before 30/6/2023, and who has and who has not. */
import { summaryColumns, summaryHeaderRows } from '../../../../../functions/domain/summary.ts';
import { tabTitles } from '../../../../../functions/domain/workbook.ts';
import { staffEmail } from '../../../samples/people.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { beRefused, exampleOf, inPeriod, sendRows, storedOfAll, type Typed } from '../../sent-rows.ts';
import { type Stage, workbookOf } from '../../stage.ts';

export const city = '01';
/** Comes after the day. */
export const lateUnit = 'HNS03';
/** Never sends its papers. */
export const silentUnit = 'HND03';

const documents = '2023.VB';
export const standards = '2023.TC';

export const reporting = ({ plan }: Pick<Stage, 'plan'>): string[] =>
  plan.units.filter(({ parent }) => parent === city).map(({ id }) => id);

export const nameOf = (stage: Pick<Stage, 'tree'>, unitId: string): string =>
  stage.tree.get(unitId)?.name ?? unitId;

const planPaper = (stage: Stage, unitId: string): Typed =>
  exampleOf(stage, documents, {
    name: `Tuyên truyền gương điển hình tiên tiến của ${nameOf(stage, unitId)}, 2023 - 2025`,
    documentNumber: `${30 + reporting(stage).indexOf(unitId)}/KH-UBND`,
    documentDate: '28/04/2023',
    movementType: '',
  });

const inTime = (stage: Stage): string[] =>
  reporting(stage).filter((id) => id !== lateUnit && id !== silentUnit);

export const publicityPlans: Scene = {
  ids: ['HN-01', 'HN-05'],
  title: 'Các đơn vị gửi kế hoạch tuyên truyền, có số, ngày, người ký, tệp văn bản',
  async play(stage) {
    await moveTo(stage, at(stage, '05-10'));
    const [first = '', ...others] = inTime(stage);
    const wrong = { ...planPaper(stage, first), documentNumber: 'ba mươi', documentDate: '28/04/2033' };
    const said = await beRefused(stage, { unitId: first, period: documents, rows: [wrong] }, 'văn bản');
    if (said.length > 0)
      stage.expect(
        said.some((line) => line.includes('ba mươi')) && said.some((line) => line.includes('2033')),
        'số văn bản ghi bằng chữ và ngày ở tương lai bị từ chối cùng lúc, nêu đúng ô',
      );
    await stage.each('Gửi kế hoạch tuyên truyền', [first, ...others], (unitId) =>
      sendRows(stage, { unitId, period: documents, rows: [planPaper(stage, unitId)] }),
    );
    const stored = await storedOfAll(stage, inTime(stage), documents);
    stage.expect(
      stored.length === inTime(stage).length &&
        stored.every(({ snapshot, version }) =>
          snapshot.rows.every(
            ({ values }) =>
              version.signedAt !== undefined &&
              values.documentKind === 'Kế hoạch tuyên truyền' &&
              /\d\/KH/.test(String(values.documentNumber)) &&
              /^https:/.test(String(values.link)),
          ),
        ),
      `${stored.length} đơn vị có kế hoạch tuyên truyền, đủ số, ngày, người ký, liên kết`,
      ['HN-01'],
    );
  },
};

const criterion = (
  stage: Pick<Stage, 'plan'>,
  code: string,
  name: string,
  points: string,
  more: Typed = {},
): Typed =>
  exampleOf(stage, standards, {
    code,
    name,
    points,
    documentNumber: '15/QĐ-UBND',
    documentDate: '05/06/2023',
    validFrom: '15/06/2023',
    validTo: '',
    ...more,
  });

export const standardsRows = (stage: Pick<Stage, 'plan'>, more: Typed = {}): Typed[] => [
  criterion(stage, 'CN-01', 'Có việc làm cụ thể, được từ 10 hộ hoặc 03 đơn vị trở lên học tập', '40', more),
  criterion(stage, 'CN-02', 'Gương mẫu chấp hành pháp luật, được nơi cư trú xác nhận hằng năm', '30', more),
  criterion(stage, 'CN-03', 'Giúp được người khác, có số liệu so sánh trước và sau khi làm', '30', more),
];

export const standardsSent: Scene = {
  ids: ['HN-02'],
  title: 'Các đơn vị ban hành quy định tiêu chuẩn điển hình, gửi Thành phố trước ngày 30/6/2023',
  async play(stage) {
    await moveTo(stage, at(stage, '06-14'));
    const [first = '', ...others] = inTime(stage);
    const twice = standardsRows(stage).map((row) => ({ ...row, code: 'CN-01' }));
    const said = await beRefused(stage, { unitId: first, period: standards, rows: twice }, 'mã trùng');
    if (said.length > 0)
      stage.expect(
        said.some((line) => line.includes('CN-01')),
        'hai tiêu chí một mã bị từ chối, nêu mã bị trùng',
      );
    const last = others.pop() ?? '';
    await stage.each('Gửi tiêu chuẩn', [first, ...others], (unitId) =>
      sendRows(stage, { unitId, period: standards, rows: standardsRows(stage) }),
    );
    await moveTo(stage, at(stage, '06-29', '23:00'));
    await sendRows(stage, { unitId: last, period: standards, rows: standardsRows(stage) });
    await moveTo(stage, at(stage, '06-30', '08:00'));
    await sendRows(stage, { unitId: lateUnit, period: standards, rows: standardsRows(stage) });
    const stored = await storedOfAll(stage, reporting(stage), standards);
    const late = stored.flatMap(({ submission: { unitId, versions } }) =>
      versions[0]?.late ? [unitId] : [],
    );
    stage.say(`Gửi lúc 23 giờ ngày 29/6: ${nameOf(stage, last)}; sáng 30/6: ${nameOf(stage, lateUnit)}.`);
    stage.expect(
      stored.length === reporting(stage).length - 1 && late.length === 1 && late[0] === lateUnit,
      `“trước ngày 30/6”: ${stored.length - late.length} đơn vị đúng hạn, đơn vị gửi sáng 30/6 là trễ`,
    );
    stage.expect(
      stored.every(({ snapshot }) =>
        snapshot.rows.every(({ values }) => /\d\/QĐ/.test(String(values.documentNumber)) && values.signer),
      ),
      'mỗi tiêu chí đã gửi kèm số, ngày, người ký của quy định',
    );
  },
};

export const whoHasNot: Scene = {
  ids: ['HN-05'],
  title: 'Kiểm tra: ai đã gửi, ai chưa; Ban Thi đua – Khen thưởng được báo, thủ trưởng cấp trên được báo',
  async play(stage) {
    await moveTo(stage, at(stage, '07-10'));
    const name = nameOf(stage, silentUnit);
    const told = await stage.people.mailbox(staffEmail('reviewer', city));
    const mail = told.find(({ text }) => /chưa nộp \(hạn/.test(text) && text.includes(name));
    const line = mail?.text.split('\n').find((one) => one.includes('chưa nộp (hạn')) ?? '';
    stage.say(`Thư cho thường trực: ${line.trim()}`);
    stage.expect(mail !== undefined, `thư tổng hợp gửi Thành phố nêu tên đơn vị chưa gửi: ${name}`);
    const head = await stage.people.mailbox(staffEmail('head', city));
    stage.expect(
      head.some(({ text }) => /đã trễ \d+ ngày/.test(text) && text.includes(name)),
      'sau năm ngày làm việc thủ trưởng Thành phố cũng được báo để đôn đốc',
    );
    const lines = await summaryLines(stage, standards);
    for (const [unit, standing] of lines) stage.say(`${unit}: ${standing}`);
    const sent = [...lines.values()].filter((standing) => !/chưa nộp/i.test(standing)).length;
    stage.expect(
      lines.size === reporting(stage).length &&
        sent === lines.size - 1 &&
        /chưa nộp/i.test(lines.get(name) ?? ''),
      `tab Tổng hợp của Thành phố: ${sent}/${lines.size} đơn vị đã gửi tiêu chuẩn`,
    );
    const guide = await fetch(
      `${stage.local.urls.functions}/guide?ke-hoach=${stage.plan.id}&ky=${standards}`,
    );
    const page = await guide.text();
    stage.expect(
      guide.status === 200 && page.includes('Nội dung tiêu chí') && page.includes('29/06/2023'),
      'trang hướng dẫn cho cán bộ nói từng cột của biểu và hạn cuối 29/06/2023',
    );
  },
};

/** Unit → Tình trạng, as the tab of the city shows it. */
async function summaryLines(stage: Stage, period: string): Promise<Map<string, string>> {
  const { spreadsheetId } = workbookOf(await inPeriod(stage, period), city);
  await stage.local.tickAndSettle();
  const cells = await stage.people.read(
    staffEmail('reviewer', city),
    spreadsheetId,
    `'${tabTitles.summary}'!A${summaryHeaderRows + 1}:Q`,
  );
  const column = (key: 'unit' | 'standing'): number => summaryColumns.findIndex((one) => one.key === key);
  const names = new Set(reporting(stage).map((id) => nameOf(stage, id)));
  return new Map(
    cells.flatMap((line): [string, string][] => {
      const unit = String(line[column('unit')] ?? '');
      return names.has(unit) ? [[unit, String(line[column('standing')] ?? '')]] : [];
    }),
  );
}
