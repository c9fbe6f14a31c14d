import { type RunnerTestFile, TestRunner } from "vitest";

/** A suite that a change keeps from being loaded has noticed it: without this it would count as one that has no tests. */
export default class LoadFailures extends TestRunner {
  onCollected(files: RunnerTestFile[]): void {
    for (const { name, result } of files) if (result?.state === "fail") throw new Error(`${name} cannot be loaded`);
  }
}
