/** Tells at once that an exemplar is off the public page: the unit who, what, why, when; the desk above also by when to answer. */
import { facts, paragraph, quote } from './blocks.ts';
import type { MailContent, WithdrawalNoticeData } from './data.ts';
import { toContent } from './layout.ts';
import { otherPages } from './other-pages.ts';
import { day, inSubject, moment, say, sayLong } from './wording.ts';

const opening = ({ recipient, unitName }: WithdrawalNoticeData): string =>
  recipient.role === 'unit'
    ? say`Xin báo Ông/Bà: gương sau đây do ${unitName} giới thiệu đã được gỡ khỏi danh sách công khai.`
    : say`Xin báo Ông/Bà: gương sau đây của ${unitName}, thuộc phần Ông/Bà thẩm định, đã được gỡ khỏi danh sách công khai.`;

const next = ({ recipient, answerBy, by }: WithdrawalNoticeData): string =>
  recipient.role === 'unit'
    ? say`Hồ sơ và các ý kiến thẩm định vẫn được lưu. Nếu cần trao đổi thêm, xin Ông/Bà liên hệ ${by}.`
    : `Nếu việc gỡ là do có người đề nghị hoặc khiếu nại, xin trả lời người đó trong hai ngày làm việc, muộn nhất hết ngày ${day(answerBy)}. Hồ sơ và các ý kiến thẩm định vẫn được lưu.`;

export const renderWithdrawalNotice = (data: WithdrawalNoticeData, key: string): MailContent =>
  toContent({
    subject: `Đã gỡ công khai: ${inSubject(data.name)} (${inSubject(data.unitName)})`,
    title: 'Một gương đã được gỡ khỏi trang công khai',
    recipientName: data.recipient.name,
    body: [
      paragraph(opening(data)),
      facts([
        ['Gương', say`${data.name}`],
        ['Nội dung', say`${data.title}`],
        ['Gỡ lúc', moment(data.withdrawnAt, data.plan)],
        ['Thực hiện', say`${data.by}`],
        ['Thời hạn trả lời', data.recipient.role === 'desk' ? `Hết ngày ${day(data.answerBy)}` : ''],
      ]),
      paragraph('Lý do:'),
      quote(sayLong`${data.reason}`),
      paragraph('Trang công khai không còn hiện gương này chậm nhất năm phút sau giờ gỡ.'),
      ...otherPages(
        data.otherPages,
        'Gương này còn trang công khai khác, chưa gỡ. Nếu người được nêu rút lại sự đồng ý, xin gỡ cả:',
      ),
      paragraph(next(data)),
    ],
    plans: [data.plan],
    key,
  });
