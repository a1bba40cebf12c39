/** Which document holds what, and how it is loaded: the only place that knows the store's paths. */
import { randomUUID } from 'node:crypto';
import { contentHash } from './content-hash.ts';
import type { Extension } from './domain/deadline.ts';
import type { Dossier } from './domain/dossier.ts';
import type { Scorecard } from './domain/judging.ts';
import type { Plan, Staff, StaffRole } from './domain/plan.ts';
import type { UnitRequest } from './domain/request.ts';
import type { Submission } from './domain/submission.ts';
import type { Ticket } from './domain/ticket.ts';
import { isWaiting } from './domain/ticket-order.ts';
import { toUnitTree, type UnitTree } from './domain/unit.ts';
import type { Workbook } from './domain/workbook.ts';
import type { MailState } from './mailing/mail-states.ts';
import type { MailKind, MailPriority, MailTopic } from './mails/kinds.ts';
import type { DocumentStore, StoredDocument, Write } from './ports.ts';

export interface StaffRecord extends Staff {
  planId: string;
}

export interface OutboxMail {
  kind: MailKind;
  to: string;
  subject: string;
  text: string;
  html: string;
  priority: MailPriority;
  /** What the person may stop; '' for a duty. */
  topic: MailTopic | '';
  state: MailState;
  /** Still to be worked on: what `tick` asks for. */
  owed: boolean;
  /** Set by the first claim: a mail never changes its transport. */
  transport: '' | 'gmail' | 'smtp';
  /** What the claim is about: a draft's id with Gmail, '' with SMTP. */
  ticket: string;
  /** Whose claim it is. */
  nonce: string;
  claimedAt: string;
  attempts: number;
  /** Not tried before; '' for at once. */
  dueAt: string;
  /** When its draft was first found gone without a sent mail to show for it; '' otherwise. */
  goneAt: string;
  /** What the server said last, or why we did not try. */
  words: string;
  createdAt: string;
  /** The calendar day of `createdAt`, by which the log of mails finds it. */
  day: string;
  sentAt: string;
}

/** An address that gave a mail back. `staff` is what the staff lists said of it then: when that changes, mails go again. */
export interface AddressTrouble {
  email: string;
  at: string;
  words: string;
  /** Of the mail that came back. */
  key: string;
  staff: string;
  blocked: boolean;
}

/** What a person has stopped, with the instant. */
export interface OptOut {
  email: string;
  stopped: Partial<Record<MailTopic, string>>;
}

/** What an administrator did to a mail; only ever added. */
export interface MailLogEntry {
  at: string;
  by: string;
  action: 'resend' | 'settle' | 'release';
  /** Key of the mail, or the address. */
  about: string;
  before: MailState | 'blocked';
  /** Key of the mail that goes in its place. */
  resentAs?: string;
}

/** Work that is owed and must not be lost when a task is: `tick` hands it out until it is done. */
export interface Mark {
  kind: 'sync' | 'publish' | 'control';
  spreadsheetId: string;
  at: string;
  /** Makes every put a change: clearing the mark names the version that was seen. */
  nonce: string;
}

/** A dossier that the public pages owe a look; see handlers/touched.ts. */
export interface TouchMark {
  planId: string;
  dossierId: string;
  /** 'day': only its photo, which is tried again on another day. */
  wait: '' | 'day';
  /** Makes every put a change: taking the mark away names the version that was seen. */
  nonce: string;
}

/** Rows that stood in each unit's tab at the last sync, chosen ones included: what reminders count. */
export interface Standing {
  typedRows: Record<string, number>;
}

/** More time for one unit's list, granted by the unit that collects it. */
export interface ExtensionRecord extends Extension {
  planId: string;
  unitId: string;
  period: string;
  grantedBy: string;
  /** ISO instant. */
  grantedAt: string;
}

export interface Lease {
  holder: string;
  epoch: number;
  until: string;
}

