/** "Ghi quyết định": read the review tab again and record each line's decision, naming every line that cannot be. */
import { openDesk } from '../desks/desk.ts';
import { readHolds } from '../desks/holds.ts';
import { unjudgedAt } from '../desks/judging-state.ts';
import { type Decided, type Dossier, type DossierRefusal, decide } from '../domain/dossier.ts';
import { inSheetOrder, type Problem } from '../domain/problem.ts';
import { readReviewTab, type TypedDecision } from '../domain/review-tab.ts';
import { dossierLabel } from '../domain/status-label.ts';
import { decisionWords, reviewColumn, reviewKey, reviewTabOf, type Workbook } from '../domain/workbook.ts';
import { toSaved } from '../lists/accept.ts';
import { enqueuePublish, enqueueSync } from '../mailing/outbox.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { problemResponses } from '../problem-response.ts';
import { type LoadedPlan, paths, publishMarks, readWorkbooksOf, saveOver, syncMark } from '../records.ts';
import { refusal } from '../refusal.ts';
import type { RefusalResponse, ReviewRequest, ReviewResponse } from '../requests.ts';
import type { Services } from '../services.ts';

export async function review(
  services: Services,
  token: string | undefined,
  { spreadsheetId, keys }: ReviewRequest,
): Promise<ReviewResponse | RefusalResponse> {
  const { sheets, clock } = services;
  const desk = await openDesk(services, token, spreadsheetId, {
    wish: 'ghi được quyết định ở đây',
    ask: 'ghi',
    forAdmins: false,
  });
  if (!desk.ok) return desk;
  const { workbook, loaded, email } = desk;
  const tab = reviewTabOf(workbook);
  if (!tab)
    return refusal(
      'nothing-decided',
      'Bảng tính này không có tab thẩm định: danh sách ở đây được ghi nhận khi đơn vị nộp, không xét từng dòng.',
    );
  const [read] = await sheets.readTabs(spreadsheetId, [tab.sheetId]);
  const typed = readReviewTab(read?.values ?? [], tab.title);
  const wanted = keys && new Set(keys);
  const decisions = typed.decisions.filter(
    ({ dossierId, round }) => !wanted || wanted.has(reviewKey(dossierId, round)),
  );
  const problemsAsked = wanted
    ? [
        ...typed.problems.filter(({ params }) => wanted.has(String(params.id ?? params.value ?? ''))),
        ...[...wanted].filter((key) => !typed.keys.has(key)).map((key) => unknownKey(key, tab.title)),
      ]
    : typed.problems;
  if (decisions.length === 0 && problemsAsked.length === 0)
    return refusal(
      'nothing-decided',
      `Tab “${tab.title}” chưa có dòng nào chọn ở cột “Quyết định”. Hãy chọn ${Object.values(decisionWords).join(', ')} rồi ghi lại.`,
    );
  const outcome = await record(services, workbook, loaded, decisions, email, tab.title, clock.now());
  const problems = inSheetOrder([...problemsAsked, ...outcome.problems]);
  const { returned, held, approved, promoted, unchanged } = outcome;
  return {
    ok: true,
    returned,
    held,
    approved,
    promoted,
    unchanged,
    problems: problemResponses(problems),
    message: recordedMessage(outcome, problems.length),
  };
}

/** Only what there is: "Đã ghi 3 quyết định: 2 duyệt, 1 trả lại. 1 dòng đã ghi từ trước." */
function recordedMessage(
  { returned, held, approved, promoted, unchanged }: Outcome,
  refused: number,
): string {
  const counts: [number, string][] = [
    [promoted, 'chọn lên cấp trên'],
    [approved, 'duyệt'],
    [returned, 'trả lại'],
    [held, 'để lại xem thêm'],
  ];
  const done = promoted + approved + returned + held;
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [
    done > 0 ? `Đã ghi ${done} quyết định: ${parts.join(', ')}.` : 'Không có quyết định mới nào được ghi.',
    ...(unchanged > 0 ? [`${unchanged} dòng đã ghi từ trước.`] : []),
    ...(refused > 0 ? [`${refused} dòng chưa ghi được, xem bên dưới.`] : []),
  ].join(' ');
}

const unknownKey = (key: string, tab: string): Problem => ({
  code: 'dossier-unknown',
  severity: 'error',
  tab,
  params: { value: key },
});

interface Outcome {
  returned: number;
  held: number;
  approved: number;
  promoted: number;
  unchanged: number;
  problems: Problem[];
}

const counted = { return: 'returned', hold: 'held', approve: 'approved', promote: 'promoted' } as const;

/** Lines per commit: each dossier carries its own precondition, so a batch is only a saving. */
const batchSize = 50;

async function record(
  services: Services,
  workbook: Workbook,
  loaded: LoadedPlan,
  decisions: readonly TypedDecision[],
  by: string,
  tab: string,
  now: Date,
): Promise<Outcome> {
  const outcome: Outcome = { returned: 0, held: 0, approved: 0, promoted: 0, unchanged: 0, problems: [] };
  const touched = new Set<string>();
  let publish = false;
  for (let start = 0; start < decisions.length; start += batchSize) {
    const batch = decisions.slice(start, start + batchSize);
    const saved = await saveBatch(services, workbook, loaded, batch, by, tab, now, outcome);
    for (const spreadsheetId of saved.workbooks) touched.add(spreadsheetId);
    publish ||= saved.publish;
  }
  const cause = now.toISOString();
  for (const spreadsheetId of touched) await enqueueSync(services, spreadsheetId, cause);
  if (publish) await enqueuePublish(services, cause);
  return outcome;
}

