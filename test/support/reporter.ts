import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Closes the run with one plain line that people and machines can read. */
export const countReporter: Reporter = {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>, _reason: TestRunEndReason) {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      let failedTests = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') {
          counts.passed += 1;
        } else if (state === 'failed') {
          failedTests += 1;
        } else {
          counts.skipped += 1;
        }
      }
      // A file that does not load, or whose hook fails, holds no failed test but is a failure.
      counts.failed += Math.max(failedTests, module.state() === 'failed' ? 1 : 0);
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const line = `${counts.passed} passed, ${counts.failed} failed${skipped}\n`;
    process.once('exit', () => process.stdout.write(line));
  },
};
