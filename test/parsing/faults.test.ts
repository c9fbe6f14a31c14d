import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  balanceSummary,
  drawDown,
  explain,
  parseAccount,
  parseProfile,
  type Plan,
  planTopup,
  type ProfileInput,
} from "../../src/index.js";
import { credits, dollars, heldAccount, heldProfile, owedAccount, owedProfile, past } from "../support/build.js";
import { faults, issues, messages } from "../support/faults.js";

const SCHEDULE = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;
const FIXED = { mode: "fixedAmount", value: "50" } as const;
const DAILY = { window: { calendar: "day" }, maxCharge: "100" } as const;

type Row = [fault: string, input: object, issue: string];

/** Each row is a well-formed profile but for one thing. */
const PROFILES: Row[] = [
  // An unknown key, or one of another variant.
  ["a misspelt cooldown", { ...owedProfile(), colldown: { value: 1, unit: "day" } }, "colldown: unknown_key"],
  [
    "repeat beside toTarget",
    owedProfile({ topup: { mode: "toTarget", value: "0", repeat: "once" } as never }),
    "topup.repeat: unknown_key",
  ],
  [
    "a limit beside a fixedAmount",
    owedProfile({ topup: { ...FIXED, referenceLimit: "credit" } as never }),
    "topup.referenceLimit: unknown_key",
  ],
  [
    "a limit beside an amount of a balance",
    heldProfile({ trigger: { basis: "balance", type: "absoluteAmount", value: "1", referenceLimit: "x" } as never }),
    "trigger.referenceLimit: unknown_key",
  ],
  ["a boundary of a schedule", owedProfile({ trigger: { ...SCHEDULE, boundary: "inclusive" } as never }), "trigger.boundary: unknown_key"],
  [
    "a memo beside an expected payment",
    owedProfile({ settlement: { kind: "expectedPayment", autoCollect: true, memo: "x" } as never }),
    "settlement.memo: unknown_key",
  ],
  [
    "autoCollect of a grant",
    owedProfile({ settlement: { kind: "grant", autoCollect: true } as never }),
    "settlement.autoCollect: unknown_key",
  ],
  [
    "a reason of an invoice",
    heldProfile({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 1, reason: "x" } as never }),
    "settlement.reason: unknown_key",
  ],
  [
    "a misspelt correspondence",
    owedProfile({ settlement: { kind: "expectedPayment", autoCollect: true, correspondence: { crad: "x" } } as never }),
    "settlement.correspondence.crad: unknown_key",
  ],
  ["a key of a cap", owedProfile({ caps: [{ ...DAILY, maximum: 1 } as never] }), "caps.0.maximum: unknown_key"],
  ["a key of a failure policy", owedProfile({ failures: { retries: 3 } as never }), "failures.retries: unknown_key"],
  ["a key of credit terms", owedProfile({ credit: { expires: 1 } as never }), "credit.expires: unknown_key"],
  [
    "a window both calendar and rolling",
    owedProfile({ caps: [{ ...DAILY, window: { calendar: "day", rolling: { value: 1, unit: "day" } } as never }] }),
    "caps.0.window.rolling: unknown_key",
  ],
  // Not one of the words.
  ["another basis", owedProfile({ trigger: { ...owedProfile().trigger, basis: "owing" } as never }), "trigger.basis: invalid_value"],
  ["another type", owedProfile({ trigger: { ...owedProfile().trigger, type: "percent" } as never }), "trigger.type: invalid_value"],
  [
    "another type of a balance",
    heldProfile({ trigger: { basis: "balance", type: "percent", value: "1" } as never }),
    "trigger.type: invalid_value",
  ],
  ["another mode", owedProfile({ topup: { mode: "fixed", value: "1" } as never }), "topup.mode: invalid_value"],
  ["another settlement", owedProfile({ settlement: { kind: "cash" } as never }), "settlement.kind: invalid_value"],
  ["another failure policy", owedProfile({ failures: "off" as never }), "failures: invalid_value"],
  ["another policy for what is in flight", owedProfile({ inFlight: "wait" as never }), "inFlight: invalid_value"],
  ["a quarter", owedProfile({ caps: [{ ...DAILY, window: { calendar: "quarter" as never } }] }), "caps.0.window.calendar: invalid_value"],
  ["text for a boolean", owedProfile({ enabled: "true" as never }), "enabled: invalid_type"],
  ["a number for text", owedProfile({ name: 7 as never }), "name: invalid_type"],
  ["text for a number", owedProfile({ priority: "1" as never }), "priority: invalid_number"],
  ["no finite number", owedProfile({ priority: Number.NaN }), "priority: invalid_number"],
  // What must be there.
  ["no trigger", { id: "p1", topup: FIXED }, "trigger: required"],
  ["no topup", { id: "p1", trigger: owedProfile().trigger }, "topup: required"],
  ["no value of a trigger", heldProfile({ trigger: { basis: "balance", type: "absoluteAmount" } as never }), "trigger.value: required"],
  [
    "no limit of an owed trigger",
    owedProfile({ trigger: { basis: "overdue", type: "absoluteAmount", value: "1" } as never }),
    "trigger.referenceLimit: required",
  ],
  [
    "no limit of a percentage of a balance",
    heldProfile({ trigger: { basis: "balance", type: "percentOfLimit", value: "1" } as never }),
    "trigger.referenceLimit: required",
  ],
  ["more caps than a hundred", owedProfile({ caps: new Array(101).fill(DAILY) as (typeof DAILY)[] }), "caps: out_of_range"],
  ["no window of a cap", owedProfile({ caps: [{ maxCount: 1 } as never] }), "caps.0.window: required"],
  ["no netTermsDays", heldProfile({ settlement: { kind: "invoice", autoCollect: true } as never }), "settlement.netTermsDays: required"],
  ["no autoCollect", owedProfile({ settlement: { kind: "expectedPayment" } as never }), "settlement.autoCollect: required"],
  [
    "no start of a schedule",
    owedProfile({ trigger: { basis: "schedule", every: { value: 1, unit: "day" } } as never }),
    "trigger.startingAt: required",
  ],
  // Negative, or not above zero.
  [
    "a negative percentage of a trigger",
    owedProfile({ trigger: { basis: "outstanding", type: "percentOfLimit", value: "-1", referenceLimit: "credit" } }),
    "trigger.value: out_of_range",
  ],
  [
    "a negative percentage of a balance's trigger",
    heldProfile({ trigger: { basis: "balance", type: "percentOfLimit", value: "-1", referenceLimit: "credit" } }),
    "trigger.value: out_of_range",
  ],
  ["a negative percentage of a topup", owedProfile({ topup: { mode: "toPercentOfLimit", value: "-0.1" } }), "topup.value: out_of_range"],
  ["a negative min", owedProfile({ topup: { ...FIXED, min: "-1" } }), "topup.min: out_of_range"],
  ["a negative max", owedProfile({ topup: { ...FIXED, max: "-1" } }), "topup.max: out_of_range"],
  ["a max of 0", owedProfile({ topup: { ...FIXED, max: "0.00" } }), "topup.max: out_of_range"],
  ["a negative step", owedProfile({ topup: { ...FIXED, step: "-1" } }), "topup.step: out_of_range"],
  ["a step of 0", owedProfile({ topup: { ...FIXED, step: 0 } }), "topup.step: out_of_range"],
  ["a fixedAmount of 0", owedProfile({ topup: { mode: "fixedAmount", value: "0" } }), "topup.value: out_of_range"],
  ["a negative fixedAmount", owedProfile({ topup: { mode: "fixedAmount", value: "-5" } }), "topup.value: out_of_range"],
  ["a negative maxCharge", owedProfile({ caps: [{ ...DAILY, maxCharge: "-1" }] }), "caps.0.maxCharge: out_of_range"],
  ["a negative maxCount", owedProfile({ caps: [{ ...DAILY, maxCount: -1 }] }), "caps.0.maxCount: out_of_range"],
  ["half a maxCount", owedProfile({ caps: [{ ...DAILY, maxCount: 0.5 }] }), "caps.0.maxCount: invalid_number"],
  [
    "a rolling window of 0",
    owedProfile({ caps: [{ ...DAILY, window: { rolling: { value: 0, unit: "day" } } }] }),
    "caps.0.window.rolling.value: out_of_range",
  ],
  ["a suspendAfter of 0", owedProfile({ failures: { suspendAfter: 0 } }), "failures.suspendAfter: out_of_range"],
  ["half a suspendAfter", owedProfile({ failures: { suspendAfter: 1.5 } }), "failures.suspendAfter: invalid_number"],
  [
    "a negative netTermsDays",
    heldProfile({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: -1 } }),
    "settlement.netTermsDays: out_of_range",
  ],
  [
    "half a day of netTermsDays",
    heldProfile({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0.5 } }),
    "settlement.netTermsDays: invalid_number",
  ],
  // Two values that cannot stand together.
  ["min above max", owedProfile({ topup: { ...FIXED, min: "10.01", max: "10" } }), "topup.min: conflict"],
  [
    "activeFrom at activeUntil",
    owedProfile({ activeFrom: "2026-06-01T00:00:00Z", activeUntil: "2026-06-01T02:00:00+02:00" }),
    "activeUntil: conflict",
  ],
  [
    "activeFrom after activeUntil",
    owedProfile({ activeFrom: "2026-06-02T00:00:00Z", activeUntil: "2026-06-01T00:00:00Z" }),
    "activeUntil: conflict",
  ],
  [
    "untilClear without a threshold",
    owedProfile({ trigger: SCHEDULE, topup: { ...FIXED, repeat: "untilClear" } }),
    "topup.repeat: conflict",
  ],
  [
    "an invoice for an owed basis",
    owedProfile({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 } }),
    "settlement.kind: conflict",
  ],
  [
    "an invoice for a schedule on an owed basis",
    owedProfile({ trigger: SCHEDULE, settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 } }),
    "settlement.kind: conflict",
  ],
  ["a walletId for an owed basis", owedProfile({ walletId: "w1" }), "walletId: conflict"],
  [
    "a walletId for a schedule on an owed basis",
    owedProfile({ walletId: "w1", trigger: SCHEDULE, topup: { ...FIXED, basis: "overdue" } }),
    "walletId: conflict",
  ],
  ["a basis of the topup beside a threshold", owedProfile({ topup: { ...FIXED, basis: "outstanding" } }), "topup.basis: conflict"],
  // What another value needs.
  ["a cap without maxCharge and maxCount", owedProfile({ caps: [{ window: { calendar: "day" } }] }), "caps.0: missing_companion"],
  [
    "maxRetryAfter without doubling",
    owedProfile({ failures: { retryAfter: { value: 1, unit: "day" }, maxRetryAfter: { value: 7, unit: "day" } } }),
    "failures.maxRetryAfter: missing_companion",
  ],
  [
    "toPercentOfLimit without a limit in topup or trigger",
    heldProfile({ topup: { mode: "toPercentOfLimit", value: "50" } }),
    "topup.referenceLimit: missing_companion",
  ],
  [
    "toPercentOfLimit without a limit, by a schedule",
    owedProfile({ trigger: SCHEDULE, topup: { mode: "toPercentOfLimit", value: "50", basis: "outstanding" } }),
    "topup.referenceLimit: missing_companion",
  ],
  [
    "toTarget by a schedule without a basis",
    owedProfile({ trigger: SCHEDULE, topup: { mode: "toTarget", value: "50" } }),
    "topup.basis: missing_companion",
  ],
  [
    "toPercentOfLimit by a schedule without a basis",
    owedProfile({ trigger: SCHEDULE, topup: { mode: "toPercentOfLimit", value: "50", referenceLimit: "credit" } }),
    "topup.basis: missing_companion",
  ],
];

