/** The Thẩm định tab: lines the machine appends, and the decisions reviewers type beside them. */
import { alikeRemark } from './alike-words.ts';
import type { Dossier, ReviewAction } from './dossier.ts';
import { columnOf, type Form } from './form.ts';
import { periodLabel } from './period.ts';
import type { Problem } from './problem.ts';
import { againWords } from './registered-again.ts';
import { sameFileRemark } from './same-file.ts';
import { shownValue } from './shown-value.ts';
import { compareKey } from './text.ts';
import type { UnitTree } from './unit.ts';
import {
  decisionWords,
  firstDataLine,
  keyLine,
  parseReviewKey,
  reviewColumn,
  reviewColumns,
  reviewKey,
} from './workbook.ts';

export interface TypedDecision {
  line: number;
  dossierId: string;
  round: number;
  action: ReviewAction;
  reason: string;
}

export interface ReviewTab {
  /** Keys that stand in the tab, decided or not. */
  keys: Set<string>;
  decisions: TypedDecision[];
  problems: Problem[];
}

const actionByWord = new Map(
  Object.entries(decisionWords).map(([action, word]) => [compareKey(word), action as ReviewAction]),
);

const allDecisions = Object.values(decisionWords).join(', ');

const places = {
  key: reviewColumn('key'),
  decision: reviewColumn('decision'),
  reason: reviewColumn('reason'),
};

/** Reads every line; a line without a decision is only known to be there. */
export function readReviewTab(values: readonly (readonly unknown[])[], tab: string): ReviewTab {
  const keys = new Set<string>();
  const decisions: TypedDecision[] = [];
  const problems: Problem[] = [];
  values.slice(firstDataLine - 1).forEach((cells, index) => {
    const line = index + firstDataLine;
    const cell = (key: keyof typeof places): string => String(cells[places[key]] ?? '').trim();
    const key = cell('key');
    const word = cell('decision');
    if (key !== '') keys.add(key);
    if (word === '') return;
    const parsed = parseReviewKey(key);
    const action = actionByWord.get(compareKey(word));
    if (!parsed)
      problems.push({
        code: 'dossier-unknown',
        severity: 'error',
        tab,
        line,
        a1: `A${line}`,
        params: { value: key },
      });
    else if (!action)
      problems.push({
        code: 'decision-unknown',
        severity: 'error',
        tab,
        line,
        a1: `${columnLetter(places.decision)}${line}`,
        params: { value: word, choices: allDecisions, id: key },
      });
    else decisions.push({ line, ...parsed, action, reason: cell('reason') });
  });
  return { keys, ...withoutConflicts(decisions, problems, tab) };
}

/** The same dossier decided differently on two lines: neither counts until a person has settled it. */
function withoutConflicts(
  decisions: TypedDecision[],
  problems: Problem[],
  tab: string,
): Pick<ReviewTab, 'decisions' | 'problems'> {
  const byKey = Map.groupBy(decisions, ({ dossierId, round }) => reviewKey(dossierId, round));
  const kept: TypedDecision[] = [];
  const conflicts: Problem[] = [];
  for (const [key, same] of byKey) {
    const first = same[0] as TypedDecision;
    if (same.every(({ action, reason }) => action === first.action && reason === first.reason))
      kept.push(first);
    else
      for (const { line } of same)
        conflicts.push({
          code: 'decision-conflict',
          severity: 'error',
          tab,
          line,
          params: { id: key, lines: same.map((other) => other.line).join(', ') },
        });
  }
  return { decisions: kept, problems: [...problems, ...conflicts] };
}

const columnLetter = (index: number): string => String.fromCharCode(65 + index);

const statusOfLine = '=IFNA(VLOOKUP(INDEX($A:$A,ROW()),\'TRẠNG THÁI\'!$A:$D,2,FALSE),"")';

/** Keys of the tab's columns as they stand in it: one made when its form showed other columns keeps those until it is mended. */
export function reviewColumnKeys(values: readonly (readonly unknown[])[], form: Form): string[] {
  const keys = (values[keyLine - 1] ?? []).map((cell) => String(cell).trim());
  return keys[0] === 'key' ? keys : reviewColumns(form).map(({ key }) => key);
}

export interface ReviewDesk {
  form: Form;
  tree: UnitTree;
  /** Keys of the tab's columns. */
  keys: readonly string[];
  /** All that came to the desk. */
  dossiers: readonly Dossier[];
}

/** A new line for reviewers: the row as submitted, with nothing where reviewers type. */
export function reviewLine(dossier: Dossier, { form, tree, keys, dossiers }: ReviewDesk): string[] {
  const { row } = dossier;
  const remark = [
    dossier.returnReason !== '' ? `Cấp trên trả lại: ${dossier.returnReason}` : '',
    dossier.round > 1 && dossier.returnReason === '' ? `Lần ${dossier.round}` : '',
    registeredAgain(dossier),
    alikeRemark(dossier.alike ?? [], tree),
    sameFileRemark(dossier, dossiers, form, tree),
    row.values.needs ? `Vướng mắc: ${row.values.needs}` : '',
  ].filter((part) => part !== '');
  const own: Record<string, string> = {
    key: reviewKey(dossier.id, dossier.round),
    unit: tree.get(dossier.unitId)?.name ?? dossier.unitId,
    status: statusOfLine,
    decision: '',
    reason: '',
    remark: remark.join('; '),
  };
  return keys.map((key) => {
    const column = columnOf(form, key);
    return own[key] ?? (column ? shownValue(form, column, row) : '');
  });
}

/** Reviewers see whom they have recognised before, and what is promised for this year. */
const registeredAgain = ({ carriedFrom, row }: Dossier): string =>
  carriedFrom
    ? `${againWords(row)} (gương ${periodLabel(carriedFrom.period)}, hồ sơ ${carriedFrom.dossierId})`
    : '';

/** Dossiers that wait here and have no line in the tab yet, in order of their ids. */
export const missingLines = (waiting: readonly Dossier[], keys: ReadonlySet<string>): Dossier[] =>
  waiting
    .filter((dossier) => !keys.has(reviewKey(dossier.id, dossier.round)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
