/** A process of its own that writes to a store: so many numbers by compare-and-set, or pairs until it is killed. */
import { writeSync } from 'node:fs';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';

const [file = '', rounds = ''] = process.argv.slice(2);
const store = createSqliteStore(file);
if (rounds) await count(Number(rounds));
else await writePairs();

async function count(rounds: number): Promise<void> {
  const path = 'số/đếm';
  for (let done = 0; done < rounds; ) {
    const found = await store.read<{ n: number }>(path);
    const answer = await store.commit([
      found
        ? { kind: 'replace', path, data: { n: found.data.n + 1 }, version: found.version }
        : { kind: 'create', path, data: { n: 1 } },
    ]);
    if (answer.ok) done++;
  }
}

/** Says after each commit which number is safely stored. */
async function writePairs(): Promise<never> {
  const start = (await store.read<{ n: number }>('cặp/một'))?.data.n ?? 0;
  for (let n = start + 1; ; n++) {
    await store.commit([
      { kind: 'put', path: 'cặp/một', data: { n } },
      { kind: 'put', path: 'cặp/hai', data: { n } },
    ]);
    // Straight to the file descriptor: nothing is left in a buffer when the process dies.
    writeSync(1, `${n}\n`);
  }
}
