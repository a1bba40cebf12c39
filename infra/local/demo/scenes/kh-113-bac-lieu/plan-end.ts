/** BL-17: the province is told that the plan ends, and its report says what the scoreboard shows. */
import {
  type SummaryKey,
  summaryColumns,
  summaryHeaderRows,
} from '../../../../../functions/domain/summary.ts';
import { tabTitles } from '../../../../../functions/domain/workbook.ts';
import { readPlan } from '../../../../../functions/records.ts';
import { isRefused, paperKinds } from '../../../../cli/paper-kinds.ts';
import { readLines } from '../../../../cli/papers-data.ts';
import { staffEmail } from '../../../samples/people.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { outbox, type Stage } from '../../stage.ts';
import { province } from './desk.ts';
import { difficulty } from './requests.ts';

export const planEnd: Scene = {
  ids: ['BL-17'],
  title: 'Tổng kết Kế hoạch: nhắc tỉnh trước 60 ngày làm việc, báo cáo lấy số liệu từ hệ thống',
  async play(stage) {
    await moveTo(stage, at(stage, '12-10'));
    await stage.local.tickAndSettle();
    await stage.local.tickAndSettle();
    const event = stage.plan.events.find(({ id }) => id === 'BL-17');
    const told = (await outbox(stage)).filter(
      ({ kind, text }) => kind === 'dailyDigest' && text.includes(event?.name ?? '–'),
    );
    const due = stage.plan.inForceTo.startsWith(stage.period)
      ? (['clerk', 'head', 'reviewer'] as const).map((role) => staffEmail(role, province))
      : [];
    stage.expect(
      told.length === due.length && due.every((email) => told.some(({ to }) => to === email)),
      due.length > 0
        ? `người lập, thủ trưởng, người thẩm định của Sở Nội vụ đều được báo một lần, ngày ${told[0]?.day}`
        : 'chưa đến năm tổng kết nên chưa ai bị nhắc',
    );
    const words = await reportWords(stage);
    const figures = figuresIn(words);
    const board = await boardFigures(stage);
    stage.say(
      `Báo cáo tổng kết: ${figures.came}/${figures.asked} danh sách, ${figures.chosen} điển hình được chọn, ${figures.published} đã công khai.`,
    );
    stage.expect(
      figures.asked > 0 && JSON.stringify(figures) === JSON.stringify(board),
      'số liệu trong báo cáo tổng kết bằng đúng cộng các tab Tổng hợp của tỉnh',
    );
    stage.expect(words.includes(difficulty), 'báo cáo nêu vướng mắc mà đơn vị đã gửi', ['BL-17', 'BL-20']);
  },
};

/** As `gs papers --paper tong-ket` makes it. */
async function reportWords({ local, plan, period, people }: Stage): Promise<string> {
  const { store } = local;
  const loaded = await readPlan(store, plan.id);
  const unit = loaded.tree.get(province);
  const now = await people.now();
  const lines = await readLines(store, plan.id, period, now);
  if (!unit || !lines) throw new Error('nothing to report');
  const made = await paperKinds['tong-ket']?.make({ store, loaded, unit, period, lines, now });
  if (!made || isRefused(made)) throw new Error(made?.refusal ?? 'no such paper');
  return JSON.stringify(made.body);
}

interface Figures {
  asked: number;
  came: number;
  chosen: number;
  published: number;
}

/** As people read it in the sentence of the report. */
function figuresIn(words: string): Figures {
  const number = (before: RegExp): number => Number((before.exec(words)?.[1] ?? 'NaN').replaceAll('.', ''));
  return {
    asked: number(/Phải gửi ([\d.]+) danh sách/),
    came: number(/đã gửi ([\d.]+), trong đó/),
    chosen: number(/được chọn: ([\d.]+)/),
    published: number(/đã công khai: ([\d.]+)/),
  };
}

/** As people read it in the Tổng hợp tabs of all forms. */
async function boardFigures({ people, plan }: Stage): Promise<Figures> {
  const sum: Figures = { asked: 0, came: 0, chosen: 0, published: 0 };
  const column = (key: SummaryKey): number => summaryColumns.findIndex((one) => one.key === key);
  const books = (await people.workbooks()).filter(
    (book) => book.plan === plan.id && book.unit === province && book.kind !== 'control',
  );
  for (const { spreadsheetId } of books) {
    const cells = await people.read(
      staffEmail('reviewer', province),
      spreadsheetId,
      `'${tabTitles.summary}'!A1:Q200`,
    );
    const [, came = 0, asked = 0] = /(\d+)\/(\d+)/.exec(String(cells[1]?.[0]))?.map(Number) ?? [];
    const lines = cells.slice(summaryHeaderRows, summaryHeaderRows + asked);
    const total = (key: SummaryKey): number =>
      lines.reduce((all, line) => all + Number(line[column(key)] ?? 0), 0);
    sum.asked += asked;
    sum.came += came;
    sum.chosen += total('chosen');
    sum.published += total('published');
  }
  return sum;
}
