/** Entry point of the public pages in the cloud: a bundle of its own and small, so that a fresh process soon has its first page. */
import { createFirestoreReader } from './adapters/firestore-reader.ts';
import { createMetadataTokens } from './adapters/metadata-token.ts';
import { parseListingConfig } from './listing-config.ts';
import { serve } from './listing-server.ts';
import { cloudLog } from './log.ts';
import { listingFunction } from './public-pages.ts';
import { readShelf, withPublished } from './publishing/published.ts';

const parsed = parseListingConfig(process.env);
if (!parsed.ok) throw new Error(`settings are missing or wrong:\n${parsed.faults.join('\n')}`);
const { projectId, listingUrl, emulatorHost, metadataHost, publisher } = parsed.config;
const store = createFirestoreReader({ projectId, emulatorHost, tokens: createMetadataTokens(metadataHost) });

// On its way while the first reader still is; whoever comes when this has failed asks anew, and is told.
withPublished(store, (published) => readShelf(store, published)).catch(() => undefined);

/** The functions framework takes it by this name; without the framework, `--serve` listens on PORT. */
export const listing = listingFunction({ store, log: cloudLog, settings: { listingUrl, publisher } });
if (process.argv.includes('--serve')) serve(listing, process.env);
