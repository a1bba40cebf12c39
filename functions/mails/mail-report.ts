/** The administrator's mail of a morning: mails that did not reach their readers. Only on days when there are any. */
import { mailTroubleBlocks } from './administrator-blocks.ts';
import { paragraph } from './blocks.ts';
import type { MailContent, MailReportData, PlanInfo } from './data.ts';
import { toContent } from './layout.ts';
import { day } from './wording.ts';

const anyPlan: PlanInfo = { number: '', issuer: '', timeZone: 'Asia/Ho_Chi_Minh' };

export function renderMailReport(data: MailReportData, key: string): MailContent {
  const { uncertain, failed, bounced, held, waiting } = data.troubles;
  const open = [uncertain, failed, bounced, held].reduce((sum, lines) => sum + lines.length, 0);
  const title =
    open > 0 ? `${open} thư chưa đến tay người nhận` : `${waiting.count} thư đang chờ đến lượt gửi`;
  return toContent({
    subject: `Quản trị: ${title}`,
    title,
    recipientName: data.recipientName,
    body: [
      paragraph(`Tình hình gửi thư đến sáng ngày ${day(data.day)}:`),
      ...mailTroubleBlocks(data.troubles, data.plans[0] ?? anyPlan),
    ],
    plans: data.plans,
    key,
  });
}
