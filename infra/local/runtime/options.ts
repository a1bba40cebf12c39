/** What `npm start` and `npm run demo` are told: flags and environment, every fault at once. */
import { parseArgs } from 'node:util';
import { formOfPeriod, isPeriodOf, periodAdvice, periodOn } from '../../../functions/domain/period.ts';
import type { Plan } from '../../../functions/domain/plan.ts';
import { presets } from '../../../functions/plans/index.ts';
import { keptIn } from './data-folder.ts';
import { flagFault } from './flag-faults.ts';

export interface LocalOptions {
  plan: string;
  period: string;
  /** Leave the unit tabs blank. */
  empty: boolean;
  /** Folder that keeps the state; undefined keeps nothing. */
  data: string | undefined;
  /** Keep only so many units of a kind under each unit; absent keeps the whole plan. */
  units?: number;
  /** 'auto': the Firestore emulator when there is one, else the embedded store. */
  store: 'auto' | 'embedded';
  ports: { workspace: number; functions: number; listing: number; firestore: number };
}

/** The trial begins here, or in the last period of a plan that had ended by then. */
const firstDay = '2025-01-02';

/** With fewer communes a district cannot have the ten exemplars it owes. */
export const leastUnits = 3;

export type ParsedOptions = { ok: true; options: LocalOptions } | { ok: false; faults: string[] };

const defaults = {
  WORKSPACE_PORT: 8787,
  FUNCTIONS_PORT: 8080,
  LISTING_PORT: 5000,
  FIRESTORE_PORT: 8085,
} as const;

/** Of the flags that all have, for --help. */
export const flagHelp = `  --plan     ${Object.keys(presets).join(', ')} (mặc định kh-113-bac-lieu)
  --period   kỳ chính của kế hoạch, ví dụ 2025, hoặc 2025-01 với kế hoạch theo tháng
  --units    chỉ giữ bấy nhiêu đơn vị mỗi loại dưới mỗi đơn vị cấp trên, từ ${leastUnits} trở lên
  --data     thư mục giữ lại dữ liệu; thư mục đã có thì tự biết kế hoạch, kỳ và số đơn vị
  --store    auto: dùng Firestore emulator khi có; embedded: kho nhúng`;

/** What a command adds to the flags that all have. */
export interface Command {
  /** Its own flags, which it has taken out of the arguments already. */
  flags?: readonly string[];
  /** What it plays of a plan: the period it begins with, of the only form it can play, and how many units. */
  played?(plan: string): { period?: string; units?: number } | undefined;
}

export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  defaultStore: LocalOptions['store'],
  { flags = [], played }: Command = {},
): ParsedOptions {
  const faults: string[] = [];
  const values = parseFlags(args, flags, faults);
  // A folder says itself what it holds; a flag that says otherwise is refused when the folder is claimed.
  const standing = values.data === undefined ? undefined : keptIn(values.data);
  const plan = values.plan ?? standing?.plan ?? 'kh-113-bac-lieu';
  const kept = standing?.plan === plan ? standing : undefined;
  if (!Object.hasOwn(presets, plan))
    faults.push(`Không có kế hoạch “${plan}”. Hãy chọn một trong: ${Object.keys(presets).join(', ')}.`);
  const store = values.store ?? defaultStore;
  if (store !== 'auto' && store !== 'embedded') faults.push(`--store ${store}: hãy ghi auto hoặc embedded.`);
  const preset = Object.hasOwn(presets, plan) ? presets[plan] : undefined;
  const script = played?.(plan);
  const first = script?.period ?? (preset ? periodOn(preset, firstDay) : '');
  const period = values.period ?? kept?.period ?? first;
  const said = values.period !== undefined || !kept ? '--period' : `Thư mục “${values.data}” giữ kỳ`;
  // What stands in a folder can always be looked at, but only its own form can be played.
  if (preset && (script || period !== kept?.period))
    faults.push(...periodFaults(preset, period, formOfPeriod(first), said));
  const asked = values.units === undefined ? undefined : Number(values.units);
  const units = asked ?? (kept ? (kept.units ?? undefined) : script?.units);
  if (units !== undefined && !(Number.isInteger(units) && units >= leastUnits))
    faults.push(
      `--units ${values.units}: chỉ giữ bấy nhiêu đơn vị mỗi loại dưới mỗi đơn vị cấp trên; hãy ghi số nguyên từ ${leastUnits} trở lên.`,
    );
  const port = (name: keyof typeof defaults): number => {
    const text = environment[name];
    const number = Number(text ?? defaults[name]);
    if (!Number.isInteger(number) || number < 0 || number > 65_535)
      faults.push(`${name}=${text}: cổng phải là số nguyên từ 0 đến 65535.`);
    return number;
  };
  const ports = {
    workspace: port('WORKSPACE_PORT'),
    functions: port('FUNCTIONS_PORT'),
    listing: port('LISTING_PORT'),
    firestore: port('FIRESTORE_PORT'),
  };
  faults.push(...samePortFaults(ports, environment));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    options: {
      plan,
      period,
      empty: values.empty ?? false,
      data: values.data,
      ...(units === undefined ? {} : { units }),
      store: store as LocalOptions['store'],
      ports,
    },
  };
}

/** 0 is any free port; the emulator's own counts only where it is named, for mostly there is none. */
function samePortFaults(
  { workspace, functions, listing, firestore }: LocalOptions['ports'],
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const named: [setting: string, port: number][] = [
    ['WORKSPACE_PORT', workspace],
    ['FUNCTIONS_PORT', functions],
    ['LISTING_PORT', listing],
    ...(environment.FIRESTORE_PORT === undefined ? [] : [['FIRESTORE_PORT', firestore] as [string, number]]),
  ];
  const byPort = Map.groupBy(
    named.filter(([, port]) => port > 0),
    ([, port]) => port,
  );
  return [...byPort]
    .filter(([, same]) => same.length > 1)
    .map(
      ([port, same]) =>
        `${same.map(([setting]) => setting).join(' và ')} cùng là cổng ${port}; hãy ghi cho mỗi mục một cổng riêng, ví dụ ${same.map(([setting], index) => `${setting}=${port + index}`).join(' ')}`,
    );
}

/** A trial or demo begins with the lists of one form; those of other forms in the same time are set up with them. */
function periodFaults(plan: Plan, period: string, form: string, said: string): string[] {
  const advice = periodAdvice(plan, [form]);
  if (!isPeriodOf(plan, period)) return [`${said} ${period}: ${advice}`];
  if (formOfPeriod(period) === form) return [];
  return [`${said} ${period}, là kỳ của một biểu khác, được dựng cùng kỳ chính. Hãy ghi kỳ chính: ${advice}`];
}

function parseFlags(args: readonly string[], own: readonly string[], faults: string[]) {
  const options = {
    plan: { type: 'string' },
    period: { type: 'string' },
    empty: { type: 'boolean' },
    data: { type: 'string' },
    units: { type: 'string' },
    store: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    faults.push(flagFault(error, [...Object.keys(options).map((name) => `--${name}`), ...own]));
    return {};
  }
}
