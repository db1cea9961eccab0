import { defineConfig } from 'vitest/config';
import { reporters } from './test/reporters.ts';

export default defineConfig({
  test: {
    reporters: reporters('unit'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/package/**'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 30_000,
    maxWorkers: '100%',
    // No test depends on another, so that files may share a process, and load what they test once.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['domain/**', 'events/**', 'templates/**', 'catalogue/**'],
      reporter: ['text-summary', 'text'],
    },
  },
});
