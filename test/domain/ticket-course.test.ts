/** The course of a request: what needs a reason, what counts as mended, and what is left of it in the end. */
import { describe, expect, it } from 'vitest';
import { acceptList } from '../../functions/domain/accept-list.ts';
import { type Dossier, forward } from '../../functions/domain/dossier.ts';
import { endingWords, settle, type Ticket, wishWords } from '../../functions/domain/ticket.ts';
import {
  answer,
  correctedSince,
  daysKept,
  forget,
  isToForget,
  needsReason,
} from '../../functions/domain/ticket-course.ts';
import { aDossier, aRow, decided, later, now, origin } from './people.ts';

const aTicket = (given: Partial<Ticket> = {}): Ticket => ({
  code: 'DN-1',
  planId: 'kh-113',
  dossierId: '2025-31843-001',
  unitId: '31843',
  parentId: '956',
  key: 'abcdefghjk',
  wish: 'photo',
  asker: 'self',
  contact: '0912 345 678',
  text: 'Tôi rút lại sự đồng ý công khai ảnh',
  receivedAt: now.toISOString(),
  answerBy: '2025-01-10',
  settleBy: '2025-01-23',
  state: 'open',
  history: [{ at: now.toISOString(), action: 'open', by: '' }],
  ...given,
});

it.each([
  ['correct', ['corrected']],
  ['photo', ['photoRemoved', 'pageRemoved']],
  ['remove', ['pageRemoved']],
] as const)('the wish "%s" is met by %j; any other end needs a reason', (wish, met) => {
  expect(wishWords[wish]).toBeDefined();
  const free = (Object.keys(endingWords) as (keyof typeof endingWords)[]).filter(
    (ending) => !needsReason(wish, ending),
  );
  expect(free).toEqual(met);
});

it('the same answer by the same person is one, and others are added', () => {
  const words = 'Đã gọi điện, hẹn gỡ trong ngày';
  const once = answer(aTicket(), { by: 'a@vidu.vn', words: ` ${words} ` }, later(1));
  expect(answer(once, { by: 'a@vidu.vn', words }, later(2))).toBe(once);
  expect(answer(once, { by: 'b@vidu.vn', words }, later(2)).history).toHaveLength(3);
});

describe('a row has been mended since', () => {
  const received = later(1).toISOString();
  const mended = (from: Dossier, at: Date): Dossier =>
    acceptList(
      [aRow(1, { title: 'Tên gương đã sửa cho rõ' })],
      [from],
      { ...origin, snapshotId: 's2' },
      at,
    )[0] as Dossier;
  const approve = (dossier: Dossier, at: Date): Dossier => {
    const after = decided(dossier, 'approve', '956');
    return { ...after, history: after.history.with(-1, { ...after.history.at(-1)!, at: at.toISOString() }) };
  };
  const returned = decided(approve(aDossier(), now), 'return', '956');

  it('only when it was sent with other content and approved after the request came', () => {
    const sent = mended(returned, later(2));
    expect(correctedSince(approve(aDossier(), now), received)).toBe(false);
    expect(correctedSince(returned, received)).toBe(false);
    expect(correctedSince(sent, received)).toBe(false);
    expect(correctedSince(approve(sent, later(3)), received)).toBe(true);
    expect(correctedSince(approve(sent, later(3)), later(2.5).toISOString())).toBe(false);
  });

  it('also once it went further up, and not once it is back again', () => {
    const chosen = decided(mended(returned, later(2)), 'promote', '956');
    const promoted = {
      ...chosen,
      history: chosen.history.with(-1, { ...chosen.history.at(-1)!, at: later(3).toISOString() }),
    };
    const above = forward(promoted, { from: '956', to: '95', by: 'x@vidu.vn', snapshotId: 's3' }, later(4));
    expect(correctedSince(above, received)).toBe(true);
    expect(correctedSince(decided(above, 'return', '95'), received)).toBe(false);
  });
});

it('is forgotten thirty days after its end and not before, nor before it is answered; the record stays', () => {
  const unanswered = settle(aTicket(), { by: 'a@vidu.vn', ending: 'photoRemoved' }, now);
  const ended = answer(unanswered, { by: 'a@vidu.vn', words: 'Đã gọi điện' }, now);
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
  for (const one of [aTicket(), unanswered]) expect(isToForget(one, after(400))).toBe(false);
  expect([isToForget(ended, after(daysKept - 0.01)), isToForget(ended, after(daysKept))]).toEqual([
    false,
    true,
  ]);
  const { contact, text, state, history, ...record } = forget(ended, after(daysKept));
  expect([contact, text, state]).toEqual(['', '', 'closed']);
  expect(history.map(({ action }) => action)).toEqual(['open', 'settle', 'answer', 'forget']);
  expect(aTicket()).toMatchObject(record);
});
