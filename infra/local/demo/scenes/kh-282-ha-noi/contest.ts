/** HN-09: the writing contest. Works of wards are judged at the district, the chosen ones with those of an agency at the city. */
import type { Dossier } from '../../../../../functions/domain/dossier.ts';
import { judgedResults } from '../../../../../functions/domain/judged-results.ts';
import { pointsWords, type Scorecard } from '../../../../../functions/domain/judging.ts';
import type { Unit } from '../../../../../functions/domain/unit.ts';
import {
  decisionWords,
  firstDataLine,
  reviewColumn,
  reviewKey,
  tabTitles,
} from '../../../../../functions/domain/workbook.ts';
import { robot } from '../../../runtime/local.ts';
import { scorerEmail, staffEmail } from '../../../samples/people.ts';
import { workText } from '../../../samples/work-text.ts';
import { tabOf } from '../../../trial.ts';
import { fileLists, isSignedByHeads, rowsOf } from '../../filed-lists.ts';
import { type Decision, reviewDesk } from '../../reviews.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { deskWords, givePoints, openPages } from '../../scoring.ts';
import { dossiers, type Stage, workbookOf } from '../../stage.ts';
import { agencies, city, districts, inPeriod, wards } from './cast.ts';

const titles = [
  'Người giữ lửa lớp học ven sông',
  'Chuyến đò sớm của ông Tư',
  'Bếp ăn không đồng',
  'Tiếng trống trường xóm bãi',
  'Cây cầu ba nhịp',
  'Người vá đường',
  'Đêm trực ở trạm y tế',
  'Vườn rau trên mái',
  'Bức thư gửi lại',
] as const;

const authors = ['Phạm Thu Hằng', 'Đỗ Quốc Bình', 'Vũ Đức Long'] as const;

const titleOf = (index: number): string => titles[index % titles.length] as string;

/** A Google document of the unit's clerk with so many words, which the robot may read. */
const workOf = ({ people }: Stage, { id }: Unit, title: string, words: number): Promise<string> =>
  people.uploadDocument(staffEmail('clerk', id), `${title} – ${id}`, robot, workText(words));

const scorersOf = (desk: string): string[] => [1, 2, 3].map((number) => scorerEmail(desk, number));

const contestOf = (stage: Stage): Promise<Stage> => inPeriod(stage, `${stage.period}.DT`);

export const wardWorks: Scene = {
  ids: ['HN-09'],
  title: 'Cuộc thi viết: bài của phường về quận',
  async play(stage) {
    await moveTo(stage, at(stage, '04-10'));
    const units = wards(stage);
    const works = await Promise.all(
      units.map((unit, index) => workOf(stage, unit, titleOf(index), 1420 + 37 * index)),
    );
    const indexOf = new Map(units.map(({ id }, index) => [id, index]));
    const [first] = units;
    const draft = first ? await workOf(stage, first, `${titleOf(0)} (bản đầu)`, 2300) : '';
    const { lists, refused } = await fileLists(stage, {
      period: `${stage.period}.DT`,
      units,
      linesOf: ({ id, name }) => {
        const index = indexOf.get(id) ?? 0;
        return [
          {
            name: titleOf(index),
            title: authors[index % authors.length] as string,
            authorUnit: name,
            subjectPlace: name,
            wordCount: String(1420 + 37 * index),
            durationSeconds: '',
            outlet: '',
            publishedOn: '',
            url: '',
            fileUrl: works[index] ?? '',
            preliminaryScore: '',
          },
        ];
      },
      slip: {
        wordCount: '1650',
        fileUrl: draft,
        isOrganiser: 'Có',
        authorUnit: 'Phường Phúc Xá, 0912 345 678',
      },
    });
    if (refused) {
      const says = (words: string): boolean => refused.some((message) => message.includes(words));
      stage.expect(
        says('đang ghi 1.650 từ, máy đếm được 2.300 từ trong tệp') && says('2.000 từ'),
        'bài ghi 1.650 từ mà máy đếm trong tệp được 2.300 từ bị từ chối, có nêu giới hạn 2.000 từ; rút gọn xong thì nộp được',
      );
      stage.expect(says('Ban Giám khảo'), 'bài của thành viên Ban Tổ chức, Ban Giám khảo bị từ chối');
      stage.expect(says('0912 345 678'), 'số điện thoại của tác giả không được nằm trong bảng tính chung');
    }
    stage.expect(
      rowsOf(lists).length === units.length && isSignedByHeads(lists),
      `${units.length} phường gửi ${rowsOf(lists).length} bài, thủ trưởng đã ký`,
    );
    stage.expect(
      rowsOf(lists).every(({ words, values }) => words !== undefined && words === values.wordCount),
      'số từ máy đếm trong tệp được giữ cùng từng bài, cho giám khảo và bảng kết quả',
    );
  },
};

/** "…, trung bình 84,5 điểm" as the desk reads it → 84.5. */
const averageIn = (words: string): number =>
  Number((/trung bình ([\d,]+) điểm/.exec(words)?.[1] ?? '0').replace(',', '.'));

