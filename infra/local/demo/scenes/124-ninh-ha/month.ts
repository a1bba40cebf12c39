/** NH-01, NH-08, NH-11: what departments send each month, by the 14th; one has nobody, one comes late. */

import { staffEmail } from '../../../samples/people.ts';
import { exemplarRow, type StoryName } from '../../few-exemplars.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { beRefused, sendNobody, sendRows, storedOfAll, type Typed } from '../../sent-rows.ts';
import type { Stage } from '../../stage.ts';

export const ward = '22594';
export const town = '572';
export const officer = 'NH90';

/** The police send on the 16th; the fifth has nobody this month. */
export const late = 'NH06';
export const nobody = 'NH05';
export const passedAround = 'NH03';
export const copied = 'NH04';
export const chosen = 'NH01';
export const approved = 'NH02';

export const departments = ({ plan }: Pick<Stage, 'plan'>): string[] =>
  plan.units.filter(({ kind }) => kind === 'department').map(({ id }) => id);

export const nameOf = (stage: Pick<Stage, 'tree'>, unitId: string): string =>
  stage.tree.get(unitId)?.name ?? unitId;

/** A row of this stage's month. */
const tell = (stage: Stage, unitId: string, story: StoryName, more: Typed = {}): Typed =>
  exemplarRow(
    story,
    {
      unit: nameOf(stage, unitId),
      year: stage.period.slice(0, 4),
      agreedOn: `03/${stage.period.slice(5)}/${stage.period.slice(0, 4)}`,
    },
    more,
  );

const january = (stage: Stage): ReadonlyMap<string, Typed> =>
  new Map([
    [chosen, tell(stage, chosen, 'waste')],
    [approved, tell(stage, approved, 'porridge')],
    // The same person, told in other words by another department.
    [
      passedAround,
      tell(stage, passedAround, 'guard', {
        honorific: 'Bà',
        name: 'Trần Thị Lụa',
        birthYear: '1978',
        position: 'Hòa giải viên tổ dân phố',
        title: 'Hòa giải viên thắp sáng đoạn đường tự quản của tổ',
        summary:
          'Bà xin lại cột đèn cũ, rủ các hội viên góp công dựng 18 bóng đèn trên đoạn đường hay xảy ra tai nạn. Tổ tự quản thay nhau trực vào tối cuối tuần, nhắc thanh niên bằng lời nhẹ nhàng, mời cha mẹ các em cùng tham gia. Từ ngày có đèn, đoạn đường yên hẳn.',
      }),
    ],
    // The porridge of another department under another name: "chia thành tích".
    [copied, tell(stage, copied, 'porridge', { name: 'Nhóm thiện nguyện Bình Minh' })],
    [late, tell(stage, late, 'rescue', { consent: 'Chưa hỏi', consentDate: '' })],
  ]);

export const monthlyLists: Scene = {
  ids: ['NH-01', 'NH-08', 'NH-11'],
  title: 'Tháng 1: các ban, ngành gửi nhân tố điển hình trước ngày 15; có đơn vị không có, có đơn vị trễ',
  async play(stage) {
    const { period } = stage;
    const rows = january(stage);
    await moveTo(stage, at(stage, '08'));
    const wrong = { ...rows.get(approved), keyResults: '', consentDate: '03/01/2027' };
    const said = await beRefused(stage, { unitId: approved, period, rows: [wrong] }, 'thiếu kết quả');
    if (said.length > 0)
      stage.expect(
        said.length >= 2 && said.some((line) => line.includes('Kết quả nổi bật')),
        'thiếu kết quả và sai ngày đồng ý được chỉ ra cùng lúc, từng ô',
        ['NH-01'],
      );
    const inTime = [...rows].filter(([unitId]) => unitId !== late);
    await stage.each('Gửi nhân tố điển hình', inTime, ([unitId, row]) =>
      sendRows(stage, { unitId, period, rows: [row] }),
    );
    await sendNobody(stage, nobody, period);
    await moveTo(stage, at(stage, '16', '09:00'));
    await sendRows(stage, { unitId: late, period, rows: [rows.get(late) ?? {}] });
    await showArrivals(stage);
    await showPledges(stage);
  },
};

async function showArrivals(stage: Stage): Promise<void> {
  const stored = await storedOfAll(stage, departments(stage), stage.period);
  const of = (unitId: string) => stored.find(({ submission }) => submission.unitId === unitId);
  const onTime = stored.filter(({ version }) => !version.late);
  stage.say(`${stored.length}/${departments(stage).length} đơn vị đã gửi, thủ trưởng đều đã ký.`);
  stage.expect(
    onTime.length === departments(stage).length - 1 && of(late)?.version.late === true,
    `${onTime.length} đơn vị gửi trước ngày 15, ${nameOf(stage, late)} gửi ngày 16 được nhận và ghi là trễ`,
    ['NH-01'],
  );
  stage.expect(
    of(nobody)?.snapshot.nil === true && of(nobody)?.version.late === false,
    `${nameOf(stage, nobody)} báo “Không có trường hợp”, được tính là đã gửi đúng hạn`,
    ['NH-01'],
  );
  const reminded = (await stage.people.mailbox(staffEmail('clerk', late))).filter(({ text }) =>
    text.includes('trước ngày 15'),
  );
  const spared = (await stage.people.mailbox(staffEmail('clerk', chosen))).filter(({ text }) =>
    /Quá hạn/i.test(text),
  );
  stage.expect(
    reminded.length > 0 && spared.length === 0,
    `đơn vị chưa gửi được nhắc ${reminded.length} lần kèm câu “trước ngày 15”; đơn vị đã gửi không bị báo quá hạn`,
    ['NH-01'],
  );
}

/** What each strives for, which movement it comes from, who found it. */
async function showPledges(stage: Stage): Promise<void> {
  const stored = await storedOfAll(stage, departments(stage), stage.period);
  const rows = stored.flatMap(({ snapshot }) => snapshot.rows.map(({ values }) => values));
  for (const { name, pledge, proposal } of rows) stage.say(`${name}: ${pledge} – ${proposal}`);
  stage.expect(
    rows.length > 0 && rows.every(({ pledge, proposal }) => /thi đua/i.test(String(pledge)) && proposal),
    `cả ${rows.length} nhân tố có lộ trình phấn đấu và đề xuất`,
    ['NH-08'],
  );
  const movements = Map.groupBy(rows, ({ movement }) => String(movement));
  stage.say(
    `Theo phong trào: ${[...movements].map(([name, some]) => `${name} (${some.length})`).join('; ')}`,
  );
  stage.expect(
    movements.size > 1 && rows.every(({ movement, source }) => movement && source),
    `${rows.length} nhân tố nối với ${movements.size} phong trào thi đua và nguồn phát hiện`,
    ['NH-11'],
  );
}

const february: readonly (readonly [unitId: string, story: StoryName])[] = [
  [approved, 'counter'],
  [copied, 'power'],
  [late, 'nurse'],
];

/** A month later, on time by everybody. */
export async function sendFebruary(stage: Stage): Promise<void> {
  const tellers = new Map(february);
  await stage.each('Gửi nhân tố điển hình', departments(stage), async (unitId) => {
    const story = tellers.get(unitId);
    if (!story) return sendNobody(stage, unitId, stage.period);
    await sendRows(stage, { unitId, period: stage.period, rows: [tell(stage, unitId, story)] });
  });
}
