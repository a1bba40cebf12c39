/** `gs mails`: mails that did not reach their readers, and what an administrator decides about each. */
import { userInfo } from 'node:os';
import type { QuotaView } from '../../functions/mailing/claim-mail.ts';
import { readMailTroubles } from '../../functions/mailing/mail-troubles.ts';
import { releaseMails, resendMail, type Settled, settleMail } from '../../functions/mailing/settle-mail.ts';
import type { MailTroubleLine, MailTroubles } from '../../functions/mails/digest-data.ts';
import { parseFlags, UsageError } from './usage.ts';
import { openGoogle, withKept } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- mails [--resend MÃ_THƯ | --settle MÃ_THƯ | --release ĐỊA_CHỈ] [--by TÊN] [--data THƯ_MỤC | --google]

  không có gì  xem các thư chưa đến tay người nhận: không rõ, không gửi được, bị trả về, đang giữ, đang chờ
  --resend     gửi lại một thư, với mã thư mới
  --settle     ghi là xong: đã hỏi người nhận, hoặc không cần gửi nữa
  --release    cho gửi lại đến một địa chỉ đã trả thư về, kể cả các thư đang giữ
  --by         tên người quyết định, được ghi vào sổ (mặc định: tên đăng nhập máy)
  --data       thư mục của bản chạy thử trên máy này (mặc định .data)
  --google     trên Google thật: cần các biến môi trường của bản triển khai

Mỗi việc làm được ghi thêm vào sổ xử lý thư, không sửa, không xóa.`;

const flags = {
  resend: { type: 'string' },
  settle: { type: 'string' },
  release: { type: 'string' },
  by: { type: 'string' },
  data: { type: 'string', default: '.data' },
  google: { type: 'boolean', default: false },
} as const;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  if (positionals.length > 0) throw new UsageError(`Không hiểu “${positionals.join(' ')}”.\n\n${help}`);
  const { resend, settle, release } = values;
  if ([resend, settle, release].filter((one) => one !== undefined).length > 1)
    throw new UsageError('Mỗi lần chỉ làm một việc: --resend, --settle hoặc --release.');
  const by = (values.by ?? userInfo().username).trim();
  if (by === '') throw new UsageError('Sau --by hãy ghi tên người quyết định, ví dụ: --by "Phạm Thu Hà"');
  const work = async (world: QuotaView): Promise<void> => {
    const context = { ...world, by };
    if (resend !== undefined) tell(await resendMail(context, resend));
    else if (settle !== undefined) tell(await settleMail(context, settle));
    else if (release !== undefined) tell(await releaseMails(context, release));
    else process.stdout.write(toText(await readMailTroubles(world)));
  };
  if (values.google) await work(googleWorld());
  else await withKept(values.data, ({ services }) => work(services));
}

function googleWorld(): QuotaView {
  const { store, config } = openGoogle();
  return {
    store,
    clock: { now: () => new Date() },
    mailer: { sender: config.MAIL_SENDER },
    settings: { mailDailyLimit: config.MAIL_DAILY_LIMIT },
  };
}

function tell({ ok, message }: Settled): void {
  if (!ok) throw new Error(message);
  process.stdout.write(`${message}\n`);
}

const titles: Record<'uncertain' | 'failed' | 'bounced' | 'held', string> = {
  uncertain: 'KHÔNG RÕ ĐÃ ĐẾN HAY CHƯA',
  failed: 'KHÔNG GỬI ĐƯỢC',
  bounced: 'BỊ TRẢ VỀ',
  held: 'ĐANG GIỮ LẠI',
};

const toLines = ({ key, to, subject, words, createdAt }: MailTroubleLine): string =>
  `${key}  ${to}  ${createdAt}\n  ${subject}${words === '' ? '' : `\n  ${words}`}\n`;

export function toText(troubles: MailTroubles): string {
  const sections = (Object.keys(titles) as (keyof typeof titles)[])
    .filter((name) => troubles[name].length > 0)
    .map((name) => `${titles[name]} (${troubles[name].length})\n${troubles[name].map(toLines).join('')}`);
  const { count, oldest } = troubles.waiting;
  if (count > 0) sections.push(`ĐANG CHỜ ĐẾN LƯỢT: ${count} thư, thư lâu nhất từ ${oldest}\n`);
  return sections.length === 0 ? 'Không có thư nào cần xử lý.\n' : sections.join('\n');
}
