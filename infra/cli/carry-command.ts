/** `gs carry`: takes last period's recognised exemplars over into a new plan, by an explicit act of an administrator. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginsAfter, type Carry, periodAfter } from '../../functions/domain/carry-over.ts';
import { formOfPeriod, formsOf } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { stampedRows, type Workbook } from '../../functions/domain/workbook.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { paths } from '../../functions/records.ts';
import { keptIn, moveOn } from '../local/runtime/data-folder.ts';
import { type CarryRequest, decideCarry, saveCarried } from '../provision/carry-plan.ts';
import { toTemplateInput } from '../xlsx/unit-template.ts';
import { carryLines } from './carry-lines.ts';
import { parseFlags, periodOf, planNames, planOf, requireFlags, UsageError } from './usage.ts';
import { openGoogle, withLocal } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- carry --from MÃ --to MÃ [--units MÃ,MÃ…] [--heir CŨ=MỚI]… [--dry-run] [--data THƯ_MỤC | --google]

  --from, --to   ${planNames} (ca-mau-2026 là kế hoạch mẫu, chưa cơ quan nào ban hành)
  --from-period  kỳ đã xong, hoặc cả một năm (mặc định: năm cuối của kế hoạch --from)
  --period       kỳ mới (mặc định: kỳ đầu tiên của kế hoạch --to sau kỳ đã xong)
  --units        chỉ mang gương của các đơn vị cũ này
  --heir         nêu đơn vị kế thừa khi văn bản không nêu, hoặc khi đơn vị cũ bị chia: --heir 956=31843
  --dry-run      chỉ xem, không ghi gì
  --out          nơi ghi tệp Excel cho đơn vị đã có bảng (mặc định: thư mục hiện tại)
  --data         thư mục của bản chạy thử trên máy này (mặc định .data); mang sang xong, thư mục chuyển sang kế hoạch mới
  --google       trên Google thật: cần các biến môi trường của bản triển khai

Chỉ mang gương đã được duyệt, chưa gỡ. Chưa dựng bảng tính thì lệnh provision ghi sẵn các dòng vào tab mới; đơn vị đã có tab thì
nhận tệp Excel, vì tab đã giao là của đơn vị. Gương chỉ thành hồ sơ của kỳ mới khi đơn vị nộp lại và thủ trưởng ký; ý kiến đồng ý
công khai phải hỏi lại. Chạy lại lần nữa không làm thay đổi gì.`;

const flags = {
  from: { type: 'string' },
  to: { type: 'string' },
  'from-period': { type: 'string' },
  period: { type: 'string' },
  units: { type: 'string' },
  heir: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  out: { type: 'string' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseFlags<typeof flags>>['values'];

interface World {
  store: DocumentStore;
  by: string;
  now: Date;
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  if (positionals.length > 0) throw new UsageError(`Không hiểu “${positionals.join(' ')}”.\n\n${help}`);
  requireFlags(values, ['from', 'to']);
  const presets = { from: planOf(values.from), to: planOf(values.to) };
  const data = values.data ?? '.data';
  if (values.google) {
    const { store, config } = openGoogle();
    await carry({ store, by: config.TASK_ACCOUNT, now: new Date() }, presets, values);
    return;
  }
  const kept = keptIn(data);
  if (!kept)
    throw new UsageError(
      `Thư mục “${data}” chưa có bản chạy thử nào. Hãy ghi --data là thư mục đang giữ kế hoạch ${presets.from.number}.`,
    );
  const request = await withLocal({ ...kept, data }, ({ store, workspace }) =>
    carry({ store, by: 'quantri@vidu.vn', now: workspace.clock.now() }, presets, values),
  );
  if (request !== undefined)
    moveOn(data, {
      plan: request.to.plan.id,
      period: request.to.period,
      units: request.to.plan.id === kept.plan ? kept.units : null,
    });
}

/** What was ordered, once it is done; undefined when nothing was to be done. */
async function carry(
  { store, by, now }: World,
  presets: { from: Plan; to: Plan },
  values: Values,
): Promise<CarryRequest | undefined> {
  const request = await readRequest(store, presets, values, by);
  const { from, to } = request;
  const isDry = values['dry-run'] === true;
  const carries = await decideCarry(store, request, now);
  print(
    `Từ ${from.plan.number} (${request.period}) sang ${to.plan.number} (${to.period})${isDry ? ': xem trước, chưa ghi gì' : ''}`,
  );
  for (const line of carryLines(carries, from.tree)) print(line);
  if (isDry) return undefined;
  // Files first: after a stop between the two the order can be given again.
  const isForNewTabs = await writeFiles(store, request, carries, values.out ?? '.');
  if (!(await saveCarried(store, carries)))
    throw new Error('Có người vừa mang sang cùng lúc. Hãy chạy lại lệnh này: phần đã ghi không ghi lần nữa.');
  const isMoved = carries.some(({ outcome }) => outcome !== 'stays');
  if (isForNewTabs)
    print(
      `Bước tiếp: npm run gs -- provision --plan ${to.plan.id} --period ${to.period}${placeOf(values)} (ghi sẵn dòng vào tab mới)`,
    );
  return isMoved ? request : undefined;
}

/** The next command has to work where this one did. */
const placeOf = ({ data, google }: Pick<Values, 'data' | 'google'>): string =>
  google ? ' --google' : data === undefined ? '' : ` --data ${/\s/.test(data) ? `"${data}"` : data}`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Every fault of the order at once. */
