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
