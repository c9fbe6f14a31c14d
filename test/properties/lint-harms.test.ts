import { describe, expect, it } from "vitest";
import { parseAccount, parseProfile, type ProfileInput, simulate, type SimulateInput } from "../../src/index.js";
import type { FindingCode } from "../../src/insight/lint/finding.js";
import { lintProfile } from "../../src/insight/lint/lint-profile.js";
import { debtor, heldRule, holder, owedRule } from "../insight/lint/build.js";
import { HARMS, instantsOf, momentsOf, type Played } from "../insight/lint/harms.js";
import { sensibleScenarios } from "../insight/lint/sensible.js";
import { holds } from "./support/law.js";

const played = (input: SimulateInput, claimed: ProfileInput = input.profile): Played => ({
  profile: parseProfile(claimed),
  account: parseAccount(input.account),
  steps: [...simulate(input).steps],
});

const isClean = ({ profile, account }: SimulateInput): boolean =>
  lintProfile(profile, account).every(({ severity }) => severity === "info");

describe("a profile of which nothing but info is told", () => {
  it("does none of the harms", () => {
    const simulations = { withTopups: 0, withDeclines: 0, withPaymentsOnTheirWay: 0 };
    holds(
      sensibleScenarios,
      (input) => {
        if (!isClean(input)) return false;
        const simulation = played(input);
        const moments = momentsOf(simulation);
        for (const [name, harm] of Object.entries(HARMS)) expect(instantsOf(harm, moments), name).toEqual([]);
        const statuses = simulation.steps.flatMap(({ attempted }) => attempted?.status ?? []);
        if (statuses.length > 0) simulations.withTopups += 1;
        if (statuses.includes("failed")) simulations.withDeclines += 1;
        if (statuses.includes("pending")) simulations.withPaymentsOnTheirWay += 1;
        return true;
      },
      { runs: 700, exercised: 140 },
    );
    for (const [name, count] of Object.entries(simulations)) expect(count, name).toBeGreaterThan(name === "withDeclines" ? 3 : 30);
  });
});

