import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/package/**'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['domain/**', 'events/**', 'templates/**', 'catalogue/**'],
      reporter: ['text-summary', 'text'],
    },
  },
});
