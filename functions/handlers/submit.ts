import { contentHash } from '../content-hash.ts';
import { lockedRows, narrowedBy } from '../domain/accept-list.ts';
import { withClearConsent } from '../domain/consent-narrowing.ts';
import { formatDate } from '../domain/date.ts';
import { isLate, localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { hasErrors, type Problem } from '../domain/problem.ts';
import {
  canonicalContent,
  currentVersion,
  type Snapshot,
  type Submission,
  type SubmissionVersion,
} from '../domain/submission.ts';
import { isValidOn, type Unit } from '../domain/unit.ts';
import { owesNoMore } from '../domain/unit-standing.ts';
import { unitTabOf, type Workbook } from '../domain/workbook.ts';
import { acceptWrites, narrowWrites, takeBack } from '../lists/accept.ts';
import { type ReadList, readList } from '../lists/read-list.ts';
import { refusedMessage, submittedMessage, takenBackMessage } from '../lists/submit-messages.ts';
import { forgetTold, keepTold, type ToldAtSending } from '../lists/told-at-sending.ts';
import { type Duty, duty } from '../lists/unit-list.ts';
import { enqueueMails, enqueueSync, type OwedMail } from '../mailing/outbox.ts';
import { areLinksOver, type SentList, submissionMails } from '../mailing/submission-mails.ts';
import type { StoredDocument, Write } from '../ports.ts';
import { problemResponses } from '../problem-response.ts';
import {
  type LoadedPlan,
  paths,
  readExtension,
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
import { publishNow } from './publish.ts';

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
  const extension = unit && (await readExtension(store, workbook.planId, unit.id, workbook.period));
  const owed = unit && duty(loaded.plan, unit, workbook.period, extension);
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
  const today = localDate(now, loaded.plan.timeZone);
  if (!isValidOn(unit, today) && owesNoMore({ unit, deadline: owed.deadline, submission: list.before?.data }))
    return ended(unit, loaded.tree.inForce(unit.id, today));
  const told = await store.read<ToldAtSending>(
    paths.toldAtSending(workbook.planId, unit.id, workbook.period),
  );
  if (hasErrors(list.problems))
    return refuse(services, { workbook, loaded, unit, owed, told }, list, access.email, now);
  const forget = forgetTold(told, workbook.spreadsheetId, now);
  return save(services, { workbook, loaded, unit, owed, forget }, list, access.email, now);
}

/** Nobody signs any more for a unit that is gone. */
const ended = ({ name, validTo = '' }: Unit, heir: Unit | undefined): Refusal =>
  refusal(
    'unit-ended',
    `${name} kết thúc ngày ${formatDate(validTo)}, trước hạn nộp, nên không nộp danh sách nữa. ${heir ? `Hãy chép các dòng sang tab của ${heir.name}, đơn vị kế thừa, để đơn vị đó nộp.` : 'Chưa ghi đơn vị kế thừa: hãy hỏi nơi nhận danh sách.'}`,
  );

const changedMeanwhile = ({ name }: Unit): Refusal =>
  refusal(
    'changed-meanwhile',
    `Vừa có người khác nộp danh sách của ${name}. Hãy bấm “Nộp danh sách” lại để xem kết quả mới nhất.`,
  );

const unknownWorkbook = refusal(
  'unknown-workbook',
  'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại bảng tính từ liên kết trong thư nhắc hạn.',
);

interface Target {
  workbook: Workbook;
  loaded: LoadedPlan;
  unit: Unit;
  owed: Duty;
}

/** Nothing of the list is kept but what only a submission sees, and the consents that it takes back: those wait for nobody's mistake. */
async function refuse(
  services: Services,
  { workbook, loaded, unit, owed, told }: Target & { told: StoredDocument<ToldAtSending> | undefined },
  { raw, copies, onlyHere, content, existing, problems }: ReadList,
  by: string,
  now: Date,
): Promise<RefusalResponse> {
  const { spreadsheetId, unitId: parentId } = workbook;
  const rows = withClearConsent({ rows: content.rows, copies }, problems, lockedRows(existing));
  const { changed, writes } = await takeBack(services, loaded, content, rows, { by }, now);
  const about = { ...content, parentId, spreadsheetId };
  const marked = keepTold(told, about, raw, onlyHere, now);
  const all = [...marked, ...writes];
  if (writes.length > 0 && marked.length === 0) all.push(syncMark(spreadsheetId, now));
  if (all.length > 0) {
    if (!(await services.store.commit(all)).ok) return changedMeanwhile(unit);
    if (changed.length > 0) await publishNow(services);
    await enqueueSync(services, spreadsheetId, now.toISOString());
  }
  return {
    ok: false,
    code: 'problems',
    message: refusedMessage(unit, problems, changed),
    problems: problemResponses(
      withoutSent(
        problems,
        changed.map(({ after }) => after),
      ),
      owed.form,
    ),
  };
}

async function save(
  services: Services,
  {
    workbook,
    loaded,
    unit,
    owed,
    forget,
  }: Target & {
    /** Takes away what a refused submission told. */
    forget: readonly Write[];
  },
  { content, chosen, existing, problems, hiddenRows, before }: ReadList,
  by: string,
  now: Date,
): Promise<SubmitResponse | Refusal> {
  const { store } = services;
  const { obligation, deadline, form } = owed;
  const snapshot: Snapshot = {
    id: contentHash(canonicalContent(content)),
    createdAt: now.toISOString(),
    ...content,
  };
  const rows = content.rows.length + content.promoted.length;
  const narrowed = narrowedBy(content.rows, existing, { by, unitId: unit.id, snapshotId: snapshot.id }, now);
  const takenBack = narrowed.map(({ row }) => String(row.values.name ?? ''));
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
    warnings: problemResponses(withoutSent(problems, narrowed), form),
    message: `${submittedMessage(unit, submission, `${rows} ${form.rowWord}`, rows === 0, repeated)}${takenBackMessage(takenBack)}`,
  });
  const about = { loaded, workbook, unit, deadline, snapshot, chosen, problems };
  const latest = before && currentVersion(before.data);
  const isSame =
    before !== undefined && latest?.snapshotId === snapshot.id && before.data.state !== 'sentBack';
  // A row that was approved after this list was sent as it stood before: its consent is taken back now.
  if (isSame && narrowed.length === 0) {
    if (forget.length > 0) await store.commit(forget);
    return repeat(services, { ...about, submission: before.data }, answer(before.data, true), now);
  }

  const version: SubmissionVersion = {
    snapshotId: snapshot.id,
    at: now.toISOString(),
    by,
    late: isLate(deadline, now),
    rows,
    ...(content.nil ? { nil: true } : {}),
  };
  const submission: Submission = {
    planId: workbook.planId,
    period: workbook.period,
    unitId: unit.id,
    parentId: workbook.unitId,
    state: obligation.headSignOff ? 'awaitingSignature' : 'submitted',
    versions: [...(before?.data.versions ?? []), version],
  };
  const mails = await submissionMails(services, { ...about, submission }, now);
  const write = obligation.headSignOff ? narrowWrites : acceptWrites;
  const accepted = await write(services, loaded, submission, snapshot, by, now);
  const stored = await store.read(paths.snapshot(snapshot.id));
  const writes: Write[] = [
    ...(stored ? [] : [{ kind: 'create', path: paths.snapshot(snapshot.id), data: snapshot } as const]),
    saveOver(paths.submission(workbook.planId, unit.id, workbook.period), before, submission),
    syncMark(workbook.spreadsheetId, now),
    ...accepted,
    ...forget.filter(({ path }) => path !== paths.syncMark(workbook.spreadsheetId)),
    ...mails.map(({ write }: OwedMail) => write),
  ];
  const saved = await store.commit(writes);
  if (!saved.ok) {
    // A double click: the other call has saved this very list.
    const other = await readSubmission(store, workbook.planId, unit.id, workbook.period);
    if (other && currentVersion(other.data).snapshotId === snapshot.id) return answer(other.data, true);
    return changedMeanwhile(unit);
  }
  if (narrowed.length > 0) await publishNow(services);
  await enqueueSync(services, workbook.spreadsheetId, snapshot.id);
  await enqueueMails(
    services,
    mails.map(({ key }: OwedMail) => key),
  );
  return answer(submission, false);
}

