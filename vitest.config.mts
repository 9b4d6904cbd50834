import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/support/setup.ts'], testTimeout: 30_000 },
});
