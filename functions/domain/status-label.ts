/** What a clerk or reviewer reads as the state of a row; the only home of these words. */
import type { Dossier } from './dossier.ts';
import type { UnitTree } from './unit.ts';

/** State of a dossier in words: "Đã duyệt", "Đang chờ Huyện Hồng Dân thẩm định" … */
export function dossierLabel(dossier: Dossier, tree: UnitTree): string {
  const at = tree.get(dossier.at)?.name ?? dossier.at;
  if (dossier.withdrawn) return 'Đã gỡ công khai';
  const shown = dossier.public ? ', đã công khai' : '';
  switch (dossier.status) {
    case 'submitted':
      return dossier.round > 1 && dossier.returnReason !== ''
        ? `Cấp trên trả lại, ${at} đang xem lại`
        : `Chờ ${at} thẩm định${shown}`;
    case 'returned':
      return 'Trả lại, cần sửa';
    case 'held':
      return `${at} để lại xem thêm`;
    case 'approved':
      return `${at} đã duyệt${shown}`;
    case 'promoted':
      return `${at} chọn lên cấp trên${shown}`;
    case 'filed':
      return 'Đã ghi nhận';
    case 'recalled':
      return 'Đã rút khỏi danh sách';
    case 'carried':
      return `Mang sang từ ${dossier.carriedFrom?.unit ?? 'kỳ trước'}, chờ đăng ký lại`;
  }
}
