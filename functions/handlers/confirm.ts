/** The head's link: GET shows what would be signed and changes nothing; POST signs, or sends back with a sentence. */
import { checkLocked } from '../domain/accept-list.ts';
import type { Dossier } from '../domain/dossier.ts';
import { formOf } from '../domain/forms/index.ts';
import { longReason, reasonFault, reasonLimits } from '../domain/reason.ts';
import { currentVersion, type Snapshot, type Submission } from '../domain/submission.ts';
import { parseSignOffToken, type SignOffPayload } from '../links/sign-off-link.ts';
import { renderBrokenLink, renderSignOffPage, type SignOffPage } from '../listing/sign-off-page.ts';
import { acceptWrites } from '../lists/accept.ts';
import { enqueueMails, enqueueSync } from '../mailing/outbox.ts';
import { sentBackMails, signedMails } from '../mailing/submission-mails.ts';
import type { StoredDocument, Write } from '../ports.ts';
import {
  type LoadedPlan,
  paths,
  readDossiers,
  readPlan,
  readStaff,
  readSubmission,
  readWorkbooksOf,
  saveOver,
  syncMark,
} from '../records.ts';
import type { Services } from '../services.ts';

export interface Page {
  status: number;
  html: string;
}

interface Opened {
  payload: SignOffPayload;
  token: string;
  loaded: LoadedPlan;
  stored: StoredDocument<Submission>;
  snapshot: Snapshot;
  chosen: Dossier[];
  headName: string;
}

export async function openSignOff(services: Services, token: string): Promise<Page> {
  const opened = await open(services, token);
  return opened ? page(services, opened, stateOf(opened, services.clock.now())) : brokenLink;
}

export async function confirm(
  services: Services,
  { token, action, reason }: { token: string; action: string; reason: string },
): Promise<Page> {
  const opened = await open(services, token);
  if (!opened) return brokenLink;
  const now = services.clock.now();
  const state = stateOf(opened, now);
  if (state !== 'open') return page(services, opened, state);
  const fault = action === 'sendBack' ? faultOf(reason, formOf(opened.snapshot.formId).rowWord) : undefined;
  if (fault !== undefined) return page(services, opened, 'open', fault, reason);
  if (action !== 'sign' && action !== 'sendBack') return page(services, opened, 'open');
  return action === 'sign' ? sign(services, opened, now) : sendBack(services, opened, reason.trim(), now);
}

function faultOf(reason: string, rowWord: string): string | undefined {
  switch (reasonFault(reason)) {
    case 'short':
      return `Hãy ghi lý do trả lại, ít nhất ${reasonLimits.least} ký tự, ví dụ: “Bổ sung số liệu cho ${rowWord} thứ hai”.`;
    case 'long':
      return longReason('Lý do trả lại', reason);
    default:
      return undefined;
  }
}

/** undefined: the link is not ours, was altered, or speaks of something that is gone. */
async function open(services: Services, token: string): Promise<Opened | undefined> {
  const { store, settings } = services;
  const payload = parseSignOffToken(token, settings.linkSecret);
  if (!payload) return undefined;
  const { planId, unitId, period, snapshotId } = payload;
  const [loaded, stored, snapshot, heads] = await Promise.all([
    readPlan(store, planId),
    readSubmission(store, planId, unitId, period),
    store.read<Snapshot>(paths.snapshot(snapshotId)),
    readStaff(store, { planId, unitId, role: 'head' }),
  ]);
  // Who is head no longer may sign no longer.
  const head = heads.find(({ email }) => email === payload.email);
  if (!stored || !snapshot || !head) return undefined;
  const chosen = await store.readMany<Dossier>(
    snapshot.data.promoted.map(({ dossierId }) => paths.dossier(planId, dossierId)),
  );
  return {
    payload,
    token,
    loaded,
    stored,
    snapshot: snapshot.data,
    chosen: chosen.flatMap((document) => document?.data ?? []),
    headName: head.name,
  };
}

function stateOf({ payload, stored }: Opened, now: Date): SignOffPage['state'] {
  const latest = currentVersion(stored.data);
  if (latest.snapshotId !== payload.snapshotId) return 'superseded';
  if (stored.data.state === 'submitted') return 'signed';
  if (stored.data.state === 'sentBack') return 'sentBack';
  return now.toISOString() >= payload.expiresAt ? 'expired' : 'open';
}

/** What is signed: the unit's own rows and those it chose. */
const rowsOf = ({ snapshot, chosen }: Opened) => [...snapshot.rows, ...chosen.map(({ row }) => row)];

