/** What is stored of the judging at a desk: how far each work is, and what each scorer still has to do. */
import { type Dossier, isOffList } from '../domain/dossier.ts';
import { contestArchiveForm } from '../domain/forms/contest-archive.ts';
import { type JudgedResult, judgedResults } from '../domain/judged-results.ts';
import {
  cardsOf,
  isJudged,
  isToJudge,
  judgedWords,
  judgingAt,
  type Scorecard,
  scorersFor,
} from '../domain/judging.ts';
import { formOfPeriod, periodsWithin } from '../domain/period.ts';
import type { OwedScores } from '../mails/digest-state.ts';
import type { DocumentStore } from '../ports.ts';
import { type LoadedPlan, readDossiers, readScorecards, readStaff } from '../records.ts';

interface Desk {
  planId: string;
  period: string;
  unitId: string;
}

/** For the desk's reviewers, by dossier: how far judging is; empty where nothing is judged. */
export async function judgedWordsAt(
  store: DocumentStore,
  { plan, tree }: LoadedPlan,
  { planId, period, unitId }: Desk,
  dossiers: readonly Dossier[],
): Promise<Map<string, string>> {
  const at = judgingAt(plan, tree, unitId, period);
  if (!at) return new Map();
  const cards = await readScorecards(store, { planId, deskId: unitId });
  return new Map(
    dossiers
      .filter(({ at: desk }) => desk === unitId)
      .map((dossier) => [dossier.id, judgedWords(at.name, cardsOf(cards, dossier), at.judging)]),
  );
}

/** Works of a desk that too few have scored: nobody sends them upward or approves them yet. */
export async function unjudgedAt(
  store: DocumentStore,
  { plan, tree }: LoadedPlan,
  { planId, period, unitId }: Desk,
): Promise<(dossier: Dossier) => string | undefined> {
  const at = judgingAt(plan, tree, unitId, period);
  if (!at) return () => undefined;
  const cards = await readScorecards(store, { planId, deskId: unitId });
  return (dossier) => {
    const given = cardsOf(cards, dossier);
    return !isToJudge(dossier, unitId) || isJudged(given, at.judging)
      ? undefined
      : judgedWords(at.name, given, at.judging);
  };
}

/** What came of judging so far, at all desks; empty where the period's works are not judged. */
export async function readJudged(
  store: DocumentStore,
  loaded: LoadedPlan,
  period: string,
): Promise<JudgedResult[]> {
  const { id: planId, judging } = loaded.plan;
  if (judging?.form !== formOfPeriod(period)) return [];
  const archives = periodsWithin(loaded.plan, period).filter(
    (each) => formOfPeriod(each) === contestArchiveForm.id,
  );
  const [dossiers, cards, ...filed] = await Promise.all([
    readDossiers(store, { planId, period }),
    readScorecards(store, { planId, period }),
    ...archives.map((each) => readDossiers(store, { planId, period: each, status: 'filed' })),
  ]);
  return judgedResults(
    loaded,
    dossiers.map(({ data }) => data).filter((dossier) => !isOffList(dossier)),
    cards,
    filed.flat().map(({ data }) => data.row),
  );
}

/** Who has works to score, at all desks of a plan's period. */
export async function owedScores(
  store: DocumentStore,
  { plan, tree }: LoadedPlan,
  period: string,
  dossiers: readonly Dossier[],
): Promise<OwedScores[]> {
  const desks = Map.groupBy(
    dossiers.filter((dossier) => judgingAt(plan, tree, dossier.at, period) && isToJudge(dossier, dossier.at)),
    ({ at }) => at,
  );
  const owed: OwedScores[] = [];
  for (const [unitId, works] of desks) {
    const judging = judgingAt(plan, tree, unitId, period)?.judging;
    if (!judging) continue;
    const [people, cards] = await Promise.all([
      readStaff(store, { planId: plan.id, unitId, role: 'scorer' }),
      readScorecards(store, { planId: plan.id, deskId: unitId }),
    ]);
    const emails = people.map(({ email }) => email);
    for (const email of emails) {
      const open = works.filter((work) => waitsFor(email, work, emails, cards, judging));
      if (open.length === 0) continue;
      const newest =
        open
          .map(({ history }) => history.at(-1)?.at ?? '')
          .toSorted()
          .at(-1) ?? '';
      owed.push({ unitId, email, open: open.length, newest });
    }
  }
  return owed;
}

function waitsFor(
  email: string,
  work: Dossier,
  emails: readonly string[],
  cards: readonly Scorecard[],
  judging: { scorers: number },
): boolean {
  const given = cardsOf(cards, work);
  return (
    !given.some(({ scorer }) => scorer === email) && scorersFor(work, emails, given, judging).includes(email)
  );
}