/** The control sheet of a plan. Its document id is the spreadsheet's. */
export interface ControlRecord {
  spreadsheetId: string;
  planId: string;
  /** Of the plan that is in force; 1 is what the sheet was made with. */
  version: number;
  since: string;
  /** When the sheet was first found wrong; '' while it says what is in force. */
  wrongSince: string;
  /** Tabs that people made anew in place of one that they had deleted: id of the tab → id of its sheet. */
  madeAnew?: Record<string, number>;
  /** What the administrator's digest says of it. */
  faults: { count: number; first: string[] };
}

/** What was in force and what had changed: written once, never again. */
export interface PlanVersion {
  planId: string;
  version: number;
  at: string;
  /** Vietnamese sentences. */
  changes: string[];
  plan: Plan;
}

/** What does not follow a change of the control sheet yet; provisioning does all of it and takes this away. */
export interface OwedProvisioning {
  planId: string;
  at: string;
  /** Vietnamese, for the administrator: tabs, which only provisioning makes. */
  reasons: string[];
  /** Spreadsheets whose shares and editors the functions still bring in line with the people. */
  workbooks: string[];
  /** Who has left which unit: their shares must end. */
  left: { email: string; unitId: string }[];
  /** Addresses that no workbook can be shared with. */
  refused: string[];
}

/** Of mornings and of the day's mails, which are everybody's; deadlines follow their plan's own zone. */
export const officeZone = 'Asia/Ho_Chi_Minh';

export const paths = {
  plan: (planId: string) => `plans/${planId}`,
  staff: ({ planId, unitId, role, email }: StaffRecord) => `staff/${planId}_${unitId}_${role}_${email}`,
  workbook: (spreadsheetId: string) => `workbooks/${spreadsheetId}`,
  submission: (planId: string, unitId: string, period: string) => `submissions/${planId}_${unitId}_${period}`,
  scorecard: (planId: string, dossierId: string, round: number, deskId: string, scorer: string) =>
    `scorecards/${planId}_${dossierId}_${round}_${deskId}_${contentHash(scorer).slice(0, 16)}`,
  extension: (planId: string, unitId: string, period: string) => `extensions/${planId}_${unitId}_${period}`,
  toldAtSending: (planId: string, unitId: string, period: string) =>
    `toldAtSending/${planId}_${unitId}_${period}`,
  snapshot: (snapshotId: string) => `snapshots/${snapshotId}`,
  dossier: (planId: string, dossierId: string) => `dossiers/${planId}_${dossierId}`,
  /** Apart from the dossier: see domain/hold.ts. */
  hold: (planId: string, dossierId: string) => `holds/${planId}_${dossierId}`,
  score: (planId: string, unitId: string, period: string) => `scores/${planId}_${unitId}_${period}`,
  request: (spreadsheetId: string, key: string) => `requests/${spreadsheetId}_${key}`,
  outbox: (key: string) => `outbox/${key}`,
  standing: (spreadsheetId: string) => `standings/${spreadsheetId}`,
  lease: (spreadsheetId: string) => `leases/${spreadsheetId}`,
  control: (spreadsheetId: string) => `controls/${spreadsheetId}`,
  planVersion: (planId: string, version: number) =>
    `planVersions/${planId}_${String(version).padStart(6, '0')}`,
  owedProvisioning: (planId: string) => `provisioning/${planId}`,
  controlMark: (spreadsheetId: string) => `marks/control_${spreadsheetId}`,
  /** Addresses are people's: their hash, so that no path holds one. */
  address: (email: string) => `addresses/${contentHash(email.toLowerCase())}`,
  optOut: (email: string) => `optOuts/${contentHash(email.toLowerCase())}`,
  mailQuota: (sender: string) => `mailQuotas/${contentHash(sender.toLowerCase())}`,
  mailLog: (at: string, nonce: string) => `mailLog/${at}_${nonce}`,
  /** Who has which keys of likeness; see domain/alike-index.ts. */
  alike: (planId: string, shard: number) => `alike/${planId}_${shard.toString(16).padStart(3, '0')}`,
  cursor: (name: 'drive' | 'digest' | 'pages' | 'bounces' | 'morning' | 'mailLog' | 'alike' | 'photoDay') =>
    `cursors/${name}`,
  syncMark: (spreadsheetId: string) => `marks/sync_${spreadsheetId}`,
  publishMark: 'marks/publish',
  touched: (planId: string, dossierId: string) => `touched/${planId}_${dossierId}`,
  /** Put with `wait: ''`, it has the next publication make all pages anew. */
  touchedAll: 'touched/all',
  pointer: 'listing/current',
  part: (generation: string, name: string) => `pages/${generation}/parts/${name}`,
  /** The copy of a photo that the listing serves; there while a story in force shows it. */
  photo: (id: string) => `photos/${id}`,
  /** Whom a publication showed or took away; written once, never changed. */
  publication: (generation: string, entry: string) => `publications/${generation}-${entry}`,
  dropped: (generation: string, entry: number) => `dropped/${generation}-${entry}`,
  ticket: (code: string) => `tickets/${code}`,
  /** Counters of requests to take down, of an hour or a day. */
  limit: (time: string, name: string) => `limits/${time}_${name}`,
} as const;

