/** What happens next with a unit's list, in one sentence for the clerk: said by the add-on's sidebar. */

import { formatDate } from './date.ts';
import { isLate } from './deadline.ts';
import { currentVersion } from './submission.ts';
import { owesNoMore, type UnitStanding } from './unit-standing.ts';

export function nextStep(standing: UnitStanding, now: Date): string {
  if (owesNoMore(standing))
    return `Đơn vị kết thúc ngày ${formatDate(standing.unit.validTo ?? '')}, trước hạn nộp, nên không phải nộp; đơn vị kế thừa đăng ký các gương này.`;
  const absorbed = (standing.absorbed ?? []).map(({ name }) => name).join(', ');
  const more = absorbed === '' ? '' : ` Đơn vị mình kế thừa ${absorbed}: đăng ký cả gương của đơn vị đó.`;
  return ownStep(standing, now) + more;
}

function ownStep({ submission, obligation, deadline }: UnitStanding, now: Date): string {
  switch (submission?.state) {
    case 'submitted':
      return 'Danh sách đã đến cấp trên; dòng nào bị trả lại sẽ có lý do ở cột “Cần sửa”. Sửa dòng nào thì nộp lại cả danh sách.';
    case 'awaitingSignature':
      return 'Đang chờ thủ trưởng ký theo liên kết trong thư; chưa ký thì đầu mỗi tuần thủ trưởng nhận thư nhắc kèm liên kết mới. Ký xong danh sách mới đến cấp trên. Nếu sửa thêm, hãy nộp lại để thủ trưởng ký bản mới.';
    case 'sentBack':
      return `Thủ trưởng trả lại danh sách${reasonOf(currentVersion(submission).sentBackReason)}. Hãy sửa rồi nộp lại.`;
    case undefined:
      return (
        (isLate(deadline, now) ? 'Đã quá hạn; vẫn nộp được nhưng tính là trễ. ' : '') +
        (obligation.headSignOff
          ? 'Khi nộp, thủ trưởng nhận thư để ký; ký xong danh sách mới đến cấp trên.'
          : 'Khi nộp, danh sách đến thẳng cấp trên.')
      );
  }
}

const reasonOf = (reason: string | undefined): string => (reason ? `: “${reason}”` : '');
