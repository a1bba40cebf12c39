/** Who hears of an open request on which morning, by the law's two days; and that it never falls silent before its end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerBy } from '../../functions/domain/answer-by.ts';
import { settle, type Ticket } from '../../functions/domain/ticket.ts';
import { answer } from '../../functions/domain/ticket-course.ts';
import { addDays, isWorkingDay } from '../../functions/domain/working-days.ts';
import type { DigestDay } from '../../functions/mails/digest-calendar.ts';
import type { DigestPerson } from '../../functions/mails/digest-state.ts';
import { type OpenTicket, withTickets } from '../../functions/mails/due-tickets.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { tree, units } from '../domain/people.ts';
import { aDesk, aDigest } from './cast.ts';

const holidays = holidaysOf({});
const staff: DigestPerson[] = [
  { email: 'clerk@vidu.vn', name: 'Trần Thị Mai', unitId: '31843', role: 'clerk' },
  { email: 'head@vidu.vn', name: 'Lê Văn Tám', unitId: '31843', role: 'head' },
  { email: 'reviewer@vidu.vn', name: 'Kim Thị Sa', unitId: '956', role: 'reviewer' },
  { email: 'admin@vidu.vn', name: 'Phạm Thu Hà', unitId: '95', role: 'admin' },
  { email: 'other@vidu.vn', name: 'Sơn Văn Út', unitId: '956', role: 'head' },
];
const everybody = ['clerk@vidu.vn', 'head@vidu.vn', 'reviewer@vidu.vn'];

/** Received at 10:00 on a Wednesday: answer by Friday 10/01, settle by Thursday 23/01. */
const aTicket = (given: Partial<Ticket> = {}, receivedAt = '2025-01-08T03:00:00.000Z'): Ticket => ({
  code: 'DN-1',
  planId: kh113BacLieu.id,
  dossierId: '2025-31843-001',
  unitId: '31843',
  parentId: '956',
  key: 'abcdefghjk',
  wish: 'photo',
  asker: 'self',
  contact: '0912 345 678',
  text: 'Tôi rút lại sự đồng ý công khai ảnh',
  receivedAt,
  answerBy: '2025-01-10',
  settleBy: '2025-01-23',
  state: 'open',
  history: [{ at: receivedAt, action: 'open', by: '' }],
  ...given,
});

const aDay = (day: string, before = addDays(day, -1)): DigestDay => ({
  day,
  previousDay: before,
  since: `${before}T00:00:00.000Z`,
  until: `${day}T00:00:00.000Z`,
  holidays,
  listingUrl: 'https://guong-sang.example',
});

const opened = (ticket: Ticket, told: readonly string[] = everybody): OpenTicket => ({
  ticket,
  name: 'Nguyễn Thị Hoa',
  isPublic: true,
  told: new Set(told),
});

const linksOf = (code: string, email: string) => ({
  link: `https://functions.example/${code}/${email}`,
  lists: { story: '', all: '' },
});

const toldOn = (day: DigestDay, tickets: readonly OpenTicket[], people = staff): string[] => {
  const state = { plan: kh113BacLieu, tree, staff: people, tickets, linksOf };
  return [...withTickets(new Map(), [state], day).keys()].map((email) => email.split('@')[0] as string);
};

describe('while nobody has answered', () => {
  it.each([
    ['2025-01-09', 'the working day before', ['clerk']],
    ['2025-01-10', 'the day itself', ['clerk']],
    ['2025-01-13', 'the first working day after', ['clerk', 'head', 'reviewer', 'admin']],
    ['2025-02-10', 'a month later', ['clerk', 'head', 'reviewer', 'admin']],
  ])('%s, %s, is told to the right people', (day, _, people) => {
    expect(toldOn(aDay(day), [opened(aTicket())])).toEqual(people);
  });

  it('the head keeps the clocks where a unit has no clerk', () => {
    const people = staff.filter(({ role }) => role !== 'clerk');
    expect(toldOn(aDay('2025-01-09'), [opened(aTicket())], people)).toEqual(['head']);
  });
});

