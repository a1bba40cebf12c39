/** A control sheet that is wrong is told when it is found and each week after, to the administrators of its plan. */
import { describe, expect, it } from 'vitest';
import { withControlFaults } from '../../functions/mails/due-control.ts';
import { aDesk, aDigest, plan } from './cast.ts';

const line = {
  plan: plan.number,
  timeZone: plan.timeZone,
  count: 1,
  first: ['Tab “Chỉ tiêu”: không tìm thấy tab này.'],
  wrongSince: '2025-02-11T03:00:00.000Z',
  version: 2,
  versionSince: '2025-01-02T03:00:00.000Z',
  link: 'https://sheets.example/control',
};
const administrator = { email: 'quantri@vidu.vn', name: 'Phạm Thu Hà', plans: [plan] };
const on = (day: string, previousDay: string, digests: Parameters<typeof withControlFaults>[0] = new Map()) =>
  withControlFaults(digests, [{ line, administrators: [administrator] }], {
    day,
    previousDay,
    since: `${previousDay}T00:00:00.000Z`,
    until: `${day}T00:00:00.000Z`,
    holidays: new Set(),
    listingUrl: '',
  });

describe('a control sheet that is wrong', () => {
  it.each([
    ['the morning after it was found', '2025-02-12', '2025-02-11', 1],
    ['not each day', '2025-02-13', '2025-02-12', 0],
    ['on the first morning of each week', '2025-02-17', '2025-02-14', 1],
    ['and a month later', '2025-03-10', '2025-03-07', 1],
  ])('is told to the administrator: %s', (_when, day, previous, count) => {
    const digests = on(day, previous);
    expect(digests.size).toBe(count);
    for (const { controlFaults } of digests.values()) expect(controlFaults).toEqual([line]);
  });

  it('stands in a digest that comes anyway, beside all that is in it', () => {
    const due = aDigest({ desks: [aDesk()] });
    const clerk = aDigest();
    const digests = on(
      '2025-02-13',
      '2025-02-12',
      new Map([
        ['quantri@vidu.vn', due],
        ['nguoilap@vidu.vn', clerk],
      ]),
    );
    expect(digests.get('quantri@vidu.vn')).toEqual({ ...due, controlFaults: [line] });
    expect(digests.get('nguoilap@vidu.vn')).toBe(clerk);
  });
});
