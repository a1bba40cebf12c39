/**
 * "Đánh dấu đang xem xét, khiếu nại…": a complaint hold is looked at, set or lifted by reviewers of the desk and by
 * administrators. Nothing of it goes to a sheet or a mail; what it stops asks for it (`holds.ts`).
 */
import { type DeskLine, openDeskLine } from '../desks/desk-line.ts';
import { type Dossier, forward } from '../domain/dossier.ts';
import { viDateTime } from '../domain/format.vi.ts';
import { decideHold, deskOf, type IntegrityHold, isSetAbove, isTheirs } from '../domain/hold.ts';
import { holdFaultSentence, holdMessage } from '../domain/hold-words.ts';
import { currentVersion, type Snapshot } from '../domain/submission.ts';
import { toSaved } from '../lists/accept.ts';
import { enqueuePublish, enqueueSync } from '../mailing/outbox.ts';
import type { DocumentStore, StoredDocument, Write } from '../ports.ts';
import { paths, publishMarks, readSubmission, saveOver, syncMark } from '../records.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { HoldRequest, HoldResponse, RefusalResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { showing } from './review.ts';

export async function hold(
  services: Services,
  token: string | undefined,
  request: HoldRequest,
): Promise<HoldResponse | RefusalResponse> {
  const opened = await openDeskLine(services, token, request, {
    wish: 'xem hay ghi được mục này',
    ask: 'làm',
  });
  if (!opened.ok) return opened;
  const { planId, id } = opened.line.data;
  if (request.action !== 'look') return save(services, opened, request, request.action);
  const known = await services.store.read<IntegrityHold>(paths.hold(planId, id));
  return (
    notTheirs(opened, opened.line.data, known?.data) ?? toAnswer(opened, request.key, known?.data, 'looked')
  );
}

/** Of those who may ask about the line, some have given it away. */
function notTheirs(
  { workbook, loaded: { tree }, email, isAdmin }: DeskLine,
  dossier: Dossier,
  hold: IntegrityHold | undefined,
): Refusal | undefined {
  if (isAdmin || isTheirs(dossier, hold, workbook.unitId)) return undefined;
  const desk = tree.get(deskOf(dossier))?.name ?? deskOf(dossier);
  return refusal(
    'not-your-unit',
    `Hồ sơ ${dossier.id} hiện ở ${desk}, nên địa chỉ ${email} không xem hay ghi được mục này. Hãy nhờ người thẩm định của ${desk}, hoặc người quản trị.`,
  );
}

async function save(
  services: Services,
  opened: DeskLine,
  request: HoldRequest,
  action: 'set' | 'lift',
): Promise<HoldResponse | RefusalResponse> {
  const { store, clock } = services;
  const { workbook, email } = opened;
  const { reason = '', paper = '' } = request;
  const { planId, period, id } = opened.line.data;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const now = clock.now();
    const [before, line] = await Promise.all([
      store.read<IntegrityHold>(paths.hold(planId, id)),
      store.read<Dossier>(paths.dossier(planId, id)),
    ]);
    if (!line) throw new Error(`dossier ${id} is gone`);
    const refused = notTheirs(opened, line.data, before?.data);
    if (refused) return refused;
    if (action === 'lift' && !opened.isAdmin && isSetAbove(before?.data, workbook.unitId, opened.loaded.tree))
      return refusal(
        'not-your-unit',
        'Đánh dấu này do cấp trên ghi. Hãy nhờ người thẩm định của cấp trên, hoặc người quản trị bỏ đánh dấu.',
      );
    const command = { action, by: email, unitId: workbook.unitId, reason, paper };
    const decided = decideHold(before?.data, { planId, period, dossierId: id }, command, now);
    if (!decided.ok)
      return refusal(
        'bad-request',
        decided.faults.map((fault) => holdFaultSentence(fault, { reason, paper })).join(' '),
      );
    if (!decided.changed || !decided.hold) return toAnswer(opened, request.key, before?.data, 'nothing');
    const moved = await dossierWrites(store, opened, line, decided.hold.stands, now);
    const saved = await store.commit([
      saveOver(paths.hold(planId, id), before, decided.hold),
      ...moved.writes,
      ...(moved.isShownOtherwise ? publishMarks([{ planId, id }], now) : []),
      ...moved.workbooks.map((spreadsheetId) => syncMark(spreadsheetId, now)),
    ]);
    if (!saved.ok) continue;
    const cause = now.toISOString();
    for (const spreadsheetId of moved.workbooks) await enqueueSync(services, spreadsheetId, cause);
    if (moved.isShownOtherwise) await enqueuePublish(services, cause);
    return toAnswer(opened, request.key, decided.hold, action === 'set' ? 'set' : 'lifted');
  }
  return refusal('changed-meanwhile', 'Hồ sơ vừa được người khác ghi quyết định. Hãy bấm lại lần nữa.');
}

