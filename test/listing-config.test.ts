/** Settings of the public pages: all faults at once, no value repeated, an emulator on this machine only. */
import { expect, test } from 'vitest';
import { parseListingConfig } from '../functions/listing-config.ts';

const right = { GOOGLE_CLOUD_PROJECT: 'p', LISTING_URL: 'https://guong-sang.example' };

test('takes what it needs', () => {
  expect(parseListingConfig({ ...right, FIRESTORE_EMULATOR_HOST: '', LINK_SECRET: 'x' })).toEqual({
    ok: true,
    config: {
      projectId: 'p',
      listingUrl: 'https://guong-sang.example',
      emulatorHost: undefined,
      metadataHost: undefined,
      publisher: { name: '', address: '', phone: '', email: '', note: '' },
    },
  });
});

test('takes who answers for the pages, and leaves out what is not set', () => {
  const parsed = parseListingConfig({
    ...right,
    LISTING_PUBLISHER: ' Sở Nội vụ ',
    LISTING_PHONE: '0290 000 000',
  });
  expect(parsed).toMatchObject({
    config: { publisher: { name: 'Sở Nội vụ', address: '', phone: '0290 000 000' } },
  });
});

test('names every fault at once', () => {
  const parsed = parseListingConfig({
    LISTING_URL: 'https://guong-sang.example/',
    FIRESTORE_EMULATOR_HOST: '10.0.0.1:80',
  });
  expect(parsed).toEqual({
    ok: false,
    faults: [
      'GOOGLE_CLOUD_PROJECT: is missing',
      'LISTING_URL: must be an https address without trailing slash',
      'FIRESTORE_EMULATOR_HOST must be a loopback address',
    ],
  });
});

test.each(['127.0.0.1:8085', 'localhost:8085', '[::1]:8085'])('takes an emulator at %s', (host) => {
  expect(parseListingConfig({ ...right, FIRESTORE_EMULATOR_HOST: host })).toMatchObject({
    config: { emulatorHost: host },
  });
});
