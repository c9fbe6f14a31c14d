import { describe, expect, it } from "vitest";
import type { Cap, Duration, ProfileInput, TopupRuleInput } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

const monthly = (over: Partial<Cap>): Cap => ({ window: { calendar: "month" }, ...over });
const fixed: TopupRuleInput = { mode: "fixedAmount", value: "150" };
const capped = (cap: Partial<Cap>, topup: TopupRuleInput = fixed): ProfileInput => owedRule({ topup, caps: [monthly(cap)] });

describe("capBelowCharge", () => {
  const code = "capBelowCharge";

  it("is certain where the cap refuses, and cuts each top-up where it reduces", () => {
    expect(foundOf(code, capped({ maxCharge: "149.99" }))).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "150" }))).toEqual([]);
    expect(foundOf(code, capped({ maxCharge: "149.99", onExceed: "reduce" }))).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "150", onExceed: "reduce" }))).toEqual([]);
  });

  it("is a cap of nothing", () => {
    expect(foundOf(code, capped({ maxCount: 0 }))).toEqual(["error caps.0.maxCount"]);
    expect(foundOf(code, capped({ maxCount: 1 }))).toEqual([]);
    expect(foundOf(code, capped({ maxCharge: "0" }))).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, heldRule({ caps: [monthly({ maxCharge: "0" })] }))).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, heldRule({ caps: [monthly({ maxCount: 0 })] }), holder())).toEqual(["error caps.0.maxCount"]);
  });

  it("goes by the least that a target needs: from the threshold", () => {
    const topup: TopupRuleInput = { mode: "toTarget", value: "300" };
    expect(foundOf(code, capped({ maxCharge: "99.99" }, topup), debtor())).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "100", onExceed: "reduce" }, topup), debtor())).toEqual([]);
    expect(foundOf(code, capped({ maxCharge: "99.99", onExceed: "reduce" }, topup), debtor())).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "99.99" }, topup))).toEqual([]);
  });

  it("goes by the least that a schedule to a target can need: a minor unit, or the minimum", () => {
    const trigger = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;
    const topup: TopupRuleInput = { mode: "toTarget", value: "0", basis: "outstanding" };
    const rule = (maxCharge: string): ProfileInput => ({ ...capped({ maxCharge }, topup), trigger });
    expect(foundOf(code, rule("0.01"), debtor())).toEqual([]);
    expect(foundOf(code, rule("0.009"), debtor())).toEqual(["error caps.0.maxCharge"]);
  });

  it("goes by the least that is needed past the threshold, where nothing is at it", () => {
    const trigger = { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit" } as const;
    const noLimit = debtor({ limits: { credit: "0" } });
    expect(foundOf(code, { ...capped({ maxCharge: "149.99" }), trigger }, noLimit)).toEqual(["error caps.0.maxCharge"]);
    const atThreshold = heldRule({
      trigger: { basis: "balance", type: "absoluteAmount", value: "10", boundary: "exclusive" },
      topup: { mode: "toTarget", value: "10", step: "5" },
    });
    expect(foundOf(code, { ...atThreshold, caps: [monthly({ maxCharge: "4.99" })] }, holder())).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, { ...atThreshold, caps: [monthly({ maxCharge: "5" })] }, holder())).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, { ...atThreshold, caps: [monthly({ maxCharge: "10" })] }, holder())).toEqual([]);
  });

  it("warns of one that refuses what it takes from nothing left: the further the figure falls, the more is needed", () => {
    const topup: TopupRuleInput = { mode: "toTarget", value: "300" };
    expect(foundOf(code, capped({ maxCharge: "199.99" }, topup), debtor())).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "200" }, topup), debtor())).toEqual([]);
    expect(foundOf(code, capped({ maxCharge: "199.99", onExceed: "reduce" }, topup), debtor())).toEqual([]);
    expect(foundOf(code, capped({ maxCharge: "199.99" }, { ...topup, max: "150" }), debtor())).toEqual([]);
    const repeated: TopupRuleInput = { mode: "fixedAmount", value: "30", repeat: "untilClear" };
    expect(foundOf(code, capped({ maxCharge: "119" }, repeated))).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "120" }, repeated))).toEqual([]);
  });

  it("needs the wallet, whose rate says what a top-up costs", () => {
    const rule = heldRule({ caps: [monthly({ maxCharge: "4.99" })] });
    expect(foundOf(code, rule)).toEqual([]);
    expect(foundOf(code, rule, holder({}, { unit: "credits", rate: "0.1" }))).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, rule, holder({}, { unit: "credits", rate: "0.0998" }))).toEqual([]);
  });

  it("judges each cap by itself", () => {
    const caps = [monthly({ maxCharge: "100" }), monthly({ maxCharge: "200" }), monthly({ maxCharge: "140", onExceed: "reduce" })];
    expect(foundOf(code, owedRule({ topup: fixed, caps }))).toEqual(["warning caps.0.maxCharge", "warning caps.2.maxCharge"]);
  });

  it("judges what the caps that reduce leave, and blames the one that refuses it", () => {
    const reduced = monthly({ maxCharge: "90", onExceed: "reduce" });
    const of = (maxCharge: string): string[] => foundOf(code, owedRule({ topup: fixed, caps: [monthly({ maxCharge }), reduced] }));
    expect(of("90")).toEqual(["warning caps.1.maxCharge"]);
    expect(of("89.99")).toEqual(["warning caps.0.maxCharge", "warning caps.1.maxCharge"]);
    const nothing = monthly({ maxCharge: "0", onExceed: "reduce" });
    expect(foundOf(code, owedRule({ topup: fixed, caps: [monthly({ maxCharge: "1" }), nothing] }))).toEqual(["error caps.1.maxCharge"]);
  });

  it("is none where it hangs on a limit that is not known", () => {
    const rule = capped({ maxCharge: "550" }, { mode: "toTarget", value: "-600" });
    expect(foundOf(code, rule)).toEqual([]);
    expect(foundOf(code, rule, debtor({ limits: { credit: "0" } }))).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, rule, debtor())).toEqual(["error caps.0.maxCharge"]);
  });

  it("is none where nothing fires anyway", () => {
    expect(foundOf(code, capped({ maxCharge: "1" }), debtor({ limits: { credit: null } }))).toEqual([]);
  });

  it("tells the figures", () => {
    const [first] = lintProfile(capped({ maxCharge: "100" }), debtor()).filter((finding) => finding.code === code);
    expect(first?.message).toBe(
      "The cap of 100 GBP in a window (calendar month) is below one top-up, which charges 150 GBP: nothing is ever charged.",
    );
  });
});

