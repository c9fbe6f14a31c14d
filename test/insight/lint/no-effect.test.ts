import { describe, expect, it } from "vitest";
import type { AccountInput, ProfileInput } from "../../../src/index.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

const idle = (profile: ProfileInput, account?: AccountInput): string[] =>
  foundOf("noEffect", profile, account).map((line) => line.replace("info ", ""));
const day = { value: 1, unit: "day" } as const;
const schedule = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;

describe("a key without effect is", () => {
  it("a cooldown of 0", () => {
    expect(idle(heldRule({ cooldown: { value: 0, unit: "hour" } }))).toEqual(["cooldown"]);
    expect(idle(heldRule({ cooldown: day }))).toEqual([]);
  });

  it("an expiry of what is in flight, where that is ignored or no figure is netted", () => {
    expect(idle(heldRule({ inFlight: "ignore", inFlightExpiresAfter: day }))).toEqual(["inFlightExpiresAfter"]);
    expect(idle(heldRule({ inFlight: "block", inFlightExpiresAfter: day }))).toEqual([]);
    expect(idle(owedRule({ trigger: schedule, inFlightExpiresAfter: day }))).toEqual(["inFlightExpiresAfter"]);
    expect(idle(owedRule({ trigger: schedule, inFlight: "block", inFlightExpiresAfter: day }))).toEqual([]);
    const topup = { mode: "toTarget", value: "0", basis: "outstanding" } as const;
    expect(idle(owedRule({ trigger: schedule, topup, inFlightExpiresAfter: day }))).toEqual([]);
  });

  it("a failure policy of its own with a grant", () => {
    const settlement = { kind: "grant" } as const;
    expect(idle(heldRule({ settlement, failures: { retryAfter: day } }))).toEqual(["failures"]);
    expect(idle(heldRule({ settlement, failures: "none" }))).toEqual([]);
    expect(idle(heldRule({ settlement }))).toEqual([]);
  });

  it("one that differs from what is meant where nothing is said, by anything", () => {
    const settlement = { kind: "grant" } as const;
    const meant = { retryAfter: day, backoff: "doubling", maxRetryAfter: { value: 7, unit: "day" }, suspendAfter: 3 } as const;
    expect(idle(heldRule({ settlement, failures: meant }))).toEqual([]);
    const others: Exclude<ProfileInput["failures"], "none">[] = [
      { retryAfter: { value: 2, unit: "day" } },
      { retryAfter: { value: 1, unit: "hour" } },
      { retryAfter: null },
      { backoff: "constant", maxRetryAfter: null },
      { maxRetryAfter: { value: 8, unit: "day" } },
      { maxRetryAfter: null },
      { suspendAfter: 4 },
    ];
    for (const other of others) expect(idle(heldRule({ settlement, failures: { ...meant, ...other } }))).toEqual(["failures"]);
  });

  it("doubling without anything to double, or that a ceiling keeps from doubling", () => {
    const failures = { backoff: "doubling", suspendAfter: 3 } as const;
    expect(idle(heldRule({ failures }))).toEqual(["failures.backoff"]);
    expect(idle(heldRule({ failures: { ...failures, retryAfter: day, maxRetryAfter: { value: 24, unit: "hour" } } }))).toEqual([
      "failures.backoff",
    ]);
    expect(idle(heldRule({ failures: { ...failures, retryAfter: day, maxRetryAfter: { value: 25, unit: "hour" } } }))).toEqual([]);
    expect(idle(heldRule({ failures: { ...failures, retryAfter: day } }))).toEqual([]);
    expect(idle(heldRule({ failures: { suspendAfter: 3 } }))).toEqual([]);
  });

  it("a wait where the first decline suspends", () => {
    expect(idle(heldRule({ failures: { retryAfter: day, suspendAfter: 1 } }))).toEqual(["failures.retryAfter"]);
    expect(idle(heldRule({ failures: { retryAfter: day, suspendAfter: 2 } }))).toEqual([]);
  });

  it("reducing where a cap counts top-ups alone", () => {
    const window = { calendar: "day" } as const;
    const caps = [
      { window, maxCount: 3, onExceed: "reduce" },
      { window, maxCount: 3, maxCharge: "500", onExceed: "reduce" },
      { window, maxCount: 3 },
    ] as const;
    expect(idle(owedRule({ caps }))).toEqual(["caps.0.onExceed"]);
  });

  it("credit terms on a basis that is owed", () => {
    const credit = { expiresAfter: { value: 1, unit: "month" } } as const;
    expect(idle(owedRule({ credit }))).toEqual(["credit"]);
    expect(idle(heldRule({ credit }))).toEqual([]);
  });

  it("repeating under the customer's own amount", () => {
    const rule = heldRule({ topup: { mode: "fixedAmount", value: "50", repeat: "untilClear" } });
    expect(idle(rule, holder({ autoTopupAmount: "70" }))).toEqual(["topup.repeat"]);
    expect(idle(rule, holder())).toEqual([]);
    expect(idle(rule)).toEqual([]);
  });

  it("a step of one unit", () => {
    const rule = (step: string): ProfileInput => heldRule({ topup: { mode: "toTarget", value: "50", step } });
    expect(idle(rule("0.01"), holder())).toEqual(["topup.step"]);
    expect(idle(rule("0.02"), holder())).toEqual([]);
    expect(idle(rule("0.01"))).toEqual([]);
    expect(idle(rule("1"), holder({}, { unit: "credits", rate: "1", scale: 0 }))).toEqual(["topup.step"]);
  });

  it("a bound that a fixed amount keeps to anyway", () => {
    const rule = (over: object): ProfileInput => heldRule({ topup: { mode: "fixedAmount", value: "50", ...over } });
    expect(idle(rule({ min: "50", max: "50" }), holder())).toEqual(["topup.max", "topup.min"]);
    expect(idle(rule({ min: "50.01" }), holder())).toEqual([]);
    expect(idle(rule({ max: "49.99" }), holder())).toEqual([]);
    expect(idle(rule({ min: "50", max: "100", repeat: "untilClear" }), holder())).toEqual([]);
    expect(idle(rule({ step: "60", max: "59" }), holder())).toEqual([]); // nothing can be charged
    expect(idle(rule({ min: "50", max: "50" }))).toEqual([]); // another customer may have an amount of its own
    expect(idle(rule({ min: "60", max: "70" }), holder({ autoTopupAmount: "65" }))).toEqual(["topup.max", "topup.min"]);
  });

  it("a customer's own amount, which is money, for a wallet of credits", () => {
    const own = { autoTopupAmount: "50" };
    expect(idle(heldRule(), holder(own, { unit: "credits", rate: "0.1" }))).toEqual(["account.autoTopupAmount"]);
    expect(idle(heldRule(), holder(own))).toEqual([]);
    expect(idle(owedRule(), debtor({ autoTopupAmount: "150" }))).toEqual([]);
  });
});
