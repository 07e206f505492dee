import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    // no test is about time: what takes a second alone may take twenty on a busy machine
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.cache/results/vitest.json' }]],
  },
});
