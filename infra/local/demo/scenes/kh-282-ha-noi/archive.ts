/** HN-09: the ten years of the contest, and what the head office reads of it: the results as a file, the reports on paper. */

import { toDocx } from '../../../../../functions/papers/docx.ts';
import { readPlan } from '../../../../../functions/records.ts';
import { isRefused, paperKinds } from '../../../../cli/paper-kinds.ts';
import { readLines } from '../../../../cli/papers-data.ts';
import { judgedCsv } from '../../../../xlsx/report-csv.ts';
import { readReport } from '../../../../xlsx/report-lines.ts';
import { staffEmail } from '../../../samples/people.ts';
import { type FiledLine, fileLists, isSignedByHeads, rowsOf } from '../../filed-lists.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { outbox, type Stage } from '../../stage.ts';
import { city, inPeriod, reporting, standingOffice } from './cast.ts';
import { resultsOf } from './contest.ts';

const years = Array.from({ length: 10 }, (_, index) => 2015 + index);
const prizes = ['Giải Nhất', 'Giải Nhì', 'Giải Ba'] as const;

export const remindedDays: Scene = {
  ids: ['HN-10', 'HN-09'],
  title: 'Nhắc trước 70 năm Ngày Giải phóng Thủ đô và trước ngày tổng kết mười năm Cuộc thi viết',
  async play(stage) {
    await moveTo(stage, at(stage, '10-09'));
    await stage.local.tickAndSettle();
    const digests = (await outbox(stage)).filter(({ kind }) => kind === 'dailyDigest');
    const toldOf = (words: string): Set<string> =>
      new Set(digests.filter(({ text }) => text.includes(words)).map(({ to }) => to));
    const liberation = toldOf('70 năm Ngày Giải phóng Thủ đô');
    const units = reporting(stage);
    stage.expect(
      units.every(
        ({ id }) => liberation.has(staffEmail('head', id)) && liberation.has(staffEmail('clerk', id)),
      ),
      `thủ trưởng và người lập của ${units.length} đơn vị được nhắc trước ngày 10/10`,
      ['HN-10'],
    );
    const closing = toldOf('Tổng kết 10 năm Cuộc thi viết');
    stage.expect(
      closing.has(staffEmail('reviewer', city)) && closing.has(staffEmail('head', city)),
      'Thành phố được nhắc ngày tổng kết mười năm trước sáu mươi ngày làm việc',
      ['HN-09'],
    );
  },
};

export const archive: Scene = {
  ids: ['HN-09'],
  title: 'Mười năm Cuộc thi viết: tác phẩm đoạt giải 2015–2024',
  async play(stage) {
    await moveTo(stage, at(stage, '11-12'));
    const awarded = await awardedWorks(stage);
    const { lists, refused } = await fileLists(stage, {
      period: `${stage.period}.LT`,
      units: standingOffice(stage),
      linesOf: () =>
        years.flatMap((year) =>
          prizes.map((prize, index) => ({
            year: String(year),
            name: `Tác phẩm số ${index + 1} của Cuộc thi năm ${year}`,
            title: `Tác giả hư cấu ${index + 1}`,
            prize,
            url: '',
            ...(String(year) === stage.period ? awarded[index] : {}),
          })),
        ),
      slip: { year: '2014', title: 'Tác giả hư cấu, 0912 345 678', prize: 'Huy chương' },
    });
    if (refused)
      stage.expect(
        ['“Năm”', '“Giải”', '0912 345 678'].every((words) =>
          refused.some((message) => message.includes(words)),
        ),
        'tác phẩm ngoài mười năm, giải ngoài danh mục, số điện thoại tác giả bị trả lại cùng lúc',
      );
    const rows = rowsOf(lists);
    stage.expect(
      years.every((year) => rows.some(({ values }) => values.year === year)) && isSignedByHeads(lists),
      `${rows.length} tác phẩm đoạt giải của đủ mười năm 2015–2024, thủ trưởng cơ quan thường trực đã ký`,
    );
    const kept = new Set(rows.flatMap(({ values }) => Object.keys(values)));
    const known = ['year', 'name', 'title', 'authorUnit', 'workGenre', 'prize', 'outlet', 'url'];
    stage.expect(
      kept.size > 0 && [...kept].every((key) => known.includes(key)),
      'lưu trữ chỉ có tên tác phẩm, tác giả như đã công bố, đơn vị, thể loại, giải, nơi công bố',
    );
  },
};

/** What the city awarded this year, from the highest prize that the archive takes here. */
async function awardedWorks(stage: Stage): Promise<FiledLine[]> {
  const results = await resultsOf(await inPeriod(stage, `${stage.period}.DT`));
  return prizes.flatMap((prize) => {
    const work = results.find(({ desk, remark }) => desk.id === city && remark === prize);
    const { name, title } = work?.dossier.row.values ?? {};
    return work ? { name: String(name), title: String(title) } : [];
  });
}

export const reports: Scene = {
  ids: ['HN-09'],
  title: 'Kết quả cuộc thi cho Ban Tổ chức: tệp tổng hợp và báo cáo tổng kết',
  async play(stage) {
    await moveTo(stage, at(stage, '12-16'));
    const contest = await inPeriod(stage, `${stage.period}.DT`);
    const { store } = stage.local;
    const now = await stage.people.now();
    const report = await readReport(store, stage.plan.id, contest.period, now);
    const csv = report ? judgedCsv(report) : '';
    const results = await resultsOf(contest);
    stage.expect(
      results.length > 0 && csv.trim().split('\r\n').length === results.length + 1,
      `gs report --period ${contest.period}: “Kết quả chấm” có ${results.length} dòng, mỗi bài mỗi vòng một dòng`,
    );
    const filed = report?.judged.filter(({ prize }) => prize !== '') ?? [];
    stage.expect(
      filed.length === prizes.length &&
        filed.every(({ prize, remark, dossier }) => prize === remark && dossier.row.words !== undefined),
      `${filed.length} bài có số từ máy đếm và giải lấy từ biểu lưu trữ đã ký, đúng như Thành phố đã trao`,
    );
    stage.expect(
      csv.includes('Giải Nhất') && !csv.includes('giamkhao') && !csv.includes('Chân thực'),
      'tệp có giải, điểm trung bình và độ chênh, không có giám khảo, nhận xét hay điểm của từng người',
    );
    const text = await finalReport(stage, now);
    stage.expect(
      ['7. Cuộc thi viết: kết quả', '8. Cuộc thi viết: tác phẩm đoạt giải qua các năm', 'Giải Nhất'].every(
        (words) => text.includes(words),
      ) && years.every((year) => text.includes(`Năm ${year} (03 tác phẩm)`)),
      'báo cáo tổng kết của Thành phố có kết quả cuộc thi năm 2024 và tác phẩm đoạt giải từng năm 2015–2024',
    );
  },
};

async function finalReport(stage: Stage, now: Date): Promise<string> {
  const { store } = stage.local;
  const loaded = await readPlan(store, stage.plan.id);
  const unit = loaded.tree.get(city);
  const lines = (await readLines(store, stage.plan.id, stage.period, now)) ?? [];
  const made =
    unit && (await paperKinds['tong-ket']?.make({ store, loaded, unit, period: stage.period, lines, now }));
  if (!made || isRefused(made)) throw new Error('the final report cannot be made');
  const bytes = await toDocx(made);
  stage.say(
    `Báo cáo tổng kết: tệp Word ${Math.ceil(bytes.length / 1024)} kB (gs papers --paper tong-ket --unit ${city}).`,
  );
  return JSON.stringify(made.body);
}
