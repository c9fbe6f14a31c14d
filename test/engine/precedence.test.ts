import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  type Check,
  evaluate,
  type EvaluateInput,
  type Guard,
  type Outcome,
  type ProfileInput,
  type Reason,
  type TopupRecord,
} from "../../src/index.js";
import { OUTCOME_OF } from "../../src/engine/outcome.js";
import { AT, owed, past, scheduled } from "../support/build.js";

/** A situation in the making: due as it begins, for a wallet of $4. */
interface Draft {
  profile: { -readonly [Key in keyof ProfileInput]: ProfileInput[Key] };
  account: { -readonly [Key in keyof AccountInput]: AccountInput[Key] };
  wallet: Record<string, unknown>;
  topup: Record<string, unknown>;
  records: TopupRecord[];
}

function draft(): Draft {
  const topup = { mode: "fixedAmount", value: "50" };
  return {
    profile: {
      id: "p1",
      trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
      topup: topup as never,
      failures: { retryAfter: { value: 1, unit: "day" } },
    },
    account: { id: "a1", currency: "USD", limits: {} },
    wallet: { id: "w1", unit: "USD", balance: "4" },
    topup,
    records: [],
  };
}

/** A second wallet makes the choice ambiguous, so it is kept beside the first. */
function question({ profile, account, wallet, topup, records }: Draft): EvaluateInput {
  const basis = profile.trigger.basis === "schedule" ? { basis: "balance" } : {};
  return {
    profile: { ...profile, topup: { ...topup, ...basis } as never },
    account: { ...account, wallets: [wallet as never, ...(account.wallets ?? [])], topups: records },
    at: AT,
  };
}

interface Row {
  readonly reason: Reason;
  readonly guard: Guard;
  readonly outcome: Outcome;
  /** Makes this guard fail with this reason, and leaves the others alone as far as it can. */
  readonly make: (draft: Draft) => void;
}

const record = (id: string, at: string, over: Partial<TopupRecord>): TopupRecord => past({ id, walletId: "w1", createdAt: at, ...over });

/** The order of precedence: one row a reason. */
const ROWS: readonly Row[] = [
  { reason: "profileDisabled", guard: "enabled", outcome: "ineligible", make: ({ profile }) => void (profile.enabled = false) },
  { reason: "otherCustomer", guard: "customer", outcome: "ineligible", make: ({ profile }) => void (profile.customerId = "a2") },
  {
    reason: "notYetActive",
    guard: "activePeriod",
    outcome: "ineligible",
    make: ({ profile }) => void (profile.activeFrom = "2026-06-02T00:00:00Z"),
  },
  { reason: "expired", guard: "activePeriod", outcome: "ineligible", make: ({ profile }) => void (profile.activeUntil = AT) },
  {
    reason: "currencyMismatch",
    guard: "currency",
    outcome: "ineligible",
    make: ({ profile }) => {
      profile.currency = "EUR";
      profile.walletId ??= "w1"; // an unnamed wallet would be looked for in that currency
    },
  },
  { reason: "noWallet", guard: "wallet", outcome: "ineligible", make: ({ profile }) => void (profile.walletId = "w9") },
  {
    reason: "walletInactive",
    guard: "wallet",
    outcome: "ineligible",
    make: ({ profile, wallet }) => {
      profile.walletId ??= "w1";
      wallet["status"] = "frozen";
    },
  },
  {
    reason: "walletAmbiguous",
    guard: "wallet",
    outcome: "indeterminate",
    make: ({ account }) => void (account.wallets = [{ id: "w2", unit: "USD", balance: "4" }]),
  },
  {
    reason: "staleSnapshot",
    guard: "freshness",
    outcome: "indeterminate",
    make: ({ profile, account }) => {
      profile.staleAfter = { value: 1, unit: "hour" };
      account.asOf = "2026-06-01T07:59:59Z";
    },
  },
  {
    reason: "inFuture",
    guard: "freshness",
    outcome: "indeterminate",
    make: ({ records }) => void records.push(record("future", "2026-06-01T10:00:00Z", { status: "voided" })),
  },
  { reason: "basisUnknown", guard: "figures", outcome: "indeterminate", make: ({ wallet }) => void delete wallet["balance"] },
  {
    reason: "limitUnknown",
    guard: "figures",
    outcome: "indeterminate",
    make: ({ profile }) => void (profile.trigger = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "missing" }),
  },
  {
    reason: "thresholdNotReached",
    guard: "trigger",
    outcome: "notDue",
    make: ({ wallet }) => void ("balance" in wallet && (wallet["balance"] = "11")),
  },
  {
    reason: "unlimited",
    guard: "trigger",
    outcome: "notDue",
    make: ({ topup, account }) => {
      Object.assign(topup, { mode: "toPercentOfLimit", value: "20", referenceLimit: "open" });
      account.limits = { open: null };
    },
  },
  {
    reason: "alreadyAtTarget",
    guard: "trigger",
    outcome: "notDue",
    make: ({ topup }) => void Object.assign(topup, { mode: "toTarget", value: "4" }),
  },
  {
    reason: "scheduleNotReached",
    guard: "trigger",
    outcome: "notDue",
    make: ({ profile }) =>
      void (profile.trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-06-01T10:00:00Z" }),
  },
  {
    reason: "topupInFlight",
    guard: "inFlight",
    outcome: "blocked",
    make: ({ profile, records }) => {
      profile.inFlight = "block";
      records.push(record("waiting", "2026-06-01T05:00:00Z", { status: "pending" }));
    },
  },
  {
    reason: "cooldown",
    guard: "cooldown",
    outcome: "blocked",
    make: ({ profile, records }) => {
      profile.cooldown = { value: 1, unit: "day" };
      records.push(record("earlier", "2026-06-01T06:00:00Z", {}));
    },
  },
  {
    reason: "retryBackoff",
    guard: "failures",
    outcome: "blocked",
    make: ({ records }) => void records.push(record("declined", "2026-06-01T08:30:00Z", { status: "failed" })),
  },
  {
    reason: "suspended",
    guard: "failures",
    outcome: "blocked",
    make: ({ records }) => void records.push(record("stolen", "2026-06-01T08:00:00Z", { status: "failed", failure: "hardDeclined" })),
  },
  {
    reason: "noPaymentMethod",
    guard: "paymentMethod",
    outcome: "blocked",
    make: ({ profile }) => void (profile.requirePaymentMethod = true),
  },
  {
    reason: "belowMinimum",
    guard: "amount",
    outcome: "blocked",
    make: ({ topup }) => void Object.assign(topup, { min: "21", max: "29", step: "10" }),
  },
  {
    reason: "capReached",
    guard: "caps",
    outcome: "blocked",
    make: ({ profile }) => void (profile.caps = [{ window: { calendar: "day" }, maxCount: 0 }]),
  },
];

