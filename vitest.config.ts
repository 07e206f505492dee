import { defineConfig } from 'vitest/config';

/** Tests of the engine that exchange modules or globals, which would stay so for the next file, or that measure memory. */
const ALONE = [
  'src/engine/crypto/cannot.test.ts',
  'src/engine/crypto/digest.test.ts',
  'src/engine/crypto/agreement/shared-secret.test.ts',
  'src/engine/crypto/jwe/cannot.test.ts',
  'src/engine/crypto/jwe/zip.test.ts',
  'src/engine/crypto/pbes2/derive.test.ts',
  'src/engine/keys/der.test.ts',
];

export default defineConfig({
  test: {
    environment: 'node',
    // no test is about time: what takes a second alone may take twenty on a busy machine
    testTimeout: 60_000,
    // one is left free by default, which of two is half the machine
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.cache/results/vitest.json' }]],
    projects: [
      {
        extends: true,
        // functions of their input alone: to load them anew for every file takes as long as the tests do
        test: { name: 'engine', include: ['src/engine/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['src/engine/**'],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
