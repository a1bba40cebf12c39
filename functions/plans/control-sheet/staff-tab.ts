/** The tab Cán bộ: who may act for which unit. The list is whole: who is not on it may no longer act. */
import type { Staff, StaffRole } from '../../domain/plan.ts';
import { compareKey } from '../../domain/text.ts';
import { clean, faultTwins, type ReadLine, type ReadLines } from './cells.ts';
import { type ControlTab, said } from './tab.ts';

export const roleWords: Readonly<Record<StaffRole, string>> = {
  clerk: 'Người lập',
  head: 'Thủ trưởng',
  reviewer: 'Người thẩm định',
  scorer: 'Giám khảo',
  admin: 'Quản trị',
};

export const roleOf = (word: string): StaffRole | undefined =>
  (Object.keys(roleWords) as StaffRole[]).find((role) => compareKey(roleWords[role]) === compareKey(word));

export const staffTab: ControlTab = {
  id: 'staff',
  sheetId: 5,
  title: 'Cán bộ',
  help: 'Mỗi dòng một người với một vai trò ở một đơn vị. Ai không còn trong danh sách thì mất quyền ngay.',
  identity: ['email', 'unitId', 'role'],
  counted: 'người',
  label: ({ name, email }) => `${name} (${email})`,
  columns: [
    {
      key: 'email',
      header: 'Thư điện tử',
      help: 'Địa chỉ đăng nhập tài khoản Google.',
      example: 'ten@coquan.gov.vn',
      type: 'text',
      reading: 'email',
      required: 'all',
      width: 260,
    },
    {
      key: 'name',
      header: 'Họ và tên',
      help: 'Viết đầy đủ.',
      example: 'Nguyễn Thị Hoa',
      type: 'text',
      min: 2,
      max: 100,
      required: 'all',
      width: 220,
    },
    {
      key: 'unitId',
      header: 'Mã đơn vị',
      help: 'Mã có ở tab Đơn vị.',
      example: '31813',
      type: 'text',
      reading: 'code',
      required: 'all',
      proposes: 'units',
      width: 110,
    },
    {
      key: 'role',
      header: 'Vai trò',
      help: 'Chọn vai trò.',
      example: roleWords.clerk,
      type: 'choice',
      choices: Object.values(roleWords),
      required: 'all',
      width: 150,
    },
    {
      key: 'confirm',
      header: 'Xác nhận số dòng',
      help: 'Chỉ khi thêm hoặc bớt nhiều người một lúc và được hỏi lại: ghi số dòng của tab này.',
      example: '128',
      type: 'integer',
      min: 1,
      max: 100_000,
      isLater: true,
      width: 130,
    },
  ],
  linesOf: ({ staff }) =>
    staff.map(({ email, name, unitId, role }) => said({ email, name, unitId, role: roleWords[role] })),
};

export function readStaffTab({ lines, fault, isReadable }: ReadLines, unitIds: ReadonlySet<string>): Staff[] {
  for (const line of lines) {
    const { unitId } = line.values;
    if (unitId !== undefined && !unitIds.has(String(unitId)))
      line.fault('unitId', 'unit-unknown', { value: unitId });
  }
  const whole = lines.filter(
    ({ values: { email, unitId, role } }) =>
      email !== undefined && unitId !== undefined && role !== undefined,
  );
  faultTwins(
    whole,
    ({ values }) => `${values.email} ${values.unitId} ${values.role}`,
    'email',
    'control-line-twice',
    ({ values }) => `${values.email}, ${values.unitId}, ${values.role}`,
  );
  faultSharedAddresses(whole);
  faultSeeingScorers(whole);
  const staff = whole.map(toStaff);
  const mayStillBe = lines.some(({ values, isRight }) => values.role === undefined || !isRight('role'));
  if (
    isReadable &&
    lines.length > 0 &&
    !mayStillBe &&
    !lines.some(({ values }) => values.role === roleWords.admin)
  )
    fault('admin-missing');
  return staff;
}

/** Mails greet by name, and what is signed bears it: an address is one person's, in however many units and roles. */
function faultSharedAddresses(lines: readonly ReadLine[]): void {
  const named = lines.filter(({ values }) => values.name !== undefined);
  for (const same of Map.groupBy(named, ({ values }) => values.email).values()) {
    const [first, ...others] = same as [ReadLine, ...ReadLine[]];
    const known = clean(first.values.name);
    for (const line of others) {
      const name = clean(line.values.name);
      if (compareKey(name) === compareKey(known)) continue;
      line.fault('email', 'staff-two-names', {
        email: clean(line.values.email),
        name,
        known,
        first: first.line,
      });
    }
  }
}

/** Whoever sees the desk's sheet sees what the other scorers gave together. */
function faultSeeingScorers(lines: readonly ReadLine[]): void {
  const scorer = roleWords.scorer;
  for (const line of lines) {
    const { email, unitId, role } = line.values;
    if (role !== scorer) continue;
    const other = lines.find(
      ({ values }) => values.email === email && values.unitId === unitId && values.role !== scorer,
    );
    if (other) line.fault('role', 'scorer-sees', { value: clean(email), role: clean(other.values.role) });
  }
}

const toStaff = ({ values }: ReadLine): Staff => ({
  email: String(values.email),
  name: clean(values.name),
  unitId: String(values.unitId),
  role: roleOf(String(values.role)) as StaffRole,
});
