import { defineConfig } from 'vitest/config';
import { reporters } from './test/reporters.ts';

/** Tests of what `npm run package` made; run that first. */
export default defineConfig({
  test: {
    reporters: reporters('package'),
    include: ['test/package/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