export const preliminary: Scene = {
  ids: ['HN-09'],
  title: 'Vòng sơ khảo ở quận: hai giám khảo chấm kín mỗi bài',
  async play(stage) {
    // The mails with the links leave the next working morning.
    await moveTo(stage, at(stage, '04-11', '08:00'));
    await stage.local.tickAndSettle();
    const contest = await contestOf(stage);
    const [first] = districts(stage);
    for (const { id, name } of districts(stage)) {
      if (id === first?.id) await stage.journal.once(`too early ${id}`, () => tooEarly(contest, id));
      await stage.journal.once(`score ${id}`, () =>
        scoreDesk(contest, id, (index, seat) =>
          id === first?.id && index === 0 ? 62 + 22 * seat : 76 + 4 * index + 2.5 * seat,
        ),
      );
      if (id === first?.id) await stage.journal.once(`look again ${id}`, () => lookAgain(contest, id));
      await stage.journal.once(`choose ${id}`, async () => {
        const words = await deskWords(contest, id);
        const average = ({ id: work, round }: Dossier): number =>
          averageIn(words.get(reviewKey(work, round)) ?? '');
        const waiting = await waitingAt(contest, id);
        const best = new Set(waiting.toSorted((a, b) => average(b) - average(a)).slice(0, 2));
        const counts = await reviewDesk(
          contest,
          id,
          waiting,
          (dossier): Decision =>
            best.has(dossier)
              ? { action: 'promote', reason: '' }
              : { action: 'hold', reason: 'Chưa chọn vào chung khảo' },
        );
        stage.say(`${name}: ${waiting.length} bài đã chấm, chọn ${counts.promoted} bài vào chung khảo.`);
      });
    }
    const results = await resultsOf(contest);
    stage.expect(
      results.length > 0 && results.every(({ scored, average }) => scored === 2 && average !== undefined),
      `${results.length} bài đều có hai giám khảo chấm, mỗi bài một điểm trung bình`,
    );
    const cards = await cardsOf(contest);
    const revised = cards.filter(({ history }) => history.length > 1);
    stage.expect(
      revised.length === 1 && results.every(({ isWide }) => !isWide),
      'bài hai giám khảo chấm chênh 22 điểm được chấm lại, điểm trước vẫn còn trong lịch sử; không còn bài nào chênh từ 15 điểm',
    );
  },
};

const waitingAt = async (stage: Stage, desk: string): Promise<Dossier[]> =>
  (await dossiers(stage)).filter(({ at: where, status }) => where === desk && status === 'submitted');

const cardsOf = async ({ local, plan, period }: Stage): Promise<Scorecard[]> =>
  (await local.store.list<Scorecard>('scorecards', { where: { planId: plan.id, period } })).map(
    ({ data }) => data,
  );

export const resultsOf = async (stage: Stage) =>
  judgedResults(stage, await dossiers(stage), await cardsOf(stage));

/** A district wants to choose before anybody has scored. */
async function tooEarly(stage: Stage, desk: string): Promise<void> {
  await stage.local.tickAndSettle();
  const reviewer = staffEmail('reviewer', desk);
  const { spreadsheetId } = workbookOf(stage, desk);
  const cell = `'${tabTitles.review}'!${String.fromCharCode(65 + reviewColumn('decision'))}${firstDataLine}`;
  await stage.people.type(reviewer, spreadsheetId, cell, [[decisionWords.promote]]);
  const { body } = await stage.people.press(reviewer, 'review', { spreadsheetId });
  const [told] = (body.problems ?? []).map(({ message }) => message);
  stage.say(`Từ chối: ${told}`);
  stage.expect(
    body.promoted === 0 && told?.includes('0/2 giám khảo đã chấm') === true,
    'quận chưa chọn bài lên được khi chưa đủ hai giám khảo chấm',
  );
  await stage.people.type(reviewer, spreadsheetId, cell, [['']]);
}

/** Every scorer gives points to every work of the own page; `pointsOf` sees the work's place and the scorer's seat. */
async function scoreDesk(
  stage: Stage,
  desk: string,
  pointsOf: (index: number, seat: number) => number,
): Promise<void> {
  const pages = await openPages(stage, scorersOf(desk));
  const waiting = await waitingAt(stage, desk);
  const secrets = waiting.map(({ row }) => String(row.values.title));
  stage.expect(
    waiting.length > 0 && secrets.every((author) => !pages.html.includes(author)),
    `trang chấm của giám khảo ${stage.tree.get(desk)?.name} có ${waiting.length} bài, không có tên tác giả`,
  );
  const order = waiting.map(({ id }) => id).sort();
  const seats = new Map<string, number>();
  for (const [email, works] of pages.works)
    for (const card of works) {
      const seat = seats.get(card.work) ?? 0;
      seats.set(card.work, seat + 1);
      await givePoints(stage, email, card, pointsWords(pointsOf(order.indexOf(card.work), seat)));
    }
  await stage.local.queue.idle();
}