const LOT = { id: "l1", remaining: "1" } as const;
const withLot = (over: object): AccountInput => heldAccount({ wallets: [dollars({ lots: [{ ...LOT, ...over }] })] });

const ACCOUNTS: Row[] = [
  ["an unknown key", { ...owedAccount(), timezone: "UTC" }, "timezone: unknown_key"],
  ["an unknown figure owed", owedAccount({ owed: { outsanding: "1" } as never }), "owed.outsanding: unknown_key"],
  ["an unknown key of a wallet", heldAccount({ wallets: [{ ...dollars(), amount: "1" } as never] }), "wallets.0.amount: unknown_key"],
  ["an unknown key of a lot", withLot({ expiry: null }), "wallets.0.lots.0.expiry: unknown_key"],
  [
    "an unknown key of a payment method",
    owedAccount({ paymentMethod: { type: "card", autoCollect: true, last4: "4242" } as never }),
    "paymentMethod.last4: unknown_key",
  ],
  ["an unknown key of a record", owedAccount({ topups: [{ ...past(), amount: "1" } as never] }), "topups.0.amount: unknown_key"],
  ["no currency", { id: "a1" }, "currency: required"],
  [
    "no creation of a record",
    owedAccount({ topups: [{ id: "t1", charge: "1", status: "paid" } as never] }),
    "topups.0.createdAt: required",
  ],
  [
    "no status of a record",
    owedAccount({ topups: [{ id: "t1", charge: "1", createdAt: "2026-01-01T00:00Z" } as never] }),
    "topups.0.status: required",
  ],
  ["a list for limits", owedAccount({ limits: ["500"] as never }), "limits: invalid_type"],
  ["an object for top-ups", owedAccount({ topups: {} as never }), "topups: invalid_type"],
  ["a negative limit", owedAccount({ limits: { credit: "-1" } }), "limits.credit: out_of_range"],
  ["no amount for a limit", owedAccount({ limits: { credit: "lots" } }), "limits.credit: invalid_amount"],
  ["a rate of 0", heldAccount({ wallets: [credits({ rate: 0 })] }), "wallets.0.rate: out_of_range"],
  ["a negative rate", heldAccount({ wallets: [credits({ rate: "-1" })] }), "wallets.0.rate: out_of_range"],
  ["a negative scale", heldAccount({ wallets: [credits({ scale: -1 })] }), "wallets.0.scale: out_of_range"],
  ["a scale of 13", heldAccount({ wallets: [credits({ scale: 13 })] }), "wallets.0.scale: out_of_range"],
  ["half a scale", heldAccount({ wallets: [credits({ scale: 0.5 })] }), "wallets.0.scale: invalid_number"],
  ["a negative charge", owedAccount({ topups: [past({ charge: "-1" })] }), "topups.0.charge: out_of_range"],
  ["a negative credit", owedAccount({ topups: [past({ credit: "-1" })] }), "topups.0.credit: out_of_range"],
  ["a negative remaining", withLot({ remaining: "-0.01" }), "wallets.0.lots.0.remaining: out_of_range"],
  ["a negative initial", withLot({ initial: "-0.01" }), "wallets.0.lots.0.initial: out_of_range"],
  ["a negative cost", withLot({ cost: "-0.01" }), "wallets.0.lots.0.cost: out_of_range"],
  [
    "a negative minCharge",
    owedAccount({ paymentMethod: { type: "card", autoCollect: true, minCharge: "-1" } }),
    "paymentMethod.minCharge: out_of_range",
  ],
  ["an autoTopupAmount of 0", owedAccount({ autoTopupAmount: "0" }), "autoTopupAmount: out_of_range"],
  ["a negative autoTopupAmount", owedAccount({ autoTopupAmount: "-1" }), "autoTopupAmount: out_of_range"],
  ["both lots and balance", heldAccount({ wallets: [dollars({ lots: [], balance: "0" })] }), "wallets.0.balance: conflict"],
  [
    "creditedAt before createdAt",
    owedAccount({ topups: [past({ creditedAt: "2026-05-31T08:59:59.999Z" })] }),
    "topups.0.creditedAt: conflict",
  ],
];

