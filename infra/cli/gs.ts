/** `npm run gs -- …`: what an administrator does from a command line. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { createFirestore, createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import { parseConfig } from '../../functions/config.ts';
import { isPeriod } from '../../functions/domain/period.ts';
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import { createGoogleServices } from '../../functions/google-services.ts';
import { presets } from '../../functions/plans/index.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { quietLog } from '../local/runtime/console-log.ts';
import { startLocal } from '../local/runtime/local.ts';
import { sampleStaff } from '../local/samples/people.ts';
import { trialStart } from '../local/trial.ts';
import { type ProvisionReport, provision } from './provision/provision.ts';

const help = `Cách dùng: npm run gs -- provision --plan MÃ --period KỲ [--staff TỆP] [--data THƯ_MỤC | --google]

  --plan     ${Object.keys(presets).join(', ')}
  --period   2025, hoặc 2021-04 với kế hoạch theo tháng
  --staff    tệp JSON: [{"email","name","unitId","role":"clerk|head|reviewer|admin"}]; không có thì dùng cán bộ hư cấu (chỉ ở bản chạy thử)
  --data     thư mục của bản chạy thử trên máy này (mặc định .data); xem bằng: npm start -- --data THƯ_MỤC
  --google   dựng trên Google thật: cần các biến môi trường của bản triển khai và quyền của tài khoản dịch vụ

Chạy lại lần nữa không làm thay đổi gì.`;

const staffSchema = z.array(
  z.strictObject({
    email: z.email(),
    name: z.string().trim().min(2),
    unitId: z.string().min(1),
    role: z.enum(['clerk', 'head', 'reviewer', 'admin']),
  }),
);

/** A fault that is the caller's to mend. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = parse(process.argv.slice(2));
  const [command] = positionals;
  if (command === undefined || command === 'help' || values.help) {
    process.stdout.write(`${help}\n`);
    return;
  }
  if (command !== 'provision') throw new UsageError(`Không có lệnh “${command}”.\n\n${help}`);
  const plan = planOf(values.plan);
  const period = values.period ?? '';
  if (!isPeriod(period))
    throw new UsageError(`--period “${period}”: hãy ghi năm, ví dụ 2025, hoặc tháng, ví dụ 2021-04.`);
  const report = values.google
    ? await provisionGoogle(plan, period, await staffFrom(values.staff, plan))
    : await provisionLocal(plan, period, values.staff, values.data ?? '.data');
  show(report);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        plan: { type: 'string' },
        period: { type: 'string' },
        staff: { type: 'string' },
        data: { type: 'string' },
        google: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}

function planOf(id: string | undefined): Plan {
  const preset = presets[id ?? ''];
  if (!preset)
    throw new UsageError(`Không có kế hoạch “${id ?? ''}”. Hãy chọn: ${Object.keys(presets).join(', ')}.`);
  const parsed = parsePlan(preset);
  if (!parsed.ok) throw new UsageError(`Kế hoạch có lỗi:\n${parsed.faults.join('\n')}`);
  return parsed.plan;
}

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
  const local = await startLocal({
    options: {
      plan: plan.id,
      period,
      empty: true,
      data,
      store: 'auto',
      ports: { workspace: 0, functions: 0, listing: 0, firestore: 0 },
    },
    rulesFile: fileURLToPath(new URL('../firestore.rules', import.meta.url)),
    startAt: trialStart(period),
    log: quietLog,
  });
  try {
    return await provision({ store: local.store, admin: local.google.admin, plan, period, staff });
  } finally {
    await local.close();
  }
}

async function provisionGoogle(plan: Plan, period: string, staff: Staff[]): Promise<ProvisionReport> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new UsageError(`Thiếu hoặc sai biến môi trường:\n${parsed.faults.join('\n')}`);
  const { config } = parsed;
  const google = createGoogleServices({
    robot: config.TASK_ACCOUNT,
    mailSender: config.MAIL_SENDER,
    senderName: config.MAIL_SENDER_NAME,
    delegator: config.MAIL_DELEGATOR,
  });
  const store = createFirestoreStore(createFirestore({ projectId: config.GOOGLE_CLOUD_PROJECT }));
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

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