/** The desk reads that two scores are far apart and asks; the lower scorer reads the work again. */
async function lookAgain(stage: Stage, desk: string): Promise<void> {
  const given = (await cardsOf(stage)).filter(({ deskId }) => deskId === desk);
  if (given.some(({ history }) => history.length > 1)) return;
  const hint = [...(await deskWords(stage, desk)).values()].find((words) => words.includes('nên xem lại'));
  stage.say(`Tab Thẩm định: ${hint}`);
  stage.expect(
    hint?.includes('chênh 22 điểm, nên xem lại') === true && !/\b(62|84)\b/.test(hint),
    'quận được báo bài nào hai giám khảo chấm quá chênh, không thấy điểm của từng người',
  );
  const [low] = given.toSorted((a, b) => a.points - b.points);
  if (!low) throw new Error(`nobody scored at ${desk}`);
  await givePoints(stage, low.scorer, { work: low.dossierId, round: String(low.round) }, '78');
  await stage.local.queue.idle();
}

const prizes = ['Giải Nhất', 'Giải Nhì', 'Giải Ba', 'Giải Khuyến khích', 'Giải Khuyến khích'] as const;

export const final: Scene = {
  ids: ['HN-09'],
  title: 'Vòng chung khảo ở Thành phố: bài quận chọn lên và bài của sở, ngành; trao giải',
  async play(stage) {
    await moveTo(stage, at(stage, '05-14'));
    const contest = await contestOf(stage);
    await stage.each('Quận gửi bài vào chung khảo', districts(stage), ({ id, name }) =>
      stage.journal.once(`send on ${id}`, async () => {
        const { spreadsheetId } = tabOf(contest.workbooks, id);
        const { body } = await stage.people.press(staffEmail('clerk', id), 'submit', {
          spreadsheetId,
          unit: id,
        });
        if (!body.ok) throw new Error(`${name}: ${body.message}`);
        await stage.local.queue.idle();
        await stage.people.answerSignOff(staffEmail('head', id), name, 'sign', '');
      }),
    );
    const [agency] = agencies(stage);
    const fileUrl = agency ? await workOf(stage, agency, 'Bảng đen vùng cao', 1650) : '';
    await fileLists(stage, {
      period: contest.period,
      units: agency ? [agency] : [],
      linesOf: ({ name }) => [
        {
          name: 'Bảng đen vùng cao',
          title: 'Hoàng Mai Lan',
          authorUnit: name,
          wordCount: '1650',
          durationSeconds: '',
          fileUrl,
          preliminaryScore: '86',
          publishedOn: '20/04/2024',
        },
      ],
      slip: { genre: 'Báo in', outlet: '' },
    });
    await moveTo(stage, at(stage, '05-15'));
    await stage.local.tickAndSettle();
    await stage.journal.once('score city', () =>
      scoreDesk(contest, city, (index, seat) => 71 + 3.5 * index + 2 * seat),
    );
    await stage.journal.once('prizes', async () => {
      const words = await deskWords(contest, city);
      const average = ({ id, round }: Dossier): number => averageIn(words.get(reviewKey(id, round)) ?? '');
      const waiting = await waitingAt(contest, city);
      const ranked = waiting.toSorted((a, b) => average(b) - average(a));
      await reviewDesk(contest, city, waiting, (dossier): Decision => {
        const prize = prizes[ranked.indexOf(dossier)];
        return prize ? { action: 'approve', reason: prize } : { action: 'hold', reason: 'Không xếp giải' };
      });
    });
    await stage.local.tickAndSettle();
    const results = await resultsOf(contest);
    const finals = results.filter(({ desk }) => desk.id === city);
    const fromWards = finals.filter(({ dossier }) => stage.tree.get(dossier.unitId)?.kind === 'ward');
    stage.expect(
      fromWards.length === 2 * districts(stage).length && finals.length === fromWards.length + 1,
      `${finals.length} bài vào chung khảo: ${fromWards.length} bài của phường qua sơ khảo ở quận, 01 bài sở gửi thẳng`,
    );
    const prized = finals
      .filter(({ decision }) => decision === 'approve')
      .toSorted((a, b) => (b.average ?? 0) - (a.average ?? 0));
    for (const { dossier, average = 0, remark } of prized)
      stage.say(
        `${remark}: “${dossier.row.values.name}”, ${pointsWords(average)} điểm, ${stage.tree.get(dossier.unitId)?.name}`,
      );
    stage.expect(
      prized.length === prizes.length && prized.every(({ remark }, index) => remark === prizes[index]),
      `${prized.length} giải theo đúng thứ tự điểm trung bình của vòng chung khảo`,
    );
    const { html } = await stage.people.page('/');
    stage.expect(
      results.every(({ dossier }) => !dossier.public && !html.includes(String(dossier.row.values.name))),
      'không bài dự thi nào lên trang công khai',
    );
  },
};
