/** The mails' part of the product alone: a store in memory, a clock that is set, a transport of choice. No sheets, no HTTP. */
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { deliver } from '../../functions/handlers/deliver.ts';
import { makeDigests } from '../../functions/mailing/digests.ts';
import { mailRound } from '../../functions/mailing/mail-round.ts';
import type { MailState } from '../../functions/mailing/mail-states.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import type { DocumentStore, Handover, Mailer, MailMessage } from '../../functions/ports.ts';
import { type OutboxMail, paths, type StaffRecord } from '../../functions/records.ts';
import type { Services } from '../../functions/services.ts';
import { aMail } from './mails.ts';

export interface PostRoom {
  services: Services;
  store: DocumentStore;
  /** ISO instant. */
  now: string;
  /** Keys handed to the queue by the last round. */
  queue: string[];
  owe(...mails: (Partial<OutboxMail> & { key: string })[]): Promise<void>;
  mail(key: string): Promise<OutboxMail>;
  states(): Promise<Record<string, MailState>>;
  employ(person: Partial<StaffRecord>): Promise<void>;
  deliver(key: string): ReturnType<typeof deliver>;
  /** One tick of the mails, and the tasks it hands out. */
  round(): Promise<void>;
  later(minutes: number): void;
}

/** 32 letters, as keys are. */
export const keyOf = (number: number): string => String(number).padStart(32, '0');

export interface FakeMailer extends Mailer {
  sent: MailMessage[];
  tickets: Set<string>;
  /** What the next handovers answer; the rest are sent. */
  answers: Handover[];
  bounces: Awaited<ReturnType<Mailer['bouncesSince']>>;
}

/** Drafts or not: a real little transport that can be told what to answer. */
export function fakeMailer(transport: 'gmail' | 'smtp'): FakeMailer {
  const hasDrafts = transport === 'gmail';
  let made = 0;
  const mailer: FakeMailer = {
    transport,
    sender: 'gui-thu@guong-sang.invalid',
    resumable: hasDrafts,
    sent: [],
    tickets: new Set(),
    answers: [],
    bounces: [],
    async prepare() {
      if (!hasDrafts) return '';
      made += 1;
      mailer.tickets.add(`r${made}`);
      return `r${made}`;
    },
    async send(ticket, message) {
      const answer = mailer.answers.shift() ?? { outcome: 'sent' };
      if (answer.outcome === 'later' || answer.outcome === 'unknown') return answer;
      // A draft that was sent is no more: Gmail looks for it before it judges it.
      if (hasDrafts && !mailer.tickets.has(ticket)) return { outcome: 'gone' };
      if (answer.outcome !== 'sent') return answer;
      mailer.tickets.delete(ticket);
      mailer.sent.push(message);
      return answer;
    },
    discard: async (ticket) => void mailer.tickets.delete(ticket),
    wasSent: async (key) => hasDrafts && mailer.sent.some((message) => message.key === key),
    bouncesSince: async (instant) => mailer.bounces.filter(({ at }) => at >= instant),
  };
  return mailer;
}

const notHere = (): never => {
  throw new Error('the post room has only mails');
};

export async function openPostRoom(mailer: Mailer, limit = 1_500): Promise<PostRoom> {
  const store = createSqliteStore(':memory:');
  const tasks = new Set<string>();
  const room: PostRoom = {
    store,
    now: '2025-01-08T02:00:00.000Z',
    queue: [],
    services: {
      store,
      mailer,
      tasks: { enqueue: async ({ body }) => void tasks.add(body.key ?? '') },
      clock: { now: () => new Date(room.now) },
      log: { info: () => undefined, error: () => undefined },
      sheets: { readTabs: notHere, readStructure: notHere, writeMachine: notHere },
      files: {
        startToken: notHere,
        changesSince: notHere,
        fileName: notHere,
        fileType: notHere,
        readFile: notHere,
        exportText: notHere,
      },
      access: {
        readShares: notHere,
        readGuards: notHere,
        share: notHere,
        unshare: notHere,
        setEditors: notHere,
      },
      identity: { verify: notHere },
      settings: {
        listingUrl: 'https://guong-sang.vidu.vn',
        functionsUrl: 'https://ham.vidu.vn',
        workbookUrl: notHere,
        linkSecret: 's'.repeat(32),
        platformEmails: [],
        mailDailyLimit: limit,
        digestHour: 7,
        trustedProxies: 0,
      },
    },
    async owe(...mails) {
      for (const mail of mails)
        await store.commit([{ kind: 'create', path: paths.outbox(mail.key), data: aMail(mail) }]);
    },
    mail: async (key) => (await store.read<OutboxMail>(paths.outbox(key)))!.data,
    async states() {
      const all = await store.list<OutboxMail>('outbox');
      return Object.fromEntries(all.map(({ path, data }) => [path.slice('outbox/'.length), data.state]));
    },
    async employ(given) {
      const person: StaffRecord = {
        planId: kh113BacLieu.id,
        unitId: '95',
        role: 'clerk',
        email: 'nguoilap.31843@vidu.vn',
        name: 'Trần Thị Mai',
        ...given,
      };
      await store.commit([
        { kind: 'put', path: paths.plan(kh113BacLieu.id), data: kh113BacLieu },
        { kind: 'put', path: paths.staff(person), data: person },
      ]);
    },
    deliver: (key) => deliver(room.services, key),
    async round() {
      tasks.clear();
      await makeDigests(room.services);
      await mailRound(room.services);
      room.queue = [...tasks];
      for (const key of room.queue) await deliver(room.services, key);
    },
    later(minutes) {
      room.now = new Date(Date.parse(room.now) + minutes * 60_000).toISOString();
    },
  };
  return room;
}
