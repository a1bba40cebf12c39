/** All requests of a plan that wait and for which one person answers, in turn: whoever opens one reaches every other. */

import { localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { cleanPublicText } from '../domain/public-row.ts';
import { askerWords, type Ticket } from '../domain/ticket.ts';
import { endWords, wishTitles } from '../domain/ticket-course.ts';
import { inTurn, isOfOthers, runningClocks } from '../domain/ticket-order.ts';
import { type TicketList, ticketListUrl, ticketUrlUntil } from '../links/ticket-link.ts';
import type { TicketEntries, TicketEntry } from '../listing/ticket-entries.ts';
import { paths, readWaitingTickets } from '../records.ts';
import type { Services } from '../services.ts';
import { handlerOf } from './roles.ts';
import type { KnownTicket } from './ticket-view.ts';

/** The request whose link was opened, and the link. */
export interface Visit extends KnownTicket {
  url: string;
  expiresAt: string;
}

/** About the same story, or about any; the one that was opened is among them while it waits. */
export async function readWaiting(
  { store }: Pick<Services, 'store'>,
  { ticket: { data }, loaded, staff, reader }: Visit,
): Promise<Record<TicketList, Ticket[]>> {
  const { planId, dossierId } = data;
  const roles = staff.filter(({ email }) => email === reader.email);
  const all = (await readWaitingTickets(store, { planId }))
    .filter(({ unitId }) => handlerOf(roles, unitId, loaded.tree) !== undefined)
    .map((one) => ({ ...one, clocks: runningClocks(one) }))
    .toSorted(inTurn);
  return { all, story: all.filter((one) => one.dossierId === dossierId) };
}

/** So many of them, each with a link that ends when the reader's own does. */
export async function toEntries(
  { store, settings, clock }: Pick<Services, 'store' | 'settings' | 'clock'>,
  visit: Visit,
  tickets: readonly Ticket[],
): Promise<TicketEntry[]> {
  const { loaded, reader, expiresAt } = visit;
  const { timeZone } = loaded.plan;
  const today = localDate(clock.now(), timeZone);
  const stories = [...new Set(tickets.map(({ planId, dossierId }) => paths.dossier(planId, dossierId)))];
  const dossiers = await store.readMany<Dossier>(stories);
  const names = new Map(
    dossiers.map((dossier, index) => [stories[index], String(dossier?.data.row.values.name ?? '')]),
  );
  return tickets.map((one) => ({
    code: one.code,
    title: wishTitles[one.wish],
    name: cleanPublicText(names.get(paths.dossier(one.planId, one.dossierId)) ?? ''),
    unitName: loaded.tree.get(one.unitId)?.name ?? one.unitId,
    asker: askerWords[one.asker],
    receivedAt: one.receivedAt,
    timeZone,
    ended: endWords(one),
    clocks: runningClocks(one).map((running) => ({ ...running, isLate: running.lastDay < today })),
    link: ticketUrlUntil(settings, { code: one.code, email: reader.email, expiresAt }),
  }));
}

/** Beside a request; the rest stands in the lists. */
const besides = 10;

export async function toBesides(services: Services, visit: Visit): Promise<TicketEntries> {
  const { story, all } = await readWaiting(services, visit);
  const { code } = visit.ticket.data;
  const others = story.filter((one) => one.code !== code);
  return {
    entries: await toEntries(services, visit, others.slice(0, besides)),
    ofStory: others.length,
    ofOthers: story.filter(isOfOthers).length,
    elsewhere: all.length - story.length,
    lists: { story: ticketListUrl(visit.url, 'story'), all: ticketListUrl(visit.url, 'all') },
  };
}
