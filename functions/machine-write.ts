/** What one write has to bring a workbook's machine tabs up to date; nothing when they say so already. Pure. */
import { contentHash } from './content-hash.ts';
import type { Dossier } from './domain/dossier.ts';
import { missingLines, reviewLine } from './domain/review-tab.ts';
import { summaryTab, type UnitStanding } from './domain/summary.ts';
import type { Unit } from './domain/unit.ts';
import {
  machineHeaderRows,
  machineTab,
  reviewVerdict,
  saysTheSame,
  type VerdictLine,
} from './domain/verdict.ts';
import { reviewColumn, tabOfKind, type Workbook } from './domain/workbook.ts';
import type { MachineWrite, TabValues } from './ports.ts';
import type { LoadedPlan } from './records.ts';

export interface WorkbookState {
  workbook: Workbook;
  loaded: LoadedPlan;
  standings: readonly UnitStanding[];
  /** What the machine says of the unit tabs' rows. */
  lines: readonly VerdictLine[];
  /** Keys that stand in the review tab. */
  reviewKeys: ReadonlySet<string>;
  /** Of the child units and at this desk. */
  dossiers: readonly Dossier[];
  /** Named in the review tab, but meanwhile at other desks. */
  decided: readonly Dossier[];
  /** As read in this sync. */
  tabs: readonly TabValues[];
}

export function toMachineWrite(state: WorkbookState, epoch: number, now: Date): MachineWrite | undefined {
  const { workbook, loaded, standings, lines, reviewKeys, dossiers, decided, tabs } = state;
  const { plan, tree } = loaded;
  const read = (sheetId: number): unknown[][] => tabs.find((tab) => tab.sheetId === sheetId)?.values ?? [];
  const machine = tabOfKind(workbook, 'machine').sheetId;
  const summary = tabOfKind(workbook, 'summary').sheetId;
  const review = tabOfKind(workbook, 'review').sheetId;

  const waiting = dossiers.filter(({ at, status }) => at === workbook.unitId && status === 'submitted');
  const missing = workbook.part === 1 ? missingLines(waiting, reviewKeys) : [];
  const reviewLines = reviewVerdict([...dossiers, ...decided], reviewKeys, missing, tree);
  const allLines = [...lines, ...reviewLines];
  const hash = contentHash(JSON.stringify(allLines)).slice(0, 16);
  const summaryValues = summaryTab(plan, tree.get(workbook.unitId) as Unit, workbook.period, standings, now);

  const replace: MachineWrite['replace'] = [];
  if (!saysTheSame(read(machine), allLines, hash))
    replace.push({
      sheetId: machine,
      values: machineTab(allLines, { epoch, contentHash: hash, checkedAt: now.toISOString() }),
      clearRows: Math.max(0, read(machine).length - allLines.length - machineHeaderRows),
    });
  if (JSON.stringify(trimmed(read(summary))) !== JSON.stringify(trimmed(summaryValues)))
    replace.push({
      sheetId: summary,
      values: summaryValues,
      clearRows: Math.max(0, read(summary).length - summaryValues.length),
    });
  if (replace.length === 0 && missing.length === 0) return undefined;
  const append =
    missing.length === 0
      ? []
      : [
          {
            sheetId: review,
            values: missing.map((dossier) => reviewLine(dossier, tree)),
            formulaColumns: [reviewColumn('status')],
          },
        ];
  return { replace, append };
}

/** Sheets leaves trailing blanks out; compare without them. */
const trimmed = (values: readonly (readonly unknown[])[]): unknown[][] =>
  values.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
