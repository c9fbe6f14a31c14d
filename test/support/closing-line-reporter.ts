import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

/**
 * Ends the run with one line of its own, `1234 passed, 0 failed`. It is printed when the process leaves, so
 * that the coverage report doesn't come after it. A file or suite that broke down counts as a failed test,
 * and so does a run that did not come to its end; a run in which no test ran is a failure.
 */
export default class ClosingLineReporter implements Reporter {
  private passed = 0;
  private failed = 1; // until the run has come to its end
  private skipped = 0;

  onInit(): void {
    process.once("exit", () => {
      if (this.failed > 0 || this.passed === 0) process.exitCode ||= 1;
      const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : "";
      process.stdout.write(`\n${this.passed} passed, ${this.failed} failed${skipped}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0).length;
    this.passed = count("passed");
    this.skipped = count("skipped");
    this.failed = count("failed") + broken + unhandledErrors.length;
    if (reason !== "passed") this.failed = Math.max(this.failed, 1);
  }
}
