/** Tells the clerk that the head has signed: who, when, and the hash by which the signed content can be known again. */
import { button, facts, heading, listOf, paragraph } from './blocks.ts';
import type { MailContent, SignedReceiptData } from './data.ts';
import { toContent } from './layout.ts';
import { amount } from './receipt.ts';
import { inSubject, moment, person, say } from './wording.ts';

export const renderSignedReceipt = (data: SignedReceiptData, key: string): MailContent =>
  toContent({
    subject: `Thủ trưởng đã ký danh sách ${inSubject(data.period)}: ${inSubject(data.unitName)}`,
    title: say`Danh sách ${data.period} đã được ký`,
    recipientName: data.clerkName,
    body: [
      paragraph(
        say`Danh sách ${data.period} của ${data.unitName} đã được ký xác nhận và chuyển đến ${data.parentName} để thẩm định.`,
      ),
      facts([
        ['Người ký', person(data.signedName)],
        ['Ký lúc', moment(data.signedAt, data.plan)],
        ['Số lượng', amount(data.rows)],
        ['Mã nội dung đã ký', say`${data.snapshotId}`],
      ]),
      paragraph(
        'Mã nội dung được tính từ chính những gì đã ký: sửa một chữ thì mã khác đi. Xin giữ thư này để đối chiếu khi cần.',
      ),
      ...(data.rows.length > 0 ? [heading('Danh sách đã ký'), listOf(data.rows)] : []),
      button(data.link, 'Mở trang tính của đơn vị'),
    ],
    plans: [data.plan],
    key,
  });
