/** Environment → settings of the public pages; without the schema library, which would be half of what a start has to load. */
import { requireLoopback } from './adapters/loopback.ts';
import { type Publisher, parsePublisher } from './listing/publisher.ts';

export interface ListingConfig {
  projectId: string;
  /** Without a slash at the end. */
  listingUrl: string;
  emulatorHost: string | undefined;
  metadataHost: string | undefined;
  publisher: Publisher;
}

export type ParsedListingConfig = { ok: true; config: ListingConfig } | { ok: false; faults: string[] };

export const httpsAddress = /^https:\/\/[^\s/]+(\/[^\s]*[^/])?$/;

type Environment = Readonly<Record<string, string | undefined>>;

export function parseListingConfig(environment: Environment): ParsedListingConfig {
  const projectId = environment.GOOGLE_CLOUD_PROJECT ?? '';
  const listingUrl = environment.LISTING_URL ?? '';
  const emulatorHost = environment.FIRESTORE_EMULATOR_HOST || undefined;
  const faults = [
    ...(projectId === '' ? ['GOOGLE_CLOUD_PROJECT: is missing'] : []),
    ...(httpsAddress.test(listingUrl)
      ? []
      : ['LISTING_URL: must be an https address without trailing slash']),
    ...(emulatorHost === undefined ? [] : loopbackFaults(emulatorHost)),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: {
      projectId,
      listingUrl,
      emulatorHost,
      metadataHost: environment.GCE_METADATA_HOST || undefined,
      publisher: parsePublisher(environment),
    },
  };
}

/** An emulator asks for no credentials, so it is only ever believed on this machine. */
function loopbackFaults(host: string): string[] {
  try {
    requireLoopback(`http://${host}`, 'FIRESTORE_EMULATOR_HOST');
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
