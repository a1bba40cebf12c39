/** The kinds of papers and how each is made for a unit in a period, or why it cannot be. */
import type { BoardLine } from '../../functions/domain/board.ts';
import { localDate } from '../../functions/domain/deadline.ts';
import { periodLabel, periodsWithin } from '../../functions/domain/period.ts';
import type { Unit } from '../../functions/domain/unit.ts';
import { listPaper } from '../../functions/papers/list-paper.ts';
import { minutesPaper } from '../../functions/papers/minutes-paper.ts';
import type { Paper } from '../../functions/papers/paper.ts';
import { periodBefore } from '../../functions/papers/periods.ts';
import { figuresOfPeriod, lastChange, reportedLines } from '../../functions/papers/report-figures.ts';
import { planYears, reportPaper } from '../../functions/papers/report-paper.ts';
import { submissionPaper } from '../../functions/papers/submission-paper.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { type LoadedPlan, readDossiers } from '../../functions/records.ts';
import { type Refused, readContest, readLines, readPeriods, readSentList } from './papers-data.ts';

export interface Source {
  store: DocumentStore;
  loaded: LoadedPlan;
  unit: Unit;
  period: string;
  /** Of all desks, in the period. */
  lines: readonly BoardLine[];
  now: Date;
}

export interface PaperKind {
  /** What the file begins with. */
  name: string;
  help: string;
  /** What the file ends with. */
  time?(source: Source): string;
  make(source: Source): Promise<Paper | Refused>;
}

export const isRefused = (made: object): made is Refused => 'refusal' in made;

const ofList =
  (toPaper: typeof listPaper) =>
  async ({ store, loaded, unit, period }: Source): Promise<Paper | Refused> => {
    const list = await readSentList(store, loaded, unit, period);
    return isRefused(list) ? list : toPaper(list);
  };

/** By the word that is typed after --paper. */
export const paperKinds: Record<string, PaperKind> = {
  'danh-sach': { name: 'Danh sách', help: 'danh sách đã nộp của đơn vị', make: ofList(listPaper) },
  'to-trinh': {
    name: 'Tờ trình',
    help: 'tờ trình gửi cấp trên kèm danh sách',
    make: ofList(submissionPaper),
  },
  'bien-ban': {
    name: 'Biên bản',
    help: 'dự thảo biên bản họp Hội đồng của đơn vị nhận danh sách',
    make: async (source) => {
      const lines = source.lines.filter(({ standing }) => standing.collecting.id === source.unit.id);
      if (lines.length === 0) return nobodySends(source);
      const { store, loaded, period } = source;
      const stored = await readDossiers(store, { planId: loaded.plan.id, period });
      const dossiers = stored.map(({ data }) => data);
      return minutesPaper({ ...source, ...loaded, lines, dossiers });
    },
  },
  'bao-cao': { name: 'Báo cáo sơ kết', help: 'báo cáo sơ kết của kỳ', make: makePeriodReport },
  'tong-ket': {
    name: 'Báo cáo tổng kết',
    help: 'báo cáo tổng kết tất cả các kỳ của kế hoạch',
    time: ({ loaded }) => planYears(loaded),
    make: makePlanReport,
  },
};

const nobodySends = ({ unit, period }: Source): Refused => ({
  refusal: `Không có đơn vị nào nộp danh sách ${periodLabel(period)} về ${unit.name}.`,
});

const placeOf = ({ loaded, unit, now }: Source) => ({
  ...loaded,
  unit,
  day: localDate(now, loaded.plan.timeZone),
});

async function makePeriodReport(source: Source): Promise<Paper | Refused> {
  const { store, loaded, period, lines, now } = source;
  const place = placeOf(source);
  const reported = reportedLines(lines, place);
  if (reported.length === 0) return nobodySends(source);
  const earlier = periodBefore(period);
  const linesBefore = await readLines(store, loaded.plan.id, earlier, now);
  return reportPaper({
    ...place,
    scope: 'period',
    periods: [figuresOfPeriod(period, reported, place)],
    before: linesBefore && figuresOfPeriod(earlier, reportedLines(linesBefore, place), place),
    lastChange: lastChange(reported),
    contest: await readContest(store, loaded, source.unit, periodsWithin(loaded.plan, period)),
  });
}

async function makePlanReport(source: Source): Promise<Paper | Refused> {
  const { store, loaded, now } = source;
  const place = placeOf(source);
  const all: { period: string; lines: BoardLine[] }[] = [];
  const periods = await readPeriods(store, loaded.plan.id);
  for (const period of periods) {
    const lines = reportedLines((await readLines(store, loaded.plan.id, period, now)) ?? [], place);
    if (lines.length > 0) all.push({ period, lines });
  }
  if (all.length === 0) return nobodySends(source);
  return reportPaper({
    ...place,
    scope: 'plan',
    periods: all.map(({ period, lines }) => figuresOfPeriod(period, lines, place)),
    before: undefined,
    lastChange: lastChange(all.flatMap(({ lines }) => lines)),
    contest: await readContest(store, loaded, source.unit, periods),
  });
}
