/**
 * The way of an exemplar, step by step with date and who: found, nurtured, summed up, multiplied, and recognised in between.
 * Put together from what is kept anyway: the dossier's history, the stage its unit gave in each list, and the filed rows
 * that name it. For staff: whoever nurtures whom is nobody else's business.
 */
import { formatDate } from './date.ts';
import { localDate } from './deadline.ts';
import type { Dossier, DossierEvent } from './dossier.ts';
import { conclusions } from './forms/follow-up.ts';
import type { Plan } from './plan.ts';
import { againWords } from './registered-again.ts';
import type { Row } from './row.ts';
import type { Snapshot } from './submission.ts';
import { toUnitTree, type UnitTree } from './unit.ts';
import { daysUntil } from './working-days.ts';

/** In the order in which plans ask for them; words of the form's column “Khâu”. */
export const lifeStages = ['Phát hiện', 'Bồi dưỡng', 'Tổng kết', 'Nhân rộng'] as const;

export type LifeStage = (typeof lifeStages)[number];

export interface LifeStep {
  /** ISO date: of the deed where the row says it, else of the record. */
  on: string;
  /** '' when the step belongs to no stage of its own, e.g. a recognition. */
  stage: LifeStage | '';
  what: string;
  unitId: string;
  /** E-mail of who did it, or the words of the row. */
  by: string;
}

/** A row of a filed list that names the exemplar, as it was in one sending. */
export interface Cited {
  formId: string;
  unitId: string;
  at: string;
  by: string;
  row: Row;
}

type Snapshots = ReadonlyMap<string, Pick<Snapshot, 'formId' | 'rows' | 'cites'>>;

/** Filed dossiers → by the dossier they name; a row that was sent again with other words counts each time. */
export function citedByDossier(filed: readonly Dossier[], snapshots: Snapshots): Map<string, Cited[]> {
  const all = filed.flatMap(({ id, unitId, history }) =>
    sentIn(history).flatMap(({ snapshotId = '', at, by }) => {
      const snapshot = snapshots.get(snapshotId);
      const row = snapshot?.rows.find((one) => one.id === id);
      if (!snapshot || !row) return [];
      // A citation with a list is of a criterion, whose code is no dossier's id.
      const named = (snapshot.cites ?? []).filter((cite) => cite.row === id && cite.list === undefined);
      return named.flatMap(({ ids }) =>
        ids.map((exemplar) => ({ exemplar, cited: { formId: snapshot.formId, unitId, at, by, row } })),
      );
    }),
  );
  const grouped = Map.groupBy(all, ({ exemplar }) => exemplar);
  return new Map([...grouped].map(([id, some]) => [id, some.map(({ cited }) => cited)]));
}

const sentIn = (history: readonly DossierEvent[]): DossierEvent[] =>
  history.filter(({ action, snapshotId }) => action === 'submit' && snapshotId !== undefined);

/**
 * Earliest first; steps of one day stand as they were recorded. The same said twice is one step. `earlier`: the steps of
 * the dossier that it was carried over from, where that is at hand.
 */
