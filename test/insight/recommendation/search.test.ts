import { describe, expect, it } from "vitest";
import { canonical, decimal, ONE } from "../../../src/base/decimal.js";
import { type Choice, leastSum, neighbours, smallest } from "../../../src/insight/recommendation/search.js";

interface Pair {
  readonly threshold: number;
  readonly amount: number;
}

const numbers = ({ threshold, amount }: Choice): Pair => ({ threshold: Number(canonical(threshold)), amount: Number(canonical(amount)) });

/** What is found where a pair suffices by this rule, and what was asked on the way. */
function found(suffices: (pair: Pair) => boolean, { step = "1", maxThreshold = "40", maxAmount = "40" } = {}) {
  const asked: Pair[] = [];
  const range = { step: decimal(step), maxThreshold: decimal(maxThreshold), maxAmount: decimal(maxAmount) };
  const choice = smallest((each) => {
    asked.push(numbers(each));
    return suffices(numbers(each));
  }, range);
  return { choice: choice && numbers(choice), asked };
}

describe("the search", () => {
  it("finds the smallest pair where more of either is never worse", () => {
    expect(found(({ threshold, amount }) => threshold >= 7 && amount >= 13).choice).toEqual({ threshold: 7, amount: 13 });
    expect(found(() => true).choice).toEqual({ threshold: 0, amount: 1 });
    expect(found(({ threshold, amount }) => threshold >= 40 && amount >= 40).choice).toEqual({ threshold: 40, amount: 40 });
  });

  it("finds the smallest sum where one makes up for the other", () => {
    const { choice } = found(({ threshold, amount }) => threshold + amount >= 23);
    expect((choice?.threshold ?? 0) + (choice?.amount ?? 0)).toBe(23);
  });

  it("finds one where large amounts are refused", () => {
    expect(found(({ threshold, amount }) => threshold >= 9 && amount >= 3 && amount <= 6).choice).toEqual({ threshold: 9, amount: 3 });
  });

  it("finds none where nothing suffices", () => {
    expect(found(() => false).choice).toBeNull();
  });

  it("asks for whole steps alone, within the range", () => {
    const rules = [
      () => false,
      () => true,
      ({ threshold, amount }: Pair) => threshold >= 25 && amount >= 15,
      ({ threshold, amount }: Pair) => (threshold === 35 || threshold === 30) && amount === 20,
      ({ threshold, amount }: Pair) => threshold === 30 && amount === 20,
    ];
    for (const suffices of rules) {
      const { asked } = found(suffices, { step: "5", maxThreshold: "35", maxAmount: "20" });
      for (const { threshold, amount } of asked) {
        expect([threshold % 5, amount % 5]).toEqual([0, 0]);
        expect(threshold >= 0 && threshold <= 35 && amount > 0 && amount <= 20).toBe(true);
      }
    }
  });

  it.each([
    [7, 3, 11, 4],
    [1, 5, 7, 3],
  ])("gives what neither can be one step smaller of, also where more can be worse: %i, %i", (a, b, modulus, above) => {
    const suffices = ({ threshold, amount }: Pair): boolean => (threshold * a + amount * b) % modulus > above && threshold + amount > 9;
    const { choice } = found(suffices);
    if (choice === null) throw new Error("none was found");
    expect(suffices(choice)).toBe(true);
    const { threshold, amount } = choice;
    expect(threshold > 0 && suffices({ threshold: threshold - 1, amount })).toBe(false);
    expect(amount > 1 && suffices({ threshold, amount: amount - 1 })).toBe(false);
  });

  it("looks no higher than a threshold of zero where that is the most", () => {
    expect(found(({ amount }) => amount >= 5, { maxThreshold: "0" }).choice).toEqual({ threshold: 0, amount: 5 });
    expect(found(({ threshold }) => threshold > 0, { maxThreshold: "0" }).choice).toBeNull();
  });
});

describe("the least sum", () => {
  const range = (sum: number) => ({ step: ONE, maxThreshold: decimal(String(sum - 5)), maxAmount: decimal("5") });

  it("is looked for among a thousand pairs, and not among more", () => {
    expect(leastSum(() => false, range(44), null)).toEqual({ choice: null, exact: true });
    expect(leastSum(() => false, range(45), null)).toEqual({ choice: null, exact: false });
  });
});

describe("neighbours", () => {
  const of = (threshold: string, amount: string) =>
    neighbours({ threshold: decimal(threshold), amount: decimal(amount) }, ONE).map(numbers);

  it("have one step less of either, and no less than nothing", () => {
    expect(of("3", "4")).toEqual([
      { threshold: 2, amount: 4 },
      { threshold: 3, amount: 3 },
    ]);
    expect(of("0", "2")).toEqual([{ threshold: 0, amount: 1 }]);
    expect(of("0", "1")).toEqual([]);
  });
});
