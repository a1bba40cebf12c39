import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC' },
    // All cores, and one process a core for all files: reading the same modules for each file took as long as many tests.
    maxWorkers: '100%',
    isolate: false,
    // What a file spied on is given back, since the next file meets the same process.
    restoreMocks: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
