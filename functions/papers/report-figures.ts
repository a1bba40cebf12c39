/**
 * The figures of a report, from the standings of the units that send to it: who was asked, who sent, what became of the
 * exemplars. A unit that has ended counts with the one that took over its work, so that years can be laid side by side.
 */
import type { BoardLine } from '../domain/board.ts';
import { type Dossier, isOffList } from '../domain/dossier.ts';
import type { Form } from '../domain/form.ts';
import { formOf } from '../domain/forms/index.ts';
import { chosenOf } from '../domain/marks.ts';
import type { Plan } from '../domain/plan.ts';
import type { UnitRequest } from '../domain/request.ts';
import type { Unit, UnitTree } from '../domain/unit.ts';
import { owesNoMore } from '../domain/unit-standing.ts';

export interface Figures {
  /** Lists that the plan asked for. */
  asked: number;
  /** Lists that came, those that say "không có trường hợp" with them. */
  came: number;
  /** Of them, within the time that the unit had. */
  onTime: number;
  late: number;
  nil: number;
  /** Lists that did not come, and of them those that still have time. */
  missing: number;
  open: number;
  /** The least number of exemplars that the plan asks for. */
  minimum: number;
  sent: number;
  approved: number;
  chosen: number;
  published: number;
  returned: number;
}

export interface SentDossier {
  dossier: Dossier;
  form: Form;
  chosen: boolean;
}

export interface UnitFigures {
  /** The unit that stands on the day of the report. */
  unit: Unit;
  /** Units whose work it took over and which have figures here. */
  absorbed: readonly Unit[];
  figures: Figures;
  dossiers: readonly SentDossier[];
  difficulties: readonly { unit: Unit; request: UnitRequest }[];
}

export interface PeriodFigures {
  period: string;
  units: readonly UnitFigures[];
  total: Figures;
}

export interface ReportPlace {
  plan: Plan;
  tree: UnitTree;
  /** The unit that collects and reports. */
  unit: Unit;
  /** ISO: who has ended by then is counted with a successor. */
  day: string;
}

const none: Figures = {
  asked: 0,
  came: 0,
  onTime: 0,
  late: 0,
  nil: 0,
  missing: 0,
  open: 0,
  minimum: 0,
  sent: 0,
  approved: 0,
  chosen: 0,
  published: 0,
  returned: 0,
};

const keys = Object.keys(none) as (keyof Figures)[];

export const sumFigures = (all: readonly Figures[]): Figures =>
  all.reduce(
    (sum, one) => Object.fromEntries(keys.map((key) => [key, sum[key] + one[key]])) as unknown as Figures,
    none,
  );

/** It reached whoever collects: written by the unit, or chosen from below and sent on with the unit's own list. */
const hasReached = ({ standing: { unit, collecting } }: BoardLine, dossier: Dossier): boolean =>
  !isOffList(dossier) &&
  ((dossier.unitId === unit.id && dossier.parentId === collecting.id) ||
    dossier.history.some(({ action, unitId }) => action === 'forward' && unitId === unit.id));

export function sentDossiers(line: BoardLine): SentDossier[] {
  const chosen = new Set(chosenOf(line.standing).map(({ id }) => id));
  return line.standing.dossiers
    .filter((dossier) => hasReached(line, dossier))
    .map((dossier) => ({
      dossier,
      form: formOf(line.standing.obligation.form),
      chosen: chosen.has(dossier.id),
    }))
    .sort((a, b) => (a.dossier.id < b.dossier.id ? -1 : 1));
}

/** Nurturing plans, papers and works of a contest are lists that are asked for, but no exemplars. */
const isOfExemplars = ({ standing }: BoardLine): boolean =>
  formOf(standing.obligation.form).kindColumn !== undefined;

function figuresOf(line: BoardLine, dossiers: readonly SentDossier[]): Figures {
  const { arrival, standing } = line;
  const { collecting, obligation } = standing;
  const came = arrival.kind === 'list' || arrival.kind === 'nil';
  const owed = came || !owesNoMore(standing);
  const number = (fits: (sent: SentDossier) => boolean): number => dossiers.filter(fits).length;
  return {
    asked: owed ? 1 : 0,
    came: came ? 1 : 0,
    onTime: came && arrival.when !== 'late' ? 1 : 0,
    late: came && arrival.when === 'late' ? 1 : 0,
    nil: arrival.kind === 'nil' ? 1 : 0,
    missing: came || !owed ? 0 : 1,
    open: came || !owed || arrival.isDue ? 0 : 1,
    minimum: owed && isOfExemplars(line) ? obligation.quota.min : 0,
    sent: dossiers.length,
    approved: number(({ dossier }) => dossier.approvals.includes(collecting.id)),
    chosen: number(({ chosen }) => chosen),
    published: number(({ dossier }) => dossier.public),
    returned: number(({ dossier }) =>
      dossier.history.some(({ action, unitId }) => action === 'return' && unitId === collecting.id),
    ),
  };
}

