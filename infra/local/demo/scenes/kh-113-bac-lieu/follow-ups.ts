/** Each half-year every exemplar is looked at again; what no longer holds is put to the reviewers: BL-10 and BL-20. */
import { conclusions } from '../../../../../functions/domain/forms/follow-up.ts';
import { storyPath, toKey } from '../../../../../functions/listing/address.ts';
import { staffEmail } from '../../../samples/people.ts';
import { type FiledLine, fileLists, isSignedByHeads, rowsOf } from '../../filed-lists.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { dossiers, outbox, type Stage } from '../../stage.ts';
import { exemplarsOf, nameOf, periodOf, players, province } from './desk.ts';

const firstDay = '06-12';

const reason = 'Chuyển nơi ở ra ngoài tỉnh từ tháng tư, mô hình không còn người duy trì';

interface Following {
  day: string;
  /** Ids of those that are followed no more from now on, and of those that have not been since the half before. */
  stops?: readonly (string | undefined)[];
  gone?: readonly string[];
}

/** Follows all exemplars of the players but the ones that are gone. */
async function followAll(stage: Stage, { day, stops = [], gone = [] }: Following) {
  await moveTo(stage, at(stage, day));
  const units = players(stage);
  const all = await exemplarsOf(stage, units);
  const exemplars = new Map(
    [...all].map(([unit, mine]) => [unit, mine.filter(({ id }) => !gone.includes(id))]),
  );
  const [month, dayOfMonth] = day.split('-');
  const line = (id: string, isFirst: boolean): FiledLine => ({
    name: id,
    ...(isFirst ? {} : { needs: '', help: '' }),
    assessedOn: `${dayOfMonth}/${month}/${stage.period}`,
    ...(stops.includes(id) ? { holds: 'Không', conclusion: conclusions.stop, reason } : {}),
  });
  const filed = await fileLists(stage, {
    period: periodOf(stage, 'follow-up', day),
    units,
    slip: { conclusion: conclusions.stop, reason: 'Đã cũ' },
    linesOf: ({ id }) => (exemplars.get(id) ?? []).map((exemplar, index) => line(exemplar.id, index === 0)),
  });
  const whole = filed.lists.map(({ unit, cites }) => {
    const followed = new Set(cites.flatMap(({ ids }) => ids));
    const mine = exemplars.get(unit.id) ?? [];
    return mine.length > 0 && mine.every(({ id }) => followed.has(id)) && followed.size === mine.length;
  });
  return { ...filed, isWhole: whole.length > 0 && whole.every(Boolean) };
}

/** The first that the public may read, of the unit that plays first. */
async function publicOne(stage: Stage) {
  const units = players(stage);
  const exemplars = await exemplarsOf(stage, units);
  return units.flatMap(({ id }) => exemplars.get(id) ?? []).find((one) => one.public);
}

export const firstHalf: Scene = {
  ids: ['BL-10', 'BL-20'],
  title: 'Theo dõi, đánh giá từng điển hình nửa năm đầu; gương không còn giữ vững thì hỏi người thẩm định',
  async play(stage) {
    const gone = await publicOne(stage);
    const { lists, refused, isWhole } = await followAll(stage, { day: firstDay, stops: [gone?.id] });
    const rows = rowsOf(lists);
    stage.expect(
      isSignedByHeads(lists) && isWhole,
      `${lists.length} đơn vị đánh giá đủ ${rows.length} điển hình của mình, thủ trưởng đã ký`,
      ['BL-10'],
    );
    if (refused)
      stage.expect(
        refused.some((message) => message.includes(conclusions.stop)),
        '“Thôi theo dõi” không nêu rõ lý do thì bị từ chối',
        ['BL-10'],
      );
    const stops = rows.filter(({ values }) => values.conclusion === conclusions.stop);
    stage.expect(
      stops.length === 1 && stops[0]?.values.reason === reason,
      `một điển hình thôi theo dõi, lý do được giữ: ${reason}`,
      ['BL-10'],
    );
    const needs = rows.filter(({ values }) => Boolean(values.needs) && Boolean(values.help));
    stage.expect(
      needs.length === lists.length,
      `${needs.length} điển hình có khó khăn kèm biện pháp giúp đỡ ở biểu theo dõi`,
      ['BL-10', 'BL-20'],
    );
    await moveTo(stage, at(stage, '06-13'));
    await stage.local.tickAndSettle();
    if (!gone) return stage.expect(false, 'có gương công khai để hỏi', ['BL-10']);
    const path = storyPath({ key: toKey(stage.plan.id, gone.id), name: nameOf(gone) });
    const asked = (await outbox(stage)).filter(
      ({ kind, text }) => kind === 'dailyDigest' && text.includes(path) && text.includes(reason),
    );
    const { status } = await stage.people.page(path);
    stage.expect(
      asked.length === 1 && asked[0]?.to === staffEmail('reviewer', province) && status === 200,
      `người thẩm định ở tỉnh được hỏi một lần có gỡ “${nameOf(gone)}” không; trang vẫn còn, hệ thống không tự gỡ`,
      ['BL-10'],
    );
  },
};

export const secondHalf: Scene = {
  ids: ['BL-10'],
  title: 'Theo dõi, đánh giá nửa năm cuối',
  async play(stage) {
    const before = await dossiers({ ...stage, period: periodOf(stage, 'follow-up', firstDay) });
    const gone = before.filter(({ row }) => row.values.conclusion === conclusions.stop).map(nameOf);
    const { lists, isWhole } = await followAll(stage, { day: '12-02', gone });
    stage.expect(
      isSignedByHeads(lists) && isWhole && gone.length === 1,
      `nửa năm cuối: ${rowsOf(lists).length} lượt đánh giá của ${lists.length} đơn vị, mỗi điển hình một dòng, trừ ${gone.length} điển hình đã thôi theo dõi`,
    );
  },
};
