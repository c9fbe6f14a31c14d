import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Examples before laws: most mutants fall at the first example that is about them. */
export class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => cost(one) - cost(other) || one.moduleId.localeCompare(other.moduleId)));
  }
}

function cost({ moduleId }: TestSpecification): number {
  if (moduleId.includes("/differential")) return 1;
  return /\/properties\/|\/(?:hostile|laws|arbitraries|situations-at-the-edge)/.test(moduleId) ? 2 : 0;
}
