/** `gs template`: the .xlsx of one unit, for those without a Google account. */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { writeTemplate } from '../xlsx/template.ts';
import { toTemplateInput } from '../xlsx/unit-template.ts';
import { parseFlags, periodOf, planNames, planOf, requireFlags, UsageError } from './usage.ts';

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
  const { values, positionals } = parseFlags(args, flags, help);
  if (positionals.length > 0) throw new UsageError(`Không hiểu “${positionals.join(' ')}”.\n\n${help}`);
  requireFlags(values, ['plan', 'period', 'unit']);
  const plan = planOf(values.plan);
  const period = periodOf(values.period, plan);
  const unit = values.unit ?? '';
  const input = toTemplateInput(plan, period, unit);
  if (!input)
    throw new UsageError(
      `--unit “${unit}”: kế hoạch ${plan.number} kỳ ${period} không có đơn vị mã này phải nộp danh sách.`,
    );
  const ownName = `${plan.id}-${period}-${unit}.xlsx`;
  const file = values.out ?? ownName;
  if (extname(file).toLowerCase() !== '.xlsx')
    throw new UsageError(
      `--out “${file}”: tệp mẫu chỉ làm được dạng Excel; hãy ghi tên tệp kết thúc bằng .xlsx, ví dụ ${ownName}.`,
    );
  const content = await writeTemplate(input);
  try {
    await writeFile(file, content);
  } catch {
    throw new UsageError(
      `Không ghi được tệp “${file}”. Hãy xem thư mục có chưa, tệp có đang mở trong Excel không.`,
    );
  }
  process.stdout.write(`Đã ghi tệp mẫu của ${input.unit.name}: ${file}\n`);
}