interface Saved {
  /** Spreadsheets that show these dossiers; each is marked in the same commit. */
  workbooks: string[];
  publish: boolean;
}

async function saveBatch(
  { store }: Services,
  workbook: Workbook,
  loaded: LoadedPlan,
  batch: readonly TypedDecision[],
  by: string,
  tab: string,
  now: Date,
  outcome: Outcome,
): Promise<Saved> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const stored = await store.readMany<Dossier>(
      batch.map(({ dossierId }) => paths.dossier(workbook.planId, safeId(dossierId))),
    );
    const unjudged = await unjudgedAt(store, loaded, workbook);
    const holds = await readHolds(
      store,
      workbook.planId,
      stored.flatMap((document) => document?.data.id ?? []),
    );
    const decided = batch.map((typed, index) => {
      const before = stored[index];
      if (!before || before.data.period !== workbook.period) return { typed, before: undefined };
      const judging = isUpward(typed) ? unjudged(before.data) : undefined;
      if (judging !== undefined) return { typed, before, judging };
      const { action, reason, round } = typed;
      const result = decide(
        before.data,
        { action, reason, round, unitId: workbook.unitId, by, isOnHold: holds.isOnHold(before.data.id) },
        loaded.tree,
        now,
      );
      return { typed, before, result };
    });
    const changes = decided.flatMap(({ before, result }) =>
      before && result?.ok && result.changed
        ? [
            {
              stored: before,
              before: before.data,
              after: toSaved(result.dossier, holds.isOnHold(before.data.id), loaded, now),
            },
          ]
        : [],
    );
    const shown = changes.flatMap(({ before, after }) => (before.public || after.public ? [after] : []));
    const publish = shown.length > 0;
    const workbooks = await showing(
      store,
      workbook,
      changes.map(({ after }) => after),
    );
    if (changes.length > 0) {
      const writes: Write[] = [
        ...changes.flatMap(({ stored: before, after }) => [
          saveOver(paths.dossier(workbook.planId, after.id), before, after),
          holds.unchanged(after.id),
        ]),
        ...(publish ? publishMarks(shown, now) : []),
        ...workbooks.map((spreadsheetId) => syncMark(spreadsheetId, now)),
      ];
      const saved = await store.commit(writes);
      if (!saved.ok) continue;
    }
    for (const { typed, before, result, judging } of decided)
      if (judging === undefined) count(outcome, typed, before, result, tab, loaded.tree);
      else outcome.problems.push(unjudgedLine(typed, judging, tab));
    return { workbooks, publish };
  }
  throw new Error(`decisions of ${workbook.spreadsheetId} kept changing under us`);
}

/** Works of a contest are taken further only when enough scorers have seen them. */
const isUpward = ({ action }: TypedDecision): boolean => action === 'approve' || action === 'promote';

const unjudgedLine = (
  { line, dossierId, round, action }: TypedDecision,
  judging: string,
  tab: string,
): Problem => ({
  code: 'decision-unjudged',
  severity: 'error',
  tab,
  line,
  params: { id: reviewKey(dossierId, round), decision: decisionWords[action], judging },
});

const safeId = (dossierId: string): string => dossierId.replaceAll('/', '_').slice(0, 200);

function count(
  outcome: Outcome,
  typed: TypedDecision,
  before: StoredDocument<Dossier> | undefined,
  result: Decided | undefined,
  tab: string,
  tree: LoadedPlan['tree'],
): void {
  if (result?.ok) {
    if (result.changed) outcome[counted[typed.action]] += 1;
    else outcome.unchanged += 1;
  } else
    outcome.problems.push(
      before && result
        ? refusedLine(typed, before.data, result.refusal, tab, tree)
        : {
            code: 'dossier-unknown',
            severity: 'error',
            tab,
            line: typed.line,
            a1: `A${typed.line}`,
            params: { value: reviewKey(typed.dossierId, typed.round) },
          },
    );
}

function refusedLine(
  { line, dossierId, round, action }: TypedDecision,
  dossier: Dossier,
  why: DossierRefusal,
  tab: string,
  tree: LoadedPlan['tree'],
): Problem {
  const id = reviewKey(dossierId, round);
  if (why === 'reason-missing') {
    const column = String.fromCharCode(65 + reviewColumn('reason'));
    return {
      code: 'decision-reason-missing',
      severity: 'error',
      tab,
      line,
      a1: `${column}${line}`,
      params: { id, decision: decisionWords[action] },
    };
  }
  return {
    code: 'decision-not-allowed',
    severity: 'error',
    tab,
    line,
    params: { id, why, decision: decisionWords[action], status: dossierLabel(dossier, tree) },
  };
}

/** Spreadsheets in which these dossiers stand: where they were written, where they are now, and this one. */
export async function showing(
  store: DocumentStore,
  { planId, period, unitId, spreadsheetId }: Workbook,
  dossiers: readonly Dossier[],
): Promise<string[]> {
  if (dossiers.length === 0) return [];
  const desks = new Set(dossiers.flatMap(({ parentId, at }) => [parentId, at]).filter((id) => id !== unitId));
  const others = await Promise.all([...desks].map((desk) => readWorkbooksOf(store, planId, period, desk)));
  return [...new Set([spreadsheetId, ...others.flat().map((other) => other.spreadsheetId)])];
}