describe("capBelowMinimum", () => {
  const code = "capBelowMinimum";
  const topup: TopupRuleInput = { mode: "toTarget", value: "300", min: "120" };

  it("is a cap below what min costs, which it would let through without one", () => {
    for (const onExceed of ["refuse", "reduce"] as const) {
      expect(foundOf(code, capped({ maxCharge: "119.99", onExceed }, topup), debtor())).toEqual(["error caps.0.maxCharge"]);
      expect(foundOf("capBelowCharge", capped({ maxCharge: "119.99", onExceed }, topup), debtor())).toEqual([]);
      expect(foundOf(code, capped({ maxCharge: "120", onExceed }, topup), debtor())).toEqual([]);
    }
  });

  it("is what makes a cap that reduces refuse", () => {
    const least: TopupRuleInput = { mode: "fixedAmount", value: "150", min: "100" };
    expect(foundOf(code, capped({ maxCharge: "99", onExceed: "reduce" }, least))).toEqual(["error caps.0.maxCharge"]);
    expect(foundOf(code, capped({ maxCharge: "100", onExceed: "reduce" }, least))).toEqual([]);
    expect(foundOf("capBelowCharge", capped({ maxCharge: "100", onExceed: "reduce" }, least))).toEqual(["warning caps.0.maxCharge"]);
  });

  it("is none without a min, or of a cap that refuses the amount without it as well", () => {
    expect(foundOf(code, capped({ maxCharge: "99" }))).toEqual([]);
    const least: TopupRuleInput = { mode: "fixedAmount", value: "150", min: "100" };
    expect(foundOf(code, capped({ maxCharge: "99" }, least))).toEqual([]);
    expect(foundOf("capBelowCharge", capped({ maxCharge: "99" }, least))).toEqual(["error caps.0.maxCharge"]);
  });
});

