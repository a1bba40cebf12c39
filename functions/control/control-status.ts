/** What the machine's own tabs of a control sheet say: the version in force, every fault, the mails of late. */
import { localDate } from '../domain/deadline.ts';
import type { Plan } from '../domain/plan.ts';
import { capital } from '../domain/text.ts';
import { addDays } from '../domain/working-days.ts';
import { openStates, stateWords } from '../mailing/mail-states.ts';
import { dayOfMail } from '../mailing/outbox.ts';
import { mailKindWords } from '../mails/kinds.ts';
import { endingSoon } from '../plans/control-sheet/lists.ts';
import {
  type LoggedMail,
  machineTabs,
  mailLogLines,
  toMailLog,
  toStatusTab,
} from '../plans/control-sheet/machine-tabs.ts';
import type { ControlProblem } from '../plans/control-sheet/problem.ts';
import type { MachineWrite, TabValues } from '../ports.ts';
import {
  type ControlRecord,
  type OutboxMail,
  type OwedProvisioning,
  type PlanVersion,
  paths,
  type StaffRecord,
} from '../records.ts';
import type { Services } from '../services.ts';
import { replaceTab } from '../workbooks/replace-tab.ts';

/** undefined when the tabs say it already. */
export async function controlStatusWrite(
  services: Services,
  { planId, version, since, wrongSince }: ControlRecord,
  problems: readonly ControlProblem[],
  tabs: readonly TabValues[],
  now: Date,
): Promise<MachineWrite | undefined> {
  const { store } = services;
  const plan = (await store.read<Plan>(paths.plan(planId)))?.data as Plan;
  const { timeZone } = plan;
  const owed = await store.read<OwedProvisioning>(paths.owedProvisioning(planId));
  const wanted = {
    status: toStatusTab({
      version,
      since: new Date(since),
      timeZone,
      problems,
      wrongSince: wrongSince === '' ? undefined : new Date(wrongSince),
      owed: owed ? owedLines(owed.data) : [],
      ending: endingSoon(plan.catalogues ?? [], localDate(now, timeZone)),
      history: await readHistory(services, planId, version),
    }),
    mails: toMailLog(await readMails(services, planId, now), timeZone),
  };
  const replace = (['status', 'mails'] as const).flatMap((id) =>
    replaceTab(tabs, machineTabs[id].sheetId, wanted[id]),
  );
  return replace.length > 0 ? { replace, append: [] } : undefined;
}

const owedLines = ({ planId, reasons, workbooks, refused }: OwedProvisioning): string[] => [
  ...reasons.map((reason) => `${reason}: chạy lại lệnh provision của kế hoạch ${planId}.`),
  ...(workbooks.length > 0
    ? [`Chia sẻ và quyền gõ của ${workbooks.length} bảng tính: hệ thống đang làm theo tab Cán bộ.`]
    : []),
  ...refused.map(
    (email) =>
      `Không chia sẻ được bảng tính cho ${email}: hãy ghi ở tab Cán bộ một địa chỉ dùng được với Google, hoặc để đơn vị điền tệp Excel.`,
  ),
];

const shownVersions = 20;

async function readHistory({ store }: Services, planId: string, version: number) {
  const numbers = Array.from({ length: Math.min(version, shownVersions) }, (_, index) => version - index);
  const stored = await store.readMany<PlanVersion>(
    numbers.map((number) => paths.planVersion(planId, number)),
  );
  return stored.flatMap((one) =>
    one ? [{ version: one.data.version, at: new Date(one.data.at), changes: one.data.changes }] : [],
  );
}

const mailDays = 31;

/** Day by day back from today until there are enough: those to people of this plan. */
async function readMails({ store }: Services, planId: string, now: Date): Promise<LoggedMail[]> {
  const staff = await store.list<StaffRecord>('staff', { where: { planId } });
  const people = new Set(staff.map(({ data }) => data.email));
  const mails: LoggedMail[] = [];
  for (let back = 0; back < mailDays && mails.length < mailLogLines; back += 1) {
    const day = addDays(dayOfMail(now), -back);
    const stored = await store.list<OutboxMail>('outbox', { where: { day } });
    for (const { data } of stored) if (people.has(data.to.toLowerCase())) mails.push(toLogged(data));
  }
  return mails;
}

const toLogged = ({ createdAt, to, kind, subject, state, words }: OutboxMail): LoggedMail => ({
  at: new Date(createdAt),
  to,
  kind: mailKindWords[kind],
  subject,
  state: [capital(stateWords[state]), ...(openStates.includes(state) ? ['cần người xem', words] : [])]
    .filter((part) => part !== '')
    .join('; '),
});
