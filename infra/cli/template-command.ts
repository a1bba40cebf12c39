/** `gs template`: the .xlsx of one unit, for those without a Google account. */
import { writeFile } from 'node:fs/promises';
import { writeTemplate } from '../xlsx/template.ts';
import { toTemplateInput } from '../xlsx/unit-template.ts';
import { parseFlags, periodOf, planNames, planOf, UsageError } from './usage.ts';

export const help = `Cách dùng: npm run gs -- template --plan MÃ --period KỲ --unit MÃ_ĐƠN_VỊ [--out TỆP]

  --plan     ${planNames}
  --period   2025, hoặc 2021-04 với kế hoạch theo tháng
  --unit     mã đơn vị, ví dụ 31843
  --out      tên tệp .xlsx (mặc định: mã kế hoạch, kỳ và mã đơn vị)

Làm ra tệp Excel để đơn vị không có tài khoản Google điền; nhận lại bằng: npm run gs -- import TỆP`;

const flags = {
  plan: { type: 'string' },
  period: { type: 'string' },
  unit: { type: 'string' },
  out: { type: 'string' },
} as const;

export async function run(args: string[]): Promise<void> {
  const { values } = parseFlags(args, flags, help);
  const plan = planOf(values.plan);
  const period = periodOf(values.period, plan);
  const unit = values.unit ?? '';
  const input = toTemplateInput(plan, period, unit);
  if (!input)
    throw new UsageError(
      `--unit “${unit}”: kế hoạch ${plan.number} kỳ ${period} không có đơn vị mã này phải nộp danh sách.`,
    );
  const file = values.out ?? `${plan.id}-${period}-${unit}.xlsx`;
  await writeFile(file, await writeTemplate(input));
  process.stdout.write(`Đã ghi tệp mẫu của ${input.unit.name}: ${file}\n`);
}
