/** `gs mails` on a folder of a trial: shows what did not arrive, does what it is told, refuses what makes no sense. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { paths } from '../../../functions/records.ts';
import { help, run } from '../../../infra/cli/mails-command.ts';
import { aMail } from '../../support/mails.ts';
import { startOffice } from '../../support/office.ts';
import { keyOf } from '../../support/post-room.ts';

const [lost, refused] = [keyOf(1), keyOf(2)];
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'guong-sang-mails-'));
  const office = await startOffice({ data });
  const mails = [
    aMail({ key: lost, state: 'uncertain', owed: false, words: 'no answer' }),
    aMail({ key: refused, state: 'failed', owed: false, words: '554 5.7.1' }),
  ];
  await office.local.store.commit([
    { kind: 'create', path: paths.outbox(lost), data: mails[0]! },
    { kind: 'create', path: paths.outbox(refused), data: mails[1]! },
  ]);
  await office.close();
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** What the command prints. */
async function say(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    await run([...args, '--data', data]);
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

it('lists, settles, sends again, and then has nothing left to list', async () => {
  const shown = await say();
  for (const part of [
    'KHÔNG RÕ ĐÃ ĐẾN HAY CHƯA (1)',
    lost,
    'no answer',
    'KHÔNG GỬI ĐƯỢC (1)',
    refused,
    '554',
  ])
    expect(shown).toContain(part);
  expect(await say('--settle', lost, '--by', 'Phạm Thu Hà')).toContain('Đã ghi là xong');
  expect(await say('--resend', refused)).toContain('mã thư mới');
  await expect(say('--settle', lost)).rejects.toThrow('đã ghi là xong, không cần xử lý');
  expect(await say()).toBe('Không có thư nào cần xử lý.\n');
});

it.each<[string[], string]>([
  [['--settle', lost, '--resend', refused], 'Mỗi lần chỉ làm một việc'],
  [['--settle', 'abc'], 'Không có thư mã “abc”'],
  [['--release', 'ai@vidu.vn'], 'không bị giữ thư'],
  [['--settle', refused, '--by', ' '], 'Sau --by hãy ghi tên'],
  [['--xoa', lost], '--xoa'],
  [['thư'], 'Không hiểu “thư”'],
])('refuses %j with what to type instead', async (args, words) => {
  await expect(say(...args)).rejects.toThrow(words);
});

it('makes no trial where there is none', async () => {
  const nowhere = join(data, 'khong-co');
  await expect(run(['--data', nowhere])).rejects.toThrow('Không có thư mục');
  expect(help).toContain('--resend');
});
