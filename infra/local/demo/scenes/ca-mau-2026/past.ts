/** The period before: a small Bạc Liêu plays KH 113 in 2025, then an administrator carries what was recognised over. */
import { provisionTrial, trialStart } from '../../../trial.ts';
import { type Earlier, playEarlier } from '../../earlier-period.ts';
import type { Script } from '../../script.ts';
import { communeLists, districtReview } from '../kh-113-bac-lieu/districts.ts';
import { listsInTime, provinceLists, provinceReview } from '../kh-113-bac-lieu/province.ts';
import { publication } from '../kh-113-bac-lieu/publication.ts';

const earlier: Earlier = {
  period: '2025',
  scenes: [communeLists, districtReview, listsInTime, provinceLists, provinceReview, publication],
  async setUp({ local }) {
    const { plan } = await provisionTrial(local, { plan: 'kh-113-bac-lieu', period: '2025', units: 3 });
    return plan;
  },
};

export const past: NonNullable<Script['past']> = () => ({
  startAt: trialStart(earlier.period),
  play: (given) => playEarlier(given, earlier),
});
