/**
 * What happens in the trial's year: for every unit that owes a list, what its clerk types first, what is mended, what
 * comes late or never, what is sent back and what is chosen upward. Data only; whoever plays it decides when.
 */
import type { ExemplarKind } from '../../../functions/domain/form.ts';
import type { Obligation } from '../../../functions/domain/plan.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { createRandom, type Random } from './random.ts';
import { dealMistakes, dealRoles, type Role } from './roles.ts';
import { blankRow, type SampleUnit, sampleRows, type TypedRow } from './rows.ts';
import {
  isBlankRow,
  type Mend,
  makeMistakes,
  mended,
  type ReturnedRow,
  weakenRows,
} from './scenario-rows.ts';

export type { Mend, ReturnedRow } from './scenario-rows.ts';

export interface UnitScript {
  unitId: string;
  /** As first typed. */
  rows: TypedRow[];
  /** What the clerk retypes after the first refusal. An index behind the last row adds a row; all blank clears one. */
  mends: Mend[];
  outcome: 'on-time' | 'late' | 'missing';
  firstTry?: 'below-quota' | 'above-quota' | 'wrong-kind' | 'no-attachment' | 'mistakes';
  /** Why the head sends the list back once; the clerk then sends it again. */
  headSendsBack?: string;
  /** What the reviewers above return once, and the mend. */
  returnRows?: ReturnedRow[];
  /** How many rows of the units below are chosen upward. */
  promote: number;
  /** The paper the list brings; with 'no-attachment' only at the second try. */
  attachment?: { documentNumber: string; documentDate: string; url: string };
  /** A consent taken back after the row was published. */
  withdrawal?: { rowIndex: number; reason: string };
}

/** What a unit's own list is about. */
interface List {
  /** How many rows it sends at least and at most. */
  least: number;
  most: number;
  kinds: readonly ExemplarKind[];
  /** It must bring a paper. */
  withPaper: boolean;
}

const toList = ({ quota: { min, target, max }, allowedKinds = [], attachment }: Obligation): List => ({
  least: min,
  most: max ?? target ?? min,
  kinds: allowedKinds,
  withPaper: attachment !== undefined,
});

interface Scene {
  unit: SampleUnit;
  list: List;
  seed: number;
  period: string;
  random: Random;
}

const rowsOf = ({ unit, seed, period }: Scene, count: number, kinds: readonly ExemplarKind[]): TypedRow[] =>
  sampleRows(unit, { count, kinds, period, seed });

const attachmentOf = ({ unit, period, random }: Scene) => ({
  documentNumber: `${random.int(3, 60)}/KH-${unit.id}`,
  documentDate: `${period.slice(0, 4)}-01-${String(random.int(20, 28))}`,
  url: `https://vidu.vn/van-ban/ke-hoach-boi-duong-${unit.id.toLowerCase()}-${period}.pdf`,
});

type Part = Partial<Omit<UnitScript, 'unitId'>> & { rows: TypedRow[] };

/** A unit that lists its own exemplars. */
function playList(scene: Scene, role: Role, mistakes: Parameters<typeof makeMistakes>[1]): Part {
  const { least, most, kinds } = scene.list;
  const rows = rowsOf(scene, scene.random.int(least, most), kinds);
  switch (role) {
    case 'missing':
      return { rows: [], outcome: 'missing' };
    case 'late':
      return { rows, outcome: 'late' };
    case 'mistakes':
      return { ...makeMistakes(rows, mistakes), firstTry: 'mistakes' };
    case 'returned':
      return weakenRows(rows, scene.random.int(1, 2), scene.random);
    case 'below-quota':
      return { ...typeTooFew(rowsOf(scene, least, kinds)), firstTry: 'below-quota' };
    case 'above-quota':
      return { ...typeTooMany(rowsOf(scene, most + 1, kinds)), firstTry: 'above-quota' };
    case 'wrong-kind':
      return { ...typeWrongKind(rows, rowsOf(scene, 1, ['individual'])[0]!), firstTry: 'wrong-kind' };
    case 'no-attachment':
      return { rows, firstTry: 'no-attachment' };
    case 'sent-back':
      return {
        rows,
        headSendsBack: 'Danh sách còn thiếu gương ở các ấp vùng xa, đề nghị rà lại rồi gửi tôi ký.',
      };
    case 'withdrawn':
      return withdrawOne(rows, scene.period);
    case 'perfect':
      return { rows };
  }
}

