/** What one write has to bring a workbook's machine tabs up to date; nothing when they say so already. Pure. */
import { contentHash } from '../content-hash.ts';
import type { BoardLine } from '../domain/board.ts';
import type { Dossier } from '../domain/dossier.ts';
import { formOf } from '../domain/forms/index.ts';
import { formOfPeriod } from '../domain/period.ts';
import { missingLines, reviewColumnKeys, reviewLine } from '../domain/review-tab.ts';
import { shortlistOf } from '../domain/shortlist.ts';
import { balancesOf } from '../domain/shortlist-balance.ts';
import { shortlistTab } from '../domain/shortlist-tab.ts';
import { summaryTab } from '../domain/summary.ts';
import type { Unit } from '../domain/unit.ts';
import {
  machineHeaderRows,
  machineTab,
  reviewVerdict,
  saysTheSame,
  type VerdictLine,
} from '../domain/verdict.ts';
import { reviewColumn, reviewTabOf, tabOfKind, type Workbook } from '../domain/workbook.ts';
import type { MachineWrite, TabValues } from '../ports.ts';
import type { LoadedPlan } from '../records.ts';
import { guideTab } from './guide-tab.ts';
import { replaceTab } from './replace-tab.ts';

export interface WorkbookState {
  workbook: Workbook;
  loaded: LoadedPlan;
  board: readonly BoardLine[];
  /** What the machine says of the unit tabs' rows, and of requests. */
  lines: readonly VerdictLine[];
  /** Keys that stand in the review tab. */
  reviewKeys: ReadonlySet<string>;
  /** Of the child units and at this desk. */
  dossiers: readonly Dossier[];
  /** How far judging is, by dossier. */
  judged: ReadonlyMap<string, string>;
  /** Named in the review tab, but meanwhile at other desks. */
  decided: readonly Dossier[];
  /** Dossiers on which a complaint hold stands. */
  onHold: ReadonlySet<string>;
  /** Where the public page is; the Hướng dẫn tab leads to the whole guide there. */
  listingUrl: string;
  /** As read in this sync. */
  tabs: readonly TabValues[];
}

export function toMachineWrite(state: WorkbookState, epoch: number, now: Date): MachineWrite | undefined {
  const { workbook, loaded, board, lines, reviewKeys, dossiers, decided, judged, tabs, listingUrl } = state;
  const { plan, tree } = loaded;
  const read = (sheetId: number): unknown[][] => tabs.find((tab) => tab.sheetId === sheetId)?.values ?? [];
  const machine = tabOfKind(workbook, 'machine').sheetId;
  const summary = tabOfKind(workbook, 'summary').sheetId;
  const guide = tabOfKind(workbook, 'guide').sheetId;
  const review = reviewTabOf(workbook);

  const waiting = dossiers.filter(({ at, status }) => at === workbook.unitId && status === 'submitted');
  const missing = review && workbook.part === 1 ? missingLines(waiting, reviewKeys) : [];
  const reviewLines = reviewVerdict([...dossiers, ...decided], reviewKeys, missing, { tree, judged });
  const allLines = [...lines, ...reviewLines];
  const hash = contentHash(JSON.stringify(allLines)).slice(0, 16);
  const collecting = tree.get(workbook.unitId) as Unit;
  const summaryValues = summaryTab(plan, collecting, workbook.period, board, now);
  const guideValues = guideTab(plan, workbook.period, collecting, workbook.tabs, listingUrl);

  const replace: MachineWrite['replace'] = [];
  if (!saysTheSame(read(machine), allLines, hash))
    replace.push({
      sheetId: machine,
      values: machineTab(allLines, { epoch, contentHash: hash, checkedAt: now.toISOString() }),
      clearRows: Math.max(0, read(machine).length - allLines.length - machineHeaderRows),
    });
  replace.push(
    ...replaceTab(tabs, summary, summaryValues),
    // A quota or a deadline that the control sheet changed: what clerks are told changes with it.
    ...replaceTab(tabs, guide, guideValues),
    ...shortlistWrite(state, collecting),
  );
  if (replace.length === 0 && missing.length === 0) return undefined;
  const append =
    review === undefined || missing.length === 0
      ? []
      : [
          {
            sheetId: review.sheetId,
            values: linesFor(missing, state, read(review.sheetId)),
            formulaColumns: [reviewColumn('status')],
          },
        ];
  return { replace, append };
}

/** By the columns that stand in the tab. */
function linesFor(
  missing: readonly Dossier[],
  { workbook, loaded: { tree }, dossiers, decided }: WorkbookState,
  values: readonly unknown[][],
): string[][] {
  const form = formOf(formOfPeriod(workbook.period));
  const desk = { form, tree, keys: reviewColumnKeys(values, form), dossiers: [...dossiers, ...decided] };
  return missing.map((dossier) => reviewLine(dossier, desk));
}

/** Where the plan asks for no such tab, none was made. */
function shortlistWrite(
  { workbook, loaded: { plan, tree }, dossiers, decided, onHold, tabs }: WorkbookState,
  collecting: Unit,
): MachineWrite['replace'] {
  const tab = workbook.tabs.find(({ kind }) => kind === 'shortlist');
  if (!tab) return [];
  const { unitId, period } = workbook;
  const lines = shortlistOf({ dossiers: [...dossiers, ...decided], unitId, tree, onHold });
  const balances = balancesOf(lines, { plan, period, unitId, tree });
  return replaceTab(tabs, tab.sheetId, shortlistTab({ plan, period, collecting, tree, lines, balances }));
}