/** What lies just inside the bounds of the rows above. */
const WELL_FORMED: [what: string, input: object][] = [
  [
    "an absolute amount below zero on an owed basis",
    owedProfile({ trigger: { basis: "outstanding", type: "absoluteAmount", value: "-5", referenceLimit: "credit" } }),
  ],
  ["an absolute amount below zero on a balance", heldProfile({ trigger: { basis: "balance", type: "absoluteAmount", value: "-5" } })],
  ["a target below zero", owedProfile({ topup: { mode: "toTarget", value: "-20" } })],
  [
    "a percentage of 0 and one above 100",
    owedProfile({
      trigger: { basis: "outstanding", type: "percentOfLimit", value: "150", referenceLimit: "credit" },
      topup: { mode: "toPercentOfLimit", value: "0" },
    }),
  ],
  ["min equal to max", owedProfile({ topup: { ...FIXED, min: "10.0", max: "10" } })],
  ["a min of 0", owedProfile({ topup: { ...FIXED, min: 0 } })],
  ["a maxCharge and a maxCount of 0", owedProfile({ caps: [{ window: { calendar: "day" }, maxCharge: "0", maxCount: 0 }] })],
  ["a suspendAfter of 1", owedProfile({ failures: { suspendAfter: 1 } })],
  ["netTermsDays of 0", heldProfile({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 } })],
  [
    "activeFrom a millisecond before activeUntil",
    owedProfile({ activeFrom: "2026-05-31T23:59:59.999Z", activeUntil: "2026-06-01T00:00:00Z" }),
  ],
  ["a maxRetryAfter with doubling", owedProfile({ failures: { backoff: "doubling", maxRetryAfter: { value: 7, unit: "day" } } })],
  [
    "toPercentOfLimit of the trigger's limit",
    heldProfile({
      trigger: { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "x" },
      topup: { mode: "toPercentOfLimit", value: "50" },
    }),
  ],
  [
    "an invoice, and a walletId, by a schedule on a balance",
    heldProfile({
      walletId: "w1",
      trigger: SCHEDULE,
      topup: { ...FIXED, basis: "balance" },
      settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 },
    }),
  ],
  ["a fixedAmount by a schedule without a basis", owedProfile({ trigger: SCHEDULE })],
  ["a hundred caps", owedProfile({ caps: new Array(100).fill(DAILY) as (typeof DAILY)[] })],
  ["a negative and a broken priority", owedProfile({ priority: -1.5 })],
];
const WELL_FORMED_ACCOUNTS: [what: string, input: object][] = [
  ["a limit of 0", owedAccount({ limits: { credit: "0" } })],
  ["figures owed below zero", owedAccount({ owed: { outstanding: "-1", overdue: -1, unbilled: "-0.5" } })],
  ["a balance below zero", heldAccount({ wallets: [dollars({ balance: "-5" })] })],
  ["pending usage below zero", heldAccount({ wallets: [dollars({ pendingUsage: "-5" })] })],
  ["a lot with nothing left", withLot({ remaining: "0", initial: "0", cost: "0" })],
  ["a minCharge of 0", owedAccount({ paymentMethod: { type: "other", autoCollect: false, minCharge: "0" } })],
  ["a charge and a credit of 0", owedAccount({ topups: [past({ charge: "0", credit: "0" })] })],
  ["creditedAt at createdAt", owedAccount({ topups: [past({ creditedAt: "2026-05-31T09:00:00Z" })] })],
  [
    "failedAt before createdAt, of which nothing is said",
    owedAccount({ topups: [past({ status: "failed", failedAt: "2026-05-30T00:00:00Z" })] }),
  ],
  ["no lots at all", heldAccount({ wallets: [dollars({ lots: [] })] })],
];

