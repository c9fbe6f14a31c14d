import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  evaluate,
  type EvaluateInput,
  limitUsage,
  planTopup,
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
};

/** Functions that the library does not have yet, each with what its cases wait for. */
const AWAITED: Readonly<Record<string, string>> = {
  drawDown: "needs drawDown",
  balanceSummary: "needs balanceSummary",
};

const cases = allCases();
const covered = cases.filter(({ fn }) => fn in FUNCTIONS);
const awaiting = cases.filter(({ fn }) => fn in AWAITED);

const nameOf = ({ system, id, title, source }: Case): string => `${system} ${id}: ${title} (${source})`;

describe("what other billing systems do", () => {
  for (const system of new Set(cases.map((each) => each.system))) {
    describe(system, () => {
      for (const each of covered.filter((one) => one.system === system)) {
        it(nameOf(each), () => holds(each));
      }
      for (const each of awaiting.filter((one) => one.system === system)) {
        it.todo(`${nameOf(each)}: ${AWAITED[each.fn]}`);
      }
    });
  }

  it("leaves no case out: 200 are run and 36 wait for a function", () => {
    expect([covered.length, awaiting.length, cases.length]).toEqual([200, 36, 236]);
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
