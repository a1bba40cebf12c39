/** What `gs carry` says: who goes where, and of those that stay each with the reason and what can be done. Pure. */
import type { Carry, StayReason } from '../../functions/domain/carry-over.ts';
import type { UnitTree } from '../../functions/domain/unit.ts';

const reasonWords: Record<StayReason, string> = {
  withdrawn: 'đã gỡ công khai, không mang sang',
  held: 'kỳ trước để lại xem thêm, chưa được duyệt',
  undecided: 'kỳ trước còn chờ thẩm định',
  'not-approved': 'kỳ trước bị trả lại, đã rút hoặc chưa đăng ký lại',
  'no-heir': 'chưa nêu đơn vị kế thừa; nêu bằng --heir MÃ_CŨ=MÃ_MỚI',
  'several-heirs': 'đơn vị cũ đã chia cho nhiều đơn vị; chọn một bằng --heir MÃ_CŨ=MÃ_MỚI',
  'heir-ended': 'đơn vị kế thừa không còn hoặc chưa có trong kỳ mới',
  'heir-owes-nothing': 'đơn vị kế thừa không phải nộp danh sách trong kế hoạch mới',
  'id-taken': 'mã hồ sơ mới trùng với một hồ sơ khác',
};

const shownNames = 10;

export function carryLines(carries: readonly Carry[], before: UnitTree): string[] {
  const nameThen = (unitId: string): string => before.get(unitId)?.name ?? unitId;
  const carried = carries.flatMap((one) => (one.outcome === 'carried' ? [one] : []));
  const stays = carries.flatMap((one) => (one.outcome === 'stays' ? [one] : []));
  const already = carries.length - carried.length - stays.length;
  const byHeir = Map.groupBy(carried, ({ heir }) => heir.id);
  const byReason = Map.groupBy(stays, ({ reason }) => reason);
  return [
    ...[...byHeir.values()].map((ofHeir) => {
      const { heir } = ofHeir[0] as (typeof ofHeir)[number];
      const sources = [...Map.groupBy(ofHeir, ({ source }) => source.unitId)].map(
        ([unitId, { length }]) => `${nameThen(unitId)} ${length}`,
      );
      return `${heir.name} (${heir.id}): ${ofHeir.length} gương, từ ${sources.join(', ')}`;
    }),
    `${carried.length} gương mang sang ${byHeir.size} đơn vị, ${already} gương đã mang sang từ trước, ${stays.length} gương ở lại.`,
    ...[...byReason].flatMap(([reason, those]) => [
      `Ở lại, ${reasonWords[reason]} (${those.length}):`,
      ...those
        .slice(0, shownNames)
        .map(({ source }) => `  ${source.id}  ${source.row.values.name ?? ''}  (${nameThen(source.unitId)})`),
      ...(those.length > shownNames ? [`  … và ${those.length - shownNames} gương nữa`] : []),
    ]),
  ];
}
