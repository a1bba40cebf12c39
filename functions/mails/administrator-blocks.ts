/** What an administrator sees of mails that did not reach their readers: which, why, and what to do. For any mail to one. */
import { type Block, bullets, heading, type Item, item, paragraph } from './blocks.ts';
import type { MailTroubleLine, MailTroubles, PlanInfo } from './data.ts';
import { moment, say, sayLong } from './wording.ts';

type Listed = 'uncertain' | 'failed' | 'bounced' | 'held';

const sections: Record<Listed, { title: string; advice: string }> = {
  uncertain: {
    title: 'Không rõ đã đến hay chưa',
    advice:
      'Máy không tự gửi lại, để không ai nhận hai lần. Xin hỏi người nhận; nếu chưa đến thì gửi lại, nếu đã đến thì ghi là xong.',
  },
  failed: {
    title: 'Không gửi được',
    advice: 'Xin sửa theo lời máy chủ, rồi gửi lại từng thư.',
  },
  bounced: {
    title: 'Bị trả về',
    advice:
      'Xin sửa địa chỉ trong danh sách cán bộ. Thư sau gửi đến địa chỉ này được giữ lại cho đến khi dòng cán bộ được sửa.',
  },
  held: {
    title: 'Đang giữ lại vì địa chỉ đã trả thư về',
    advice:
      'Thư tự đi khi dòng cán bộ của địa chỉ được sửa. Nếu người phụ trách đã đổi sang địa chỉ khác, ghi là xong; thư mới sẽ đến địa chỉ mới.',
  },
};

/** More are told by the command. */
const shown = 30;

const commands =
  'Lệnh: npm run gs -- mails (xem tất cả), --resend MÃ_THƯ (gửi lại), --settle MÃ_THƯ (ghi là xong), --release ĐỊA_CHỈ (cho gửi lại đến địa chỉ).';

export const hasTroubles = ({ uncertain, failed, bounced, held, waiting }: MailTroubles): boolean =>
  waiting.count > 0 || [uncertain, failed, bounced, held].some((lines) => lines.length > 0);

export function mailTroubleBlocks(troubles: MailTroubles, plan: PlanInfo): Block[] {
  const listed = (Object.keys(sections) as Listed[]).flatMap((name) => section(name, troubles[name], plan));
  return [
    ...listed,
    ...waitingBlocks(troubles, plan),
    ...(listed.length > 0 ? [heading('Cách xử lý'), paragraph(commands)] : []),
  ];
}

function section(name: Listed, lines: readonly MailTroubleLine[], plan: PlanInfo): Block[] {
  if (lines.length === 0) return [];
  const { title, advice } = sections[name];
  const rest = lines.length - shown;
  const items = lines.slice(0, shown).map((line) => troubleItem(line, plan));
  return [
    heading(`${title} (${lines.length})`),
    paragraph(advice),
    bullets(rest > 0 ? [...items, item(`và ${rest} thư nữa`)] : items),
  ];
}

const troubleItem = ({ key, to, subject, words, createdAt }: MailTroubleLine, plan: PlanInfo): Item =>
  item(say`${to}`, [
    sayLong`“${subject}”`,
    words === '' ? '' : sayLong`Lời máy chủ: ${words}`,
    say`Lập lúc ${moment(createdAt, plan)}; mã thư ${key}`,
  ]);

function waitingBlocks({ waiting }: MailTroubles, plan: PlanInfo): Block[] {
  const { count, oldest, words } = waiting;
  if (count === 0) return [];
  return [
    heading(`Đang chờ đến lượt (${count})`),
    paragraph(
      say`${count} thư đang chờ, thư lâu nhất từ ${moment(oldest, plan)}. Thư chờ khi đã dùng hết số thư được gửi trong 24 giờ hoặc khi máy chủ hẹn lại; máy tự gửi tiếp, việc phải làm đi trước tin tức.`,
    ),
    ...(words === '' ? [] : [paragraph(sayLong`Lời máy chủ gần nhất: ${words}`)]),
  ];
}
