/** The mail about a request to mend or take down: who asks what, and the two days by which something must have happened. */
import { expect, it } from 'vitest';
import { aTakedown } from './cast.ts';
import { expectRendered } from './rendered.ts';

it('names the page, the asker, the wish and both clocks, and leads to the page', async () => {
  const { subject, text } = await expectRendered('takedownRequest', 'takedown-request', aTakedown());
  expect(subject).toContain('trả lời trước hết 07/03/2025');
  for (const words of ['Gỡ cả trang', '0912 345 678', '20/03/2025', 'DN-4F1C9A7E2B', 'Tôi rút lại sự đồng ý'])
    expect(text).toContain(words);
  expect(text).toContain('https://guong-sang.example/guong/nguyen-thi-hoa-k7f3m2q9ab');
});
