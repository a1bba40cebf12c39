/** What an administrator reads about mails that did not arrive: which, why, and what to do about each kind. */
import { describe, expect, it } from 'vitest';
import { hasTroubles } from '../../functions/mails/administrator-blocks.ts';
import { aDesk, aTrouble, aTroubledDigest, noTroubles } from './cast.ts';
import { expectRendered } from './rendered.ts';

const waiting = {
  count: 214,
  oldest: '2025-01-14T00:00:00.000Z',
  words: 'Máy chủ thư trả lời: “450 4.2.1 try again later”',
};

describe('an administrator’s digest', () => {
  it('lists every kind of trouble with the words of the server and what to do', async () => {
    const line = aTrouble();
    const { text } = await expectRendered(
      'dailyDigest',
      'daily-digest-troubles',
      aTroubledDigest({
        uncertain: [aTrouble({ to: 'thutruong.14@vidu.vn', words: 'Máy chủ thư không trả lời.' })],
        failed: [aTrouble({ to: 'nguoilap 15@vidu.vn', words: '' })],
        bounced: [line],
        held: [aTrouble({ subject: 'Việc trong ngày' })],
        waiting,
      }),
    );
    for (const part of [line.to, line.subject, line.words, line.key, '--resend', '--settle', '--release'])
      expect(text).toContain(part);
    expect(text).toContain('Máy không tự gửi lại');
    expect(text).toContain('214 thư đang chờ, thư lâu nhất từ 07:00 ngày 14/01/2025');
  });

  it('says how many wait, and asks for nothing, when nothing else is wrong', async () => {
    const { subject, text } = await expectRendered(
      'dailyDigest',
      'daily-digest-troubles-waiting',
      aTroubledDigest({ waiting }),
    );
    expect(subject).toBe('214 thư đang chờ đến lượt gửi');
    expect(text).not.toContain('--resend');
  });

  it('shows thirty of many, and counts the rest', async () => {
    const bounced = Array.from({ length: 33 }, (_, index) => aTrouble({ to: `a${index}@vidu.vn` }));
    const { text } = await expectRendered(
      'dailyDigest',
      'daily-digest-troubles-many',
      aTroubledDigest({ bounced }),
    );
    expect(text).toContain('a29@vidu.vn');
    expect(text).not.toContain('a30@vidu.vn');
    expect(text).toContain('và 3 thư nữa');
  });

  it('says it first in the subject and last in the text, after what else is to do', async () => {
    const digest = aTroubledDigest({ bounced: [aTrouble()] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-troubles-and-desk', {
      ...digest,
      desks: [aDesk()],
    });
    expect(subject).toBe('1 thư chưa đến tay người nhận; 12 hồ sơ chờ thẩm định');
    expect(text.indexOf('VIỆC THẨM ĐỊNH')).toBeLessThan(text.indexOf('THƯ BỊ TRẢ VỀ (1)'));
  });

  it('is not made when there is nothing to tell', () => {
    expect(hasTroubles(noTroubles)).toBe(false);
    expect(hasTroubles({ ...noTroubles, held: [aTrouble()] })).toBe(true);
    expect(hasTroubles({ ...noTroubles, waiting })).toBe(true);
  });
});
