/** The writing contest of KH 282: entries that passed the preliminary round are sent, kept within the rules, judged, never published. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { contestEntryForm as form } from '../../functions/domain/forms/contest-entry.ts';
import { decisionWords, systemColumns } from '../../functions/domain/workbook.ts';
import { kh282HaNoi } from '../../functions/plans/kh-282-ha-noi.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice, traditionDay } from '../support/office.ts';
import { decideAtDesk, publicIds } from '../support/office-views.ts';

const [district, agency, city] = ['019', 'HNS15', '01'] as const;
const period = '2024.DT';
const kept: readonly string[] = [district, agency, city];

const plan = {
  ...kh282HaNoi,
  units: kh282HaNoi.units
    .filter(({ id }) => kept.includes(id))
    .map((unit) => ({ ...unit, anniversary: traditionDay })),
};

let office: Office;
beforeAll(async () => {
  office = await startOffice({ plan, period, startAt: new Date('2024-05-06T08:00:00+07:00') });
  // The city also collects other lists; its desk here is that of the contest.
  office.workbooks = office.workbooks.filter((book) => book.period === period);
});
afterAll(() => office.close());

const entry = (change: Record<string, string> = {}): string[] =>
  form.columns.map(({ key, example }) => change[key] ?? example);

async function submit(unit: string, rows: string[][]) {
  const { spreadsheetId, title } = office.tab(unit);
  const first = `'${title}'!${String.fromCharCode(65 + systemColumns.length)}3`;
  await office.people.type(staffEmail('clerk', unit), spreadsheetId, first, rows);
  return (await office.submit(unit)).body;
}

it('refuses what the rules leave out, everything at once and by its place', async () => {
  const body = await submit(district, [
    entry({ wordCount: '2150' }),
    entry({ name: 'Chuyện người lái đò', isOrganiser: 'Có', title: 'Vũ Đức Long' }),
    entry({ name: 'Tiếng trống trường', genre: 'Phát thanh', durationSeconds: '' }),
    entry({ name: 'Bếp ăn không đồng', authorUnit: '' }),
  ]);
  expect(body.ok).toBe(false);
  const told = (body.problems as { message: string }[]).map(({ message }) => message).join('\n');
  for (const words of [
    'dòng 3, cột “Số từ” (ô L3): đang ghi 2.150 từ',
    'dòng 4, cột “Thành viên Ban Tổ chức, Ban Giám khảo” (ô H4): tác giả “Vũ Đức Long”',
    'dòng 5, cột “Thời lượng (giây)” (ô M5): đang để trống, thể loại “Phát thanh”',
    'dòng 6, cột “Nơi công tác, nơi ở của tác giả” (ô G6): đang để trống',
  ])
    expect(told).toContain(words);
});

it('takes what passed the preliminary round, to the desk of the city', async () => {
  const body = await submit(district, [
    entry(),
    entry({ name: 'Chuyện người lái đò', title: 'Vũ Đức Long' }),
    entry({ name: 'Tiếng trống trường', genre: 'Phát thanh', durationSeconds: '400' }),
    entry({ name: 'Bếp ăn không đồng' }),
  ]);
  expect(body).toMatchObject({ ok: true, rows: 4 });
  expect(body.message).toContain('danh sách 4 bài');
  await office.local.queue.idle();
  await office.sign(district);
  const decided = await decideAtDesk(office, city, {
    [`${period}-${district}-001`]: [decisionWords.approve, ''],
    [`${period}-${district}-002`]: [decisionWords.hold, ''],
    [`${period}-${district}-003`]: [decisionWords.return, 'Bản ghi âm không mở được, gửi lại tệp'],
  });
  expect(decided).toMatchObject({ approved: 1, held: 1, returned: 1 });
});

it('puts no entry on the public page', async () => {
  const stored = await office.local.store.list<Dossier>('dossiers', { where: { period } });
  expect(stored.map(({ data }) => [data.status, data.public])).toEqual([
    ['approved', false],
    ['held', false],
    ['returned', false],
    ['submitted', false],
  ]);
  expect(await publicIds(office)).toEqual([]);
});

it('takes “Không có trường hợp” of a unit without entries', async () => {
  expect((await office.submit(agency, { nil: true })).body).toMatchObject({ ok: true, rows: 0, late: false });
});
