/** The scoreboard as an .xlsx: the table, every change with its evidence, the year, what judging gave, the life-lines, how points are given. */
import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import { DateTime } from 'luxon';
import { periodLabel } from '../../functions/domain/period.ts';
import { scoringFor } from '../../functions/domain/scoring.ts';
import { legendRows } from '../../functions/domain/summary.ts';
import { judgedColumns, judgedRows, judgedTitle } from './judged-sheet.ts';
import { type CellType, type Report, reportColumns } from './report-lines.ts';
import { lifeColumns, medianRow } from './report-lives.ts';

type Cell = string | number | Date;

interface Column {
  header: string;
  type: CellType;
  width: number;
}

const formats: Record<CellType, string> = {
  text: '@',
  number: '0',
  points: 'General',
  date: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
};

/** Excel knows no zones: the clock on the wall is written as if it were UTC. */
function toCell(value: string | number, type: CellType, zone: string): Cell | null {
  if (value === '') return null;
  if (type === 'date') return new Date(`${value}T00:00:00Z`);
  if (type !== 'moment') return value;
  return DateTime.fromISO(String(value), { zone }).setZone('utc', { keepLocalTime: true }).toJSDate();
}

function addTable(
  workbook: Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
  zone: string,
): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] });
  sheet.addRow(columns.map(({ header }) => header));
  for (const row of rows)
    sheet.addRow(row.map((value, index) => toCell(value, columns[index]?.type ?? 'text', zone)));
  columns.forEach(({ width, type }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = formats[type];
    column.alignment = { vertical: 'top', wrapText: type === 'text' };
  });
  sheet.getRow(1).eachCell((cell) => {
    cell.style = {
      font: { bold: true },
      alignment: { wrapText: true, vertical: 'middle' },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDE6D6' } },
    };
  });
  return sheet;
}

const historyColumns: readonly Column[] = [
  { header: 'Mã đơn vị', type: 'text', width: 11 },
  { header: 'Đơn vị', type: 'text', width: 30 },
  { header: 'Lúc', type: 'moment', width: 17 },
  { header: 'Tiêu chí', type: 'text', width: 26 },
  { header: 'Điểm', type: 'number', width: 8 },
  { header: 'Trên', type: 'number', width: 8 },
  { header: 'Căn cứ, vì sao thay đổi', type: 'text', width: 100 },
];

/** One line for the total and why it changed, then one for each mark and what it rests on. */
const historyRows = ({ lines }: Report): (string | number)[][] =>
  lines.flatMap(({ line, history }) => {
    const { id, name } = line.standing.unit;
    return history.flatMap(({ at, cause, total, of, marks }) => [
      [id, name, at, 'Tổng điểm', total, of, cause],
      ...marks.map((mark) => [id, name, at, mark.label, mark.points, mark.of, mark.evidence]),
    ]);
  });

const yearColumns: readonly Column[] = [
  { header: 'Mã đơn vị', type: 'text', width: 11 },
  { header: 'Đơn vị', type: 'text', width: 30 },
  { header: 'Số kỳ', type: 'number', width: 8 },
  { header: 'Điểm', type: 'number', width: 8 },
  { header: 'Trên', type: 'number', width: 8 },
  { header: 'Ghi chú', type: 'text', width: 60 },
];

const yearRows = ({ year }: Report): (string | number)[][] =>
  year.map(({ unit, periods, points, of, note }) => [unit.id, unit.name, periods, points, of, note]);

/** One line an exemplar, and the median below all. */
const lifeRows = ({ lives, loaded }: Report): (string | number)[][] => [
  ...lives.map((life) => lifeColumns.map(({ value }) => value(life, loaded))),
  medianRow(lives),
];

const legendColumns: readonly Column[] = [
  { header: 'Tiêu chí', type: 'text', width: 26 },
  { header: 'Điểm', type: 'text', width: 18 },
  { header: 'Cách tính', type: 'text', width: 100 },
];

export async function writeReport(report: Report): Promise<Uint8Array> {
  const { plan } = report.loaded;
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Gương Sáng';
  workbook.title = `Tổng hợp ${periodLabel(report.period)}, Kế hoạch ${plan.number}`;
  const rows = report.lines.map((line) => reportColumns.map(({ value }) => value(line)));
  addTable(workbook, 'Tổng hợp', reportColumns, rows, plan.timeZone);
  addTable(workbook, 'Lịch sử và căn cứ', historyColumns, historyRows(report), plan.timeZone);
  addTable(workbook, 'Cả năm', yearColumns, yearRows(report), plan.timeZone);
  if (report.judged.length > 0)
    addTable(workbook, judgedTitle, judgedColumns, judgedRows(report.judged, report.loaded), plan.timeZone);
  if (report.lives.length > 0) addTable(workbook, 'Vòng đời', lifeColumns, lifeRows(report), plan.timeZone);
  const scoring = scoringFor(plan, report.period);
  if (scoring) {
    const [title = [], , ...criteria] = legendRows(scoring);
    const sheet = addTable(workbook, 'Cách chấm điểm', legendColumns, criteria, plan.timeZone);
    sheet.addRow(title);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
