import { describe, expect, it } from "vitest";
import { type Check, type Decision, evaluate, type Guard } from "../../../src/index.js";
import { english } from "../../../src/insight/explain/english.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { GUARDS } from "../../../src/model/decision.js";
import { dollars, held, heldAccount, past } from "../../support/build.js";

const pending = past({ walletId: "w1", status: "pending" });

function withCheck(decision: Decision, guard: Guard, over: Partial<Check>): Decision {
  return { ...decision, checks: decision.checks.map((check) => (check.guard === guard ? { ...check, ...over } : check)) };
}

describe("a guard that could not be judged", () => {
  const nouns: Readonly<Record<Guard, string>> = {
    enabled: "whether the profile is on",
    customer: "the customer",
    activePeriod: "the period in force",
    currency: "the currency",
    wallet: "the wallet",
    freshness: "the age of the figures",
    figures: "the figures",
    trigger: "the trigger",
    inFlight: "what is in flight",
    cooldown: "the cooldown",
    failures: "earlier failures",
    paymentMethod: "the payment method",
    amount: "the amount",
    caps: "the caps",
  };

  it.each(GUARDS)("is named: %s", (guard) => {
    const told = explain(withCheck(evaluate(held()), guard, { passed: null, reason: null, facts: {} }));
    expect(told).toContain(`Could not be judged: ${nouns[guard]}.`);
  });

  it("is named with the others, in their order", () => {
    const told = explain(evaluate(held({ cooldown: { value: 1, unit: "day" } }, { wallets: [] })));
    expect(told).toContain(
      "Could not be judged: the figures, the trigger, what is in flight, the cooldown, earlier failures, the amount and the caps.",
    );
  });

  it("is not named where nothing is to be charged, so that there was nothing to judge", () => {
    expect(explain(evaluate(held({}, { wallets: [dollars({ balance: "11" })] })))).not.toContain("judged");
    expect(explain(evaluate(held({ topup: { mode: "fixedAmount", value: "5", min: "6", max: "9", step: "10" } })))).not.toContain("judged");
  });
});

describe("every other guard that failed", () => {
  it("is told with its reason, and with its own end where the whole has none", () => {
    const { profile, account, at } = held(
      { enabled: false, cooldown: { value: 2, unit: "hour" }, requirePaymentMethod: true },
      { topups: [past({ walletId: "w1", createdAt: "2026-06-01T08:30:00Z" })] },
    );
    expect(explain(evaluate({ profile, account, at }), { account })).toBe(
      "Not eligible: the profile is switched off. " +
        'The balance of wallet "w1" is USD 4.00, USD 6.00 below the threshold of USD 10.00. ' +
        'Also in the way: the cooldown that began with top-up "t1" on Jun 1, 2026, 08:30 UTC is not over (until Jun 1, 2026, 10:30 UTC); ' +
        "the account has no payment method that collects automatically. " +
        "Waiting alone will not change this. " +
        'Decided on Jun 1, 2026, 09:00 UTC for account "a1" by profile "p1".',
    );
  });

  it("tells the figures once: as its own reason, where that is the threshold", () => {
    const told = explain(evaluate(held({ enabled: false }, { wallets: [dollars({ balance: "11" })] })));
    expect(told).toContain('Also in the way: the balance of wallet "w1" is 11, 1 above the threshold of 10.');
    expect(told.match(/threshold/g)).toHaveLength(1);
  });

  it("is named by its noun where it states no reason", () => {
    expect(explain(withCheck(evaluate(held({ enabled: false })), "cooldown", { passed: false }))).toContain(
      "Also in the way: the cooldown.",
    );
  });

  it("waits no longer than the decision: the date is told once where they are the same", () => {
    const decision = evaluate(
      held({ cooldown: { value: 1, unit: "hour" } }, { topups: [past({ walletId: "w1", createdAt: "2026-06-01T08:30:00Z" })] }),
    );
    expect(explain(decision, { detail: "reason" })).toBe(
      'Blocked: the cooldown that began with top-up "t1" on Jun 1, 2026, 08:30 UTC is not over. Next possible on Jun 1, 2026, 09:30 UTC.',
    );
  });

  it.each([
    [
      "inFlight",
      { inFlight: "block", inFlightExpiresAfter: { value: 2, unit: "day" } },
      "one earlier top-up is not settled, or not yet in the figures (counting until Jun 2, 2026, 09:00 UTC)",
    ],
    [
      "caps",
      {
        inFlight: "ignore",
        caps: [
          { window: { calendar: "week" }, maxCount: 0 },
          { window: { calendar: "year" }, maxCount: 1 },
        ],
      },
      "the cap of this calendar week leaves no room for 50: 0 of 0 top-ups made",
    ],
    [
      "caps",
      { inFlight: "ignore", caps: [{ window: { calendar: "year" }, maxCount: 1 }] },
      "the cap of this calendar year leaves no room for 50: 1 of 1 top-ups made (all caps leave room on Jan 1, 2027, 00:00 UTC)",
    ],
    [
      "caps",
      { inFlight: "ignore", caps: [{ window: { rolling: { value: 90, unit: "minute" } }, maxCharge: "10" }] },
      "the cap of the last 90 minutes leaves too little room: 0 of 10 used, 50 wanted",
    ],
    [
      "caps",
      { inFlight: "ignore", caps: [{ window: { calendar: "day" }, maxCharge: "10" }] },
      "the cap of this calendar day leaves too little room: 0 of 10 used, 50 wanted",
    ],
  ] as const)("says when it alone would be over: %s %#", (_, profile, told) => {
    expect(explain(evaluate(held({ requirePaymentMethod: true, ...profile }, { topups: [pending] })))).toContain(told);
  });

  it("says when a wait after declines would be over", () => {
    const declined = past({ walletId: "w1", status: "failed" });
    const told = explain(
      evaluate(held({ requirePaymentMethod: true, failures: { retryAfter: { value: 3, unit: "day" } } }, { topups: [declined] })),
    );
    expect(told).toContain("not over (one decline so far; until Jun 3, 2026, 09:00 UTC)");
  });
});