const typeTooFew = (rows: TypedRow[]): Part => ({
  rows: rows.slice(0, -1),
  mends: [{ rowIndex: rows.length - 1, cells: rows.at(-1)! }],
});

const typeTooMany = (rows: TypedRow[]): Part => ({
  rows,
  mends: [{ rowIndex: rows.length - 1, cells: blankRow() }],
});

const typeWrongKind = (rows: TypedRow[], individual: TypedRow): Part => ({
  rows: [individual, ...rows.slice(1)],
  mends: [{ rowIndex: 0, cells: rows[0]! }],
});

/** Only what was agreed to can be taken back. */
function withdrawOne(rows: TypedRow[], period: string): Part {
  const rowIndex = rows.findIndex((row) => row.kind === 'Cá nhân');
  const agreed = {
    ...rows[rowIndex]!,
    consent: 'Đồng ý',
    consentDate: `20/12/${Number(period.slice(0, 4)) - 1}`,
  };
  return {
    rows: rows.with(rowIndex, agreed),
    withdrawal: { rowIndex, reason: 'Người được nêu tên xin rút lại đồng ý công khai.' },
  };
}

/** A collecting unit chooses from below; one of them adds an exemplar of its own. */
const playCollecting = (scene: Scene, available: number, addsOwn: boolean): Part => ({
  rows: addsOwn ? rowsOf(scene, 1, ['collective']) : [],
  promote: Math.min(scene.random.int(addsOwn ? 9 : 10, addsOwn ? 14 : 15), available),
});

/** Rows of the units below that reach the reviewers in time. */
const rowsInTime = (scripts: readonly UnitScript[], childIds: ReadonlySet<string>): number =>
  scripts
    .filter(({ unitId, outcome }) => childIds.has(unitId) && outcome === 'on-time')
    .reduce((sum, script) => sum + rowsAfterMends(script).length, 0);

/** One script for each unit that owes a list of exemplars, in the order of `units`. Whoever has units below chooses from theirs. */
export function scenarioFor(
  units: readonly Unit[],
  seed: number,
  period = '2025',
  obligations: readonly Obligation[] = kh113BacLieu.obligations,
): UnitScript[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const parents = new Set(units.map(({ parent }) => parent));
  const lists = new Map(
    obligations.filter(({ form }) => form === 'exemplar').map((owed) => [owed.unitKind, toList(owed)]),
  );
  const roles = dealRoles(units, seed);
  const mistakes = dealMistakes(units, roles, seed);
  const play = (unit: Unit, act: (scene: Scene) => Part): UnitScript[] => {
    const list = lists.get(unit.kind);
    if (!list) return [];
    const parentName = names.get(unit.parent ?? '') ?? '';
    const random = createRandom(seed, 'scenario', unit.id);
    const scene = {
      unit: { id: unit.id, name: unit.name, kind: unit.kind, parentName },
      list,
      seed,
      period,
      random,
    };
    return [toScript(scene, act(scene))];
  };
  const below = units
    .filter(({ id }) => !parents.has(id))
    .flatMap((unit) =>
      play(unit, (scene) => playList(scene, roles.get(unit.id) ?? 'perfect', mistakes.get(unit.id) ?? [])),
    );
  const collecting = units.filter(({ id, parent }) => parent !== null && parents.has(id));
  const above = collecting.flatMap((unit, index) => {
    const children = new Set(units.filter(({ parent }) => parent === unit.id).map(({ id }) => id));
    return play(unit, (scene) => playCollecting(scene, rowsInTime(below, children), index === 0));
  });
  const scripts = new Map([...below, ...above].map((script) => [script.unitId, script]));
  return units.flatMap(({ id }) => scripts.get(id) ?? []);
}

const toScript = (scene: Scene, part: Part): UnitScript => ({
  unitId: scene.unit.id,
  mends: [],
  outcome: 'on-time',
  promote: 0,
  ...(!scene.list.withPaper || part.outcome === 'missing' ? {} : { attachment: attachmentOf(scene) }),
  ...part,
});

/** What the list holds once it is accepted. */
export const rowsAfterMends = ({ rows, mends }: UnitScript): TypedRow[] =>
  mended(rows, mends).filter((row) => !isBlankRow(row));

/** And once the reviewers' returns are answered. */
export const rowsAfterReturns = (script: UnitScript): TypedRow[] => {
  const returned = (script.returnRows ?? []).map(({ rowIndex, mend }) => ({ rowIndex, cells: mend }));
  return mended(mended(script.rows, script.mends), returned).filter((row) => !isBlankRow(row));
};
