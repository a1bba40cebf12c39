/** The receipt, read as wording. */
import { describe, expect, it } from 'vitest';
import { renderReceipt } from '../../functions/mails/receipt.ts';
import { aReceipt, key, plan } from './cast.ts';
import { expectRendered } from './rendered.ts';

const warnings = [
  'Dòng 5, cột “Kết quả nổi bật (số liệu)” (ô N5): chưa có con số nào, nên thêm, ví dụ “18 hộ làm theo”.',
  'Dòng 6: trùng tên với một tập thể của năm 2024.',
];

describe('receipt', () => {
  it('tells the clerk what was received, when, and who signs next', async () => {
    const { text } = await expectRendered('receipt', 'receipt-clerk', aReceipt({ warnings }));
    expect(text).toContain('2 cá nhân, 1 tập thể, 1 mô hình');
    expect(text).toContain('16:30 ngày 14/01/2025, đúng hạn');
  });

  it('says how late a late list is and that it replaces the one before', async () => {
    const data = aReceipt({ daysLate: 2, version: 2, submittedAt: '2025-01-16T01:00:00Z', attachment: null });
    const { subject } = await expectRendered('receipt', 'receipt-late-again', {
      ...data,
      awaitsSignature: false,
    });
    expect(subject).toContain('trễ 2 ngày');
  });

  it('is worded as a copy for the head', async () => {
    const recipient = { name: 'Lê Văn Tám', role: 'head' } as const;
    const { subject } = await expectRendered('receipt', 'receipt-head', aReceipt({ recipient }));
    expect(subject).toMatch(/^Bản sao: /);
  });

  it('confirms that a unit has nothing to report', async () => {
    const monthly = { ...plan, number: '124/UBND', issuer: 'Ủy ban nhân dân phường Ninh Hà' };
    const data = aReceipt({ plan: monthly, period: 'tháng 4/2021', rows: [], attachment: null });
    const { text } = await expectRendered('receipt', 'receipt-nothing', data);
    expect(text).toContain('Không có trường hợp');
    expect(text).toContain('Văn bản số 124/UBND');
  });

  it('names the sender when somebody else receives it', () => {
    const data = aReceipt({ recipient: { name: 'Đỗ Văn Bảy', role: 'clerk' } });
    expect(renderReceipt(data, key).text).toContain('do Ông/Bà Trần Thị Mai nộp');
  });

  it('counts the time of the plan’s zone', () => {
    const data = aReceipt({ submittedAt: '2025-01-14T16:59:59Z' });
    expect(renderReceipt(data, key).text).toContain('23:59 ngày 14/01/2025');
  });
});
