/** The mail about a request to mend or take down: who asks what, the two last days, and the link to where it is dealt with. */
import { expect, it } from 'vitest';
import { renderMail } from '../../functions/mails/index.ts';
import { anOtherPage, aTakedown, key } from './cast.ts';
import { expectRendered } from './rendered.ts';

it('names the page, the asker, the wish and both last days, and leads to the page of the request', async () => {
  const { subject, text } = await expectRendered('takedownRequest', 'takedown-request', aTakedown());
  expect(subject).toContain('chậm nhất ngày 07/03/2025');
  expect(subject + text).not.toContain('trước hết');
  for (const words of ['Gỡ cả trang', 'Người được nêu tên', '20/03/2025', 'không phải nộp lại danh sách'])
    expect(text).toContain(words);
  expect(text).toContain('https://functions.example.vn/ticket?token=');
  expect(text).toContain('https://guong-sang.example/guong/nguyen-thi-hoa-k7f3m2q9ab');
});

it('names the other public pages of the exemplar', async () => {
  const data = aTakedown({ otherPages: [anOtherPage] });
  const { text } = await expectRendered('takedownRequest', 'takedown-request-others', data);
  for (const words of ['xem có phải gỡ cả không', 'năm 2024', anOtherPage.url]) expect(text).toContain(words);
});

it('says in its subject which request it is and what it wishes, so that two are not one thread', () => {
  const subjectOf = (code: string) =>
    renderMail('takedownRequest', aTakedown({ code, asked: 'Đề nghị gỡ ảnh' }), key).subject;
  expect(subjectOf('DN-4F1C9A7E2B')).toMatch(/^Đề nghị gỡ ảnh \(DN-4F1C9A7E2B\), trả lời chậm nhất ngày/);
  expect(subjectOf('DN-0000000000')).not.toBe(subjectOf('DN-4F1C9A7E2B'));
});

it('carries nothing by which the asker could be known to whoever it is forwarded to', () => {
  expect(Object.keys(aTakedown())).not.toContain('contact');
  expect(Object.keys(aTakedown())).not.toContain('text');
});
