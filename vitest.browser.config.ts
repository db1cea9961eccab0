import { defineConfig } from 'vitest/config';
import { reporters } from './test/reporters.ts';

/** Tests that look at pages in a real Chromium. */
export default defineConfig({
  test: {
    reporters: reporters('browser'),
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    fileParallelism: false,
  },
});