describe("money in flight", () => {
  it.each([
    ["net", [pending], "counts as 54 (4 and 50 in flight)"],
    ["ignore", [pending], "One earlier top-up that is not yet in the figures is not taken into account."],
    [
      "ignore",
      [pending, past({ id: "t2", walletId: "w1", status: "unknown" })],
      "2 earlier top-ups that are not yet in the figures are not taken into account.",
    ],
  ] as const)("is told under the policy %s", (inFlight, topups, told) => {
    expect(explain(evaluate(held({ inFlight }, { topups })))).toContain(told);
  });

  it("is not told where there is none, nor where it is what blocks", () => {
    expect(explain(evaluate(held({ inFlight: "ignore" })))).not.toContain("taken into account");
    expect(explain(evaluate(held({ inFlight: "block" }, { topups: [pending] })))).not.toContain("taken into account");
  });
});

describe("what the charge would be", () => {
  it("is told of a decision that is due or blocked", () => {
    expect(explain(evaluate(held()))).toContain(" The top-up would come to 50. ");
    expect(explain(evaluate(held({ requirePaymentMethod: true })), { account: heldAccount() })).toContain(
      " The top-up would come to USD 50.00. ",
    );
  });

  it("is told with the credit, where that is another figure", () => {
    const { profile, account, at } = held({}, { wallets: [{ id: "w1", unit: "credits", rate: "0.1", balance: "4" }] });
    expect(explain(evaluate({ profile, account, at }), { account })).toContain(
      " The top-up would come to USD 5.00, for a credit of 50 credits. ",
    );
  });

  it("is told in money by a cap that refuses it", () => {
    const { profile, account, at } = held(
      { caps: [{ window: { calendar: "day" }, maxCharge: "3" }] },
      { wallets: [{ id: "w1", unit: "credits", rate: "0.1", balance: "4" }] },
    );
    expect(explain(evaluate({ profile, account, at }), { account, detail: "reason" })).toBe(
      "Blocked: the cap of this calendar day leaves too little room: USD 0.00 of USD 3.00 used, USD 5.00 wanted. Waiting alone will not change this.",
    );
  });

  it("is told without the credit where a cap reduces it, since that is of before", () => {
    const told: unknown[] = [];
    const wouldCharge = (facts: unknown): string => `${told.push(facts)}`;
    const { profile, account, at } = held({ caps: [{ window: { calendar: "day" }, maxCharge: "30", onExceed: "reduce" }] });
    explain(evaluate({ profile, account, at }), { account, catalogue: { ...english, wouldCharge } });
    expect(told).toEqual([{ charge: "USD 30.00", credit: null, uncapped: "USD 50.00" }]);
  });

  it("is told as a cap reduces it", () => {
    const { profile, account, at } = held({ caps: [{ window: { calendar: "day" }, maxCharge: "30", onExceed: "reduce" }] });
    expect(explain(evaluate({ profile, account, at }), { account })).toContain(
      " The top-up would come to USD 30.00, reduced from USD 50.00 by a cap. ",
    );
  });

  it.each([
    ["is not due", held({}, { wallets: [dollars({ balance: "11" })] })],
    ["is not eligible", held({ enabled: false })],
    ["is refused by a cap", held({ caps: [{ window: { calendar: "day" }, maxCharge: "30" }] })],
  ])("is not told of one that %s", (_, question) => {
    expect(explain(evaluate(question))).not.toContain("The top-up would come to");
  });
});

it("the figures' own date is told, where the account has one", () => {
  expect(explain(evaluate(held({}, { asOf: "2026-06-01T08:59:30Z" })))).toMatch(
    / Decided on Jun 1, 2026, 09:00 UTC for account "a1" by profile "p1", from figures read on Jun 1, 2026, 08:59:30 UTC\.$/,
  );
});
