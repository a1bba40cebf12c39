/** `gs provision`: a plan's workbooks for a period, on this machine or on Google. */
import type { Plan, Staff } from '../../functions/domain/plan.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readStaff } from '../../functions/records.ts';
import { keptIn } from '../local/runtime/data-folder.ts';
import { sampleStaff } from '../local/samples/people.ts';
import { withFewerUnits } from '../local/trial.ts';
import type { ProvisionReport } from '../provision/provision.ts';
import { provisionOffice, readControl } from '../provision/provision-office.ts';
import { staffFrom } from './staff-file.ts';
import { parseFlags, periodOf, planNames, planOf, requireFlags, UsageError } from './usage.ts';
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
  requireFlags(values, ['plan', 'period']);
  const plan = planOf(values.plan);
  const period = periodOf(values.period, plan);
  const report = values.google
    ? await provisionGoogle(plan, period, values.staff)
    : await provisionLocal(plan, period, values.staff, values.data ?? '.data');
  show(report);
}

async function provisionLocal(
  whole: Plan,
  period: string,
  staffFile: string | undefined,
  data: string,
): Promise<ProvisionReport> {
  const units = keptIn(data)?.units ?? undefined;
  const plan = units === undefined ? whole : withFewerUnits(whole, units);
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
