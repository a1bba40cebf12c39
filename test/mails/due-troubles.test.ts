/** Mails that did not arrive join the digest of an administrator's morning: one mail a person, whatever else there is. */
import { expect, it } from 'vitest';
import { withMailTroubles } from '../../functions/mails/due-troubles.ts';
import { aDesk, aDigest, aTrouble, aTroubledDigest, noTroubles, plan } from './cast.ts';

const troubles = { ...noTroubles, bounced: [aTrouble()] };
const administrator = { email: 'quantri@vidu.vn', name: 'Phạm Thu Hà', plans: [plan] };
const add = (digests: Parameters<typeof withMailTroubles>[0]) =>
  withMailTroubles(digests, troubles, [administrator], '2025-01-15');

it('joins the digest that is due anyway, and keeps all that is in it', () => {
  const due = aDigest({ desks: [aDesk()] });
  const digests = add(new Map([['quantri@vidu.vn', due]]));
  expect([...digests]).toEqual([['quantri@vidu.vn', { ...due, mailTroubles: troubles }]]);
});

it('makes a digest of its own on a morning without anything else', () => {
  expect([...add(new Map())]).toEqual([['quantri@vidu.vn', aTroubledDigest(troubles)]]);
});

it('tells nobody who is no administrator', () => {
  const clerk = aDigest();
  expect(add(new Map([['nguoilap@vidu.vn', clerk]])).get('nguoilap@vidu.vn')).toBe(clerk);
});
