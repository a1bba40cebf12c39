/** What reviewers and administrators read of a complaint hold; nobody else ever reads these words. */
import type { HoldFault } from './hold.ts';
import { holdLimits } from './hold.ts';
import { echo } from './text.ts';

export function holdFaultSentence(
  fault: HoldFault,
  { reason, paper }: { reason: string; paper: string },
): string {
  switch (fault) {
    case 'reason-short':
      return `Lý do đang ghi “${echo(reason)}”; hãy ghi thành một câu, ít nhất ${holdLimits.minReason} ký tự, ví dụ “Thanh tra huyện đang xác minh đơn phản ánh”.`;
    case 'reason-long':
      return `Lý do dài ${[...reason].length} ký tự; hãy ghi gọn trong ${holdLimits.maxReason} ký tự, chi tiết để trong hồ sơ giấy.`;
    case 'paper-unreadable':
      return `Số văn bản đang ghi “${echo(paper)}”; hãy ghi số và ký hiệu, ví dụ 15/TB-TTr, hoặc để trống.`;
  }
}

const now = {
  stands:
    'Đang đánh dấu “đang xem xét, khiếu nại”: hồ sơ chưa được chọn lên cấp trên và chưa công khai (Nghị định 152/2025/NĐ-CP, điều 4). Vẫn duyệt được. Đơn vị không được báo và không thấy đánh dấu này.',
  free: 'Không có đánh dấu nào: hồ sơ được chọn lên và công khai như thường.',
} as const;

/** What stands now, after what was just done. */
export function holdMessage(stands: boolean, done: 'looked' | 'set' | 'lifted' | 'nothing'): string {
  const said = stands ? now.stands : now.free;
  switch (done) {
    case 'looked':
      return said;
    case 'set':
      return `Đã ghi đánh dấu. Nếu đang công khai thì trang được gỡ trong ít phút. ${said}`;
    case 'lifted':
      return `Đã bỏ đánh dấu. ${said}`;
    case 'nothing':
      return `Không có gì thay đổi. ${said}`;
  }
}
