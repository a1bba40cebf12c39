/** What the commands share: flags, plan and period from them, and the fault that is the caller's to mend. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isPeriodOf, periodAdvice, periodOn } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { presets } from '../../functions/plans/index.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { flagFault } from '../local/runtime/flag-faults.ts';

/** A fault that is the caller's to mend. */
export class UsageError extends Error {}

export function parseFlags<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  help: string,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${flagFault(error, known)}\n\n${help}`);
  }
}

/** What a flag may say; where one depends on the plan, by that plan. */
function exampleOf(flag: string, plan: Plan): string {
  const unit = plan.units.find(({ kind }) => kind === plan.obligations[0]?.unitKind);
  const period = periodOn(plan, plan.inForceTo);
  const examples: Record<string, string> = {
    plan: `${plan.id}; các kế hoạch: ${planNames}`,
    period,
    unit: `${unit?.id} (${unit?.name})`,
    out: `tong-hop-${period}.xlsx`,
    from: 'kh-113-bac-lieu',
    to: 'ca-mau-2026',
  };
  return `--${flag} ${examples[flag]}`;
}

/** Every flag without which the order cannot be done, at once. */
export function requireFlags(values: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0) return;
  const plan = presets[String(values.plan)] ?? kh113BacLieu;
  throw new UsageError(
    missing.map((name) => `Thiếu --${name}: hãy ghi thêm, ví dụ ${exampleOf(name, plan)}`).join('\n'),
  );
}

export const planNames = Object.keys(presets).join(', ');

export function planOf(id: string | undefined): Plan {
  requireFlags({ plan: id }, ['plan']);
  const preset = Object.hasOwn(presets, id ?? '') ? presets[id ?? ''] : undefined;
  if (!preset) throw new UsageError(`Không có kế hoạch “${id ?? ''}”. Hãy chọn: ${planNames}.`);
  const parsed = parsePlan(preset);
  if (!parsed.ok) throw new UsageError(`Kế hoạch có lỗi:\n${parsed.faults.join('\n')}`);
  return parsed.plan;
}

export function periodOf(text: string | undefined, plan: Plan): string {
  requireFlags({ plan: plan.id, period: text }, ['period']);
  if (text === undefined || !isPeriodOf(plan, text))
    throw new UsageError(`--period “${text ?? ''}”: ${periodAdvice(plan)}`);
  return text;
}

export const notSetUp = (plan: Plan, period: string): UsageError =>
  new UsageError(
    `Kế hoạch ${plan.number} kỳ ${period} chưa được dựng ở đây. Hãy xem đã ghi đúng --plan, --period, --data chưa; nếu chưa dựng, hãy chạy trước: npm run gs -- provision --plan ${plan.id} --period ${period}`,
  );
