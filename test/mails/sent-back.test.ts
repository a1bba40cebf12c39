/** The head's words to the clerk, read as wording. */
import { describe, expect, it } from 'vitest';
import { renderSentBack } from '../../functions/mails/sent-back.ts';
import { aSentBack, key } from './cast.ts';
import { expectRendered } from './rendered.ts';

describe('sent back', () => {
  it('quotes the head and says what to do', async () => {
    const data = aSentBack();
    const { text, html } = await expectRendered('sentBack', 'sent-back', data);
    expect(text).toContain(`“${data.reason}”`);
    expect(html).toContain(`“${data.reason}”`);
    expect(text).toContain(data.link);
  });

  it('keeps a long sentence and puts its lines into one', () => {
    const reason = `${'Xin xem lại từng gương. '.repeat(20)}\r\nHết.`;
    expect(renderSentBack(aSentBack({ reason }), key).text).toContain('từng gương. Hết.”');
  });
});
