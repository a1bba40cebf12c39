/** The request to sign, read as wording; its link must survive every mail program. */
import { describe, expect, it } from 'vitest';
import { renderSignOffRequest } from '../../functions/mails/sign-off-request.ts';
import { aSignOffRequest, key, rows } from './cast.ts';
import { expectRendered } from './rendered.ts';

describe('sign-off request', () => {
  it('shows the list, the link and what signing means', async () => {
    const data = aSignOffRequest();
    const { subject, text } = await expectRendered('signOffRequest', 'sign-off-request', data);
    expect(subject).toContain('Xã Vĩnh Trạch');
    expect(text.split('\n')).toContain(data.link);
    expect(text).toContain('Mở liên kết chưa phải là ký');
    expect(text).toContain('chịu trách nhiệm về danh sách');
    expect(text).toContain('16:30 ngày 21/01/2025');
    for (const { name, title } of rows) expect(text).toMatch(new RegExp(`${name}.*\n.*${title}`));
  });

  it('says when the list is late', async () => {
    const data = aSignOffRequest({ daysLate: 1, submittedAt: '2025-01-15T01:00:00Z', attachment: null });
    const { text } = await expectRendered('signOffRequest', 'sign-off-request-late', data);
    expect(text).toContain('trễ 1 ngày');
  });

  it('says in its subject which sending it is, from the second on', async () => {
    const { subject, text } = await expectRendered(
      'signOffRequest',
      'sign-off-request-again',
      aSignOffRequest({ version: 2 }),
    );
    expect(subject).toBe('Mời ký danh sách năm 2025, nộp lại lần 2 (4 hồ sơ): Xã Vĩnh Trạch');
    expect(text).toContain('Lần 2, thay cho lần nộp trước');
    expect(renderSignOffRequest(aSignOffRequest(), key).subject).not.toContain('nộp lại');
  });

  it('shows every row of a long list, for the head answers for each', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ ...rows[0]!, name: `Người số ${index + 1}.` }));
    const { text, html } = renderSignOffRequest(aSignOffRequest({ rows: many }), key);
    for (const { name } of many) expect(text.includes(name) && html.includes(name)).toBe(true);
    // Gmail cuts a mail off at 102 kB.
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not a link', ''])('makes no link of %j', (link) => {
    const { text, html } = renderSignOffRequest(aSignOffRequest({ link }), key);
    expect(html).not.toContain('href');
    if (link !== '') expect(text).not.toContain(link);
  });

  it('keeps an address with odd characters in one piece', () => {
    const { text } = renderSignOffRequest(aSignOffRequest({ link: 'https://a.vn/k\u00ed\n\u202eb c' }), key);
    expect(text).toMatch(/^https:\/\/a\.vn\/k%C3%AD%E2%80%AEb%20c$/m);
  });
});
