/** `gs carry`: takes last period's recognised exemplars over into a new plan, by an explicit act of an administrator. */
import {
  beginsAfter,
  type Carry,
  endedWith,
  periodAfter,
  type Realm,
} from '../../functions/domain/carry-over.ts';
import { formOfPeriod, formsOf } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import type { Workbook } from '../../functions/domain/workbook.ts';
import type { DocumentStore, Sheets } from '../../functions/ports.ts';
import { paths, readDossiers } from '../../functions/records.ts';
import { keptIn, moveOn } from '../local/runtime/data-folder.ts';
import { type LeftRows, readLeftRows } from '../provision/carried-left.ts';
import { type CarryRequest, decideCarry, saveCarried } from '../provision/carry-plan.ts';
import { makeCarryFiles, saveCarryFiles } from './carry-files.ts';
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
  --overwrite    ghi đè tệp Excel cùng tên đã có nội dung khác
  --data         thư mục của bản chạy thử trên máy này (mặc định .data); mang sang xong, thư mục chuyển sang kế hoạch mới
  --google       trên Google thật: cần các biến môi trường của bản triển khai

Chỉ mang gương đã được duyệt, chưa gỡ. Chưa dựng bảng tính thì lệnh provision ghi sẵn các dòng vào tab mới; đơn vị đã có tab thì
nhận tệp Excel, vì tab đã giao là của đơn vị. Gương chỉ thành hồ sơ của kỳ mới khi đơn vị nộp lại và thủ trưởng ký; ý kiến đồng ý
công khai phải hỏi lại. Chạy lại lần nữa không làm thay đổi gì; tệp của một đơn vị luôn có mọi gương đã mang sang mà bảng của đơn vị
chưa có, nên mất tệp thì chạy lại là có.`;

const flags = {
  from: { type: 'string' },
  to: { type: 'string' },
  'from-period': { type: 'string' },
  period: { type: 'string' },
  units: { type: 'string' },
  heir: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  out: { type: 'string' },
  overwrite: { type: 'boolean' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseFlags<typeof flags>>['values'];

interface World {
  store: DocumentStore;
  sheets: Sheets;
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
    const { store, google, config } = openGoogle();
    await carry({ store, sheets: google.sheets, by: config.TASK_ACCOUNT, now: new Date() }, presets, values);
    return;
  }
  const kept = keptIn(data);
  if (!kept)
    throw new UsageError(
      `Thư mục “${data}” chưa có bản chạy thử nào. Hãy ghi --data là thư mục đang giữ kế hoạch ${presets.from.number}.`,
    );
  const request = await withLocal({ ...kept, data }, ({ store, services, workspace }) =>
    carry(
      { store, sheets: services.sheets, by: 'quantri@vidu.vn', now: workspace.clock.now() },
      presets,
      values,
    ),
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
  { store, sheets, by, now }: World,
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
  const left = await readLeft({ store, sheets }, to, carries);
  // Files first: after a stop between the two the order can be given again.
  const folder = values.out ?? '.';
  const files = await makeCarryFiles(to.plan, to.period, left, folder, values.overwrite === true);
  await saveCarryFiles(files, folder);
  for (const { line } of files) print(line);
  if (!(await saveCarried(store, carries)))
    throw new Error('Có người vừa mang sang cùng lúc. Hãy chạy lại lệnh này: phần đã ghi không ghi lần nữa.');
  const isMoved = carries.some(({ outcome }) => outcome !== 'stays');
  if (left.some(({ hasTab }) => !hasTab))
    print(
      `Bước tiếp: npm run gs -- provision --plan ${to.plan.id} --period ${to.period}${placeOf(values)} (ghi sẵn dòng vào tab mới)`,
    );
  return isMoved ? request : undefined;
}

/** Of the units that the order is about: what they were given now and ever, and did not send again. */
async function readLeft(
  { store, sheets }: Pick<World, 'store' | 'sheets'>,
  { plan, period }: CarryRequest['to'],
  carries: readonly Carry[],
): Promise<LeftRows[]> {
  const moved = carries.flatMap((one) => (one.outcome === 'stays' ? [] : [one]));
  const units = new Set(moved.map(({ dossier }) => dossier.unitId));
  const stored = await readDossiers(store, { planId: plan.id, period, status: 'carried' });
  const waiting = [
    ...stored.map(({ data }) => data).filter(({ unitId }) => units.has(unitId)),
    ...moved.flatMap(({ outcome, dossier }) => (outcome === 'carried' ? [dossier] : [])),
  ];
  return readLeftRows({ store, sheets }, plan.id, period, waiting);
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
    ...(units ?? []).flatMap((id) => unitFaults('--units', id, from, 'mã đơn vị cũ')),
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
  if (known.some((each) => endedWith(period, each))) return;
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
      `--heir “${[old, heir, ...more].filter(Boolean).join('=')}”: hãy ghi MÃ_CŨ=MÃ_MỚI, ví dụ ${exampleUnit(from)?.id}=${exampleUnit(to)?.id}.`,
    ];
  return [
    ...unitFaults('--heir', old, from, 'mã đơn vị cũ'),
    ...unitFaults('--heir', heir, to, 'mã đơn vị kế thừa'),
  ];
}

/** One that sends exemplars, so that it can be an heir, or have something to carry. */
function exampleUnit({ plan, tree }: Realm): Unit | undefined {
  const kinds = plan.obligations.filter(({ form }) => form === 'exemplar').map(({ unitKind }) => unitKind);
  return tree.units.find(({ kind, validTo }) => validTo === undefined && kinds.includes(kind));
}

function unitFaults(flag: string, id: string, realm: Realm, what: string): string[] {
  if (realm.tree.get(id)) return [];
  const example = exampleUnit(realm);
  const advice = example ? `; hãy ghi ${what}, ví dụ ${example.id} (${example.name})` : '';
  return [`${flag}: kế hoạch ${realm.plan.number} không có đơn vị “${id}”${advice}.`];
}
