import { describe, expect, it } from "vitest";
import { type Check, evaluate, planTopup } from "../../../src/index.js";
import { windowOf } from "../../../src/insight/explain/cap-window.js";
import { standingOf } from "../../../src/insight/explain/comparison.js";
import { english } from "../../../src/insight/explain/english.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { factsOf } from "../../../src/insight/explain/facts.js";
import type { ReasonFacts } from "../../../src/insight/explain/reason-facts.js";
import { dollars, held, past, topupPlan } from "../../support/build.js";

const { reasons } = english;
const three = { text: "3", number: 3 };

describe("what is not known is left out, where all the others are told", () => {
  const capped = (known: Partial<ReasonFacts["capReached"]>): string => {
    const nothing = { window: null, charge: null, usedCharge: null, maxCharge: null, usedCount: null, maxCount: null, until: null };
    return reasons.capReached({ ...nothing, ...known });
  };

  it("of a cap", () => {
    expect(capped({})).toBe("the cap leaves too little room");
    expect(capped({ maxCount: three })).toBe("the cap leaves too little room");
    expect(capped({ usedCount: three })).toBe("the cap leaves too little room");
    expect(capped({ usedCount: three, maxCount: three })).toBe("the cap leaves no room: 3 of 3 top-ups made");
    expect(capped({ charge: "USD 5.00" })).toBe("the cap leaves too little room: USD 5.00 wanted");
  });

  it("of two currencies", () => {
    const mismatch = (required: string | null, actual: string | null): string =>
      reasons.currencyMismatch({ required, actual, wallet: null });
    expect([mismatch(null, "EUR"), mismatch("EUR", null), mismatch(null, null)]).toEqual(
      Array<string>(3).fill("the profile is for another currency"),
    );
    expect(mismatch("USD", "EUR")).toBe("the profile is for USD, and the account is in EUR");
  });

  it("of a target that is met", () => {
    expect(reasons.alreadyAtTarget({ credit: null })).toBe("the target is met already");
    expect(reasons.alreadyAtTarget({ credit: "USD 0.00" })).toBe("the target is met already (the credit would be USD 0.00)");
  });

  it("of a credit", () => {
    expect(english.wouldCharge({ charge: "USD 5.00", credit: null, uncapped: null })).toBe("The top-up would come to USD 5.00.");
  });

  it("of a plan: what is to be done", () => {
    const plan = topupPlan(held());
    expect(explain({ ...plan, actions: [] })).toBe(
      'Due: the balance of wallet "w1" is USD 4.00, USD 6.00 below the threshold of USD 10.00. ' +
        'USD 50.00 will be credited to wallet "w1". ' +
        'The balance of wallet "w1" will then be USD 54.00, USD 44.00 above the threshold of USD 10.00. ' +
        'Decided on Jun 1, 2026, 09:00 UTC for account "a1" by profile "p1".',
    );
    expect(explain({ ...plan, actions: [] }).split(". ")).toHaveLength(explain(plan).split(". ").length - 1);
  });
});

describe("a decision that was put together by hand", () => {
  const decision = evaluate(held({}, { wallets: [dollars({ balance: "11" })] }));

  it("is told by the check that has its reason", () => {
    const checks = decision.checks.map((check) => {
      const reason = check.guard === "customer" ? "otherCustomer" : check.guard === "currency" ? "currencyMismatch" : check.reason;
      return { ...check, reason, passed: reason === null, facts: { required: "EUR", actual: "USD", customerId: "a9" } };
    });
    const told = explain({ ...decision, outcome: "ineligible", reason: "currencyMismatch", checks }, { detail: "reason" });
    expect(told).toBe('Not eligible: the profile is for EUR, and wallet "w1" is in USD. Waiting alone will not change this.');
  });

  it("is told without facts that are not what they should be", () => {
    const wrong = factsOf({ ...(decision.checks[0] as Check), facts: { name: 5, word: "", count: "5" as never, known: "x" } });
    expect([wrong.text("name"), wrong.text("word"), wrong.text("none"), wrong.text("known")]).toEqual([null, null, null, "x"]);
    expect([wrong.count("count"), wrong.count("name")]).toEqual([null, 5]);
  });
});

it("a cap's window is known by its whole text", () => {
  const spoken = { locale: "en", timeZone: "UTC", unit: "USD", currency: "USD" };
  const of = (window: string) =>
    windowOf(factsOf({ guard: "caps", passed: false, reason: null, eligibleAt: null, facts: { window } }), spoken);
  expect(of("calendar week")).toEqual({ calendar: "week" });
  expect(of("rolling 3 hour")).toEqual({ rolling: "3 hours", value: 3, unit: "hour" });
  for (const other of ["calendar weeks", "a calendar week", "rolling 3 hours", "a rolling 3 hour", "week"]) expect(of(other)).toBeNull();
});

it("the whole is told where nothing else is asked for", () => {
  const decision = evaluate(held());
  expect(explain(decision, { detail: "full" })).toBe(explain(decision));
});

it("a catalogue is not told that it waits for a cap where no date frees it", () => {
  const waits: boolean[] = [];
  const listening = { ...english, next: (facts: Parameters<typeof english.next>[0]) => String(waits.push(facts.whenCapsAllow)) };
  const capped = (cap: object) =>
    held({ caps: [{ window: { calendar: "month" }, ...cap }] }, { topups: [past({ walletId: "w1", createdAt: "2026-06-01T08:30:00Z" })] });
  for (const cap of [{ maxCharge: "1" }, { maxCount: 1 }]) explain(evaluate(capped(cap)), { catalogue: listening });
  expect(waits).toEqual([false, true]);
});

it("a figure stands before its threshold, at it, or past it", () => {
  const wording = { locale: "en", timeZone: "UTC", unit: "USD", currency: "USD" };
  const side = (distance: string): string => standingOf(distance, null, "inclusive", wording).side;
  expect(["1", "0", "-1"].map(side)).toEqual(["before", "at", "past"]);
});

it("a plan that is none is told as its decision", () => {
  const plan = planTopup(held({ enabled: false }));
  expect(explain(plan)).toBe(explain(plan.decision));
});