const june = { from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z", evaluateOn: { dailyAt: "02:00" } } as const;
const often = { evaluateOn: { everyMinutes: 360 } } as const;
const daily = (amount: string): Pick<SimulateInput, "timeline"> => ({
  timeline: [{ type: "usageRate", amount, per: { value: 1, unit: "day" } }],
});
const held = (over: Partial<ProfileInput> = {}, balance = "5"): Pick<SimulateInput, "profile" | "account"> => ({
  profile: heldRule(over),
  account: holder({}, { balance }),
});
const trigger = { basis: "balance", type: "absoluteAmount", value: "10" } as const;
const offset = { basis: "outstanding", type: "absoluteAmount", referenceLimit: "credit" } as const;
const byHand = { kind: "expectedPayment", autoCollect: false } as const;
const byLetter = { ...byHand, correspondence: { expected: "LETTER" } };
const invoiced = { kind: "invoice", autoCollect: false, netTermsDays: 7, requirePaid: true } as const;
const unpaid = { payments: { otherwise: "unanswered" } } as const;
const declined = { payments: { otherwise: "declined" } } as const;

interface Example extends SimulateInput {
  /** The profile that the harm is held against, where it is another one than was played. */
  readonly claimed?: ProfileInput;
}

/** For each harm, the findings that tell of it, each with an example that does it. */
const EXAMPLES: Record<keyof typeof HARMS, Partial<Record<FindingCode, Example>>> = {
  chargedAgainWithoutUsage: {
    amountDoesNotClear: { ...june, ...held({ topup: { mode: "fixedAmount", value: "4" } }, "1") },
    maxBelowNeed: { ...june, ...held({ topup: { mode: "toTarget", value: "30", max: "4" } }, "1") },
    ignoresInFlight: { ...june, ...unpaid, ...held({ settlement: byHand, inFlight: "ignore" }) },
    billedThroughMissing: {
      ...june,
      profile: owedRule({ trigger: { ...offset, basis: "unbilled", value: "100" } }),
      account: debtor({ owed: { outstanding: "0", unbilled: "420" } }),
    },
  },
  firesAndAddsNothing: {
    targetDoesNotClear: { ...june, ...held({ topup: { mode: "toTarget", value: "5" } }) },
    nothingChargeable: { ...june, ...held({ topup: { mode: "fixedAmount", value: "50", step: "30", max: "20" } }) },
  },
  cappedFromTheStart: {
    capBelowCharge: { ...june, ...held({ caps: [{ window: { calendar: "month" }, maxCharge: "49" }] }) },
    capBelowMinimum: {
      ...june,
      ...held({
        topup: { mode: "fixedAmount", value: "50", min: "50" },
        caps: [{ window: { calendar: "month" }, maxCharge: "49", onExceed: "reduce" }],
      }),
    },
  },
  chargedTwiceForOneGap: {
    ignoresInFlight: {
      ...june,
      profile: heldRule({ inFlight: "ignore" }),
      account: holder({ paymentMethod: { type: "directDebit", autoCollect: true } }, { balance: "5" }),
      payments: { settleAfter: { value: 3, unit: "day" } },
    },
    billedThroughMissing: {
      ...june,
      profile: owedRule({ trigger: { ...offset, basis: "unbilled", value: "100" } }),
      account: debtor({ owed: { outstanding: "0", unbilled: "420" } }),
    },
  },
  lettersOnOneDate: {
    requestPileUp: {
      ...june,
      ...often,
      ...unpaid,
      ...daily("24"),
      ...held({ settlement: byLetter, topup: { mode: "toTarget", value: "11" } }),
    },
  },
  letterInCooldown: {
    requestPileUp: {
      ...june,
      ...unpaid,
      ...daily("12"),
      ...held({ settlement: byLetter, topup: { mode: "toTarget", value: "11" } }),
      claimed: heldRule({ settlement: byLetter, cooldown: { value: 7, unit: "day" } }),
    },
  },
  askedAgainAtOnce: {
    failuresIgnored: { ...june, evaluateOn: { everyMinutes: 10 }, to: "2026-06-02T00:00:00Z", ...declined, ...held({ failures: "none" }) },
    noWaitBetweenTries: {
      ...june,
      evaluateOn: { everyMinutes: 10 },
      ...declined,
      ...held({ failures: { suspendAfter: 3 } }),
    },
  },
  askedForEver: {
    failuresIgnored: { ...june, ...declined, ...held({ failures: "none" }) },
    retriesWithoutEnd: { ...june, ...declined, ...held({ failures: { retryAfter: { value: 1, unit: "day" } } }) },
  },
  chargedForNothing: {
    firesAtNothingOwed: {
      ...june,
      profile: owedRule({ trigger: { ...offset, value: "500" } }),
      account: debtor({ owed: { outstanding: "0" } }),
    },
  },
  leftOwingInAdvance: {
    positiveTargetInAdvance: {
      ...june,
      ...daily("5"),
      profile: owedRule({ trigger: { ...offset, value: "20" }, topup: { mode: "toTarget", value: "50" } }),
      account: debtor({ owed: { outstanding: "-30" }, limits: { credit: "0" } }),
    },
  },
  starvedInCooldown: {
    creditExpiresInCooldown: {
      ...june,
      ...daily("2"),
      profile: heldRule({ credit: { expiresAfter: { value: 7, unit: "day" } }, cooldown: { value: 14, unit: "day" } }),
      account: holder({ wallets: [{ id: "w1", unit: "USD", lots: [] }] }),
    },
  },
  notAsWritten: {
    boundReplacesValue: { ...june, ...held({ topup: { mode: "fixedAmount", value: "50", max: "20" } }) },
    finerThanUnit: { ...june, ...held({ topup: { mode: "fixedAmount", value: "50.005" } }) },
  },
  landsOnTheEdge: {
    landsOnThreshold: {
      ...june,
      ...daily("1"),
      ...held({ trigger: { ...trigger, boundary: "exclusive" }, topup: { mode: "toTarget", value: "10" } }),
    },
  },
  askedForAndNotCollected: {
    belowMinCharge: {
      ...june,
      ...unpaid,
      profile: heldRule(),
      account: holder({ paymentMethod: { type: "card", autoCollect: true, minCharge: "60" } }, { balance: "5" }),
    },
  },
  invoicesStacked: {
    unpaidInvoicesStack: { ...june, ...unpaid, ...daily("12"), ...held({ settlement: invoiced }) },
    ignoresInFlight: { ...june, ...unpaid, ...held({ settlement: invoiced, inFlight: "ignore" }) },
  },
  silenced: {
    unpaidNeverAskedAgain: { ...june, to: "2026-08-01T00:00:00Z", ...unpaid, ...held({ settlement: byHand }) },
  },
  blockedByUnpaid: {
    unpaidNeverAskedAgain: { ...june, to: "2026-08-01T00:00:00Z", ...unpaid, ...held({ settlement: byHand, inFlight: "block" }) },
  },
  neverAsked: {
    paymentMethodMissing: {
      ...june,
      profile: heldRule({ requirePaymentMethod: true }),
      account: holder({ paymentMethod: null }, { balance: "5" }),
    },
  },
  noAnswer: {
    figureUnknown: { ...june, profile: owedRule(), account: debtor({ limits: {} }) },
    notForAccount: { ...june, profile: heldRule(), account: holder({ wallets: [] }) },
    unlimitedLimit: { ...june, profile: owedRule(), account: debtor({ limits: { credit: null } }) },
  },
};

describe("no detector is blind", () => {
  const examples = Object.entries(EXAMPLES).flatMap(([harm, byCode]) =>
    Object.entries(byCode).map(([code, example]): [string, string, Example] => [harm, code, example]),
  );

  it.each(examples)("%s is seen where %s is found, and is found", (harm, code, { claimed, ...input }) => {
    expect(lintProfile(input.profile, input.account).map((finding) => finding.code)).toContain(code);
    expect(instantsOf(HARMS[harm as keyof typeof HARMS], momentsOf(played(input, claimed))).length).toBeGreaterThan(0);
  });
});
