/** Who answers for the public pages, as their feet say it: what the deployment sets, and whoever issued the plans in force. */
import { organisersOf } from '../listing/publisher.ts';
import type { Site } from '../listing/site.ts';
import type { Settings } from '../services.ts';
import type { Published } from './published.ts';

export const siteOf = ({ listingUrl, publisher }: Pick<Settings, 'listingUrl' | 'publisher'>): Site => ({
  url: listingUrl,
  ...(publisher ? { publisher } : {}),
});

export const ofPlans = (site: Site, { front }: Pick<Published, 'front'>): Site => ({
  ...site,
  organisers: organisersOf(front.shelf.plans.values()),
});
