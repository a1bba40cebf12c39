/** What every scene of the demo works with: the running product, the people, their scripts, and a way to say what happened. */
import type { Dossier } from '../../../functions/domain/dossier.ts';
import type { Plan } from '../../../functions/domain/plan.ts';
import type { Submission } from '../../../functions/domain/submission.ts';
import { toUnitTree, type Unit, type UnitTree } from '../../../functions/domain/unit.ts';
import type { OutboxMail } from '../../../functions/records.ts';
import type { Local } from '../runtime/local.ts';
import { Progress } from '../runtime/progress.ts';
import { type PhotoRow, photoRows } from '../samples/photo-rows.ts';
import { scenarioFor, type UnitScript } from '../samples/scenario.ts';
import { trialSeed } from '../trial.ts';
import type { Journal } from './journal.ts';
import { createPeople, type People, type WorkbookInfo } from './people.ts';

export interface Stage {
  local: Local;
  people: People;
  journal: Journal;
  plan: Plan;
  period: string;
  tree: UnitTree;
  scripts: readonly UnitScript[];
  /** By unit: whose row has a picture. */
  photos: ReadonlyMap<string, PhotoRow>;
  workbooks: readonly WorkbookInfo[];
  /** A line of the report. */
  say(line: string): void;
  /**
   * A promise of the demo: printed with a mark, and the exit code depends on it. It shows the duties that it names, else
   * all of its scene.
   */
  expect(isKept: boolean, promise: string, shows?: readonly string[]): void;
  each<T>(label: string, items: readonly T[], work: (item: T) => Promise<void>): Promise<void>;
}

export interface StageOptions {
  local: Local;
  journal: Journal;
  plan: Plan;
  period: string;
  workbooks: readonly WorkbookInfo[];
  print(line: string): void;
  onPromise(isKept: boolean, promise: string, shows: readonly string[] | undefined): void;
}

export function createStage({
  local,
  journal,
  plan,
  period,
  workbooks,
  print,
  onPromise,
}: StageOptions): Stage {
  const scripts = scenarioFor(plan.units, trialSeed, period, plan.obligations);
  return {
    local,
    people: createPeople(local.urls),
    journal,
    plan,
    period,
    tree: toUnitTree(plan.units),
    scripts,
    photos: photoRows(scripts),
    workbooks,
    say: (line) => print(`   ${line}`),
    expect(isKept, promise, shows) {
      print(`   ${isKept ? '✓' : '✗'} ${promise}`);
      onPromise(isKept, promise, shows);
    },
    async each(label, items, work) {
      const progress = new Progress(label);
      let done = 0;
      for (const item of items) {
        await work(item);
        done += 1;
        progress.show(done, items.length);
      }
      progress.end();
    },
  };
}

/** Units of the given kinds with what their clerks will do. */
export const castOf = (stage: Stage, kinds: readonly string[]): { unit: Unit; script: UnitScript }[] =>
  stage.scripts.flatMap((script) => {
    const unit = stage.tree.get(script.unitId);
    return unit && kinds.includes(unit.kind) ? [{ unit, script }] : [];
  });

export async function dossiers({
  local,
  plan,
  period,
}: Pick<Stage, 'local' | 'plan' | 'period'>): Promise<Dossier[]> {
  const stored = await local.store.list<Dossier>('dossiers', { where: { planId: plan.id, period } });
  return stored.map(({ data }) => data);
}

export async function submissions({ local, plan, period }: Stage): Promise<Submission[]> {
  const stored = await local.store.list<Submission>('submissions', { where: { planId: plan.id, period } });
  return stored.map(({ data }) => data);
}

export async function outbox({ local }: Stage): Promise<OutboxMail[]> {
  return (await local.store.list<OutboxMail>('outbox')).map(({ data }) => data);
}

/** A unit with many below it has more than one. */
export const workbooksAt = ({ workbooks }: Pick<Stage, 'workbooks'>, unitId: string): WorkbookInfo[] =>
  workbooks.filter(({ unit }) => unit === unitId);

export const workbookOf = (stage: Pick<Stage, 'workbooks'>, unitId: string): WorkbookInfo =>
  workbooksAt(stage, unitId)[0] as WorkbookInfo;
