import { describe, expect, it } from "vitest";
import { evaluate, type EvaluateInput, type Reason } from "../../../src/index.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { REASONS } from "../../../src/model/decision.js";
import { AT, credits, dollars, held, heldProfile, owed, past, scheduled } from "../../support/build.js";

const LATER = "2026-06-03T09:00:00Z";
const EARLIER = "2026-05-30T09:00:00Z";
const declined = past({ id: "t9", walletId: "w1", status: "failed", createdAt: "2026-06-01T08:00:00Z" });
const monthly = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T09:00:00Z" } as const;

/** A question for each reason and for each way in which it comes about, and what is told. */
const cases: readonly (readonly [reason: Reason, question: EvaluateInput, told: string])[] = [
  ["thresholdReached", held(), 'Due: the balance of wallet "w1" is USD 4.00, USD 6.00 below the threshold of USD 10.00.'],
  [
    "thresholdReached",
    held({}, { wallets: [dollars({ balance: "10" })] }),
    'Due: the balance of wallet "w1" is USD 10.00, exactly the threshold.',
  ],
  [
    "thresholdReached",
    owed(),
    "Due: the outstanding amount is GBP 430.00, GBP 30.00 above the threshold of GBP 400.00 (limit: GBP 500.00).",
  ],
  [
    "thresholdReached",
    owed({}, { owed: { outstanding: "480" }, topups: [past({ status: "pending" })] }),
    "Due: the outstanding amount counts as GBP 430.00 (GBP 480.00 less GBP 50.00 in flight), GBP 30.00 above the threshold of GBP 400.00 (limit: GBP 500.00).",
  ],
  ["scheduleReached", scheduled(), "Due: the scheduled date of Jun 1, 2026, 09:00 UTC has come, and no top-up has been made for it yet."],
  ["profileDisabled", held({ enabled: false }), "Not eligible: the profile is switched off. Waiting alone will not change this."],
  ["otherCustomer", held({ customerId: "c9" }), 'Not eligible: the profile is for account "c9" alone. Waiting alone will not change this.'],
  [
    "notYetActive",
    held({ activeFrom: LATER }),
    "Not eligible: the profile is in force only from Jun 3, 2026, 09:00 UTC. Next possible on Jun 3, 2026, 09:00 UTC.",
  ],
  [
    "expired",
    held({ activeUntil: EARLIER }),
    "Not eligible: the profile was in force only until May 30, 2026, 09:00 UTC. Waiting alone will not change this.",
  ],
  [
    "currencyMismatch",
    held({ currency: "EUR", walletId: "w1" }),
    'Not eligible: the profile is for EUR, and wallet "w1" is in USD. Waiting alone will not change this.',
  ],
  [
    "currencyMismatch",
    owed({ currency: "EUR" }),
    "Not eligible: the profile is for EUR, and the account is in GBP. Waiting alone will not change this.",
  ],
  ["noWallet", held({}, { wallets: [] }), "Not eligible: the account has no active wallet. Waiting alone will not change this."],
  ["noWallet", held({ walletId: "w7" }), 'Not eligible: the account has no wallet "w7". Waiting alone will not change this.'],
  ["noWallet", held({ currency: "EUR" }), "Not eligible: the account has no active wallet in EUR. Waiting alone will not change this."],
  [
    "walletInactive",
    held({ walletId: "w1" }, { wallets: [dollars({ status: "frozen" })] }),
    'Not eligible: wallet "w1" is frozen. Waiting alone will not change this.',
  ],
  [
    "walletInactive",
    held({ walletId: "w1" }, { wallets: [dollars({ status: "closed" })] }),
    'Not eligible: wallet "w1" is closed. Waiting alone will not change this.',
  ],
  [
    "walletAmbiguous",
    held({}, { wallets: [dollars(), credits({ id: "w2" })] }),
    "Cannot be decided: the account has 2 active wallets, and the profile names none of them. Waiting alone will not change this.",
  ],
  [
    "walletAmbiguous",
    held({ currency: "USD" }, { wallets: [dollars(), dollars({ id: "w2" })] }),
    "Cannot be decided: the account has 2 active wallets in USD, and the profile names none of them. Waiting alone will not change this.",
  ],
  [
    "staleSnapshot",
    held({ staleAfter: { value: 1, unit: "hour" } }, { asOf: "2026-05-31T05:59:59.999Z" }),
    "Cannot be decided: the figures were read on May 31, 2026, 05:59:59.999 UTC, which is too long ago (1 day 3 hours 0.001 seconds). Waiting alone will not change this.",
  ],
  [
    "staleSnapshot",
    held({ staleAfter: { value: 1, unit: "hour" } }),
    "Cannot be decided: it is not known when the figures were read, and the profile asks for fresh ones. Waiting alone will not change this.",
  ],
  [
    "inFuture",
    held({}, { asOf: "2026-06-01T09:00:01Z" }),
    "Cannot be decided: the account's data are dated up to Jun 1, 2026, 09:00:01 UTC, which is after the moment of the decision. Next possible on Jun 1, 2026, 09:00:01 UTC.",
  ],
  [
    "basisUnknown",
    held({}, { wallets: [dollars({ balance: null })] }),
    'Cannot be decided: the balance of wallet "w1" is not known. Waiting alone will not change this.',
  ],
  ["basisUnknown", owed({}, { owed: {} }), "Cannot be decided: the outstanding amount is not known. Waiting alone will not change this."],
  [
    "limitUnknown",
    owed({}, { limits: {} }),
    'Cannot be decided: the limit "credit" of the account is not known. Waiting alone will not change this.',
  ],
  [
    "thresholdNotReached",
    held({}, { wallets: [dollars({ balance: "1250.5" })] }),
    'Not due: the balance of wallet "w1" is USD 1,250.50, USD 1,240.50 above the threshold of USD 10.00. No date can be given: it depends on how the figure moves.',
  ],
  [
    "thresholdNotReached",
    held({}, { topups: [past({ walletId: "w1", status: "pending" })] }),
    'Not due: the balance of wallet "w1" counts as USD 54.00 (USD 4.00 and USD 50.00 in flight), USD 44.00 above the threshold of USD 10.00. No date can be given: it depends on how the figure moves.',
  ],
  [
    "thresholdNotReached",
    owed({}, { topups: [past({ status: "pending" })] }),
    "Not due: the outstanding amount counts as GBP 380.00 (GBP 430.00 less GBP 50.00 in flight), GBP 20.00 below the threshold of GBP 400.00 (limit: GBP 500.00). No date can be given: it depends on how the figure moves.",
  ],
  [
    "thresholdNotReached",
    held({ trigger: { ...heldProfile().trigger, boundary: "exclusive" } as never }, { wallets: [dollars({ balance: "10" })] }),
    'Not due: the balance of wallet "w1" is USD 10.00, exactly the threshold, which counts as reached only past it. No date can be given: it depends on how the figure moves.',
  ],
  [
    "unlimited",
    owed({}, { limits: { credit: null } }),
    "Not due: the limit that the threshold goes by is unlimited, so no figure ever reaches it. Waiting alone will not change this.",
  ],
  [
    "unlimited",
    owed({ topup: { mode: "toPercentOfLimit", value: "50", referenceLimit: "other" } }, { limits: { credit: "500", other: null } }),
    "Not due: the limit that the amount goes by is unlimited, so no amount follows from it. Waiting alone will not change this.",
  ],
  [
    "unlimited",
    scheduled(
      { topup: { mode: "toPercentOfLimit", value: "50", referenceLimit: "credit", basis: "outstanding" } },
      { limits: { credit: null } },
    ),
    "Not due: the limit that the amount goes by is unlimited, so no amount follows from it. Waiting alone will not change this.",
  ],
  [
    "alreadyAtTarget",
    held({ topup: { mode: "toTarget", value: "3" } }),
    "Not due: the target is met already (the credit would be -USD 1.00). No date can be given: it depends on how the figure moves.",
  ],
  [
    "scheduleNotReached",
    scheduled({}, { topups: [past({ createdAt: "2026-06-01T09:00:00Z" })] }),
    'Not due: top-up "t1" has already been made for the scheduled date of Jun 1, 2026, 09:00 UTC. Next possible on Jul 1, 2026, 09:00 UTC.',
  ],
  [
    "scheduleNotReached",
    scheduled({ trigger: { ...monthly, startingAt: LATER } }),
    "Not due: no scheduled date has come yet. Next possible on Jun 3, 2026, 09:00 UTC.",
  ],
  [
    "scheduleNotReached",
    scheduled({ trigger: { ...monthly, startingAt: LATER }, requirePaymentMethod: true }),
    "Not due: no scheduled date has come yet (the next scheduled date is Jun 3, 2026, 09:00 UTC). Waiting alone will not change this, because of the payment method.",
  ],
  [
    "topupInFlight",
    held({ inFlight: "block" }, { topups: [past({ walletId: "w1", status: "pending" })] }),
    "Blocked: one earlier top-up is not settled, or not yet in the figures. No date can be given: it depends on when earlier top-ups are settled and in the figures.",
  ],
  [
    "topupInFlight",
    held(
      { inFlight: "block" },
      { topups: [past({ walletId: "w1", status: "pending" }), past({ id: "t2", walletId: "w1", status: "unknown" })] },
    ),
    "Blocked: 2 earlier top-ups are not settled, or not yet in the figures. No date can be given: it depends on when earlier top-ups are settled and in the figures.",
  ],
  [
    "cooldown",
    held({ cooldown: { value: 3, unit: "day" } }, { topups: [past({ walletId: "w1" })] }),
    'Blocked: the cooldown that began with top-up "t1" on May 31, 2026, 09:00 UTC is not over. Next possible on Jun 3, 2026, 00:00 UTC.',
  ],
  [
    "cooldown",
    held({ cooldown: { value: 3, unit: "day" }, requirePaymentMethod: true }, { topups: [past({ walletId: "w1" })] }),
    'Blocked: the cooldown that began with top-up "t1" on May 31, 2026, 09:00 UTC is not over (until Jun 3, 2026, 00:00 UTC). Waiting alone will not change this, because of the payment method.',
  ],
  [
    "retryBackoff",
    held({}, { topups: [declined] }),
    "Blocked: a payment was declined, and the wait before the next attempt is not over (one decline so far; 3 suspend top-ups). Next possible on Jun 2, 2026, 08:00 UTC.",
  ],
  [
    "retryBackoff",
    held({ failures: { retryAfter: { value: 2, unit: "hour" } } }, { topups: [declined, { ...declined, id: "t8" }] }),
    "Blocked: payments were declined, and the wait before the next attempt is not over (2 declines so far). Next possible on Jun 1, 2026, 10:00 UTC.",
  ],
  [
    "suspended",
    held({}, { topups: [declined, { ...declined, id: "t8" }, { ...declined, id: "t7" }] }),
    "Blocked: top-ups are suspended after 3 declined payments. Waiting alone will not change this.",
  ],
  [
    "suspended",
    held({}, { topups: [{ ...declined, failure: "hardDeclined" }] }),
    "Blocked: top-ups are suspended after a decline that is final. Waiting alone will not change this.",
  ],
  [
    "noPaymentMethod",
    held({ requirePaymentMethod: true }),
    "Blocked: the account has no payment method that collects automatically. Waiting alone will not change this.",
  ],
  [
    "noPaymentMethod",
    held({ requirePaymentMethod: true }, { paymentMethod: { type: "directDebit", autoCollect: false } }),
    "Blocked: the account's payment method (direct debit) does not collect automatically. Waiting alone will not change this.",
  ],
  [
    "belowMinimum",
    held({ topup: { mode: "fixedAmount", value: "50", min: "6", max: "9", step: "10" } }),
    "Blocked: no amount within the profile's bounds (at least USD 6.00, at most USD 9.00, in steps of USD 10.00) comes to anything. Waiting alone will not change this.",
  ],
  [
    "belowMinimum",
    held({ topup: { mode: "fixedAmount", value: "1", min: "1", step: "1" } }, { wallets: [credits({ rate: "0.001" })] }),
    "Blocked: the amount would round to zero. Waiting alone will not change this.",
  ],
  [
    "belowMinimum",
    held({ topup: { mode: "fixedAmount", value: "0.01" } }, { wallets: [credits({ rate: "0.1" })] }),
    "Blocked: the amount would round to zero. Waiting alone will not change this.",
  ],
  [
    "capReached",
    held({ caps: [{ window: { calendar: "month" }, maxCharge: "60" }] }, { topups: [past({ walletId: "w1", createdAt: AT })] }),
    "Blocked: the cap of this calendar month leaves too little room: USD 50.00 of USD 60.00 used, USD 50.00 wanted. Next possible on Jul 1, 2026, 00:00 UTC, when all caps leave room.",
  ],
  [
    "capReached",
    held({ caps: [{ window: { rolling: { value: 36, unit: "hour" } }, maxCount: 1 }] }, { topups: [past({ walletId: "w1" })] }),
    "Blocked: the cap of the last 36 hours leaves no room for USD 50.00: 1 of 1 top-ups made. Next possible on Jun 1, 2026, 21:00 UTC, when all caps leave room.",
  ],
];

