/** The answer to a request, read as wording. */
import { expect, it } from 'vitest';
import { aRequestAnswer } from './cast.ts';
import { expectRendered } from './rendered.ts';

it('says what was asked, what was decided, why, by whom and when', async () => {
  const data = aRequestAnswer();
  const { subject, text } = await expectRendered('requestAnswer', 'request-answer', data);
  expect(subject).toBe('Trả lời “Gia hạn” của Xã Vĩnh Trạch: Đồng ý, nộp đến hết ngày 17/01/2025');
  for (const part of [data.asked, data.decision, data.answer, data.answeredBy, '10:20 ngày 13/01/2025'])
    expect(text).toContain(part);
});

it('says why a request was not granted', async () => {
  const { subject, text } = await expectRendered(
    'requestAnswer',
    'request-answer-refused',
    aRequestAnswer({ decision: 'Không đồng ý', answer: 'Các xã cùng cụm đã nộp đúng hạn.' }),
  );
  expect(subject).toContain('Không đồng ý');
  expect(text).toContain('Các xã cùng cụm đã nộp đúng hạn.');
});

it('reads the same for a difficulty, which is answered in words alone', async () => {
  await expectRendered(
    'requestAnswer',
    'request-answer-difficulty',
    aRequestAnswer({
      kind: 'Vướng mắc',
      asked: 'Chưa có kinh phí in tài liệu tuyên truyền.',
      decision: 'Đã trả lời',
      answer: 'Sử dụng quỹ thi đua, khen thưởng của xã theo hướng dẫn của Sở Tài chính.',
    }),
  );
});
