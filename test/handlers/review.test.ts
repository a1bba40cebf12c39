/** "Ghi quyết định": many lines at once, each line that cannot be recorded told by its number, and repeating is harmless. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { decisionWords, reviewKey, tabTitles } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import { type Office, startOffice } from '../support/office.ts';
import {
  communeIds,
  expectRefusal,
  findProblem,
  manyCommunes,
  type Said,
  workbookOf,
  writesNothing,
} from '../support/office-acts.ts';

const plan = manyCommunes(26);
const communes = communeIds(plan);
const reviewer = staffEmail('reviewer', '956');
const reason = 'Bổ sung số liệu kết quả năm 2024';
const tab = tabTitles.review;
let office: Office;
let unit: string;

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());
beforeEach(async () => {
  unit = communes.shift() as string;
  await office.send(unit, office.rows(unit, 5));
  await office.settle();
});

const id = (ordinal: number): string => `2025-${unit}-${String(ordinal).padStart(3, '0')}`;
const desk = () => workbookOf(office, '956');

const readTab = (): Promise<unknown[][]> => office.people.read(reviewer, desk(), `'${tab}'!A1:L500`);

/** Line of the review tab on which a dossier stands in a round. */
async function lineOf(key: string): Promise<number> {
  return (await readTab()).findIndex(([cell]) => cell === key) + 1;
}

/** Types decision and reason beside a key. */
async function decideOn(key: string, decision: string, why = ''): Promise<number> {
  const line = await lineOf(key);
  await office.people.type(reviewer, desk(), `'${tab}'!G${line}:H${line}`, [[decision, why]]);
  return line;
}

/** Only the lines of this test's unit are asked for, as the add-on does for a selection. */
const press = (keys: string[] = [1, 2, 3, 4, 5].map((n) => reviewKey(id(n), 1)), email = reviewer) =>
  office.people.press(email, 'review', { spreadsheetId: desk(), keys }) as Promise<Said>;

async function dossier(ordinal: number): Promise<Dossier> {
  const stored = await office.local.store.read<Dossier>(`dossiers/${plan.id}_${id(ordinal)}`);
  return stored!.data;
}

it('records many decisions at once, and each dossier goes its way', async () => {
  const decided: [number, string, string][] = [
    [1, decisionWords.approve, ''],
    [2, decisionWords.promote, ''],
    [3, decisionWords.return, reason],
    [4, decisionWords.hold, 'Chờ xác minh thêm'],
    [5, ` ${decisionWords.approve.toUpperCase().normalize('NFD')} `, ''],
  ];
  for (const [ordinal, word, why] of decided) await decideOn(reviewKey(id(ordinal), 1), word, why);
  const { body } = await press();
  expect(body).toMatchObject({ ok: true, approved: 2, promoted: 1, returned: 1, held: 1, problems: [] });
  expect(body.message).toBe(
    'Đã ghi 5 quyết định: 1 chọn lên cấp trên, 2 duyệt, 1 trả lại, 1 để lại xem thêm.',
  );
  const states = await Promise.all([1, 2, 3, 4, 5].map(dossier));
  expect(states.map(({ status }) => status)).toEqual([
    'approved',
    'promoted',
    'returned',
    'held',
    'approved',
  ]);
  expect(states[2]).toMatchObject({ at: unit, returnReason: reason });
  await office.local.queue.idle();

  const again = await writesNothing(office, () => press());
  expect(again.body).toMatchObject({
    ok: true,
    unchanged: 5,
    approved: 0,
    promoted: 0,
    returned: 0,
    held: 0,
    message: 'Không có quyết định mới nào được ghi. 5 dòng đã ghi từ trước.',
  });
});

it('records more lines than fit in one commit, all but the one that is wrong', async () => {
  const ids: string[] = [];
  for (let list = 0; list < 10; list += 1) {
    const other = communes.pop() as string;
    await office.send(other, office.rows(other, 6));
    ids.push(...[1, 2, 3, 4, 5, 6].map((n) => `2025-${other}-00${n}.1`));
  }
  await office.settle();
  const wrong = ids[17] as string;
  const typed = (await readTab()).map(([key, ...others]) => {
    if (!ids.includes(String(key))) return [others[5] ?? '', others[6] ?? ''];
    return key === wrong ? [decisionWords.return, ''] : [decisionWords.approve, ''];
  });
  await office.people.type(reviewer, desk(), `'${tab}'!G1`, typed as string[][]);
  const { body } = await press(ids);
  expect(body).toMatchObject({ ok: true, approved: 59, returned: 0 });
  const line = await lineOf(wrong);
  findProblem(body.problems, { code: 'decision-reason-missing', tab, line }, [`dòng ${line}`]);
  expect(body.problems).toHaveLength(1);
});

it('records the same decisions once when two reviewers press together', async () => {
  for (const ordinal of [1, 2, 3]) await decideOn(reviewKey(id(ordinal), 1), decisionWords.approve);
  const said = await Promise.all([press(), press()]);
  for (const { body } of said) expect(body).toMatchObject({ ok: true, problems: [] });
  const sum = (key: string) => said.reduce((total, { body }) => total + body[key], 0);
  expect([sum('approved'), sum('unchanged')]).toEqual([3, 3]);
  expect((await dossier(1)).history.filter(({ action }) => action === 'approve')).toHaveLength(1);
});

