import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  balanceSummary,
  drawDown,
  type DrawDownInput,
  evaluate,
  type EvaluateInput,
  limitUsage,
  planTopup,
  type Pot,
  walletBalance,
  type WalletInput,
} from "../../src/index.js";
import { deepFreeze } from "../support/build.js";
import { allCases, type Case, valueAt } from "./case.js";

type Call = (input: Case["input"]) => unknown;

const FUNCTIONS: Readonly<Record<string, Call>> = {
  planTopup: (input) => planTopup(input as unknown as EvaluateInput),
  evaluate: (input) => evaluate(input as unknown as EvaluateInput),
  walletBalance: ({ wallet, at }) => walletBalance(wallet as WalletInput, { at: at as string }),
  limitUsage: ({ account }) => limitUsage(account as AccountInput),
  drawDown: (input) => drawDown(input as unknown as DrawDownInput),
  balanceSummary: ({ pot, at }) => balanceSummary(pot as Pot, { at: at as string }),
};

const cases = allCases();
const covered = cases.filter(({ fn }) => fn in FUNCTIONS);

const nameOf = ({ system, id, title, source }: Case): string => `${system} ${id}: ${title} (${source})`;

describe("what other billing systems do", () => {
  for (const system of new Set(cases.map((each) => each.system))) {
    describe(system, () => {
      for (const each of covered.filter((one) => one.system === system)) {
        it(nameOf(each), () => holds(each));
      }
    });
  }

  it("leaves no case out: all 236 are run", () => {
    expect([covered.length, cases.length]).toEqual([236, 236]);
  });

  it("has each case once, with its system and its source named", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { system, source } of cases) expect([system, source]).not.toContain("");
  });
});

function holds({ fn, input, expect: expected }: Case): void {
  const before = structuredClone(input);
  const { result, thrown } = outcomeOf(FUNCTIONS[fn] as Call, deepFreeze(input));
  const tellsOfThrow = Object.keys(expected).some((path) => path.startsWith("throws"));
  if (!tellsOfThrow && thrown !== null) throw thrown;

  const got = Object.keys(expected).map((path) => [path, valueAt(path.startsWith("throws") ? { throws: thrown } : result, path)]);
  expect(Object.fromEntries(got)).toStrictEqual(expected);
  expect(input).toStrictEqual(before);
}

function outcomeOf(call: Call, input: Case["input"]): { result: unknown; thrown: unknown } {
  try {
    return { result: call(input), thrown: null };
  } catch (thrown) {
    return { result: undefined, thrown };
  }
}
