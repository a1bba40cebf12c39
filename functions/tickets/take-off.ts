/** Taking a page or its photo off: all that one commit must write, whoever acts, from the desk or from the page of a request. */
import { readHolds } from '../desks/holds.ts';
import { withoutPhoto } from '../domain/consent-narrowing.ts';
import { type Dossier, withdraw } from '../domain/dossier.ts';
import { type Ending, settle, type Ticket } from '../domain/ticket.ts';
import { toSaved } from '../lists/accept.ts';
import { withdrawalMails } from '../mailing/submission-mails.ts';
import type { StoredDocument, Write } from '../ports.ts';
import { type LoadedPlan, paths, publishMarks, readWorkbooksOf, saveOver, syncMark } from '../records.ts';
import type { Services } from '../services.ts';

export interface TakeOff {
  writes: Write[];
  /** Keys of the mails among them. */
  mails: string[];
}

export interface TakeOffAct {
  by: string;
  unitId: string;
  reason: string;
  /** Paths of other dossiers of the same exemplar that go with it: nobody is told that they stay. */
  together?: readonly string[];
}

/** A commit has room for these; of a page that many asked about, `endOtherTickets` ends the rest. */
const endedAtOnce = 100;

/** Everybody who asked about this page has what there is to have; undefined when it was off before, or the reason is too short. */
export async function withdrawalWrites(
  services: Services,
  loaded: LoadedPlan,
  stored: StoredDocument<Dossier>,
  act: TakeOffAct,
  now: Date,
): Promise<TakeOff | undefined> {
  const { store } = services;
  const { by, unitId, reason } = act;
  const result = withdraw(stored.data, { by, unitId, reason }, now);
  if (!result.ok || !result.changed) return undefined;
  // Withdrawn is never public, whatever else holds it back.
  const after = toSaved(result.dossier, true, loaded, now);
  const workbooks = await readWorkbooksOf(store, after.planId, after.period, after.parentId);
  const mails = await withdrawalMails(services, loaded, after, act.together ?? [], now);
  const asked = await readOpenTickets(services, after, endedAtOnce);
  const end = { by: act.by, ending: 'pageRemoved' as Ending, words: act.reason };
  return {
    writes: [
      saveOver(stored.path, stored, after),
      ...asked.map((ticket) => saveOver(ticket.path, ticket, settle(ticket.data, end, now))),
      ...publishMarks([after], now),
      ...workbooks.map(({ spreadsheetId }) => syncMark(spreadsheetId, now)),
      ...mails.map(({ write }) => write),
    ],
    mails: mails.map(({ key }) => key),
  };
}

/** The page is off: whoever else asked about it has what there is to have. What somebody changed meanwhile is left to people. */
export async function endOtherTickets(
  services: Services,
  dossier: Pick<Dossier, 'planId' | 'id'>,
  { by, reason }: Pick<TakeOffAct, 'by' | 'reason'>,
  now: Date,
): Promise<void> {
  for (;;) {
    const asked = await readOpenTickets(services, dossier, endedAtOnce);
    const end = { by, ending: 'pageRemoved' as Ending, words: reason };
    const writes = asked.map((ticket) => saveOver(ticket.path, ticket, settle(ticket.data, end, now)));
    if (writes.length === 0 || !(await services.store.commit(writes)).ok) return;
  }
}

const readOpenTickets = (
  { store }: Services,
  { planId, id }: Pick<Dossier, 'planId' | 'id'>,
  limit: number,
): Promise<StoredDocument<Ticket>[]> =>
  store.list<Ticket>('tickets', { where: { planId, dossierId: id, state: 'open' }, limit });

/** What an end takes off, of a dossier: nothing where that is off already, or where nothing is to be taken off. */
export async function endingWrites(
  services: Services,
  { loaded, stored }: { loaded: LoadedPlan; stored: StoredDocument<Dossier> },
  ending: Ending,
  act: TakeOffAct,
  now: Date,
): Promise<TakeOff> {
  const none = { writes: [], mails: [] };
  if (ending === 'photoRemoved')
    return { writes: await photoWrites(services, loaded, stored, act, now), mails: [] };
  if (ending === 'pageRemoved') return (await withdrawalWrites(services, loaded, stored, act, now)) ?? none;
  return none;
}

/** The dossier with its consent narrowed to the text; nothing when there is no consent to a photo. */
async function photoWrites(
  { store }: Services,
  loaded: LoadedPlan,
  stored: StoredDocument<Dossier>,
  { by, unitId, reason }: TakeOffAct,
  now: Date,
): Promise<Write[]> {
  const narrowed = withoutPhoto(stored.data, { by, unitId, reason }, now);
  if (!narrowed) return [];
  const { planId, id } = narrowed;
  const holds = await readHolds(store, planId, [id]);
  const after = toSaved(narrowed, holds.isOnHold(id), loaded, now);
  return [
    saveOver(paths.dossier(planId, id), stored, after),
    holds.unchanged(id),
    ...(after.public || stored.data.public ? publishMarks([after], now) : []),
  ];
}
