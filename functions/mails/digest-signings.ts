/** The digest's section on lists that wait for a signature: to the head with a new link, to the clerk with what can be done. */
import { type Block, bullets, heading, type Item, item, linkTo, paragraph } from './blocks.ts';
import type { DailyDigestData, SigningLine } from './digest-data.ts';
import { moment, person, planName, say } from './wording.ts';

const about = ({ plan, period, unitName }: SigningLine): string => JSON.stringify([plan, period, unitName]);

/** Somebody who is clerk and head is asked to sign, and told nothing besides. */
export function signings({ signings: all }: DailyDigestData): { head: SigningLine[]; clerk: SigningLine[] } {
  const head = all.filter(({ isForHead }) => isForHead);
  const own = new Set(head.map(about));
  return { head, clerk: all.filter((line) => !line.isForHead && !own.has(about(line))) };
}

const lead = ({ unitName, plan, period }: SigningLine): string =>
  say`${unitName} – ${planName(plan)}, ${period}`;

const waiting = (line: SigningLine): string =>
  `nộp lúc ${moment(line.submittedAt, line)}, đã chờ ký ${line.workingDaysWaited} ngày làm việc`;

const headItem = (line: SigningLine): Item =>
  item(
    lead(line),
    [
      `Danh sách do ${person(line.clerkName)} ${waiting(line)}; chưa ký thì cấp trên chưa nhận được.`,
      line.isFirstLinkOver ? 'Liên kết trong thư mời ký lúc đó đã hết hạn; xin dùng liên kết mới này.' : '',
      `Liên kết dùng được đến ${moment(line.expiresAt, line)} và dành riêng cho Ông/Bà.`,
    ],
    linkTo(line.link, 'Xem và ký'),
  );

const clerkItem = (line: SigningLine): Item =>
  item(
    lead(line),
    [
      `Danh sách ${waiting(line)}; cấp trên chưa nhận được.`,
      line.headNames.length === 0
        ? 'Đơn vị chưa có thủ trưởng trong danh sách cán bộ nên chưa ai ký được; xin báo người quản trị.'
        : `${line.isFirstLinkOver ? 'Liên kết ký trong thư lúc đó đã hết hạn. ' : ''}Thư sáng nay gửi ${line.headNames.map(person).join('; ')} có liên kết ký mới. Nếu thủ trưởng không nhận được thư, xin báo người quản trị xem lại địa chỉ.`,
    ],
    linkTo(line.link, 'Mở trang tính'),
  );

export function signingsSection(data: DailyDigestData): Block[] {
  const { head, clerk } = signings(data);
  return [
    ...(head.length === 0
      ? []
      : [
          heading(`Danh sách chờ Ông/Bà ký (${head.length})`),
          bullets(head.map(headItem)),
          paragraph(
            'Nếu chưa ký được, xin trả lại người lập kèm lý do cũng tại trang đó; ký hoặc trả lại rồi thì không nhắc nữa.',
          ),
        ]),
    ...(clerk.length === 0
      ? []
      : [heading(`Danh sách chờ thủ trưởng ký (${clerk.length})`), bullets(clerk.map(clerkItem))]),
  ];
}
