/** The staff file of `gs provision --staff`: people, or every fault with what stands there and what to write instead. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type Plan, type Staff, staffRoles } from '../../functions/domain/plan.ts';
import { compareKey, echo } from '../../functions/domain/text.ts';
import { UsageError } from './usage.ts';

const staffSchema = z.array(
  z.strictObject({
    email: z.email(),
    name: z.string().trim().min(2),
    unitId: z.string().min(1),
    role: z.enum(staffRoles),
  }),
);

const fields: Record<string, string> = {
  email: 'một địa chỉ thư, ví dụ "mai.tran@vidu.vn"',
  name: 'họ và tên, ví dụ "Trần Thị Mai"',
  unitId: 'mã đơn vị trong kế hoạch, đặt trong ngoặc kép, ví dụ "31843"',
  role: `một trong ${staffRoles.join(', ')}, ví dụ "clerk"`,
};

const person = '{"email": "mai.tran@vidu.vn", "name": "Trần Thị Mai", "unitId": "31843", "role": "clerk"}';

export async function staffFrom(file: string | undefined, plan: Plan): Promise<Staff[]> {
  if (file === undefined)
    throw new UsageError(
      `Thiếu --staff: danh sách cán bộ của các đơn vị, ví dụ --staff can-bo.json với nội dung [${person}]`,
    );
  const content = await readJson(file);
  const parsed = staffSchema.safeParse(content);
  const faults = parsed.success
    ? staffFaults(parsed.data, plan)
    : parsed.error.issues.flatMap((issue) => faultLines(issue, content));
  if (faults.length > 0)
    throw new UsageError(`Tệp cán bộ “${file}” có lỗi:\n${faults.map((line) => `  ${line}`).join('\n')}`);
  return parsed.data as Staff[];
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`Không đọc được tệp cán bộ “${file}”. Hãy xem đã ghi đúng tên tệp chưa.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `Tệp cán bộ “${file}” không phải là JSON, tệp bắt đầu bằng “${echo(text, 40)}”. Hãy ghi như ví dụ này: [${person}]`,
    );
  }
}

function faultLines(issue: z.core.$ZodIssue, content: unknown): string[] {
  const [index, field] = issue.path;
  const there = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown>)[key],
    content,
  );
  if (typeof index !== 'number')
    return [`toàn tệp: ${shown(there)}; hãy ghi một danh sách trong ngoặc vuông, ví dụ [${person}]`];
  const place = `người thứ ${index + 1}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${place}: không có mục “${echo(key)}”; mỗi người chỉ có ${Object.keys(fields).join(', ')}`,
    );
  const wanted = field === undefined ? `như ví dụ ${person}` : fields[String(field)];
  return [`${place}${field === undefined ? '' : `, ${String(field)}`}: ${shown(there)}; hãy ghi ${wanted}`];
}

const shown = (value: unknown): string =>
  value === undefined
    ? 'thiếu'
    : `đang ghi “${echo(typeof value === 'string' ? value : JSON.stringify(value))}”`;

/** Of people whose fields are right, one by one. */
function staffFaults(people: readonly Staff[], plan: Plan): string[] {
  if (people.length === 0) return [`toàn tệp: chưa có ai; hãy ghi ít nhất một người, ví dụ [${person}]`];
  const units = new Set(plan.units.map(({ id }) => id));
  const [example] = plan.units;
  return people.flatMap((one, index) => {
    const { email, unitId, role } = one;
    const before = people.slice(0, index);
    const earlier = before.findIndex((other) => isSame(one, other));
    const namesake = before.findIndex(
      (other) => sameAddress(one, other) && compareKey(one.name) !== compareKey(other.name),
    );
    return [
      ...(units.has(unitId)
        ? []
        : [
            `người thứ ${index + 1}, unitId: đang ghi “${echo(unitId)}” (${email}), đơn vị không có trong kế hoạch; hãy ghi mã đơn vị, ví dụ "${example?.id}" (${example?.name})`,
          ]),
      ...(earlier === -1
        ? []
        : [
            `người thứ ${index + 1}: ${email} (${unitId}, ${role}) ghi hai lần, trước đó ở người thứ ${earlier + 1}; hãy bỏ một`,
          ]),
      ...(namesake === -1
        ? []
        : [
            `người thứ ${index + 1}: ${email} ở đây là “${echo(one.name)}”, ở người thứ ${namesake + 1} là “${echo(people[namesake]?.name ?? '')}”; mỗi địa chỉ là của một người, hãy ghi địa chỉ riêng hoặc cùng một họ tên`,
          ]),
    ];
  });
}

const sameAddress = (a: Staff, b: Staff): boolean => a.email.toLowerCase() === b.email.toLowerCase();

const isSame = (a: Staff, b: Staff): boolean =>
  sameAddress(a, b) && a.unitId === b.unitId && a.role === b.role;
