/** `npm run bench`: what the product costs beside the usual way, measured on this machine now; fails only on the exact counts. */
import { availableParallelism, loadavg } from 'node:os';
import { benchCalls } from './calls.ts';
import { benchImports } from './imports.ts';
import { benchNearCopies } from './near-copies.ts';
import { benchOrigin } from './origin.ts';

import { benchPage } from './page.ts';
import { benchStart } from './start.ts';
import { benchThroughput } from './throughput.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const begun = performance.now();
const load = loadavg()[0]?.toFixed(1);
print(`Node ${process.versions.node}, ${availableParallelism()} cores, load ${load} at the start.`);
print('Times are medians (least–most); on a busy machine trust the ratios, not the times.\n');

print('Sheets calls (exact)');
const calls = await benchCalls();
print(calls.text);

print('\nChecking rows');
print(await benchThroughput());

print('\nNear-copies');
print(await benchNearCopies());

print('\nCold start');
print(await benchImports());

print('\nPublic page');
print(await benchPage());

print('\nFirst public page of a fresh process');
print(await benchStart());

print('\nPublic pages at their largest');
print(await benchOrigin());

print(`\nDone in ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
process.exitCode = calls.isKept ? 0 : 1;