describe("a cap that refuses beside one that reduces", () => {
  const of = (refusing: Partial<Cap>, reducing: string): string[] =>
    foundOf("capBelowCharge", owedRule({ topup: fixed, caps: [monthly(refusing), monthly({ maxCharge: reducing, onExceed: "reduce" })] }));

  it("is not certain to refuse: what is left of the other can be less", () => {
    expect(of({ maxCharge: "149" }, "150")).toEqual(["warning caps.0.maxCharge"]);
    expect(of({ maxCharge: "149" }, "149")).toEqual(["warning caps.1.maxCharge"]);
    expect(foundOf("capBelowCharge", owedRule({ topup: fixed, caps: [monthly({ maxCharge: "149" })] }))).toEqual([
      "error caps.0.maxCharge",
    ]);
    const [finding] = lintProfile(
      owedRule({ topup: fixed, caps: [monthly({ maxCharge: "149" }), monthly({ maxCharge: "150", onExceed: "reduce" })] }),
    );
    expect(finding?.message).toMatch(/: it is refused unless another cap cuts it to less\.$/);
  });

  it("is certain to refuse where the other counts top-ups alone, and so cuts nothing", () => {
    const caps = [monthly({ maxCharge: "149" }), monthly({ maxCount: 9, onExceed: "reduce" })];
    expect(foundOf("capBelowCharge", owedRule({ topup: fixed, caps }))).toEqual(["error caps.0.maxCharge"]);
  });

  it("refuses everything all the same where it allows nothing", () => {
    expect(of({ maxCharge: "0" }, "150")).toEqual(["error caps.0.maxCharge"]);
    expect(of({ maxCount: 0 }, "150")).toEqual(["error caps.0.maxCount"]);
  });
});

describe("cooldownBeyondCap", () => {
  const code = "cooldownBeyondCap";
  const of = (cooldown: Duration, cap: Partial<Cap> & Pick<Cap, "window">): string[] =>
    foundOf(code, owedRule({ cooldown, caps: [{ maxCount: 2, ...cap }] }));
  const days = (value: number): Duration => ({ value, unit: "day" });
  const hours = (value: number): Duration => ({ value, unit: "hour" });

  it.each([
    ["day", 1],
    ["week", 7],
    ["month", 31],
    ["year", 366],
  ] as const)("is a cooldown of as many dates as a calendar %s can have", (calendar, dates) => {
    expect(of(days(dates), { window: { calendar } })).toEqual(["info caps.0.window"]);
    expect(of(days(dates - 1), { window: { calendar } })).toEqual([]);
  });

  it("is one of hours that is longer than the longest such period", () => {
    expect(of(hours(48), { window: { calendar: "day" } })).toEqual(["info caps.0.window"]);
    expect(of(hours(24), { window: { calendar: "day" } })).toEqual([]);
  });

  it("is one as long as a rolling window, in elapsed time", () => {
    expect(of(hours(5), { window: { rolling: hours(5) } })).toEqual(["info caps.0.window"]);
    expect(of(hours(5), { window: { rolling: { value: 18_001, unit: "second" } } })).toEqual([]);
    // The second of two dates can follow a minute after the first.
    expect(of(days(2), { window: { rolling: hours(25) } })).toEqual([]);
    expect(of(days(4), { window: { rolling: hours(25) } })).toEqual(["info caps.0.window"]);
  });

  it("is none of a cap that manual ones use up too, or that bounds a single charge", () => {
    const week = { calendar: "week" } as const;
    expect(of(days(7), { window: week, counts: "all" })).toEqual([]);
    expect(of(days(7), { window: week, maxCharge: "149" })).toEqual([]);
    expect(of(days(7), { window: week, maxCharge: "150" })).toEqual(["info caps.0.window"]);
    expect(of(days(7), { window: week, maxCount: 0 })).toEqual([]);
    const target = owedRule({ topup: { mode: "toTarget", value: "0" }, cooldown: days(7) });
    const cap = { window: week, maxCharge: "600" };
    expect(foundOf(code, { ...target, caps: [cap] }, debtor())).toEqual([]);
    expect(foundOf(code, { ...target, topup: { mode: "toTarget", value: "0", max: "600" }, caps: [cap] }, debtor())).toEqual([
      "info caps.0.window",
    ]);
    const dear = { window: week, maxCharge: "99999999999999999999" };
    for (const each of [cap, dear]) expect(foundOf(code, heldRule({ cooldown: days(7), caps: [each] }))).toEqual([]); // at what rate?
  });

  it("tells both lengths in words", () => {
    const message = (cooldown: Duration, window: Cap["window"]): string | undefined =>
      lintProfile(owedRule({ cooldown, caps: [{ window, maxCount: 2 }] }))[0]?.message;
    expect(message(days(40), { calendar: "month" })).toBe(
      "With a cooldown of 40 days, no two top-ups fall in one window (calendar month): the cap is never reached.",
    );
    expect(message(hours(30), { rolling: hours(24) })).toMatch(/^With a cooldown of 30 hours, .* one window \(rolling 24 hours\):/);
    expect(message(days(9), { rolling: days(1) })).toMatch(/^With a cooldown of 9 days, .* one window \(rolling 1 day\):/);
  });

  it("is none without a cooldown", () => {
    expect(foundOf(code, owedRule({ caps: [{ window: { calendar: "day" }, maxCount: 2 }] }))).toEqual([]);
  });
});
