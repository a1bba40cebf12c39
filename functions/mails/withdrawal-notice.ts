/** Tells the head of a unit that an exemplar of theirs is no longer on the public page: who, what, why, when. */
import { facts, paragraph, quote } from './blocks.ts';
import type { MailContent, WithdrawalNoticeData } from './data.ts';
import { toContent } from './layout.ts';
import { inSubject, moment, say, sayLong } from './wording.ts';

export const renderWithdrawalNotice = (data: WithdrawalNoticeData, key: string): MailContent =>
  toContent({
    subject: `Đã gỡ công khai: ${inSubject(data.name)} (${inSubject(data.unitName)})`,
    title: 'Một gương đã được gỡ khỏi trang công khai',
    recipientName: data.headName,
    body: [
      paragraph(
        say`Xin báo Ông/Bà: gương sau đây do ${data.unitName} giới thiệu đã được gỡ khỏi danh sách công khai.`,
      ),
      facts([
        ['Gương', say`${data.name}`],
        ['Nội dung', say`${data.title}`],
        ['Gỡ lúc', moment(data.withdrawnAt, data.plan)],
        ['Thực hiện', say`${data.by}`],
      ]),
      paragraph('Lý do:'),
      quote(sayLong`${data.reason}`),
      paragraph(
        say`Hồ sơ và các ý kiến thẩm định vẫn được lưu. Nếu cần trao đổi thêm, xin Ông/Bà liên hệ ${data.by}.`,
      ),
    ],
    plans: [data.plan],
    key,
  });
