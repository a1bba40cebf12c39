/** How the dossiers at a desk are spread: by sector, unit, kind, sex and work, waiting, approved and chosen, beside the plan's shares. */
import { columnOf, kindLabel, kindLabels } from './form.ts';
import { exemplarForm } from './forms/exemplar.ts';
import { firstDayOf } from './period.ts';
import type { Plan } from './plan.ts';
import type { ShortlistLine, Standing, Women } from './shortlist.ts';
import { isValidOn, type UnitTree } from './unit.ts';

export type Counts = Record<Standing, number>;

export interface BalanceRow {
  name: string;
  counts: Counts;
  /** Of all rows that the plan asks of the desk's units, per cent; undefined where the plan says nothing. */
  planShare?: number;
}

export interface Balance {
  title: string;
  /** Each dossier that the table is about is in exactly one of them. */
  rows: BalanceRow[];
  /** Name of the row whose share of each column is told. */
  shareOf?: string;
}

const sectors = columnOf(exemplarForm, 'sector')?.choices ?? [];

export interface BalanceTerms {
  plan: Plan;
  period: string;
  unitId: string;
  tree: UnitTree;
}

export function balancesOf(lines: readonly ShortlistLine[], terms: BalanceTerms): Balance[] {
  const individuals = lines.filter(({ dossier }) => dossier.row.kind === 'individual');
  const collectives = lines.filter(({ dossier }) => dossier.row.kind === 'collective');
  return [
    {
      title: 'Theo lĩnh vực',
      rows: grouped(lines, sectors, ({ dossier }) => String(dossier.row.values.sector ?? '')),
    },
    { title: 'Theo đơn vị gửi', rows: byUnit(lines, terms) },
    {
      title: 'Theo loại',
      rows: grouped(lines, Object.values(kindLabels), ({ dossier }) => kindLabel(dossier.row.kind)),
    },
    {
      title: 'Cá nhân theo giới',
      rows: grouped(individuals, wordsOf('woman', 'man', 'unknown'), ({ women }) => womenWords[women]),
      shareOf: womenWords.woman,
    },
    {
      title: 'Cá nhân theo nhóm đối tượng',
      rows: grouped(individuals, Object.values(workWords), ({ isDirectWorker }) =>
        isDirectWorker ? workWords.direct : workWords.other,
      ),
      shareOf: workWords.direct,
    },
    {
      title: 'Tập thể theo tỷ lệ nữ',
      rows: grouped(collectives, wordsOf('mostly', 'fewer', 'unknown'), ({ women }) => womenWords[women]),
      shareOf: womenWords.mostly,
    },
  ];
}

export const womenWords: Record<Women, string> = {
  woman: 'Nữ',
  man: 'Nam',
  mostly: 'Từ 70% nữ',
  fewer: 'Dưới 70% nữ',
  unknown: 'Chưa rõ',
  none: '',
};

const wordsOf = (...women: Women[]): string[] => women.map((one) => womenWords[one]);

const workWords = { direct: 'Trực tiếp lao động', other: 'Nhóm khác' } as const;

const noName = 'Chưa ghi';

/** The known names first, empty ones too: that nothing came from a sector is what the council should see. */
function grouped(
  lines: readonly ShortlistLine[],
  known: readonly string[],
  nameOf: (line: ShortlistLine) => string,
): BalanceRow[] {
  const groups = Map.groupBy(lines, (line) => nameOf(line) || noName);
  const others = [...groups.keys()].filter((name) => !known.includes(name)).sort();
  return [...known, ...others].map((name) => ({ name, counts: countsOf(groups.get(name) ?? []) }));
}

export function countsOf(lines: readonly ShortlistLine[]): Counts {
  const count = (wanted: Standing): number => lines.filter(({ standing }) => standing === wanted).length;
  return { waiting: count('waiting'), approved: count('approved'), chosen: count('chosen') };
}

export const totalOf = ({ waiting, approved, chosen }: Counts): number => waiting + approved + chosen;

/** Units that owe the desk rows, and those that have sent some; what the plan asks of each at least is its share. */
function byUnit(lines: readonly ShortlistLine[], { plan, period, unitId, tree }: BalanceTerms): BalanceRow[] {
  const sent = Map.groupBy(lines, ({ via }) => via);
  const owed = new Map(
    tree
      .children(unitId)
      .filter((unit) => isValidOn(unit, firstDayOf(period)))
      .map(({ id, kind }) => [id, owedBy(plan, kind)] as const),
  );
  const all = [...owed.values()].reduce((sum, rows) => sum + rows, 0);
  const shown = tree.children(unitId).filter(({ id }) => sent.has(id) || (owed.get(id) ?? 0) > 0);
  const isShared = (name: string): boolean => shown.filter((unit) => unit.name === name).length > 1;
  return shown.map(({ id, name }) => ({
    name: isShared(name) ? `${name} (${id})` : name,
    counts: countsOf(sent.get(id) ?? []),
    ...(all > 0 ? { planShare: (100 * (owed.get(id) ?? 0)) / all } : {}),
  }));
}

const owedBy = ({ obligations }: Plan, kind: string): number =>
  obligations.filter(({ unitKind }) => unitKind === kind).reduce((sum, { quota }) => sum + quota.min, 0);