/** So many documents in one call. */
const perRead = 300;

/** However many there are, each once; undefined for what is not there. */
export async function readAll<T extends object>(
  store: DocumentStore,
  all: readonly string[],
): Promise<(StoredDocument<T> | undefined)[]> {
  const once = [...new Set(all)];
  const read = new Map<string, StoredDocument<T>>();
  for (let start = 0; start < once.length; start += perRead)
    for (const stored of await store.readMany<T>(once.slice(start, start + perRead)))
      if (stored) read.set(stored.path, stored);
  return all.map((path) => read.get(path));
}

export interface LoadedPlan {
  plan: Plan;
  tree: UnitTree;
}

export async function readPlan(store: DocumentStore, planId: string): Promise<LoadedPlan> {
  const stored = await store.read<Plan>(paths.plan(planId));
  if (!stored) throw new Error(`plan ${planId} is not in the store`);
  return { plan: stored.data, tree: toUnitTree(stored.data.units) };
}

export async function readWorkbook(
  store: DocumentStore,
  spreadsheetId: string,
): Promise<Workbook | undefined> {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(spreadsheetId)) return undefined;
  return (await store.read<Workbook>(paths.workbook(spreadsheetId)))?.data;
}

/** The workbooks in which a unit collects. */
export async function readWorkbooksOf(
  store: DocumentStore,
  planId: string,
  period: string,
  unitId: string,
): Promise<Workbook[]> {
  const stored = await store.list<Workbook>('workbooks', { where: { planId, period, unitId } });
  return stored.map(({ data }) => data);
}

export async function readStaff(
  store: DocumentStore,
  where: { planId: string; unitId?: string; role?: StaffRole; email?: string },
): Promise<StaffRecord[]> {
  const stored = await store.list<StaffRecord>('staff', { where: { ...where } });
  return stored.map(({ data }) => data);
}

export const readDossiers = (
  store: DocumentStore,
  where: Partial<
    Pick<Dossier, 'planId' | 'period' | 'unitId' | 'parentId' | 'at' | 'status' | 'public' | 'touchedOn'>
  >,
): Promise<StoredDocument<Dossier>[]> => store.list<Dossier>('dossiers', { where: { ...where } });

/** What scorers gave, at a desk or in a period. */
export const readScorecards = async (
  store: DocumentStore,
  where: Pick<Scorecard, 'planId'> & Partial<Pick<Scorecard, 'deskId' | 'period'>>,
): Promise<Scorecard[]> =>
  (await store.list<Scorecard>('scorecards', { where: { ...where } })).map(({ data }) => data);

export const readRequests = (
  store: DocumentStore,
  where: Partial<Pick<UnitRequest, 'planId' | 'period' | 'parentId' | 'unitId' | 'state'>>,
): Promise<StoredDocument<UnitRequest>[]> => store.list<UnitRequest>('requests', { where: { ...where } });

