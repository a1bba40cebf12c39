/** The clerk's proof of a signature, read as wording. */
import { expect, it } from 'vitest';
import { aSignedReceipt } from './cast.ts';
import { expectRendered } from './rendered.ts';

it('says who signed what and when, with the hash of the content', async () => {
  const data = aSignedReceipt();
  const { text } = await expectRendered('signedReceipt', 'signed-receipt', data);
  for (const part of [data.signedName, data.snapshotId, '17:12 ngày 14/01/2025', '4 hồ sơ'])
    expect(text).toContain(part);
});

it('speaks of no list when there was nobody to name', async () => {
  const { text } = await expectRendered(
    'signedReceipt',
    'signed-receipt-nothing',
    aSignedReceipt({ rows: [] }),
  );
  expect(text).toContain('Không có trường hợp');
  expect(text).not.toContain('DANH SÁCH ĐÃ KÝ');
});
