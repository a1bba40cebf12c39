/** The life-lines of the exemplars of a plan in a period, and how long they waited to be recognised: read for the report. */

import { formatDate } from '../../functions/domain/date.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import {
  citedByDossier,
  countDays,
  daysToHonour,
  type LifeStep,
  lifeLine,
  lifeStages,
  medianDays,
  stageDays,
} from '../../functions/domain/life-line.ts';
import { formOfPeriod } from '../../functions/domain/period.ts';
import type { Snapshot } from '../../functions/domain/submission.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { type LoadedPlan, paths, readDossiers } from '../../functions/records.ts';
import type { ReportColumn } from './report-lines.ts';

export interface Life {
  dossier: Dossier;
  /** Name of the unit that wrote the row. */
  unit: string;
  steps: LifeStep[];
  days: number | undefined;
}

const isFiled = ({ period }: Dossier): boolean => formOf(formOfPeriod(period)).flow === 'filed';

export async function readLives(
  store: DocumentStore,
  { plan, tree }: LoadedPlan,
  period: string,
): Promise<Life[]> {
  const all = (await readDossiers(store, { planId: plan.id })).map(({ data }) => data);
  const exemplars = all.filter((one) => one.period === period && !isFiled(one) && one.status !== 'carried');
  const filed = exemplars.length === 0 ? [] : all.filter(isFiled);
  const known = new Map(all.map((dossier) => [dossier.id, dossier]));
  const before = ({ carriedFrom }: Dossier): Dossier | undefined =>
    carriedFrom?.planId === plan.id ? known.get(carriedFrom.dossierId) : undefined;
  const withYears = (dossier: Dossier | undefined): Dossier[] =>
    dossier ? [...withYears(before(dossier)), dossier] : [];
  const ids = new Set(
    [...exemplars.flatMap(withYears), ...filed].flatMap(({ history }) =>
      history.flatMap(({ snapshotId }) => snapshotId ?? []),
    ),
  );
  const stored = await store.readMany<Snapshot>([...ids].map(paths.snapshot));
  const snapshots = new Map(stored.flatMap((one) => (one ? [[one.data.id, one.data] as const] : [])));
  const cited = citedByDossier(filed, snapshots);
  const stepsOf = (dossier: Dossier): LifeStep[] => {
    const earlier = before(dossier);
    const about = cited.get(dossier.id) ?? [];
    return lifeLine(dossier, snapshots, about, plan.timeZone, earlier ? stepsOf(earlier) : []);
  };
  return exemplars
    .map((dossier) => ({
      dossier,
      unit: tree.get(dossier.unitId)?.name ?? '',
      steps: stepsOf(dossier),
      days: daysToHonour(dossier, plan, tree),
    }))
    .sort((a, b) => (a.dossier.id < b.dossier.id ? -1 : 1));
}

/** Of the whole plan, or of those of a unit. */
export const medianOf = (lives: readonly Life[], unitId?: string): number | undefined =>
  medianDays(
    countDays(
      lives.flatMap(({ dossier, days }) => (unitId === undefined || dossier.unitId === unitId ? [days] : [])),
    ),
  );

/** "01/04/2023 Phát hiện: Phát hiện, đưa vào danh sách (Xã Hòa Bình; ai@…)", a line each. */
export const stepLines = ({ steps }: Life, { tree }: LoadedPlan): string[] =>
  steps.map(({ on, stage, what, unitId, by }) => {
    const who = [tree.get(unitId)?.name ?? unitId, by].filter((part) => part !== '').join('; ');
    return `${formatDate(on)}${stage === '' ? '' : ` ${stage}`}: ${what} (${who})`;
  });

type LifeColumn = Omit<ReportColumn, 'value'> & { value(life: Life, loaded: LoadedPlan): string | number };

export const lifeColumns: readonly LifeColumn[] = [
  { header: 'Mã hồ sơ', type: 'text', width: 18, value: ({ dossier }) => dossier.id },
  {
    header: 'Điển hình',
    type: 'text',
    width: 28,
    value: ({ dossier }) => String(dossier.row.values.name ?? ''),
  },
  { header: 'Đơn vị', type: 'text', width: 28, value: ({ unit }) => unit },
  ...lifeStages.map(
    (stage): LifeColumn => ({
      header: stage,
      type: 'date',
      width: 12,
      value: ({ steps }) => stageDays(steps).get(stage) ?? '',
    }),
  ),
  {
    header: 'Số ngày từ khi gửi đến khi được công nhận',
    type: 'number',
    width: 14,
    value: ({ days }) => days ?? '',
  },
  {
    header: 'Các bước, ai làm',
    type: 'text',
    width: 100,
    value: (life, loaded) => stepLines(life, loaded).join('\n'),
  },
];

/** Last line of the sheet: every column has a cell. */
export const medianRow = (lives: readonly Life[]): (string | number)[] =>
  lifeColumns.map(({ header, type }) =>
    header === 'Điển hình' ? 'Trung vị của cả bảng' : type === 'number' ? (medianOf(lives) ?? '') : '',
  );
