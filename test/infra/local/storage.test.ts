/** Shows that the workspace's storage keeps what it was given, whole transactions only, and survives being killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../infra/local/workspace/storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'guong-sang-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = new URL('../../../infra/local/workspace/storage.ts', import.meta.url).href;

/** Counts up in two tables at once and says each number only after it was stored. */
const counter = `
import { openStorage } from ${JSON.stringify(source)};
const storage = openStorage(process.argv[1]);
for (let n = 1; ; n += 1) {
  storage.transaction(() => { storage.table('one').put('n', n); storage.table('two').put('n', n); });
  process.stdout.write(n + '\\n');
}`;

describe('storage', () => {
  it('keeps any JSON under any key in tables of any name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.jsonValue(), (name, key, value) => {
        const storage = openStorage(':memory:');
        storage.table(name).put(key, value);
        expect(storage.table(name).get(key)).toEqual(JSON.parse(JSON.stringify(value)));
        storage.close();
      }),
      { numRuns: 50 },
    );
  });

  it('has what was stored after closing and opening again', () => {
    const file = join(folder, 'again.sqlite');
    const first = openStorage(file);
    first.table('units').put('b', { name: 'Ấp Công Điền' });
    first.table('units').put('a', 1);
    first.close();
    const second = openStorage(file);
    expect(second.table('units').entries()).toEqual([
      ['a', 1],
      ['b', { name: 'Ấp Công Điền' }],
    ]);
    second.close();
  });

  it('undoes a failed transaction, and of a failed inner one only its own writes', () => {
    const storage = openStorage(':memory:');
    const table = storage.table<number>('n');
    const fail = () => {
      throw new Error('stop');
    };
    expect(() => storage.transaction(() => [table.put('a', 1), fail()])).toThrow('stop');
    storage.transaction(() => {
      table.put('b', 1);
      expect(() => storage.transaction(() => [table.put('c', 1), fail()])).toThrow('stop');
      storage.transaction(() => table.put('d', 1));
    });
    expect(table.entries().map(([key]) => key)).toEqual(['b', 'd']);
    expect(() => storage.transaction(async () => table.put('e', 1))).toThrow(/promise/);
  });

  it('loses nothing it confirmed, and no half of a transaction, when killed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const file = join(folder, `killed-${round}.sqlite`);
      const child = spawn(process.execPath, ['--input-type=module', '-e', counter, file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (text) => {
        said += text;
        if (said.length > 200 * (round + 1)) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const confirmed = Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
      const storage = openStorage(file);
      const [one, two] = [storage.table<number>('one').get('n'), storage.table<number>('two').get('n')];
      expect(one).toBe(two);
      expect(one).toBeGreaterThanOrEqual(confirmed);
      storage.close();
    }
  });
});
