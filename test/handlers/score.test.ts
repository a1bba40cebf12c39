/** Two scorers who do not see each other, over HTTP: the link in the digest, the page, the points, the desk's decision after them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scorecard } from '../../functions/domain/judging.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { decisionWords, tabTitles } from '../../functions/domain/workbook.ts';
import { toSignedToken } from '../../functions/links/signed-link.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { scorerEmail, staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, smallPlan, startOffice } from '../support/office.ts';
import { workbookOf } from '../support/office-acts.ts';
import { openScores, postScore, scoreLink, worksOn } from '../support/scoring.ts';

const [commune, district] = ['31843', '956'] as const;

const plan: Plan = {
  ...smallPlan,
  judging: {
    form: 'exemplar',
    scorers: 2,
    spread: 20,
    rounds: { district: 'Sơ khảo', province: 'Chung khảo' },
    shows: ['title', 'summary'],
  },
};

let office: Office;
beforeAll(async () => {
  office = await startOffice({ plan });
  await office.send(commune, office.rows(commune, 5));
  await office.settle();
});
afterAll(() => office.close());

const scorers = [1, 2, 3].map((number) => scorerEmail(district, number));
const id = (ordinal: number): string => `2025-${commune}-${String(ordinal).padStart(3, '0')}`;

const linkOf = (email: string): Promise<string> => scoreLink(office, email);

const cards = async (): Promise<Scorecard[]> =>
  (await office.local.store.list<Scorecard>('scorecards')).map(({ data }) => data);

async function statusAtDesk(): Promise<Record<string, string>> {
  await office.settle();
  const lines = await office.people.read(
    staffEmail('reviewer', district),
    workbookOf(office, district),
    `'${tabTitles.review}'!A3:F20`,
  );
  return Object.fromEntries(lines.map((line) => [String(line[0]).replace(/\.\d+$/, ''), String(line[5])]));
}

async function decide(ordinal: number, word: string) {
  const desk = workbookOf(office, district);
  const reviewer = staffEmail('reviewer', district);
  const lines = await office.people.read(reviewer, desk, `'${tabTitles.review}'!A3:A20`);
  const typed = lines.map(([key]) => [String(key).startsWith(`${id(ordinal)}.`) ? word : '']);
  await office.people.type(reviewer, desk, `'${tabTitles.review}'!G3`, typed);
  return (await office.people.press(reviewer, 'review', { spreadsheetId: desk })).body;
}

describe('the plan', () => {
  it('is refused with every fault of its judging', () => {
    const wrong = parsePlan({
      ...plan,
      judging: { ...plan.judging, form: 'nurturing-plan', rounds: { moon: 'Sơ khảo' }, shows: ['title'] },
    });
    expect(wrong).toEqual({
      ok: false,
      faults: [
        'Chấm bài: không đơn vị nào nộp biểu mẫu “nurturing-plan”',
        'Chấm bài: biểu mẫu “nurturing-plan” không qua thẩm định từng dòng nên không chấm được',
        'Chấm bài: không có cấp “moon”',
        'Chấm bài: biểu mẫu “nurturing-plan” không có cột “title”',
      ],
    });
  });
});

it('nobody who scores can open the sheet', async () => {
  for (const email of scorers)
    await expect(
      office.people.read(email, workbookOf(office, district), `'${tabTitles.review}'!A3:F20`),
    ).rejects.toThrow();
});

it('the morning after, each scorer is mailed a link of their own with their number of works', async () => {
  await office.people.moveClock('2025-01-09T08:00:00+07:00');
  await office.settle();
  const shares = await Promise.all(
    scorers.map(async (email) => worksOn((await openScores(await linkOf(email))).html)),
  );
  expect(shares.flat()).toHaveLength(10);
  for (const ordinal of [1, 2, 3, 4, 5])
    expect(shares.filter((works) => works.includes(id(ordinal)))).toHaveLength(2);
  const [mail] = (await office.people.mailbox(scorers[0])).slice(-1);
  expect(mail?.subject).toContain(`${shares[0]?.length} bài dự thi chờ chấm`);
});

it('opening the page changes nothing, and it shows neither names of people nor anybody else’s points', async () => {
  const { html, status } = await openScores(await linkOf(scorers[0] as string));
  expect(status).toBe(200);
  expect(await cards()).toEqual([]);
  const [row] = office.rows(commune, 1);
  expect(html).toContain('Tóm tắt thành tích');
  expect(html).not.toContain(String(row?.position));
});

it('says what is wrong with points and keeps what was typed', async () => {
  const link = await linkOf(scorers[0] as string);
  const [work = ''] = worksOn((await openScores(link)).html);
  const { html, status } = await postScore(link, {
    dossier: work,
    round: '1',
    points: '105',
    remark: 'Viết tốt',
  });
  expect(status).toBe(422);
  expect(html).toContain('đang ghi “105”, hãy ghi số từ 0 đến 100');
  expect(html).toContain('value="105"');
  const [, place = ''] = /<a href="#([^"]+)">Sửa ở bài này<\/a>/.exec(html) ?? [];
  expect(html).toMatch(new RegExp(`<input id="${place}" name="points"[^>]*value="105"`));
  expect(html).toContain('>Viết tốt</textarea>');
  const long = await postScore(link, {
    dossier: work,
    round: '1',
    points: '80',
    remark: 'Hay. '.repeat(250),
  });
  expect(long.status).toBe(422);
  expect(long.html).toContain('Nhận xét dài 1.250 ký tự, hãy rút còn nhiều nhất 1.000 ký tự.');
  expect(await cards()).toEqual([]);
});

it('the desk sees how many have scored, and points only when all have; before that it can only hold or return', async () => {
  const byScorer = await Promise.all(scorers.map(async (email) => ({ email, link: await linkOf(email) })));
  const mine: { link: string; email: string }[] = [];
  for (const one of byScorer) if (worksOn((await openScores(one.link)).html).includes(id(1))) mine.push(one);
  const [first, second] = mine as [(typeof mine)[0], (typeof mine)[0]];
  await postScore(first.link, { dossier: id(1), round: '1', points: '84,5', remark: 'Chân thực' });
  expect((await statusAtDesk())[id(1)]).toBe('Chờ Huyện Hồng Dân thẩm định; Sơ khảo: 1/2 giám khảo đã chấm');
  expect((await openScores(second.link)).html).not.toContain('Chân thực');
  const refused = await decide(1, decisionWords.promote);
  expect(JSON.stringify(refused)).toContain('1/2 giám khảo đã chấm. Hãy chờ đủ giám khảo');
  await postScore(second.link, { dossier: id(1), round: '1', points: '90', remark: '' });
  expect((await statusAtDesk())[id(1)]).toBe(
    'Chờ Huyện Hồng Dân thẩm định; Sơ khảo: 2/2 giám khảo đã chấm, trung bình 87,25 điểm',
  );
  await postScore(second.link, { dossier: id(1), round: '1', points: '60', remark: '' });
  expect((await statusAtDesk())[id(1)]).toContain('chênh 24,5 điểm, nên xem lại');
  const card = (await cards()).find(({ scorer }) => scorer === second.email);
  expect(card?.history.map(({ points }) => points)).toEqual([90, 60]);
  expect(await decide(1, decisionWords.promote)).toMatchObject({ ok: true, promoted: 1, problems: [] });
  const late = await postScore(second.link, { dossier: id(1), round: '1', points: '99', remark: '' });
  expect(late.status).toBe(422);
  expect(late.html).toContain('không còn chờ Ông/Bà chấm');
  expect((await cards()).find(({ scorer }) => scorer === second.email)?.points).toBe(60);
});

it('a link that was changed, is over, or whose reader judges no longer opens nothing', async () => {
  const link = await linkOf(scorers[0] as string);
  expect((await openScores(`${link.slice(0, -2)}xx`)).status).toBe(404);
  const secret = office.local.services.settings.linkSecret;
  const url = link.split('?')[0];
  const about = { planId: plan.id, unitId: district, email: scorers[0] };
  const over = toSignedToken('score', { ...about, expiresAt: '2025-01-01T00:00:00.000Z' }, secret);
  expect((await openScores(`${url}?token=${over}`)).html).toContain('Liên kết đã hết hạn');
  const gone = toSignedToken(
    'score',
    { ...about, email: staffEmail('clerk', commune), expiresAt: '2027-01-01T00:00:00.000Z' },
    secret,
  );
  expect((await openScores(`${url}?token=${gone}`)).status).toBe(404);
});
