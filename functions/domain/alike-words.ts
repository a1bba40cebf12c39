/** What reviewers read of dossiers that are like theirs; the only home of these words. */
import type { Alike, AlikeKind } from './near-copies.ts';
import { periodLabel } from './period.ts';
import type { UnitTree } from './unit.ts';

/** Caption of the add-on's menu item; the sentence in the review tab names it. */
export const compareCaption = 'So sánh hồ sơ gần giống';

const begins: Record<AlikeKind, string> = {
  'same-person': 'Có thể cùng một người với',
  'near-copy': 'Gần giống',
  'other-name': 'Khác tên nhưng gần giống',
};

/** "Gần giống hồ sơ 2024-31846-002, Xã Lộc Ninh, năm 2024: trùng 86% số cụm từ". */
export function alikeSentence({ kind, dossierId, unitId, period, share }: Alike, tree: UnitTree): string {
  const unit = tree.get(unitId)?.name ?? unitId;
  const words = share > 0 ? `: trùng ${share}% số cụm từ` : '';
  return `${begins[kind]} hồ sơ ${dossierId}, ${unit}, ${periodLabel(period)}${words}`;
}

/** For the column "Lưu ý": the closest one, how many more, and what to press; '' when there is none. */
export function alikeRemark(hints: readonly Alike[], tree: UnitTree): string {
  const [closest] = hints;
  if (!closest) return '';
  const more = hints.length > 1 ? `, và ${hints.length - 1} hồ sơ khác` : '';
  return `${alikeSentence(closest, tree)}${more}. Chọn dòng này rồi bấm Gương sáng › “${compareCaption}” để xem`;
}
