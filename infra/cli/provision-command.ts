/** `gs provision`: a plan's workbooks for a period, on this machine or on Google. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type Plan, type Staff, staffRoles } from '../../functions/domain/plan.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readStaff } from '../../functions/records.ts';
import { sampleStaff } from '../local/samples/people.ts';
import type { ProvisionReport } from '../provision/provision.ts';
import { provisionOffice, readControl } from '../provision/provision-office.ts';
import { parseFlags, periodOf, planNames, planOf, UsageError } from './usage.ts';
import { openGoogle, trialListingUrl, withLocal } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- provision --plan MÃ --period KỲ [--staff TỆP] [--data THƯ_MỤC | --google]

  --plan     ${planNames}
  --period   2025, hoặc 2021-04 với kế hoạch theo tháng
  --staff    tệp JSON: [{"email","name","unitId","role":"clerk|head|reviewer|scorer|admin"}]; chỉ dùng lần đầu; về sau sửa ở tab Cán bộ của Sổ điều hành. Không có tệp thì giữ cán bộ đang có, hoặc dùng cán bộ hư cấu (chỉ ở bản chạy thử)
  --data     thư mục của bản chạy thử trên máy này (mặc định .data); xem bằng: npm start -- --data THƯ_MỤC
  --google   dựng trên Google thật: cần các biến môi trường của bản triển khai và quyền của tài khoản dịch vụ

Lần đầu còn dựng Sổ điều hành của kế hoạch; từ đó kế hoạch và cán bộ lấy theo sổ. Chạy lại lần nữa không làm thay đổi gì.`;

const flags = {
  plan: { type: 'string' },
  period: { type: 'string' },
  staff: { type: 'string' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  if (positionals.length > 0) throw new UsageError(`Không hiểu “${positionals.join(' ')}”.\n\n${help}`);
  const plan = planOf(values.plan);
  const period = periodOf(values.period, plan);
  const report = values.google
    ? await provisionGoogle(plan, period, values.staff)
    : await provisionLocal(plan, period, values.staff, values.data ?? '.data');
  show(report);
}

const staffSchema = z.array(
  z.strictObject({
    email: z.email(),
    name: z.string().trim().min(2),
    unitId: z.string().min(1),
    role: z.enum(staffRoles),
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
  const parsed = staffSchema.safeParse(content, { error: z.locales.vi().localeError });
  if (!parsed.success)
    throw new UsageError(`Tệp cán bộ “${file}” có lỗi:\n${parsed.error.issues.map(faultLine).join('\n')}`);
  const units = new Set(plan.units.map(({ id }) => id));
  const unknown = parsed.data.filter(({ unitId }) => !units.has(unitId));
  if (unknown.length > 0)
    throw new UsageError(
      `Tệp cán bộ “${file}” nhắc tới đơn vị không có trong kế hoạch: ${unknown.map(({ unitId, email }) => `${unitId} (${email})`).join(', ')}`,
    );
  const twice = parsed.data.filter((person, index) =>
    parsed.data.slice(0, index).some((other) => isSame(person, other)),
  );
  if (twice.length > 0)
    throw new UsageError(
      `Tệp cán bộ “${file}” ghi hai lần: ${twice.map(({ email, unitId, role }) => `${email} (${unitId}, ${role})`).join(', ')}`,
    );
  if (parsed.data.length === 0) throw new UsageError(`Tệp cán bộ “${file}” chưa có ai.`);
  return parsed.data;
}

const faultLine = ({ path, message }: z.core.$ZodIssue): string => {
  const [index, field] = path;
  const place =
    typeof index === 'number'
      ? `người thứ ${index + 1}${field === undefined ? '' : `, ${String(field)}`}`
      : 'toàn tệp';
  return `  ${place}: ${message}`;
};

const isSame = (a: Staff, b: Staff): boolean =>
  a.email.toLowerCase() === b.email.toLowerCase() && a.unitId === b.unitId && a.role === b.role;

async function provisionLocal(
  plan: Plan,
  period: string,
  staffFile: string | undefined,
  data: string,
): Promise<ProvisionReport> {
  const given = staffFile === undefined ? undefined : await staffFrom(staffFile, plan);
  return withLocal({ plan: plan.id, period, data }, async ({ store, google, workspace }) => {
    await refuseStaffFile(store, plan, staffFile);
    // Without a list, whoever is there stays; only a new folder gets invented staff.
    const known = await readStaff(store, { planId: plan.id });
    const kept = known.map(({ planId: _planId, ...person }): Staff => person);
    const staff = given ?? (kept.length > 0 ? kept : sampleStaff(plan.units, plan));
    return provisionOffice({
      store,
      admin: google.admin,
      plan,
      period,
      staff,
      listingUrl: trialListingUrl(),
      now: workspace.clock.now(),
    });
  });
}

async function provisionGoogle(
  plan: Plan,
  period: string,
  staffFile: string | undefined,
): Promise<ProvisionReport> {
  const { store, google, config } = openGoogle();
  await refuseStaffFile(store, plan, staffFile);
  const isStanding = (await readControl(store, plan.id)) !== undefined;
  const staff = isStanding ? [] : await staffFrom(staffFile, plan);
  const now = new Date();
  return provisionOffice({
    store,
    admin: google.admin,
    plan,
    period,
    staff,
    listingUrl: config.LISTING_URL,
    now,
  });
}

/** Two lists of people would overwrite each other: once the control sheet stands, it is the one. */
async function refuseStaffFile(store: DocumentStore, plan: Plan, file: string | undefined): Promise<void> {
  if (file !== undefined && (await readControl(store, plan.id)))
    throw new UsageError(
      `Kế hoạch ${plan.number} đã có Sổ điều hành: hãy sửa cán bộ ở tab “Cán bộ” của sổ đó rồi chạy lại lệnh này, không kèm --staff.`,
    );
}

const outcomes = { created: 'mới dựng', changed: 'đã bổ sung', unchanged: 'không đổi' } as const;

function show({ workbooks, changes }: ProvisionReport): void {
  for (const { title, outcome, spreadsheetId } of workbooks)
    process.stdout.write(`${outcomes[outcome].padEnd(11)} ${title}  ${spreadsheetId}\n`);
  process.stdout.write(
    changes === 0 ? 'Mọi thứ đã có sẵn, không có gì thay đổi.\n' : `${changes} thay đổi đã được ghi.\n`,
  );
}
