/** A follow-up that speaks against a public exemplar: the reviewers above are asked once, and nothing leaves the page by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { formOf } from '../../functions/domain/forms/index.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { systemColumns } from '../../functions/domain/workbook.ts';
import { storyPath, toKey } from '../../functions/listing/address.ts';
import { reviewDesk } from '../../infra/local/demo/reviews.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';

const agency = 'CQ01';
const period = '2025-H1.TD';

const plan: Plan = {
  ...smallPlan,
  obligations: [
    ...smallPlan.obligations,
    {
      ids: ['BL-10'],
      unitKind: 'agency',
      form: 'follow-up',
      quota: { min: 1 },
      deadline: { kind: 'halfYearly', month: 6, day: 20, strict: false },
      headSignOff: true,
      nilReport: true,
    },
  ],
};

const attachment = {
  documentNumber: '12/KH-SYT',
  documentDate: '05/01/2025',
  url: 'https://vidu.vn/ke-hoach.pdf',
};

const asked = 'Gương công khai cần xem lại';
let office: Office;
const names = ['Nguyễn Thị Hoa', 'Trần Văn An', 'Lê Văn Sáu'] as const;

beforeAll(async () => {
  office = await startOffice({ plan, startAt: new Date('2025-02-03T08:00:00+07:00') });
  const rows = office.rows(agency, 3, ['Cá nhân']);
  const consent = [
    { consent: 'Đồng ý', consentDate: '05/01/2025' },
    { consent: 'Đồng ý', consentDate: '05/01/2025' },
    { consent: 'Chưa hỏi', consentDate: '', photoUrl: '', photoAlt: '' },
  ];
  await office.send(
    agency,
    rows.map((row, at) => ({ ...row, ...consent[at], name: names[at] as string })),
    { attachment },
  );
  const lists = office.workbooks.filter((book) => book.period === '2025');
  const waiting = await office.local.store.list<Dossier>('dossiers', { where: { at: '95' } });
  await office.settle();
  await reviewDesk(
    { ...office, workbooks: lists },
    '95',
    waiting.map(({ data }) => data),
    () => ({
      action: 'approve',
      reason: '',
    }),
  );
  await office.people.moveClock('2025-06-10T08:00:00+07:00');
  await office.settle();
});
afterAll(() => office.close());

async function follow(changes: readonly Record<string, string>[]): Promise<void> {
  const { spreadsheetId, title } = office.tab(agency, period);
  const column = String.fromCharCode(65 + systemColumns.length);
  await office.people.type(
    staffEmail('clerk', agency),
    spreadsheetId,
    `'${title}'!${column}3`,
    changes.map((change) => formOf('follow-up').columns.map(({ key, example }) => change[key] ?? example)),
  );
  const { body } = await office.people.press(staffEmail('clerk', agency), 'submit', {
    spreadsheetId,
    unit: agency,
  });
  if (!body.ok) throw new Error(JSON.stringify(body));
  await office.local.queue.idle();
}

const questions = async (role: 'reviewer' | 'clerk' | 'head', unit: string): Promise<string[]> =>
  (await office.people.mailbox(staffEmail(role, unit)))
    .map(({ text }) => text)
    .filter((text) => text.toLocaleLowerCase('vi').includes(asked.toLocaleLowerCase('vi')));

const gone = { holds: 'Không', reason: 'Mô hình đã dừng từ tháng ba, các hộ không còn làm theo' };
const stopped = { conclusion: 'Thôi theo dõi', reason: 'Chuyển công tác sang tỉnh khác từ tháng tư' };

it('asks nothing before the head has signed', async () => {
  await follow([{ name: names[0], ...gone }, { name: names[1] }, { name: names[2], ...stopped }]);
  await office.people.moveClock('2025-06-11T08:00:00+07:00');
  await office.settle();
  expect(await questions('reviewer', '95')).toEqual([]);
});

it('asks the reviewers above, and them alone, of the public one, with its story and the sheet', async () => {
  await office.sign(agency);
  await office.people.moveClock('2025-06-12T08:00:00+07:00');
  await office.settle();
  const [text = '', ...others] = await questions('reviewer', '95');
  expect(others).toEqual([]);
  expect(text).toContain('Nguyễn Thị Hoa (mã hồ sơ 2025-CQ01-001)');
  expect(text).toContain('Còn giữ vững thành tích: “Không”');
  expect(text).toContain(gone.reason);
  expect(text).toContain(storyPath({ key: toKey(plan.id, '2025-CQ01-001'), name: names[0] }));
  expect(text).toContain(office.tab(agency, period).spreadsheetId);
  expect(text).not.toContain(names[1]);
  expect(text).not.toContain(names[2]);
  expect(await questions('clerk', agency)).toEqual([]);
  expect(await questions('head', agency)).toEqual([]);
});

it('leaves the story where it is, and asks no second time', async () => {
  await office.people.moveClock('2025-06-17T08:00:00+07:00');
  await office.settle();
  expect(await questions('reviewer', '95')).toHaveLength(1);
  const stored = await office.local.store.read<Dossier>(`dossiers/${plan.id}_2025-CQ01-001`);
  expect(stored?.data.public).toBe(true);
});

it('asks anew of what a later list adds, by its Mã hồ sơ as well', async () => {
  await follow([
    { name: names[0], ...gone },
    { name: '2025-CQ01-002', ...stopped },
  ]);
  await office.sign(agency);
  await office.people.moveClock('2025-06-18T08:00:00+07:00');
  await office.settle();
  const last = (await questions('reviewer', '95')).at(-1) ?? '';
  expect(last).toContain(names[1]);
  expect(last).toContain('Kết luận: “Thôi theo dõi”');
  expect(last).not.toContain(names[0]);
});
