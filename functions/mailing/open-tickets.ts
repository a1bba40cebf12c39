/** Requests about public pages of which the end or the answer is owed, as the morning's digests tell of them; and those that ended long enough ago to be forgotten. */
import type { Dossier } from '../domain/dossier.ts';
import type { Ticket } from '../domain/ticket.ts';
import { forget, isToForget } from '../domain/ticket-course.ts';
import { ticketListUrl, ticketUrl } from '../links/ticket-link.ts';
import type { DigestDay } from '../mails/digest-calendar.ts';
import type { OpenTicket, TicketState } from '../mails/due-tickets.ts';
import type { Write } from '../ports.ts';
import {
  paths,
  readAll,
  readPlan,
  readStaff,
  readWaitingTickets,
  type StaffRecord,
  saveOver,
} from '../records.ts';
import type { Services } from '../services.ts';
import { mailKey } from './outbox.ts';

/** By plan; nothing, at the price of two reads, while no request waits. */
export async function readTicketStates(
  services: Services,
  day: Pick<DigestDay, 'since' | 'until'>,
): Promise<TicketState[]> {
  const { store, settings, clock } = services;
  const byPlan = Map.groupBy(await readWaitingTickets(store, {}), ({ planId }) => planId);
  return Promise.all(
    [...byPlan].map(async ([planId, tickets]): Promise<TicketState> => {
      const [{ plan, tree }, staff] = await Promise.all([
        readPlan(store, planId),
        readStaff(store, { planId }),
      ]);
      const linksOf: TicketState['linksOf'] = (code, email) => {
        const link = ticketUrl(settings, { code, email }, clock.now());
        return { link, lists: { story: ticketListUrl(link, 'story'), all: ticketListUrl(link, 'all') } };
      };
      return { plan, tree, staff, tickets: await withNames(services, tickets, staff, day), linksOf };
    }),
  );
}

async function withNames(
  { store }: Services,
  tickets: readonly Ticket[],
  staff: readonly StaffRecord[],
  day: Pick<DigestDay, 'since' | 'until'>,
): Promise<OpenTicket[]> {
  const dossiers = await readAll<Dossier>(
    store,
    tickets.map(({ planId, dossierId }) => paths.dossier(planId, dossierId)),
  );
  const mails = tickets
    .filter(({ receivedAt }) => receivedAt > day.since && receivedAt <= day.until)
    .flatMap((ticket) => mailsOf(ticket, staff));
  const sent = await readAll(
    store,
    mails.map(({ path }) => path),
  );
  const told = Map.groupBy(
    mails.filter((_, index) => sent[index]),
    ({ code }) => code,
  );
  return tickets.map((ticket, index) => ({
    ticket,
    name: String(dossiers[index]?.data.row.values.name ?? ''),
    isPublic: dossiers[index]?.data.public ?? false,
    told: new Set(told.get(ticket.code)?.map(({ email }) => email.toLowerCase())),
  }));
}

/** A request had mails of its own or, when there were too many, none. */
const mailsOf = ({ code, unitId, parentId }: Ticket, staff: readonly StaffRecord[]) => {
  const concerned = staff.filter((person) => person.unitId === unitId || person.unitId === parentId);
  return [...new Set(concerned.map(({ email }) => email))].map((email) => ({
    code,
    email,
    path: paths.outbox(mailKey('takedownRequest', email, [code])),
  }));
};

/** More wait for the next morning. */
const atOnce = 100;

/** What is personal in requests that ended weeks ago goes. */
export async function forgetWrites({ store, clock }: Services): Promise<Write[]> {
  const now = clock.now();
  const ended = await store.list<Ticket>('tickets', { where: { state: 'settled' } });
  return ended
    .filter(({ data }) => isToForget(data, now))
    .slice(0, atOnce)
    .map((stored) => saveOver(stored.path, stored, forget(stored.data, now)));
}
