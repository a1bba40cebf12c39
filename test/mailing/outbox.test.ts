/** A mail is owed once for one thing to one person; a wrong address keeps nobody else's mail back and is not lost silently. */
import { expect, it } from 'vitest';
import { oweMail } from '../../functions/mailing/outbox.ts';
import type { OutboxMail } from '../../functions/records.ts';
import { aDigest, aDuty, aReceipt, aResult } from '../mails/cast.ts';

const now = new Date('2025-01-08T01:00:00.000Z');
const mailOf = (owed: ReturnType<typeof oweMail>): OutboxMail =>
  ('data' in owed.write ? owed.write.data : {}) as OutboxMail;
const owe = (to: string, about = ['a']) => oweMail('receipt', to, about, aReceipt(), now);

it('is one document for one kind, person and thing, and another for another', () => {
  expect(owe('lan@vidu.vn').write.path).toBe(owe('lan@vidu.vn').write.path);
  const others = [owe('mai@vidu.vn'), owe('lan@vidu.vn', ['b']), owe('lan@vidu.vn', ['a', 'b'])];
  expect(new Set([owe('lan@vidu.vn'), ...others].map(({ key }) => key)).size).toBe(4);
});

it('begins owed, unclaimed, with the rank of its kind', () => {
  expect(mailOf(owe('Lan@Vidu.vn'))).toMatchObject({
    to: 'lan@vidu.vn',
    state: 'pending',
    owed: true,
    priority: 'urgent',
    topic: '',
    transport: '',
  });
  const digest = (data: Parameters<typeof aDigest>[0]) =>
    mailOf(oweMail('dailyDigest', 'lan@vidu.vn', ['a'], aDigest(data), now));
  expect(digest({ coming: [aDuty()] })).toMatchObject({ priority: 'daily', topic: '' });
  expect(digest({ results: [aResult()] })).toMatchObject({ priority: 'news', topic: 'news' });
});

it.each(['lan@vidu.vn\r\nBcc: x@y.vn', 'lan', 'a@x.vn, b@x.vn', ''])(
  'is kept as failed, for the administrator to see, when the address is %j',
  (to) => {
    const { state, owed, words } = mailOf(owe(to));
    expect({ state, owed }).toEqual({ state: 'failed', owed: false });
    expect(words).toContain('Hãy sửa trong danh sách cán bộ');
  },
);

it('has one line of subject, whatever people typed into what it tells', () => {
  const data = aReceipt({ unitName: 'Xã A\r\nBcc: x@y.vn\u2028', period: 'năm\n2025' });
  const { subject } = mailOf(oweMail('receipt', 'lan@vidu.vn', ['a'], data, now));
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
});
