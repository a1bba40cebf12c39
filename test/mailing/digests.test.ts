/** The morning's mails on the real clock of a trial: one a person a day, on working days, and never to those who have sent. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../functions/domain/plan.ts';
import { type ExtensionRecord, type OutboxMail, paths } from '../../functions/records.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { pressAnswer, typeRequest } from '../support/requests.ts';

let office: Office;
const open: Office[] = [];

async function aProvince(startAt: string, plan: Plan = smallPlan): Promise<void> {
  office = await startOffice({ plan, startAt: new Date(startAt) });
  open.push(office);
}
const closeAll = async (): Promise<void> => {
  for (const one of open.splice(0)) await one.close();
};
afterAll(closeAll);

interface Digest {
  day: string;
  to: string;
  subject: string;
  text: string;
}

/** Every digest so far, by the Vietnamese day on which it was made. */
async function digests(to?: string): Promise<Digest[]> {
  const stored = await office.local.store.list<OutboxMail>('outbox', { where: { kind: 'dailyDigest' } });
  return stored
    .map(({ data }) => ({
      day: new Date(Date.parse(data.createdAt) + 7 * 3_600_000).toISOString().slice(0, 10),
      to: data.to,
      subject: data.subject,
      text: data.text,
    }))
    .filter((digest) => to === undefined || digest.to === to)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

const days = async (to: string): Promise<string[]> => (await digests(to)).map(({ day }) => day);
const clerk = (unit: string): string => staffEmail('clerk', unit);
const head = (unit: string): string => staffEmail('head', unit);
const reviewer = (unit: string): string => staffEmail('reviewer', unit);
const moveTo = (day: string, time = '09:00'): Promise<void> =>
  office.people.moveClock(`${day}T${time}:00+07:00`);

describe('through January, before and after 15/01', () => {
  beforeAll(async () => {
    await aProvince('2024-12-20T08:00:00+07:00');
    const rows = office.rows('31843', 5);
    const unasked = { consent: 'Chưa hỏi', consentDate: '', photoUrl: '', photoAlt: '' };
    await office.send(
      '31843',
      rows.map((row) => ({ ...row, ...unasked })),
    );
    await moveTo('2025-02-05');
  });
  afterAll(closeAll);

  it('reminds a clerk who has not sent on the plan’s days, and then of being late', async () => {
    // Last day 14/01. 14, 7, 3 and 1 working days before it, the day itself; 1, 5 and 10 after it, over the week of Tết.
    expect(await days(clerk('31846'))).toEqual([
      '2024-12-24',
      '2025-01-03',
      '2025-01-09',
      '2025-01-13',
      '2025-01-14',
      '2025-01-15',
      '2025-01-21',
      '2025-02-04',
    ]);
  });

  it('tells the head only from three days before', async () => {
    expect((await days(head('31846'))).slice(0, 3)).toEqual(['2025-01-09', '2025-01-13', '2025-01-14']);
  });

  it('does not remind a unit that has sent', async () => {
    const told = [...(await digests(clerk('31843'))), ...(await digests(head('31843')))];
    expect(told.filter(({ text }) => /hạn/i.test(text))).toEqual([]);
  });

  it('names the units that are missing to the reviewers, and not the one that has sent', async () => {
    const last = (await digests(reviewer('956'))).filter(({ text }) => text.includes('Xã Lộc Ninh'));
    expect(last.map(({ day }) => day)).toEqual(['2025-01-15', '2025-01-21', '2025-02-04']);
    for (const { text } of last) expect(text).not.toContain('Xã Ninh Hòa');
  });

  it('names them to the head of the district only from the fifth working day on', async () => {
    const told = (await digests(head('956'))).filter(({ text }) => text.includes('Xã Lộc Ninh'));
    expect(told.map(({ day }) => day)).toEqual(['2025-01-21', '2025-02-04']);
    expect(told[0]?.text).toContain('1 đơn vị chưa nộp, đã trễ 7 ngày');
  });

  it('says how late a list is, and what counts as on time', async () => {
    const late = (await digests(clerk('31846'))).find(({ day }) => day === '2025-01-21');
    expect(late?.text).toContain('đã trễ 7 ngày');
    expect(late?.text).toContain('trước ngày 15/01/2025');
    const soon = (await digests(clerk('31846'))).find(({ day }) => day === '2025-01-13');
    expect(soon?.text).toContain('còn 1 ngày làm việc');
  });

  it('sends nothing on Saturdays, Sundays and through Tết', async () => {
    const all = await digests();
    expect(all.filter(({ day }) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
    expect(all.filter(({ day }) => day >= '2025-01-25' && day <= '2025-02-02')).toEqual([]);
    expect(all.filter(({ day }) => day === '2025-01-01')).toEqual([]);
  });

  it('sends nobody two on one day, and each arrives once', async () => {
    const all = await digests();
    expect(new Set(all.map(({ day, to }) => `${day} ${to}`)).size).toBe(all.length);
    const arrived = (await office.people.mailbox()).map(({ text }) => /Mã thư: (\w+)/.exec(text)?.[1]);
    expect(new Set(arrived).size).toBe(arrived.length);
    const states = await office.local.store.list<OutboxMail>('outbox');
    expect(new Set(states.map(({ data }) => data.state))).toEqual(new Set(['sent']));
  });

  it('makes the day once, however often the clock strikes', async () => {
    await moveTo('2025-02-06');
    const before = await digests();
    for (let time = 0; time < 3; time += 1) await office.settle();
    expect(await digests()).toEqual(before);
  });
});

describe('on the days around an event', () => {
  afterEach(closeAll);

  it('waits until seven in the morning', async () => {
    await aProvince('2025-01-08T08:00:00+07:00');
    await moveTo('2025-01-09', '06:59');
    expect(await days(clerk('31846'))).toEqual([]);
    await moveTo('2025-01-09', '07:00');
    await office.settle();
    expect(await days(clerk('31846'))).toEqual(['2025-01-09']);
  });

  it('tells a list that waits for the signature as waiting, to clerk and head', async () => {
    await aProvince('2025-01-08T08:00:00+07:00');
    await office.type('31846', office.rows('31846', 5));
    await office.submit('31846');
    await moveTo('2025-01-09');
    for (const email of [clerk('31846'), head('31846')]) {
      const [digest] = await digests(email);
      expect(digest?.text).toContain('đang chờ thủ trưởng đơn vị ký');
    }
  });

  it('brings returned rows and results in the one mail of the next working day', async () => {
    await aProvince('2025-01-10T08:00:00+07:00');
    await office.send('31843', office.rows('31843', 5));
    await office.settle();
    const { spreadsheetId } = office.tab('31843');
    await office.people.type(reviewer('956'), spreadsheetId, "'Thẩm định'!G3", [
      ['Trả lại', 'Bổ sung số liệu kết quả năm 2024'],
      ['Chọn lên cấp trên', ''],
    ]);
    await office.people.press(reviewer('956'), 'review', { spreadsheetId });
    // Friday's decisions are told on Monday, not over the weekend.
    await moveTo('2025-01-12');
    expect(await days(clerk('31843'))).toEqual([]);
    await moveTo('2025-01-13');
    const told = await digests(clerk('31843'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Bổ sung số liệu kết quả năm 2024');
    expect(told[0]?.text).toContain(String(office.rows('31843', 5)[1]?.name));
    expect(told[0]?.subject).toContain('1 dòng bị trả lại');
    await moveTo('2025-01-14');
    expect((await digests(clerk('31843'))).filter(({ text }) => text.includes('Bổ sung'))).toHaveLength(1);
  });

  it('brings the head a new link each week, so that a list can still be signed when the first is dead', async () => {
    await aProvince('2025-02-03T08:00:00+07:00');
    await office.type('31846', office.rows('31846', 5));
    await office.submit('31846');
    await office.settle();
    await moveTo('2025-03-10');
    const weekly = ['2025-02-10', '2025-02-17', '2025-02-24', '2025-03-03', '2025-03-10'];
    const asked = (await digests(head('31846'))).filter(({ text }) => text.includes('/confirm?token='));
    expect(asked.map(({ day }) => day)).toEqual(expect.arrayContaining(weekly));
    expect(asked.at(-1)?.subject).toContain('1 danh sách chờ Ông/Bà ký');
    expect(asked.at(-1)?.text).toContain('đã hết hạn; xin dùng liên kết mới này');
    const clerks = (await digests(clerk('31846'))).filter(({ text }) => /CHỜ THỦ TRƯỞNG KÝ/.test(text));
    expect(clerks.map(({ day }) => day)).toEqual(weekly);
    for (const { text } of clerks) expect(text).not.toContain('/confirm?token=');

    const first = (await office.people.mailbox(head('31846'))).find(({ subject }) =>
      subject.startsWith('Mời ký danh sách'),
    );
    const dead = await fetch(/https?:\S+confirm\?token=\S+/.exec(first?.text ?? '')?.[0] ?? '');
    expect(await dead.text()).toContain('Liên kết đã hết hạn');
    expect(await office.sign('31846')).toContain('Danh sách đã được ký xác nhận');
    await moveTo('2025-03-17');
    expect((await digests(head('31846'))).filter(({ day }) => day > '2025-03-10')).toEqual([]);
  });

  it('tells reviewers of a request until it is answered, then their head, and the unit that it waits', async () => {
    await aProvince('2025-01-13T10:00:00+07:00');
    await typeRequest(office, clerk('31846'), '956', 3, {
      unit: 'Xã Lộc Ninh',
      kind: 'Gia hạn',
      text: 'Mất điện từ 12 đến 14/01, xin lùi hạn',
      lastDay: '20/01/2025',
    });
    await office.settle();
    await moveTo('2025-01-16');
    const tell = async (email: string) =>
      (await digests(email)).filter(({ text }) => /đề nghị/i.test(text) && text.includes('Gia hạn'));
    const atDesk = await tell(reviewer('956'));
    expect(atDesk.map(({ day }) => day)).toEqual(['2025-01-14', '2025-01-15']);
    expect(atDesk[1]?.text).toContain(
      'Xã Lộc Ninh: Gia hạn (DN1-001), gửi ngày 13/01/2025; hạn nộp của đơn vị: hết ngày 14/01/2025, đã qua.',
    );
    const { spreadsheetId } = office.tab('31846');
    expect(atDesk[1]?.text).toMatch(new RegExp(`Mở tab Đề nghị: \\S+${spreadsheetId}\\S+`));
    expect((await tell(head('956'))).map(({ day }) => day)).toEqual(['2025-01-16']);
    const noted = (await tell(clerk('31846'))).filter(({ text }) => text.includes('Ghi nhận lúc'));
    expect(noted.map(({ day }) => day)).toEqual(['2025-01-14']);
    expect((await tell(clerk('31846'))).at(-1)?.text).toContain(
      'Đề nghị “Gia hạn” gửi ngày 13/01/2025 đang chờ Huyện Hồng Dân trả lời.',
    );

    const agreed = { decision: 'Đồng ý', answer: 'Mất điện đã được xác nhận' };
    await typeRequest(office, reviewer('956'), '956', 3, agreed);
    expect((await pressAnswer(office, '956', reviewer('956'))).body).toMatchObject({ ok: true, answered: 1 });
    await moveTo('2025-01-22');
    expect(await tell(reviewer('956'))).toHaveLength(2);
    expect(await tell(head('956'))).toHaveLength(1);
  });

  it('joins the duties of one person with two units in one mail', async () => {
    await aProvince('2025-01-08T08:00:00+07:00');
    const shared = { planId: office.plan.id, unitId: '31843', role: 'clerk', name: 'Lê Văn Hai' };
    const email = clerk('31846');
    const path = `staff/${office.plan.id}_31843_clerk_${email}`;
    await office.local.store.commit([{ kind: 'put', path, data: { ...shared, email } }]);
    await moveTo('2025-01-09');
    const told = await digests(email);
    expect(told).toHaveLength(1);
    for (const name of ['Xã Ninh Hòa', 'Xã Lộc Ninh']) expect(told[0]?.text).toContain(name);
  });

  it('judges and reminds a unit with more time by its own day, in mail, sheet and panel', async () => {
    await aProvince('2025-01-13T06:00:00+07:00');
    const given = { planId: office.plan.id, unitId: '31846', period: '2025' };
    const extension = { ...given, lastDay: '2025-01-17', reason: 'Mưa lũ, mất điện ba ngày' };
    const grant = { ...extension, grantedBy: reviewer('956'), grantedAt: '2025-01-13T02:00:00.000Z' };
    const path = paths.extension(given.planId, given.unitId, given.period);
    await office.local.store.commit([{ kind: 'create', path, data: grant satisfies ExtensionRecord }]);
    await moveTo('2025-01-16');
    // The other commune is called on 14/01 and overdue on 15/01; this one has three days left, then one.
    expect(await days(clerk('31843'))).toEqual(['2025-01-13', '2025-01-14', '2025-01-15']);
    const told = await digests(clerk('31846'));
    expect(told.map(({ day }) => day)).toEqual(['2025-01-14', '2025-01-16']);
    const label = 'được gia hạn đến hết ngày 17/01/2025: Mưa lũ, mất điện ba ngày';
    for (const { text } of told) expect(text).toContain(label);

    const { spreadsheetId } = office.tab('31846');
    const { body } = await office.people.press(clerk('31846'), 'check', { spreadsheetId });
    expect(body.units).toMatchObject([{ lastDay: '2025-01-17', daysLeft: 1, extension: label }]);
    const summary = await office.people.read(reviewer('956'), spreadsheetId, "'Tổng hợp'!A1:E9");
    const lines = new Map(summary.map(([name, day, more, , standing]) => [name, [day, more, standing]]));
    expect(lines.get('Xã Lộc Ninh')).toEqual([
      'trước ngày 15/01/2025',
      '17/01/2025',
      'Chưa nộp, được gia hạn đến 17/01/2025',
    ]);
    expect(lines.get('Xã Ninh Hòa')).toEqual(['trước ngày 15/01/2025', '', 'Quá hạn, chưa nộp']);

    await office.type('31846', office.rows('31846', 5));
    expect((await office.submit('31846')).body).toMatchObject({ ok: true, late: false });
    await office.type('31843', office.rows('31843', 5));
    expect((await office.submit('31843')).body).toMatchObject({ ok: true, late: true });
    await office.local.queue.idle();
    const receipts = (await office.people.mailbox(clerk('31846'))).filter(({ text }) =>
      text.includes('17/01/2025'),
    );
    expect(receipts.at(-1)?.text).toContain('đúng hạn (hạn: hết ngày 17/01/2025)');
  });

  it('shows on the morning after a deadline who is late, though nobody has touched the sheet', async () => {
    await aProvince('2025-01-13T06:00:00+07:00');
    const { spreadsheetId } = office.tab('31846');
    const standing = async () => {
      const rows = await office.people.read(reviewer('956'), spreadsheetId, "'Tổng hợp'!A1:E9");
      return rows.find(([name]) => name === 'Xã Lộc Ninh')?.[4];
    };
    await office.people.press(clerk('31846'), 'check', { spreadsheetId });
    await moveTo('2025-01-14');
    expect(await standing()).toBe('Chưa nộp');
    await moveTo('2025-01-15');
    expect(await standing()).toBe('Quá hạn, chưa nộp');
  });

  it('asks for the tradition day in the first digest of the year, once, and never reminds without one', async () => {
    const units = smallPlan.units.map(({ anniversary: _none, ...unit }) => unit);
    await aProvince('2024-12-20T08:00:00+07:00', { ...smallPlan, units });
    await moveTo('2025-02-20');
    const asked = (await digests()).filter(({ text }) => text.includes('NGÀY TRUYỀN THỐNG CHƯA KHAI'));
    expect(asked.map(({ day }) => day)).toEqual(
      ['31843', '31846', '956', 'CK01', 'CQ01'].map(() => '2025-01-02'),
    );
    expect(new Set(asked.map(({ to }) => to))).toEqual(
      new Set(['31843', '31846', '956', 'CK01', 'CQ01'].map(clerk)),
    );
  });

  it('tells a plan that begins after a lead of the days that are still to come', async () => {
    const units = smallPlan.units.map((unit) => ({ ...unit, anniversary: '01-16' }));
    await aProvince('2025-01-08T08:00:00+07:00', { ...smallPlan, units });
    await moveTo('2025-01-16');
    const told = (await digests(clerk('31843'))).filter(({ text }) =>
      text.includes('Ngày truyền thống của đơn vị'),
    );
    expect(told.map(({ day }) => day)).toEqual(['2025-01-08']);
    expect(told[0]?.text).toContain('Ngày 16/1/2025, còn 6 ngày làm việc');
  });

  it('tells units of the day 11/6 ten working days before', async () => {
    await aProvince('2025-05-26T08:00:00+07:00');
    await moveTo('2025-05-29');
    const told = (await digests()).filter(({ text }) => text.includes('11/6'));
    expect(new Set(told.map(({ day }) => day))).toEqual(new Set(['2025-05-28']));
    expect(told.map(({ to }) => to)).toContain(clerk('CQ01'));
    expect(told.map(({ to }) => to)).not.toContain(clerk('31843'));
  });
});
