/** "Nộp danh sách": read the unit's tab again, refuse with every problem, or keep it as an immutable snapshot. */
import { parseAttachment } from '../attachment.ts';
import { contentHash } from '../content-hash.ts';
import { checkLocked } from '../domain/accept-list.ts';
import { withPlace } from '../domain/check-tab.ts';
import { checkList } from '../domain/checks/index.ts';
import { isLate, localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { hasErrors, type Problem } from '../domain/problem.ts';
import { rollUp, toPromoted } from '../domain/roll-up.ts';
import {
  canonicalContent,
  currentVersion,
  type Snapshot,
  type Submission,
  type SubmissionVersion,
} from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import { unitTabOf, type Workbook, type WorkbookTab } from '../domain/workbook.ts';
import { enqueueMails, enqueueSync, type OwedMail } from '../outbox.ts';
import type { StoredDocument, Write } from '../ports.ts';
import { problemResponses } from '../problem-response.ts';
import {
  type LoadedPlan,
  paths,
  readDossiers,
  readPlan,
  readSubmission,
  readWorkbook,
  saveOver,
  syncMark,
} from '../records.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { RefusalResponse, SubmitRequest, SubmitResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { mayActFor, staffAccess } from '../staff-access.ts';
import { submissionMails } from '../submission-mails.ts';
import { contextOf, duty, judgeTab } from '../unit-list.ts';
import { acceptWrites } from './accept.ts';

export async function submit(
  services: Services,
  token: string | undefined,
  request: SubmitRequest,
): Promise<SubmitResponse | RefusalResponse> {
  const { store, clock } = services;
  const now = clock.now();
  const workbook = await readWorkbook(store, request.spreadsheetId);
  if (!workbook) return unknownWorkbook;
  const access = await staffAccess(services, token, workbook.planId);
  if (!access.ok) return access;
  const loaded = await readPlan(store, workbook.planId);
  const unit = loaded.tree.get(request.unit);
  const tab = unit && unitTabOf(workbook, unit.id);
  const owed = unit && duty(loaded.plan, unit, workbook.period);
  if (!unit || !tab || !owed)
    return refusal(
      'unknown-unit',
      `Không có đơn vị mã “${request.unit.slice(0, 60)}” trong bảng tính này. Hãy mở đúng tab của đơn vị mình rồi nộp lại.`,
    );
  if (!mayActFor(access.roles, unit.id, ['clerk', 'head']))
    return refusal(
      'not-your-unit',
      `Địa chỉ ${access.email} không phải người lập danh sách của ${unit.name}. Hãy nộp từ tab của đơn vị mình, hoặc nhờ người lập của ${unit.name} nộp.`,
    );
  const list = await readList(services, workbook, loaded, unit, tab, request, now);
  if (hasErrors(list.problems)) return refuse(unit, list.problems);
  return save(services, workbook, loaded, unit, list, access.email, now);
}

const unknownWorkbook = refusal(
  'unknown-workbook',
  'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại bảng tính từ liên kết trong thư nhắc hạn.',
);

interface ReadList {
  problems: Problem[];
  content: Omit<Snapshot, 'id' | 'createdAt'>;
  chosen: Dossier[];
  hiddenRows: number;
  before: StoredDocument<Submission> | undefined;
}

/** Everything is read before anything is written. */
async function readList(
  { store, sheets, files }: Services,
  workbook: Workbook,
  { plan, tree }: LoadedPlan,
  unit: Unit,
  tab: WorkbookTab,
  request: SubmitRequest,
  now: Date,
): Promise<ReadList> {
  const { planId, period, spreadsheetId } = workbook;
  const owed = duty(plan, unit, period)!;
  const desks = [unit, ...tree.ancestors(unit.id)].map(({ id }) => id);
  const [tabs, structure, existing, before, ...atDesks] = await Promise.all([
    sheets.readTabs(spreadsheetId, [tab.sheetId]),
    sheets.readStructure(spreadsheetId),
    readDossiers(store, { planId, period, unitId: unit.id }),
    readSubmission(store, planId, unit.id, period),
    ...(tree.children(unit.id).length > 0
      ? desks.map((at) => readDossiers(store, { planId, period, at }))
      : []),
  ]);
  const chosen = rollUp(
    atDesks.flat().map(({ data }) => data),
    unit.id,
    tree,
  );
  const shape = structure.find(({ sheetId }) => sheetId === tab.sheetId);
  const values = tabs[0]?.values;
  const title = shape?.title ?? tab.title;
  const attachment = await parseAttachment(owed.obligation.attachment, request.attachment, {
    tab: title,
    today: localDate(now, plan.timeZone),
    files,
  });
  const nil = request.nil === true;
  const checked = judgeTab(plan, unit, period, { ...tab, title }, owed.form, values ?? [], now);
  const missing: Problem[] = values
    ? []
    : [{ code: 'tab-missing', severity: 'error', tab: tab.title, params: { unit: unit.name } }];
  const merged = (shape?.merges ?? []).map(
    (a1): Problem => ({ code: 'cells-merged', severity: 'error', tab: title, a1, params: { range: a1 } }),
  );
  const nilProblems = nil
    ? checkNil(owed.obligation.nilReport, checked.raw.length + chosen.length, title)
    : [];
  const listProblems =
    nil || !values
      ? []
      : checkList(checked.rows, {
          ...contextOf(plan, unit, period, { ...tab, title }, owed.form, now),
          quota: owed.obligation.quota,
          allowedKinds: owed.obligation.allowedKinds,
          promoted: chosen.map(({ row }) => ({ kind: row.kind })),
          unreadRows: checked.raw.length - checked.rows.length,
        }).map((problem) => withPlace(problem, title, checked.columns));
  const locked = checkLocked(
    checked.rows,
    existing.map(({ data }) => data),
    title,
  );
  return {
    problems: values
      ? [...merged, ...checked.problems, ...locked, ...nilProblems, ...listProblems, ...attachment.problems]
      : missing,
    content: {
      planId,
      period,
      unitId: unit.id,
      formId: owed.form.id,
      rows: checked.rows,
      promoted: chosen.map((dossier) => toPromoted(dossier, unit.id)),
      nil,
      attachment: attachment.attachment,
    },
    chosen,
    hiddenRows: shape?.hiddenRows.filter((line) => checked.raw.some((raw) => raw.line === line)).length ?? 0,
    before,
  };
}

function checkNil(allowed: boolean, rows: number, tab: string): Problem[] {
  if (!allowed) return [{ code: 'nil-not-allowed', severity: 'error', tab, params: {} }];
  return rows > 0 ? [{ code: 'nil-with-rows', severity: 'error', tab, params: { count: rows } }] : [];
}

function refuse(unit: Unit, problems: readonly Problem[]): RefusalResponse {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    ok: false,
    code: 'problems',
    message: `Danh sách của ${unit.name} chưa nộp được: còn ${errors} chỗ cần sửa. Chưa có gì được gửi đi; sửa xong hãy nộp lại.`,
    problems: problemResponses(problems),
  };
}

