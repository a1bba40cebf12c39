/** The receipt: what was received and when, as the clerk's proof; the head gets a copy. */
import { capital } from '../domain/text.ts';
import { type Block, bullets, button, facts, heading, item, listOf, paragraph } from './blocks.ts';
import type { MailContent, ReceiptData } from './data.ts';
import { toContent } from './layout.ts';
import {
  countsByKind,
  day,
  howMany,
  inSubject,
  moment,
  person,
  say,
  sayLong,
  timeliness,
} from './wording.ts';

/** "danh sách năm 2025"; an answer that there is nobody to name is no list. */
const whatOf = ({ rows, period }: ReceiptData): string =>
  rows.length === 0 ? say`báo cáo “Không có trường hợp” ${period}` : say`danh sách ${period}`;

const isCopy = (data: ReceiptData): boolean => data.recipient.role === 'head';

function opening(data: ReceiptData): string {
  const list = say`${whatOf(data)} của ${data.unitName}`;
  if (isCopy(data))
    return `Xin gửi Ông/Bà bản sao giấy báo nhận để biết: ${list}, do ${person(data.clerkName)} nộp, đã được ghi nhận.`;
  const isSender = data.recipient.name === data.clerkName;
  const sender = isSender ? 'Ông/Bà' : person(data.clerkName);
  return `Gương Sáng đã nhận ${list} do ${sender} nộp. Xin cảm ơn Ông/Bà.`;
}

export const paper = (attachment: ReceiptData['attachment']): string =>
  attachment ? say`Số ${attachment.documentNumber} ngày ${day(attachment.documentDate)}` : '';

/** "5 hồ sơ (2 cá nhân, 3 tập thể)". */
export const amount = (rows: ReceiptData['rows']): string =>
  rows.length === 0 ? capital(howMany(rows)) : `${howMany(rows)} (${countsByKind(rows)})`;

const received = (data: ReceiptData): Block =>
  facts([
    ['Số lượng', amount(data.rows)],
    ['Nộp lúc', `${moment(data.submittedAt, data.plan)}, ${timeliness(data)}`],
    ['Lần nộp', data.version > 1 ? `Lần ${data.version}, thay cho lần nộp trước` : ''],
    ['Nơi nhận', say`${data.parentName}`],
    ['Văn bản kèm theo', paper(data.attachment)],
  ]);

const warnings = (data: ReceiptData): Block[] =>
  data.warnings.length === 0
    ? []
    : [
        heading('Nên xem lại'),
        paragraph('Những điểm sau không cản trở việc nộp, nhưng nên xem lại:'),
        bullets(data.warnings.map((warning) => item(sayLong`${warning}`))),
      ];

function next(data: ReceiptData): string {
  if (!data.awaitsSignature)
    return say`Danh sách đã được chuyển đến ${data.parentName} để thẩm định. Nếu có dòng cần sửa, người lập sẽ được báo qua thư.`;
  return isCopy(data)
    ? say`Danh sách đang chờ Ông/Bà ký xác nhận; liên kết để ký được gửi trong một thư riêng. Sau khi ký, danh sách được chuyển đến ${data.parentName}.`
    : say`Danh sách đang chờ thủ trưởng đơn vị ký xác nhận. Sau khi ký, danh sách được chuyển đến ${data.parentName}.`;
}

const subject = (data: ReceiptData): string => {
  const late = data.daysLate > 0 ? [`trễ ${data.daysLate} ngày`] : [];
  const known = [...(data.rows.length > 0 ? [howMany(data.rows)] : []), ...late].join(', ');
  const opened = isCopy(data) ? 'Bản sao: đã nhận' : 'Đã nhận';
  return `${opened} ${inSubject(whatOf(data))}${known && ` (${known})`}: ${inSubject(data.unitName)}`;
};

export const renderReceipt = (data: ReceiptData, key: string): MailContent =>
  toContent({
    subject: subject(data),
    title: `Đã nhận ${whatOf(data)}`,
    recipientName: data.recipient.name,
    body: [
      paragraph(opening(data)),
      received(data),
      ...(data.rows.length > 0 ? [heading('Danh sách đã nộp'), listOf(data.rows)] : []),
      ...warnings(data),
      heading('Việc tiếp theo'),
      paragraph(next(data)),
      button(data.link, 'Mở trang tính của đơn vị'),
    ],
    plans: [data.plan],
    key,
  });
