import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What is drawn and held as it was, then examples, then laws: most mutants fall at the first that is about them. */
export class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => cost(one) - cost(other) || one.moduleId.localeCompare(other.moduleId)));
  }
}

function cost({ moduleId }: TestSpecification): number {
  if (/\/(?:told-as-before|drawn-of-a-seed|images)/.test(moduleId)) return -1;
  if (moduleId.includes("/differential")) return 1;
  return /\/properties\/|\/(?:hostile|laws|bad-documents|round-trip|arbitraries|situations-at-the-edge)/.test(moduleId) ? 2 : 0;
}