/**
 * What the unit collects; and lists of units that now belong to it, though another of its level collected them then: a
 * commune that came over in a merger brings its past with it.
 */
function isReported({ standing: { unit, collecting } }: BoardLine, place: ReportPlace): boolean {
  const { plan, tree, day } = place;
  const levelOf = ({ kind }: Unit): string | undefined => plan.unitKinds[kind]?.level;
  if (tree.inForce(collecting.id, day)?.id === place.unit.id || collecting.id === place.unit.id) return true;
  return tree.inForce(unit.id, day)?.parent === place.unit.id && levelOf(collecting) === levelOf(place.unit);
}

export const reportedLines = (lines: readonly BoardLine[], place: ReportPlace): BoardLine[] =>
  lines.filter((line) => isReported(line, place));

/** From the reported lines of one period. */
export function figuresOfPeriod(
  period: string,
  lines: readonly BoardLine[],
  { tree, day }: Pick<ReportPlace, 'tree' | 'day'>,
): PeriodFigures {
  const owners = Map.groupBy(lines, ({ standing }) => tree.inForce(standing.unit.id, day) ?? standing.unit);
  const order = new Map(tree.units.map(({ id }, index) => [id, index]));
  const units = [...owners]
    .map(([unit, mine]): UnitFigures => {
      const withDossiers = mine.map((line) => ({
        line,
        dossiers: isOfExemplars(line) ? sentDossiers(line) : [],
      }));
      return {
        unit,
        absorbed: mine.map(({ standing }) => standing.unit).filter(({ id }) => id !== unit.id),
        figures: sumFigures(withDossiers.map(({ line, dossiers }) => figuresOf(line, dossiers))),
        dossiers: withDossiers.flatMap(({ dossiers }) => dossiers),
        difficulties: mine.flatMap(({ standing }) => difficultiesOf(standing.unit, standing.requests)),
      };
    })
    .sort((a, b) => (order.get(a.unit.id) ?? 0) - (order.get(b.unit.id) ?? 0));
  return { period, units, total: sumFigures(units.map(({ figures }) => figures)) };
}

const difficultiesOf = (
  unit: Unit,
  requests: readonly UnitRequest[],
): { unit: Unit; request: UnitRequest }[] =>
  requests
    .filter(({ kind, state }) => kind === 'difficulty' && state !== 'dropped')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((request) => ({ unit, request }));

/** Each once: periods that were read apart bring the same unit as two objects. */
export const distinct = (units: readonly Unit[]): Unit[] => [
  ...new Map(units.map((unit) => [unit.id, unit])).values(),
];

/** Several periods as one: unit by unit, in the order of the plan. */
export function figuresOfYears(periods: readonly PeriodFigures[], tree: UnitTree): UnitFigures[] {
  const byUnit = Map.groupBy(
    periods.flatMap(({ units }) => units),
    ({ unit }) => unit.id,
  );
  return tree.units.flatMap(({ id }) => {
    const mine = byUnit.get(id);
    if (!mine?.[0]) return [];
    return {
      unit: mine[0].unit,
      absorbed: distinct(mine.flatMap(({ absorbed }) => absorbed)),
      figures: sumFigures(mine.map(({ figures }) => figures)),
      dossiers: mine.flatMap(({ dossiers }) => dossiers),
      difficulties: mine.flatMap(({ difficulties }) => difficulties),
    };
  });
}

/** The last thing that happened in what is counted: when the figures were so. '' when nothing did. */
export function lastChange(lines: readonly BoardLine[]): string {
  const moments = lines.flatMap(({ standing: { submission, dossiers, requests } }) => [
    ...(submission?.versions ?? []).flatMap(({ at, signedAt, sentBackAt }) => [at, signedAt, sentBackAt]),
    ...dossiers.flatMap(({ history }) => history.map(({ at }) => at)),
    ...requests.flatMap(({ history }) => history.map(({ at }) => at)),
  ]);
  return moments.reduce<string>((last, at) => (at !== undefined && at > last ? at : last), '');
}
