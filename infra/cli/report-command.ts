/** `gs report`: the scoreboard of a plan in a period as a file for the council: CSV or Excel. */
import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Plan } from '../../functions/domain/plan.ts';
import { judgedCsv, reportCsv } from '../xlsx/report-csv.ts';
import { type Report, readReport } from '../xlsx/report-lines.ts';
import { notSetUp, parseFlags, periodOf, planNames, planOf, requireFlags, UsageError } from './usage.ts';
import { openGoogle, withKept } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- report --plan MÃ --period KỲ [--unit MÃ_ĐƠN_VỊ] --out TỆP.csv|TỆP.xlsx [--data THƯ_MỤC | --google]

  --plan     ${planNames}
  --period   2025, hoặc 2021-04 với kế hoạch theo tháng
  --unit     chỉ một đơn vị, hoặc các đơn vị nộp về đơn vị này
  --out      tệp kết quả: .csv mở được ngay bằng Excel; .xlsx có thêm lịch sử, căn cứ từng điểm và điểm cả năm;
             kỳ của cuộc thi có thêm trang “Kết quả chấm” (với .csv là tệp thứ hai, tên kết thúc bằng -ket-qua-cham.csv)
  --data     thư mục của bản chạy thử trên máy này (mặc định .data)
  --google   đọc từ Google thật: cần các biến môi trường của bản triển khai

Chỉ đọc, không thay đổi gì.`;

const flags = {
  plan: { type: 'string' },
  period: { type: 'string' },
  unit: { type: 'string' },
  out: { type: 'string' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

interface OutFile {
  path: string;
  content: string | Uint8Array;
}

/** By the file's ending. Excel's library takes a third of a second to load, so only when it is asked for. */
const writers: Record<string, (report: Report, path: string) => Promise<OutFile[]>> = {
  '.csv': async (report, path) => [
    { path, content: reportCsv(report) },
    ...(report.judged.length > 0 ? [{ path: judgedPath(path), content: judgedCsv(report) }] : []),
  ],
  '.xlsx': async (report, path) => [
    { path, content: await (await import('../xlsx/report.ts')).writeReport(report) },
  ],
};

const judgedPath = (path: string): string =>
  join(dirname(path), `${basename(path, extname(path))}-ket-qua-cham.csv`);

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  if (positionals.length > 0) throw new UsageError(`Không hiểu “${positionals.join(' ')}”.\n\n${help}`);
  requireFlags(values, ['plan', 'period', 'out']);
  const plan = planOf(values.plan);
  const period = periodOf(values.period, plan);
  const out = values.out ?? '';
  const write = writers[extname(out).toLowerCase()];
  if (!write)
    throw new UsageError(
      `--out “${out}”: hãy ghi tên tệp kết thúc bằng .csv hoặc .xlsx, ví dụ tong-hop-2025.xlsx.`,
    );
  const report = values.google
    ? await readGoogle(plan, period)
    : await readLocal(plan, period, values.data ?? '.data');
  if (!report) throw notSetUp(plan, period);
  const chosen = ofUnit(report, values.unit);
  if (chosen.lines.length === 0)
    throw new UsageError(
      `--unit “${values.unit}”: kế hoạch ${plan.number} kỳ ${period} không có đơn vị mã này. Hãy ghi mã đơn vị, ví dụ ${report.lines[0]?.line.standing.unit.id}.`,
    );
  const files = await write(chosen, out);
  try {
    for (const { path, content } of files) await writeFile(path, content);
  } catch {
    throw new UsageError(
      `Không ghi được tệp “${files.map(({ path }) => path).join('”, “')}”. Hãy xem thư mục có chưa, tệp có đang mở trong Excel không.`,
    );
  }
  process.stdout.write(
    `Đã ghi tổng hợp ${chosen.lines.length} đơn vị: ${files.map(({ path }) => path).join(', ')}\n`,
  );
}

/** The unit itself, and those who send their lists to it; the year of a unit that ended is its successor's. */
function ofUnit(report: Report, unitId: string | undefined): Report {
  if (unitId === undefined) return report;
  const lines = report.lines.filter(
    ({ line: { standing } }) => standing.unit.id === unitId || standing.collecting.id === unitId,
  );
  const ids = new Set(lines.map(({ line }) => line.standing.unit.id));
  const { tree } = report.loaded;
  const year = report.year.filter(({ unit }) =>
    [unit, ...tree.lineage(unit.id).predecessors].some(({ id }) => ids.has(id)),
  );
  const judged = report.judged.filter(({ desk, dossier }) => desk.id === unitId || ids.has(dossier.unitId));
  const lives = report.lives.filter(({ dossier }) => ids.has(dossier.unitId));
  return { ...report, lines, year, judged, lives };
}

const readLocal = (plan: Plan, period: string, data: string): Promise<Report | undefined> =>
  withKept(data, ({ store, services }) => readReport(store, plan.id, period, services.clock.now()));

const readGoogle = (plan: Plan, period: string): Promise<Report | undefined> =>
  readReport(openGoogle().store, plan.id, period, new Date());
