/** What people were told over the whole year: every mail by kind, none twice, none owed, one digest a day. */
import { outbox, type Stage } from './stage.ts';

const mailNames: Record<string, string> = {
  receipt: 'Biên nhận nộp danh sách',
  signOffRequest: 'Xin chữ ký thủ trưởng',
  signedReceipt: 'Báo người lập: thủ trưởng đã ký',
  news: 'Tin kết quả cho thủ trưởng (có thể thôi nhận)',
  sentBack: 'Thủ trưởng trả lại',
  dailyDigest: 'Thư tổng hợp trong ngày (nhắc hạn, trả lại, kết quả)',
  withdrawalNotice: 'Báo gỡ công khai',
  takedownRequest: 'Đề nghị sửa, gỡ công khai',
  requestAnswer: 'Trả lời đề nghị của đơn vị',
};

export async function countMails(stage: Stage): Promise<void> {
  const mails = await outbox(stage);
  const byKind = Map.groupBy(mails, ({ kind }) => kind);
  for (const [kind, ofKind] of byKind) stage.say(`${mailNames[kind] ?? kind}: ${ofKind.length} thư`);
  const delivered = await stage.people.mailbox();
  const keys = delivered
    .map(({ text }) => /Mã thư: ([\w-]+)/.exec(text)?.[1])
    .filter((key) => key !== undefined);
  stage.expect(new Set(keys).size === keys.length, `${keys.length} thư đã đến nơi, không thư nào hai lần`);
  stage.expect(
    mails.every(({ state }) => state === 'sent'),
    'không thư nào còn nợ, hỏng hoặc không rõ',
  );
  const perDay = new Map<string, number>();
  for (const { kind, to, createdAt } of mails)
    if (kind === 'dailyDigest') {
      const day = `${to} ${new Date(Date.parse(createdAt) + 7 * 3_600_000).toISOString().slice(0, 10)}`;
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
  stage.expect(Math.max(0, ...perDay.values()) <= 1, 'mỗi người nhiều nhất một thư tổng hợp mỗi ngày');
}
