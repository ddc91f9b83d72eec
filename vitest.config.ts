import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The Temporal runtime is one per process; two files at once fit two cores.
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['test/support/servers.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    reporters: ['default', countReporter],
  },
});