async function sign(services: Services, opened: Opened, now: Date): Promise<Page> {
  const { store } = services;
  const { payload, loaded, stored, snapshot } = opened;
  const { planId, period, unitId } = payload;
  const existing = await readDossiers(store, { planId, period, unitId });
  const locked = checkLocked(
    snapshot.rows,
    existing.map(({ data }) => data),
    '',
  );
  if (locked.length > 0)
    return page(
      services,
      opened,
      'open',
      `Từ khi gửi thư này, cấp trên đã duyệt ${locked.map(({ params }) => `“${params.name}”`).join(', ')} theo nội dung cũ. Hãy trả lại để người lập nộp lại danh sách.`,
    );
  const versions = stored.data.versions.with(-1, {
    ...currentVersion(stored.data),
    signedBy: payload.email,
    signedName: opened.headName,
    signedAt: now.toISOString(),
  });
  const signed: Submission = { ...stored.data, state: 'submitted', versions };
  const mails = await signedMails(services, loaded, signed, rowsOf(opened), now);
  const writes: Write[] = [
    saveOver(paths.submission(planId, unitId, period), stored, signed),
    ...(await acceptWrites(services, loaded, signed, snapshot, payload.email, now)),
    ...mails.map(({ write }) => write),
  ];
  const keys = mails.map(({ key }) => key);
  return finish(services, { ...opened, stored: { ...stored, data: signed } }, 'signed', writes, keys, now);
}

async function sendBack(services: Services, opened: Opened, reason: string, now: Date): Promise<Page> {
  const { payload, loaded, stored } = opened;
  const versions = stored.data.versions.with(-1, {
    ...currentVersion(stored.data),
    sentBackAt: now.toISOString(),
    sentBackReason: reason,
  });
  const back: Submission = { ...stored.data, state: 'sentBack', versions };
  const mails = await sentBackMails(services, loaded, back, payload.email, reason, now);
  const writes = [
    saveOver(paths.submission(payload.planId, payload.unitId, payload.period), stored, back),
    ...mails.map(({ write }) => write),
  ];
  const keys = mails.map(({ key }) => key);
  return finish(services, { ...opened, stored: { ...stored, data: back } }, 'sentBack', writes, keys, now);
}

async function finish(
  services: Services,
  opened: Opened,
  state: SignOffPage['state'],
  writes: Write[],
  mailKeys: string[],
  now: Date,
): Promise<Page> {
  const { planId, period } = opened.payload;
  const workbooks = await readWorkbooksOf(services.store, planId, period, opened.stored.data.parentId);
  const marks = workbooks.map(({ spreadsheetId }) => syncMark(spreadsheetId, now));
  const saved = await services.store.commit(onePerPath([...writes, ...marks]));
  if (!saved.ok) {
    const again = await open(services, opened.token);
    return again ? page(services, again, stateOf(again, now)) : brokenLink;
  }
  for (const { spreadsheetId } of workbooks)
    await enqueueSync(services, spreadsheetId, `${opened.payload.snapshotId}-${state}`);
  await enqueueMails(services, mailKeys);
  return page(services, opened, state);
}

/** A document is written once per commit; marks for the same workbook are the same mark. */
const onePerPath = (writes: readonly Write[]): Write[] => [
  ...new Map(writes.map((write) => [write.path, write])).values(),
];

async function page(
  services: Services,
  opened: Opened,
  state: SignOffPage['state'],
  error?: string,
  reason?: string,
): Promise<Page> {
  const { payload, token, loaded, stored, snapshot, headName } = opened;
  const { plan, tree } = loaded;
  const { title: listTitle, rowWord } = formOf(snapshot.formId);
  // The same content may have been sent, and signed, before: what is shown is its last time.
  const latest = stored.data.versions.findLast(({ snapshotId }) => snapshotId === payload.snapshotId);
  const staff = await readStaff(services.store, { planId: payload.planId, unitId: payload.unitId });
  const html = renderSignOffPage({
    unitName: tree.get(payload.unitId)?.name ?? payload.unitId,
    planTitle: plan.title,
    planNumber: plan.number,
    listTitle,
    rowWord,
    timeZone: plan.timeZone,
    rows: rowsOf(opened).map(({ kind, values }) => ({
      kind,
      name: String(values.name ?? ''),
      title: String(values.title ?? ''),
    })),
    submittedAt: latest?.at ?? snapshot.createdAt,
    clerk: staff.find(({ email }) => email === latest?.by)?.name ?? latest?.by ?? '',
    headName,
    snapshotId: payload.snapshotId,
    expiresAt: payload.expiresAt,
    action: `${services.settings.functionsUrl}/confirm`,
    token,
    state,
    ...(latest?.signedAt === undefined
      ? {}
      : { signed: { at: latest.signedAt, by: latest.signedName ?? latest.signedBy ?? '' } }),
    ...(error === undefined ? {} : { error }),
    ...(reason === undefined ? {} : { reason }),
  });
  return { status: error === undefined ? 200 : 422, html };
}

const brokenLink: Page = { status: 404, html: renderBrokenLink() };
