/** A named person asks to be taken off the public page, and the unit answers and ends that by the link of its mail. */
import type { Ticket } from '../../../functions/domain/ticket.ts';
import { storyPath, toKey } from '../../../functions/listing/address.ts';
import { staffEmail } from '../samples/people.ts';
import type { Stage } from './stage.ts';

export interface Asked {
  dossierId: string;
  unitId: string;
  name: string;
  /** In the person's words. */
  text: string;
}

export async function ticketAbout(stage: Stage, dossierId: string): Promise<Ticket | undefined> {
  const where = { planId: stage.plan.id, dossierId };
  return (await stage.local.store.list<Ticket>('tickets', { where })).at(0)?.data;
}

/** By the form that every story leads to; a demo that was killed after it finds the request that is there. */
export async function askForRemoval(stage: Stage, { dossierId, name, text }: Asked): Promise<void> {
  if (await ticketAbout(stage, dossierId)) return;
  const page = storyPath({ key: toKey(stage.plan.id, dossierId), name });
  await fetch(`${stage.local.urls.listing}/de-nghi/gui`, {
    method: 'POST',
    body: new URLSearchParams({ page, wish: 'remove', asker: 'self', contact: '0912 345 678', text }),
  });
}

/** The clerk opens the link of the mail, writes what was answered, and takes the page off there. */
export async function endByRemoval(stage: Stage, { dossierId, unitId }: Asked): Promise<void> {
  await stage.local.tickAndSettle();
  const ticket = await ticketAbout(stage, dossierId);
  if (ticket?.state !== 'open') return;
  const mails = await stage.people.mailbox(staffEmail('clerk', unitId));
  const told = mails.findLast(({ subject }) => subject.includes(ticket.code));
  const token = /\/ticket\?token=([\w.-]+)/.exec(told?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`no mail tells the clerk of ${unitId} of ${ticket.code}`);
  const act = async (fields: Record<string, string>): Promise<void> => {
    const response = await fetch(`${stage.local.urls.functions}/ticket`, {
      method: 'POST',
      body: new URLSearchParams({ token, ...fields }),
    });
    if (!response.ok) throw new Error(`the page of ${ticket.code} answered ${response.status}`);
  };
  await act({ action: 'answer', words: 'Đã gọi điện xác minh đúng người, hẹn gỡ ngay trong ngày' });
  await act({ action: 'end', ending: 'pageRemoved', words: '' });
}