/** Two rows that no situation can be in at once. */
const INCOMPATIBLE: Readonly<Record<string, string>> = {
  "notYetActive + expired": "activeFrom ≥ activeUntil is a fault",
  "currencyMismatch + walletAmbiguous": "an unnamed wallet is looked for in the profile's currency",
  "noWallet + walletInactive": "the wallet that isn't there has no status",
  "noWallet + walletAmbiguous": "none or several",
  "walletInactive + walletAmbiguous": "a named wallet is never ambiguous, and an unnamed frozen one no candidate",
  "basisUnknown + scheduleNotReached": "a schedule of a fixed amount needs no basis",
  "limitUnknown + scheduleNotReached": "one trigger: a schedule has no limit of its own",
  "thresholdNotReached + scheduleNotReached": "one trigger: a schedule has no threshold",
  "unlimited + alreadyAtTarget": "one topup: of nothing that is unlimited a target can be met",
};

/** Two rows of which the lower one wins, since it leaves the upper one unjudged or says more. */
const LOWER_WINS: Readonly<Record<string, string>> = {
  "currencyMismatch + noWallet": "the currency of no wallet cannot be judged",
  "unlimited + scheduleNotReached": "the topup's limit is asked once the trigger fires",
  "alreadyAtTarget + scheduleNotReached": "the target is asked once the trigger fires",
  "retryBackoff + suspended": "both at once: suspended",
};

/** Guards that have no reason of their own where one fails with this reason: they cannot be judged, or, of freshness, see asOf alone. */
const UNJUDGED: Readonly<Partial<Record<Reason, readonly Guard[]>>> = {
  noWallet: ["currency", "freshness", "figures", "trigger", "inFlight", "cooldown", "failures", "amount", "caps"],
  walletAmbiguous: ["freshness", "figures", "trigger", "inFlight", "cooldown", "failures", "amount", "caps"],
  basisUnknown: ["trigger", "amount", "caps"],
  limitUnknown: ["trigger", "amount", "caps"],
  thresholdNotReached: ["amount", "caps"],
  unlimited: ["amount", "caps"],
  alreadyAtTarget: ["amount", "caps"],
  scheduleNotReached: ["amount", "caps"],
  belowMinimum: ["caps"],
};

