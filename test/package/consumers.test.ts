import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type EvaluateInput, InvalidInputError, type Plan, planTopup } from "../../src/index.js";
import question from "./consumers/question.json" with { type: "json" };
import { CONSUMERS, output } from "./installed.js";

const expected: Plan = planTopup(question as EvaluateInput);
const refusal = refusalOf({});

describe("a consumer of the tarball plans a top-up", () => {
  it("of the amount that brings the wallet to its target", () => {
    expect(expected.topup).toMatchObject({ credit: "487.66", charge: "487.66", currency: "EUR" });
  });

  it.each(["named.mjs", "namespace.mjs", "require.cjs"])("%s", (consumer) => {
    expect(output(consumer)).toEqual({ plan: expected, refused: { known: true, code: "invalid_input", issues: refusal.issues } });
  });

  it("with both formats in one process: alike, and told apart by instanceof but not by code", () => {
    const both = output("both.mjs") as { names: [string[], string[]] };
    expect(both.names[0].length).toBeGreaterThan(10);
    expect(both).toEqual({ names: [both.names[0], both.names[0]], ofItsOwnCopy: true, ofTheOtherCopy: false, code: "invalid_input" });
  });
});

describe("a consumer in strict TypeScript", () => {
  beforeAll(() => {
    const tsc = join(createRequire(import.meta.url).resolve("typescript"), "../tsc.js");
    execFileSync(process.execPath, [tsc, "-p", join(CONSUMERS, "typed")], { stdio: ["ignore", "inherit", "inherit"] });
  });

  it.each(["plan.mjs", "plan.cjs"])("compiles with every declaration checked, and runs: %s", (file) => {
    const program = `import("./typed/out/${file}").then(({ plan, charge, refused }) => console.log(JSON.stringify({ plan, charge, code: refused().code })))`;
    expect(output("--eval", program)).toEqual({ plan: expected, charge: "487.66", code: "invalid_input" });
  });
});

describe("the package", () => {
  it("leaves no traces in the process, and needs no code made from strings", () => {
    const left = output("--disallow-code-generation-from-strings", "traces.mjs");
    expect(left).toEqual({ plan: expected, newGlobals: ["__zod_globalConfig", "__zod_globalRegistry"], changed: [] });
  });
});

function refusalOf(input: unknown): InvalidInputError {
  try {
    planTopup(input as EvaluateInput);
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
  }
  throw new Error("was not refused");
}