describe('once it is answered', () => {
  const answered = answer(aTicket(), { by: 'clerk@vidu.vn', words: 'Đã gọi điện' }, new Date('2025-01-09'));
  it.each([
    ['2025-01-13', []],
    ['2025-01-21', []],
    ['2025-01-22', ['clerk']],
    ['2025-01-23', ['clerk']],
    ['2025-01-24', ['clerk', 'head', 'reviewer', 'admin']],
  ])('%s has only the day of settling to tell', (day, people) => {
    expect(toldOn(aDay(day), [opened(answered)])).toEqual(people);
  });
});

it('is told the morning after to whoever had no mail of its own, and to nobody twice', () => {
  // Tết is near: the two working days end after it.
  const ticket = aTicket({ answerBy: '2025-02-04', settleBy: '2025-02-08' }, '2025-01-21T03:00:00.000Z');
  expect(toldOn(aDay('2025-01-22'), [opened(ticket, [])])).toEqual(['clerk', 'head', 'reviewer']);
  expect(toldOn(aDay('2025-01-22'), [opened(ticket)])).toEqual([]);
  expect(toldOn(aDay('2025-01-23'), [opened(ticket, [])])).toEqual([]);
});

it('never falls silent for its clerk from the day to answer on, until it is ended', () => {
  const received = fc.date({ min: new Date('2024-01-01'), max: new Date('2025-06-30'), noInvalidDate: true });
  fc.assert(
    fc.property(received, fc.nat(60), (at, later) => {
      const from = at.toISOString().slice(0, 10);
      const clocks = { answerBy: answerBy(from, 2, holidays), settleBy: addDays(from, 15) };
      const day = addDays(clocks.answerBy, later);
      fc.pre(isWorkingDay(day, holidays));
      const ticket = aTicket(clocks, at.toISOString());
      expect(toldOn(aDay(day), [opened(ticket)])).toContain('clerk');
    }),
  );
});

describe('once it is ended', () => {
  const end = {
    by: 'clerk@vidu.vn',
    ending: 'declined' as const,
    words: 'Không chứng minh được là người thân',
  };
  const ended = settle(aTicket({ wish: 'remove' }), end, new Date('2025-01-08T04:00:00Z'));
  it.each([
    ['2025-01-09', ['clerk']],
    ['2025-01-10', ['clerk']],
    ['2025-01-13', ['clerk', 'head', 'reviewer', 'admin']],
    ['2025-03-10', ['clerk', 'head', 'reviewer', 'admin']],
  ])('%s still tells that the answer is owed', (day, people) => {
    expect(toldOn(aDay(day), [opened(ended)])).toEqual(people);
  });

  it('and answered, nothing is left to tell', () => {
    const done = answer(ended, { by: 'clerk@vidu.vn', words: 'Đã gọi điện' }, new Date('2025-01-09'));
    for (const day of ['2025-01-10', '2025-01-13', '2025-01-24'])
      expect(toldOn(aDay(day), [opened(done)])).toEqual([]);
  });
});

it('joins the digest of the day in turn, whatever the codes are, with a link for each reader', () => {
  const due = aDigest({ desks: [aDesk()] });
  const tickets = [
    opened(aTicket({ code: 'DN-A', answerBy: '2025-01-10' })),
    opened(aTicket({ code: 'DN-0', answerBy: '2025-01-07', wish: 'correct', asker: 'other' })),
    opened(aTicket({ code: 'DN-B', answerBy: '2025-01-07' })),
  ];
  const state = { plan: { ...kh113BacLieu, units }, tree, staff, tickets, linksOf };
  const digests = withTickets(new Map([['clerk@vidu.vn', due]]), [state], aDay('2025-01-09'));
  const digest = digests.get('clerk@vidu.vn');
  expect(digest?.desks).toEqual(due.desks);
  expect(digest?.tickets.map(({ code, link }) => [code, link])).toEqual([
    ['DN-B', 'https://functions.example/DN-B/clerk@vidu.vn'],
    ['DN-A', 'https://functions.example/DN-A/clerk@vidu.vn'],
    ['DN-0', 'https://functions.example/DN-0/clerk@vidu.vn'],
  ]);
});
