/** The notice that an exemplar is no longer public, read as wording. */
import { describe, expect, it } from 'vitest';
import { anOtherPage, aWithdrawal } from './cast.ts';
import { expectRendered } from './rendered.ts';

describe('withdrawal notice', () => {
  it('says who, what, why and when', async () => {
    const data = aWithdrawal();
    const { text } = await expectRendered('withdrawalNotice', 'withdrawal-notice', data);
    for (const part of [data.name, data.title, data.reason, data.by, '09:05 ngày 02/03/2025'])
      expect(text).toContain(part);
    expect(text).not.toContain('Thời hạn trả lời');
  });

  it('names the other public pages of the exemplar, which stay', async () => {
    const data = aWithdrawal({ otherPages: [anOtherPage] });
    const { text } = await expectRendered('withdrawalNotice', 'withdrawal-notice-others', data);
    expect(text).toContain('còn trang công khai khác, chưa gỡ');
    expect(text).toContain(anOtherPage.url);
  });

  it('gives the desk above the day by which whoever asked must be answered', async () => {
    const data = aWithdrawal({ recipient: { name: 'Ngô Văn Bảy', role: 'desk' } });
    const { text } = await expectRendered('withdrawalNotice', 'withdrawal-notice-desk', data);
    expect(text).toContain('hai ngày làm việc, muộn nhất hết ngày 04/03/2025');
  });
});