describe("the sentence of a reason", () => {
  it.each(cases)("%s, case %#", (reason, question, told) => {
    const decision = evaluate(question);
    expect(decision.reason).toBe(reason);
    expect(explain(decision, { account: question.account, detail: "reason" })).toBe(told);
  });

  it("is there for each", () => {
    expect([...new Set(cases.map(([reason]) => reason))].sort()).toEqual([...REASONS].sort());
  });
});

describe("a reason of which the facts say nothing", () => {
  const nothing = {} as Record<string, never>;

  it.each(REASONS)("%s is told all the same", (reason) => {
    const decision = evaluate(held());
    const outcome = decision.outcome;
    const checks = decision.checks.map((check) => ({
      ...check,
      passed: check.guard !== "trigger",
      reason: check.guard === "trigger" ? reason : null,
      facts: nothing,
    }));
    const told = explain({ ...decision, outcome: outcome === "due" ? "blocked" : outcome, reason, trigger: null, walletId: null, checks });
    expect(told).toMatch(/^Blocked: [a-z][^.]*\. (Waiting alone|No date)/);
    expect(told).not.toMatch(/undefined|null|NaN|object|\( *\)| {2}/);
  });
});

describe("a reason of which the facts say something", () => {
  type Facts = Readonly<Record<string, string | number | boolean | null>>;
  const cases: readonly (readonly [Reason, Facts, string])[] = [
    ["staleSnapshot", { asOf: "2026-06-02T09:00:00.000Z" }, "the figures were read on Jun 2, 2026, 09:00 UTC, which is too long ago"],
    ["cooldown", { topupId: "t1" }, 'the cooldown that began with top-up "t1" is not over'],
    ["cooldown", { topupId: "", createdAt: AT }, "the cooldown is not over"],
    ["scheduleNotReached", { topupId: "t1" }, 'top-up "t1" has already been made for the scheduled date'],
    ["retryBackoff", { suspendAfter: 3 }, "a payment was declined, and the wait before the next attempt is not over (3 suspend top-ups)"],
    ["suspended", { count: 1, suspendAfter: 1 }, "top-ups are suspended after one declined payment"],
    ["suspended", { count: 2.5 }, "top-ups are suspended after declined payments"],
    ["topupInFlight", { count: -1 }, "an earlier top-up is not settled, or not yet in the figures"],
    ["topupInFlight", { count: 1e21 }, "an earlier top-up is not settled, or not yet in the figures"],
    ["capReached", { window: "calendar decade", maxCharge: "1,000", usedCharge: "7" }, "the cap leaves too little room: 50 wanted"],
    [
      "capReached",
      { window: "rolling 90 minute", maxCount: 1000, usedCount: 1000 },
      "the cap of the last 90 minutes leaves no room for 50: 1,000 of 1,000 top-ups made",
    ],
    ["alreadyAtTarget", { credit: "-0" }, "the target is met already (the credit would be 0)"],
    ["noPaymentMethod", { type: "card" }, "the account's payment method (card) does not collect automatically"],
    ["noPaymentMethod", { type: "other" }, "the account's payment method (neither card nor direct debit) does not collect automatically"],
    ["noPaymentMethod", { type: "cash" }, "the account has no payment method that collects automatically"],
    ["walletInactive", { status: "lost" }, 'wallet "w1" is not active'],
    ["notYetActive", { activeFrom: "tomorrow" }, "the profile is not in force yet"],
    ["basisUnknown", { unknown: "mood" }, "a figure is not known"],
    ["belowMinimum", { min: 5, max: "9" }, "no amount within the profile's bounds (at most 9) comes to anything"],
    ["currencyMismatch", { required: "EUR" }, "the profile is for another currency"],
  ];

  const OPEN: Readonly<Partial<Record<Reason, string>>> = {
    topupInFlight: "No date can be given: it depends on when earlier top-ups are settled and in the figures.",
    alreadyAtTarget: "No date can be given: it depends on how the figure moves.",
  };

  it.each(cases)("%s says that much: %j", (reason, facts, told) => {
    const decision = evaluate(held());
    const failed = { guard: "paymentMethod", passed: false, reason, eligibleAt: null, facts } as const;
    const checks = decision.checks.map((check) => (check.guard === "paymentMethod" ? failed : check));
    expect(explain({ ...decision, outcome: "blocked", reason, checks }, { detail: "reason" })).toBe(
      `Blocked: ${told}. ${OPEN[reason] ?? "Waiting alone will not change this."}`,
    );
  });
});
