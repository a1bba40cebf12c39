/** `gs tickets` on a folder of a trial: the requests that wait, in turn, and one by the code its asker reads out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { settle, type Ticket } from '../../../functions/domain/ticket.ts';
import { answer } from '../../../functions/domain/ticket-course.ts';
import { paths } from '../../../functions/records.ts';
import { help, run } from '../../../infra/cli/tickets-command.ts';
import { smallPlan, startOffice } from '../../support/office.ts';

const contact = '0912 345 678';
const aTicket = (given: Partial<Ticket>): Ticket => ({
  code: 'DN-0000000001',
  planId: smallPlan.id,
  dossierId: '2025-31843-001',
  unitId: '31843',
  parentId: '956',
  key: 'abcdefghjk',
  wish: 'remove',
  asker: 'self',
  contact,
  text: 'Tôi rút lại sự đồng ý công khai',
  receivedAt: '2025-01-02T03:00:00.000Z',
  answerBy: '2025-01-06',
  settleBy: '2025-01-17',
  state: 'open',
  history: [{ at: '2025-01-02T03:00:00.000Z', action: 'open', by: '' }],
  ...given,
});

const by = 'nguoilap.31843@vidu.vn';
const junk = aTicket({ code: 'DN-0000000000', wish: 'correct', asker: 'other' });
const person = aTicket({ code: 'DN-FFFFFFFFFF' });
const declined = settle(
  aTicket({ code: 'DN-1111111111' }),
  { by, ending: 'declined', words: 'Không phải người được nêu' },
  new Date('2025-01-03T02:00:00Z'),
);
const done = answer(
  { ...declined, code: 'DN-2222222222' },
  { by, words: 'Đã gọi điện' },
  new Date('2025-01-03T02:30:00Z'),
);
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'guong-sang-tickets-'));
  const office = await startOffice({ data });
  const writes = [junk, person, declined, done].map(
    (ticket) => ({ kind: 'create', path: paths.ticket(ticket.code), data: ticket }) as const,
  );
  await office.local.store.commit(writes);
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

it('lists what waits in turn, the ended whose answer is owed last, and nobody’s words or telephone', async () => {
  const shown = await say();
  expect(shown.match(/DN-\w{10}/g)).toEqual([person.code, junk.code, declined.code]);
  for (const part of ['Xã Ninh Hòa', 'trả lời chậm nhất ngày 06/01/2025', 'đã kết thúc: Không làm theo'])
    expect(shown).toContain(part);
  for (const text of [shown, await say('dn 1111111111')]) {
    expect(text).not.toContain(contact);
    expect(text).not.toContain(person.text);
  }
  expect(await say('--plan', 'kh-99-ha-noi')).toBe('Không có đề nghị nào đang chờ.\n');
});

it('finds one by its code, however it is typed, with all that was done', async () => {
  for (const typed of ['DN-2222222222', 'dn 2222222222', '2222222222']) {
    const shown = await say(typed);
    for (const part of ['Kết thúc: Không làm theo', by, 'Không phải người được nêu', 'Đã gọi điện'])
      expect(shown).toContain(part);
  }
});

it.each([
  [['DN-9999999999'], 'Không có đề nghị mã “DN-9999999999”'],
  [['../plans/x'], 'Không có đề nghị mã'],
  [['DN-1', 'DN-2'], 'thừa “DN-2”'],
])('refuses %j and says what to type', async (args, words) => {
  await expect(say(...args)).rejects.toThrow(words);
  expect(help).toContain('--google');
});
