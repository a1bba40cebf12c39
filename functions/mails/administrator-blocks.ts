/** The digest's sections for administrators: mails that did not reach their readers, which, why, and what to do. */
import { type Block, bullets, heading, type Item, item, paragraph } from './blocks.ts';
import type { PlanInfo } from './data.ts';
import type { MailTroubleLine, MailTroubles } from './digest-data.ts';
import { moment, say, sayLong } from './wording.ts';

type Listed = 'uncertain' | 'failed' | 'bounced' | 'held';

const sections: Record<Listed, { title: string; advice: string }> = {
  uncertain: {
    title: 'Thư không rõ đã đến hay chưa',
    advice:
      'Máy không tự gửi lại, để không ai nhận hai lần. Xin hỏi người nhận; nếu chưa đến thì gửi lại, nếu đã đến thì ghi là xong.',
  },
  failed: {
    title: 'Thư không gửi được',
    advice: 'Xin sửa theo lý do ghi ở từng thư, rồi gửi lại.',
  },
  bounced: {
    title: 'Thư bị trả về',
    advice:
      'Xin sửa địa chỉ trong danh sách cán bộ. Thư sau gửi đến địa chỉ này được giữ lại cho đến khi dòng cán bộ được sửa.',
  },
  held: {
    title: 'Thư đang giữ lại vì địa chỉ đã trả thư về',
    advice:
      'Thư tự đi khi dòng cán bộ của địa chỉ được sửa. Nếu người phụ trách đã đổi sang địa chỉ khác, ghi là xong; thư mới sẽ đến địa chỉ mới.',
  },
};

/** More are told by the command. */
const shown = 30;

const commands =
  'Lệnh: npm run gs -- mails (xem tất cả), --resend MÃ_THƯ (gửi lại), --settle MÃ_THƯ (ghi là xong), --release ĐỊA_CHỈ (cho gửi lại đến địa chỉ).';

const notArrived = ({ uncertain, failed, bounced, held }: MailTroubles): number =>
  [uncertain, failed, bounced, held].reduce((sum, lines) => sum + lines.length, 0);

export const hasTroubles = (troubles: MailTroubles): boolean =>
  troubles.waiting.count > 0 || notArrived(troubles) > 0;

/** For the subject. */
export function troublesInShort(troubles: MailTroubles): string {
  const count = notArrived(troubles);
  return count > 0
    ? `${count} thư chưa đến tay người nhận`
    : `${troubles.waiting.count} thư đang chờ đến lượt gửi`;
}

export function mailTroubleBlocks(troubles: MailTroubles, plan: PlanInfo): Block[] {
  const listed = (Object.keys(sections) as Listed[]).flatMap((name) => section(name, troubles[name], plan));
  return [
    ...listed,
    ...waitingBlocks(troubles, plan),
    ...(listed.length > 0 ? [heading('Cách xử lý thư chưa đến nơi'), paragraph(commands)] : []),
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
    words === '' ? '' : sayLong`${words}`,
    say`Lập lúc ${moment(createdAt, plan)}; mã thư ${key}`,
  ]);

function waitingBlocks({ waiting }: MailTroubles, plan: PlanInfo): Block[] {
  const { count, oldest, words } = waiting;
  if (count === 0) return [];
  return [
    heading(`Thư đang chờ đến lượt (${count})`),
    paragraph(
      say`${count} thư đang chờ, thư lâu nhất từ ${moment(oldest, plan)}. Thư chờ khi đã dùng hết số thư được gửi trong 24 giờ hoặc khi máy chủ hẹn lại; máy tự gửi tiếp, việc phải làm đi trước tin tức.`,
    ),
    ...(words === '' ? [] : [paragraph(sayLong`${words}`)]),
  ];
}