async function save(
  services: Services,
  workbook: Workbook,
  loaded: LoadedPlan,
  unit: Unit,
  { content, chosen, problems, hiddenRows, before }: ReadList,
  by: string,
  now: Date,
): Promise<SubmitResponse | Refusal> {
  const { store } = services;
  const { obligation, deadline } = duty(loaded.plan, unit, workbook.period)!;
  const snapshot: Snapshot = {
    id: contentHash(canonicalContent(content)),
    createdAt: now.toISOString(),
    ...content,
  };
  const rows = content.rows.length + content.promoted.length;
  const answer = (submission: Submission, repeated: boolean): SubmitResponse => ({
    ok: true,
    state: submission.state === 'submitted' ? 'submitted' : 'awaitingSignature',
    snapshot: snapshot.id,
    version: submission.versions.length,
    rows,
    promoted: content.promoted.length,
    hiddenRows,
    late: currentVersion(submission).late,
    repeated,
    warnings: problemResponses(problems),
    message: submittedMessage(unit, submission, rows, repeated),
  });
  const latest = before && currentVersion(before.data);
  if (before && latest?.snapshotId === snapshot.id && before.data.state !== 'sentBack')
    return answer(before.data, true);

  const version: SubmissionVersion = {
    snapshotId: snapshot.id,
    at: now.toISOString(),
    by,
    late: isLate(deadline, now),
    rows,
  };
  const submission: Submission = {
    planId: workbook.planId,
    period: workbook.period,
    unitId: unit.id,
    parentId: workbook.unitId,
    state: obligation.headSignOff ? 'awaitingSignature' : 'submitted',
    versions: [...(before?.data.versions ?? []), version],
  };
  const mails = await submissionMails(
    services,
    loaded,
    workbook,
    unit,
    submission,
    snapshot,
    chosen,
    problems,
    now,
  );
  const accepted = obligation.headSignOff
    ? []
    : await acceptWrites(services, loaded, submission, snapshot, by, now);
  const stored = await store.read(paths.snapshot(snapshot.id));
  const writes: Write[] = [
    ...(stored ? [] : [{ kind: 'create', path: paths.snapshot(snapshot.id), data: snapshot } as const]),
    saveOver(paths.submission(workbook.planId, unit.id, workbook.period), before, submission),
    syncMark(workbook.spreadsheetId, now),
    ...accepted,
    ...mails.map(({ write }: OwedMail) => write),
  ];
  const saved = await store.commit(writes);
  if (!saved.ok)
    return refusal(
      'changed-meanwhile',
      `Vừa có người khác nộp danh sách của ${unit.name}. Hãy bấm “Nộp danh sách” lại để xem kết quả mới nhất.`,
    );
  await enqueueSync(services, workbook.spreadsheetId, snapshot.id);
  await enqueueMails(
    services,
    mails.map(({ key }: OwedMail) => key),
  );
  return answer(submission, false);
}

function submittedMessage(unit: Unit, submission: Submission, rows: number, repeated: boolean): string {
  const what = rows === 0 ? 'báo cáo không có trường hợp' : `danh sách ${rows} gương`;
  if (repeated) return `${unit.name} đã nộp đúng ${what} này rồi, không cần nộp lại.`;
  const next =
    submission.state === 'awaitingSignature'
      ? 'Thư xin chữ ký đã gửi thủ trưởng đơn vị; ký xong danh sách mới đến cấp trên.'
      : 'Danh sách đã đến cấp trên.';
  return `${unit.name} đã nộp ${what}${currentVersion(submission).late ? ' (trễ hạn)' : ''}. ${next}`;
}
