/** The staff list's door: an address that could become a header is refused by person and field, before anything is made. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../../../infra/cli/provision-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'guong-sang-staff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const person = { name: 'Trần Thị Mai', unitId: '95', role: 'clerk' };

it.each([
  'mai@vidu.vn\nBcc: ke.gian@vidu.vn',
  'mai@vidu.vn\r\n',
  'mai@vidu.vn\u2028',
  'mai@vidu.vn, lan@vidu.vn',
  'Mai <mai@vidu.vn>',
  '',
])('refuses the address %j', async (email) => {
  const file = join(folder, 'can-bo.json');
  const data = join(folder, 'du-lieu');
  writeFileSync(
    file,
    JSON.stringify([
      { ...person, email: 'lan@vidu.vn' },
      { ...person, email },
    ]),
  );
  const args = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--staff', file, '--data', data];
  await expect(run(args)).rejects.toThrow(/người thứ 2, email/);
  expect(existsSync(data)).toBe(false);
});

const faultsOf = async (content: string): Promise<string> => {
  const file = join(folder, 'sai.json');
  writeFileSync(file, content);
  const args = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--staff', file];
  return run([...args, '--data', join(folder, 'du-lieu')]).then(
    () => '',
    (error: Error) => error.message,
  );
};

it('tells every fault of the list with its field, what is there and an example', async () => {
  const right = { ...person, email: 'lan@vidu.vn' };
  const people = [
    { ...right, role: 'boss' },
    { ...right, unitId: 95, tuoi: 40 },
    { name: 'M', unitId: '95', role: 'head' },
    'Lan',
  ];
  const said = await faultsOf(JSON.stringify(people));
  for (const line of [
    'người thứ 1, role: đang ghi “boss”; hãy ghi một trong clerk, head, reviewer, scorer, admin, ví dụ "clerk"',
    'người thứ 2, unitId: đang ghi “95”; hãy ghi mã đơn vị trong kế hoạch, đặt trong ngoặc kép, ví dụ "31843"',
    'người thứ 2: không có mục “tuoi”; mỗi người chỉ có email, name, unitId, role',
    'người thứ 3, email: thiếu; hãy ghi một địa chỉ thư, ví dụ',
    'người thứ 3, name: đang ghi “M”; hãy ghi họ và tên, ví dụ',
    'người thứ 4: đang ghi “Lan”; hãy ghi như ví dụ {',
  ])
    expect(said).toContain(line);
  expect(said).not.toMatch(/[Ii]nvalid|expected/);
});

it('tells units that are not there and people who stand twice, at once', async () => {
  const right = { ...person, email: 'lan@vidu.vn' };
  const other = { ...right, name: 'Người Khác Hẳn', role: 'head' };
  const said = await faultsOf(JSON.stringify([right, { ...right, unitId: '000' }, right, other]));
  expect(said).toContain('người thứ 2, unitId: đang ghi “000” (lan@vidu.vn)');
  expect(said).toContain('người thứ 3: lan@vidu.vn (95, clerk) ghi hai lần, trước đó ở người thứ 1');
  expect(said).toContain('người thứ 4: lan@vidu.vn ở đây là “Người Khác Hẳn”, ở người thứ 1 là “');
});

it.each([
  ['', 'không phải là JSON'],
  ['email,name', 'bắt đầu bằng “email,name”'],
  ['{}', 'toàn tệp: đang ghi “{}”; hãy ghi một danh sách'],
  ['[]', 'toàn tệp: chưa có ai'],
])('shows for a file with “%s” how one looks', async (content, told) => {
  const said = await faultsOf(content);
  expect(said).toContain(told);
  expect(said).toContain('[{"email": "mai.tran@vidu.vn"');
});
