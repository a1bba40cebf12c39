/** At most a few requests an hour from one address, and not too many in all; nothing of an address outlives its hour. */
import { contentHash } from '../content-hash.ts';
import { paths, saveOver } from '../records.ts';
import type { Services } from '../services.ts';

interface HourOfRequests {
  /** "2025-03-05T01". */
  hour: string;
  total: number;
  /** By hashed address; the key of the hash is ours, so the address cannot be guessed from it. */
  counts: Record<string, number>;
}

const mostOfOne = 5;
const mostOfAll = 200;
const tries = 5;

/** False when this address, or everybody together, has asked too often. */
export async function takeTurn({ store, clock, settings }: Services, address: string): Promise<boolean> {
  const hour = clock.now().toISOString().slice(0, 13);
  const who = contentHash(settings.linkSecret, hour, address).slice(0, 16);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await store.read<HourOfRequests>(paths.takedownLimit);
    const known = stored?.data.hour === hour ? stored.data : { hour, total: 0, counts: {} };
    const count = known.counts[who] ?? 0;
    if (count >= mostOfOne || known.total >= mostOfAll) return false;
    const next: HourOfRequests = {
      hour,
      total: known.total + 1,
      counts: { ...known.counts, [who]: count + 1 },
    };
    if ((await store.commit([saveOver(paths.takedownLimit, stored, next)])).ok) return true;
  }
  return false;
}
