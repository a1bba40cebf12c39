/** The simulated year's own counting: it reads mails as people do, counts days by itself, and finds every kind of wrong mail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDaysBefore, workingDaysUntil } from '../../../../functions/domain/working-days.ts';
import { renderDailyDigest } from '../../../../functions/mails/daily-digest.ts';
import type { DailyDigestData } from '../../../../functions/mails/digest-data.ts';
import { type MailKind, renderMail } from '../../../../functions/mails/index.ts';
import { holidaysOf } from '../../../../functions/plans/holidays.ts';
import { kh113BacLieu } from '../../../../functions/plans/kh-113-bac-lieu.ts';
import type { Mail } from '../../../../infra/local/demo/people.ts';
import { toArrived } from '../../../../infra/local/demo/year/arrived.ts';
import { type Expected, expectedOf } from '../../../../infra/local/demo/year/expected.ts';
import type { Item } from '../../../../infra/local/demo/year/items.ts';
import { toOfficeDays } from '../../../../infra/local/demo/year/office-days.ts';
import { promisesOf } from '../../../../infra/local/demo/year/promises.ts';
import { toYearScript } from '../../../../infra/local/demo/year/script.ts';
import { yearTable } from '../../../../infra/local/demo/year/table.ts';
import {
  aDesk,
  aDigest,
  aDuty,
  aNews,
  anEscalation,
  aReceipt,
  aResult,
  aReturned,
  aSentBack,
  aSignedReceipt,
  aSignOffRequest,
  aTrouble,
  aTroubledDigest,
  key,
} from '../../../mails/cast.ts';

const holidays = holidaysOf({});
const days = toOfficeDays('2024-12-16', '2025-12-31', holidays);

it('counts working days as the product does, by other means', () => {
  const place = fc.integer({ min: 30, max: days.mornings.length - 1 });
  fc.assert(
    fc.property(place, place, (a, b) => {
      const [from, to] = [days.mornings[a] as string, days.mornings[b] as string];
      expect(b - a).toBe(workingDaysUntil(from, to, holidays));
      const back = Math.min(a, 20);
      expect(days.from(from, -back)).toBe(workingDaysBefore(from, back, holidays));
    }),
  );
});

const head = 'thutruong.31843@vidu.vn';
const clerk = 'nguoilap.31843@vidu.vn';

function aMail(data: Partial<DailyDigestData>, to = clerk, key = '0123456789abcdef0123456789abcdef'): Mail {
  const { subject, text } = renderDailyDigest(aDigest(data), key);
  return { id: key, to, subject, text, date: '2025-01-09T07:00:00+07:00' };
}

const itemsIn = (mail: Mail): string[] =>
  toArrived([mail], (email) => email === head).items.map(({ day, kind, about }) =>
    `${day} ${kind} ${about}`.trim(),
  );

describe('reads a digest', () => {
  it.each<[string, Partial<DailyDigestData>, string, string[]]>([
    ['a reminder to a clerk', { coming: [aDuty()] }, clerk, ['2025-01-09 reminder còn 3']],
    ['one to a head', { coming: [aDuty({ workingDaysLeft: 1 })] }, head, ['2025-01-09 headReminder còn 1']],
    [
      'the last call',
      { day: '2025-01-14', coming: [aDuty({ workingDaysLeft: 0 })] },
      clerk,
      ['2025-01-14 lastCall'],
    ],
    ['a delay', { overdue: [aDuty({ daysLate: 7 })] }, clerk, ['2025-01-09 overdue trễ 7']],
    [
      'a signature that is missing',
      { overdue: [aDuty({ daysLate: 7, awaitsSignature: true, sentInTime: true })] },
      head,
      ['2025-01-09 overdue chưa ký'],
    ],
    [
      'a desk with rows and two deadlines',
      { desks: [aDesk(), aDesk({ lastDay: '2025-01-17', missing: ['Xã A'] })] },
      clerk,
      ['2025-01-09 newRows', '2025-01-09 missing 1+2'],
    ],
    ['an escalation', { escalations: [anEscalation()] }, head, ['2025-01-09 escalation 2']],
    [
      'events and what is to be entered',
      {
        events: [{ name: 'Ngày truyền thống', date: '2025-06-11', workingDaysLeft: 10 }],
        undated: [{ unitName: 'Xã A', eventName: 'Ngày truyền thống' }],
      },
      clerk,
      ['2025-01-09 event 2025-06-11', '2025-01-09 undated'],
    ],
    [
      'a section it does not know',
      { holidayGaps: [{ plan: '113/KH-UBND', year: 2031, isMissing: true }] },
      clerk,
      ['2025-01-09 unknown NGÀY NGHỈ CẦN BỔ SUNG, KIỂM TRA'],
    ],
    [
      'mails that did not arrive',
      { mailTroubles: aTroubledDigest({ failed: [aTrouble()] }).mailTroubles },
      clerk,
      ['2025-01-09 unknown THƯ KHÔNG GỬI ĐƯỢC (1)', '2025-01-09 unknown CÁCH XỬ LÝ THƯ CHƯA ĐẾN NƠI'],
    ],
    [
      'rows returned and decided',
      { returned: [aReturned()], results: [aResult()] },
      clerk,
      ['2025-01-09 returned', '2025-01-09 result'],
    ],
  ])('%s', (_name, data, to, items) => {
    expect(itemsIn(aMail(data, to))).toEqual(items);
  });
});

it.each<[MailKind, string]>([
  ['receipt', '2025-01-14 receipt'],
  ['signOffRequest', '2025-01-14 signature'],
  ['signedReceipt', '2025-01-14 signed'],
  ['sentBack', '2025-01-09 sentBack'],
  ['news', '2025-01-09 news'],
])('reads a mail of the kind %s', (kind, item) => {
  const mails = {
    receipt: aReceipt(),
    signOffRequest: aSignOffRequest(),
    signedReceipt: aSignedReceipt(),
    sentBack: aSentBack(),
    news: aNews(),
  };
  const { subject, text } = renderMail(kind, mails[kind as keyof typeof mails] as never, key);
  expect(itemsIn({ id: key, to: clerk, subject, text, date: '2025-01-09T07:00:00+07:00' })).toEqual([item]);
});

describe('holds the mailbox against the calendar', () => {
  const told: Item = { day: '2025-01-09', to: clerk, kind: 'reminder', about: 'còn 3' };
  const spared: Item = { ...told, to: 'nguoilap.31846@vidu.vn' };
  const expected: Expected = { told: [told], spared: [spared] };
  const right = aMail({ coming: [aDuty()] });
  const broken = (mails: Mail[], states: ('sent' | 'uncertain')[] = mails.map(() => 'sent')): string[] =>
    promisesOf(
      expected,
      toArrived(mails, () => false),
      states.map((state) => ({ state, to: clerk, subject: '' })),
      days.mornings,
    ).flatMap((kept) => (kept.broken.length > 0 ? [kept.promise] : []));

  it('finds nothing wrong with what is right', () => {
    expect(broken([right])).toEqual([]);
  });

  it('finds a mail that came twice', () => {
    expect(broken([right, right])).toContain('không thư nào gửi hai lần');
  });

  it('finds the same thing said in two mails of one day', () => {
    const again = aMail({ coming: [aDuty()] }, clerk, 'f'.repeat(32));
    expect(broken([right, again])).toEqual([
      'không việc nào nói hai lần với một người',
      'mỗi người nhiều nhất một thư tổng hợp mỗi ngày',
      'không việc nào ngoài lịch',
    ]);
  });

  it('finds a mail that was pointless', () => {
    const pointless = aMail({ coming: [aDuty()] }, spared.to, 'e'.repeat(32));
    expect(broken([right, pointless])).toEqual([
      'không thư nào gửi khi đã vô ích',
      'không việc nào ngoài lịch',
    ]);
  });

  it('finds what never came, and what came with another number', () => {
    expect(broken([])).toEqual(['mọi việc lịch đòi đều đã đến nơi']);
    expect(broken([aMail({ coming: [aDuty({ workingDaysLeft: 2 })] })])).toEqual([
      'mọi việc lịch đòi đều đã đến nơi',
      'không việc nào ngoài lịch',
    ]);
  });

  it('finds a digest on a day off and a mail that nobody knows the end of', () => {
    expect(broken([aMail({ day: '2025-01-28', coming: [aDuty()] })])).toContain(
      'không thư tổng hợp nào gửi vào ngày nghỉ',
    );
    expect(broken([right], ['uncertain'])).toEqual(['không thư nào còn nợ, hỏng hoặc không rõ']);
    expect(broken([right], ['sent', 'sent'])).toEqual(['thư đã ghi nợ và thư đã đến bằng nhau']);
  });
});

describe('the calendar of the whole year of KH 113', () => {
  const acts = toYearScript(kh113BacLieu, '2025', days);
  const expected = expectedOf(kh113BacLieu, '2025', days, acts);

  it('has every kind of unit: early, in time, late, excused, silent', () => {
    const of = (kind: string) => new Set(acts.filter((act) => act.kind === kind).map(({ unitId }) => unitId));
    expect(kh113BacLieu.units.length - 1 - of('submit').size).toBe(6);
    for (const kind of ['extend', 'sendBack', 'mend', 'review']) expect(of(kind).size).toBeGreaterThan(3);
    expect(acts.map(({ at }) => at)).toEqual(acts.map(({ at }) => at).sort());
    expect(acts.filter(({ at }) => !days.mornings.includes(at.slice(0, 10)))).toEqual([]);
  });

  it('is due on the days of the plan’s own text, and on no other', () => {
    const of = (kind: string, prefix: string) =>
      [
        ...new Set(
          [...expected.told, ...expected.spared]
            .filter((item) => item.kind === kind && item.to.startsWith(prefix))
            .map(({ day }) => day),
        ),
      ].sort();
    // BL-01 ends on 14/01 and BL-06 on 14/02; the last three days are of units with more time.
    expect(of('reminder', 'nguoilap.318').slice(0, 4)).toEqual([
      '2024-12-24',
      '2025-01-03',
      '2025-01-09',
      '2025-01-13',
    ]);
    expect(of('reminder', 'nguoilap.ck').slice(0, 4)).toEqual([
      '2025-01-20',
      '2025-02-05',
      '2025-02-11',
      '2025-02-13',
    ]);
    expect(of('lastCall', 'nguoilap.ck')[0]).toBe('2025-02-14');
    expect(of('escalation', 'thutruong.95')).not.toContain('2025-02-17');
  });

  it('tells nobody and spares nobody twice', () => {
    const all = [...expected.told, ...expected.spared].map((item) => JSON.stringify(item));
    expect(new Set(all).size).toBe(all.length);
  });
});

it('sums a table whose due is what was spared and what was sent', () => {
  const item: Item = { day: '2025-01-09', to: clerk, kind: 'reminder', about: 'còn 3' };
  const merged: Item = { ...item, kind: 'result', about: '' };
  const arrived = toArrived([aMail({ coming: [aDuty()], results: [aResult()] })], () => false);
  const lines = yearTable({ told: [item, merged], spared: [{ ...item, to: 'x' }] }, arrived);
  expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['Loại', 'Tháng', 'đến hạn', 'tránh được', 'đã gửi', 'gộp'],
    ['Nhắc hạn (người lập)', '01/2025', '2', '1', '1', '0'],
    ['Kết quả thẩm định', '01/2025', '1', '0', '1', '1'],
    ['Cộng', '3', '1', '2', '1'],
  ]);
});