const decided = (...rows: readonly Row[]): { outcome: Outcome; reason: Reason; checks: readonly Check[] } => {
  const situation = draft();
  for (const { make } of rows) make(situation);
  return evaluate(question(situation));
};

describe("the order of precedence", () => {
  it("begins from a situation that is due", () => {
    expect(evaluate(question(draft()))).toMatchObject({ outcome: "due", reason: "thresholdReached" });
  });

  it("has a row for each of the 23 reasons that a guard can fail with", () => {
    expect(ROWS.map(({ reason }) => reason).sort()).toEqual(Object.keys(OUTCOME_OF).sort());
    expect(ROWS).toHaveLength(23);
  });

  it("is that of the guards: none stands after one whose outcome comes later", () => {
    const guards = evaluate(question(draft())).checks.map(({ guard }) => guard);
    const byGuard = [...ROWS].sort((a, b) => guards.indexOf(a.guard) - guards.indexOf(b.guard));
    expect(byGuard).toEqual(ROWS);
    const ranks = byGuard.map(({ reason }) =>
      ["ineligible", "indeterminate", "notDue", "blocked"].indexOf(OUTCOME_OF[reason as keyof typeof OUTCOME_OF]),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("names the outcomes in their order: ineligible, indeterminate, notDue, blocked", () => {
    const outcomes = ROWS.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome, index) => outcome !== outcomes[index - 1])).toEqual([
      "ineligible",
      "indeterminate",
      "notDue",
      "blocked",
    ]);
  });

  it.each(ROWS)("$reason alone is $outcome by the guard $guard", (row) => {
    const { outcome, reason, checks } = decided(row);
    expect({ outcome, reason }).toEqual({ outcome: row.outcome, reason: row.reason });
    expect(checks.filter(({ passed }) => passed === false).map(({ guard }) => guard)).toEqual([row.guard]);
  });
});

describe("two reasons at once", () => {
  ROWS.slice(0, -1).forEach((upper, index) => {
    describe(`${upper.reason} comes before`, () => {
      for (const lower of ROWS.slice(index + 1)) {
        const pair = `${upper.reason} + ${lower.reason}`;
        if (pair in INCOMPATIBLE) continue;
        const [winner, loser] = pair in LOWER_WINS ? [lower, upper] : [upper, lower];
        const exception = LOWER_WINS[pair];
        it(exception === undefined ? lower.reason : `${lower.reason}, but the latter wins: ${exception}`, () => {
          const { outcome, reason, checks } = decided(upper, lower);
          expect({ outcome, reason }).toEqual({ outcome: winner.outcome, reason: winner.reason });
          // The other one is there too, unless the winner leaves it unjudged or is of the same guard.
          const other = checks.find(({ guard }) => guard === loser.guard);
          const unjudged = UNJUDGED[winner.reason]?.includes(loser.guard) && loser.reason !== "staleSnapshot";
          expect(other?.reason).toBe(loser.guard === winner.guard ? winner.reason : unjudged ? null : loser.reason);
        });
      }
    });
  });

  it("are named where they cannot be", () => {
    const pairs = ROWS.flatMap(({ reason }, index) => ROWS.slice(index + 1).map((lower) => `${reason} + ${lower.reason}`));
    expect(pairs).toHaveLength((23 * 22) / 2);
    for (const pair of [...Object.keys(INCOMPATIBLE), ...Object.keys(LOWER_WINS)]) expect(pairs).toContain(pair);
  });
});

describe("all reasons below at once", () => {
  const compatible = ROWS.filter(
    ({ reason }) =>
      ![
        "expired",
        "noWallet",
        "walletAmbiguous",
        "limitUnknown",
        "alreadyAtTarget",
        "scheduleNotReached",
        "unlimited",
        "suspended",
      ].includes(reason),
  );

  it.each(compatible.map((row, index) => [row.reason, row, compatible.slice(index)] as const))("%s comes first", (_, row, rows) => {
    expect(decided(...rows)).toMatchObject({ outcome: row.outcome, reason: row.reason });
  });
});

describe("none of them", () => {
  it("is due for thresholdReached, or for scheduleReached", () => {
    expect(evaluate(owed())).toMatchObject({ outcome: "due", reason: "thresholdReached" });
    expect(evaluate(scheduled())).toMatchObject({ outcome: "due", reason: "scheduleReached" });
  });
});
