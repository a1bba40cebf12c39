/** "Ghi trả lời": read the Đề nghị tab again and record every answer on it, or none and say all that is wrong. */
import { openDesk } from '../desks/desk.ts';
import { inSheetOrder, type Problem } from '../domain/problem.ts';
import {
  answerRequest,
  isTypedOver,
  noteAsked,
  type RequestAnswer,
  requestKindWords,
  type UnitRequest,
} from '../domain/request.ts';
import { decisionSentence, type KnownRequests, saysAsRecorded } from '../domain/request-verdict.ts';
import type { RequestLine } from '../domain/requests-tab.ts';
import type { Workbook } from '../domain/workbook.ts';
import { enqueueMails, enqueueSync } from '../mailing/outbox.ts';
import { requestMails } from '../mailing/request-mails.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { problemResponses } from '../problem-response.ts';
import {
  type ExtensionRecord,
  type LoadedPlan,
  paths,
  readRequests,
  saveOver,
  syncMark,
} from '../records.ts';
import { refusal } from '../refusal.ts';
import type { AnswerRequest, AnswerResponse, RefusalResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { knownRequests } from '../workbooks/read-requests.ts';

/** How often an answer is tried again when somebody else wrote in between. */
const attempts = 5;

export async function answer(
  services: Services,
  token: string | undefined,
  { spreadsheetId }: AnswerRequest,
): Promise<AnswerResponse | RefusalResponse> {
  const { store, sheets } = services;
  const desk = await openDesk(services, token, spreadsheetId, {
    wish: 'ghi được trả lời ở đây',
    ask: 'ghi',
    forAdmins: false,
  });
  if (!desk.ok) return desk;
  const { workbook, loaded, email } = desk;
  const tab = workbook.tabs.find(({ kind }) => kind === 'requests');
  const tabs = tab ? await sheets.readTabs(spreadsheetId, [tab.sheetId]) : [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const requests = await readRequests(store, {
      planId: workbook.planId,
      period: workbook.period,
      parentId: workbook.unitId,
    });
    const known = knownRequests(workbook, loaded, { requests }, tabs);
    if (!known)
      return refusal(
        'bad-request',
        'Bảng tính không còn tab “Đề nghị”. Hãy khôi phục trong Tệp › Nhật ký phiên bản, hoặc nhờ người quản trị dựng lại.',
      );
    const said = await record(services, workbook, loaded, known, requests, email);
    if (said) return said;
  }
  return refusal('changed-meanwhile', 'Vừa có người khác ghi trả lời. Hãy bấm “Ghi trả lời” lại lần nữa.');
}

interface Answered {
  line: RequestLine;
  before: UnitRequest | undefined;
}

/** undefined: somebody else wrote in between, look again. */
async function record(
  services: Services,
  workbook: Workbook,
  loaded: LoadedPlan,
  known: KnownRequests,
  stored: readonly StoredDocument<UnitRequest>[],
  by: string,
): Promise<AnswerResponse | RefusalResponse | undefined> {
  const before = new Map(known.stored.map((request) => [request.key, request]));
  const answered = known.lines
    .filter(({ hasAnswer }) => hasAnswer)
    .map((line): Answered => ({ line, before: before.get(line.key) }));
  if (answered.length === 0)
    return refusal(
      'nothing-decided',
      'Tab “Đề nghị” chưa có dòng nào được trả lời. Hãy chọn “Kết luận”, ghi “Trả lời, lý do” rồi ghi lại.',
    );
  const tab = workbook.tabs.find(({ kind }) => kind === 'requests')?.title ?? '';
  const problems = inSheetOrder(answered.flatMap((each) => problemsOf(each, tab, known)));
  if (problems.length > 0)
    return {
      ...refusal(
        'problems',
        `Chưa ghi trả lời nào: còn ${problems.length} chỗ cần sửa. Hãy sửa rồi bấm “Ghi trả lời” lại.`,
      ),
      problems: problemResponses(problems, known.form),
    };
  const now = services.clock.now();
  const fresh = answered.flatMap(({ line, before: request }) =>
    request?.answer ? [] : [toAnswered(line, request, known, by, now)],
  );
  const saved = await save(services, workbook, loaded, fresh, stored, now);
  return saved ? response(fresh, answered.length - fresh.length, loaded) : undefined;
}

/** An answer that was recorded stays: the same again is harmless, another one is refused. A line that was typed over has none to give. */
function problemsOf({ line, before }: Answered, tab: string, { nameOf }: KnownRequests): Problem[] {
  if (line.asked && before && isTypedOver(before, line.asked)) {
    const params = { key: line.key, unit: nameOf(before.unitId), kind: requestKindWords[before.kind] };
    return [{ code: 'request-typed-over', severity: 'error', tab, line: line.line, params }];
  }
  if (!before?.answer) return [...line.askedProblems, ...line.answerProblems];
  if (saysAsRecorded(line, before)) return [];
  return [
    {
      code: 'request-answered',
      severity: 'error',
      tab,
      line: line.line,
      params: { key: line.key, answer: decisionSentence(before, before.answer) },
    },
  ];
}

/** Called only for lines without problems, so both sides are there. */
function toAnswered(
  { asked, answer }: RequestLine,
  before: UnitRequest | undefined,
  { place }: KnownRequests,
  by: string,
  now: Date,
): UnitRequest {
  if (!asked || !answer) throw new Error('a line without problems has both an asking and an answer');
  const given: RequestAnswer = { ...answer, by, at: now.toISOString() };
  return answerRequest(noteAsked(before, asked, place, now), given);
}

async function save(
  services: Services,
  workbook: Workbook,
  loaded: LoadedPlan,
  fresh: readonly UnitRequest[],
  stored: readonly StoredDocument<UnitRequest>[],
  now: Date,
): Promise<boolean> {
  if (fresh.length === 0) return true;
  const { store } = services;
  const versions = new Map(stored.map((document) => [document.path, document]));
  const mails = await requestMails(services, workbook, loaded, fresh, now);
  const writes: Write[] = [
    ...fresh.map((request) => {
      const path = paths.request(request.spreadsheetId, request.key);
      return saveOver(path, versions.get(path), request);
    }),
    ...(await extensionWrites(store, fresh)),
    ...mails.map(({ write }) => write),
    syncMark(workbook.spreadsheetId, now),
  ];
  const saved = await store.commit(writes);
  if (!saved.ok) return false;
  await enqueueSync(services, workbook.spreadsheetId, `answer-${now.toISOString()}`);
  await enqueueMails(
    services,
    mails.map(({ key }) => key),
  );
  return true;
}

/** A later grant replaces an earlier one; of two that are given together the longer holds. The requests keep them all. */
async function extensionWrites(store: DocumentStore, fresh: readonly UnitRequest[]): Promise<Write[]> {
  const granted = fresh
    .filter(({ kind, answer: given }) => kind === 'extension' && given?.decision === 'agree')
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  const longest = new Map(granted.map((request) => [request.unitId, request]));
  return Promise.all(
    [...longest.values()].map(async ({ planId, unitId, period, lastDay, answer: given }) => {
      const path = paths.extension(planId, unitId, period);
      const extension: ExtensionRecord = {
        planId,
        unitId,
        period,
        lastDay,
        reason: given?.text ?? '',
        grantedBy: given?.by ?? '',
        grantedAt: given?.at ?? '',
      };
      return saveOver(path, await store.read(path), extension);
    }),
  );
}

function response(fresh: readonly UnitRequest[], unchanged: number, { tree }: LoadedPlan): AnswerResponse {
  const lines = fresh.flatMap((request) =>
    request.answer
      ? [`${tree.get(request.unitId)?.name ?? request.unitId}: ${decisionSentence(request, request.answer)}`]
      : [],
  );
  return {
    ok: true,
    answered: fresh.length,
    unchanged,
    lines,
    message: `${fresh.length > 0 ? `Đã ghi ${fresh.length} trả lời; đơn vị nhận được thư.` : 'Không có trả lời mới nào được ghi.'}${unchanged > 0 ? ` ${unchanged} dòng đã ghi từ trước.` : ''}`,
  };
}
