/** The request to the head of a unit: the list as submitted, and one link that leads to signing but does not sign. */
import { type Block, button, facts, heading, listOf, paragraph } from './blocks.ts';
import type { MailContent, SignOffRequestData } from './data.ts';
import { toContent } from './layout.ts';
import { amount, paper } from './receipt.ts';
import { howMany, inSubject, moment, person, say, timeliness } from './wording.ts';

const opening = (data: SignOffRequestData): string =>
  say`Danh sách ${data.period} của ${data.unitName} đã được lập xong. Kính mời Ông/Bà xem và ký xác nhận để danh sách được chuyển đến ${data.parentName}.`;

/** Told apart in the mailbox: of several, the newest is the one to sign. */
const again = ({ version }: SignOffRequestData): string => (version > 1 ? `, nộp lại lần ${version}` : '');

const submitted = (data: SignOffRequestData): Block =>
  facts([
    ['Đơn vị', say`${data.unitName}`],
    ['Người lập', person(data.clerkName)],
    ['Số lượng', amount(data.rows)],
    ['Nộp lúc', `${moment(data.submittedAt, data.plan)}, ${timeliness(data)}`],
    ['Lần nộp', data.version > 1 ? `Lần ${data.version}, thay cho lần nộp trước` : ''],
    ['Văn bản kèm theo', paper(data.attachment)],
  ]);

const signing = (data: SignOffRequestData): Block[] => [
  heading('Về việc ký'),
  paragraph(
    'Mở liên kết chưa phải là ký: Ông/Bà xem lại danh sách trên trang, rồi mới bấm xác nhận. Khi ký, Ông/Bà chịu trách nhiệm về danh sách, tức về kết quả xét chọn, giới thiệu của đơn vị.',
  ),
  paragraph('Nếu danh sách chưa đúng, cũng tại trang đó, Ông/Bà trả lại người lập kèm một câu nêu lý do.'),
  button(data.link, 'Xem và ký'),
  paragraph(
    `Liên kết dùng được đến ${moment(data.expiresAt, data.plan)} và dành riêng cho Ông/Bà; xin không chuyển tiếp thư này. Danh sách chưa ký thì đầu mỗi tuần có thư nhắc kèm liên kết mới.`,
  ),
];

export const renderSignOffRequest = (data: SignOffRequestData, key: string): MailContent =>
  toContent({
    subject: `Mời ký danh sách ${inSubject(data.period)}${again(data)} (${howMany(data.rows)}): ${inSubject(data.unitName)}`,
    title: say`Mời Ông/Bà ký danh sách ${data.period}`,
    recipientName: data.headName,
    body: [
      paragraph(opening(data)),
      submitted(data),
      ...(data.rows.length > 0 ? [heading('Danh sách trình ký'), listOf(data.rows)] : []),
      ...signing(data),
    ],
    plans: [data.plan],
    key,
  });