/** The same list again: nothing changes, but a head whose link has run out, or who is new, gets one. The first sending counts. */
async function repeat(
  services: Services,
  list: SentList,
  said: SubmitResponse,
  now: Date,
): Promise<SubmitResponse> {
  if (list.submission.state !== 'awaitingSignature') return said;
  const { store } = services;
  const mails = await submissionMails(services, list, now);
  const known = await store.readMany(mails.map(({ write }) => write.path));
  const fresh = mails.filter((_, index) => !known[index]);
  if (fresh.length === 0) return said;
  await store.commit(fresh.map(({ write }) => write));
  await enqueueMails(
    services,
    fresh.map(({ key }) => key),
  );
  const why = areLinksOver(list.submission, now)
    ? 'Liên kết ký cũ đã hết hạn nên thủ trưởng được gửi thư ký mới.'
    : 'Danh sách cán bộ đã đổi nên thủ trưởng được gửi thư ký mới.';
  return { ...said, message: `${said.message} ${why}` };
}

/** A consent that this very submission takes back is not one that waits to be sent. */
function withoutSent(problems: readonly Problem[], narrowed: readonly Dossier[]): Problem[] {
  const ids = new Set<unknown>(narrowed.map(({ id }) => id));
  return problems.filter(({ code, params }) => code !== 'consent-not-sent' || !ids.has(params.id));
}