/** Requests about public pages of which the end or the answer is owed. */
export async function readWaitingTickets(
  store: DocumentStore,
  where: Partial<Pick<Ticket, 'planId' | 'dossierId'>>,
): Promise<Ticket[]> {
  const [open, settled] = await Promise.all(
    (['open', 'settled'] as const).map((state) =>
      store.list<Ticket>('tickets', { where: { ...where, state } }),
    ),
  );
  return [...(open ?? []), ...(settled ?? [])].map(({ data }) => data).filter(isWaiting);
}

export const readSubmission = (
  store: DocumentStore,
  planId: string,
  unitId: string,
  period: string,
): Promise<StoredDocument<Submission> | undefined> =>
  store.read<Submission>(paths.submission(planId, unitId, period));

export const readExtension = async (
  store: DocumentStore,
  planId: string,
  unitId: string,
  period: string,
): Promise<ExtensionRecord | undefined> =>
  (await store.read<ExtensionRecord>(paths.extension(planId, unitId, period)))?.data;

/** By unit. */
export async function readExtensions(
  store: DocumentStore,
  where: { planId: string; period: string },
): Promise<Map<string, ExtensionRecord>> {
  const stored = await store.list<ExtensionRecord>('extensions', { where: { ...where } });
  return new Map(stored.map(({ data }) => [data.unitId, data]));
}

/** Create when nothing was read, otherwise replace what was read: the compare-and-set of every state. */
export const saveOver = <T extends object>(
  path: string,
  before: StoredDocument<unknown> | undefined,
  data: T,
): Write =>
  before ? { kind: 'replace', path, data, version: before.version } : { kind: 'create', path, data };

export const syncMark = (spreadsheetId: string, now: Date): Write => ({
  kind: 'put',
  path: paths.syncMark(spreadsheetId),
  data: { kind: 'sync', spreadsheetId, at: now.toISOString(), nonce: randomUUID() } satisfies Mark,
});

export const publishMark = (now: Date): Write => ({
  kind: 'put',
  path: paths.publishMark,
  data: { kind: 'publish', spreadsheetId: '', at: now.toISOString(), nonce: randomUUID() } satisfies Mark,
});

/** Goes into the commit that saves these dossiers, when the public saw one of them before or sees it now. */
export const publishMarks = (dossiers: readonly Pick<Dossier, 'planId' | 'id'>[], now: Date): Write[] => [
  publishMark(now),
  ...dossiers.map(
    ({ planId, id }): Write => ({
      kind: 'put',
      path: paths.touched(planId, id),
      data: { planId, dossierId: id, wait: '', nonce: randomUUID() } satisfies TouchMark,
    }),
  ),
];

export const controlMark = (spreadsheetId: string, now: Date): Write => ({
  kind: 'put',
  path: paths.controlMark(spreadsheetId),
  data: { kind: 'control', spreadsheetId, at: now.toISOString(), nonce: randomUUID() } satisfies Mark,
});

/** What became of a mail has changed: the next tick has the control sheets show it. */
export const staleMailLog: Write = { kind: 'put', path: paths.cursor('mailLog'), data: { isStale: true } };

/** Documents that say which staff there is → the writes that make it so: the list given is the whole list. */
export function staffWrites(
  before: readonly StoredDocument<StaffRecord>[],
  planId: string,
  staff: readonly Staff[],
): Write[] {
  const wanted = new Map(
    staff.map(({ email, name, unitId, role }) => {
      const record: StaffRecord = { email: email.toLowerCase(), name, unitId, role, planId };
      return [paths.staff(record), record] as const;
    }),
  );
  const known = new Map(before.map(({ path, data }) => [path, data]));
  return [
    ...[...known.keys()].filter((path) => !wanted.has(path)).map((path): Write => ({ kind: 'delete', path })),
    ...[...wanted]
      .filter(([path, { name }]) => known.get(path)?.name !== name)
      .map(([path, data]): Write => ({ kind: 'put', path, data })),
  ];
}
