import { describe, expect, it } from "vitest";
import { canonical, decimal, ONE } from "../../../src/base/decimal.js";
import { type Choice, leastSum, neighbours, smallest, sought } from "../../../src/insight/recommendation/search.js";

interface Pair {
  readonly threshold: number;
  readonly amount: number;
}

const numbers = ({ threshold, amount }: Choice): Pair => ({ threshold: Number(canonical(threshold)), amount: Number(canonical(amount)) });

type Rule = (pair: Pair) => boolean;

interface Bounds {
  readonly step?: string;
  readonly maxThreshold?: string;
  readonly maxAmount?: string;
}

/** What is found where a pair suffices by this rule, and what was asked on the way. */
function found(suffices: Rule, bounds: Bounds = {}) {
  const { ask, asked, range } = asking(suffices, bounds);
  const choice = smallest(ask, range);
  return { choice: choice && numbers(choice), asked };
}

function asking(suffices: Rule, { step = "1", maxThreshold = "40", maxAmount = "40" }: Bounds) {
  const asked: Pair[] = [];
  const range = { step: decimal(step), maxThreshold: decimal(maxThreshold), maxAmount: decimal(maxAmount) };
  const ask = (each: Choice): boolean => {
    asked.push(numbers(each));
    return suffices(numbers(each));
  };
  return { ask, asked, range };
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

  it("lowers the threshold in few steps where a larger amount is refused", () => {
    const { choice, asked } = found(({ threshold, amount }) => threshold >= 700_001 && amount >= 3 && amount <= 6, {
      maxThreshold: "3000000",
      maxAmount: "3000000",
    });
    expect(choice).toEqual({ threshold: 700_001, amount: 3 });
    expect(asked.length).toBeLessThan(1000);
  });

  it.each([
    [31, 1],
    [32, 2],
    [63, 2],
    [64, 3],
    [65, 3],
  ])("tries few powers of two up to the last: of 2^%i, each whose exponent is so many apart: %i", (last, apart) => {
    const most = (2n ** BigInt(last)).toString();
    const { asked } = found(() => false, { maxThreshold: most, maxAmount: most });
    const exponents = Array.from({ length: last + 1 }, (_, index) => index).filter((each) => (last - each) % apart === 0);
    expect([...new Set(asked.map(({ threshold }) => threshold))]).toEqual([0, ...exponents.map((each) => 2 ** each)]);
    expect(asked).toHaveLength((exponents.length + 1) * exponents.length);
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

describe("a search", () => {
  const searched = (suffices: Rule, most: string) => {
    const { ask, asked, range } = asking(suffices, { maxThreshold: most, maxAmount: most });
    const { choice, exact } = sought(ask, range);
    return { choice: choice && numbers(choice), exact, asked };
  };

  it("finds the least sum of all where they are few", () => {
    const { choice, exact } = searched(({ threshold, amount }) => threshold * 2 + amount >= 23, "20");
    expect(choice).toEqual({ threshold: 11, amount: 1 });
    expect(exact).toBe(true);
  });

  /** From the largest pair stairs lead down to nothing, a step at a time; no doubled value is on them. */
  const stairs = (most: number): Rule => {
    const doubled = (value: number): boolean => value < most && (value & (value - 1)) === 0;
    return ({ threshold, amount }) => {
      const above = amount - threshold;
      return above >= 0 && above <= 2 && !(doubled(threshold) && (doubled(amount) || amount === most));
    };
  };

  it("takes stairs to their end", () => {
    expect(searched(stairs(201), "201")).toMatchObject({ choice: { threshold: 1, amount: 3 }, exact: true });
  });

  it.each([
    [245, 36], // then all pairs with a smaller sum are few, and are not asked either
    [100_003, 199_799],
  ])("ends after 3,000 questions with what it has, and then calls nothing exact: %i", (most, sum) => {
    const { choice, exact, asked } = searched(stairs(most), String(most));
    if (choice === null) throw new Error("none was found");
    expect(stairs(most)(choice)).toBe(true);
    expect(choice.threshold + choice.amount).toBe(sum);
    expect(exact).toBe(false);
    expect(asked).toHaveLength(3000);
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
