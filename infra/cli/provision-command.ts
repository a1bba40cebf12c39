/** `gs provision`: a plan's workbooks for a period, on this machine or on Google. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import { sampleStaff } from '../local/samples/people.ts';
import { type ProvisionReport, provision } from './provision/provision.ts';
import { parseFlags, periodOf, planNames, planOf, UsageError } from './usage.ts';
import { openGoogle, withLocal } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- provision --plan MÃ --period KỲ [--staff TỆP] [--data THƯ_MỤC | --google]

  --plan     ${planNames}
  --period   2025, hoặc 2021-04 với kế hoạch theo tháng
  --staff    tệp JSON: [{"email","name","unitId","role":"clerk|head|reviewer|admin"}]; không có thì dùng cán bộ hư cấu (chỉ ở bản chạy thử)
  --data     thư mục của bản chạy thử trên máy này (mặc định .data); xem bằng: npm start -- --data THƯ_MỤC
  --google   dựng trên Google thật: cần các biến môi trường của bản triển khai và quyền của tài khoản dịch vụ

Chạy lại lần nữa không làm thay đổi gì.`;

const flags = {
  plan: { type: 'string' },
  period: { type: 'string' },
  staff: { type: 'string' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

export async function run(args: string[]): Promise<void> {
  const { values } = parseFlags(args, flags, help);
  const plan = planOf(values.plan);
  const period = periodOf(values.period);
  const report = values.google
    ? await provisionGoogle(plan, period, await staffFrom(values.staff, plan))
    : await provisionLocal(plan, period, values.staff, values.data ?? '.data');
  show(report);
}

const staffSchema = z.array(
  z.strictObject({
    email: z.email(),
    name: z.string().trim().min(2),
    unitId: z.string().min(1),
    role: z.enum(['clerk', 'head', 'reviewer', 'admin']),
  }),
);

async function staffFrom(file: string | undefined, plan: Plan): Promise<Staff[]> {
  if (file === undefined) throw new UsageError('Thiếu --staff TỆP: danh sách cán bộ của các đơn vị.');
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new UsageError(`Không đọc được tệp cán bộ “${file}”: tệp phải có và là JSON.`);
  }
  const parsed = staffSchema.safeParse(content);
  if (!parsed.success)
    throw new UsageError(
      `Tệp cán bộ “${file}” có lỗi:\n${parsed.error.issues.map(({ path, message }) => `  mục ${path.join(' › ')}: ${message}`).join('\n')}`,
    );
  const units = new Set(plan.units.map(({ id }) => id));
  const unknown = parsed.data.filter(({ unitId }) => !units.has(unitId));
  if (unknown.length > 0)
    throw new UsageError(
      `Tệp cán bộ “${file}” nhắc tới đơn vị không có trong kế hoạch: ${unknown.map(({ unitId, email }) => `${unitId} (${email})`).join(', ')}`,
    );
  return parsed.data;
}

async function provisionLocal(
  plan: Plan,
  period: string,
  staffFile: string | undefined,
  data: string,
): Promise<ProvisionReport> {
  const staff = staffFile === undefined ? sampleStaff(plan.units) : await staffFrom(staffFile, plan);
  return withLocal({ plan: plan.id, period, data }, ({ store, google }) =>
    provision({ store, admin: google.admin, plan, period, staff }),
  );
}

function provisionGoogle(plan: Plan, period: string, staff: Staff[]): Promise<ProvisionReport> {
  const { store, google } = openGoogle();
  return provision({ store, admin: google.admin, plan, period, staff });
}

const outcomes = { created: 'mới dựng', changed: 'đã bổ sung', unchanged: 'không đổi' } as const;

function show({ workbooks, changes }: ProvisionReport): void {
  for (const { title, outcome, spreadsheetId } of workbooks)
    process.stdout.write(`${outcomes[outcome].padEnd(11)} ${title}  ${spreadsheetId}\n`);
  process.stdout.write(
    changes === 0 ? 'Mọi thứ đã có sẵn, không có gì thay đổi.\n' : `${changes} thay đổi đã được ghi.\n`,
  );
}