describe('refuses the whole', () => {
  it.each([
    ['a clerk of the unit', () => staffEmail('clerk', unit)],
    ['the head of the district', () => staffEmail('head', '956')],
    ['the clerk of the district', () => staffEmail('clerk', '956')],
    ['a reviewer of another level', () => staffEmail('reviewer', '95')],
  ])('when it is pressed by %s', async (_who, email) => {
    const said = await writesNothing(office, () => press(undefined, email()));
    expectRefusal(said, 403, 'not-your-unit', [email(), 'Huyện Hồng Dân', 'người thẩm định']);
  });

  it('when nothing is decided, and says what to choose', async () => {
    const said = await writesNothing(office, () => press());
    expectRefusal(said, 422, 'nothing-decided', [tab, 'Quyết định', ...Object.values(decisionWords)]);
  });
});

describe('refuses one line and records the others', () => {
  const refusedLine = async (said: Said, code: string, line: number, words: string[]) => {
    expect(said.body.ok).toBe(true);
    expect(said.body.message).toContain('dòng chưa ghi được');
    findProblem(said.body.problems, { code, severity: 'error', tab, line }, [tab, `dòng ${line}`, ...words]);
  };

  it('with a word that is no decision', async () => {
    // The drop-down does not offer it; a paste goes past the drop-down.
    const line = await decideOn(reviewKey(id(1), 1), 'Đồng ý');
    await decideOn(reviewKey(id(2), 1), decisionWords.approve);
    const said = await press();
    await refusedLine(said, 'decision-unknown', line, ['“Đồng ý”', 'Chọn lên cấp trên', `G${line}`]);
    expect(said.body.approved).toBe(1);
    expect((await dossier(1)).status).toBe('submitted');
    await decideOn(reviewKey(id(1), 1), '');
  });

  it.each([
    ['no reason', ''],
    ['blanks for a reason', '      '],
    ['a reason of nine characters', 'chưa đúng'],
  ])('that is returned with %s', async (_what, why) => {
    const line = await decideOn(reviewKey(id(1), 1), decisionWords.return, why);
    await decideOn(reviewKey(id(2), 1), decisionWords.hold);
    const said = await press();
    await refusedLine(said, 'decision-reason-missing', line, ['“Trả lại”', 'ít nhất 10 ký tự', `H${line}`]);
    expect(said.body.held).toBe(1);
    expect((await dossier(1)).status).toBe('submitted');
  });

  it('when the same dossier is decided differently on two lines, on both', async () => {
    const key = reviewKey(id(1), 1);
    const first = await decideOn(key, decisionWords.approve);
    const second = (await readTab()).length + 1;
    await office.people.type(reviewer, desk(), `'${tab}'!A${second}`, [[key]]);
    await office.people.type(reviewer, desk(), `'${tab}'!G${second}:H${second}`, [
      [decisionWords.return, reason],
    ]);
    const said = await writesNothing(office, () => press());
    for (const line of [first, second])
      await refusedLine(said, 'decision-conflict', line, [id(1), `${first}, ${second}`]);
    await office.people.type(reviewer, desk(), `'${tab}'!A${second}:L${second}`, [
      Array.from({ length: 12 }, () => ''),
    ]);
  });

  it('about a dossier that does not exist, or a code that is none', async () => {
    for (const wrong of [`2025-${unit}-999.1`, 'chị Hoa', 'a/b/c.1']) {
      const line = await lineOf(reviewKey(id(1), 1));
      await office.people.type(reviewer, desk(), `'${tab}'!A${line}`, [[wrong]]);
      await office.people.type(reviewer, desk(), `'${tab}'!G${line}`, [[decisionWords.approve]]);
      const said = await writesNothing(office, () => press([wrong]));
      await refusedLine(said, 'dossier-unknown', line, [`“${wrong}”`, 'Mã hồ sơ', `A${line}`]);
      await office.people.type(reviewer, desk(), `'${tab}'!A${line}`, [[reviewKey(id(1), 1)]]);
      await office.people.type(reviewer, desk(), `'${tab}'!G${line}`, [['']]);
    }
  });

  it('that was decided in a round which is over', async () => {
    const key = reviewKey(id(1), 1);
    const line = await decideOn(key, decisionWords.return, reason);
    await press();
    await office.type(unit, [{ ...office.rows(unit, 5)[0], pledge: 'Năm 2025 giúp thêm 12 hộ' }]);
    expect((await office.submit(unit)).body.ok).toBe(true);
    await office.local.queue.idle();
    await office.sign(unit);
    await office.settle();
    expect((await dossier(1)).round).toBe(2);
    await decideOn(key, decisionWords.approve);
    const said = await writesNothing(office, () => press());
    await refusedLine(said, 'decision-not-allowed', line, ['“Duyệt”', id(1), 'bản mới']);
    expect(await lineOf(reviewKey(id(1), 2))).toBeGreaterThan(line);
  });
});