async function readRequest(
  store: DocumentStore,
  presets: { from: Plan; to: Plan },
  values: Values,
  by: string,
): Promise<CarryRequest> {
  const stored = await store.read<Plan>(paths.plan(presets.from.id));
  if (!stored)
    throw new UsageError(
      `Kế hoạch ${presets.from.number} chưa được dựng ở đây, nên chưa có gương nào để mang sang.`,
    );
  const from = { plan: stored.data, tree: toUnitTree(stored.data.units) };
  const plan = (await store.read<Plan>(paths.plan(presets.to.id)))?.data ?? presets.to;
  const period = values['from-period'] ?? from.plan.inForceTo.slice(0, 4);
  await refuseUnknownPeriod(store, from.plan, period);
  if (!formsOf(plan).includes('exemplar'))
    throw new UsageError(
      `--to: kế hoạch ${plan.number} không có danh sách gương, nên không nhận gương mang sang.`,
    );
  const to = { plan, tree: toUnitTree(plan.units), period: newPeriod(values.period, plan, period) };
  const named = (values.heir ?? []).map((text) => text.split('='));
  const units = values.units?.split(',').map((id) => id.trim());
  const faults = [
    ...(units ?? [])
      .filter((id) => !from.tree.get(id))
      .map(
        (id) =>
          `--units: kế hoạch ${from.plan.number} không có đơn vị “${id}”; hãy ghi mã đơn vị cũ, ví dụ 31813.`,
      ),
    ...named.flatMap((pair) => heirFaults(pair, from, to)),
  ];
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return {
    from,
    to,
    period,
    named: new Map(named.map(([old = '', heir = '']) => [old, heir])),
    by,
    ...(units ? { units: new Set(units) } : {}),
  };
}

/** A period of exemplars that stands here, or a year with all its months. */
async function refuseUnknownPeriod(store: DocumentStore, plan: Plan, period: string): Promise<void> {
  const workbooks = await store.list<Workbook>('workbooks', { where: { planId: plan.id } });
  const known = [...new Set(workbooks.map(({ data }) => data.period))]
    .filter((each) => formOfPeriod(each) === 'exemplar')
    .sort();
  if (known.some((each) => each === period || each.startsWith(`${period}-`))) return;
  const years = known.some((each) => each.includes('-')) ? ', hoặc cả một năm' : '';
  throw new UsageError(
    `--from-period “${period}”: ở đây kế hoạch ${plan.number} không có danh sách gương của kỳ này. ${known.length === 0 ? 'Chưa có kỳ nào.' : `Các kỳ đang có: ${known.join(', ')}${years}.`}`,
  );
}

function newPeriod(asked: string | undefined, plan: Plan, ended: string): string {
  const next = periodAfter(plan, ended);
  if (asked === undefined && next !== undefined) return next;
  const advice =
    next === undefined
      ? `Kế hoạch ${plan.number} không còn kỳ nào sau kỳ đó: hãy chọn kế hoạch khác ở --to.`
      : `Hãy ghi một kỳ bắt đầu sau kỳ đó, ví dụ --period ${next}.`;
  if (asked === undefined) throw new UsageError(`Gương mang từ kỳ ${ended}. ${advice}`);
  const period = periodOf(asked, plan);
  if (formOfPeriod(period) !== 'exemplar')
    throw new UsageError(`--period “${period}”: kỳ này không phải của danh sách gương. ${advice}`);
  if (!beginsAfter(period, ended))
    throw new UsageError(
      `--period “${period}”: gương chỉ mang sang kỳ sau, mà kỳ này không bắt đầu sau kỳ ${ended} đã xong. ${advice}`,
    );
  return period;
}

function heirFaults(
  [old = '', heir, ...more]: readonly string[],
  from: CarryRequest['from'],
  to: CarryRequest['to'],
): string[] {
  if (heir === undefined || more.length > 0)
    return [
      `--heir “${[old, heir, ...more].filter(Boolean).join('=')}”: hãy ghi MÃ_CŨ=MÃ_MỚI, ví dụ 956=31843.`,
    ];
  return [
    ...(from.tree.get(old) ? [] : [`--heir: kế hoạch ${from.plan.number} không có đơn vị “${old}”.`]),
    ...(to.tree.get(heir) ? [] : [`--heir: kế hoạch ${to.plan.number} không có đơn vị “${heir}”.`]),
  ];
}

/** For units that have their tab already, and for those with more than fit into a new one. True: some wait for a new tab. */
async function writeFiles(
  store: DocumentStore,
  { to: { plan, period } }: CarryRequest,
  carries: readonly Carry[],
  folder: string,
): Promise<boolean> {
  const workbooks = await store.list<Workbook>('workbooks', { where: { planId: plan.id, period } });
  const standing = new Set(workbooks.flatMap(({ data }) => data.tabs.flatMap(({ unitId }) => unitId ?? [])));
  const byUnit = Map.groupBy(
    carries.flatMap((one) => (one.outcome === 'carried' ? [one.dossier] : [])),
    ({ unitId }) => unitId,
  );
  for (const [unitId, unsorted] of byUnit) {
    const all = unsorted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const hasTab = standing.has(unitId);
    const carried = hasTab ? all : all.slice(stampedRows);
    const input = carried.length > 0 ? toTemplateInput(plan, period, unitId) : undefined;
    if (!input) continue;
    const { writeTemplate } = await import('../xlsx/template.ts');
    const file = join(folder, `${plan.id}-${period}-${unitId}-mang-sang.xlsx`);
    try {
      await writeFile(file, await writeTemplate({ ...input, carried }));
    } catch {
      throw new UsageError(`Không ghi được tệp “${file}”. Hãy xem thư mục có chưa, tệp có đang mở không.`);
    }
    print(
      `${input.unit.name} ${hasTab ? 'đã có bảng' : `có nhiều hơn ${stampedRows} gương`}: ${file}. Đơn vị chép những dòng còn muốn đăng ký vào bảng của mình.`,
    );
  }
  return [...byUnit.keys()].some((unitId) => !standing.has(unitId));
}