interface Moved {
  writes: Write[];
  isShownOtherwise: boolean;
  workbooks: string[];
}

/** What changes in the dossier itself is only whether it is public, and that it goes on where its list went on without it. */
async function dossierWrites(
  store: DocumentStore,
  { workbook, loaded }: DeskLine,
  line: StoredDocument<Dossier>,
  stands: boolean,
  now: Date,
): Promise<Moved> {
  const carried = stands ? { dossier: line.data, checks: [] } : await carryOn(store, line.data, now);
  const { public: isPublic } = toSaved(carried.dossier, stands, loaded, now);
  const after = { ...carried.dossier, public: isPublic };
  const isSame = carried.dossier === line.data && isPublic === line.data.public;
  return {
    writes: [
      isSame ? { kind: 'check', path: line.path, version: line.version } : saveOver(line.path, line, after),
      ...carried.checks,
    ],
    isShownOtherwise: isPublic !== line.data.public,
    workbooks: await showing(store, workbook, [line.data, after]),
  };
}

/** A list that was signed while the hold stood left this row behind; now it follows. */
async function carryOn(
  store: DocumentStore,
  dossier: Dossier,
  now: Date,
): Promise<{ dossier: Dossier; checks: Write[] }> {
  if (dossier.status !== 'promoted') return { dossier, checks: [] };
  const list = await readSubmission(store, dossier.planId, dossier.at, dossier.period);
  const path = paths.submission(dossier.planId, dossier.at, dossier.period);
  // Whoever signs at this very moment left it behind, too, unless this commit notices.
  const checks: Write[] = [{ kind: 'check', path, version: list?.version ?? null }];
  if (list?.data.state !== 'submitted') return { dossier, checks };
  const version = currentVersion(list.data);
  const snapshot = await store.read<Snapshot>(paths.snapshot(version.snapshotId));
  const isInList = snapshot?.data.promoted.some(
    ({ dossierId, round }) => dossierId === dossier.id && round === dossier.round,
  );
  if (!isInList) return { dossier, checks };
  const by = version.signedBy ?? version.by;
  const way = { from: dossier.at, to: list.data.parentId, by, snapshotId: version.snapshotId };
  return { dossier: forward(dossier, way, now), checks };
}

function toAnswer(
  { line, loaded: { plan, tree } }: DeskLine,
  key: string,
  hold: IntegrityHold | undefined,
  done: Parameters<typeof holdMessage>[1],
): HoldResponse {
  const { id, unitId, row } = line.data;
  const stands = hold?.stands ?? false;
  return {
    ok: true,
    key,
    dossier: id,
    unit: tree.get(unitId)?.name ?? unitId,
    name: String(row.values.name ?? ''),
    stands,
    history: (hold?.history ?? []).map(({ at, by, action, reason, paper }) => ({
      at: viDateTime(new Date(at), plan.timeZone),
      by,
      action,
      reason,
      paper,
    })),
    message: holdMessage(stands, done),
  };
}