describe("a profile with one fault has one issue", () => {
  it.each(PROFILES)("%s", (_, input, expected) => {
    expect(faults(() => parseProfile(input as ProfileInput))).toEqual([expected]);
  });
});

describe("an account with one fault has one issue", () => {
  it.each(ACCOUNTS)("%s", (_, input, expected) => {
    expect(faults(() => parseAccount(input as AccountInput))).toEqual([expected]);
  });
});

describe("what is just inside the bounds is well-formed", () => {
  it.each(WELL_FORMED)("a profile with %s", (_, input) => {
    expect(() => parseProfile(input as ProfileInput)).not.toThrow();
  });

  it.each(WELL_FORMED_ACCOUNTS)("an account with %s", (_, input) => {
    expect(() => parseAccount(input as AccountInput)).not.toThrow();
  });
});

describe("several faults at once have an issue each", () => {
  it("of a profile, over several of its parts", () => {
    const profile = {
      id: "",
      enabled: null,
      colldown: {},
      activeFrom: "2026-06-02T00:00:00Z",
      activeUntil: "2026-06-01T00:00:00Z",
      trigger: { basis: "outstanding", type: "percentOfLimit", value: "-1", referenceLimit: "credit", boundry: "exclusive" },
      topup: { mode: "fixedAmount", value: "0", min: "2", max: "1", repeat: "twice" },
      caps: [{ window: { calendar: "day" } }, { window: { rolling: { value: 0, unit: "day" } }, maxCount: 0.5 }],
      failures: { maxRetryAfter: { value: -1, unit: "fortnight" } },
    };
    expect(faults(() => parseProfile(profile as never)).sort()).toEqual(
      [
        "id: invalid_id",
        "enabled: invalid_type",
        "colldown: unknown_key",
        "activeUntil: conflict",
        "trigger.value: out_of_range",
        "trigger.boundry: unknown_key",
        "topup.value: out_of_range",
        "topup.min: conflict",
        "topup.repeat: invalid_value",
        "caps.0: missing_companion",
        "caps.1.window.rolling.value: out_of_range",
        "caps.1.maxCount: invalid_number",
        "failures.maxRetryAfter.value: out_of_range",
        "failures.maxRetryAfter.unit: invalid_value",
      ].sort(),
    );
  });

  it("of an account, over several elements of its lists", () => {
    const account = {
      id: "a1",
      currency: "XXX",
      timeZone: "Mars/Olympus",
      limits: { credit: "-1", other: "x" },
      wallets: [
        { id: "w1", unit: "USD", rate: "0", lots: [], balance: "1" },
        { id: "w1", unit: "USD", rate: "1", scale: 2 },
      ],
      topups: [past({ charge: "-1", creditedAt: "2020-01-01T00:00:00Z" }), past({ id: "t2", createdAt: "today" })],
    };
    expect(faults(() => parseAccount(account)).sort()).toEqual(
      [
        "currency: invalid_currency",
        "timeZone: invalid_time_zone",
        "limits.credit: out_of_range",
        "limits.other: invalid_amount",
        "wallets.0.rate: out_of_range",
        "wallets.0.balance: conflict",
        "wallets.1.id: duplicate_id",
        "wallets.1.scale: conflict",
        "topups.0.charge: out_of_range",
        "topups.0.creditedAt: conflict",
        "topups.1.createdAt: invalid_instant",
      ].sort(),
    );
  });

  it("also where one part has a fault, and another part contradicts it", () => {
    const profile = owedProfile({
      walletId: "w1",
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "x", referenceLimit: "credit" },
      topup: { mode: "toTarget", value: "1", basis: "balance" },
      settlement: { kind: "invoice", autoCollect: true, netTermsDays: 1 },
    });
    expect(faults(() => parseProfile(profile)).sort()).toEqual(
      ["trigger.value: invalid_amount", "topup.basis: conflict", "settlement.kind: conflict", "walletId: conflict"].sort(),
    );
  });

  it("both of a key and of what it holds", () => {
    expect(faults(() => parseAccount(owedAccount({ limits: { "": "x" } }))).sort()).toEqual([
      "limits.: invalid_amount",
      "limits.: invalid_id",
    ]);
  });

  it("of several fields in these words", () => {
    const told = (over: Partial<ProfileInput>): string[] => messages(() => parseProfile(owedProfile(over)));
    expect(told({ caps: [{ window: { rolling: { value: 0, unit: "hour" } }, maxCount: 1 }] })).toEqual([
      "caps.0.window.rolling.value: must be more than 0",
    ]);
    expect(told({ caps: [{ window: { calendar: "day" } }] })).toEqual(["caps.0: needs maxCharge, maxCount or both"]);
    expect(told({ caps: new Array(101).fill(DAILY) as (typeof DAILY)[] })).toEqual(["caps: must be at most 100"]);
    expect(told({ cooldown: { value: 36_526, unit: "day" } })).toEqual(["cooldown.value: must not be longer than 100 years"]);
    expect(told({ failures: { maxRetryAfter: { value: 1, unit: "hour" } } })).toEqual(["failures.maxRetryAfter: needs backoff: doubling"]);
    expect(told({ activeFrom: "2026-02-01T00:00:00Z", activeUntil: "2026-02-01T00:00:00Z" })).toEqual([
      "activeUntil: must be later than activeFrom",
    ]);
    expect(told({ trigger: SCHEDULE, topup: { mode: "toTarget", value: "1" } })).toEqual([
      "topup.basis: is needed by toTarget with a schedule trigger",
    ]);
    expect(told({ trigger: SCHEDULE, topup: { ...FIXED, repeat: "untilClear" } })).toEqual([
      "topup.repeat: untilClear needs a trigger with a threshold",
    ]);
    expect(told({ trigger: SCHEDULE, topup: { mode: "toPercentOfLimit", value: "50", basis: "outstanding" } })).toEqual([
      "topup.referenceLimit: is needed: the trigger has no limit",
    ]);
    for (const topup of [{ mode: "toTarget", value: "1" } as const, { mode: "toPercentOfLimit", value: "1" } as const])
      expect(told({ topup: { ...topup, min: "2", max: "1" } })).toEqual(["topup.min: must not be above max"]);
    expect(told({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 1 } })).toEqual([
      "settlement.kind: invoice needs the basis balance: money owed is already invoiced",
    ]);
    const wallet = { id: "w1", unit: "credits", rate: "1", balance: "1", lots: [] };
    expect(issues(() => parseAccount(owedAccount({ wallets: [wallet] })))).toMatchObject([
      { path: ["wallets", 0, "balance"], message: "must not stand beside lots" },
    ]);
    expect(faults(() => parseAccount(owedAccount({ wallets: [{ ...wallet, lots: [{ id: "l1", remaining: "x" }] }] })))).toEqual([
      "wallets.0.lots.0.remaining: invalid_amount",
      "wallets.0.balance: conflict",
    ]);
    const source = { id: "s1", kind: "lot", remaining: "-1", endsAt: "2026-02-01T00:00:00Z" } as const;
    const until = "2026-02-01T00:00:00Z";
    const wrong = (over: object): string[] =>
      issues(() => drawDown({ charges: [], order: "orb", sources: [{ ...source, ...over }] } as never)).map(({ message }) => message);
    expect(wrong({})).toEqual(["must not be negative: the source allows no overdraft"]);
    expect(wrong({ remaining: "1", rollover: { until, amount: "1" } })).toEqual(["must be later than endsAt"]);
    expect(wrong({ remaining: "1", rollover: { until, amount: "-1" } })).toEqual(["must not be negative", "must be later than endsAt"]);
    expect(wrong({ remaining: "1", endsAt: null, rollover: { until, amount: "1" } })).toEqual(["needs endsAt"]);
    expect(wrong({ remaining: "1", endsAt: null, rollover: { until: "x" } })).toMatchObject([expect.stringContaining("ISO 8601")]);
    const pot = { id: "b1", currency: "USD", startsAt: "2026-01-01T00:00:00Z", endsAt: until, transactions: [] };
    expect(faults(() => balanceSummary({ ...pot, rollover: { until, amount: "x" } }, { at: until }))).toEqual([
      "rollover.amount: invalid_amount",
      "rollover.until: conflict",
    ]);
  });

  it.each<[unknown]>([[null], [undefined]])("of a list that is %s where one is needed: nothing known is not nothing", (list) => {
    const told = (over: object): string[] => faults(() => drawDown({ charges: [], sources: [], order: "orb", ...over } as never));
    expect(told({ charges: list, sources: list })).toEqual(["charges: required", "sources: required"]);
    const pot = { id: "b1", currency: "USD", startsAt: "2026-01-01T00:00:00Z", endsAt: "2027-01-01T00:00:00Z", transactions: list };
    expect(faults(() => balanceSummary(pot as never, { at: "2026-02-01T00:00:00Z" }))).toEqual(["transactions: required"]);
  });

  it("of several fields only where each of them is sound", () => {
    const told = (over: Partial<ProfileInput>): string[] => faults(() => parseProfile(heldProfile(over)));
    expect(told({ cooldown: { value: 9_999_999_999, unit: "day" } })).toEqual(["cooldown.value: out_of_range"]);
    expect(told({ credit: { expiresAfter: { value: 99_999, unit: "month" } } })).toEqual(["credit.expiresAfter.value: out_of_range"]);
    const every = { value: 99_999, unit: "month" } as const;
    expect(told({ trigger: { ...SCHEDULE, every }, topup: { ...FIXED, basis: "balance" } })).toEqual(["trigger.every.value: out_of_range"]);
    const ofWallet = (over: object): string[] => faults(() => parseAccount(heldAccount({ wallets: [dollars(over)] })));
    expect(ofWallet({ balance: "x", lots: [] })).toEqual(["wallets.0.balance: invalid_amount"]);
    expect(ofWallet({ balance: "1", lots: "x" })).toEqual(["wallets.0.lots: invalid_type"]);
    expect(ofWallet({ unit: 5, scale: 2 })).toEqual(["wallets.0.unit: invalid_type"]);
    const topup = { id: "t1", charge: "1", createdAt: "2026-02-02T00:00:00Z", status: "paid" } as const;
    expect(faults(() => parseAccount(heldAccount({ topups: [{ ...topup, creditedAt: "2026-02-01" }] })))).toEqual([
      "topups.0.creditedAt: invalid_instant",
    ]);
  });

  it("of metadata that are null, in a plan too", () => {
    const plan = planTopup({
      profile: heldProfile({ credit: { metadata: { a: "1" } } }),
      account: heldAccount(),
      at: "2026-06-01T09:00:00Z",
    });
    const spoilt = JSON.parse(JSON.stringify(plan).replace('"metadata":{"a":"1"}', '"metadata":{"a":null}')) as Plan;
    expect(faults(() => explain(spoilt))).toEqual(["actions.1.metadata.a: required"]);
  });

  it("each with a message for people", () => {
    try {
      parseProfile({ id: "", colldown: 1, trigger: { basis: "owing" }, topup: { mode: "fixedAmount", value: "x" } } as never);
      expect.unreachable();
    } catch (error) {
      for (const { message } of (error as { issues: { message: string }[] }).issues) expect(message).toMatch(/^(must|is) /);
    }
  });
});
