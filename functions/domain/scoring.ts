/** How a plan marks its units at the year's end: the weights as data, and each weight in words for the legend. */

import { formOfPeriod, mainForm } from './period.ts';
import type { Plan } from './plan.ts';

/**
 * onTime: the list came in time. quota: it has as many exemplars as asked. chosen: taken by the level above. published:
 * shown to the public. late and returned take points away: for each step of delay, for each exemplar sent back.
 */
export type ScoreRule = 'onTime' | 'quota' | 'chosen' | 'published' | 'late' | 'returned';

interface Weight {
  id: string;
  /** Vietnamese name of the criterion. */
  label: string;
  /** The most it gives, or the most it takes away. */
  points: number;
}

export type ScoreWeight =
  | (Weight & { rule: 'onTime' | 'quota' })
  /** `each`: points for one exemplar. */
  | (Weight & { rule: 'chosen' | 'published' | 'returned'; each: number })
  /** `each`: points for one step of `days` calendar days that has begun. */
  | (Weight & { rule: 'late'; each: number; days: number });

export interface Scoring {
  /** Who says so: "đề xuất, Hội đồng quyết định". */
  note: string;
  weights: readonly ScoreWeight[];
}

/** Only lists on the plan's main form are marked. */
export const scoringFor = (plan: Plan, period: string): Scoring | undefined =>
  formOfPeriod(period) === mainForm(plan) ? plan.scoring : undefined;

const deductions: ReadonlySet<ScoreRule> = new Set(['late', 'returned']);

export const isDeduction = ({ rule }: Pick<ScoreWeight, 'rule'>): boolean => deductions.has(rule);

/** The best a unit can have. */
export const bestScore = ({ weights }: Scoring): number =>
  weights.filter((weight) => !isDeduction(weight)).reduce((sum, { points }) => sum + points, 0);

/** What a reader of the scoreboard must know of a criterion. */
export function howScored(weight: ScoreWeight): string {
  switch (weight.rule) {
    case 'onTime':
      return 'Đủ điểm khi danh sách (đã có chữ ký thủ trưởng nếu kế hoạch yêu cầu) nộp trong hạn hoặc trong hạn được gia hạn; để trống không bao giờ tính là đúng hạn.';
    case 'quota':
      return 'Đủ điểm khi đạt số lượng tối thiểu; chưa đạt thì tính theo tỷ lệ, làm tròn xuống. Không tính với báo cáo không có trường hợp.';
    case 'chosen':
      return `Mỗi gương được cấp trên chọn: ${weight.each} điểm. Không tính với báo cáo không có trường hợp.`;
    case 'published':
      return `Mỗi gương đang công khai: ${weight.each} điểm. Không tính với báo cáo không có trường hợp.`;
    case 'late':
      return `Mỗi ${weight.days > 1 ? `${weight.days} ngày` : 'ngày'} trễ (tính cả phần lẻ): trừ ${weight.each} điểm.`;
    case 'returned':
      return `Mỗi gương bị cấp trên trả lại: trừ ${weight.each} điểm.`;
  }
}