export function lifeLine(
  dossier: Dossier,
  snapshots: Snapshots,
  cited: readonly Cited[],
  timeZone: string,
  earlier: readonly LifeStep[] = [],
): LifeStep[] {
  const steps = [
    ...(earlier.length > 0 ? earlier : foundBefore(dossier)),
    ...dossier.history.flatMap((event, index) => historySteps(dossier, index, event, snapshots, timeZone)),
    ...stageSteps(dossier, snapshots, timeZone, earlier.findLast(({ stage }) => stage !== '')?.stage),
    ...cited.map((one) => citedStep(one, timeZone)),
  ];
  const fresh = new Map(steps.map((step) => [`${step.on} ${step.stage} ${step.what} ${step.unitId}`, step]));
  return [...fresh.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const foundBefore = ({ carriedFrom }: Dossier): LifeStep[] =>
  carriedFrom && carriedFrom.foundOn !== ''
    ? [
        {
          on: carriedFrom.foundOn,
          stage: 'Phát hiện',
          what: 'Phát hiện ở kỳ trước',
          unitId: carriedFrom.unitId,
          by: carriedFrom.foundBy,
        },
      ]
    : [];

const words: Record<DossierEvent['action'], string> = {
  submit: 'Sửa, nộp lại',
  return: 'Trả lại',
  hold: 'Để lại xem thêm',
  approve: 'Công nhận',
  promote: 'Công nhận, chọn lên cấp trên',
  forward: 'Gửi lên cấp trên',
  recall: 'Rút khỏi danh sách',
  withdraw: 'Gỡ công khai',
  narrow: 'Rút bớt đồng ý công khai',
  // Its reason says all.
  carry: '',
};

function historySteps(
  { id, history, carriedFrom }: Dossier,
  index: number,
  { action, at, unitId, by, reason, snapshotId = '' }: DossierEvent,
  snapshots: Snapshots,
  timeZone: string,
): LifeStep[] {
  const isFirst = action === 'submit' && history.findIndex((event) => event.action === 'submit') === index;
  const isFinding = isFirst && !carriedFrom;
  const row = snapshots.get(snapshotId)?.rows.find((one) => one.id === id);
  const said = isFinding ? 'Phát hiện, đưa vào danh sách' : isFirst ? againWords(row) : words[action];
  const what = [said, reason ?? ''].filter((part) => part !== '').join(': ');
  return [{ on: dayOf(at, timeZone), stage: isFinding ? 'Phát hiện' : '', what, unitId, by }];
}

/** What the unit says of the stage, each time it says something new. */
function stageSteps(
  { id, history }: Dossier,
  snapshots: Snapshots,
  timeZone: string,
  before: LifeStep['stage'] = 'Phát hiện',
): LifeStep[] {
  const told = sentIn(history).flatMap((event) => {
    const row = snapshots.get(event.snapshotId ?? '')?.rows.find((one) => one.id === id);
    const stage = lifeStages.find((one) => one === row?.values.stage);
    return stage ? [{ event, stage }] : [];
  });
  return told
    .filter(({ stage }, index) => stage !== (told[index - 1]?.stage ?? before))
    .map(({ event: { at, unitId, by }, stage }) => ({
      on: dayOf(at, timeZone),
      stage,
      what: `Đơn vị ghi khâu “${stage}”`,
      unitId,
      by,
    }));
}

const concluded: Readonly<Record<string, LifeStage>> = {
  [conclusions.nurture]: 'Bồi dưỡng',
  [conclusions.review]: 'Tổng kết',
  [conclusions.multiply]: 'Nhân rộng',
};

type Told = Partial<Omit<LifeStep, 'unitId'>> & { what: string };

/** What a row of each form tells of the exemplar it names. */
const tellers: Readonly<Record<string, (text: (key: string) => string) => Told>> = {
  'nurturing-plan': (text) => ({
    stage: 'Bồi dưỡng',
    what: `Kế hoạch bồi dưỡng: ${text('milestone')}, hạn ${formatDate(text('due'))} (${text('progress')})`,
    by: text('responsible'),
  }),
  'follow-up': (text) => ({
    on: text('assessedOn'),
    stage: concluded[text('conclusion')] ?? '',
    what: `Đánh giá: ${text('conclusion')} (lan tỏa ${text('spread')}, hiệu quả ${text('effect')}, phát triển ${text('growth')})`,
    by: text('assessor'),
  }),
  'publicity-log': (text) => ({
    on: text('publishedOn'),
    stage: 'Nhân rộng',
    what: `${text('channel')}: ${text('name')}`,
    by: text('outlet'),
  }),
};

function citedStep({ formId, unitId, at, by, row }: Cited, timeZone: string): LifeStep {
  const recorded = { on: dayOf(at, timeZone), stage: '', by, unitId } as const;
  const told = tellers[formId]?.((key) => String(row.values[key] ?? '')) ?? {
    what: String(row.values.name ?? ''),
  };
  return { ...recorded, ...told };
}

const dayOf = (at: string, timeZone: string): string => localDate(new Date(at), timeZone);

/** The day on which each stage was first reached. */
export const stageDays = (steps: readonly LifeStep[]): Map<LifeStage, string> =>
  new Map(
    lifeStages.flatMap((stage) => {
      const first = steps.find((step) => step.stage === stage);
      return first ? [[stage, first.on] as const] : [];
    }),
  );

/**
 * Calendar days from the first sending to the first recognition by a level that publishes, if it stands; undefined
 * while there is none. "Khen kịp thời" (KH 99/KH-UBND of Hà Nội) is measured by it.
 */
export function daysToHonour(
  { history, approvals }: Pick<Dossier, 'history' | 'approvals'>,
  plan: Plan,
  tree: UnitTree = toUnitTree(plan.units),
): number | undefined {
  const publishes = (unitId: string): boolean =>
    plan.publication.levels.includes(plan.unitKinds[tree.get(unitId)?.kind ?? '']?.level ?? '');
  const sent = history.find(({ action }) => action === 'submit');
  const honoured = history.find(
    ({ action, unitId }) =>
      (action === 'approve' || action === 'promote') && approvals.includes(unitId) && publishes(unitId),
  );
  return sent && honoured
    ? Math.max(0, daysUntil(dayOf(sent.at, plan.timeZone), dayOf(honoured.at, plan.timeZone)))
    : undefined;
}

/** How often each number of days stands there → the days within which half of them came; of two in the middle the later. */
export function medianDays(counts: ReadonlyMap<number, number>): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const [days, count] of [...counts].sort(([a], [b]) => a - b)) {
    below += count;
    if (below > total / 2) return days;
  }
  return undefined;
}

export const countDays = (all: readonly (number | undefined)[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const days of all) if (days !== undefined) counts.set(days, (counts.get(days) ?? 0) + 1);
  return counts;
};
