import { defineConfig } from 'vitest/config';

/** Tests of what `npm run package` made; run that first. */
export default defineConfig({
  test: { include: ['test/package/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000 },
});
