/** What the commands share: flags, plan and period from them, and the fault that is the caller's to mend. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isPeriodOf, periodAdvice } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { presets } from '../../functions/plans/index.ts';
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

export const planNames = Object.keys(presets).join(', ');

export function planOf(id: string | undefined): Plan {
  const preset = Object.hasOwn(presets, id ?? '') ? presets[id ?? ''] : undefined;
  if (!preset) throw new UsageError(`Không có kế hoạch “${id ?? ''}”. Hãy chọn: ${planNames}.`);
  const parsed = parsePlan(preset);
  if (!parsed.ok) throw new UsageError(`Kế hoạch có lỗi:\n${parsed.faults.join('\n')}`);
  return parsed.plan;
}

export function periodOf(text: string | undefined, plan: Plan): string {
  if (text === undefined || !isPeriodOf(plan, text))
    throw new UsageError(`--period “${text ?? ''}”: ${periodAdvice(plan)}`);
  return text;
}

export const notSetUp = (plan: Plan, period: string): UsageError =>
  new UsageError(
    `Kế hoạch ${plan.number} kỳ ${period} chưa được dựng ở đây. Hãy chạy trước: npm run gs -- provision --plan ${plan.id} --period ${period}`,
  );
