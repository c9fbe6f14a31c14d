import { type RunnerTestFile, TestRunner } from "vitest";

/**
 * One test that fails is enough: no suite is loaded after it. And a suite that a change keeps from being loaded has
 * noticed it: without this it would count as one that has no tests.
 */
export default class OneFailure extends TestRunner {
  override importFile(...[path, source]: Parameters<TestRunner["importFile"]>): ReturnType<TestRunner["importFile"]> {
    return this.hasFailed ? undefined : super.importFile(path, source);
  }

  onCollected(files: RunnerTestFile[]): void {
    if (this.hasFailed) return;
    for (const { name, result } of files) if (result?.state === "fail") throw new Error(`${name} cannot be loaded`);
  }

  override cancel(...reason: Parameters<TestRunner["cancel"]>): void {
    this.hasFailed = true;
    super.cancel(...reason);
  }

  private hasFailed = false;
}
