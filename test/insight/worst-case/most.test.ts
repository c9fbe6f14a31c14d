import { describe, expect, it } from "vitest";
import { byPeriod, type Ceiling, limit } from "../../../src/insight/worst-case/ceiling.js";
import { greater, type Most, type Mosts } from "../../../src/insight/worst-case/most.js";

const most = (figure: number | null, tight = false): Most => ({
  ceiling: figure === null ? null : limit(figure),
  tight,
  reachedFrom: null,
});

function mosts(each: Most): Mosts {
  const ceiling: Ceiling = each.ceiling;
  const periods = byPeriod(() => each);
  return { perTopup: each, topups: byPeriod(() => ceiling), charged: periods, attempts: { ...periods, total: each } };
}

function greaterOf(a: Most, b: Most): string {
  const { perTopup, topups, charged, attempts } = greater(mosts(a), mosts(b));
  const counts = [topups.day, topups.week, topups.month, topups.year];
  const others = [charged.day, charged.week, charged.month, charged.year, attempts.day, attempts.week, attempts.month, attempts.year];
  expect(counts).toEqual(counts.map(() => perTopup.ceiling));
  expect([...others, attempts.total]).toEqual([...others, perTopup].map(() => perTopup));
  return `${perTopup.tight ? "" : "~"}${perTopup.ceiling === null ? "unlimited" : perTopup.ceiling.most.toFixed()}`;
}

describe("what holds in either of two currencies", () => {
  it("is the greater of their bounds, tight or not", () => {
    expect(greaterOf(most(2, true), most(3))).toBe("~3");
    expect(greaterOf(most(3), most(2, true))).toBe("~3");
    expect(greaterOf(most(3, true), most(2))).toBe("3");
  });

  it("is no bound, where one of them has none", () => {
    expect(greaterOf(most(null), most(3, true))).toBe("~unlimited");
    expect(greaterOf(most(3, true), most(null))).toBe("~unlimited");
    expect(greaterOf(most(null), most(null))).toBe("~unlimited");
  });

  it("is, of equal bounds, a tight one", () => {
    expect(greaterOf(most(3, true), most(3))).toBe("3");
    expect(greaterOf(most(3), most(3, true))).toBe("3");
    expect(greaterOf(most(3), most(3))).toBe("~3");
  });
});
