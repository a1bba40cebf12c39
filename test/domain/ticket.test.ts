/** Requests to take down: every fault told at once, the legal clocks over weekends and Tết, settled once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkTicketForm,
  settle,
  type Ticket,
  type TicketForm,
  ticketClocks,
  type Wish,
  wishWords,
} from '../../functions/domain/ticket.ts';
import { isWorkingDay } from '../../functions/domain/working-days.ts';
import { holidaysOf } from '../../functions/plans/holidays.ts';
import { anyText } from './vietnamese.ts';

const right: TicketForm = {
  page: 'abcdefghjk',
  wish: 'remove',
  asker: 'self',
  contact: '0912 345 678',
  text: 'Tôi rút lại sự đồng ý công khai',
  blank: '',
};
const faultsOf = (form: Partial<TicketForm>) => {
  const checked = checkTicketForm({ ...right, ...form });
  return checked.ok ? [] : checked.problems.map(({ field }) => field);
};

const holidays = holidaysOf({});

describe('the form', () => {
  it('is taken when all is there', () => {
    const { blank, ...kept } = right;
    expect(checkTicketForm(right)).toEqual({ ok: true, ...kept });
  });

  it('tells every fault at once', () => {
    expect(faultsOf({ page: '', wish: '', asker: 'x', contact: '', text: 'ngắn', blank: 'x' })).toEqual([
      'page',
      'wish',
      'asker',
      'contact',
      'text',
      'blank',
    ]);
  });

  it.each(['0912345678', '+84 912 345 678', '0291-3822.345', 'hoa@vidu.vn'])(
    'takes the contact "%s"',
    (contact) => {
      expect(faultsOf({ contact })).toEqual([]);
    },
  );

  it.each(['12345', 'chị Hoa', 'hoa@vidu', '@', '0912345678 gọi buổi tối', `${'a'.repeat(200)}@vidu.vn`])(
    'refuses the contact "%s", and says what is there',
    (contact) => {
      const checked = checkTicketForm({ ...right, contact });
      expect(checked.ok).toBe(false);
      if (!checked.ok) expect(checked.problems[0]?.message).toContain(contact.slice(0, 40));
    },
  );

  it.each(['toString', '__proto__', 'constructor'])('knows no wish "%s"', (wish) => {
    expect(faultsOf({ wish })).toEqual(['wish']);
  });

  it.each(['', ' \n '])('calls the text %j empty, not short', (text) => {
    const checked = checkTicketForm({ ...right, text });
    expect(checked.ok ? [] : checked.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Nội dung đang để trống\. Hãy viết ít nhất 10 ký tự/),
    ]);
  });

  it('refuses a text of 2,001 characters and takes one of 2,000', () => {
    expect(faultsOf({ text: 'ẩ'.repeat(2000) })).toEqual([]);
    expect(faultsOf({ text: 'ẩ'.repeat(2001) })).toEqual(['text']);
  });

  it('lets nothing invisible through, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, anyText, (page, text) => {
        const checked = checkTicketForm({ ...right, page: `x${page}`, text: `đủ mười ký tự ${text}` });
        if (checked.ok) expect(`${checked.page}${checked.text.replaceAll('\n', '')}`).not.toMatch(/\p{C}/u);
      }),
    );
  });
});

describe('the clocks', () => {
  const clocks = (wish: Wish, received: string) =>
    ticketClocks(wish, new Date(received), 'Asia/Ho_Chi_Minh', holidays);
  const wishes = Object.keys(wishWords) as Wish[];

  it.each([
    ['Wednesday', '2025-03-05T09:00:00+07:00', '2025-03-07', '2025-03-15', '2025-03-20'],
    [
      'Friday: the weekend does not count',
      '2025-03-07T16:00:00+07:00',
      '2025-03-11',
      '2025-03-17',
      '2025-03-22',
    ],
    [
      'before Tết: mended when it is answered',
      '2025-01-24T09:00:00+07:00',
      '2025-02-04',
      '2025-02-04',
      '2025-02-08',
    ],
    [
      'late in the evening, another day in UTC',
      '2025-03-04T17:30:00Z',
      '2025-03-07',
      '2025-03-15',
      '2025-03-20',
    ],
  ])('%s', (_, received, answerBy, mendedBy, removedBy) => {
    expect(clocks('correct', received)).toEqual({ answerBy, settleBy: mendedBy });
    expect(clocks('photo', received)).toEqual({ answerBy, settleBy: removedBy });
    expect(clocks('remove', received)).toEqual({ answerBy, settleBy: removedBy });
  });

  it('end on a working day, two of them after the day it came, and never before the answer', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2023-01-01'), max: new Date('2027-11-30'), noInvalidDate: true }),
        fc.constantFrom(...wishes),
        (date, wish) => {
          const { answerBy, settleBy } = clocks(wish, date.toISOString());
          expect(isWorkingDay(answerBy, holidays)).toBe(true);
          expect(answerBy <= settleBy).toBe(true);
        },
      ),
    );
  });
});

it('is settled once, by whoever settled it first', () => {
  const open = { state: 'open', history: [] } as unknown as Ticket;
  const once = settle(
    open,
    { by: 'a@vidu.vn', ending: 'declined', words: ' Không có căn cứ ' },
    new Date('2025-03-06T00:00:00Z'),
  );
  expect(once).toMatchObject({ state: 'settled', history: [{ action: 'settle', by: 'a@vidu.vn' }] });
  expect(settle(once, { by: 'b@vidu.vn', ending: 'pageRemoved' }, new Date())).toBe(once);
});
