/** The scoreboard of a plan in a period as a table: read from what is stored, column by column with its type. */
import { readJudged } from '../../functions/desks/judging-state.ts';
import { type BoardLine, boardOf } from '../../functions/domain/board.ts';
import { localDate } from '../../functions/domain/deadline.ts';
import type { JudgedResult } from '../../functions/domain/judged-results.ts';
import { type YearScore, yearBoard } from '../../functions/domain/score-year.ts';
import type { ScoreEntry, ScoreRecord } from '../../functions/domain/scoreboard.ts';
import { type SummaryCells, summaryCells } from '../../functions/domain/summary.ts';
import type { Workbook } from '../../functions/domain/workbook.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { type LoadedPlan, paths, readPlan, type Standing } from '../../functions/records.ts';
import { loadDesk, toStanding } from '../../functions/workbooks/desk-state.ts';
import { type Life, medianOf, readLives } from './report-lives.ts';

export interface ReportLine {
  line: BoardLine;
  cells: SummaryCells;
  /** Entries as they were recorded, oldest first. */
  history: ScoreEntry[];
  /** Days until half of the unit's exemplars were recognised; undefined when none is. */
  daysToHonour: number | undefined;
}

export interface Report {
  loaded: LoadedPlan;
  period: string;
  lines: ReportLine[];
  /** Of the whole plan in the period's year. */
  year: YearScore[];
  /** What came of judging, where the period's works are judged. */
  judged: JudgedResult[];
  /** Of the period's exemplars, by Mã hồ sơ. */
  lives: Life[];
}

/** Undefined when the plan has no workbooks in the period. Writes nothing: what was not recorded yet is no history. */
export async function readReport(
  store: DocumentStore,
  planId: string,
  period: string,
  now: Date,
): Promise<Report | undefined> {
  const stored = await store.list<Workbook>('workbooks', { where: { planId, period } });
  if (stored.length === 0) return undefined;
  const loaded = await readPlan(store, planId);
  const order = new Map(loaded.tree.units.map(({ id }, index) => [id, index]));
  const workbooks = stored
    .map(({ data }) => data)
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0) || a.part - b.part);
  const lives = await readLives(store, loaded, period);
  const lines: ReportLine[] = [];
  for (const workbook of workbooks) lines.push(...(await linesOf(store, workbook, loaded, lives, now)));
  const fresh = lines.flatMap(({ line }) => line.record ?? []);
  const known = new Set(fresh.map(keyOf));
  const scores = (await store.list<ScoreRecord>('scores', { where: { planId } })).map(({ data }) => data);
  const records = [...scores.filter((record) => !known.has(keyOf(record))), ...fresh];
  const today = localDate(now, loaded.plan.timeZone);
  const year = yearBoard(records, loaded.tree, period.slice(0, 4), today);
  return { loaded, period, lines, year, judged: await readJudged(store, loaded, period), lives };
}

const keyOf = ({ unitId, period }: ScoreRecord): string => `${unitId} ${period}`;

async function linesOf(
  store: DocumentStore,
  workbook: Workbook,
  loaded: LoadedPlan,
  lives: readonly Life[],
  now: Date,
): Promise<ReportLine[]> {
  const state = await loadDesk(store, workbook, loaded);
  const counted = await store.read<Standing>(paths.standing(workbook.spreadsheetId));
  const standings = workbook.tabs.flatMap(({ unitId = '' }) => {
    const unit = loaded.tree.get(unitId);
    const standing = unit && toStanding(unit, workbook, state, loaded, 0);
    return standing ? [{ ...standing, typedRows: counted?.data.typedRows[unitId] ?? 0 }] : [];
  });
  const records = state.scores.map(({ data }) => data);
  return boardOf({ ...loaded, period: workbook.period, standings, records }, now).map((line) => ({
    line,
    cells: summaryCells(line, loaded.plan, now),
    history: line.record ? line.record.history.slice(0, line.isNew ? -1 : undefined) : [],
    daysToHonour: medianOf(lives, line.standing.unit.id),
  }));
}

/** points: perhaps with a fraction. date: an ISO day. moment: an ISO instant, shown in the plan's zone. '' is nothing. */
export type CellType = 'text' | 'number' | 'points' | 'date' | 'moment';

export interface ReportColumn {
  header: string;
  type: CellType;
  /** In characters. */
  width: number;
  value(line: ReportLine): string | number;
}

const plain = (
  key: keyof SummaryCells,
  header: string,
  type: 'text' | 'number',
  width: number,
): ReportColumn => ({
  header,
  type,
  width,
  value: ({ cells }) => cells[key],
});

export const reportColumns: readonly ReportColumn[] = [
  { header: 'Nơi nhận', type: 'text', width: 24, value: ({ line }) => line.standing.collecting.name },
  { header: 'Mã đơn vị', type: 'text', width: 11, value: ({ line }) => line.standing.unit.id },
  plain('unit', 'Đơn vị', 'text', 30),
  {
    header: 'Ngày cuối đúng hạn',
    type: 'date',
    width: 13,
    value: ({ line }) => line.standing.deadline.own.lastDay,
  },
  {
    header: 'Gia hạn đến',
    type: 'date',
    width: 13,
    value: ({ line }) => line.standing.deadline.extended?.lastDay ?? '',
  },
  plain('counter', 'Số lượng/chỉ tiêu', 'text', 18),
  plain('standing', 'Tình trạng', 'text', 30),
  { header: 'Nộp lúc', type: 'moment', width: 17, value: ({ line }) => line.arrival.version?.at ?? '' },
  plain('daysLate', 'Trễ (ngày)', 'number', 8),
  plain('whyLate', 'Vì sao trễ', 'text', 40),
  plain('returned', 'Trả lại', 'number', 8),
  plain('approved', 'Đã duyệt', 'number', 8),
  plain('chosen', 'Được chọn', 'number', 8),
  plain('published', 'Công khai', 'number', 8),
  {
    header: 'Ngày đến khi được công nhận (trung vị)',
    type: 'number',
    width: 14,
    value: ({ daysToHonour }) => daysToHonour ?? '',
  },
  plain('requests', 'Đề nghị, phản hồi', 'text', 40),
  plain('score', 'Điểm', 'number', 8),
  plain('of', 'Trên', 'number', 8),
  { header: 'Điểm cả năm', type: 'number', width: 8, value: ({ line }) => yearPart(line.year, 'points') },
  { header: 'Trên (cả năm)', type: 'number', width: 8, value: ({ line }) => yearPart(line.year, 'of') },
  plain('evidence', 'Căn cứ', 'text', 100),
];

const yearPart = (year: YearScore | undefined, key: 'points' | 'of'): number | '' =>
  year && year.periods > 0 ? year[key] : '';
