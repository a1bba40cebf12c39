/** The count of a day's mails: never one too few, however they fall, and each place comes free again. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MailQuota, refundMail, spendMail, spentMails } from '../../functions/domain/mail-quota.ts';

const day = 86_400_000;
const start = Date.parse('2025-01-08T00:00:00.000Z');
const empty: MailQuota = { sender: 'gui-thu@vidu.vn', spent: [] };
const at = (ms: number): Date => new Date(start + ms);

/** Moments of sending over three days, in order. */
const moments = fc
  .array(fc.integer({ min: 0, max: 3 * day }), { maxLength: 120 })
  .map((all) => all.toSorted((a, b) => a - b));

it('keeps every 24 hours under the limit when each mail asks first', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 9 }), (all, limit) => {
      let quota = empty;
      const sent: number[] = [];
      for (const moment of all) {
        if (spentMails(quota, at(moment)) >= limit) continue;
        quota = spendMail(quota, at(moment));
        sent.push(moment);
      }
      for (const from of sent)
        expect(sent.filter((one) => one >= from && one < from + day).length).toBeLessThanOrEqual(limit);
    }),
  );
});

it('frees a place a day and ten minutes after it was taken, not earlier than a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: day }), (moment) => {
      const quota = spendMail(empty, at(moment));
      expect(spentMails(quota, at(moment + day - 1))).toBe(1);
      expect(spentMails(quota, at(moment + day + 600_000))).toBe(0);
    }),
  );
});

it('gives back exactly what is refunded, at any later moment', () => {
  fc.assert(
    fc.property(moments, fc.nat(), (all, which) => {
      fc.pre(all.length > 0);
      const quota = all.reduce((before, moment) => spendMail(before, at(moment)), empty);
      const back = all[which % all.length] as number;
      const now = at(all.at(-1) as number);
      const counts = all.filter(
        (moment) => Math.floor(moment / 600_000) * 600_000 + 600_000 + day > now.getTime() - start,
      );
      const isCounted = counts.includes(back);
      expect(spentMails(quota, now)).toBe(counts.length);
      expect(spentMails(refundMail(quota, at(back)), now)).toBe(counts.length - (isCounted ? 1 : 0));
    }),
  );
});

it('stays one small document through years of mails', () => {
  let quota = empty;
  for (let hour = 0; hour < 24 * 60; hour += 1) quota = spendMail(quota, at(hour * 1_200_000));
  expect(quota.spent.length).toBeLessThanOrEqual(146);
});
